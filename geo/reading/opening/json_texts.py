"""Bytes -> JSON values: one value, or one a line, in any of the usual encodings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.errors import ReadError
from geo.reading.opening.letters import read_letters

__all__ = ["Parsed", "parse_json"]

_RECORD = "\x1e"  # before each text of a sequence, RFC 8142
_REMEDY = "save it as one"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A JSON value, a list for a file of lines; its broken lines, and what is to be said."""

    value: object
    broken: dict[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def parse_json(content: bytes, name: str) -> Parsed:
    """Return the value of a file of JSON; raises ReadError where there is none."""
    text, note = _read_text(content, name)
    notes = (note,) if note else ()
    try:
        return Parsed(json.loads(text), notes=notes)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.replace(_RECORD, "\n").splitlines() if line.strip()]
        if len(lines) < 2 or not isinstance(_parse_line(lines[0]), dict):
            raise ReadError(f"{name}: no GeoJSON FeatureCollection ({error}); {_REMEDY}") from error
    return _parse_lines(lines, notes)


def _read_text(content: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file; JSON is UTF-8, other encodings are told."""
    encoding = json.detect_encoding(content)
    if not encoding.startswith("utf-8"):
        try:
            return content.decode(encoding), f"read as {encoding.upper()}"
        except UnicodeDecodeError as error:
            raise ReadError(f"{name}: no GeoJSON FeatureCollection ({error}); {_REMEDY}") from error
    return read_letters(content, name)


def _parse_line(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _parse_lines(lines: Sequence[str], notes: tuple[str, ...]) -> Parsed:
    values, broken = [], {}
    for number, line in enumerate(lines, start=1):
        value = _parse_line(line)
        if isinstance(value, dict):
            values.append(value)
        else:
            broken[number] = f"line {number} is no JSON object ({line[:80]}); correct it"
    return Parsed(values, broken, notes)

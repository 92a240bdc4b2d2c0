"""CSV and the like: text with a separator between cells."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from geo.errors import ReadError
from geo.reading.kinds import Container
from geo.reading.table import Table, line_up

__all__ = ["DELIMITED"]

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_LONGEST_CELL = 10_000_000  # characters


def _read(content: bytes, name: str) -> Table:
    text, encoding_note = _decode(content, name)
    separator = _find_separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise ReadError(f"{name}: not readable as CSV ({error}); save it again as CSV") from error
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise ReadError(f"{name}: row 1 is empty; put the column names into the first row")
    notes = [encoding_note] if encoding_note else []
    if separator != ",":
        notes.append(f"cells are separated by {_SEPARATORS[separator]}")
    table = line_up(name, rows[0], enumerate(rows[1:], start=2))
    return replace(table, notes=tuple(notes), delimited=True)


def _decode(content: bytes, name: str) -> tuple[str, str]:
    """Return the text, and what is to be said of its encoding."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode("utf-16"), "read as UTF-16"
        except UnicodeDecodeError as error:
            raise ReadError(f"{name}: broken UTF-16; save it again as UTF-8") from error
    if b"\0" in content:
        raise ReadError(f"{name}: this is no text file; save the table as CSV (UTF-8)")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        note = "not UTF-8, so read as Windows Arabic (cp1256): check how names look"
        return content.decode("cp1256"), note


def _find_separator(text: str) -> str:
    """Return the separator that cuts the header into most columns."""
    header = text.splitlines()[0] if text else ""
    counts = {
        separator: len(next(csv.reader([header], delimiter=separator), []))
        for separator in _SEPARATORS
    }
    return max(counts, key=lambda separator: counts[separator])


DELIMITED = Container("CSV", (".csv", ".tsv", ".txt"), _read)

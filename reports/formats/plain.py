"""Plain text, and lines of a layout put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from reports.errors import ReportError

__all__ = ["decode", "unwrap"]

_FULL = 0.75  # share of the widest lines from which on a line was broken by its layout
_ENDED = re.compile(r"[.!?:;؟…][\"”»)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[-–—•*▪●■►]|\d{1,2}[.)])")


def decode(data: bytes, path: Path) -> str:
    """Return UTF-8 as text with its line ends as they are.

    Raises ReportError naming file, line and remedy.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ReportError(f"{path}: line {line} is not UTF-8; save it as UTF-8 text") from error


def unwrap(lines: Iterable[str]) -> str:
    """Return lines as text, those joined that go on on the next since the page was full."""
    given = [line.rstrip() for line in lines]
    lengths = sorted(len(line) for line in given if line)
    full = _FULL * lengths[len(lengths) * 9 // 10] if lengths else 0
    joined: list[str] = []
    goes_on = False
    for line in given:
        if goes_on and line and not _ITEM.match(line):
            joined[-1] = _join(joined[-1], line.lstrip())
        else:
            joined.append(line)
        goes_on = len(line) >= max(full, 30) and not _ENDED.search(line)
    return "\n".join(joined)


def _join(line: str, following: str) -> str:
    """Return two lines as one; a hyphen before a small letter parted a word."""
    if line.endswith("-") and following[:1].islower():
        return line[:-1] + following
    return f"{line} {following}"

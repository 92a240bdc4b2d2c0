"""Plain text, and lines of a layout put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from reports.errors import ReportError

__all__ = ["decode", "unwrap"]

_FULL = 0.75  # share of the widest lines from which on a line was broken by its layout
_NARROW = 55  # signs of the widest lines; where they are fewer the lines may be a list's
_JOINS = re.compile(  # a line does not end with these words
    r"\b(?:the|an?|of|in|and|or|by|on|at|to|for|from|with|near|that|between|against|its|their)$",
    re.IGNORECASE,
)
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


def unwrap(
    lines: Iterable[str], *, begins_anew: Callable[[str], bool] = lambda _line: False
) -> str:
    """Return lines as text, those joined that go on on the next since the page was full.

    begins_anew: says whether a line that begins with no small letter is a sentence of its own.
    """
    given = [line.rstrip() for line in lines]
    lengths = sorted(len(line) for line in given if line)
    widest = lengths[len(lengths) * 9 // 10] if lengths else 0
    joined: list[str] = []
    before = ""
    for line in given:
        bare = line.lstrip()
        if (
            bare
            and _is_full(before, bare, widest)
            and not _stands_alone(before, bare, widest, begins_anew)
        ):
            joined[-1] = _join(joined[-1], bare)
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)


def _is_full(line: str, following: str, widest: int) -> bool:
    """Say whether a line was broken by its layout, and the next one is no item of a list."""
    if _ENDED.search(line) or _ITEM.match(following):
        return False
    return len(line) >= max(_FULL * widest, 30)


def _stands_alone(
    line: str, following: str, widest: int, begins_anew: Callable[[str], bool]
) -> bool:
    """Say whether a line that may begin a sentence does so: a list has lines as short as any."""
    if following[0].islower() or _JOINS.search(line):
        return False
    fits = len(line) + 1 + len(following.split()[0]) <= widest
    return fits or widest < _NARROW or begins_anew(following)


def _join(line: str, following: str) -> str:
    """Return two lines as one; a hyphen before a small letter parted a word."""
    if line.endswith("-") and following[:1].islower():
        return line[:-1] + following
    return f"{line} {following}"

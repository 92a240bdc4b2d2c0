"""Mails in parts: the sender's own lines, and those quoted or forwarded, with their day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["MailPart", "part_mail"]

_WROTE = re.compile(r"on\b.{6,200}\bwrote\s*:$", re.IGNORECASE)
_FORWARD = re.compile(
    r"-*\s*(?:begin forwarded message|forwarded message|original message|forwarded by\b.*)"
    r"\s*:?\s*-*",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\W*(?:from|sent|date|to|cc|subject|reply-to)\W*:", re.IGNORECASE)
_FROM = re.compile(r"\W*from\W*:", re.IGNORECASE)
_DATE = re.compile(r"\W*(?:sent|date)\W*:", re.IGNORECASE)
_HEADS = 12  # lines of the head of a forwarded mail at most, blank ones among them
_MARK = re.compile(r"^[\s>]*>[\s>]*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = (
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[ -](?P<month>[a-z]{3})[a-z]*\.?,?[ -]"
               r"(?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?P<month>[a-z]{3})[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
               re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
)  # fmt: skip


@dataclass(slots=True)
class MailPart:
    """Lines of a mail. day: as 2023-05-10, that they were written on; None where not known.

    quoted: they are another's, or older. whole: they go on to the mail's end or the next head.
    """

    lines: list[str]
    quoted: bool = False
    day: str | None = None
    whole: bool = False


def part_mail(lines: Sequence[str]) -> list[MailPart]:
    """Return the parts of a mail in order, its own lines first; marks of quoting are taken off."""
    parts, at = [MailPart([])], 0
    while at < len(lines):
        if (head := _head_at(lines, at)) is not None:
            count, day = head
            following = next((line for line in lines[at + count :] if line.strip()), "")
            parts.append(MailPart([], True, day, whole=_MARK.match(following) is None))
            parts[-1].lines += [_bare(line) for line in lines[at : at + count]]
            at += count
            continue
        _add(parts, lines[at])
        at += 1
    return parts


def _add(parts: list[MailPart], line: str) -> None:
    last, marked = parts[-1], _MARK.match(line) is not None
    if marked and not last.quoted:
        parts.append(MailPart([], True))
    elif last.quoted and not last.whole and not marked and line.strip():
        parts.append(MailPart([]))
    parts[-1].lines.append(_bare(line) if marked else line)


def _bare(line: str) -> str:
    return _MARK.sub("", line)


def _head_at(lines: Sequence[str], at: int) -> tuple[int, str | None] | None:
    """Return how many lines the head of a quoted mail has, and its day; None for no head."""
    line = _bare(lines[at]).strip()
    both = f"{line} {_bare(lines[at + 1]).strip()}" if at + 1 < len(lines) else line
    if _WROTE.fullmatch(line):
        return 1, _day_in(line)
    if line.lower().startswith("on ") and _WROTE.fullmatch(both):
        return 2, _day_in(both)
    forwarded = line != "" and _FORWARD.fullmatch(line) is not None
    heads = list(_heads(lines, at + forwarded))
    dated = next((head for head in heads if _DATE.match(head)), None)
    if forwarded or (_FROM.match(line) and dated is not None):
        return forwarded + len(heads), _day_in(dated or "")
    return None


def _heads(lines: Sequence[str], at: int) -> Iterator[str]:
    """Yield the lines of a head from one on, up to the blank one after the last of them."""
    window = [_bare(line) for line in lines[at : at + _HEADS]]
    named = [number for number, line in enumerate(window) if _HEAD.match(line)]
    until = 0
    for number in named:
        if any(window[until:number]):
            break
        until = number + 1
    yield from window[:until]


def _day_in(words: str) -> str | None:
    for pattern in _DAYS:
        met = pattern.search(words)
        if met is None:
            continue
        month = met["month"].lower()
        if not month.isdigit() and month not in _MONTHS:
            continue
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        try:
            return datetime.date(int(met["year"]), number, int(met["day"])).isoformat()
        except ValueError:
            return None
    return None

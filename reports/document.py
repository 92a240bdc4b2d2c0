"""A report: its text as read, and what it says of itself. Offsets everywhere count code points."""

from __future__ import annotations

import bisect
import datetime
import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from gazetteer.errors import GazetteerError, StrikemapError
from gazetteer.mentions.table import read_document

__all__ = ["ENDINGS", "Report", "ReportError", "parse_published", "read_report_file", "squeeze"]

ENDINGS = (".txt", ".html", ".htm")
_META_LINE = re.compile(r"\A\ufeff?#META\b[^\n]*?\bdate:\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_HTML_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "publish-date", "og:published_time", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_POST = re.compile(r"https?://(?:twitter|x)\.com/\S*?status/(\d{15,20})")
_POSTS_FROM_MS = 1288834974657  # the zero of the numbers of posts, ms since 1970


class ReportError(StrikemapError, ValueError):
    """A report cannot be read; the message names file and remedy."""


@dataclass(frozen=True, slots=True)
class Report:
    """A text to read. published: days that it may be of, first and last; None where unknown.

    basis: where the day of publication was found, in words. breaks: where white space was left
    out, as (place in text, place in the file); offsets of the file come from `in_file`.
    """

    name: str
    text: str
    published: tuple[datetime.date, datetime.date] | None = None
    basis: str = ""
    breaks: tuple[tuple[int, int], ...] = ()

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the file of a span of the text."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        number = bisect.bisect_right(self.breaks, at, key=lambda pair: pair[0]) - 1
        if number < 0:
            return at
        here, there = self.breaks[number]
        return there + at - here

    @property
    def day(self) -> datetime.date | None:
        """The day of publication, where it is known to the day."""
        same = self.published is not None and self.published[0] == self.published[1]
        return self.published[0] if self.published and same else None


def parse_published(words: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of 2015-10-07, 2015-10 or 2015.

    Raises ValueError for anything else.
    """
    parts = [int(part) for part in words.strip().split("-")]
    if not re.fullmatch(r"\d{4}(-\d{1,2}){0,2}", words.strip()):
        raise ValueError(words)
    if len(parts) == 3:
        day = datetime.date(*parts)
        return day, day
    first = datetime.date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    later = datetime.date(first.year + (len(parts) == 1), 1 if len(parts) == 1 else first.month, 1)
    if len(parts) == 2:
        later = (first + datetime.timedelta(days=31)).replace(day=1)
    return first, later - datetime.timedelta(days=1)


def read_report_file(path: Path, *, published: str | None = None) -> Report:
    """Read a report with its own day of publication, which goes before the one that is given.

    Raises ReportError naming file, line and remedy.
    """
    try:
        text = read_document(path)
    except GazetteerError as error:
        raise ReportError(str(error)) from error
    own, basis = _own_date(path, text)
    shown = text
    if path.suffix.lower() in (".html", ".htm"):
        shown = blank_markup(text)
    shown, breaks = squeeze(shown)
    words = own or published
    if words is None:
        return Report(path.stem, shown, *_date_of_post(text), breaks)
    try:
        days = parse_published(words)
    except ValueError as error:
        raise ReportError(
            f"{path}: {words!r} is no day of publication; write it as 2023-05-10"
        ) from error
    return Report(path.stem, shown, days, basis if own else "as given", breaks)


_WIDE = re.compile(r"\s{2,}")


def squeeze(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text with white space of at most two signs together, and its breaks; see Report.

    So words stand as near as they are read, whatever markup was between them.
    """
    parts: list[str] = []
    breaks: list[tuple[int, int]] = []
    at = length = 0
    for met in _WIDE.finditer(text):
        lines = met[0].count("\n")
        kept = "\n\n" if lines > 1 else "\n" if lines else " "
        parts += [text[at : met.start()], kept]
        length += met.start() - at + len(kept)
        at = met.end()
        breaks.append((length, at))
    return "".join([*parts, text[at:]]), tuple(breaks)


def _own_date(path: Path, text: str) -> tuple[str | None, str]:
    if met := _META_LINE.match(text):
        return met[1], "the file's first line"
    if path.suffix.lower() in (".html", ".htm"):
        found = _Dates()
        found.feed(text)
        return found.date, "the page's own date"
    return None, ""


def _date_of_post(text: str) -> tuple[tuple[datetime.date, datetime.date] | None, str]:
    """Return the day of the newest post that a text links to: its number holds its time (UTC)."""
    stamps = [(int(number) >> 22) + _POSTS_FROM_MS for number in _POST.findall(text)]
    if not stamps:
        return None, ""
    day = datetime.datetime.fromtimestamp(max(stamps) / 1000, datetime.UTC).date()
    return (day, day), "the newest post that the text links to"


class _Dates(HTMLParser):
    """The first date of publication that a page's metadata or its time elements give."""

    def __init__(self) -> None:
        super().__init__()
        self.date: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the date of a meta or time element."""
        given = {name: value or "" for name, value in attrs}
        named = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = ""
        if tag == "meta" and named in _HTML_DATES:
            value = given.get("content", "")
        elif tag == "time":
            value = given.get("datetime", "")
        if self.date is None and (met := _ISO.match(value.strip())):
            self.date = met[0]


_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|svg|nav|footer|head)\b.*?</\1\s*>|<![^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h\d|br|tr|td|th|table|article|section|figure|figcaption|blockquote"
    r"|header|main|aside|body|html)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def blank_markup(source: str) -> str:
    """Return a page's text at the offsets that it has in the file: what is markup made blank."""
    shown = _UNSEEN.sub(lambda met: " " * len(met[0]), source)
    shown = _BLOCK.sub(_as_break, shown)
    shown = _TAG.sub(lambda met: " " * len(met[0]), shown)
    return _ENTITY.sub(_as_sign, shown)


def _as_break(met: re.Match[str]) -> str:
    """Return two line ends where they fit: what stands in different blocks is no one sentence."""
    return "\n\n".ljust(len(met[0])) if len(met[0]) > 1 else " "


def _as_sign(met: re.Match[str]) -> str:
    """Return an entity as its sign, filled up to the entity's length."""
    sign = html.unescape(met[0])
    return sign.ljust(len(met[0])) if len(sign) <= len(met[0]) else met[0]

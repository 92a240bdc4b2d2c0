"""Web pages: what is markup made blank, so that offsets stay those of the file; their own date."""

from __future__ import annotations

import html
import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

__all__ = ["blank_markup", "date_of_page"]

_HTML_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
    "publish-date", "og:published_time", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def date_of_page(source: str) -> str | None:
    """Return the date of publication in a page's metadata, as 2023-05-10; else None."""
    found = _Dates()
    found.feed(source)
    return found.date


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
    r"<!--|<(?P<name>script|style|noscript|template|svg|nav|footer|head)\b", re.IGNORECASE
)
_DECLARATION = re.compile(r"<![^>]*>")
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h\d|br|tr|td|th|table|article|section|figure|figcaption|blockquote"
    r"|header|main|aside|body|html)\b[^>]*>",
    re.IGNORECASE,
)
_TABLE = re.compile(r"<(?P<close>/)?table\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^>]*>(?=\s*[^\s<])", re.IGNORECASE)
_LABEL = re.compile(r"(?:[^\s\d.!?]+(?: [^\s\d.!?]+){0,3}\.?)?")  # of up to four words
_LONGEST_CELL = 400  # signs; a table with longer ones sets out the page
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def blank_markup(source: str) -> str:
    """Return a page's text at the offsets that it has in the file: what is markup made blank.

    A table's rows are a line each, as those of a Word file: "label: value" or cells between bars.
    """
    shown = _blank_unseen(source)
    last = shown.rfind(">") + 1  # what opens after it closes nowhere: it would be looked for again
    shown, rest = shown[:last], shown[last:]
    shown = _DECLARATION.sub(_as_blank, shown)
    shown = _BLOCK.sub(_as_break, _with_rows(shown))
    shown = _TAG.sub(_as_blank, shown)
    return _ENTITY.sub(_as_sign, shown + rest)


def _blank_unseen(source: str) -> str:
    """Blank comments and elements that are not shown; one that is never closed hides no text."""
    parts, at, begun = [], 0, 0
    unclosed: set[str] = set()
    while met := _UNSEEN.search(source, at):
        name = (met["name"] or "").lower()
        end = None if name in unclosed else _closing(name).search(source, met.end())
        if end is None:
            unclosed.add(name)
            at = met.end()
            continue
        parts += [source[begun : met.start()], " " * (end.end() - met.start())]
        at = begun = end.end()
    return "".join([*parts, source[begun:]])


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>" if name else "-->", re.IGNORECASE)


def _with_rows(source: str) -> str:
    """Return a page with the rows of its tables as lines, at the same offsets.

    Not of a table that holds another one or long texts, which only sets out the page.
    """
    parts, at, opened = [], 0, None
    for met in _TABLE.finditer(source):
        if met["close"] and opened is not None:
            parts += [source[at:opened], _as_lines(source[opened : met.start()])]
            at = met.start()
        opened = None if met["close"] else met.end()
    return "".join([*parts, source[at:]])


def _as_lines(body: str) -> str:
    """Return what stands in a table with its rows as lines, or as it is where it has no such."""
    begins = [met.start() for met in _ROW.finditer(body)]
    rows = [body[start:end] for start, end in pairwise([*begins, len(body)])]
    if not _has_labels([[" ".join(_TAG.sub(" ", cell).split()) for cell in _CELL.split(row)[1:]]
                        for row in rows]):  # fmt: skip
        return body
    return body[: begins[0]] + "".join(_as_line(row) for row in rows)


def _has_labels(rows: list[list[str]]) -> bool:
    """Say whether the cells of a table stand under or beside labels, and are short."""
    if len(rows) < 2 or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return False
    labels = rows[0] if len(rows[0]) > 2 else [row[0] for row in rows if len(row) > 1]
    return any(labels) and all(_LABEL.fullmatch(label) for label in labels)


def _as_line(row: str) -> str:
    """Return a row as a line of the same length."""
    row = re.sub(r"[\r\n]", " ", row).replace("|", "/")
    first = _CELL.search(row)
    if first is not None:
        mark = " |" if len(_CELL.findall(row)) > 2 else ":"
        rest = _CELL.sub(lambda met: mark.ljust(len(met[0])), row[first.end() :])
        row = row[: first.end()] + _BREAK.sub(lambda met: ",".ljust(len(met[0])), rest)
    return "\n" + _TAG.sub(_as_blank, row)[1:]


def _as_blank(met: re.Match[str]) -> str:
    return " " * len(met[0])


def _as_break(met: re.Match[str]) -> str:
    """Return two line ends where they fit: what stands in different blocks is no one sentence."""
    return "\n\n".ljust(len(met[0])) if len(met[0]) > 1 else " "


def _as_sign(met: re.Match[str]) -> str:
    """Return an entity as its sign, filled up to the entity's length."""
    sign = html.unescape(met[0])
    return sign.ljust(len(met[0])) if len(sign) <= len(met[0]) else met[0]

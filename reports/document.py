"""A report: its text as read, and what it says of itself. Offsets everywhere count code points."""

from __future__ import annotations

import bisect
import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from gazetteer.limits import TEXT
from reports.errors import ReportError
from reports.formats.archive import inside, read_bytes
from reports.formats.mail import text_of_mail
from reports.formats.page import blank_markup, date_of_page
from reports.formats.pdf import text_of_pdf
from reports.formats.plain import decode
from reports.formats.word import text_of_word
from reports.words.attacks import find_acts
from reports.words.languages import tell_language
from reports.words.wording import load_wording

__all__ = [
    "ARCHIVE",
    "ENDINGS",
    "UNREAD",
    "Report",
    "ReportError",
    "parse_published",
    "read_report_file",
    "squeeze",
]

ARCHIVE = ".zip"
# Of texts that people hand over and that are not read: each is refused by name, not passed over.
UNREAD = (".doc", ".docm", ".rtf", ".odt", ".pages", ".msg", ".mht", ".mhtml", ".epub", ".md")
ENDINGS = (".txt", ".html", ".htm", ".docx", ".pdf", ".eml")
_META_LINE = re.compile(r"\A\ufeff?#META\b[^\n]*?\bdate:\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_POST = re.compile(r"https?://(?:twitter|x)\.com/\S*?status/(\d{15,20})")
_POSTS_FROM_MS = 1288834974657  # the zero of the numbers of posts, ms since 1970


Published = tuple[datetime.date, datetime.date] | None
Part = tuple[
    int, bool, Published
]  # of a mail or posts: where it begins, whether it is quoted, its days


@dataclass(frozen=True, slots=True)
class Report:
    """A text to read. published: days that it may be of, first and last; None where unknown.

    basis: where the day of publication was found, in words. breaks: where white space was left
    out, as (place in text, place in the file); offsets of the file come from `in_file`. parts: of a
    mail, or of posts under stamps; see `published_at`. source: the text as written, where marks of
    vowels were left out of it; "" elsewhere.

    >>> Report("sana", "Aircraft bombed Talbiseh on 30 September 2015.").day is None
    True
    """

    name: str
    text: str
    published: tuple[datetime.date, datetime.date] | None = None
    basis: str = ""
    breaks: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    source: str = ""

    def words_at(self, start: int, end: int) -> str:
        """Return the words of a span as they are written, marks of vowels among them."""
        if not self.source or start >= end:
            return self.text[start:end]
        first, last = self.in_file(start, end)
        if met := _MARKS.match(self.source, last):
            last = met.end()
        return _WIDE.sub(lambda met: met["vowels"] or _gap(met[0]), self.source[first:last])

    def as_written(self, words: str, at: int) -> str:
        """Return words read at a place of the text or after it as they are written."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        met = pattern.search(self.text, at) or pattern.search(self.text)
        return " ".join(self.words_at(*met.span()).split()) if met and words else words

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the file of a span of the text."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        number = bisect.bisect_right(self.breaks, at, key=lambda pair: pair[0]) - 1
        if number < 0:
            return at
        here, there = self.breaks[number]
        return there + at - here

    def part_at(self, at: int) -> int:
        """Return the number of the part that a place in the text is in; -1 before the first."""
        return bisect.bisect_right(self.parts, at, key=lambda part: part[0]) - 1

    def is_quoted(self, at: int) -> bool:
        """Say whether a place in the text is in words that were written by another, or before."""
        number = self.part_at(at)
        return number >= 0 and self.parts[number][1]

    def published_at(self, at: int) -> Published:
        """Return the days that words at a place may be of; None for those quoted without one."""
        number = self.part_at(at)
        if number < 0:
            return self.published
        _, quoted, days = self.parts[number]
        return days if quoted else days or self.published

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
    try:
        if len(parts) == 2:
            later = (first + datetime.timedelta(days=31)).replace(day=1)
        return first, later - datetime.timedelta(days=1)
    except OverflowError as error:  # the last month that there is
        raise ValueError(words) from error


def read_report_file(path: Path, *, published: str | None = None) -> Report:
    """Read a report with its own day of publication, which goes before the one that is given.

    path: a file of ENDINGS, or one inside a .zip, as `inside` of reports.formats.archive gives it.
    Offsets are those of a .txt or .html as it stands, else of the text taken out of the file.
    Raises ReportError naming file, line and remedy.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "sana.txt"
    ...     _ = file.write_text("Aircraft bombed Talbiseh, killing three.", encoding="utf-8")
    ...     report = read_report_file(file, published="2015-10-01")
    >>> report.name, report.day, report.basis
    ('sana', datetime.date(2015, 10, 1), 'as given')
    """
    text, own, basis, starts = _read_text(path)
    if len(text) > TEXT.most:
        raise ReportError(
            f"{path}: has {len(text):,} letters, more than {TEXT}; cut it into its articles"
        )
    shown, breaks = squeeze(text)
    parts = tuple((_shown_at(at, breaks), quoted, parse_published(day) if day else None)
                  for at, quoted, day in starts)  # fmt: skip
    source = text if _MARKS.search(text) else ""
    words = own or published
    if words is None:
        return Report(path.stem, shown, *_date_of_post(text), breaks, parts, source)
    try:
        days = parse_published(words)
    except ValueError as error:
        raise ReportError(
            f"{path}: {words!r} is no day of publication; write it as 2023-05-10"
        ) from error
    return Report(path.stem, shown, days, basis if own else "as given", breaks, parts, source)


def _shown_at(at: int, breaks: tuple[tuple[int, int], ...]) -> int:
    """Return where a place of the text as read is after `squeeze`."""
    number = bisect.bisect_right(breaks, at, key=lambda pair: pair[1]) - 1
    return at if number < 0 else breaks[number][0] + at - breaks[number][1]


Read = tuple[str, str | None, str, tuple[tuple[int, bool, str | None], ...]]


def _read_text(path: Path) -> Read:
    """Return a file's text, its own date, where that stands, and the parts of a mail."""
    ending = path.suffix.lower()
    if ending == ARCHIVE and path.is_file():
        raise ReportError(f"{path}: holds {len(inside(path, ENDINGS))} reports; give their paths")
    if ending in UNREAD:
        raise ReportError(f"{path}: a {ending} is not read; save it as .docx, .pdf or .txt")
    data = read_bytes(path)
    if ending == ".docx":
        text = text_of_word(data, path)
    elif ending == ".pdf":
        text = text_of_pdf(data, path, _begins_anew)
    elif ending == ".eml":
        mail = text_of_mail(data, path, _begins_anew)
        return mail.text, mail.day, "the day that the mail was sent", mail.parts
    else:
        text = decode(data, path)
    if met := _META_LINE.match(text):
        return text, met[1], "the file's first line", ()
    if ending in (".html", ".htm"):
        return blank_markup(text), date_of_page(text), "the page's own date", ()
    return text, None, "", ()


def _begins_anew(line: str) -> bool:
    """Say whether a line of a layout has an act of its own, so that it goes on with no other."""
    return any(not act.weak for act in find_acts(line, load_wording(tell_language(line)), None))


_MARKS = re.compile(r"[\u064b-\u0652\u0640]+")  # vowels of Arabic, and what draws a word long
_WIDE = re.compile(rf"\s{{2,}}|(?P<vowels>{_MARKS.pattern})")


def _gap(space: str) -> str:
    lines = space.count("\n")
    return "\n\n" if lines > 1 else "\n" if lines else " "


def squeeze(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text with white space of at most two signs together, and its breaks; see Report.

    So words stand as near as they are read, whatever markup was between them. Marks of vowels are
    left out of Arabic words, as most writers leave them out.
    """
    parts: list[str] = []
    breaks: list[tuple[int, int]] = []
    at = length = 0
    for met in _WIDE.finditer(text):
        kept = "" if met["vowels"] else _gap(met[0])
        parts += [text[at : met.start()], kept]
        length += met.start() - at + len(kept)
        at = met.end()
        breaks.append((length, at))
    return "".join([*parts, text[at:]]), tuple(breaks)


def _date_of_post(text: str) -> tuple[tuple[datetime.date, datetime.date] | None, str]:
    """Return the day of the newest post that a text links to: its number holds its time (UTC)."""
    stamps = [(int(number) >> 22) + _POSTS_FROM_MS for number in _POST.findall(text)]
    if not stamps:
        return None, ""
    day = datetime.datetime.fromtimestamp(max(stamps) / 1000, datetime.UTC).date()
    return (day, day), "the newest post that the text links to"

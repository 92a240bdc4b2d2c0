"""Lines of a chronicle or a list: the year that its title gives, the places they begin with."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence

from gazetteer.mentions.document import Mention
from reports.document import Published, Report
from reports.draft import Draft
from reports.sentences import Sentence
from reports.telling import FIRST, Told
from reports.words.attacks import find_acts
from reports.words.days import Days, find_days, is_of_dateline
from reports.words.wording import Wording

__all__ = [
    "CITY_NAME", "CLOCK", "UNDER", "begun_on", "is_field", "is_numbered", "is_recent",
    "lists_places", "place_of_heading", "year_of_title",
]  # fmt: skip

CITY_NAME = re.compile(r"[A-ZА-ЯЄІЇҐ][\w’'-]+(?: [A-ZА-ЯЄІЇҐ][\w’'-]+){0,2}|[ء-ي]+")
# What stands before the day that a text begins with: signs, a place and its country.
_PLACED = re.compile(rf"[^\w]*(?:(?:{CITY_NAME.pattern})\s*[,:(\[|–—-]+\s*){{0,3}}[^\w]*")
_HEAD = 80  # signs of a sentence in which a dateline's day ends
UNDER = 3  # lines under a heading that are of its place

CLOCK = re.compile(
    r"\W{0,4}(?:(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?!\d|[.:/-]\d)"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    r"|(?P<full>0?[1-9]|1[0-2]) ?(?P<of>[AaPp])\.?[Mm]\b\.?)"
)
_LEAST = 3  # lines that make a log
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "2015-16", "2015/2016"
_TWO_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-–—/] ?(?:(?:19|20)\d\d|\d\d)(?![\d-])")
_RECENT = 45  # days before a text was published of which it is news
_ENTRY, _ENTRY_WORDS = 70, 8  # signs and words of a sentence that names a line's place
# Behind a place: "May 4", "4 May", "SANA -", "(AFP)", "-".
_DATELINE = re.compile(r"[^\w()–—-]*(?:\d|\w+\.? \d|\(|(?:[\w.’-]+[ ,.]+){0,3}[-–—]\s)")
_LEADS = 30  # signs of a line in which its day stands
_GOES_ON = datetime.timedelta(days=14)  # from a strike to a publication that goes on with it
_TITLE = 2  # sentences that may be a title


def year_of_title(
    text: str, sentences: Sequence[Sentence], wordings: Sequence[Wording], published: Published
) -> tuple[datetime.date, datetime.date] | None:
    """Return the days of the one year in a title over lines that begin with days without a year.

    None where the days do not run one way, as those that go over New Year, and where the text was
    published in that year, or soon after the days that it tells of in its own.
    """
    titles = [text[one.start : one.end] for one in sentences[:_TITLE]]
    years = {met[0] for title in titles for met in _YEAR.finditer(title)}
    if len(years) != 1 or any(_is_no_title(title, wordings[at]) for at, title in enumerate(titles)):
        return None
    year = int(years.pop())
    span = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    led = []
    for one, wording in zip(sentences, wordings, strict=True):
        words = text[one.start : min(one.end, one.start + _LEADS)]
        if day := _leading(words, find_days(words, span, wording.language)):
            led.append(day)
    if len(led) < _LEAST or sorted(led) not in (led, led[::-1]):
        return None
    return None if published and _is_news(led, published[1]) else span


def _is_no_title(title: str, wording: Wording) -> bool:
    """Say whether a title names two years in one, or is of a day long past."""
    history = wording.pattern("days", "history").search(title)
    return history is not None or _TWO_YEARS.search(title) is not None


def _is_news(led: Sequence[datetime.date], day: datetime.date) -> bool:
    """Say whether lines of some days are of the year of publication: its own, or just past."""
    if any(one.year >= day.year for one in led):
        return True
    back = {(day - datetime.timedelta(days=at)).timetuple()[1:3] for at in range(_RECENT)}
    return any((one.month, one.day) in back for one in led)


def _leading(words: str, days: Sequence[Days]) -> datetime.date | None:
    """Return the day of a month without a year that a line begins with."""
    first = next(iter(days), None)
    if first is None or first.precision != "day" or _YEAR.search(words[first.start : first.end]):
        return None
    return None if any(map(str.isalnum, words[: first.start])) else first.first


def lists_places(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], wording: Wording
) -> bool:
    """Say whether several lines of a text begin with little but a place and go on with an attack.

    Not where one of them does not, or has the day or the dash of a dateline behind its name: then
    the names are of where the lines were written.
    """
    starts = [mention.start for mention in mentions]
    found = 0
    for before, one, after in zip((None, *sentences), sentences, sentences[1:], strict=False):
        if one.end - one.start > _ENTRY or after.paragraph != one.paragraph:
            continue
        if before is not None and before.paragraph == one.paragraph:
            continue
        words = text[one.start : one.end]
        at = bisect_left(starts, one.start)
        named = at < bisect_left(starts, one.end) and len(words.split()) <= _ENTRY_WORDS
        if not named or find_acts(words, wording, None):
            continue
        behind = text[mentions[at].end : after.end]
        if _DATELINE.match(behind) or not find_acts(behind, wording, None):
            return False
        found += 1
    return found >= _LEAST


def is_recent(draft: Draft, report: Report) -> bool:
    """Say whether a strike's day is within two weeks of the publication, or neither is known.

    What a later paragraph goes on with is otherwise as likely of the publication's own days.
    """
    told, published = draft.days.first if draft.days else None, report.day
    return told is None or published is None or abs(published - told) <= _GOES_ON


def place_of_heading(told: Told, wording: Wording, over: str = "") -> Mention | None:
    """Return the one place of a heading over one of several strikes: "Incident 2: Hish hospital".

    None for an area, and where several places are named. over: as `is_numbered`.
    """
    named = [part for part in told.parts if part.is_struck]
    fine = len(named) == 1 and named[0].mention.match.location_status != "area_only"
    return named[0].mention if fine and is_numbered(told, wording, over) else None


def is_numbered(told: Told, wording: Wording, over: str = "") -> bool:
    """Say whether a sentence is a heading over one of several strikes, without an act itself.

    over: the line above it, which may hold the number alone: "Incident 3".
    """
    numbered = wording.pattern("places", "numbered")
    heads = numbered.match(told.text) or (over and numbered.fullmatch(f"{over.rstrip(' .:')}:"))
    is_short = "," in told.text and len(told.text.split()) <= _ENTRY_WORDS + _LEAST
    if not heads or told.stands or told.toll:
        return False
    return is_short or not told.text.endswith(".")


def is_field(text: str, wording: Wording) -> bool:
    """Say whether a line is the date of a list on a strike: "Date: 9 May 2023"."""
    field = wording.any_of(wording.words("fields", "date"), after=r"\s*:")
    return field.search(text) is not None


def begun_on(lines: Sequence[tuple[str, Wording]]) -> tuple[datetime.date, str] | None:
    """Return the day that a text begins with, as a dateline or behind a place, and its name.

    None where several sentences begin so, as in a list: each is of its own day.
    """
    heads = [
        (number, text, day, wording)
        for number, (text, wording) in enumerate(lines)
        if any(map(str.isdigit, text[:_HEAD]))
        for day in find_days(text[:_HEAD], None, wording.language)
        if day.first and day.first == day.last
    ]
    for begins, basis in _BEGINNINGS:
        found = [(number, day.first) for number, text, day, wording in heads
                 if begins(text, day, wording)]  # fmt: skip
        if len(found) == 1 and found[0][0] < FIRST and found[0][1]:
            return found[0][1], basis
    return None


def _is_headed(text: str, day: Days, wording: Wording) -> bool:
    """Say whether a day stands first, alone or behind a place: "Idlib (9 May 2023): ..."."""
    return _PLACED.fullmatch(text, 0, day.start) is not None and not is_field(text, wording)


_BEGINNINGS = (
    (is_of_dateline, "the text's dateline"),
    (_is_headed, "the day that the text begins with"),
)

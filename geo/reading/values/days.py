"""One date as people write it -> its days: by numbers, by names, compact, a month, a season."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from geo.reading.values.clock import TIME, find_time
from geo.reading.values.months import MONTHS, PARTS_OF, QUARTERS, SEASONS, WEEKDAYS, any_of
from geo.reading.values.spans import REMEDY, SAY_ORDER, DateError, Order, OrderError, Span, make_day

__all__ = ["MONTH", "NUMBERS_DAY", "month_number", "plain_date", "read_single"]

MONTH = f"(?:{any_of(MONTHS)})"
_GAP = r"[ \-./,_]*"
_ORDINAL = r"(?:st|nd|rd|th|er|eme|-?го|-?е|\.)?"
_YEAR = r"(?P<y>\d{4}|'?\d{2}(?!\d))"
NUMBERS_DAY = re.compile(rf"(?P<a>\d{{1,2}})([-/. ])(?P<b>\d{{1,2}})\2(?P<y>\d{{4}}){TIME}")
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<y>\d{{4}})([-/._])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){TIME}",
        rf"(?P<y>\d{{4}})(?P<m>\d{{2}})(?P<d>\d{{2}}){TIME}",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})t?(?P<h>\d{2})(?P<min>\d{2})(?:\d{2})?(?P<zone>z)?",
        rf"(?P<d>\d{{2}})(?P<h>\d{{2}})(?P<min>\d{{2}}) ?(?P<zone>z) ?(?P<m>{MONTH}) ?{_YEAR}",
        rf"(?P<d>\d{{1,2}}){_ORDINAL}{_GAP}(?P<m>{MONTH}){_GAP}{_YEAR}{TIME}",
        rf"(?P<m>{MONTH}){_GAP}(?P<d>\d{{1,2}})(?!\d){_ORDINAL}{_GAP}(?<!\d){_YEAR}{TIME}",
        rf"(?P<y>\d{{4}}){_GAP}(?P<m>{MONTH}){_GAP}(?P<d>\d{{1,2}}){_ORDINAL}{TIME}",
        rf"(?P<m>{MONTH}) (?P<d>\d{{1,2}}){TIME} (?P<y>\d{{4}})",
    )
)
_ISO_MONTH = re.compile(r"(?P<y>\d{4})[-/._](?P<m>\d{1,2})|(?P<m2>\d{1,2})[/.-](?P<y2>\d{4})")
_NAMED_MONTH = re.compile(
    rf"(?P<m>{MONTH}){_GAP}(?P<y>\d{{4}})|(?P<y2>\d{{4}}){_GAP}(?P<m2>{MONTH})"
)
_ONLY_YEAR = re.compile(r"(?:in )?(?P<y>\d{4})(?:\.0)?")
_WEEK = re.compile(r"(?P<y>\d{4})-?w(?P<w>\d{1,2})")
_SEASON = rf"(?P<s>{any_of(SEASONS)}|{any_of(QUARTERS)})"
_OF_YEAR = re.compile(
    rf"{_SEASON}{_GAP}(?:of )?(?P<y>\d{{4}})(?P<next>[-/](?:\d{{4}}|\d{{2}}))?"
    rf"|(?P<y2>\d{{4}}){_GAP}{_SEASON.replace('?P<s>', '?P<s2>')}"
)
_PART_OF = re.compile(rf"(?:{any_of(PARTS_OF)})[ -]?(?P<rest>.*\d{{4}})")
_WEEKDAY = re.compile(
    rf"^(?:{any_of(WEEKDAYS)})\.?,? +(?=\d|{MONTH})|,? \(?(?:{any_of(WEEKDAYS)})\)?$"
)
_TIME_OF_DAY = re.compile(
    r"^(?:on |in )?(?:the )?(?:(?:early |late )?(?:night|evening|morning|afternoon) of|"
    r"overnight(?: on)?|on) (?:the )?(?=\d|[^\W\d_]{3})"
)
_TWO_NAMES = re.compile(
    rf"(?P<one>{MONTH}) ?[/(] ?(?P<other>{MONTH})\)?"
)  # Arabic press writes both


def plain_date(plain: str) -> str:
    """Return a plain text without the words around a date: weekdays, "of", "year"."""
    plain = _WEEKDAY.sub("", _TIME_OF_DAY.sub("", plain))
    plain = _TWO_NAMES.sub(
        lambda found: found["one"] if MONTHS[found["one"]] == MONTHS[found["other"]] else found[0],
        plain,
    )
    plain = re.sub(rf"(?<=[\w.]) (?:del?|of) (?=(?:{MONTH})\b|\d{{4}})", " ", plain)
    return re.sub(r" ?(?:г|г\.|года|р\.|року|م|yili)$", "", plain)


def read_single(plain: str, order: Order | None, unclear: str, *, zone: str | None) -> Span | None:
    """Read one date, month, season or year, None where the text is none of them."""
    if found := NUMBERS_DAY.fullmatch(plain):
        return _day_of_numbers(found, order, unclear, zone=zone)
    for pattern in _DAYS:
        if found := pattern.fullmatch(plain):
            return _day(found.groupdict(), plain, zone)
    if found := _ONLY_YEAR.fullmatch(plain):
        return _months(found["y"], 1, 12, plain)
    if found := _ISO_MONTH.fullmatch(plain) or _NAMED_MONTH.fullmatch(plain):
        month, year = month_number(found["m"] or found["m2"]), found["y"] or found["y2"]
        return _months(year, month, 1, plain) if month else _months(year, 1, 12, plain)
    if found := _WEEK.fullmatch(plain):
        return _week(found, plain)
    if found := _OF_YEAR.fullmatch(plain):
        return _part_of_year(found, plain)
    if found := _PART_OF.fullmatch(plain):
        return read_single(found["rest"].strip(), order, unclear, zone=zone)
    return None


def month_number(text: str) -> int:
    """Return the number of a month that is given by number or by name."""
    return MONTHS.get(text) or int(text)


def _day(parts: dict[str, str | None], plain: str, zone: str | None) -> Span:
    year, month = _full_year(str(parts["y"])), month_number(str(parts["m"]))
    day = int(str(parts["d"]))
    if month == 0 and day == 0:
        return _months(year, 1, 12, plain)
    if day == 0:
        return _months(year, month, 1, plain)
    return _timed(make_day(year, month, day, plain), parts, zone)


def _full_year(text: str) -> str:
    """Return a year of four digits: 00 to 69 are of this century, as in POSIX."""
    bare = text.lstrip("'")
    return bare if len(bare) == 4 else f"{20 if int(bare) < 70 else 19}{bare}"


def _timed(day: date, parts: dict[str, str | None], zone: str | None) -> Span:
    clock = find_time(parts, day, zone)
    moved = clock.day != day
    return Span(clock.day, clock.day, "day", clock.time_local, moved, clock.strange, clock.turned)


def _day_of_numbers(
    found: re.Match[str], order: Order | None, unclear: str, *, zone: str | None
) -> Span:
    first, second = int(found["a"]), int(found["b"])
    if first == 0:
        months = (second, 1) if second else (1, 12)
        return _months(found["y"], *months, found[0])
    if first <= 12 and second <= 12 and first != second and order is None:
        raise OrderError(
            f"date {found[0]!r} may be day/month or month/day, and {unclear or 'nothing decides'}; "
            f"write it as year-month-day, or {SAY_ORDER}"
        )
    month_first = first <= 12 and (second > 12 or order == "month first")
    month, day = (first, second) if month_first else (second, first)
    start = make_day(found["y"], month, day, found[0])
    return _timed(start, found.groupdict(), zone)


def _months(year: str, month: int, months: int, written: str) -> Span:
    """Return the span of some whole months of a year."""
    start = make_day(year, month, 1, written)
    at = start.month - 1 + months - 1
    last_year, last_month = start.year + at // 12, at % 12 + 1
    end = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return Span(start, end, "month" if months == 1 else "year")


def _week(found: re.Match[str], plain: str) -> Span:
    try:
        monday = date.fromisocalendar(int(found["y"]), int(found["w"]), 1)
    except ValueError:
        raise DateError(f"date {plain!r}: the year has no such week; {REMEDY}") from None
    return Span(monday, monday + timedelta(days=6), "week")


def _part_of_year(found: re.Match[str], plain: str) -> Span:
    name, year = found["s"] or found["s2"], found["y"] or found["y2"]
    if name in QUARTERS:
        return _months(year, *QUARTERS[name], plain)
    if SEASONS[name] == 12 and not found["next"]:
        raise DateError(
            f"date {plain!r}: a winter lies in two years; write it as 2015-12 to 2016-02"
        )
    return _months(year, SEASONS[name], 3, plain)

"""Dates as tables write them -> inclusive days with a precision; nothing is guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gazetteer.spelling.normalise import fold_figures, fold_words

__all__ = [
    "DateError",
    "Order",
    "OrderError",
    "Span",
    "find_order",
    "is_undated",
    "join_spans",
    "read_span",
]

Order = Literal["day first", "month first"]

_UNDATED = {"", "-", "--", "?", "n/a", "na", "none", "null", "nan", "nat", "unknown", "undated",
            "not reported", "not known", "no date", "غير معروف", "غير محدد"}  # fmt: skip
_MONTH_NAMES = (
    ("january", "jan", "يناير", "كانون الثاني"),
    ("february", "feb", "فبراير", "شباط"),
    ("march", "mar", "مارس", "آذار", "اذار"),
    ("april", "apr", "أبريل", "ابريل", "نيسان"),
    ("may", "مايو", "أيار", "ايار"),
    ("june", "jun", "يونيو", "حزيران"),
    ("july", "jul", "يوليو", "تموز"),
    ("august", "aug", "أغسطس", "اغسطس", "آب", "اب"),
    ("september", "sept", "sep", "سبتمبر", "أيلول", "ايلول"),
    ("october", "oct", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"),
    ("november", "nov", "نوفمبر", "تشرين الثاني"),
    ("december", "dec", "ديسمبر", "كانون الأول", "كانون الاول"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_YEARS = range(1900, 2100)

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = r"(?:[t ](?P<time>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<zone>z| ?[+-]\d{2}:?\d{2})?)?"
_ISO_DAY = re.compile(rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){_TIME}")
_COMPACT_DAY = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_NUMBERS_DAY = re.compile(rf"(?P<a>\d{{1,2}})([-/.])(?P<b>\d{{1,2}})\2(?P<y>\d{{4}}){_TIME}")
_NAMED_DAY = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]+(?P<m>{_MONTH})\.?,?[ -]+(?P<y>\d{{4}})"
)
_DAY_NAMED = re.compile(rf"(?P<m>{_MONTH})\.? +(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<y>\d{{4}})")
_ISO_MONTH = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})|(?P<m2>\d{1,2})[/.-](?P<y2>\d{4})")
_NAMED_MONTH = re.compile(rf"(?P<m>{_MONTH})\.?,?[ -]+(?P<y>\d{{4}})")
_YEAR = re.compile(r"(?P<y>\d{4})")
_WEEK = re.compile(r"(?P<y>\d{4})-?w(?P<w>\d{1,2})")
_DAYS_OF_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}) ?[-–—] ?(?P<d2>\d{{1,2}}) +(?P<m>{_MONTH})\.?,? +(?P<y>\d{{4}})"
)
_DAYS_WITHOUT_YEAR = re.compile(rf"\d{{1,2}} +(?:{_MONTH})|(?:{_MONTH})\.? +\d{{1,2}}")
_BETWEEN = re.compile(r" to | until | till | إلى | – | — | - |–|—")
_REMEDY = "write it as year-month-day, such as 2015-09-30, or 2015-09 or 2015"


class DateError(ValueError):
    """A date that cannot be read; the message says why and what to do."""


class OrderError(DateError):
    """A date whose day and month cannot be told apart; a person must say which comes first."""


@dataclass(frozen=True, slots=True)
class Span:
    """Inclusive days, how sharp they are (a word of `date_precision`), and the time as stated."""

    start: date
    end: date
    precision: str
    time_local: str | None = None  # HH:MM; None where none is stated, or a time zone is


def is_undated(text: str) -> bool:
    """Say whether a cell means that no date is known."""
    return fold_words(text) in _UNDATED


def find_order(texts: Iterable[str]) -> tuple[Order | None, str]:
    """Find whether 3/4/2015 means day first or month first, from the dates that leave no doubt.

    Returns the order and why; None where no date decides or two dates contradict.
    """
    witness: dict[Order, str] = {}
    unclear = ""
    for text in texts:
        for found in _NUMBERS_DAY.finditer(fold_figures(text)):
            first, second = int(found["a"]), int(found["b"])
            if 12 < first <= 31 and second <= 12:
                witness.setdefault("day first", found[0])
            elif 12 < second <= 31 and first <= 12:
                witness.setdefault("month first", found[0])
            elif first != second:
                unclear = unclear or found[0]
    if len(witness) == 2:
        both = " and ".join(f"{text} is {order}" for order, text in witness.items())
        return None, f"the file writes dates both ways: {both}"
    for order, text in witness.items():
        return order, f"dates such as {unclear} read {order}, as {text} shows" if unclear else ""
    return None, "no date of the file shows whether the day or the month comes first"


def read_span(text: str, *, order: Order | None = None, unclear: str = "") -> Span:
    """Read one date, month, year, week or range.

    Args:
        text: the cell; not one that `is_undated`.
        order: how 3/4/2015 is meant; without it such a date is refused.
        unclear: why there is no order, for the message.

    Raises:
        DateError: the text is no date, or may mean two.
    """
    plain = fold_figures(text)
    for reader in (_read_week, _read_days_of_month):
        if span := reader(plain):
            return span
    if span := _read_single(plain, order, unclear):
        return span
    ends = _split_range(plain)
    if ends:
        first, last = (_read_single(end, order, unclear) for end in ends)
        if first and last:
            return join_spans(first, last)
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", plain):
        raise DateError(f"date {text!r} has a year of two digits; {_REMEDY}")
    if re.fullmatch(r"\d{5}(\.\d+)?", plain):
        raise DateError(
            f"date {text!r} is a bare number; format the column as a date in the spreadsheet"
        )
    raise DateError(f"date {text!r} is not understood; {_REMEDY}")


def join_spans(first: Span, last: Span) -> Span:
    """Return the span from the first's start to the last's end, as sharp as it is long.

    Raises DateError where it would end before it begins.
    """
    if last.end < first.start:
        raise DateError(
            f"the date ends ({last.end}) before it begins ({first.start}); swap the two"
        )
    if (first.start, first.end) == (last.start, last.end):
        return first
    days = (last.end - first.start).days + 1
    precision = next(word for most, word in _SHARPNESS if days <= most)
    return Span(first.start, last.end, precision, first.time_local)


_SHARPNESS = ((1, "day"), (7, "week"), (31, "month"), (10**6, "year"))  # days at most


def _split_range(plain: str) -> tuple[str, str] | None:
    if plain.startswith("between "):
        plain = plain.removeprefix("between ").replace(" and ", " to ")
    parts = [part.strip() for part in _BETWEEN.split(plain)]
    parts = [part.removeprefix("from ") for part in parts]
    if len(parts) == 1 and plain.count("/") == 1 and plain.count("-") >= 2:
        parts = plain.split("/")  # ISO 8601 interval
    if len(parts) != 2:
        return None
    first, last = parts
    if _DAYS_WITHOUT_YEAR.fullmatch(first):
        first = f"{first} {last[-4:]}" if first[0].isdigit() else f"{first}, {last[-4:]}"
    return first, last


def _read_single(plain: str, order: Order | None, unclear: str) -> Span | None:
    if found := _NUMBERS_DAY.fullmatch(plain):
        return _day_of_numbers(found, order, unclear)
    for pattern in (_ISO_DAY, _COMPACT_DAY, _NAMED_DAY, _DAY_NAMED):
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            day = _make_day(parts["y"], _month_number(parts["m"]), parts["d"], plain)
            return Span(day, day, "day", _local_time(parts))
    if found := _ISO_MONTH.fullmatch(plain) or _NAMED_MONTH.fullmatch(plain):
        parts = found.groupdict()
        year, month = parts["y"] or parts["y2"], parts["m"] or parts["m2"]
        start = _make_day(year, _month_number(month), "1", plain)
        last = calendar.monthrange(start.year, start.month)[1]
        return Span(start, start.replace(day=last), "month")
    if found := _YEAR.fullmatch(plain):
        start = _make_day(found["y"], 1, "1", plain)
        return Span(start, start.replace(month=12, day=31), "year")
    return None


def _day_of_numbers(found: re.Match[str], order: Order | None, unclear: str) -> Span:
    first, second = int(found["a"]), int(found["b"])
    if first <= 12 and second <= 12 and first != second and order is None:
        raise OrderError(
            f"date {found[0]!r} may be day/month or month/day, and {unclear or 'nothing decides'}; "
            "write it as year-month-day, or say which comes first when choosing the column"
        )
    month_first = first <= 12 and (second > 12 or order == "month first")
    month, day = (first, second) if month_first else (second, first)
    start = _make_day(found["y"], month, str(day), found[0])
    return Span(start, start, "day", _local_time(found.groupdict()))


def _read_week(plain: str) -> Span | None:
    found = _WEEK.fullmatch(plain)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(int(found["y"]), int(found["w"]), 1)
    except ValueError:
        raise DateError(f"date {plain!r}: the year has no such week; {_REMEDY}") from None
    return Span(monday, monday + timedelta(days=6), "week")


def _read_days_of_month(plain: str) -> Span | None:
    found = _DAYS_OF_MONTH.fullmatch(plain)
    if not found:
        return None
    month = _month_number(found["m"])
    first, last = (_make_day(found["y"], month, found[d], plain) for d in ("d", "d2"))
    return join_spans(Span(first, first, "day"), Span(last, last, "day"))


def _month_number(text: str) -> int:
    return _MONTHS.get(text) or int(text)


def _make_day(year: str, month: int, day: str, written: str) -> date:
    if int(year) not in _YEARS:
        raise DateError(f"date {written!r}: the year is not between 1900 and 2099; {_REMEDY}")
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise DateError(f"date {written!r}: the calendar has no such day; {_REMEDY}") from None


def _local_time(parts: dict[str, str | None]) -> str | None:
    time = parts.get("time")
    if not time or parts.get("zone") or time in ("00:00", "0:00"):
        return None
    return time.zfill(5)

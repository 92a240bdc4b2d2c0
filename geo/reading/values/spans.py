"""Inclusive days with their sharpness, and what is said of a date that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "REMEDY",
    "SAY_ORDER",
    "DateError",
    "Order",
    "OrderError",
    "Span",
    "join_spans",
    "make_day",
]

Order = Literal["day first", "month first"]

# Another door, such as the command line, puts its own words in its place (reading.remedies).
SAY_ORDER = 'say which comes first by order="day first" or order="month first"'
REMEDY = "write it as year-month-day, such as 2015-09-30, or 2015-09 or 2015"
_YEARS = range(1900, 2100)
_OTHER_CALENDARS = range(1300, 1500)  # Solar Hijri and Islamic years of our time
_SHARPNESS = ((1, "day"), (7, "week"), (31, "month"), (10**6, "year"))  # days at most


class DateError(ValueError):
    """A date that cannot be read; the message says why and what to do."""


class OrderError(DateError):
    """A date whose day and month cannot be told apart; a person must say which comes first."""


@dataclass(frozen=True, slots=True)
class Span:
    """Inclusive days, how sharp they are (a word of `date_precision`), and the time as stated.

    moved: the time zone of the text made it another day at the place. strange: the words behind
    the time that are no known zone, "" where there are none. turned: the zone made it another time.
    """

    start: date
    end: date
    precision: str
    time_local: str | None = None  # HH:MM; None where none is stated
    moved: bool = False
    strange: str = ""
    turned: bool = False


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
    moved, strange = first.moved or last.moved, first.strange or last.strange
    turned = first.turned or last.turned
    return Span(first.start, last.end, precision, first.time_local, moved, strange, turned)


def make_day(year: str | int, month: int, day: str | int, written: str) -> date:
    """Return a day of the calendar; raises DateError, naming the text, where there is none."""
    if int(year) in _OTHER_CALENDARS:
        raise DateError(
            f"date {written!r}: the year {year} is of the Persian or Islamic calendar, which "
            f"is not read; give the Gregorian date, such as 2015-09-30"
        )
    if int(year) not in _YEARS:
        raise DateError(f"date {written!r}: the year is not between 1900 and 2099; {REMEDY}")
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise DateError(f"date {written!r}: the calendar has no such day; {REMEDY}") from None

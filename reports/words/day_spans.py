"""Spans longer than a day in wordings of dates: months, years, "last week", "two months ago"."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any

from reports.words.wording import load_wording

__all__ = ["DAY", "SHIFTS", "Answer", "Published", "Table", "day_of", "days_in_units", "number_of",
           "read_ago", "read_month", "read_months", "read_shift", "read_unit",
           "read_year"]  # fmt: skip

Published = tuple[datetime.date, datetime.date] | None
Answer = tuple[datetime.date, datetime.date, str, float] | None
Table = dict[str, Any]
DAY = datetime.timedelta(days=1)
SHIFTS = {"day_before": -1, "earlier": -1, "day_next": 1, "later": 1}  # seen from another day
_DAYS = {"day": (1, 0), "week": (7, 3)}  # of a unit; within how many it is right


def day_of(published: Published) -> datetime.date | None:
    """Return the day of publication, where it is known to the day."""
    return published[0] if published and published[0] == published[1] else None


def number_of(words: list[str], said: str) -> int:
    """Return which of a language's words is said, from 1."""
    return next(n for n, word in enumerate(words, 1) if re.fullmatch(word, said, re.IGNORECASE))


def _month_days(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    first = datetime.date(year, month, 1)
    return first, datetime.date(year, month, calendar.monthrange(year, month)[1])


def read_month(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "in May", "last May", "May 2023"."""
    month, said = number_of(table["months"], met["month"]), met.groupdict()
    if said.get("year"):
        return *_month_days(int(said["year"]), month), "month", 0.9
    if published is None:
        return None
    seen = published[1]
    year = seen.year - (month > seen.month or (bool(said.get("last")) and month == seen.month))
    return *_month_days(year, month), "month", 0.8


def read_months(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "between December and March 2020"."""
    one, other = (number_of(table["months"], met[name]) for name in ("one", "month"))
    if not met["year"] and published is None:
        return None
    year = int(met["year"]) if met["year"] else published[1].year if published else 0
    if not met["year"] and published and other > published[1].month:
        year -= 1
    return _month_days(year - (one > other), one)[0], _month_days(year, other)[1], "month", 0.8


def _unit_of(said: str, table: Table) -> str:
    """Return day, week, month or year for the language's word."""
    units: dict[str, str] = table["units"]
    return next(unit for unit, words in units.items()
                if re.fullmatch(words, said, re.IGNORECASE))  # fmt: skip


def days_in_units(many: str | None, unit: str, table: Table) -> tuple[int, int]:
    """Return how many days "two weeks" are, and within how many that is right; 0 where unknown."""
    try:
        number = 1 if many is None else int(many) if many.isdigit() else _value(many, table)
        days, about = _DAYS[_unit_of(unit, table)]
    except (KeyError, StopIteration):  # "several days", "a month"
        return 0, 0
    return number * days, about


def _value(word: str, table: Table) -> int:
    return load_wording(table["language"]).value(word)


def read_shift(met: re.Match[str], name: str, table: Table) -> tuple[int, int]:
    """Return the days from another day told to "the next day", "two weeks earlier"."""
    said = met.groupdict()
    if said.get("unit") is None:
        return SHIFTS[name], 0
    many, about = days_in_units(said.get("many"), said["unit"], table)
    return SHIFTS[name] * many, about


def read_ago(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "three days ago", "two weeks ago"; a week is right within three days."""
    day = day_of(published)
    if day is None:
        return None
    word, unit = met["many"], _unit_of(met["unit"], table)
    many = int(word) if word.isdigit() else load_wording(table["language"]).value(word)
    if unit == "day":
        return day - many * DAY, day - many * DAY, "day", 0.9
    if unit == "week":
        return day - (7 * many + 3) * DAY, day - (7 * many - 3) * DAY, "week", 0.6
    months = many * (12 if unit == "year" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if unit == "month":
        return *_month_days(year, month + 1), "month", 0.6
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", 0.6


def read_unit(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "last week", "this month"."""
    day = day_of(published)
    unit = _unit_of(met["unit"], table)
    if day is None or unit == "day":
        return None
    this = re.fullmatch(table["this"], met["last"], re.IGNORECASE) is not None
    if unit == "week":
        monday = day - day.weekday() * DAY
        return (monday, day, "week", 0.7) if this else (monday - 7 * DAY, monday - DAY, "week", 0.7)
    if unit == "month":
        first = day.replace(day=1)
        before = first - DAY
        return (first, day, "month", 0.7) if this else (before.replace(day=1), before, "month", 0.7)
    year = day.year - (not this)
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31) if not this else day, "year", 0.7


def read_year(met: re.Match[str], _published: Published, _table: Table) -> Answer:
    """Read "in 2013"."""
    year = int(met["year"])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", 0.8

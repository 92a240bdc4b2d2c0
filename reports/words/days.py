"""Wordings of dates as first and last day, seen from the day of publication."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from reports.words.day_rules import day_rules
from reports.words.wording import load_wording

__all__ = ["Days", "find_days"]

Published = tuple[datetime.date, datetime.date] | None
Answer = tuple[datetime.date, datetime.date, str, float] | None
Table = dict[str, Any]
DAY = datetime.timedelta(days=1)
_BY_ANOTHER = "the day before another one"


@dataclass(frozen=True, slots=True)
class Days:
    """A wording of a date: text[start:end]. first, last: None where it cannot be placed.

    precision: a word of geo.strikes.schema.DATE_PRECISIONS; sure: 0-1; reason: one line.
    """

    start: int
    end: int
    first: datetime.date | None
    last: datetime.date | None
    precision: str
    sure: float
    reason: str


def find_days(text: str, published: Published, language: str) -> list[Days]:
    """Return the dates of a sentence in order, none overlapping; offsets count in it."""
    rules = day_rules(language).met_by(text)
    if not rules or not load_wording(language).pattern("days", "hint").search(text):
        return []
    found: list[Days] = []
    for (_, name), pattern in rules.items():
        for met in pattern.finditer(text):
            free = not any(d.start < met.end() and met.start() < d.end for d in found)
            if free and _means_date(met, name, language):
                found.append(_read(met, name, published, language))
    return _from_others(sorted(found, key=lambda days: days.start), text)


def _from_others(found: list[Days], text: str) -> list[Days]:
    """Place "the day before" by the one other day of its sentence, which is that of the saying."""
    known = {day.first for day in found if day.first and day.first == day.last}
    if len(known) != 1:
        return found
    first = known.pop() - DAY
    return [replace(day, first=first, last=first, precision="day", sure=0.7,
                    reason=f"{text[day.start : day.end]!r} seen from the other day that is named")
            if day.reason == _BY_ANOTHER else day for day in found]  # fmt: skip


def _means_date(met: re.Match[str], name: str, language: str) -> bool:
    """Refuse "may" in small letters, and "3 and 9 June" as the days between them."""
    said = met.groupdict()
    if said.get("listed") and not said["both"] and int(met["late"]) - int(met["day"]) != 1:
        return False
    small = load_wording(language).tables["days"].get("never_small")
    return not small or name not in ("date", "dates", "month") or not re.search(small, met[0])


def _read(met: re.Match[str], name: str, published: Published, language: str) -> Days:
    table = load_wording(language).tables["days"]
    read: Callable[..., Answer] = _READINGS[name]
    try:
        answer = read(met, published, table)
    except ValueError:  # 31 February
        answer = None
    if name == "day_before":
        return Days(met.start(), met.end(), None, None, "unknown", 0.0, _BY_ANOTHER)
    if answer is None:
        why = "no such day, or the day of publication is not known"
        return Days(met.start(), met.end(), None, None, "unknown", 0.0, f"{met[0]!r}: {why}")
    first, last, precision, sure = answer
    said = repr(met[0]) if name == "iso" else f"{met[0]!r}{_seen_from(published)}"
    return Days(met.start(), met.end(), first, last, precision, sure, said)


def _seen_from(published: Published) -> str:
    return f" seen from {published[0]}" if published and published[0] == published[1] else ""


def _day_of(published: Published) -> datetime.date | None:
    return published[0] if published and published[0] == published[1] else None


def _iso(met: re.Match[str], _published: Published, _table: Table) -> Answer:
    day = datetime.date(int(met["year"]), int(met["number"]), int(met["day"]))
    return day, day, "day", 0.98


def _numeric(met: re.Match[str], published: Published, _table: Table) -> Answer:
    """Read 7-5-2023: day first unless only the other order is a day, or one not yet come."""
    one, two, year = int(met["day"]), int(met["number"]), int(met["year"])
    choices = []
    for month, day in ((two, one), (one, two)):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            choices.append(datetime.date(year, month, day))
    come = [day for day in choices if published is None or day <= published[1]]
    if not come:
        return None
    sure = 0.95 if len(set(come)) == 1 else 0.6
    return come[0], come[0], "day", sure


def _number_of(words: list[str], said: str) -> int:
    return next(n for n, word in enumerate(words, 1) if re.fullmatch(word, said, re.IGNORECASE))


def _date(met: re.Match[str], published: Published, table: Table, name: str = "day") -> Answer:
    month, number = _number_of(table["months"], met["month"]), int(met[name])
    if met["year"]:
        day = datetime.date(int(met["year"]), month, number)
        return day, day, "day", 0.98
    if published is None:
        return None
    day = datetime.date(published[1].year, month, number)
    if day > published[1]:
        day = datetime.date(published[1].year - 1, month, number)
    return day, day, "day", 0.9


def _day_of_month(met: re.Match[str], published: Published, _table: Table) -> Answer:
    """Read "on the 23rd": the last such day before the text, in its month or the one before."""
    day = _day_of(published)
    if day is None:
        return None
    number, first = int(met["day"]), day.replace(day=1)
    month = day if number <= day.day else first - DAY
    found = month.replace(day=number)
    return found, found, "day", 0.8


def _dates(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "13-14 February" and "30 April - 1 May": from the first day to the last."""
    answer = _date(met, published, table, "late")
    if answer is None:
        return None
    last, one = answer[1], met.groupdict().get("one")
    month = _number_of(table["months"], one) if one else last.month
    first = datetime.date(last.year - (month > last.month), month, int(met["day"]))
    return (first, last, "day", answer[3]) if first < last else None


def _month_days(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    first = datetime.date(year, month, 1)
    return first, datetime.date(year, month, calendar.monthrange(year, month)[1])


def _month(met: re.Match[str], published: Published, table: Table) -> Answer:
    month, said = _number_of(table["months"], met["month"]), met.groupdict()
    if said.get("year"):
        return *_month_days(int(said["year"]), month), "month", 0.9
    if published is None:
        return None
    seen = published[1]
    year = seen.year - (month > seen.month or (bool(said.get("last")) and month == seen.month))
    return *_month_days(year, month), "month", 0.8


def _months(met: re.Match[str], published: Published, table: Table) -> Answer:
    one, other = (_number_of(table["months"], met[name]) for name in ("one", "month"))
    if not met["year"] and published is None:
        return None
    year = int(met["year"]) if met["year"] else published[1].year if published else 0
    if not met["year"] and published and other > published[1].month:
        year -= 1
    return _month_days(year - (one > other), one)[0], _month_days(year, other)[1], "month", 0.8


def _back_to(day: datetime.date, weekday: int, *, before: bool) -> datetime.date:
    """Return the newest day of a weekday, on the day itself unless `before`."""
    back = (day.weekday() - weekday) % 7
    return day - (back or (7 if before else 0)) * DAY


def _weekday(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = _day_of(published)
    if day is None:
        return None
    number = _number_of(table["weekdays"], met["weekday"]) - 1
    found = _back_to(day, number, before=bool(met["last"]))
    return found, found, "day", 0.85 if found != day else 0.75


def _last_weekday(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = _day_of(published)
    if day is None:
        return None
    number = _number_of(table["weekdays"], met["weekday"] or met["late"]) - 1
    found = day - (day.weekday() + 7 - number) * DAY
    return found, found, "day", 0.8


def _weekdays(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = _day_of(published)
    if day is None:
        return None
    days = [_back_to(day, _number_of(table["weekdays"], met[name]) - 1, before=False)
            for name in ("weekday", "other")]  # fmt: skip
    return min(days), max(days), "day", 0.8


def _today(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = _day_of(published)
    return (day, day, "day", 0.9) if day else None


def _yesterday(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = _day_of(published)
    return (day - DAY, day - DAY, "day", 0.9) if day else None


def _before_yesterday(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = _day_of(published)
    return (day - 2 * DAY, day - 2 * DAY, "day", 0.9) if day else None


def _overnight(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = _day_of(published)
    return (day - DAY, day, "day", 0.8) if day else None


def _unit_of(said: str, table: Table) -> str:
    """Return day, week, month or year for the language's word."""
    units: dict[str, str] = table["units"]
    return next(unit for unit, words in units.items()
                if re.fullmatch(words, said, re.IGNORECASE))  # fmt: skip


def _night(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "in the night to 9 May": it began the day before."""
    answer = _date(met, published, table)
    return (answer[0] - DAY, answer[1], "day", 0.85) if answer else None


def _ago(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = _day_of(published)
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


def _unit(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = _day_of(published)
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


def _year(met: re.Match[str], _published: Published, _table: Table) -> Answer:
    year = int(met["year"])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", 0.8


_READINGS: dict[str, Callable[[re.Match[str], Published, Table], Answer]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "dates": _dates, "month": _month,
    "months": _months, "weekday": _weekday, "weekdays": _weekdays, "last_weekday": _last_weekday,
    "today": _today, "yesterday": _yesterday, "before_yesterday": _before_yesterday,
    "overnight": _overnight, "ago": _ago, "night": _night, "unit": _unit, "year": _year,
    "day_of_month": _day_of_month,
    "day_before": lambda *_: None,
}  # fmt: skip

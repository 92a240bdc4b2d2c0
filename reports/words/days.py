"""Wordings of dates as first and last day, seen from the day of publication."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reports.words.dates import EARLY, read_date, read_dates, read_night, read_number, read_short
from reports.words.day_rules import day_rules
from reports.words.day_spans import (
    DAY,
    SHIFTS,
    Answer,
    Published,
    Table,
    day_of,
    number_of,
    read_ago,
    read_month,
    read_months,
    read_shift,
    read_unit,
    read_year,
)
from reports.words.gate import Gated
from reports.words.wording import Wording, load_wording

__all__ = ["Days", "days_in_years", "find_days", "is_of_dateline"]

_NIGHTS = ("overnight", "night", "weeknight")
_OF_WEEK = ("weekday", "weeknight")
_TOLD = 3  # days in which a strike is told
_BESIDE = re.compile(r"[ ,(\u00a0]{0,3}")  # between a weekday and its date


@dataclass(frozen=True, slots=True)
class Days:
    """A wording of a date: text[start:end]. first, last: None where it cannot be placed.

    precision: a word of geo.strikes.schema.DATE_PRECISIONS; sure: 0-1; reason: one line. shift:
    days after another day that is told, for "the day before" and "a week later", right within as
    many days as about. night: the last day is the morning after. said: of the telling, which a
    strike without another day is given.
    """

    start: int
    end: int
    first: datetime.date | None
    last: datetime.date | None
    precision: str
    sure: float
    reason: str
    shift: int = 0
    night: bool = False
    about: int = 0
    said: bool = False

    def is_told_of(self, other: Days) -> bool:
        """Say whether on this day of telling what happened on the other was told."""
        if not self.said or self.first is None or other.last is None or other.precision != "day":
            return False
        return 0 <= (self.first - other.last).days <= _TOLD

    def after(self, other: Days) -> Days:
        """Return "the next day" as seen from another day; other: one placed to the day."""
        if other.first is None or other.last is None:
            return self
        why = f"{self.reason}, {other.reason}"
        if self.shift > 0:
            first = other.last + (self.shift - other.night - self.about) * DAY
            last = first + 2 * self.about * DAY
        else:
            first = other.first + (self.shift - self.about) * DAY
            last = first + (other.night + 2 * self.about) * DAY
        precision, sure = ("week", 0.6) if self.about else ("day", 0.7)
        return replace(self, first=first, last=last, precision=precision, sure=sure, reason=why)


def find_days(text: str, published: Published, language: str) -> list[Days]:
    """Return the dates of a sentence in order, none overlapping; offsets count in it."""
    return list(_find_days(text, published, language))


@lru_cache(maxsize=512)  # a sentence is asked by its head, its acts and its line in turn
def _find_days(text: str, published: Published, language: str) -> tuple[Days, ...]:
    rules = day_rules(language).met_by(text)
    if not rules or not load_wording(language).pattern("days", "hint").search(text):
        return ()
    found: list[tuple[str, Days]] = []
    for (_, name), pattern in rules.items():
        for met in pattern.finditer(text):
            free = not any(d.start < met.end() and met.start() < d.end for _, d in found)
            if free and _means_date(met, name, language):
                found.append((name, _read(met, name, published, language)))
    found.sort(key=lambda pair: pair[1].start)
    past_day = load_wording(language).pattern("days", "past_day")
    return tuple(_from_others(_of_weekdays(text, found, past_day)))


def _of_weekdays(text: str, found: list[tuple[str, Days]], past_day: Gated) -> list[Days]:
    """Return the dates of a sentence, "Monday, 8 May" as one: the date's own day.

    So too of "over the past day, 8 May".
    """
    days = [day for _, day in found]
    for (name, one), (later, other) in pairwise(found):
        if not _BESIDE.fullmatch(text, one.end, other.start):
            continue
        if name in _OF_WEEK and later == "date":
            days.remove(one)
            night = name == "weeknight" and other.first is not None
            first = other.first - DAY if night and other.first else other.first
            days[days.index(other)] = replace(other, start=one.start, first=first, night=night)
        elif later == "date" and other.first and past_day.search(text, one.start, one.end):
            days.remove(one)
        elif name == "date" and later == "weekday" and one in days and _is_same(one, other):
            days.remove(other)
    return days


def _is_same(one: Days, other: Days) -> bool:
    """Say whether two days are of one day of the week, or one of them is not placed."""
    if one.first is None or other.first is None:
        return True
    return one.first.weekday() == other.first.weekday()


def days_in_years(text: str, published: Published, years: Published, language: str) -> list[Days]:
    """Return `find_days`, those that lack a year seen from years, the days around one just told."""
    found = find_days(text, published, language)
    if years is None or not found:
        return found
    seen = {day.start: day for day in find_days(text, years, language)}
    return [_of_years(day, seen.get(day.start), published) for day in found]


def _of_years(day: Days, other: Days | None, published: Published) -> Days:
    """Return a day as seen from the one just told, unplaced where it had not come by then."""
    if other is None or other.first is None or other.first == day.first:
        return day
    if published is None or other.first <= published[1] + EARLY:
        return other
    why = f"{other.reason}: after the publication"
    return replace(other, first=None, last=None, precision="unknown", sure=0.0, reason=why)


def _from_others(found: list[Days]) -> list[Days]:
    """Place "the day before" by the one other day of its sentence, which is that of the saying."""
    known = {day.first: day for day in found if day.first and day.first == day.last}
    if len(known) != 1:
        return found
    (other,) = known.values()
    return [day.after(other) if day.shift else day for day in found]


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
    except (ValueError, OverflowError):  # 31 February, 900,000 days ago
        answer = None
    if name in SHIFTS:
        why = f"{met[0]!r}, seen from another day"
        shift, about = read_shift(met, name, table)
        return Days(met.start(), met.end(), None, None, "unknown", 0.0, why, shift, about=about)
    if answer is None:
        why = "no such day, one not yet come, or the day of publication is not known"
        return Days(met.start(), met.end(), None, None, "unknown", 0.0, f"{met[0]!r}: {why}")
    first, last, precision, sure = answer
    said = repr(met[0]) if name == "iso" else f"{met[0]!r}{_seen_from(published)}"
    night = name in _NIGHTS and first < last
    return Days(met.start(), met.end(), first, last, precision, sure, said, night=night)


def _seen_from(published: Published) -> str:
    return f" seen from {published[0]}" if published and published[0] == published[1] else ""


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


def _back_to(day: datetime.date, weekday: int, *, before: bool) -> datetime.date:
    """Return the newest day of a weekday, on the day itself unless `before`."""
    back = (day.weekday() - weekday) % 7
    return day - (back or (7 if before else 0)) * DAY


def _weekday(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = day_of(published)
    number = number_of(table["weekdays"], met["weekday"]) - 1
    if day is None:
        return None if met["last"] else _in_week(number, published)
    found = _back_to(day, number, before=bool(met["last"]))
    return found, found, "day", 0.85 if found != day else 0.75


def _in_week(weekday: int, published: Published) -> Answer:
    """Return the day of a weekday in a span of a week at most, which has it once."""
    if published is None or published[1] - published[0] > 6 * DAY:
        return None
    found = _back_to(published[1], weekday, before=False)
    return (found, found, "day", 0.7) if found >= published[0] else None


def _weeknight(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "the night to Sunday" and "overnight from Friday to Saturday": both its days."""
    day = day_of(published)
    if day is None:
        return None
    last = _back_to(day, number_of(table["weekdays"], met["weekday"]) - 1, before=False)
    return last - DAY, last, "day", 0.8


def _last_weekday(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = day_of(published)
    if day is None:
        return None
    number = number_of(table["weekdays"], met["weekday"] or met["late"]) - 1
    found = day - (day.weekday() + 7 - number) * DAY
    return found, found, "day", 0.8


def _weekdays(met: re.Match[str], published: Published, table: Table) -> Answer:
    day = day_of(published)
    if day is None:
        return None
    days = [_back_to(day, number_of(table["weekdays"], met[name]) - 1, before=False)
            for name in ("weekday", "other")]  # fmt: skip
    return min(days), max(days), "day", 0.8


def _today(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = day_of(published)
    return (day, day, "day", 0.9) if day else None


def _yesterday(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = day_of(published)
    return (day - DAY, day - DAY, "day", 0.9) if day else None


def _before_yesterday(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = day_of(published)
    return (day - 2 * DAY, day - 2 * DAY, "day", 0.9) if day else None


def _overnight(_met: re.Match[str], published: Published, _table: Table) -> Answer:
    day = day_of(published)
    return (day - DAY, day, "day", 0.8) if day else None


_READINGS: dict[str, Callable[[re.Match[str], Published, Table], Answer]] = {
    "iso": _iso, "numeric": _numeric, "date": read_date, "dates": read_dates, "month": read_month,
    "months": read_months, "weekday": _weekday, "weekdays": _weekdays,
    "last_weekday": _last_weekday, "today": _today, "yesterday": _yesterday,
    "before_yesterday": _before_yesterday, "overnight": _overnight, "ago": read_ago,
    "night": read_night, "unit": read_unit, "year": read_year, "number": read_number,
    "short": read_short,
    "weeknight": _weeknight, **dict.fromkeys(SHIFTS, lambda *_: None),
}  # fmt: skip


def is_of_dateline(text: str, day: Days, wording: Wording) -> bool:
    """Say whether a day is the one that a text was written on: "NIKOPOL, 6 April 2025 - ..."."""
    dash = wording.pattern("days", "dash").match(text, day.end)
    if dash is None:
        return False
    names = ("dateline", "agency") if dash["agency"] else ("dateline",)
    return any(wording.pattern("days", name).fullmatch(text, 0, day.start) for name in names)

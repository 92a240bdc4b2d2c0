"""Dates by number: "9 May", with a year or without, spans of them, "on the 23rd"."""

from __future__ import annotations

import calendar
import datetime
import re

from reports.words.day_spans import DAY, Answer, Published, Table, number_of

__all__ = ["EARLY", "read_date", "read_dates", "read_night", "read_number", "read_short"]

EARLY = DAY  # a post's day is told in UTC: where it was written, the next had begun
_SOON = 7 * DAY  # after the publication: such a day has not come, and is hardly a year old
_NEAR = 14 * DAY  # from a day just told to "the 2nd" of the month after
_LONG = 200 * DAY  # of days that a text may be of: too many for "the 2nd"


def read_date(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "9 May 2023" and "9 May", which is the newest that had come."""
    month, number = number_of(table["months"], met["month"]), int(met["day"])
    if met["year"]:
        day = datetime.date(int(met["year"]), month, number)
        return day, day, "day", 0.98
    newest = _newest(published, number, month)
    return (newest, newest, "day", 0.9) if newest else None


def read_short(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "Mon 26/3", which is the newest that had come, where it was that day of the week."""
    newest = _newest(published, int(met["day"]), int(met["number"]))
    named = met["name"][:3].lower()
    weekday = next(at for at, word in enumerate(table["weekdays"]) if word.startswith(named))
    return (newest, newest, "day", 0.9) if newest and newest.weekday() == weekday else None


def _newest(
    published: Published, number: int, month: int, *, is_span: bool = False
) -> datetime.date | None:
    """Return the newest such day of a year not told; None for one of the days to come."""
    if published is None:
        return None
    last = published[1]
    for year in (last.year + 1, last.year, last.year - 1):
        if (month, number) == (2, 29) and not calendar.isleap(year):
            continue
        day = datetime.date(year, month, number)
        if day <= last + EARLY:
            return day
        if day <= last + _SOON and published[0] == last and not is_span:
            return None
    return None


def read_number(met: re.Match[str], published: Published, _table: Table) -> Answer:
    """Read "on the 23rd": the newest such day, or that of the month that is spoken of.

    None where the month before and the one after are as likely.
    """
    if published is None or published[1] - published[0] > _LONG:
        return None
    first, last = published
    number = int(met["day"])
    if (first.year, first.month) == (last.year, last.month):
        if first == last and number == (last + EARLY).day:
            return None
        seen = last if number <= last.day else last.replace(day=1) - DAY
        day = seen.replace(day=number)
    elif number >= first.day:
        day = first.replace(day=number)
    else:
        day = ((first.replace(day=28) + 4 * DAY).replace(day=1)).replace(day=number)
        if day > min(last, first + _NEAR):
            return None
    return day, day, "day", 0.8


def read_dates(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "13-14 February" and "30 April - 1 May": from the first day to the last."""
    month, one = number_of(table["months"], met["month"]), met.groupdict().get("one")
    begins = number_of(table["months"], one) if one else month
    if met["year"]:
        last = datetime.date(int(met["year"]), month, int(met["late"]))
        first = datetime.date(last.year - (begins > month), begins, int(met["day"]))
    else:
        newest = _newest(published, int(met["day"]), begins, is_span=True)
        if newest is None:
            return None
        first = newest
        last = datetime.date(first.year + (begins > month), month, int(met["late"]))
    at_midnight = met.groupdict().get("clock") in ("00:00", "0:00")  # 24:00 is the day's end
    ended = last - DAY if at_midnight and first < last else last
    return (first, ended, "day", 0.98 if met["year"] else 0.9) if first < last else None


def read_night(met: re.Match[str], published: Published, table: Table) -> Answer:
    """Read "in the night to 9 May": it began the day before."""
    answer = read_date(met, published, table)
    return (answer[0] - DAY, answer[1], "day", 0.85) if answer else None

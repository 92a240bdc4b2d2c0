"""A cell of a time column, beside its row's date -> the day and the time at the place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from geo.reading.values.clock import TIME_ALONE, Clock, find_time
from geo.reading.values.days import read_single
from geo.reading.values.plain import is_nothing, plain_text
from geo.reading.values.spans import DateError, Order, Span

__all__ = ["Timed", "add_time", "states_day"]

# What spreadsheets and databases write as the day of a time without one.
_NO_DAY = re.compile(r"(?:1899-12-3[01]|1900-01-0[01]|1970-01-01)[ t](?=\d)")
_FRACTION = re.compile(r"0?\.(?:\d|\d{3,})")  # of a day, as spreadsheets keep times
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\.0)?")
_DATED = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8}t")


@dataclass(frozen=True, slots=True)
class Timed:
    """A row's days with its time, None where it tells none, and what could not be taken."""

    span: Span | None
    time_local: str | None
    fault: str | None = None


def states_day(text: str) -> bool:
    """Say whether a cell of times holds a whole date."""
    return bool(_DATED.match(plain_text(text)))


def add_time(text: str, span: Span | None, *, order: Order | None, zone: str | None) -> Timed:
    """Return the days of a row with the time that a further cell tells.

    A time with a zone, or a whole date and time, is taken to the place's day where the row's
    date is the day as written there. What is no time is kept as reported.
    """
    plain = _NO_DAY.sub("", plain_text(text))
    if is_nothing(text):
        return Timed(span, span.time_local if span else None)
    if states_day(plain):
        return _add_moment(text, span, order=order, zone=zone)
    if _FRACTION.fullmatch(plain):
        moment = datetime(2000, 1, 1) + timedelta(minutes=round(float(plain) * 24 * 60))
        return Timed(span, moment.strftime("%H:%M"))
    if found := _FOUR_DIGITS.fullmatch(plain):
        return Timed(span, f"{found[1]}:{found[2]}")
    found = TIME_ALONE.fullmatch(plain)
    if found is None or (found["zone"] or "").startswith("-"):  # 02:00-04:00 is a range
        return Timed(span, text.strip())
    return _add_clock(text, found.groupdict(), span, zone)


def _add_clock(
    text: str, parts: dict[str, str | None], span: Span | None, zone: str | None
) -> Timed:
    if span is None or span.precision != "day" or span.start != span.end:
        bare = not parts.get("zone") and find_time(parts, date(2000, 1, 1), zone).time_local
        return Timed(span, bare or text.strip())
    clock = find_time(parts, span.start, zone)
    if clock.strange or (parts.get("zone") and clock == Clock(span.start)):
        return Timed(span, text.strip())  # as reported: midnight, or a zone that is not known
    moved = _on(clock.day, span, turned=clock.turned)
    return Timed(moved, clock.time_local or _midnight(parts))


def _midnight(parts: dict[str, str | None]) -> str | None:
    """Return 00:00 of a column that tells times; mostly midnight, it was emptied before."""
    hours, minutes = (parts.get(name) or parts.get(f"{name}2") for name in ("h", "min"))
    return "00:00" if {hours, minutes} <= {"0", "00"} else None


def _on(day: date, span: Span, *, turned: bool) -> Span:
    moved = span.moved or day != span.start
    return replace(span, start=day, end=day, moved=moved, turned=span.turned or turned)


def _add_moment(text: str, span: Span | None, *, order: Order | None, zone: str | None) -> Timed:
    """Take a whole date and time: the row's date where it has none, else it must be that day."""
    plain = plain_text(text)
    try:
        there = read_single(plain, order, "", zone=zone)
        written = read_single(plain, order, "", zone=None)
    except DateError as problem:
        return Timed(span, span.time_local if span else None, f"time: {problem} (left out)")
    if there is None or written is None:
        return Timed(span, text.strip())
    if span is None:
        return Timed(there, there.time_local)
    if span.start == span.end == written.start:
        return Timed(
            _on(there.start, span, turned=there.turned), there.time_local or span.time_local
        )
    if span.start <= there.start <= span.end:
        kept = replace(span, turned=span.turned or there.turned)
        return Timed(kept, there.time_local or span.time_local)
    said = f"time {text.strip()!r} is of another day than the date (left out)"
    return Timed(span, span.time_local, said)

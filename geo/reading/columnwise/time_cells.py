"""A cell of a time column, beside its row's date -> the day and the time at the place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from geo.reading.values.clock import TIME_ALONE, Clock, find_time
from geo.reading.values.days import read_single
from geo.reading.values.plain import is_nothing, plain_text
from geo.reading.values.spans import DateError, Order, Span

__all__ = ["Timed", "add_time"]

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


def add_time(text: str, span: Span | None, *, order: Order | None, zone: str | None) -> Timed:
    """Return the days of a row with the time that a further cell tells.

    A time with a zone, or a whole date and time, is taken to the place's day where the row's
    date is the day as written there. What is no time is kept as reported.
    """
    cell = _read_cell(text)
    if cell.empty:
        return Timed(span, span.time_local if span else None)
    if cell.dated:
        return _add_moment(text, span, order=order, zone=zone)
    if cell.parts is not None:
        return _add_clock(text, cell.parts, span, zone)
    return Timed(span, cell.told)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell of times is, whatever its row: nothing, a whole date, a time in a zone, or told.

    told: HH:MM, else as reported. parts: the groups of a time that has a zone.
    """

    told: str = ""
    empty: bool = False
    dated: bool = False
    parts: dict[str, str | None] | None = None


@lru_cache(4096)
def _read_cell(text: str) -> _Cell:
    if is_nothing(text):
        return _Cell(empty=True)
    plain = _NO_DAY.sub("", plain_text(text))
    if _DATED.match(plain):
        return _Cell(dated=True)
    if _FRACTION.fullmatch(plain):
        moment = datetime(2000, 1, 1) + timedelta(minutes=round(float(plain) * 24 * 60))
        return _Cell(moment.strftime("%H:%M"))
    if found := _FOUR_DIGITS.fullmatch(plain):
        return _Cell(f"{found[1]}:{found[2]}")
    found = TIME_ALONE.fullmatch(plain)
    if found is None or (found["zone"] or "").startswith("-"):  # 02:00-04:00 is a range
        return _Cell(text.strip())
    parts = found.groupdict()
    if parts["zone"]:
        return _Cell(parts=parts)
    stated = find_time(parts, date(2000, 1, 1), None).time_local
    return _Cell(stated or _midnight(parts) or text.strip())


def _add_clock(
    text: str, parts: dict[str, str | None], span: Span | None, zone: str | None
) -> Timed:
    if span is None or span.precision != "day" or span.start != span.end:
        return Timed(span, text.strip())
    clock = find_time(parts, span.start, zone)
    if clock.strange or clock == Clock(span.start):
        return Timed(span, text.strip())  # as reported: midnight, or a zone that is not known
    return Timed(_on(clock.day, span, turned=clock.turned), clock.time_local)


def _midnight(parts: dict[str, str | None]) -> str | None:
    """Return 00:00 of a column that tells times; mostly midnight, it was emptied before."""
    hours, minutes = (parts.get(name) or parts.get(f"{name}2") for name in ("h", "min"))
    return "00:00" if {hours, minutes} <= {"0", "00"} else None


def _on(day: date, span: Span, *, turned: bool) -> Span:
    if day == span.start and not turned:
        return span
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

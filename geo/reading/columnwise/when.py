"""Date columns -> first and last day, how sharp they are, and the local time."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

import numpy as np
import pandas as pd

from gazetteer.spelling.normalise import fold_words
from geo.reading.columnwise.day_columns import spell_numbers
from geo.reading.columnwise.distinct import Distinct, find_distinct, join_texts, take_texts
from geo.reading.columnwise.time_cells import add_time
from geo.reading.columnwise.zoned_columns import spell_zone
from geo.reading.dates import (
    DateError,
    Order,
    OrderError,
    Span,
    find_order,
    is_undated,
    join_spans,
    read_span,
)
from geo.reading.values.clock import has_zone
from geo.reading.values.zones import HOME_ZONE, find_zone
from geo.strikes.schema import DATE_PRECISIONS

__all__ = ["DATE_FIELDS", "LOCAL_TIMES", "Dates", "find_date_order", "read_dates"]

LOCAL_TIMES = "times with a time zone are read as local"  # begins the note that says so
DATE_FIELDS = ("date", "date_dmy", "date_mdy")
_ORDER_OF_FIELD: dict[str, Order] = {"date_dmy": "day first", "date_mdy": "month first"}
_SEVERAL = "several"  # of a row: its country has several time zones
_MIDNIGHT = {"00:00", "0:00", "00:00:00", "00:00:00.000", "0"}


@dataclass(frozen=True, slots=True)
class Dates:
    """The date columns of the strikes table, and what is to be said.

    refused: why a row is refused, null elsewhere. fault: what could not be read, null elsewhere.
    as_reported: the text of the first day, null where empty.
    """

    columns: dict[str, pd.Series]
    refused: pd.Series
    fault: pd.Series
    as_reported: pd.Series
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    time_local: str | None = None
    fault: str | None = None
    refused: str | None = None
    moved: bool = False


def find_date_order(columns: Sequence[pd.Series], field: str) -> tuple[Order | None, str]:
    """Find how a table writes 3/4/2015, and why; from its field, else from clear dates."""
    if field in _ORDER_OF_FIELD:
        return _ORDER_OF_FIELD[field], ""
    return find_order(text for column in columns for text in column.unique())


def read_dates(
    fields: Mapping[str, Sequence[pd.Series]],
    blank: pd.Series,
    *,
    order: Order | None = None,
    home: str = HOME_ZONE,
    countries: Callable[[], pd.Series] | None = None,
) -> Dates:
    """Read the dates of a table; `blank` is a column of empty texts, `order` chosen by hand.

    Times with a zone are taken to the zone of the row's country, or to `home`. countries: gives
    the country of each row's point, "" for none, asked for rows that name none.
    """
    name = next((name for name in DATE_FIELDS if name in fields), "date")
    begin, end, stated, time = (
        fields[field][0] if field in fields else blank
        for field in (name, "date_end", "date_precision", "time_local")
    )
    as_reported = join_texts([begin.str.strip()])
    (begin, spelled), (end, spelled_end) = spell_numbers(begin), spell_numbers(end)
    chosen, why = (order, "") if order else find_date_order([begin, end], name)
    (begin, zoned), (end, _), (time, zoned_time) = map(spell_zone, (begin, end, time))
    time, placeholder = _without_midnights(time)
    stating = any(has_zone(text) for column in (begin, end, time) for text in column.unique())
    country = fields.get("country", [blank])[0] if stating else blank
    if stating and countries is not None and (silent := country.str.strip() == "").any():
        country = country.mask(silent, countries())
    zone = _find_zones(country, home) if stating else blank
    distinct = find_distinct([begin, end, stated, time, zone])
    read = distinct.read(partial(_read_row, order=chosen, unclear=why))
    said = [why if chosen else "", spelled, spelled_end, zoned, zoned_time, placeholder]
    notes = [*said, _say_zones(read, distinct)]
    return Dates(
        _date_columns(read, distinct, blank.index),
        take_texts([one.refused for one in read], distinct.codes, blank.index),
        take_texts([one.fault for one in read], distinct.codes, blank.index),
        as_reported,
        tuple(filter(None, notes)),
    )


def _find_zones(country: pd.Series, home: str) -> pd.Series:
    """Return the time zone of each row's country, or what says that it has several."""
    distinct = find_distinct([country])
    zones = [zone or _SEVERAL for zone in distinct.read(partial(find_zone, home=home))]
    return take_texts(zones, distinct.codes, country.index)


def _known(zone: str) -> str | None:
    """Return a row's time zone, None where the table states none or the country has several."""
    return zone if zone not in ("", _SEVERAL) else None


def _say_zones(read: Sequence[_Read], distinct: Distinct) -> str:
    counts = distinct.counts()
    zones = sorted({zone for texts in distinct.texts if (zone := _known(texts[-1]))})
    if not zones:
        return ""
    moved = sum(int(rows) for one, rows in zip(read, counts, strict=True) if one.moved)
    return (f"{LOCAL_TIMES} ({', '.join(zones)}): {moved:,} "
            f"{'row is' if moved == 1 else 'rows are'} of another day than written")  # fmt: skip


def _date_columns(
    read: Sequence[_Read], distinct: Distinct, index: pd.Index
) -> dict[str, pd.Series]:
    codes = distinct.codes
    days = {
        "date_start": np.array([one.start for one in read], dtype="datetime64[D]"),
        "date_end": np.array([one.end for one in read], dtype="datetime64[D]"),
    }
    typed = {
        name: pd.Series(values[codes].astype("datetime64[s]"), index=index)
        for name, values in days.items()
    }
    return {
        **typed,
        "date_precision": take_texts([one.precision for one in read], codes, index),
        "time_local": take_texts([one.time_local for one in read], codes, index),
    }


def _without_midnights(time: pd.Series) -> tuple[pd.Series, str]:
    """Empty a column of times that is mostly midnight: a placeholder for a time not known."""
    distinct = find_distinct([time])
    filled = np.array([bool(text.strip()) for (text,) in distinct.texts], dtype=bool)
    midnight = np.array([text.strip() in _MIDNIGHT for (text,) in distinct.texts], dtype=bool)
    counts = distinct.counts()
    rows = int(counts[midnight].sum())
    if not rows or 2 * rows <= counts[filled].sum():
        return time, ""
    texts = ["" if empty else text for (text,), empty in zip(distinct.texts, midnight, strict=True)]
    note = f"the time 00:00 of {rows:,} rows is taken as a time not known"
    return take_texts(texts, distinct.codes, time.index), note


def _read_row(
    begin: str, end: str, stated: str, time: str, zone: str, *, order: Order | None, unclear: str
) -> _Read:
    faults: list[str] = []
    spans: list[Span] = []
    for text in (begin, end):
        if is_undated(text):
            continue
        try:
            spans.append(read_span(text, order=order, unclear=unclear, zone=_known(zone)))
        except OrderError as problem:
            return _Read(refused=str(problem))
        except DateError as problem:
            faults.append(f"{problem} (left out)")
    try:
        span = join_spans(spans[0], spans[-1]) if spans else None
    except DateError as problem:
        span = spans[0]
        faults.append(f"{problem} (the first day is kept)")
    timed = add_time(time, span, order=order, zone=_known(zone))
    faults += [timed.fault] if timed.fault else []
    if timed.span is None:
        return _Read(time_local=timed.time_local, fault="; ".join(faults) or None)
    span = timed.span
    if span.time_local != timed.time_local:
        span = replace(span, time_local=timed.time_local)
    try:
        word = fold_words(stated).removesuffix(".0")
        span = _as_sharp_as(span, word, whole=len(spans) == 2)
    except DateError as problem:
        faults.append(str(problem))
    faults += _note_zone(span, begin, time, zone)
    fault, known = "; ".join(faults) or None, span.time_local
    return _Read(span.start, span.end, span.precision, known, fault, None, span.moved)


def _note_zone(span: Span, begin: str, time: str, zone: str) -> Iterator[str]:
    """Say what the zone of a text made of its time, or why the day is as written."""
    if not (span.moved or span.turned or span.strange or zone == _SEVERAL):
        return
    said = {"date": begin.strip(), "time": time.strip()}
    moment = " with ".join(f"{what} {text!r}" for what, text in said.items() if text)
    if span.moved or span.turned:
        at = f", at {span.time_local}" if span.time_local else ""
        yield f"{moment} is {span.start} in {zone}{at}"
    if zone == _SEVERAL and (has_zone(begin) or has_zone(time)):
        yield f"{moment} is of a country of several time zones: the day is as written"
    if span.strange:
        yield f"{span.strange!r} of {begin!r} is no known time zone: the day is as written"


def _as_sharp_as(span: Span, stated: str, *, whole: bool) -> Span:
    """Widen a day to the week, month or year that its precision column names.

    `whole` rows give both ends, so that a word for their length adds nothing.
    """
    if stated in ("", "1", "day", "exact", "unknown"):
        return span
    if stated not in DATE_PRECISIONS:
        if whole:
            return span
        words = ", ".join(word for word in DATE_PRECISIONS if word != "unknown")
        raise DateError(f"date precision {stated!r} is none of {words}: the date is kept as given")
    if whole and span.start != span.end:
        return span
    start, end = span.start, span.end
    if stated == "week":
        start, end = start - timedelta(days=start.weekday()), end + timedelta(6 - end.weekday())
    if stated in ("month", "year"):
        last = calendar.monthrange(end.year, end.month)[1]
        start, end = start.replace(day=1), end.replace(day=last)
    if stated == "year":
        start, end = start.replace(month=1), end.replace(month=12, day=31)
    return replace(span, start=start, end=end, precision=stated)

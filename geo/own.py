"""Our own tables, strikes.csv and claims.csv, back from text cells to typed records."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite

import pandas as pd

from geo.dates import DateError, Span, join_spans
from geo.rows import RADIUS_KM, CellError, read_place
from geo.schema import CLAIM_COLUMNS, STATUS_OF_PRECISION, STRIKE_COLUMNS, Column

__all__ = ["read_own_claims", "read_own_strike"]

_WHOLE = re.compile(r"-?\d{1,15}(?:\.0+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_own_strike(cells: dict[str, str]) -> dict[str, object]:
    """Read one row of strikes.csv; what the matching fills may be empty or absent.

    Raises CellError or DateError naming the column and the remedy.
    """
    record = {c.name: _value(c, cells.get(c.name, "")) for c in STRIKE_COLUMNS}
    record["strike_id"] = cells.get("strike_id") or None
    place = read_place(cells.get("lon", ""), cells.get("lat", ""), str(record["precision"] or ""),
                       str(record["uncertainty_km"] or ""))  # fmt: skip
    record["lon"], record["lat"] = _degrees(cells.get("lon", "")), _degrees(cells.get("lat", ""))
    has_point = record["lon"] is not None
    _fill(record, "precision", place.precision if has_point else "unknown")
    if record["precision"] in RADIUS_KM and has_point:
        _fill(record, "uncertainty_km", place.uncertainty_km)
    _fill(record, "match_method", "given" if has_point else "none")
    _fill(record, "location_status", STATUS_OF_PRECISION.get(str(record["precision"])))
    _fill(record, "event_status", "reported")
    _fill(record, "date_precision", _sharpness(record["date_start"], record["date_end"]))
    return record


def read_own_claims(cells: pd.DataFrame) -> tuple[pd.DataFrame, dict[int, str]]:
    """Read the rows of claims.csv: typed claims indexed by row, and reasons for the others."""
    records, reasons = {}, {}
    for number, row in zip(cells.index, cells.to_dict("records"), strict=True):
        try:
            records[number] = {c.name: _value(c, row.get(c.name, "")) for c in CLAIM_COLUMNS}
        except CellError as problem:
            reasons[number] = str(problem)
    names = [c.name for c in CLAIM_COLUMNS]
    return pd.DataFrame.from_dict(records, orient="index", columns=names), reasons


def _fill(record: dict[str, object], name: str, value: object) -> None:
    if record[name] is None:
        record[name] = value


def _value(column: Column, text: str) -> object:
    if text == "":
        return None
    if column.dtype == "text":
        return text
    if column.dtype == "date":
        return _day(column.name, text)
    if column.dtype == "count":
        if not _WHOLE.fullmatch(text):
            raise CellError(f"{column.name} {text!r} is no whole number; give one or leave it")
        return int(float(text))
    return _number(column.name, text)


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise CellError(f"{name} {text!r} is no number; give one or leave it empty")
    return number


def _degrees(text: str) -> float | None:
    return float(text) if text.strip() else None


def _day(name: str, text: str) -> pd.Timestamp:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return pd.Timestamp(date.fromisoformat(text))
    except ValueError:
        raise CellError(f"{name} {text!r} is no day; write it as 2015-09-30") from None


def _sharpness(start: object, end: object) -> str:
    if not isinstance(start, pd.Timestamp) or not isinstance(end, pd.Timestamp):
        return "unknown"
    first, last = start.date(), end.date()
    try:
        return join_spans(Span(first, first, "day"), Span(last, last, "day")).precision
    except DateError:
        return "day"  # the schema's own check names this row's fault

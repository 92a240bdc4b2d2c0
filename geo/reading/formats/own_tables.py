"""Our own tables, strikes.csv and claims.csv, back from text cells to typed columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from math import isfinite

import geopandas as gpd
import pandas as pd

from geo.errors import ReadError
from geo.reading.cells import CellError, read_place, read_point
from geo.reading.dates import DateError, Span, join_spans
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading, build_strikes, refused_rows
from geo.reading.table import OWN_NAMES, Table
from geo.strikes.schema import (
    CLAIM_COLUMNS,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    Column,
    empty_claims,
    make_claims,
)
from geo.strikes.spreadsheet_cells import take_back

__all__ = ["OWN_TABLES"]

_WHOLE = re.compile(r"-?\d{1,15}(?:\.0+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _recognise(table: Table) -> float:
    return 1.0 if set(OWN_NAMES) <= set(table.cells.columns) else 0.0


def _read(table: Table, _: ReadOptions) -> Reading:
    rows, reasons = _read_strikes(_without_apostrophes(table))
    reasons.update(table.broken.to_dict())
    claims, claim_reasons = _read_claims(table.claims)
    counts = rows["strike_id"].map(claims["strike_id"].value_counts()).fillna(0)
    rows["source_count"] = rows["source_count"].fillna(counts)
    strikes, _numbers = build_strikes(rows, reasons)
    claim_reasons.update(_claim_problems(claims, strikes))
    kept = claims.drop(index=[n for n in claim_reasons if n in claims.index])
    beside = table.claims or Table(table.name, pd.DataFrame())
    return Reading(
        strikes,
        make_claims(kept) if len(kept) else empty_claims(),
        refused_rows(table.cells, reasons),
        refused_rows(beside.cells, claim_reasons),
        notes=(*table.notes, *beside.notes),
    )


def _without_apostrophes(table: Table) -> pd.DataFrame:
    """Return the cells as they were before they were made harmless for spreadsheets."""
    if not table.delimited:
        return table.cells
    restored = {}
    for name, column in table.cells.items():
        changed = {text: take_back(text) for text in column.unique() if text.startswith("'")}
        restored[name] = column.replace(changed) if changed else column
    return pd.DataFrame(restored, index=table.cells.index)


def _read_strikes(cells: pd.DataFrame) -> tuple[pd.DataFrame, dict[int, str]]:
    """Read the rows of strikes.csv: typed rows with lon and lat, and reasons for the others.

    Both are by row number. What the matching fills may be empty or absent.
    """
    table, reasons = _read_columns(cells, STRIKE_COLUMNS)
    ids = cells["strike_id"]
    table["strike_id"] = ids
    _add(reasons, dict.fromkeys(ids.index[ids == ""], "strike_id is empty; give every row an id"))
    _add(reasons, _place_rows(table, cells))
    unsaid = table["date_precision"].isna()
    for number in table.index[unsaid]:
        start, end = table.at[number, "date_start"], table.at[number, "date_end"]
        table.at[number, "date_precision"] = _sharpness(start, end)
    table["event_status"] = table["event_status"].fillna("reported")
    return table.drop(index=list(reasons)), reasons


def _read_claims(claims: Table | None) -> tuple[pd.DataFrame, dict[int, str]]:
    """Read the rows of claims.csv: typed claims by row number, and reasons for the others."""
    if claims is None:
        return empty_claims(), {}
    if not {"claim_id", "strike_id"} <= set(claims.cells.columns):
        raise ReadError(f"{claims.name}: no claims table; it needs columns claim_id and strike_id")
    table, reasons = _read_columns(_without_apostrophes(claims), CLAIM_COLUMNS)
    return table.drop(index=list(reasons)), {**reasons, **claims.broken.to_dict()}


def _claim_problems(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> dict[int, str]:
    rules = {
        "claim_id is empty; give every claim an id of its own": claims["claim_id"].isna(),
        "claim_id is given twice; the first is kept": claims["claim_id"].duplicated(),
        "strike_id names no strike that was read; check the strikes table":
            ~claims["strike_id"].isin(strikes.index),
    }  # fmt: skip
    return {number: why for why, wrong in rules.items() for number in claims.index[wrong]}


def _read_columns(
    cells: pd.DataFrame, columns: Iterable[Column]
) -> tuple[pd.DataFrame, dict[int, str]]:
    """Read each distinct text of each column once."""
    typed: dict[str, pd.Series] = {}
    reasons: dict[int, str] = {}
    for column in columns:
        if column.name not in cells:
            typed[column.name] = pd.Series(None, index=cells.index, dtype=object)
            continue
        values, wrong = _read_distinct(cells[column.name], partial(_value, column))
        typed[column.name] = values
        _add(reasons, wrong)
    return pd.DataFrame(typed, index=cells.index, dtype=object), reasons


def _read_distinct(
    texts: pd.Series, read: Callable[[str], object]
) -> tuple[pd.Series, dict[int, str]]:
    codes, distinct = pd.factorize(texts)
    values: list[object] = []
    problems: dict[int, str] = {}
    for code, text in enumerate(distinct):
        try:
            values.append(read(text))
        except CellError as error:
            values.append(None)
            problems[code] = str(error)
    read_values = pd.Series([values[code] for code in codes], index=texts.index, dtype=object)
    if not problems:
        return read_values, {}
    numbers = zip(texts.index, codes, strict=True)
    return read_values, {n: problems[code] for n, code in numbers if code in problems}


def _place_rows(table: pd.DataFrame, cells: pd.DataFrame) -> dict[int, str]:
    """Fill lon, lat and what follows from them where it is empty; return the faults."""
    none = pd.Series("", index=cells.index)
    lons, lats = cells.get("lon", none), cells.get("lat", none)
    faults: dict[int, str] = {}
    points: list[tuple[float | None, float | None]] = []
    for number, lon, lat in zip(table.index, lons, lats, strict=True):
        try:
            points.append(read_point(lon, lat) or (None, None))
        except CellError as error:
            faults[number] = str(error)
            points.append((None, None))
    table["lon"], table["lat"] = zip(*points, strict=True) if points else ((), ())
    with_point = table["lon"].notna()
    unsharp = table["precision"].isna() | table["uncertainty_km"].isna()
    for number in table.index[with_point & unsharp]:
        stated = table.at[number, "precision"]
        point = read_place(lons[number], lats[number], "" if pd.isna(stated) else stated)
        if pd.isna(stated):
            table.at[number, "precision"] = point.precision
        if pd.isna(table.at[number, "uncertainty_km"]):
            table.at[number, "uncertainty_km"] = point.uncertainty_km
    table["precision"] = table["precision"].fillna("unknown")
    method = with_point.map({True: "given", False: "none"})
    table["match_method"] = table["match_method"].fillna(method)
    status = table["precision"].map(STATUS_OF_PRECISION)
    table["location_status"] = table["location_status"].fillna(status)
    return faults


def _add(reasons: dict[int, str], more: dict[int, str]) -> None:
    for number, why in more.items():
        reasons[number] = f"{reasons[number]}; {why}" if number in reasons else why


def _value(column: Column, text: str) -> object:
    if text == "":
        return None
    if column.dtype == "text":
        return text
    if column.dtype == "date":
        return _day(column.name, text)
    if column.dtype == "count":
        if not _WHOLE.fullmatch(text):
            raise CellError(
                f"{column.name} {text!r} is no whole number; give one or leave it empty"
            )
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


OWN_TABLES = Format(
    name="our own format",
    sentence="strikemap's own tables: strikes.csv with claims.csv beside it, or what it exported "
    "as GeoJSON, GeoPackage or GeoParquet.",
    recognise=_recognise,
    read=_read,
    has_claims=True,
)

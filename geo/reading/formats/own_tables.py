"""Our own tables, strikes.csv and claims.csv, back from cells to typed columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import isfinite

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import ReadError
from geo.reading.cells import CellError
from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.columnwise.where import Points, read_points
from geo.reading.dates import Span, join_spans
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading, keep_contract, refused_rows
from geo.reading.table import OWN_NAMES, Table, text_column
from geo.strikes.schema import (
    CLAIM_COLUMNS,
    CRS,
    PANDAS_DTYPE,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    Column,
    empty_claims,
    make_claims,
    make_strikes,
)
from geo.strikes.spreadsheet_cells import take_back

__all__ = ["OWN_TABLES"]

_WHOLE = re.compile(r"-?\d{1,15}(?:\.0+)?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What stands for a word that is none of its column's.
_USUAL = {"kind": "other", "event_status": "reported"}


@dataclass(frozen=True, slots=True)
class _Typed:
    """Typed columns, and what could not be read in each row, null elsewhere."""

    columns: dict[str, pd.Series]
    fault: pd.Series


def _recognise(table: Table) -> float:
    return 1.0 if set(OWN_NAMES) <= set(table.cells.columns) else 0.0


def _read(table: Table, _: ReadOptions) -> Reading:
    strikes, reasons = _read_strikes(_without_apostrophes(table))
    reasons.update(table.broken.to_dict())
    claims, claim_reasons = _read_claims(table.claims)
    counted = strikes.index.map(claims["strike_id"].value_counts()).fillna(0)
    counts = pd.Series(counted, index=strikes.index).astype("Int64")
    strikes["source_count"] = strikes["source_count"].fillna(counts)
    numbers = table.cells.index[~table.cells.index.isin(list(reasons))]
    kept, _, numbers = keep_contract(strikes, empty_claims(), numbers, reasons)
    claim_reasons.update(_claim_problems(claims, kept))
    own = claims[~claims.index.isin(list(claim_reasons))]
    beside = table.claims or Table(table.name, pd.DataFrame())
    return Reading(
        kept,
        make_claims(own) if len(own) else empty_claims(),
        refused_rows(table.cells, reasons),
        refused_rows(beside.cells, claim_reasons),
        notes=(*table.notes, *beside.notes),
        title="strikemap's own table",
        numbers=numbers,
        located=table.located,
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


def _read_strikes(cells: pd.DataFrame) -> tuple[gpd.GeoDataFrame, dict[int, str]]:
    """Read the rows of strikes.csv, and reasons for those without an id of their own.

    What the matching fills may be empty or absent; a cell that cannot be read is left empty, and
    reading_note says so.
    """
    reasons = _id_problems(text_column(cells["strike_id"]))
    rows = cells.drop(index=list(reasons))
    typed = _read_columns(rows, STRIKE_COLUMNS)
    points = _read_own_points(rows, typed.columns["precision"])
    columns = _fill_dates(_fill_places(typed.columns, points), typed.fault)
    columns["event_status"] = columns["event_status"].fillna("reported")
    columns["reading_note"] = join_texts([columns["reading_note"], typed.fault, points.fault])
    geometry = np.full(len(rows), None, dtype=object)
    drawn = ~np.isnan(points.lon)
    geometry[drawn] = shapely.points(points.lon[drawn], points.lat[drawn])
    frame = pd.DataFrame(columns, index=rows.index).set_axis(
        pd.Index(text_column(rows["strike_id"]), name="strike_id"), axis=0
    )
    return make_strikes(frame.assign(geometry=gpd.array.GeometryArray(geometry, crs=CRS))), reasons


def _id_problems(ids: pd.Series) -> dict[int, str]:
    reasons = dict.fromkeys(ids.index[ids == ""], "strike_id is empty; give every row an id")
    again = ids.duplicated() & (ids != "")
    first = dict(zip(ids[::-1], ids.index[::-1], strict=True)) if again.any() else {}
    for number, strike_id in ids[again].items():
        reasons[number] = (
            f"id {strike_id!r} was used in row {first[strike_id]}; give each row its own"
        )
    return reasons


def _read_own_points(cells: pd.DataFrame, precision: pd.Series) -> Points:
    """Read lon and lat, typed or as text; `precision` says how sharp those of some rows are."""
    blank = pd.Series("", index=cells.index, dtype="str")
    given = [cells.get(name, blank) for name in ("lon", "lat")]
    if all(column.dtype == "float64" for column in given) and precision.notna().all():
        lon, lat = (column.to_numpy() for column in given)
        if (np.isnan(lon) | ((np.abs(lon) <= 180) & (np.abs(lat) <= 90))).all():
            none = pd.Series(np.nan, blank.index)
            return Points({"precision": precision, "uncertainty_km": none}, lon, lat, blank)
    located = precision.map(STATUS_OF_PRECISION) == "located"
    lons, lats = (text_column(column) for column in given)
    stated = precision.where(located, "").astype("str")
    return read_points({"lon": [lons], "lat": [lats], "precision": [stated]}, blank)


def _fill_places(columns: dict[str, pd.Series], points: Points) -> dict[str, pd.Series]:
    """Fill how sharp a place is and how it was found, where the table leaves that empty."""
    drawn = pd.Series(~np.isnan(points.lon), index=points.fault.index)
    lost = ~drawn & points.fault.fillna("").ne("")
    lost &= columns["precision"].map(STATUS_OF_PRECISION) == "located"
    usual = points.columns["precision"].where(drawn, "unknown")
    precision = columns["precision"].fillna(usual).mask(lost, "unknown")
    radius = columns["uncertainty_km"].fillna(points.columns["uncertainty_km"].where(drawn))
    method = drawn.map({True: "given", False: "none"}).astype("str")
    status = precision.map(STATUS_OF_PRECISION).astype("str")
    return {
        **columns,
        "precision": precision,
        "uncertainty_km": radius.mask(lost),
        "match_method": columns["match_method"].fillna(method).mask(lost, "none"),
        "location_status": columns["location_status"].fillna(status).mask(lost, "unlocated"),
    }


def _fill_dates(columns: dict[str, pd.Series], fault: pd.Series) -> dict[str, pd.Series]:
    """Say how sharp dates are where the table does not; half a date that was read is none."""
    start, end = columns["date_start"], columns["date_end"]
    half = (start.isna() != end.isna()) & fault.fillna("").str.contains("date_", regex=False)
    start, end = start.mask(half), end.mask(half)
    unsaid = columns["date_precision"].isna() | half
    distinct = find_distinct([text_column(start), text_column(end)])
    sharp = take_texts(distinct.read(_sharpness), distinct.codes, start.index)
    precision = columns["date_precision"].where(~unsaid, sharp)
    return {**columns, "date_start": start, "date_end": end, "date_precision": precision}


def _sharpness(start: str, end: str) -> str:
    days = [date.fromisoformat(text[:10]) for text in (start, end) if _DAY.match(text)]
    if len(days) < 2:
        return "unknown"
    if days[1] < days[0]:
        return "day"  # the schema's own check names this row's fault
    return join_spans(*(Span(day, day, "day") for day in days)).precision


def _read_claims(claims: Table | None) -> tuple[pd.DataFrame, dict[int, str]]:
    """Read the rows of claims.csv: typed claims by row number, and reasons for the others."""
    if claims is None:
        return empty_claims(), {}
    if not {"claim_id", "strike_id"} <= set(claims.cells.columns):
        raise ReadError(f"{claims.name}: no claims table; it needs columns claim_id and strike_id")
    typed = _read_columns(_without_apostrophes(claims), CLAIM_COLUMNS)
    typed.columns["note"] = join_texts([typed.columns["note"], typed.fault])
    return pd.DataFrame(typed.columns, index=claims.cells.index), claims.broken.to_dict()


def _claim_problems(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> dict[int, str]:
    rules = {
        "claim_id is empty; give every claim an id of its own": claims["claim_id"].isna(),
        "claim_id is given twice; the first is kept": claims["claim_id"].duplicated(),
        "strike_id names no strike that was read; check the strikes table":
            ~claims["strike_id"].isin(strikes.index),
    }  # fmt: skip
    return {number: why for why, wrong in rules.items() for number in claims.index[wrong]}


def _read_columns(cells: pd.DataFrame, columns: Sequence[Column]) -> _Typed:
    """Read each distinct text of each column once; columns that are typed already stay."""
    blank = pd.Series("", index=cells.index, dtype="str")
    typed: dict[str, pd.Series] = {}
    faults = [blank]
    for column in columns:
        wanted = PANDAS_DTYPE[column.dtype]
        given = cells.get(column.name)
        if given is None or given.isna().all():
            typed[column.name] = pd.Series(None, index=cells.index, dtype=wanted)
        elif str(given.dtype) == wanted and column.dtype != "text":
            typed[column.name] = given
        else:
            typed[column.name], fault = _read_column(column, text_column(given))
            faults += [] if fault is None else [fault]
    return _Typed(typed, join_texts(faults))


def _read_column(column: Column, texts: pd.Series) -> tuple[pd.Series, pd.Series | None]:
    if column.dtype == "text" and column.vocabulary is None:
        return join_texts([texts]), None
    distinct = find_distinct([texts])
    read = distinct.read(partial(_read_value, column))
    values = pd.Series([value for value, _ in read], dtype=PANDAS_DTYPE[column.dtype])
    taken = pd.Series(values.array.take(distinct.codes), index=texts.index)
    if not any(fault for _, fault in read):
        return taken, None
    return taken, take_texts([fault for _, fault in read], distinct.codes, texts.index)


def _read_value(column: Column, text: str) -> tuple[object, str | None]:
    """Return the value of a cell, and why it cannot be read."""
    if text == "":
        return None, None
    try:
        return _READERS[column.dtype](column, text), None
    except CellError as error:
        usual = _USUAL.get(column.name)
        return usual, f"{column.name} {error}: {f'taken as {usual}' if usual else 'left empty'}"


def _read_word(column: Column, text: str) -> str:
    if column.vocabulary is not None and text not in column.vocabulary:
        raise CellError(f"{text!r} is none of {', '.join(column.vocabulary)}")
    return text


def _read_count(_: Column, text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise CellError(f"{text!r} is no whole number")
    return int(float(text))


def _read_number(_: Column, text: str) -> float:
    number = float(text) if _NUMBER.fullmatch(text) else float("nan")
    if not isfinite(number):
        raise CellError(f"{text!r} is no number")
    return number


def _read_day(_: Column, text: str) -> pd.Timestamp:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return pd.Timestamp(date.fromisoformat(text))
    except ValueError:
        raise CellError(f"{text!r} is no day, written as 2015-09-30") from None


_READERS: dict[str, Callable[[Column, str], object]] = {
    "text": _read_word,
    "count": _read_count,
    "number": _read_number,
    "date": _read_day,
}

OWN_TABLES = Format(
    name="our own format",
    sentence="strikemap's own tables: strikes.csv with claims.csv beside it, or what it exported "
    "as GeoJSON, GeoPackage, GeoParquet or KML.",
    recognise=_recognise,
    read=_read,
    has_claims=True,
    takes_typed=True,
)

"""Our own tables, strikes.csv and claims.csv, back from cells to typed columns."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.spreadsheet_cells import take_back
from geo.errors import ReadError
from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.columnwise.typed import read_typed
from geo.reading.columnwise.where import Points, read_points
from geo.reading.dates import Span, join_spans
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading, keep_contract, refused_rows
from geo.reading.table import OWN_NAMES, Table, text_column
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import (
    CLAIM_COLUMNS,
    CRS,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    empty_claims,
    make_claims,
    make_strikes,
)

__all__ = ["OWN_TABLES"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _recognise(table: Table) -> float:
    return 1.0 if set(OWN_NAMES) <= set(table.cells.columns) else 0.0


def _read(table: Table, _: ReadOptions) -> Reading:
    written = bool(table.located) and {c.name for c in STRIKE_COLUMNS} <= set(table.cells)
    whole = replace(table, cells=table.cells[~table.cells.index.isin(table.broken.index)])
    strikes, reasons = (
        _take_written(whole.cells) if written else _read_strikes(_without_apostrophes(whole))
    )
    reasons.update(table.broken.to_dict())
    own_names = {*(column.name for column in STRIKE_COLUMNS), "strike_id", "lon", "lat"}
    table.taken.update({name: "" for name in table.cells.columns if name in own_names})
    claims, claim_reasons = _read_claims(table.claims)
    if strikes["source_count"].isna().any():
        rows = find_strikes(claims, strikes)
        counts = np.bincount(rows[rows >= 0], minlength=len(strikes))
        counted = pd.Series(pd.array(counts, dtype="Int64"), index=strikes.index)
        strikes["source_count"] = strikes["source_count"].fillna(counted)
    numbers = table.cells.index[~table.cells.index.isin(list(reasons))]
    kept, _, numbers = keep_contract(strikes, empty_claims(), numbers, reasons)
    claim_reasons.update(_claim_problems(claims, kept))
    own = claims[~claims.index.isin(list(claim_reasons))] if claim_reasons else claims
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
        dataset=table.dataset,
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
    typed = read_typed(rows, STRIKE_COLUMNS)
    points = _read_own_points(rows, typed.columns["precision"])
    columns = _fill_dates(_fill_places(typed.columns, points), typed.fault)
    columns["event_status"] = columns["event_status"].fillna("reported")
    columns["reading_note"] = join_texts([columns["reading_note"], typed.fault, points.fault])
    geometry = _points(pd.DataFrame({"lon": points.lon, "lat": points.lat}))
    frame = pd.DataFrame(columns, index=rows.index).set_axis(
        pd.Index(text_column(rows["strike_id"]), name="strike_id"), axis=0
    )
    return make_strikes(frame.assign(geometry=geometry)), reasons


def _take_written(cells: pd.DataFrame) -> tuple[gpd.GeoDataFrame, dict[int, str]]:
    """Take a table that this program wrote and nobody has changed: its types are the schema's."""
    reasons = _id_problems(cells["strike_id"].fillna(""))
    rows = cells.drop(index=list(reasons)) if reasons else cells
    ids = pd.Index(rows["strike_id"], name="strike_id")
    return make_strikes(rows.set_axis(ids, axis=0).assign(geometry=_points(rows))), reasons


def _points(rows: pd.DataFrame) -> gpd.array.GeometryArray:
    lon, lat = (rows[name].to_numpy(dtype="float64") for name in ("lon", "lat"))
    # By their bits, in which -0.0 is not 0.0: rows of one place share its point.
    (x, lons), (y, lats) = (pd.factorize(degrees.view("int64")) for degrees in (lon, lat))
    codes, pairs = pd.factorize(x * len(lats) + y)
    which = divmod(pairs, max(len(lats), 1))
    lon, lat = lons[which[0]].view("float64"), lats[which[1]].view("float64")
    points = np.where(np.isnan(lon), None, shapely.points(lon, lat))
    return gpd.array.GeometryArray(points[codes], crs=CRS)


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
    typed = read_typed(_without_apostrophes(claims), CLAIM_COLUMNS)
    typed.columns["note"] = join_texts([typed.columns["note"], typed.fault])
    return pd.DataFrame(typed.columns, index=claims.cells.index), claims.broken.to_dict()


def _claim_problems(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> dict[int, str]:
    rules = {
        "claim_id is empty; give every claim an id of its own": claims["claim_id"].isna(),
        "claim_id is given twice; the first is kept": claims["claim_id"].duplicated(),
        "strike_id names no strike that was read; check the strikes table":
            pd.Series(find_strikes(claims, strikes) < 0, index=claims.index),
    }  # fmt: skip
    return {number: why for why, wrong in rules.items() for number in claims.index[wrong]}


OWN_TABLES = Format(
    name="our own format",
    sentence="strikemap's own tables: strikes.csv with claims.csv beside it, or what it exported "
    "as GeoJSON, GeoPackage, GeoParquet or KML.",
    recognise=_recognise,
    read=_read,
    has_claims=True,
    takes_typed=True,
)

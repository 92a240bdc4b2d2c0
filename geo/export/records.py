"""Strikes and claims as plain values, one dict a row, for formats that nest or name them."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column

__all__ = ["group_claims", "list_strikes", "sort_claims", "with_iso_dates"]


def list_strikes(strikes: gpd.GeoDataFrame) -> list[dict[str, object]]:
    """Return each strike's columns with strike_id, and lon and lat in degrees; null is None."""
    records = _plain_records(strikes, STRIKE_COLUMNS)
    points = strikes.geometry
    for strike_id, point, record in zip(strikes.index, points, records, strict=True):
        absent = point is None or point.is_empty
        record["strike_id"] = strike_id
        record["lon"], record["lat"] = (None, None) if absent else (point.x, point.y)
    return records


def group_claims(claims: pd.DataFrame) -> dict[str, list[dict[str, object]]]:
    """Return the claims of each strike by strike_id, nulls left out."""
    by_strike: dict[str, list[dict[str, object]]] = {}
    for claim in _plain_records(claims, CLAIM_COLUMNS):
        given = {name: value for name, value in claim.items() if value is not None}
        by_strike.setdefault(str(claim["strike_id"]), []).append(given)
    return by_strike


def sort_claims(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the claims of these strikes in the strikes' order, and how many each strike has."""
    rows = find_strikes(claims, strikes)
    own = claims
    if (rows < 0).any():
        own, rows = claims[rows >= 0], rows[rows >= 0]
    if (rows[1:] < rows[:-1]).any():
        own = own.iloc[np.argsort(rows, kind="stable")]
    return own.reset_index(drop=True), np.bincount(rows, minlength=len(strikes)).astype("int64")


def with_iso_dates(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of strikes with its days as ISO texts."""
    days = [column.name for column in STRIKE_COLUMNS if column.dtype == "date"]
    return table.assign(**{name: table[name].dt.strftime("%Y-%m-%d") for name in days})


def _plain_records(table: pd.DataFrame, columns: Iterable[Column]) -> list[dict[str, object]]:
    plain = {}
    for column in columns:
        values = table[column.name]
        if column.dtype == "date":
            values = values.dt.strftime("%Y-%m-%d")
        values = values.astype(object)
        plain[column.name] = values.where(values.notna(), None).tolist()
    names = list(plain)
    return [dict(zip(names, row, strict=True)) for row in zip(*plain.values(), strict=True)]

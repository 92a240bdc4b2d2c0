"""Records: a strike as a workspace holds it, its claims and corrections; and acts on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, TOLLS, make_strikes
from geo.workspace.changes import Patch, Row

__all__ = [
    "TOLL_COLUMNS", "Act", "Record", "claim_row", "has_toll", "insert_claim", "insert_strike",
    "remove_row", "strike_row", "to_rows", "to_table", "update_row",
]  # fmt: skip

TOLL_COLUMNS = tuple(f"{toll}_{end}" for toll in TOLLS for end in ("min", "max"))
_OWN = ("fid", "version")  # what the database itself fills


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, when (ISO 8601, UTC) and why."""

    who: str = ""
    at: str = ""
    why: str = ""

    @property
    def words(self) -> str:
        """Who, when and why, as a person reads it."""
        by = f" by {self.who}" if self.who else ""
        day = f" on {self.at[:10]}" if self.at else ""
        return f"{by}{day}" + (f": {self.why}" if self.why else "")


@dataclass(frozen=True, slots=True)
class Record:
    """A strike as it stands: its row (`geom` [lon, lat] or None), its claims, its corrections.

    Values are what JSON holds, a day as ISO 8601. corrections: by field.
    """

    strike: Row
    claims: Sequence[Row] = ()
    corrections: Mapping[str, Row] = field(default_factory=dict)

    @property
    def strike_id(self) -> str:
        """Its id."""
        return str(self.strike["strike_id"])


def to_table(rows: Sequence[Row]) -> gpd.GeoDataFrame:
    """Return rows of strikes as the strikes table."""
    names = [column.name for column in STRIKE_COLUMNS]
    cells = [{name: row.get(name) for name in names} for row in rows]
    points = [None if row.get("geom") is None else shapely.Point(row["geom"]) for row in rows]
    ids = pd.Index([str(row["strike_id"]) for row in rows], name="strike_id", dtype="str")
    table = pd.DataFrame(cells, columns=names, index=ids, dtype=object)
    return make_strikes(table.assign(geometry=points))


def to_rows(strikes: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the strikes table as rows, the other way round."""
    rows = []
    for strike_id, (_, cells) in zip(strikes.index, strikes.iterrows(), strict=True):
        row: dict[str, Any] = {"strike_id": str(strike_id)}
        for column in STRIKE_COLUMNS:
            row[column.name] = _to_json(cells[column.name], column.dtype)
        point = cells.geometry
        row["geom"] = None if point is None or point.is_empty else [point.x, point.y]
        rows.append(row)
    return rows


def _to_json(value: Any, dtype: str) -> object:  # noqa: ANN401 a cell of any column
    if pd.isna(value):
        return None
    if dtype == "date":
        return str(pd.Timestamp(value).date())
    return {"text": str, "count": int, "number": float}[dtype](value)


def strike_row(values: Row) -> dict[str, Any]:
    """Return a whole row of strikes: what is not said is null."""
    names = ["strike_id", *(column.name for column in STRIKE_COLUMNS), "geom"]
    return {name: values.get(name) for name in names}


def claim_row(values: Row) -> dict[str, Any]:
    """Return a whole row of claims: what is not said is null."""
    return {column.name: values.get(column.name) for column in CLAIM_COLUMNS}


def has_toll(row: Row) -> bool:
    """Say whether a strike carries a toll of its own."""
    return any(row.get(name) is not None for name in TOLL_COLUMNS)


def insert_strike(row: Row) -> Patch:
    """Return what writes a new strike."""
    return Patch("strikes", (str(row["strike_id"]),), None, row)


def insert_claim(row: Row) -> Patch:
    """Return what writes a new claim."""
    return Patch("claims", (str(row["claim_id"]),), None, row)


def remove_row(table: str, key: tuple[str, ...], row: Row) -> Patch:
    """Return what takes a row out."""
    return Patch(table, key, row, None)


def update_row(table: str, key: tuple[str, ...], row: Row, after: Row) -> list[Patch]:
    """Return what writes the columns of a row that differ; nothing where none does."""
    changed = {name: value for name, value in after.items() if row.get(name) != value}
    if not changed:
        return []
    return [Patch(table, key, {name: row.get(name) for name in changed}, changed)]

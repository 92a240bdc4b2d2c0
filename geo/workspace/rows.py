"""Rows of a workspace read as the two tables, and what locating fills in each strike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, tuple_

from gazetteer.spelling.names import clean, fold
from geo.placing.deciding import PLACED
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, make_claims, make_strikes
from geo.workspace.cells import from_blob
from geo.workspace.tables import TABLES

__all__ = [
    "PLACED",
    "Said",
    "SaidByName",
    "read_claims",
    "read_said",
    "read_states",
    "read_strikes",
    "read_strikes_that_say",
]  # fmt: skip

_MANY = 2_000  # values of one statement
_STRIKES, _CLAIMS = TABLES.tables["strikes"], TABLES.tables["claims"]
_WKB_AT = 8  # bytes of a GeoPackage's header without an envelope
_PLAIN = b"GP\x00\x01"  # such a header


@dataclass(frozen=True, slots=True)
class Said:
    """What rows say of their place, alike in all of them."""

    place: str
    governorate: str | None


SaidByName = Mapping[str, Sequence[Said]]


def read_strikes(connection: Connection, ids: Iterable[str] | None = None) -> gpd.GeoDataFrame:
    """Return the strikes table in the order of the workspace; ids: only of these."""
    if ids is None:
        return _gather([_fetch(connection, _select_strikes())])
    wanted = _STRIKES.c.strike_id
    parts = [_fetch(connection, _select_strikes(wanted.in_(some))) for some in _in_parts(ids)]
    return _gather(parts)


def read_claims(connection: Connection, ids: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the claims table; ids: only of these strikes."""
    columns = [_CLAIMS.c[column.name] for column in CLAIM_COLUMNS]
    query = select(*columns).order_by(_CLAIMS.c.fid)
    if ids is None:
        cells = _fetch(connection, query)
    else:
        of = _CLAIMS.c.strike_id
        cells = [row for some in _in_parts(ids)
                 for row in _fetch(connection, query.where(of.in_(some)))]  # fmt: skip
    return make_claims(_frame(cells, [column.name for column in CLAIM_COLUMNS]))


def read_said(connection: Connection) -> SaidByName:
    """Return what rows without a point of their source say of their places, by folded names."""
    columns = _STRIKES.c
    query = (
        select(columns.place_text, columns.governorate_text).distinct()
        .where(columns.place_text.is_not(None), columns.match_method != "given")
    )  # fmt: skip
    by_name: dict[str, list[Said]] = {}
    for place, governorate in connection.execute(query):
        by_name.setdefault(fold(clean(place)), []).append(Said(place, governorate))
    return by_name


def read_strikes_that_say(connection: Connection, said: Iterable[Said]) -> gpd.GeoDataFrame:
    """Return the strikes that say one of several places, without those of a given point.

    Nor those that a person put elsewhere, each on its own: that was said of them alone.
    """
    columns, corrected = _STRIKES.c, TABLES.tables["corrections"].c
    put_elsewhere = exists().where(
        corrected.strike_id == columns.strike_id, corrected.field == "place"
    )
    parts = []
    for some in _in_parts(said):
        bare = [one.place for one in some if one.governorate is None]
        pairs = [(one.place, one.governorate) for one in some if one.governorate is not None]
        says: list[ColumnElement[bool]] = []
        if bare:
            says.append(and_(columns.place_text.in_(bare), columns.governorate_text.is_(None)))
        if pairs:
            says.append(tuple_(columns.place_text, columns.governorate_text).in_(pairs))
        query = _select_strikes(or_(*says), columns.match_method != "given", ~put_elsewhere)
        parts.append(_fetch(connection, query))
    return _gather(parts)


def read_states(strikes: gpd.GeoDataFrame) -> Iterator[dict[str, object]]:
    """Return what locating filled in each strike, in order, the point as `geom`."""
    columns = [strikes[name].astype(object).to_numpy() for name in PLACED]
    lists: list[Any] = [_without_gaps(values) for values in columns]
    points = strikes.geometry.to_numpy()
    pairs = shapely.get_x(points), shapely.get_y(points)
    xs, ys = (np.asarray(one).tolist() for one in pairs)
    for point, x, y, *values in zip(points, xs, ys, *lists, strict=True):
        state: dict[str, object] = dict(zip(PLACED, values, strict=True))
        state["geom"] = None if point is None else [x, y]
        yield state


def _without_gaps(values: np.ndarray[Any, Any]) -> list[Any]:
    cells = values.copy()
    cells[np.asarray(pd.isna(values))] = None
    return list(cells.tolist())


def _select_strikes(*where: ColumnElement[bool]) -> Select[Any]:
    columns = [_STRIKES.c[column.name] for column in STRIKE_COLUMNS if column.name in _STRIKES.c]
    # As bytes or text of the database: points are read all at once.
    return (
        select(_STRIKES.c.strike_id, *columns, _STRIKES.c.geom).where(*where)
        .order_by(_STRIKES.c.fid)
    )  # fmt: skip


def _fetch(connection: Connection, query: Select[Any]) -> list[Any]:
    """Return rows as the database's driver gives them."""
    result = connection.execute(query)
    return list(result.cursor.fetchall()) if result.cursor is not None else []


def _gather(parts: Sequence[list[Any]]) -> gpd.GeoDataFrame:
    names = ["strike_id", *(c.name for c in STRIKE_COLUMNS if c.name in _STRIKES.c), "geom"]
    table = _frame([row for part in parts for row in part], names).set_index("strike_id")
    points = _read_points(table["geom"].to_numpy())
    return make_strikes(table.assign(geometry=points).drop(columns="geom"))


def _frame(cells: Sequence[Any], names: Sequence[str]) -> pd.DataFrame:
    lists = list(zip(*cells, strict=True)) if cells else [()] * len(names)
    columns = {
        name: pd.Series(_as_objects(values), dtype=object)
        for name, values in zip(names, lists, strict=True)
    }
    return pd.DataFrame(columns)


def _as_objects(values: Sequence[Any]) -> np.ndarray[Any, Any]:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _read_points(cells: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return points of what the database holds: a GeoPackage's bytes, or PostGIS's hexadecimal."""
    if any(isinstance(cell, bytes) and cell[:4] != _PLAIN for cell in cells):
        return _as_objects([from_blob(cell) for cell in cells])
    bare = [cell[_WKB_AT:] if isinstance(cell, bytes) else cell for cell in cells]
    points = shapely.set_srid(shapely.from_wkb(_as_objects(bare)), 0)
    return np.asarray(shapely.force_2d(points), dtype=object)


def _in_parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    whole = list(values)
    for first in range(0, len(whole), _MANY):
        yield whole[first : first + _MANY]

"""Rows of a workspace read as the two tables, and what locating fills in each strike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, tuple_

from gazetteer.spelling.names import clean, fold
from geo.placing.deciding import PLACED
from geo.placing.rows.filled import SAID
from geo.strikes.filters import Filters
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, make_claims, make_strikes
from geo.workspace.cells import from_blob, read_shapes, write_head
from geo.workspace.changes import Row
from geo.workspace.counting.conditions import find_conditions
from geo.workspace.counting.totals import in_period
from geo.workspace.tables import TABLES

__all__ = [
    "PLACED",
    "Said",
    "SaidByName",
    "read_chosen",
    "read_chosen_claims",
    "read_claims",
    "read_rows_that_say",
    "read_said",
    "read_states",
    "read_strikes",
    "read_strikes_that_say",
]  # fmt: skip

_MANY = 2_000  # values of one statement
_PART = 5_000  # rows that are held as the driver gives them
_ARROW = {"text": pa.large_string(), "count": pa.int64(), "number": pa.float64()}
_STRIKES, _CLAIMS = TABLES.tables["strikes"], TABLES.tables["claims"]
_WKB_AT = 8  # bytes of a GeoPackage's header without an envelope
_PLAIN = b"GP\x00\x01"  # such a header
_HEAD = write_head()  # before a point's two numbers
_PAIR = 16  # bytes of the two


@dataclass(frozen=True, slots=True)
class Said:
    """What rows say of their place, alike in all of them."""

    place: str
    governorate: str | None


SaidByName = Mapping[str, Sequence[Said]]


def read_strikes(connection: Connection, ids: Iterable[str] | None = None) -> gpd.GeoDataFrame:
    """Return the strikes table in the order of the workspace; ids: only of these."""
    if ids is None:
        return _gather(_fetch(connection, _select_strikes()))
    wanted = _STRIKES.c.strike_id
    parts = [_fetch(connection, _select_strikes(wanted.in_(some))) for some in _in_parts(ids)]
    return _gather(chain.from_iterable(parts))


def read_chosen(
    connection: Connection, filters: Filters, ids: Iterable[str] | None = None
) -> gpd.GeoDataFrame:
    """Return the strikes of a team's database that pass filters, in the order of the workspace.

    ids: only those of these.
    """
    where = [*find_conditions(connection, filters), *in_period(filters)]
    if ids is None:
        return _gather(_fetch(connection, _select_strikes(*where)))
    among = [_STRIKES.c.strike_id.in_(some) for some in _in_parts(ids)]
    parts = (_fetch(connection, _select_strikes(*where, one)) for one in among)
    return _gather(chain.from_iterable(parts))


def read_chosen_claims(connection: Connection, filters: Filters) -> pd.DataFrame:
    """Return the claims of the same strikes."""
    where = [*find_conditions(connection, filters), *in_period(filters)]
    chosen = _CLAIMS.c.strike_id.in_(select(_STRIKES.c.strike_id).where(*where))
    return _gather_claims(_fetch(connection, _select_claims().where(chosen)))


def read_claims(connection: Connection, ids: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the claims table; ids: only of these strikes."""
    query = _select_claims()
    if ids is None:
        parts = _fetch(connection, query)
    else:
        of = _CLAIMS.c.strike_id
        asked = [query.where(of.in_(some)) for some in _in_parts(ids)]
        parts = chain.from_iterable(_fetch(connection, one) for one in asked)
    return _gather_claims(parts)


def _select_claims() -> Select[Any]:
    return select(*(_CLAIMS.c[column.name] for column in CLAIM_COLUMNS)).order_by(_CLAIMS.c.fid)


def _gather_claims(parts: Iterable[Sequence[Any]]) -> pd.DataFrame:
    return make_claims(_collect(parts, {column.name: column.dtype for column in CLAIM_COLUMNS}))


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
    queries = [_select_strikes(*where) for where in _say(said)]
    return _gather(chain.from_iterable(_fetch(connection, one) for one in queries))


def read_rows_that_say(connection: Connection, said: Iterable[Said]) -> list[Row]:
    """Return the same strikes as rows: what they say of their place, and what locating filled."""
    names = ("strike_id", *SAID, *PLACED, "geom")
    columns = [_STRIKES.c[name] for name in names]
    queries = [select(*columns).where(*where).order_by(_STRIKES.c.fid) for where in _say(said)]
    return [dict(row) for one in queries for row in connection.execute(one).mappings()]


def _say(said: Iterable[Said]) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Give the conditions of strikes that say one of several places, some places at a time."""
    columns, corrected = _STRIKES.c, TABLES.tables["corrections"].c
    put_elsewhere = exists().where(
        corrected.strike_id == columns.strike_id, corrected.field == "place"
    )
    for some in _in_parts(said):
        bare = [one.place for one in some if one.governorate is None]
        pairs = [(one.place, one.governorate) for one in some if one.governorate is not None]
        says: list[ColumnElement[bool]] = []
        if bare:
            says.append(and_(columns.place_text.in_(bare), columns.governorate_text.is_(None)))
        if pairs:
            says.append(tuple_(columns.place_text, columns.governorate_text).in_(pairs))
        yield or_(*says), columns.match_method != "given", ~put_elsewhere


def read_states(strikes: gpd.GeoDataFrame) -> Iterator[dict[str, object]]:
    """Return what locating filled in each strike, in order, the point as `geom`.

    Strikes that are alike share one state.
    """
    columns = [strikes[name].astype(object).to_numpy() for name in PLACED]
    lists: list[Any] = [_without_gaps(values) for values in columns]
    points = strikes.geometry.to_numpy()
    pairs = shapely.get_x(points), shapely.get_y(points)
    xs, ys = (_without_gaps(np.asarray(one).astype(object)) for one in pairs)
    known: dict[tuple[object, ...], dict[str, object]] = {}
    for cells in zip(*lists, xs, ys, strict=True):
        state = known.get(cells)
        if state is None:
            *values, x, y = cells
            state = known[cells] = dict(zip(PLACED, values, strict=True))
            state["geom"] = None if x is None else [x, y]
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


def _fetch(connection: Connection, query: Select[Any]) -> Iterator[Sequence[Any]]:
    """Give rows as the database's driver gives them, some at a time."""
    result = connection.execute(query)
    if result.cursor is not None:
        while rows := result.cursor.fetchmany(_PART):
            yield rows
    result.close()


def _gather(parts: Iterable[Sequence[Any]]) -> gpd.GeoDataFrame:
    known = {column.name: column.dtype for column in STRIKE_COLUMNS if column.name in _STRIKES.c}
    table = _collect(parts, {"strike_id": "text", **known, "geom": ""}).set_index("strike_id")
    points = _read_points(table["geom"].to_numpy())
    return make_strikes(table.assign(geometry=points).drop(columns="geom"))


def _collect(parts: Iterable[Sequence[Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """Return rows as a table; kinds: of the columns, in the order of the cells."""
    held: dict[str, list[Any]] = {name: [_pack((), kind)] for name, kind in kinds.items()}
    for rows in parts:
        cells = zip(kinds.items(), zip(*rows, strict=True), strict=True)
        for (name, kind), values in cells:
            held[name].append(_pack(values, kind))
    return pd.DataFrame({name: _join(held[name], kind) for name, kind in kinds.items()})


def _pack(values: Sequence[Any], kind: str) -> pa.Array | np.ndarray[Any, Any]:
    """Return cells by arrow where they are of their column's kind: without an object each."""
    if kind in _ARROW:
        with suppress(pa.ArrowInvalid, pa.ArrowTypeError):
            return pa.array(values, _ARROW[kind])
    return _as_objects(values)


def _join(chunks: Sequence[Any], kind: str) -> Any:  # noqa: ANN401
    if not all(isinstance(chunk, pa.Array) for chunk in chunks):
        cells = np.concatenate([_as_objects(_as_list(chunk)) for chunk in chunks])
        return pd.Series(cells, dtype=object)
    whole = pa.concat_arrays(chunks)
    if kind == "count":
        return pd.Int64Dtype().__from_arrow__(whole)
    return pd.array(whole, dtype="str") if kind == "text" else whole.to_numpy(zero_copy_only=False)


def _as_list(chunk: Any) -> Sequence[Any]:  # noqa: ANN401
    return list(chunk.to_pylist() if isinstance(chunk, pa.Array) else chunk)


def _as_objects(values: Sequence[Any]) -> np.ndarray[Any, Any]:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _read_points(cells: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return points of what the database holds: a GeoPackage's bytes, or PostGIS's hexadecimal."""
    points = _as_objects([None] * len(cells))
    there = np.flatnonzero([cell is not None for cell in cells])
    held = cells[there].tolist()
    pairs = _read_pairs(held)
    points[there] = _read_shapes(held) if pairs is None else shapely.points(pairs)
    return points


def _read_pairs(held: list[Any]) -> np.ndarray[Any, Any] | None:
    """Return lon and lat of points as this program writes them; None where one is otherwise."""
    if not held or {*map(len, held)} != {len(_HEAD) + _PAIR} or not isinstance(held[0], bytes):
        return None
    rows = np.frombuffer(b"".join(held), dtype=np.uint8).reshape(len(held), -1)
    pairs = np.ascontiguousarray(rows[:, len(_HEAD) :]).view("<f8")
    ours = (rows[:, : len(_HEAD)] == np.frombuffer(_HEAD, dtype=np.uint8)).all()
    return pairs if ours and np.isfinite(pairs).all() else None


def _read_shapes(held: list[Any]) -> np.ndarray[Any, Any]:
    if any(isinstance(cell, bytes) and cell[: len(_PLAIN)] != _PLAIN for cell in held):
        return _as_objects([from_blob(cell) for cell in held])
    bare = [cell[_WKB_AT:] if isinstance(cell, bytes) else cell for cell in held]
    shapes = shapely.set_srid(read_shapes(bare), 0)
    return np.asarray(shapely.force_2d(shapes), dtype=object)


def _in_parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    whole = list(values)
    for first in range(0, len(whole), _MANY):
        yield whole[first : first + _MANY]

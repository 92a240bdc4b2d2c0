"""Rows of a workspace: read as the strikes table, and what locating fills written back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.spelling.names import clean, fold
from geo.placing.deciding import PLACED
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, make_claims, make_strikes
from geo.workspace.tables import from_blob, to_blob

__all__ = [
    "PLACED",
    "RowStates",
    "Said",
    "SaidByName",
    "gather_states",
    "read_claims",
    "read_rows",
    "read_rows_that_say",
    "read_said",
    "read_states",
    "write_states",
]  # fmt: skip

_MANY = 500  # ids of one statement; SQLite takes 32,766

RowStates = list[tuple[dict[str, object], list[str]]]  # what locating filled, of which strikes


@dataclass(frozen=True, slots=True)
class Said:
    """What rows say of their place, alike in all of them."""

    place: str
    governorate: str | None


SaidByName = Mapping[str, Sequence[Said]]


def read_rows(
    connection: sqlite3.Connection, source: str = "strikes", given: Sequence[object] = ()
) -> gpd.GeoDataFrame:
    """Return strikes as the strikes table; source: what SQL selects them from, with its values."""
    names = ["strike_id", *(column.name for column in STRIKE_COLUMNS)]
    there = {row[1] for row in connection.execute("PRAGMA table_info(strikes)")}
    # A column that an earlier version did not have is null.
    columns = ", ".join(f"strikes.{n}" if n in there else f"NULL AS {n}" for n in [*names, "geom"])
    sql = f"SELECT {columns} FROM {source}"  # noqa: S608 our own columns
    cells = connection.execute(sql, tuple(given)).fetchall()
    table = pd.DataFrame(cells, columns=[*names, "geom"], dtype=object).set_index("strike_id")
    points = np.array([from_blob(blob) for blob in table["geom"]], dtype=object)
    return make_strikes(table.assign(geometry=points).drop(columns="geom"))


def read_claims(connection: sqlite3.Connection) -> pd.DataFrame:
    """Return the claims table."""
    names = [column.name for column in CLAIM_COLUMNS]
    sql = f"SELECT {', '.join(names)} FROM claims"  # noqa: S608 our own columns
    cells = connection.execute(sql).fetchall()
    return make_claims(pd.DataFrame(cells, columns=names, dtype=object))


def read_said(connection: sqlite3.Connection) -> SaidByName:
    """Return what rows without a point of their source say of their places, by folded names."""
    found = connection.execute(
        "SELECT DISTINCT place_text, governorate_text FROM strikes "
        "WHERE place_text IS NOT NULL AND match_method != 'given'"
    )
    by_name: dict[str, list[Said]] = {}
    for place, governorate in found:
        by_name.setdefault(fold(clean(place)), []).append(Said(place, governorate))
    return by_name


def read_rows_that_say(connection: sqlite3.Connection, said: Iterable[Said]) -> gpd.GeoDataFrame:
    """Return the strikes that say one of several places, without those of a given point.

    Nor those that a person put elsewhere, each on its own: that was said of them alone.
    """
    pairs = [[one.place, one.governorate] for one in said]
    # A cross join keeps its order: each pair is looked up in the index strikes_by_place.
    source = (
        "json_each(?) AS said CROSS JOIN strikes "
        "ON strikes.place_text = json_extract(said.value, '$[0]') "
        "AND strikes.governorate_text IS json_extract(said.value, '$[1]') "
        "WHERE strikes.match_method != 'given' AND NOT EXISTS (SELECT 1 FROM corrections "
        "WHERE corrections.strike_id = strikes.strike_id AND corrections.field = 'place')"
    )
    return read_rows(connection, source, [json.dumps(pairs)])


def read_states(strikes: gpd.GeoDataFrame) -> dict[str, str]:
    """Return what locating filled in each strike, as JSON."""
    lists = [strikes[name].astype(object).to_numpy() for name in PLACED]
    empty = [pd.isna(values) for values in lists]
    points = strikes.geometry.to_numpy()
    found = {}
    for at, strike_id in enumerate(strikes.index):
        state = {
            name: None if none[at] else values[at]
            for name, values, none in zip(PLACED, lists, empty, strict=True)
        }
        point = points[at]
        state["point"] = None if point is None else [point.x, point.y]
        found[str(strike_id)] = json.dumps(state, ensure_ascii=False)
    return found


def gather_states(ids: Iterable[str], states: Mapping[str, str]) -> RowStates:
    """Return the states of some strikes, each with all of the strikes that have it."""
    gathered: dict[str, list[str]] = {}
    for strike_id in ids:
        gathered.setdefault(states[strike_id], []).append(strike_id)
    return [(json.loads(state), own) for state, own in gathered.items()]


def write_states(connection: sqlite3.Connection, states: RowStates) -> int:
    """Write what locating filled into the strikes; return how many."""
    changed = ", ".join(f"{name} = ?" for name in PLACED)
    rows = 0
    for state, ids in states:
        at = state["point"]
        point = shapely.Point(at) if isinstance(at, list) else None
        values = [*(state[name] for name in PLACED), to_blob(point)]
        for first in range(0, len(ids), _MANY):
            some = ids[first : first + _MANY]
            ids_given = ", ".join("?" * len(some))
            where = f"WHERE strike_id IN ({ids_given})"
            sql = f"UPDATE strikes SET {changed}, geom = ? {where}"  # noqa: S608 our own columns
            rows += connection.execute(sql, (*values, *some)).rowcount
    return rows

"""Following a workspace: what was written since, so that who holds its tables need not read all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields

import geopandas as gpd
import pandas as pd

from gazetteer.decisions.decision import Decision
from geo.workspace.rows import read_claims, read_rows

__all__ = ["Changed", "read_changed"]

Key = tuple[str, str]
_KEYS = ("name_key", "governorate_key")
_COLUMNS = tuple("decided" if field.name == "when" else field.name for field in fields(Decision))
# An undo names what it was on, and not the rows: they are those of the acts on it.
_TOUCHED = (
    "SELECT before, after FROM log WHERE action NOT IN ('undo', 'redo') AND (seq > :seq OR what IN "
    "(SELECT what FROM log WHERE seq > :seq AND action IN ('undo', 'redo')))"
)


@dataclass(frozen=True)
class Changed:
    """What a workspace holds otherwise than after an earlier change.

    seq: the number of the last change. strikes: those that were written, as they are now; removed:
    the ids of those that are no more. decisions: all of them, by name and governorate. claims: all
    of them, None where none was written.
    """

    seq: int
    strikes: gpd.GeoDataFrame
    removed: tuple[str, ...]
    decisions: Mapping[Key, Decision]
    claims: pd.DataFrame | None = None


def read_changed(connection: sqlite3.Connection, seq: int) -> Changed | None:
    """Return what was written after the change of a number; None for nothing."""
    last = int(connection.execute("SELECT ifnull(max(seq), 0) FROM log").fetchone()[0])
    if last == seq:
        return None
    touched = _list_touched(connection, seq)
    ids = sorted(touched["strikes"])
    source = "json_each(?) AS asked CROSS JOIN strikes ON strikes.strike_id = asked.value"
    strikes = read_rows(connection, source, [json.dumps(ids)])
    gone = tuple(sorted({*ids} - {*strikes.index}))
    claims = read_claims(connection) if touched["claims"] else None
    return Changed(last, strikes, gone, _read_decisions(connection), claims)


def _list_touched(connection: sqlite3.Connection, seq: int) -> dict[str, set[str]]:
    """Return the ids of the strikes and of the claims that were written after a change."""
    touched: dict[str, set[str]] = {"strikes": set(), "claims": set()}
    sides = [side for row in connection.execute(_TOUCHED, {"seq": seq}) for side in row]
    for side in map(json.loads, sides):
        if isinstance(side, dict):  # of a decision
            touched["strikes"] |= {own for _, ids in side["rows"] for own in ids}
            continue
        for rows in side:
            if rows["table"] in touched:
                touched[rows["table"]] |= {key[0] for key in rows["keys"]}
    return touched


def _read_decisions(connection: sqlite3.Connection) -> dict[Key, Decision]:
    columns = ", ".join([*_KEYS, *_COLUMNS])
    sql = f"SELECT {columns} FROM decisions ORDER BY fid"  # noqa: S608 our own columns
    return {(one, other): Decision(*rest) for one, other, *rest in connection.execute(sql)}

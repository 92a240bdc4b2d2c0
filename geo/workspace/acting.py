"""Acting: rows of a workspace found, and a change written where what stands is as it says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

import shapely

from geo.errors import StaleError
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS
from geo.workspace.changes import Change, Patch, Row, Step, load_patches
from geo.workspace.tables import KEYS, from_blob, to_blob

__all__ = ["find_rows", "list_steps", "write_change"]

_MANY = 500  # values of one statement; SQLite takes 32,766
_COLUMNS: dict[str, tuple[str, ...]] = {
    "strikes": ("fid", "strike_id", *(column.name for column in STRIKE_COLUMNS), "geom"),
    "claims": ("fid", *(column.name for column in CLAIM_COLUMNS)),
    "corrections": ("fid", "strike_id", "field", "as_read", "corrected", "reason", "who", "at"),
    "removed": ("fid", "strike_id", "strike", "claims", "merged_into", "reason", "who", "at"),
}
_DAYS = {column.name for column in STRIKE_COLUMNS if column.dtype == "date"}
_MIDNIGHT = "T00:00:00"  # as GDAL writes a day
_JSON = {"corrections": ("as_read", "corrected"), "removed": ("strike", "claims")}


def find_rows(
    connection: sqlite3.Connection, table: str, column: str, values: Sequence[str] | None
) -> list[Row]:
    """Return the rows of a table that have one of several values in a column; None for all rows.

    A row is by column what JSON holds: a day ISO 8601, the point `geom` [lon, lat] in degrees.
    """
    names = _COLUMNS[table]
    select = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 our own columns
    if values is None:
        cells = connection.execute(f"{select} ORDER BY fid").fetchall()
    else:
        cells = []
        for first in range(0, len(values), _MANY):
            some = values[first : first + _MANY]
            marks = ", ".join("?" * len(some))
            cells += connection.execute(f"{select} WHERE {column} IN ({marks})", some).fetchall()
        cells.sort(key=lambda row: row[0])
    return [_read(table, dict(zip(names, row, strict=True))) for row in cells]


def list_steps(connection: sqlite3.Connection, strike_id: str) -> list[Step]:
    """Return the changes that name a strike, decisions aside, the last first."""
    sign = json.dumps(strike_id, ensure_ascii=False)[1:-1]
    columns = "at, who, action, why, undone, before, after"
    found = connection.execute(
        f"SELECT {columns} FROM log WHERE action NOT IN ('decide', 'undo', 'redo') "  # noqa: S608
        "AND (instr(before, ?) OR instr(after, ?)) ORDER BY seq DESC",
        (sign, sign),
    )
    return [
        Step(at, who, action, why, bool(undone), load_patches(*map(json.loads, states)))
        for at, who, action, why, undone, *states in found
    ]


def write_change(connection: sqlite3.Connection, change: Change) -> None:
    """Write the rows of a change; raises StaleError where what stands is not what it says."""
    for patch in change.patches:
        standing = _find(connection, patch)
        _refuse_stale(connection, patch, standing)
        if patch.before is None:
            _insert(connection, patch.table, patch.after or {})
            continue
        where = " AND ".join(f"{name} = ?" for name in KEYS[patch.table])
        if patch.after is None:
            sql = f"DELETE FROM {patch.table} WHERE {where}"  # noqa: S608 our own tables
            connection.execute(sql, patch.key)
        else:
            names = ", ".join(f"{name} = ?" for name in patch.after)
            values = [_write(patch.table, name, value) for name, value in patch.after.items()]
            sql = f"UPDATE {patch.table} SET {names} WHERE {where}"  # noqa: S608 our own columns
            connection.execute(sql, (*values, *patch.key))


def _find(connection: sqlite3.Connection, patch: Patch) -> Row | None:
    keys = KEYS[patch.table]
    rows = find_rows(connection, patch.table, keys[0], [patch.key[0]])
    alike = (row for row in rows if tuple(row[name] for name in keys) == patch.key)
    return next(alike, None)


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    known = {name: value for name, value in row.items() if name in _COLUMNS[table]}
    names, marks = ", ".join(known), ", ".join("?" * len(known))
    values = [_write(table, name, value) for name, value in known.items()]
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 our own columns
    connection.execute(sql, values)


def _refuse_stale(connection: sqlite3.Connection, patch: Patch, standing: Row | None) -> None:
    what = f"{patch.table} {' '.join(patch.key)}"
    if (standing is None) != (patch.before is None):
        is_there = "is there by now" if standing else "is no longer there"
        raise StaleError(f"{what} {is_there}{_name_writer(connection)}; look at it again")
    for name, value in (patch.before or {}).items():
        # What is written again has another number in the file.
        if standing is not None and name != "fid" and standing[name] != value:
            raise StaleError(
                f"{what}: {name} is {standing[name]!r} by now, not {value!r}"
                f"{_name_writer(connection)}; look at it again"
            )


def _name_writer(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT who, at FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return f" (last written by {found[0] or 'somebody'} at {found[1]})" if found else ""


def _read(table: str, row: dict[str, Any]) -> Row:
    for name, value in row.items():
        if name == "geom":
            point = from_blob(value)
            row[name] = None if point is None else [point.x, point.y]
        elif value is not None and name in _JSON.get(table, ()):
            row[name] = json.loads(value)
        elif value is not None and name in _DAYS:
            row[name] = str(value)[:10]
    return row


def _write(table: str, name: str, value: Any) -> Any:  # noqa: ANN401 a cell of any column
    if value is None:
        return None
    if name == "geom":
        return to_blob(shapely.Point(value))
    if name in _JSON.get(table, ()):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return f"{value}{_MIDNIGHT}" if name in _DAYS else value

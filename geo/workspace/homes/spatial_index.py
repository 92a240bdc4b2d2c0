"""The spatial index of points in a GeoPackage, by which QGIS and GDAL read only what is in view.

The extension gpkg_rtree_index of GeoPackage 1.4 (OGC 12-128r19, annex F.3): a table of boxes for
each layer, and triggers that keep it. They call functions of geometry, which SQLite alone does not
have: `add_functions` gives them to a connection.
"""

from __future__ import annotations

import math
import sqlite3
import struct
from collections.abc import Callable
from functools import lru_cache

from sqlalchemy import Connection, text

from geo.workspace.cells import from_blob, write_head
from geo.workspace.tables import FEATURES

__all__ = ["add_functions", "bars_writing", "find_gaps", "mend_index"]

_HEAD, _PAIR = write_head(), struct.Struct("<dd")
_SAID = ("gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only")
_BOX = "ST_MinX({0}.geom), ST_MaxX({0}.geom), ST_MinY({0}.geom), ST_MaxY({0}.geom)"
_THERE = "({0}.geom NOTNULL AND NOT ST_IsEmpty({0}.geom))"
_GONE = "({0}.geom ISNULL OR ST_IsEmpty({0}.geom))"
# Each trigger by the end of its name: when it fires, and what it does.
_TRIGGERS = {
    "insert": (
        "INSERT ON {layer} WHEN {there}",
        "INSERT OR REPLACE INTO {boxes} VALUES (NEW.fid, {box})",
    ),
    "update2": (
        "UPDATE OF geom ON {layer} WHEN OLD.fid = NEW.fid AND {gone}",
        "DELETE FROM {boxes} WHERE id = OLD.fid",
    ),
    "update4": (
        "UPDATE ON {layer} WHEN OLD.fid != NEW.fid AND {gone}",
        "DELETE FROM {boxes} WHERE id IN (OLD.fid, NEW.fid)",
    ),
    "update5": (
        "UPDATE ON {layer} WHEN OLD.fid != NEW.fid AND {there}",
        "DELETE FROM {boxes} WHERE id = OLD.fid; "
        "INSERT OR REPLACE INTO {boxes} VALUES (NEW.fid, {box})",
    ),
    "update6": (
        "UPDATE OF geom ON {layer} WHEN OLD.fid = NEW.fid AND {there} AND {was_there}",
        "INSERT OR REPLACE INTO {boxes} VALUES (NEW.fid, {box})",
    ),
    "update7": (
        "UPDATE OF geom ON {layer} WHEN OLD.fid = NEW.fid AND {there} AND {was_gone}",
        "INSERT INTO {boxes} VALUES (NEW.fid, {box})",
    ),
    "delete": (
        "DELETE ON {layer} WHEN OLD.geom NOT NULL",
        "DELETE FROM {boxes} WHERE id = OLD.fid",
    ),
}
_OLDER = {"update1": "update6"}  # as GeoPackage 1.2 has it, which other programs may write


def add_functions(raw: sqlite3.Connection) -> None:
    """Give a connection the functions that the triggers call."""
    sides: dict[str, Callable[[tuple[float, ...]], float]] = {
        "ST_MinX": lambda box: box[0], "ST_MinY": lambda box: box[1],
        "ST_MaxX": lambda box: box[2], "ST_MaxY": lambda box: box[3],
    }  # fmt: skip
    for name, side in sides.items():

        def read(
            blob: bytes | None, side: Callable[[tuple[float, ...]], float] = side
        ) -> float | None:
            box = None if blob is None else _read_box(blob)
            return None if box is None else side(box)

        raw.create_function(name, 1, read, deterministic=True)
    raw.create_function(
        "ST_IsEmpty", 1, lambda blob: None if blob is None else _read_box(blob) is None,
        deterministic=True,
    )  # fmt: skip


@lru_cache(maxsize=64)  # a trigger asks five times for one point
def _read_box(blob: bytes) -> tuple[float, ...] | None:
    """Return west, south, east, north of a geometry; None for an empty one."""
    if blob.startswith(_HEAD):
        x, y = _PAIR.unpack_from(blob, len(_HEAD))
        return None if math.isnan(x) else (x, y, x, y)
    geometry = from_blob(blob)
    return None if geometry is None else tuple(geometry.bounds)


def mend_index(connection: Connection) -> None:
    """Make the index of each layer whole, where SQLite can keep one."""
    if not _can_keep(connection):
        return
    for layer in _list_there(connection):
        if _name_gap(connection, layer):
            _drop_triggers(connection, layer)
            _make(connection, layer)


def _list_there(connection: Connection) -> list[str]:
    """Return the layers that a workspace has: one of an earlier version lacks some."""
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    names = {row[0] for row in found}
    return [layer for layer in FEATURES if layer in names]


def bars_writing(connection: Connection) -> bool:
    """Say whether there is an index that this SQLite cannot keep: a point would be lost in it."""
    there = "SELECT count(*) FROM sqlite_master WHERE name = :boxes"
    named = ({"boxes": _boxes(layer)} for layer in FEATURES)
    indexed = any(connection.execute(text(there), one).scalar() for one in named)
    return indexed and not _can_keep(connection)


def find_gaps(connection: Connection) -> list[str]:
    """Return what is wrong with the index, in words, for each layer of a GeoPackage."""
    if connection.dialect.name != "sqlite":
        return []
    if not _can_keep(connection):
        return ["this Python's SQLite has no R-tree, so that no spatial index is kept here"]
    gaps = ((layer, _name_gap(connection, layer)) for layer in _list_there(connection))
    return [f"the spatial index of {layer} {gap}" for layer, gap in gaps if gap]


def _can_keep(connection: Connection) -> bool:
    found = connection.execute(text("SELECT sqlite_compileoption_used('ENABLE_RTREE')"))
    return bool(found.scalar())


def _boxes(layer: str) -> str:
    return f"rtree_{layer}_geom"


def _name_gap(connection: Connection, layer: str) -> str:
    """Return what an index lacks, in words; "" for a whole one."""
    boxes = _boxes(layer)
    named = "SELECT name FROM sqlite_master WHERE name = :boxes OR name LIKE :triggers"
    asked = {"boxes": boxes, "triggers": f"{boxes}%"}
    names = {row[0] for row in connection.execute(text(named), asked)}
    if boxes not in names or not _is_listed(connection, layer):
        return "is missing"
    endings = {name.removeprefix(f"{boxes}_") for name in names}
    endings |= {ours for theirs, ours in _OLDER.items() if theirs in endings}
    if not {"insert", "update2", "update6", "delete"} <= endings:
        return "is not kept by triggers"
    held, points = (
        connection.execute(text(f"SELECT count(*) FROM {counted}")).scalar_one()  # noqa: S608 ours
        for counted in (f"{boxes}_rowid", f"{layer} WHERE {_THERE.format(layer)}")
    )
    return "" if held == points else f"holds {held:,} of {points:,} points"


def _is_listed(connection: Connection, layer: str) -> bool:
    if not _has_extensions(connection):
        return False
    found = connection.execute(
        text("SELECT count(*) FROM gpkg_extensions WHERE table_name = :layer"
             " AND extension_name = :said"), {"layer": layer, "said": _SAID[0]},
    )  # fmt: skip
    return bool(found.scalar())


def _has_extensions(connection: Connection) -> bool:
    named = "SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_extensions'"
    return bool(connection.execute(text(named)).scalar())


def _drop_triggers(connection: Connection, layer: str) -> None:
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE :triggers"
    asked = {"triggers": f"{_boxes(layer)}%"}
    for (name,) in connection.execute(text(named), asked).fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    if _has_extensions(connection):
        connection.execute(
            text(
                "DELETE FROM gpkg_extensions WHERE table_name = :layer AND extension_name = :said"
            ),
            {"layer": layer, "said": _SAID[0]},
        )


def _make(connection: Connection, layer: str) -> None:
    boxes = _boxes(layer)
    for order in (
        "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, "
        "extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
        "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
        f"DROP TABLE IF EXISTS {boxes}",
        f"CREATE VIRTUAL TABLE {boxes} USING rtree(id, minx, maxx, miny, maxy)",
        f"INSERT INTO {boxes} SELECT fid, {_BOX.format(layer)} FROM {layer} "  # noqa: S608 ours
        f"WHERE {_THERE.format(layer)}",
    ):
        connection.exec_driver_sql(order)
    parts = {
        "boxes": boxes, "layer": layer, "box": _BOX.format("NEW"),
        "there": _THERE.format("NEW"), "gone": _GONE.format("NEW"),
        "was_there": _THERE.format("OLD"), "was_gone": _GONE.format("OLD"),
    }  # fmt: skip
    for ending, (fires, does) in _TRIGGERS.items():
        order = f"CREATE TRIGGER {boxes}_{ending} AFTER {fires} BEGIN {does}; END"
        connection.exec_driver_sql(order.format(**parts))
    connection.execute(
        text("INSERT INTO gpkg_extensions VALUES (:layer, 'geom', :said, :defined, :scope)"),
        {"layer": layer, **dict(zip(("said", "defined", "scope"), _SAID, strict=True))},
    )

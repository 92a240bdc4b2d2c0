"""The tables of a workspace: a GeoPackage's strikes and claims, decisions, the log, and what it is.

GeoPackage 1.3 (OGC 12-128r17): features have a geometry of 4326, the others are attributes.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from geo.errors import WorkspaceError
from geo.strikes.schema import STRIKE_COLUMNS, Column

__all__ = ["KEYS", "MAGIC", "VERSION", "add_editing", "add_tables", "check_start", "find_lacking",
           "find_troubles", "from_blob", "read_value", "to_blob", "write_layers",
           "write_value"]  # fmt: skip

VERSION = 2
# What a row of a table is known by, of the tables that a change may write.
KEYS: dict[str, tuple[str, ...]] = {
    "strikes": ("strike_id",),
    "claims": ("claim_id",),
    "corrections": ("strike_id", "field"),
    "removed": ("strike_id",),
}
MAGIC = b"SQLite format 3\0"
_NEEDED = ("strikes", "claims", "decisions", "log", "workspace")
_EDITING = ("corrections", "removed")  # since version 2
_SRID = 4326
# GeoPackage's own header before the WKB: magic GP, version 0, little-endian without envelope.
_HEADER = struct.pack("<2sBBi", b"GP", 0, 1, _SRID)
_ENVELOPES = (0, 32, 48, 48, 64)  # bytes of an envelope, by its code in the flags
_TABLES = """
CREATE TABLE decisions (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT NOT NULL,
    governorate TEXT NOT NULL, name_key TEXT NOT NULL, governorate_key TEXT NOT NULL,
    verdict TEXT NOT NULL, place_id TEXT NOT NULL, lon REAL, lat REAL, radius_km REAL,
    reason TEXT NOT NULL, who TEXT NOT NULL, decided TEXT NOT NULL,
    UNIQUE (name_key, governorate_key)
);
CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
    action TEXT NOT NULL, what TEXT NOT NULL, rows INTEGER NOT NULL, why TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE workspace (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
);
CREATE UNIQUE INDEX strikes_by_id ON strikes (strike_id);
CREATE INDEX strikes_by_place ON strikes (place_text, governorate_text);
"""
# A field of a strike as it was read and as a person corrected it; strikes taken out, whole.
_EDITING_TABLES = (
    """CREATE TABLE corrections (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, strike_id TEXT NOT NULL,
        field TEXT NOT NULL, as_read TEXT, corrected TEXT, reason TEXT NOT NULL, who TEXT NOT NULL,
        at TEXT NOT NULL, UNIQUE (strike_id, field))""",
    """CREATE TABLE removed (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, strike_id TEXT NOT NULL UNIQUE,
        strike TEXT NOT NULL, claims TEXT NOT NULL, merged_into TEXT, reason TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX claims_by_id ON claims (claim_id)",
    "CREATE INDEX claims_by_strike ON claims (strike_id)",
    "CREATE INDEX strikes_by_lead ON strikes (toll_lead)",
)


def write_layers(path: Path, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
    """Write a new GeoPackage with the layers strikes and claims.

    Without a spatial index: its triggers call functions that SQLite alone does not have, and a
    decision is written by SQLite alone.
    """
    table = strikes.reset_index()
    layer = {"SPATIAL_INDEX": "NO"}
    pyogrio.write_dataframe(
        table, path, layer="strikes", geometry_type="Point", layer_options=layer
    )
    pyogrio.write_dataframe(pd.DataFrame(claims), path, layer="claims", append=True)


def add_tables(connection: sqlite3.Connection) -> None:
    """Add the tables of a workspace to a GeoPackage that has strikes and claims."""
    connection.executescript(_TABLES)
    for name, kind in (("decisions", "features"), ("log", "attributes"),
                       ("workspace", "attributes")):  # fmt: skip
        _tell_contents(connection, name, kind)
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('decisions', 'geom', 'POINT', ?, 0, 0)", (_SRID,)
    )
    add_editing(connection)


def add_editing(connection: sqlite3.Connection) -> None:
    """Add what corrections of single strikes need, as version 2 has it."""
    for statement in _EDITING_TABLES:
        connection.execute(statement)
    for name in _EDITING:
        _tell_contents(connection, name, "attributes")
    write_value(connection, "version", str(VERSION))


def _tell_contents(connection: sqlite3.Connection, name: str, kind: str) -> None:
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
        (name, kind, name, _SRID if kind == "features" else None),
    )


def find_lacking(connection: sqlite3.Connection) -> list[Column]:
    """Return the columns of the strikes table that an earlier version did not have."""
    have = {row[1] for row in connection.execute("PRAGMA table_info(strikes)")}
    return [column for column in STRIKE_COLUMNS if column.name not in have]


def write_value(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Say something of the workspace itself."""
    connection.execute(
        "INSERT INTO workspace (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def read_value(connection: sqlite3.Connection, key: str) -> str:
    """Return what is said of the workspace itself; "" for nothing."""
    found = connection.execute("SELECT value FROM workspace WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def to_blob(point: shapely.Point | None) -> bytes | None:
    """Return a point as a GeoPackage holds it; None for none."""
    return None if point is None else _HEADER + shapely.to_wkb(point, byte_order=1)


def from_blob(blob: bytes | None) -> shapely.Geometry | None:
    """Return the geometry that a GeoPackage holds; None for none."""
    if blob is None:
        return None
    flags = blob[3]
    envelope = _ENVELOPES[min((flags >> 1) & 7, len(_ENVELOPES) - 1)]
    found = shapely.from_wkb(blob[8 + envelope :])
    return None if found.is_empty else found


def find_troubles(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with an open workspace, in words; empty for a sound one."""
    try:
        damage = [row[0] for row in connection.execute("PRAGMA quick_check(5)") if row[0] != "ok"]
        have = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        version = read_value(connection, "version") if "workspace" in have else ""
        since = _EDITING if version != "1" else ()
        lacking = [name for name in (*_NEEDED, *since) if name not in have]
        if damage or lacking:
            return [*damage, *(f"the table {name} is missing" for name in lacking)]
        later = version.isdigit() and int(version) > VERSION
        return [
            *([f"is of version {version}, later than this program's {VERSION}"] if later else []),
            *(f"{n} decisions are not of a known verdict" for n in _count_strange(connection) if n),
        ]
    except sqlite3.DatabaseError as error:
        return [str(error)]


def _count_strange(connection: sqlite3.Connection) -> tuple[int]:
    found = connection.execute(
        "SELECT count(*) FROM decisions WHERE verdict NOT IN ('place','point','no place','later')"
    )
    return (int(found.fetchone()[0]),)


def check_start(path: Path) -> None:
    """Raise WorkspaceError where a file is none that SQLite wrote."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise WorkspaceError(
                f"{path}: is no workspace, whatever its name says; nothing was written to it"
            )

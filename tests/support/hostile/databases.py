"""Databases whose layers compute, and tables of tiles and places that are damaged."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

from tile_files import write_mbtiles, write_pmtiles

from hostile.case import Case, Make

ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i AS fid, "
    "i AS name, NULL AS geom FROM n"
)
GROWING = "SELECT 1 AS fid, zeroblob(900000000) AS name, NULL AS geom"
JOINED = "SELECT a.fid, a.name, a.geom FROM t a, t b, t c, t d, t e"
POINT = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIdd", 1, 1, 36.5, 35.5)


def _geopackage(path: Path, *more: str, layer: str = "places") -> None:
    with sqlite3.connect(path) as made:
        made.executescript(
            "CREATE TABLE gpkg_contents(table_name, data_type, identifier, srs_id);"
            "CREATE TABLE gpkg_geometry_columns(table_name, column_name, geometry_type_name,"
            "srs_id, z, m);CREATE TABLE gpkg_spatial_ref_sys(srs_name, srs_id, organization,"
            "organization_coordsys_id, definition);"
            "INSERT INTO gpkg_spatial_ref_sys VALUES('w', 4326, 'EPSG', 4326, '');"
            f"INSERT INTO gpkg_contents VALUES('{layer}', 'features', 'x', 4326);"
            f"INSERT INTO gpkg_geometry_columns VALUES('{layer}', 'geom', 'POINT', 4326, 0, 0);"
            "CREATE TABLE t(fid INTEGER PRIMARY KEY, name, geom, date, kind);"
        )
        made.executemany(
            "INSERT INTO t VALUES(?, 'Sarmin', ?, '2020-01-12', 'airstrike')",
            [(n, POINT) for n in range(1, 201)],
        )
        for statement in more:
            made.execute(statement)
    made.close()


def _view(select: str) -> Make:
    return lambda path: _geopackage(path, f"CREATE VIEW places AS {select}")


def _table(*more: str) -> Make:
    return lambda path: _geopackage(path, *more, layer="t")


def _tiles(select: str) -> Make:
    def make(path: Path) -> None:
        with sqlite3.connect(path) as made:
            made.executescript(
                "CREATE TABLE metadata(name, value); CREATE TABLE t(fid, name, geom);"
                f"INSERT INTO t VALUES(1, 'x', x'89504e47'); CREATE VIEW tiles AS {select}"
            )
            made.executemany(
                "INSERT INTO t VALUES(?, 'x', x'89504e47')", [(n,) for n in range(200)]
            )
        made.close()

    return make


def _tile_view(number: str, data: str, of: str) -> str:
    return (
        f"SELECT {number} AS zoom_level, {number} AS tile_column, {number} AS tile_row, "
        f"{data} AS tile_data FROM {of}"
    )


NUMBERS = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n)"


def list_cases() -> Iterator[Case]:
    views = {
        "an endless view": ENDLESS,
        "a view of 900 MB": GROWING,
        "a view of many joins": JOINED,
        "a view that loads": "SELECT 1 AS fid, load_extension('/tmp/x') AS name, NULL AS geom",
        "a view of itself": "SELECT * FROM places",
    }
    for name, select in views.items():
        for door in ("strikes", "places", "boundaries", "layer"):
            yield Case("databases", name, door, "a.gpkg", _view(select), refused=True)
        yield Case("databases", name, "workspace", "a.gpkg", _view(select))
    tables = {
        "a trigger": ("CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END",),
        "a column that computes": ("ALTER TABLE t ADD COLUMN g AS (hex(zeroblob(100000000)))",),
        "a table of its own functions": ("CREATE VIRTUAL TABLE v USING fts5(a)",),
        "other tables of a view's name": ("CREATE VIEW gpkg_extensions AS " + ENDLESS,),
    }
    for name, statements in tables.items():
        for door in ("strikes", "places", "layer"):
            yield Case("databases", name, door, "a.gpkg", _table(*statements))
    for name, select in {
        "an endless view": _tile_view("i", "x'00'", NUMBERS),
        "a view of 900 MB": _tile_view("6", "zeroblob(900000000)", "t"),
        "a view of many joins": _tile_view("a.fid", "a.geom", "t a, t b, t c, t d, t e"),
        "a view of nothing": _tile_view("6", "NULL", "t WHERE 0"),
    }.items():
        yield Case("databases", name, "tiles", "a.mbtiles", _tiles(select), refused=True)
    yield Case(
        "databases",
        "zooms of all sizes",
        "tiles",
        "a.mbtiles",
        lambda path: write_mbtiles(path, {(60, 1, 1): b"x"}),
        refused=True,
    )
    yield Case("databases", "endless names", "places", "a.db", _names(ENDLESS), refused=True)
    for at in range(0, 120, 6):
        yield Case("databases", f"a byte changed at {at}", "tiles", "a.pmtiles", _damaged(at))
    yield Case("databases", "cut short", "tiles", "a.pmtiles", _cut(write_pmtiles), refused=True)
    yield Case("databases", "cut short", "tiles", "a.mbtiles", _cut(write_mbtiles), refused=True)
    for door in ("strikes", "places", "layer", "boundaries"):
        yield Case("databases", "cut short", door, "a.gpkg", _cut(_geopackage), refused=True)


def _names(select: str) -> Make:
    def make(path: Path) -> None:
        with sqlite3.connect(path) as made:
            made.execute(f"CREATE VIEW spr AS {select}")
            made.execute(f"CREATE VIEW names AS {select}")
        made.close()

    return make


def _damaged(at: int) -> Make:
    def make(path: Path) -> None:
        write_pmtiles(path)
        content = bytearray(path.read_bytes())
        content[at] ^= 0xFF
        path.write_bytes(bytes(content))

    return make


def _cut(write) -> Make:
    def make(path: Path) -> None:
        write(path)
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 3])

    return make

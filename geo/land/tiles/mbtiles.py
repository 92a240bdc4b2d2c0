"""MBTiles: a SQLite database of tiles, their rows counted from the south."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from gazetteer.tables.databases import limit_work
from geo.errors import BoundaryError
from geo.land.tiles.tile_set import TileSet, plain_text
from geo.land.tiles.vector import list_layers

__all__ = ["START", "open_mbtiles"]

START = b"SQLite format 3\x00"
WORLD = (-180.0, -85.0511, 180.0, 85.0511)  # degrees
DEEPEST = 30  # zooms that a file may have at all
VECTOR_FORMATS = ("pbf", "mvt", "application/vnd.mapbox-vector-tile")
MERCATOR = ("3857", "900913", "mercator")  # in what a file says of its projection
FUNCTIONS = ("min", "max", "coalesce", "ifnull")  # of SQLite; none makes much of little
FACTS = (
    "crs",
    "srs",
    "projection",
    "profile",
)  # where files say it, though the format has no such row


def open_mbtiles(path: Path) -> TileSet:
    """Return the tiles of an MBTiles file.

    Raises BoundaryError where it is damaged, is another database, has no tile, or says that its
    tiles are in another projection than web mercator.
    """
    try:
        with closing(_connect(path)) as database:
            facts = dict(database.execute("SELECT name, value FROM metadata"))
            zooms = database.execute(
                "SELECT min(zoom_level), max(zoom_level) FROM tiles"
            ).fetchone()
    except sqlite3.Error as error:
        raise _refuse(path, error) from error
    if zooms[0] is None:
        raise BoundaryError(f"{path}: holds no tile; make it again with tiles in it")
    if not all(isinstance(zoom, int) and 0 <= zoom <= DEEPEST for zoom in zooms):
        raise _refuse(path, ValueError(f"zooms {zooms[0]!r} to {zooms[1]!r}"))
    _check_projection(path, facts)

    def read(zoom: int, columns: range, rows: range) -> Iterator[tuple[int, int, bytes]]:
        return _read(path, zoom, columns, rows)

    return TileSet(
        plain_text(facts.get("name")), plain_text(facts.get("attribution")),
        zooms[0], zooms[1], _box(facts.get("bounds", "")), read,
        vector=plain_text(facts.get("format")).lower() in VECTOR_FORMATS,
        layers=list_layers(_more_facts(facts.get("json"))),
    )  # fmt: skip


def _more_facts(text: object) -> object:
    """Return the facts that vector tiles have in JSON, None where they cannot be read."""
    try:
        return json.loads(str(text or "null"))
    except (ValueError, RecursionError):
        return None


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file whose tiles may be a view: of what is stored, and no more than it can hold."""
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    limit_work(database, path.stat().st_size)
    database.set_authorizer(_permit)
    return database


def _permit(
    action: int, _first: str | None, second: str | None, _schema: str | None, _inside: str | None
) -> int:
    """Permit reading, and what views of tiles compute; nothing recursive, no other function."""
    reads = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    computes = action == sqlite3.SQLITE_FUNCTION and second in FUNCTIONS
    return sqlite3.SQLITE_OK if reads or computes else sqlite3.SQLITE_DENY


def _refuse(path: Path, error: Exception) -> BoundaryError:
    return BoundaryError(
        f"{path}: cannot be read as MBTiles ({error}); it is damaged or another database: "
        "make or copy it again"
    )


def _read(path: Path, zoom: int, columns: range, rows: range) -> Iterator[tuple[int, int, bytes]]:
    """Yield the tiles of a zoom; the file counts its rows from the south."""
    query = (
        "SELECT tile_column, tile_row, tile_data FROM tiles WHERE zoom_level=? "
        "AND tile_column BETWEEN ? AND ? AND tile_row BETWEEN ? AND ?"
    )
    last = 2**zoom - 1
    asked = (zoom, columns[0], columns[-1], last - rows[-1], last - rows[0])
    try:
        with closing(_connect(path)) as database:
            for x, y, tile in database.execute(query, asked):
                if isinstance(tile, bytes) and tile:
                    yield x, last - y, tile
    except sqlite3.Error as error:
        raise _refuse(path, error) from error


def _check_projection(path: Path, facts: Mapping[str, object]) -> None:
    said = next((str(facts[name]) for name in FACTS if facts.get(name)), "")
    if said and not any(word in said.lower() for word in MERCATOR):
        raise BoundaryError(
            f"{path}: its tiles are in {plain_text(said)}, and the map draws web mercator "
            "(EPSG:3857); make them anew in that projection"
        )


def _box(text: object) -> tuple[float, float, float, float]:
    """Return what a file says of its reach, the world where it does not say it well."""
    try:
        west, south, east, north = map(float, str(text).split(","))
    except ValueError:
        return WORLD
    return (west, south, east, north) if west < east and south < north else WORLD

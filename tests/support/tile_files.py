"""Small files of tiles, built here: MBTiles and PMTiles around Aleppo."""

from __future__ import annotations

import base64
import io
import sqlite3
from pathlib import Path

from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

COLUMN, ROW = 38, 25  # of zoom 6: 33.75 to 39.375 E, 31.95 to 36.6 N

# Tile 6/38/25 in the schema of Protomaps, as GDAL 3.12 writes it: an area with a hole, a road M5
# from south to north, and Aleppo.
VECTOR_TILE = base64.b64decode((Path(__file__).parent / "gdals_tile.txt").read_text("ascii"))


def image(shade: int) -> bytes:
    held = io.BytesIO()
    Image.new("L", (8, 8), shade).save(held, "PNG")
    return held.getvalue()


def places(zoom: int):
    """Yield the tiles of a zoom below the one of zoom 6."""
    times = 2 ** (zoom - 6)
    for x in range(COLUMN * times, (COLUMN + 1) * times):
        for y in range(ROW * times, (ROW + 1) * times):
            yield zoom, x, y


def write_mbtiles(path, tiles=None, **facts):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute(
            "CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)"
        )
        database.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
        if tiles is None:
            tiles = {(z, x, y): image(z) for zoom in (6, 7, 8, 9) for z, x, y in places(zoom)}
        rows = [
            (z, x, 2**z - 1 - y if isinstance(z, int) else y, tile)
            for (z, x, y), tile in tiles.items()
        ]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    database.close()
    return path


def vector_layers(*names):
    return {"vector_layers": [{"id": name} for name in names]}


def write_pmtiles(path, kind=TileType.PNG, tile=None, facts=None):
    with path.open("wb") as file:
        writer = Writer(file)
        every = [place for zoom in (6, 7) for place in places(zoom)]
        for z, x, y in sorted(every, key=lambda place: zxy_to_tileid(*place)):
            writer.write_tile(zxy_to_tileid(z, x, y), tile or image(z))
        sides = {"min_lon_e7": 337_500_000, "max_lon_e7": 393_750_000,
                 "min_lat_e7": 319_500_000, "max_lat_e7": 366_000_000}  # fmt: skip
        header = {"tile_type": kind, "tile_compression": Compression.NONE, **sides,
                  "center_zoom": 6, "center_lon_e7": 0, "center_lat_e7": 0}  # fmt: skip
        said = {"attribution": '<a href="x">Survey &amp; Co</a>', **(facts or {})}
        writer.finalize(header, said)
    return path

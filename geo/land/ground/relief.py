"""Hill shading of the world as small grey tiles; those of a view are handed on as they are."""

from __future__ import annotations

import base64
import math
from functools import cache
from importlib.resources import as_file
from importlib.resources import files as package_files
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.land.around import Box

__all__ = ["NEUTRAL", "TILES_ACROSS", "TILE_PIXELS", "read_relief"]

TILES_ACROSS = 32  # of the world in web mercator: those of zoom 5
TILE_PIXELS = 256
NEUTRAL = 128  # the grey that is neither light nor shade
MOST_TILES = 40  # about 6 kB each: of a wider view a page carries none


@cache
def _table() -> pa.Table:
    with as_file(package_files("geo").joinpath("data", "world", "relief.parquet")) as path:
        return pq.read_table(path, use_threads=False)


def _corner(lon: float, lat: float) -> tuple[int, int]:
    """Return the column and the row of the tile that holds a place."""
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    down = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    held = (int((lon + 180) / 360 * TILES_ACROSS), int(down * TILES_ACROSS))
    return min(held[0], TILES_ACROSS - 1), min(held[1], TILES_ACROSS - 1)


def read_relief(box: Box) -> list[dict[str, Any]]:
    """Return the tiles of a box (degrees): x, y in the world's grid, image (WebP, base64).

    None where the box is so wide that there are more than MOST_TILES; tiles without hills are
    left out.
    """
    west, south, east, north = box
    (left, top), (right, bottom) = _corner(west, north), _corner(east, south)
    table = _table()
    x, y = table["x"], table["y"]
    across = pc.and_(pc.greater_equal(x, left), pc.less_equal(x, right))
    down = pc.and_(pc.greater_equal(y, top), pc.less_equal(y, bottom))
    tiles = table.filter(pc.and_(across, down)).to_pylist()
    if len(tiles) > MOST_TILES:
        return []
    return [{**tile, "image": base64.b64encode(tile["image"]).decode("ascii")} for tile in tiles]

"""A person's own tiles as a page carries them: those where the strikes are, as deep as fits."""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.limits import require_plain
from geo.errors import BoundaryError
from geo.land.around import Box
from geo.land.tiles.mbtiles import START as MBTILES
from geo.land.tiles.mbtiles import open_mbtiles
from geo.land.tiles.pmtiles_file import START as PMTILES
from geo.land.tiles.pmtiles_file import open_pmtiles
from geo.land.tiles.tile_set import TileSet, find_tiles, word_image
from geo.land.tiles.vector import find_schema, pack_tile, word_schemas

__all__ = ["MOST_BYTES", "TileBundle", "bundle_tiles", "open_tiles"]

MOST_BYTES = 12_000_000  # of tiles in one page; base64 makes a third more of them
FARTHER = 2  # zooms before the one at which a box is as wide as a tile: seen from farther away
LEAST_SIDE = 0.05  # degrees around a box: about 5 km, also of a single point


@dataclass(frozen=True, slots=True)
class TileBundle:
    """Tiles of a box as the map's scripts take them, and what a person is told of them."""

    value: dict[str, Any]
    told: str


def open_tiles(path: Path) -> TileSet:
    """Return the tiles of a file, MBTiles or PMTiles by what it holds and not by its name.

    Raises BoundaryError, which names file and remedy, where it is neither or cannot be read.
    """
    try:
        require_plain(path)
        with path.open("rb") as file:
            start = file.read(len(MBTILES))
    except OSError as error:
        raise BoundaryError(f"{path}: cannot be opened ({error.strerror}); name a file") from error
    if start == MBTILES:
        return open_mbtiles(path)
    if start.startswith(PMTILES):
        return open_pmtiles(path)
    what = "is neither an MBTiles nor a PMTiles file" if start else "is empty"
    raise BoundaryError(f"{path}: {what}; hand over one of the two")


def bundle_tiles(path: Path, box: Box, most: int = MOST_BYTES) -> TileBundle:
    """Return the tiles that a box (degrees) needs, zoom by zoom while they fit `most` bytes.

    value: name, credit, kind (media type, or "vector"), schema (of vector tiles), least and most
    (zooms), tiles (base64 by "z/x/y"; vector tiles in gzip). Raises BoundaryError where the file
    has none there, or vector tiles of a schema that the map does not draw.
    """
    tiles, view = open_tiles(path), _widen(box)
    schema = _require_schema(path, tiles)
    kept: dict[str, bytes] = {}
    last = first = max(tiles.least_zoom, min(_first_zoom(view), tiles.most_zoom))
    for zoom in range(first, tiles.most_zoom + 1):
        found = _read_zoom(path, tiles, zoom, view, most - sum(map(len, kept.values())))
        if found is None and not kept:
            raise BoundaryError(
                f"{path}: its tiles of zoom {zoom} where the strikes are take more than "
                f"{most / 1e6:.0f} MB, which a page does not carry; hand over a file that begins "
                "at a lower zoom"
            )
        if found is None:
            break
        kept, last = {**kept, **found}, zoom
    if not kept:
        raise BoundaryError(f"{path}: {_word_none(tiles)}")
    kind = "vector" if schema else word_image(next(iter(kept.values())))
    if kind is None:
        raise BoundaryError(
            f"{path}: holds tiles of no known kind; hand over raster tiles (png, jpg or webp) or "
            "vector tiles (mvt)"
        )
    images = {place: base64.b64encode(tile).decode("ascii") for place, tile in kept.items()}
    value = {"name": tiles.name, "credit": tiles.credit, "kind": kind, "schema": schema,
             "least": first, "most": last, "tiles": images}  # fmt: skip
    return TileBundle(value, _word(path, kept, (first, last), tiles))


def _require_schema(path: Path, tiles: TileSet) -> str | None:
    """Return the schema of vector tiles, None for raster tiles."""
    if not tiles.vector:
        return None
    schema = find_schema(tiles.layers)
    if schema is None:
        has = f"has the layers {', '.join(tiles.layers)}" if tiles.layers else (
            "does not say its layers (vector_layers in its metadata)")  # fmt: skip
        raise BoundaryError(
            f"{path}: holds vector tiles and {has}; the map draws those of "
            f"{word_schemas()}: make it again in one of the two, or hand over raster tiles"
        )
    return schema


def _word(path: Path, kept: dict[str, bytes], zooms: tuple[int, int], tiles: TileSet) -> str:
    size = sum(map(len, kept.values())) / 1e6
    told = f"{path.name}: {len(kept):,} tiles of zoom {zooms[0]} to {zooms[1]}, {size:.1f} MB"
    if zooms[1] < tiles.most_zoom:
        told += f"; its finer ones, up to {tiles.most_zoom}, would not fit into the page"
    return told if tiles.credit else f"{told}; it says nothing of who made them"


def _word_none(tiles: TileSet) -> str:
    west, south, east, north = tiles.box
    return (
        "has no tile where the strikes are; it says that it reaches from "
        f"{west:.1f} to {east:.1f} E and {south:.1f} to {north:.1f} N"
    )


def _widen(box: Box) -> Box:
    west, south, east, north = box
    return west - LEAST_SIDE, south - LEAST_SIDE, east + LEAST_SIDE, north + LEAST_SIDE


def _first_zoom(box: Box) -> int:
    return max(0, math.floor(math.log2(360 / (box[2] - box[0]))) - FARTHER)


def _pack(path: Path, place: str, tile: bytes) -> bytes:
    try:
        return pack_tile(tile)
    except ValueError as error:
        raise BoundaryError(
            f"{path}: its tile {place} {error}; make it again, with gzip or uncompressed"
        ) from error


def _read_zoom(
    path: Path, tiles: TileSet, zoom: int, box: Box, room: int
) -> dict[str, bytes] | None:
    """Return the tiles of a zoom by their place, None where they take more than `room` bytes."""
    found: dict[str, bytes] = {}
    for x, y, tile in tiles.read(zoom, *find_tiles(zoom, box)):
        place = f"{zoom}/{x}/{y}"
        found[place] = _pack(path, place, tile) if tiles.vector else tile
        room -= len(found[place])
        if room < 0:
            return None
    return found

"""What a file of tiles is to the rest: where it reaches, who made it, and a tile of it."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geo.land.around import Box

__all__ = ["IMAGES", "TileSet", "find_tiles", "plain_text", "word_image"]

# How an image begins, and its media type.
IMAGES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
LONGEST = 300  # characters of a name or an attribution


@dataclass(frozen=True, slots=True)
class TileSet:
    """Tiles of a file, web mercator, counted from the north-west corner.

    box: west, south, east, north in degrees. read: the tiles of a zoom that the file has among some
    columns and rows, each with its own; its errors are BoundaryErrors that name the file.
    vector: whether they are vector tiles; layers: those that the file says these have.
    """

    name: str
    credit: str
    least_zoom: int
    most_zoom: int
    box: Box
    read: Callable[[int, range, range], Iterator[tuple[int, int, bytes]]]
    vector: bool = False
    layers: tuple[str, ...] = ()


def find_tiles(zoom: int, box: Box) -> tuple[range, range]:
    """Return columns and rows of the tiles that a box in degrees reaches into."""
    west, south, east, north = box
    last = 2**zoom - 1
    columns, rows = (
        [max(0, min(last, int(share * 2**zoom))) for share in shares]
        for shares in (((west + 180) / 360, (east + 180) / 360), (_down(north), _down(south)))
    )
    return range(columns[0], columns[1] + 1), range(rows[0], rows[1] + 1)


def _down(lat: float) -> float:
    """Return how far down the square of web mercator a latitude lies, from 0 to 1."""
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    return 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def plain_text(text: object) -> str:
    """Return a name or an attribution, which may be HTML, as plain text on one line."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", str(text or "")))
    return " ".join(bare.split())[:LONGEST]


def word_image(tile: bytes) -> str | None:
    """Return the media type of a tile, None where it is no image."""
    return next((kind for start, kind in IMAGES.items() if tile.startswith(start)), None)

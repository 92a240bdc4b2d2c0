"""What a file of tiles is to the rest: where it reaches, who made it, and a tile of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["IMAGES", "TileSet", "plain_text", "word_image"]

# How an image begins, and its media type.
IMAGES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
LONGEST = 300  # characters of a name or an attribution


@dataclass(frozen=True, slots=True)
class TileSet:
    """Tiles of a file, web mercator, counted from the north-west corner.

    box: west, south, east, north in degrees. read: a tile's bytes by zoom, column and row, None
    where the file has none; its errors are BoundaryErrors that name the file.
    """

    name: str
    credit: str
    least_zoom: int
    most_zoom: int
    box: tuple[float, float, float, float]
    read: Callable[[int, int, int], bytes | None]


def plain_text(text: object) -> str:
    """Return a name or an attribution, which may be HTML, as plain text on one line."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", str(text or "")))
    return " ".join(bare.split())[:LONGEST]


def word_image(tile: bytes) -> str | None:
    """Return the media type of a tile, None where it is no image."""
    return next((kind for start, kind in IMAGES.items() if tile.startswith(start)), None)

"""Hill shading from a shaded picture of the world: the hills alone, as small grey tiles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from geo.land.ground.relief import NEUTRAL, TILE_PIXELS, TILES_ACROSS

__all__ = ["build_relief"]

WIDTH = TILE_PIXELS * TILES_ACROSS  # pixels of the world in web mercator
SMOOTH = 24  # pixels of the source: what is wider than a hill is the picture's own tint
STRENGTH = 1.5  # of the source's light and shade
BLUE = 12  # of 255: where blue is this far above red the picture shows water
FLAT = 6  # of 255: a tile that is nowhere farther from grey is left out
QUALITY = 38  # of WebP

Grey = NDArray[np.float32]


def build_relief(picture: Path, target: Path) -> None:
    """Write the tiles of a picture of the whole world in degrees: x, y and image, row by row."""
    Image.MAX_IMAGE_PIXELS = None  # the picture has 58 million
    rows = [{"x": x, "y": y, "image": tile} for x, y, tile in _tiles(_shade(picture))]
    schema = pa.schema({"x": pa.int16(), "y": pa.int16(), "image": pa.binary()})
    table = pa.Table.from_pylist(rows, schema=schema)
    pq.write_table(table, target, compression="none", row_group_size=32)


def _shade(picture: Path) -> Grey:
    """Return light (above NEUTRAL) and shade of the hills, NEUTRAL on water."""
    with Image.open(picture) as opened:
        colours = opened.convert("RGB")
    grey = colours.convert("L")
    tint = np.asarray(grey.filter(ImageFilter.GaussianBlur(SMOOTH)), dtype=np.float32)
    hills = np.asarray(grey, dtype=np.float32) - tint
    red, _, blue = (np.asarray(part, dtype=np.int16) for part in colours.split())
    water = Image.fromarray(((blue - red > BLUE) * 255).astype(np.uint8))
    near = water.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    land = 1 - np.asarray(near, dtype=np.float32) / 255
    shade: Grey = (NEUTRAL + STRENGTH * hills * land).astype(np.float32)
    return shade


def _mercator(shade: Grey) -> Image.Image:
    """Return the picture in web mercator, WIDTH pixels each way."""
    height = shade.shape[0]
    down = (np.arange(WIDTH) + 0.5) / WIDTH
    lats = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * down))))
    rows = np.clip(((90 - lats) / 180 * height).astype(int), 0, height - 1)
    whole = Image.fromarray(np.clip(shade[rows], 0, 255).astype(np.uint8))
    return whole.resize((WIDTH, WIDTH), Image.Resampling.BILINEAR)


def _tiles(shade: Grey) -> Iterator[tuple[int, int, bytes]]:
    world = _mercator(shade)
    for y in range(TILES_ACROSS):
        for x in range(TILES_ACROSS):
            corner = (x * TILE_PIXELS, y * TILE_PIXELS)
            tile = world.crop((*corner, corner[0] + TILE_PIXELS, corner[1] + TILE_PIXELS))
            least, most = tile.getextrema()
            if np.ptp((least, NEUTRAL, most)) > FLAT:
                held = io.BytesIO()
                tile.save(held, "WEBP", quality=QUALITY, method=6)
                yield x, y, held.getvalue()

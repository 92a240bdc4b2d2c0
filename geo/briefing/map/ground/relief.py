"""Hill shading on the map of a sheet: the grey tiles of the world, laid into its projection."""

from __future__ import annotations

import base64
import io
import math
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame
from geo.briefing.map.base_map import BaseMap, Box
from geo.briefing.map.ground.waters import find_seen
from geo.land.ground.relief import NEUTRAL, TILE_PIXELS, TILES_ACROSS, read_relief

__all__ = ["draw_relief"]

SHADE = 0.62  # layer of the canvas: over land, under waters and borders
STRENGTH = 0.22  # of full light and shade, as on the web map
FADES = 4.5, 18.0  # points that a pixel of a tile has: whole up to the first, gone from the second
PIXELS = 1.0  # of the picture to a point of the page; a tile has fewer
CELL = 24.0  # points: within a cell of the page the two projections differ by a straight line
STEP = 3  # of 255: finer steps of the shade are not seen, and would make files larger
POLE = 85.06  # degrees, where web mercator ends


def draw_relief(
    canvas: Canvas, frame: MapFrame, base_map: BaseMap, land: list[BaseGeometry]
) -> None:
    """Shade the hills of a map, where its scale is not too large for the tiles.

    land: in points of the page, on which alone there is shade.
    """
    strength = _find_strength(frame)
    box = find_seen(frame, base_map)
    if box is None or strength <= 0:
        return
    grey = _lay_tiles(frame, box)
    if grey is None:
        return
    shade = np.asarray(grey, dtype=np.int16) - NEUTRAL
    depth = np.round(np.abs(shade) * 2 * strength / STEP) * STEP
    depth *= np.asarray(_mask_land(frame, land)) > 0
    light = np.where((shade > 0) & (depth > 0), 255, 0).astype(np.uint8)
    picture = np.dstack([light, light, light, depth.clip(0, 255).astype(np.uint8)])
    canvas.picture(picture, frame.rect, layer=SHADE)


def _find_strength(frame: MapFrame) -> float:
    lat = math.radians(frame.middle[1])
    km = 40_075.0 * math.cos(lat) / (TILES_ACROSS * TILE_PIXELS)
    points = km * frame.points_per_km
    whole, gone = FADES
    left = math.log(gone / points) / math.log(gone / whole)
    return STRENGTH * min(1.0, max(0.0, left))


def _size(frame: MapFrame) -> tuple[int, int]:
    return round(frame.rect.width * PIXELS), round(frame.rect.height * PIXELS)


def _lay_tiles(frame: MapFrame, box: Box) -> Image.Image | None:
    """Return the tiles as one grey picture of the map; None where there are none."""
    tiles = read_relief(box)
    if not tiles:
        return None
    left, top = min(tile["x"] for tile in tiles), min(tile["y"] for tile in tiles)
    wide = max(tile["x"] for tile in tiles) + 1 - left
    high = max(tile["y"] for tile in tiles) + 1 - top
    world = Image.new("L", (wide * TILE_PIXELS, high * TILE_PIXELS), NEUTRAL)
    for tile in tiles:
        at = (tile["x"] - left) * TILE_PIXELS, (tile["y"] - top) * TILE_PIXELS
        world.paste(_open(tile["image"]), at)
    size = _size(frame)
    down, across = (np.linspace(0, side, math.ceil(side / PIXELS / CELL) + 1).round().astype(int)
                    for side in (size[1], size[0]))  # fmt: skip
    x, y = _to_world(frame, *np.meshgrid(across / PIXELS, down / PIXELS))
    x, y = x - left * TILE_PIXELS, y - top * TILE_PIXELS
    mesh = []
    for row in range(len(down) - 1):
        for col in range(len(across) - 1):
            corners = ((row, col), (row + 1, col), (row + 1, col + 1), (row, col + 1))
            bounds = (across[col], down[row], across[col + 1], down[row + 1])
            quad = [float(each[at]) for at in corners for each in (x, y)]
            mesh.append((tuple(map(int, bounds)), tuple(quad)))
    return world.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC,
                           fillcolor=NEUTRAL)  # fmt: skip


@lru_cache(maxsize=64)  # 64 kB each: the next sheet of the same country has the same
def _open(image: str) -> Image.Image:
    with Image.open(io.BytesIO(base64.b64decode(image))) as opened:
        return opened.convert("L")


def _to_world(
    frame: MapFrame, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return pixels of the world's tiles of points of the map, from its corner."""
    east = frame.left + x / frame.points_per_metre
    north = frame.top - y / frame.points_per_metre
    lon, lat = frame.transformer.transform(east, north, direction="INVERSE")
    sine = np.sin(np.radians(np.clip(lat, -POLE, POLE)))
    whole = TILES_ACROSS * TILE_PIXELS
    down = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return (np.asarray(lon) + 180) / 360 * whole, down * whole


def _mask_land(frame: MapFrame, land: list[BaseGeometry]) -> Image.Image:
    mask = Image.new("L", _size(frame), 0)
    draw = ImageDraw.Draw(mask)
    rect = frame.rect
    for part in (part for area in land for part in shapely.get_parts(area)):
        if part.geom_type != "Polygon" or part.is_empty:
            continue
        for ring, fill in [(part.exterior, 255), *((each, 0) for each in part.interiors)]:
            corners = (shapely.get_coordinates(ring) - (rect.x, rect.y)) * PIXELS
            draw.polygon(corners.ravel().tolist(), fill=fill)
    return mask

"""Rivers and lakes on the map of a sheet, the more of them the larger its scale."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame
from geo.briefing.map.base_map import DENSE_DEGREES, BaseMap, Box, project
from geo.land.ground.waters import make_waters, unpack_lines

__all__ = ["draw_waters", "find_seen"]

# As on the web map, by rank (1 first): the zoom from which a water is drawn.
FIRST_ZOOM = {"rivers": (3.0, 5.0, 6.0, 7.0), "lakes": (3.0, 5.0, 6.0, 7.5)}
WIDTHS = (1.1, 0.8, 0.6, 0.45)  # points, by rank
EARTH_KM, TILE_POINTS = 40_075.0, 192.0  # around; a tile of 256 CSS pixels
RIVERS, LAKES = 0.64, 0.65  # layers of the canvas: over land and its shading, under all borders


def draw_waters(canvas: Canvas, frame: MapFrame, base_map: BaseMap) -> None:
    """Draw the rivers and lakes that a map of this scale shows, as far as its base map reaches."""
    box = find_seen(frame, base_map)
    if box is None:
        return
    rivers, lakes = (_list_waters(box, kind, _most_rank(frame, kind))
                     for kind in ("rivers", "lakes"))  # fmt: skip
    reach = shapely.box(*box)
    for rank, lines in rivers:
        canvas.shapes([project(lines, frame)], edge="river", line=WIDTHS[rank - 1], layer=RIVERS)
    areas = [shapely.build_area(lines).intersection(reach) for _, lines in lakes]
    canvas.shapes([project(area, frame) for area in areas], fill="sea", edge="river", line=0.4,
                  layer=LAKES)  # fmt: skip


def find_seen(frame: MapFrame, base_map: BaseMap) -> Box | None:
    """Return the degrees that a map shows of its base map, None where that is nothing."""
    seen, reach = frame.metres_box(), base_map.box
    west, south = max(seen["west"], reach[0]), max(seen["south"], reach[1])
    east, north = min(seen["east"], reach[2]), min(seen["north"], reach[3])
    return (west, south, east, north) if west < east and south < north else None


def _most_rank(frame: MapFrame, kind: str) -> int:
    """Return the last rank of waters that a map of this scale shows."""
    across = frame.points_per_km * EARTH_KM * math.cos(math.radians(frame.middle[1]))
    zoom = math.log2(max(across / TILE_POINTS, 1.0))
    return sum(zoom >= first for first in FIRST_ZOOM[kind])


@lru_cache(maxsize=16)  # some 10 kB each: a sheet is drawn anew after each choice on its page
def _list_waters(box: Box, kind: str, most: int) -> list[tuple[int, BaseGeometry]]:
    """Return rank and lines in degrees of the waters of a box up to a rank."""
    waters, found = _cut_waters(box)[kind], []
    for rank, parts, x, y in zip(*(waters[k] for k in ("rank", "parts", "x", "y")), strict=True):
        if rank > most:
            continue
        lines = [line for line in unpack_lines(parts, x, y) if len(np.unique(line, axis=0)) > 1]
        if lines:
            whole = shapely.multilinestrings([shapely.linestrings(line) for line in lines])
            found.append((rank, shapely.segmentize(whole, DENSE_DEGREES)))
    return found


@lru_cache(maxsize=8)
def _cut_waters(box: Box) -> Mapping[str, Any]:
    return make_waters(box, box)

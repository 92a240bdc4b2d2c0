"""Within an area of the page: where a box stands wholly in it, and where a leader to it ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.label_positions import LabelSpace, ring_offsets

__all__ = ["Led", "find_inside", "find_led", "find_over_edge", "list_positions", "pick_end"]

GRID = 25  # positions tried from side to side
MOST = 0.72  # of a name that runs over the edge of its area
CLEAR = 4.0  # points between a leader's end and a symbol
STEP, RINGS = 6.0, 18  # points from ring to ring around a leader's end, and how many
KEPT = 64  # areas whose positions are kept: each is asked for by several ways to write a name
LEAST_LEADER = 5.0  # points of a leader that are seen
CROSSED, COVERED = 60.0, 40.0  # points of way that a crossing and a symbol under it weigh

Point = tuple[float, float]
Cost = Callable[[BaseGeometry], float]
Led = tuple[Rect, Point]  # a box, and where its leader begins


@lru_cache(maxsize=KEPT)
def list_positions(area: BaseGeometry, frame: Rect) -> tuple[Point, ...]:
    """Return positions within an area of the page, those farthest from its edge first."""
    seen = area.intersection(make_box(frame.x, frame.y, frame.right, frame.bottom))
    part = max(shapely.get_parts(seen), key=lambda p: p.area, default=None)
    if part is None or part.is_empty:
        return ()
    west, north, east, south = part.bounds
    xs, ys = np.meshgrid(np.linspace(west, east, GRID)[1:-1], np.linspace(north, south, GRID)[1:-1])
    points = shapely.points(xs.ravel(), ys.ravel())
    points = points[shapely.contains(part, points)]
    if not len(points):
        middle = part.representative_point()
        return ((middle.x, middle.y),)
    depth = shapely.distance(points, part.boundary)
    ordered = points[np.argsort(-np.round(depth, 3), kind="stable")]
    return tuple((float(p.x), float(p.y)) for p in ordered)


def find_inside(
    space: LabelSpace, area: BaseGeometry, extent: Point, *, high: float, symbol: bool = False
) -> Rect | None:
    """Return a free box that stands wholly within an area of the page.

    high: points of the box's height that must lie in it; letters fill less than their line.
    """
    positions = list_positions(area, space.frame)
    shapely.prepare(area)
    held = shapely.contains(area, _boxes(positions, (extent[0], high)))
    return space.find(extent, _pick(positions, held), symbol=symbol)


def find_over_edge(
    space: LabelSpace,
    area: BaseGeometry,
    extent: Point,
    *,
    high: float,
    others: Sequence[BaseGeometry],
) -> Rect | None:
    """Return a free box most of which lies in an area, and none in others; see `find_inside`."""
    positions = list_positions(area, space.frame)
    boxes = _boxes(positions, (extent[0], high))
    free = np.ones(len(boxes), dtype=bool)
    for other in others:
        shapely.prepare(other)
        free &= ~shapely.intersects(other, boxes)
    held = np.zeros(len(boxes), dtype=bool)
    within = shapely.area(shapely.intersection(boxes[free], area))
    held[free] = within >= MOST * shapely.area(boxes[free])
    return space.find(extent, _pick(positions, held))


def _boxes(positions: Sequence[Point], extent: Point) -> NDArray[np.object_]:
    middles, half = np.array(positions).reshape(-1, 2), np.array(extent) / 2
    boxes: NDArray[np.object_] = shapely.box(*(middles - half).T, *(middles + half).T)
    return boxes


def _pick(positions: Sequence[Point], held: NDArray[np.bool_]) -> list[Point]:
    return [at for at, is_held in zip(positions, held.tolist(), strict=True) if is_held]


def pick_end(
    space: LabelSpace, area: BaseGeometry, points: shapely.MultiPoint | None = None
) -> Point | None:
    """Return where in the seen part of an area a leader ends: off symbols, far from its edge.

    points: those of strikes that have no symbol yet.
    """
    positions = list_positions(area, space.frame)
    if not positions:
        return None
    clear = np.array([min(space.clearance(*at), CLEAR) for at in positions])
    if points is not None and not points.is_empty:
        clear = np.minimum(clear, shapely.distance(shapely.points(positions), points))
    return positions[int(np.argmax(np.round(clear, 2)))]


def find_led(
    space: LabelSpace, extent: Point, end: Point, *, cost: Cost, symbol: bool = False
) -> Led | None:
    """Return the best free box around a leader's end, and where the leader begins.

    cost: points of way that a box weighs by where it stands; infinite where it must not.
    """
    best, least = None, math.inf
    for dx, dy in ring_offsets(STEP, RINGS):
        box = Rect(end[0] + dx - extent[0] / 2, end[1] + dy - extent[1] / 2, *extent)
        start = _nearest(box, end)
        way = math.dist(start, end)
        if max(way, math.hypot(dx, dy) - extent[0] / 2) >= least:
            continue
        if way < LEAST_LEADER or not space.is_free(box, symbol=symbol):
            continue
        price = way + cost(make_box(box.x, box.y, box.right, box.bottom))
        if price < least:
            price += CROSSED * space.crosses(start, end) + COVERED * space.covers(start, end)
        if price < least - 1e-6:
            best, least = (box, start), price
    return best


def _nearest(box: Rect, end: Point) -> Point:
    """Return the point of a box's edge nearest to a point outside it; the point itself within."""
    return min(max(end[0], box.x), box.right), min(max(end[1], box.y), box.bottom)

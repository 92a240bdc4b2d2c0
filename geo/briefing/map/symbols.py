"""Symbols of strikes on the map: clusters, single points, area badges, uncertainty rings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import MapFrame, Rect
from geo.briefing.map.base_map import Box
from geo.briefing.map.label_positions import LabelSpace, ring_offsets
from geo.briefing.map.numbers import NumberedPoint
from geo.briefing.terms.words import Words

__all__ = [
    "SINGLE",
    "Badge",
    "Cluster",
    "MapContent",
    "MapPlan",
    "group_strikes",
    "list_positions",
    "place_badges",
    "uncertainty_rings",
]

SINGLE = 3.4  # points: radius of one strike
CELL = 11.0  # points: strikes within a cell of this width start as one cluster
MOST_RINGS = 70  # more uncertainty circles than this hide the map
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Strikes drawn as one circle: middle and radius in points, how many."""

    x: float
    y: float
    radius: float
    count: int


@dataclass(frozen=True, slots=True)
class Badge:
    """Strikes known by area only: the badge's box, its text, and the area it points into."""

    box: Rect
    text: str
    anchor: tuple[float, float] | None  # where a leader ends; None within the area

    @property
    def middle(self) -> tuple[float, float]:
        """The badge's middle, in points of the page."""
        return self.box.x + self.box.width / 2, self.box.y + self.box.height / 2


@dataclass(frozen=True, slots=True, eq=False)
class MapContent:
    """What the map shows, placed on the page."""

    frame: MapFrame
    space: LabelSpace
    areas: Mapping[str, BaseGeometry]
    districts: Mapping[str, BaseGeometry]  # those to which alone some strike is known
    clusters: Sequence[Cluster]
    numbered: Sequence[NumberedPoint]
    badges: Sequence[Badge]
    rings: tuple[Floats, Floats, Floats] | None
    outside: int  # located strikes that lie outside the frame
    outside_numbers: frozenset[int]
    shows_contested: bool
    shows_beyond: bool  # part of it lies outside the base map


@dataclass(frozen=True, slots=True)
class MapPlan:
    """How a map is drawn: its box in degrees, projection, size of its text in points."""

    box: Box
    projection: str
    size: float
    numbered: bool
    words: Words


def _radius(count: int, size: float, face: Typeface, words: Words) -> float:
    if count == 1:
        return SINGLE
    text = face.width(words.number(count), size, bold=True)
    return float(max(min(6.4 * count**0.2, 24.0), math.hypot(text / 2, size * 0.36) + 1.6))


def _cells(x: Floats, y: Floats) -> tuple[Floats, Floats, NDArray[np.int64]]:
    key = np.floor(x / CELL).astype(np.int64) * 100_000 + np.floor(y / CELL).astype(np.int64)
    _, cell, counts = np.unique(key, return_inverse=True, return_counts=True)
    return np.bincount(cell, x) / counts, np.bincount(cell, y) / counts, counts


def group_strikes(
    x: Floats, y: Floats, *, size: float, face: Typeface, words: Words
) -> list[Cluster]:
    """Merge points of the page (in points) until no circle touches another, largest first."""
    if not len(x):
        return []
    x, y, counts = _cells(x, y)
    while True:
        order = np.lexsort((y, x, -counts))
        x, y, counts = x[order], y[order], counts[order]
        radii = np.array([_radius(int(n), size, face, words) for n in counts])
        near = np.hypot(x[:, None] - x, y[:, None] - y) < radii[:, None] + radii + 1.0
        owner = np.full(len(x), -1)
        for at in range(len(x)):
            if owner[at] < 0:
                owner[near[at] & (owner < 0)] = at
        if (owner == np.arange(len(x))).all():
            break
        _, group = np.unique(owner, return_inverse=True)
        total = np.bincount(group, counts)
        x, y = np.bincount(group, x * counts) / total, np.bincount(group, y * counts) / total
        counts = total.astype(np.int64)
    rows = zip(x, y, radii, counts, strict=True)
    return [Cluster(float(a), float(b), float(r), int(n)) for a, b, r, n in rows]


def list_positions(area: shapely.Geometry, frame: Rect) -> list[tuple[float, float]]:
    """Return label positions within an area of the page, those farthest from its edge first."""
    seen = area.intersection(shapely.box(frame.x, frame.y, frame.right, frame.bottom))
    if seen.is_empty:
        return []
    part = max(shapely.get_parts(seen), key=lambda p: p.area)
    west, north, east, south = part.bounds
    xs, ys = np.meshgrid(np.linspace(west, east, 17)[1:-1], np.linspace(north, south, 17)[1:-1])
    points = shapely.points(xs.ravel(), ys.ravel())
    points = points[shapely.contains(part, points)]
    if not len(points):
        middle = part.representative_point()
        return [(middle.x, middle.y)]
    depth = shapely.distance(points, part.boundary)
    ordered = points[np.argsort(-np.round(depth, 3), kind="stable")]
    return [(float(p.x), float(p.y)) for p in ordered]


def place_badges(
    texts: Mapping[str, Sequence[str]],
    areas: Mapping[str, shapely.Geometry],
    *,
    size: float,
    face: Typeface,
    space: LabelSpace,
) -> list[Badge]:
    """Put the badges of each area (by code, in points of the page) in it, or by it with a line."""
    badges = []
    for code in sorted(texts):
        area = areas.get(code)
        positions = [] if area is None else list_positions(area, space.frame)
        if not positions:
            continue
        for text in texts[code]:
            width = max(face.width(text, size, bold=True) + size * 0.7, size * 1.5)
            extent = (width, size * 1.5)
            box, anchor = space.find(extent, positions), None
            if box is None:
                anchor = positions[0]
                around = ((anchor[0] + dx, anchor[1] + dy) for dx, dy in ring_offsets(size, 60))
                box = space.find(extent, around)
            if box is not None:
                space.take(box)
                badges.append(Badge(box, text, anchor))
    return badges


def uncertainty_rings(
    frame: MapFrame, x: Floats, y: Floats, km: Floats, *, under: float
) -> tuple[Floats, Floats, Floats] | None:
    """Return x, y, radius in points of circles worth drawing; None where they would hide all.

    under: points; a circle no larger lies under the symbol and is not worth drawing.
    """
    radii = km * frame.points_per_km
    worth = np.isfinite(radii) & (radii > under + 2)
    together = np.column_stack([x[worth], y[worth], radii[worth]]).astype(np.float64)
    rings: Floats = np.unique(np.round(together, 1), axis=0)
    if len(rings) > MOST_RINGS:
        return None
    return rings[:, 0], rings[:, 1], rings[:, 2]

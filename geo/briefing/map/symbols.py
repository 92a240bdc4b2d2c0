"""Symbols of strikes on the map: clusters, single points, uncertainty rings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import MapFrame
from geo.briefing.map.badges import Badge
from geo.briefing.map.base_map import Area, Box
from geo.briefing.map.label_positions import LabelSpace
from geo.briefing.map.numbers import NumberedPoint
from geo.briefing.terms.words import Words

__all__ = [
    "SINGLE",
    "Cluster",
    "MapContent",
    "MapPlan",
    "group_strikes",
    "uncertainty_rings",
]

SINGLE = 3.4  # points: radius of one strike
CELL = 11.0  # points: strikes within a cell of this width start as one cluster
SET_BACK = 0.62  # of the paper that lies over what is outside the extent
MOST_RINGS = 70  # more uncertainty circles than this hide the map
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Strikes drawn as one circle: middle and radius in points, how many."""

    x: float
    y: float
    radius: float
    count: int


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
    set_back: BaseGeometry | None  # in points: where no strike is shown, since the extent ends


@dataclass(frozen=True, slots=True)
class MapPlan:
    """How a map is drawn: its box in degrees, projection, size of its text in points."""

    box: Box
    projection: str
    size: float
    numbered: bool
    words: Words
    contested: tuple[Area, ...] = ()  # what of it is hatched, and noted
    within: BaseGeometry | None = None  # in degrees: what lies outside is set back


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

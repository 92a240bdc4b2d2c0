"""Symbols of strikes on the map: circles by place, classes of areas, uncertainty rings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.frame import MapFrame, Rect
from geo.briefing.drawing.notes import LaidNote
from geo.briefing.map.badges import Badge
from geo.briefing.map.base_map import Area, Box
from geo.briefing.map.colour_groups import Colouring, Group
from geo.briefing.map.label_positions import LabelSpace
from geo.briefing.map.numbers import NumberedPoint
from geo.briefing.map.own_layers import SheetLayer
from geo.briefing.terms.notes import Note
from geo.briefing.terms.words import Words
from geo.layers.layer import Layer

__all__ = [
    "LARGEST",
    "PLAIN_DOT",
    "SET_BACK",
    "SHADES",
    "SINGLE",
    "AreaClass",
    "GivenInset",
    "MapContent",
    "MapPlan",
    "PlaceCircle",
    "Symbols",
    "class_areas",
    "find_places",
    "hide_map",
    "scale_circles",
    "uncertainty_rings",
]

SINGLE = 3.4  # points: radius of the circle of one strike, where no place has many
LARGEST = 24.0  # points: radius of the largest circle of a map
PLAIN_DOT = 1.1  # points: radius of a strike's dot on a map that counts by area
MOST_RINGS = 70  # more uncertainty circles than this hide the map
SET_BACK = 0.62  # of the paper that lies over what is outside the extent
SHADES = ("shade 1", "shade 2", "shade 3", "shade 4")  # of areas, few strikes to many
SAME_PLACE = 1e-4  # degrees: points no farther apart are one, some 10 m
Floats = NDArray[np.float64]
# What stands for strikes: numbers of the table, circles by place, or areas shaded by count.
Symbols = Literal["numbered", "places", "areas"]


@dataclass(frozen=True, slots=True)
class PlaceCircle:
    """Strikes at one point, drawn as one circle: middle and radius in points, how many.

    The circle's area is in proportion to the count. name: of the place, '' where not known.
    disputed: how many of the strikes are. groups: position of each group and how many are of it.
    """

    x: float
    y: float
    radius: float
    count: int
    name: str
    disputed: int = 0
    groups: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AreaClass:
    """Areas of like counts: from low to high strikes, and the name of their colour."""

    low: int
    high: int
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class MapContent:
    """What the map shows, placed on the page."""

    frame: MapFrame
    space: LabelSpace
    areas: Mapping[str, BaseGeometry]
    districts: Mapping[str, BaseGeometry]  # those to which alone some strike is known
    circles: Sequence[PlaceCircle]
    numbered: Sequence[NumberedPoint]
    badges: Sequence[Badge]
    rings: tuple[Floats, Floats, Floats] | None
    dots: Floats  # (n, 2) points of the page: strikes where areas are counted
    counts: Mapping[str, int]  # strikes by area, where areas are counted
    classes: Sequence[AreaClass]  # from few to many
    outside: int  # located strikes that lie outside the frame
    outside_numbers: frozenset[int]
    wider: int  # located strikes whose circle of uncertainty holds all of the map
    shows_contested: bool
    shows_beyond: bool  # part of it lies outside the base map
    set_back: BaseGeometry | None  # in points: where no strike is shown, since the extent ends
    layers: Sequence[SheetLayer] = ()  # a person's own, in points
    notes: Sequence[LaidNote] = ()  # of the author
    notes_outside: int = 0  # those whose point the frame does not show
    sheets: Mapping[str, int] = field(default_factory=dict)  # as of a `MapPlan`
    groups: Sequence[Group] = ()  # that strikes are coloured by, none for one hue
    rows: int = 0  # strikes of the sheet, with those that no circle holds
    disputed: int = 0  # of them
    insets: int = 0  # on it
    given_insets: bool = False  # whether they were chosen by hand
    number_radius: float = 0.0  # points: of the circle around a number
    drawn: bool = True  # whether it stands on the page; a plate is in its place otherwise

    def count_disputed(self) -> tuple[int, int]:
        """Return how many of the strikes in circles are disputed, and how many these are."""
        numbered, circles = self.numbered, self.circles
        disputed = sum(p.disputed for p in numbered) + sum(c.disputed for c in circles)
        return disputed, len(numbered) + sum(c.count for c in circles)

    def count_covered_notes(self) -> int:
        """Return how many notes of the author have strikes over their words."""
        discs = [(c.x, c.y, c.radius) for c in self.circles] + [
            (p.x, p.y, 0.0) for p in self.numbered
        ]
        return sum(any(_meets(note.box, *disc) for disc in discs) for note in self.notes)

    def count_groups(self) -> list[tuple[Group, int]]:
        """Return the groups that the map shows, and how many strikes in circles each has."""
        counts = Counter(point.group for point in self.numbered)
        for circle in self.circles:
            counts.update(dict(circle.groups))
        return [(group, counts[at]) for at, group in enumerate(self.groups) if counts[at]]

    def find_class(self, code: str) -> AreaClass | None:
        """Return the class of an area, None where it holds no strike or areas are not counted."""
        count = self.counts.get(code, 0)
        return next((each for each in self.classes if each.low <= count <= each.high), None)


def _meets(box: Rect, x: float, y: float, radius: float) -> bool:
    """Return whether a disc of the page meets a box."""
    near = min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
    return math.dist(near, (x, y)) <= radius


def hide_map(content: MapContent) -> MapContent:
    """Return a map that is not drawn: it shows no strike and leaves none outside."""
    none = np.empty(0)
    return replace(
        content, drawn=False, circles=(), numbered=(), badges=(), rings=(none, none, none),
        dots=np.empty((0, 2)), counts={}, classes=(), outside=0, outside_numbers=frozenset(),
        wider=0, shows_contested=False, shows_beyond=False, set_back=None, layers=(),
        notes=(), notes_outside=0,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenInset:
    """A part of the map that is asked for as an inset: an area, or a box of degrees.

    name: as it is asked for; label: as the sheet calls it, '' for a box.
    """

    name: str
    label: str
    box: Box


@dataclass(frozen=True, slots=True)
class MapPlan:
    """How a map is drawn: its box in degrees, projection, size of its text in points."""

    box: Box
    projection: str
    size: float
    symbols: Symbols
    words: Words
    contested: tuple[Area, ...] = ()  # what of it is hatched, and noted
    within: BaseGeometry | None = None  # in degrees: what lies outside is set back
    layers: Sequence[SheetLayer] = ()  # a person's own, in degrees
    own: Sequence[Layer] = ()  # those layers whole, for a playback
    sheets: Mapping[str, int] = field(default_factory=dict)  # of an atlas, by area
    graticule: bool = False  # whether meridians and parallels are drawn
    notes: Sequence[Note] = ()  # of the author
    colouring: Colouring | None = None  # None for one hue
    covered: Sequence[Rect] = ()  # of the page: what lies over the map, where no name is to stand
    margin: float = 14.0  # points between its box and the edges of the map
    single: float = 0.0  # points: radius of one strike's circle, 0 for what the map has room for
    ground: bool = False  # whether rivers, lakes and hill shading lie under the strikes
    relief: bool = True  # whether hill shading is of it
    insets: tuple[GivenInset, ...] | None = None  # None for those that the data choose


def scale_circles(counts: NDArray[np.int64]) -> float:
    """Return the radius in points of the circle of one strike on a map of these counts."""
    return min(SINGLE, LARGEST / math.sqrt(counts.max(initial=1)))


def find_places(lon: Floats, lat: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first point of each place, most strikes first, and the place of each point."""
    keys = np.round(np.column_stack([lon, lat]) / SAME_PLACE).astype(np.int64)
    _, first, place, counts = np.unique(
        keys, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -counts))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return first[order], rank[place.ravel()]


def class_areas(counts: Mapping[str, int]) -> list[AreaClass]:
    """Return classes of counts with round bounds, as many as there are shades.

    >>> [(each.low, each.high) for each in class_areas({"a": 134, "b": 22, "c": 3})]
    [(1, 19), (20, 49), (50, 99), (100, 134)]
    >>> [(each.low, each.high) for each in class_areas({"a": 35, "b": 22, "c": 31})]
    [(1, 24), (25, 29), (30, 34), (35, 35)]
    """
    held = [count for count in counts.values() if count]
    if not held:
        return []
    least, most = min(held), max(held)
    rounds = [n * 10**power for power in range(len(str(most))) for n in (1, 2, 5)]
    lows = [low for low in rounds if low <= most]
    if lows[-1] <= least < most:  # one shade would hold all of them
        step = next(each for each in rounds if each * len(SHADES) > most - least)
        lows = [at * step for at in range(least // step, most // step + 1)]
    lows = lows[-len(SHADES) :]
    lows[0] = 1
    highs = [*(low - 1 for low in lows[1:]), most]
    shades = SHADES[-len(lows) :]
    return [AreaClass(*bounds) for bounds in zip(lows, highs, shades, strict=True)]


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

"""Numbers of single strikes: beside their points, where leaders cross nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.label_positions import LabelSpace, ring_offsets

__all__ = ["DOT", "NumberedPoint", "number_strikes"]

DOT = 2.4  # points: radius of the dot that a leader ends at
CLEAR = 4.0  # points between a leader and another strike's dot
RINGS = 14
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class NumberedPoint:
    """A strike's point, and the middle of its number beside or upon it."""

    x: float
    y: float
    label_x: float
    label_y: float
    number: int
    disputed: bool = False
    group: int = 0  # as of `StrikePoints`
    name: str = ""  # of its place, '' where not known


def number_strikes(
    numbers: Sequence[int], x: Floats, y: Floats, *, radius: float, space: LabelSpace
) -> list[NumberedPoint]:
    """Give each point its number as near as it goes; numbers never lie on one another.

    A point that has no neighbour carries its number; in a crowd numbers stand outside it, each
    joined to its point by a leader.
    """
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    crowd = apart < 2 * radius + 1
    alone = crowd.sum(axis=1) == 1
    for at in np.flatnonzero(alone).tolist():
        alone[at] = _covers_nothing(space, x[at], y[at], radius)
    placed: dict[int, NumberedPoint] = {}
    for at in np.flatnonzero(alone).tolist():
        space.take(Rect(x[at] - radius, y[at] - radius, 2 * radius, 2 * radius))
        here = (float(x[at]), float(y[at]))
        placed[at] = NumberedPoint(*here, *here, numbers[at])
    for at in np.flatnonzero(~alone).tolist():
        space.take(Rect(x[at] - DOT, y[at] - DOT, 2 * DOT, 2 * DOT))
    leaders: list[shapely.LineString] = []
    dots = shapely.points(x, y)
    for at in _outermost_first(x, y, crowd, alone):
        out = (x[at] - x[apart[at] < 6 * radius].mean(), y[at] - y[apart[at] < 6 * radius].mean())
        position = _find_position(
            (x[at], y[at]), out, radius=radius, space=space,
            dots=dots[apart[at] > 0.5], leaders=leaders,
        )  # fmt: skip
        space.take(Rect(position[0] - radius, position[1] - radius, 2 * radius, 2 * radius))
        if position != (x[at], y[at]):
            space.take_line((float(x[at]), float(y[at])), position)
        leaders.append(shapely.LineString([(x[at], y[at]), position]))
        placed[at] = NumberedPoint(float(x[at]), float(y[at]), *position, numbers[at])
    return [placed[at] for at in sorted(placed)]


def _covers_nothing(space: LabelSpace, x: float, y: float, radius: float) -> bool:
    """Return whether a number upon its point hides no other named place and no leader's end."""
    return not space.near_place(x, y, radius + 1) and space.clearance(x, y) > radius


def _outermost_first(
    x: Floats, y: Floats, crowd: NDArray[np.bool_], alone: NDArray[np.bool_]
) -> list[int]:
    """Return the crowded points by how far they stand from their crowd's middle."""
    away = [
        math.hypot(x[at] - x[crowd[at]].mean(), y[at] - y[crowd[at]].mean()) for at in range(len(x))
    ]
    return sorted(np.flatnonzero(~alone).tolist(), key=lambda at: (-round(away[at], 2), at))


def _find_position(
    point: tuple[float, float],
    out: tuple[float, float],
    *,
    radius: float,
    space: LabelSpace,
    dots: NDArray[np.object_],
    leaders: Sequence[shapely.LineString],
) -> tuple[float, float]:
    """Return the best free middle for a number: near, outwards, its leader crossing nothing."""
    best, least, found_beside = point, math.inf, False
    offsets = list(ring_offsets(radius * 1.05, RINGS))[1:]
    # Where no spot is free that leaves named places alone, any free one does.
    for leaves_places, (dx, dy) in product((True, False), offsets):
        if found_beside and not leaves_places:
            break
        middle = (float(point[0] + dx), float(point[1] + dy))
        box = Rect(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
        near = math.hypot(dx, dy) < radius + DOT + 1
        if near or not space.is_free(box, symbol=leaves_places):
            continue
        line = shapely.LineString([point, middle])
        cost = math.hypot(dx, dy) + 1.2 * radius * _turn(out, (dx, dy))
        cost += 60 * sum(line.crosses(leader) for leader in leaders)
        cost += 30 * int((shapely.distance(dots, line) < CLEAR).sum()) if len(dots) else 0
        cost += 45 * _covered(line, leaders, radius + 1)
        if cost < least - 1e-6:
            best, least = middle, cost
            found_beside = found_beside or leaves_places
    return best


def _covered(line: shapely.LineString, leaders: Sequence[shapely.LineString], reach: float) -> int:
    """Count the numbers that a leader would run under, and the leaders that its number hides."""
    end = shapely.Point(line.coords[-1])
    ends = [shapely.Point(leader.coords[-1]) for leader in leaders]
    under = sum(line.distance(other) < reach for other in ends)
    return int(under + sum(leader.distance(end) < reach for leader in leaders))


def _turn(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the angle between two directions in radians; 0 where one is no direction."""
    if math.hypot(*one) < 1e-6:
        return 0.0
    turn = math.atan2(one[1], one[0]) - math.atan2(other[1], other[0])
    return abs(math.remainder(turn, math.tau))

"""Names of struck places: beside their circles or numbers, or led to them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.inside import find_led
from geo.briefing.map.label_positions import LabelSpace
from geo.briefing.map.numbers import DOT, NumberedPoint
from geo.briefing.map.symbols import MapContent
from geo.briefing.map.writing import NameStyle

__all__ = ["name_struck"]

ONE = 30.0  # points: places of one name no farther apart are named once
LARGEST_RING = (
    20.0  # points: a name stands beside it, not on its line; in a larger one it is within
)
FARTHEST = 5.0  # of the size of text: how long a line from a name to its place may be
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Struck:
    """A place to be named: its point, its name, and the middles and radii that it may stand by."""

    point: Point
    name: str
    beside: tuple[tuple[Point, float], ...]


def name_struck(content: MapContent, style: NameStyle) -> None:
    """Write the names of struck places, those of most strikes first.

    A name stands beside the symbol of its place. Where there is no room it is led to it, once all
    the others stand. Places of one name that lie together are named once.
    """
    named: dict[str, list[Point]] = {}
    crowded = []
    for place in _list_struck(content):
        if _is_named(place, named):
            continue
        if _write_beside(content.space, style, place):
            named.setdefault(place.name, []).append(place.point)
        else:
            crowded.append(place)
    for place in crowded:
        if not _is_named(place, named) and _write_led(content.space, style, place):
            named.setdefault(place.name, []).append(place.point)


def _is_named(place: _Struck, named: dict[str, list[Point]]) -> bool:
    return any(math.dist(place.point, other) < ONE for other in named.get(place.name, []))


def _list_struck(content: MapContent) -> Iterator[_Struck]:
    rings = _find_rings(content)
    for circle in content.circles:
        if circle.name:
            middle = (circle.x, circle.y)
            reach = max(circle.radius, rings.get(_at(*middle), 0.0))
            yield _Struck(middle, circle.name, ((middle, reach),))
    at: dict[tuple[str, Point], list[NumberedPoint]] = {}
    for point in content.numbered:
        at.setdefault((point.name, (round(point.x, 1), round(point.y, 1))), []).append(point)
    for (name, _), points in sorted(at.items(), key=lambda item: -len(item[1])):
        if name:
            first = points[0]
            ring = rings.get(_at(first.x, first.y), 0.0)
            led = first.label_x != first.x or first.label_y != first.y
            around = content.number_radius if led else max(content.number_radius, ring)
            labels = [((p.label_x, p.label_y), around) for p in points]
            dot = [((first.x, first.y), max(DOT, ring))] if led else []
            yield _Struck((first.x, first.y), name, tuple(dot + labels))


def _at(x: float, y: float) -> Point:
    return round(x, 1), round(y, 1)


def _find_rings(content: MapContent) -> dict[Point, float]:
    """Return the radius of the ring around each point that a name can stand beside."""
    if content.rings is None:
        return {}
    found: dict[Point, float] = {}
    for x, y, radius in zip(*content.rings, strict=True):
        if radius <= LARGEST_RING:
            at = _at(float(x), float(y))
            found[at] = max(found.get(at, 0.0), float(radius))
    return found


def _write_beside(space: LabelSpace, style: NameStyle, place: _Struck) -> bool:
    width, high = extent = style.extent((place.name,))
    for (x, y), radius in place.beside:
        across, along = radius + 2.5 + width / 2, radius + 1 + high / 2
        sides = [(across, 0.0), (-across, 0.0), (0.0, -along), (0.0, along)]
        sides += [(dx * 0.86, dy * 0.7) for dx in (across, -across) for dy in (-along, along)]
        box = space.find(extent, [(x + dx, y + dy) for dx, dy in sides])
        if box is not None:
            _write(space, style, place, box)
            return True
    return False


def _write_led(space: LabelSpace, style: NameStyle, place: _Struck) -> bool:
    """Write the name where a short line leads to its place over no name and no other line."""
    most = FARTHEST * style.size

    def cost(_: object) -> float:
        return 0.0

    led = find_led(space, style.extent((place.name,)), place.point, cost=cost)
    if led is None:
        return False
    box, start = led
    if math.dist(start, place.point) > most or space.crosses(start, place.point):
        return False
    space.take_line(start, place.point)
    style.canvas.lines([[start, place.point]], colour="town", width=0.5, layer=4)
    _write(space, style, place, box)
    return True


def _write(space: LabelSpace, style: NameStyle, place: _Struck, box: Rect) -> None:
    space.take_name(box)
    style.write(box, (place.name,), colour="town", halo="land", role="struck")

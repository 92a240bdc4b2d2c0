"""A graticule: meridians and parallels at round degrees, named where the map's edge is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect
from geo.briefing.map.symbols import MapContent, MapPlan
from geo.briefing.map.writing import NameStyle
from geo.briefing.terms.words import Words

__all__ = ["Graticule", "draw_lines", "list_graticules", "name_lines"]

STEPS = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02)  # degrees
FEWEST = 3  # lines across the shorter side of a map
CORNERS = 41  # of a line, which is curved once projected
SMALLER = 0.9  # of the size of text
EDGE = 3.0  # points between a name and the edge
POLE = 89.0  # degrees, where meridians meet


@dataclass(frozen=True, slots=True)
class Graticule:
    """One meridian or parallel: its name, and its course in points of the page."""

    name: str
    line: shapely.LineString
    upright: bool  # a meridian


def list_graticules(frame: MapFrame, words: Words) -> list[Graticule]:
    """Return the lines of a map, as close as leaves a few of them across."""
    seen = _list_degrees(frame)
    (west, south), (east, north) = seen.min(axis=0), seen.max(axis=0)
    south, north = max(south, -POLE), min(north, POLE)
    side = min(east - west, north - south)
    step = next((step for step in STEPS if side / step >= FEWEST), STEPS[-1])
    lats, lons = np.linspace(south, north, CORNERS), np.linspace(west, east, CORNERS)
    found = [
        _trace(frame, words.meridian, lon, np.full(CORNERS, lon), lats, upright=True)
        for lon in _round_between(west, east, step)
    ]
    found += [
        _trace(frame, words.parallel, lat, lons, np.full(CORNERS, lat), upright=False)
        for lat in _round_between(south, north, step)
    ]
    return found


def _list_degrees(frame: MapFrame) -> np.ndarray:
    """Return the degrees of the frame's edge, (n, 2)."""
    rect = frame.rect
    xs = np.linspace(rect.x, rect.right, CORNERS)
    ys = np.linspace(rect.y, rect.bottom, CORNERS)
    edge = [(x, y) for x in xs for y in (rect.y, rect.bottom)]
    edge += [(x, y) for y in ys for x in (rect.x, rect.right)]
    return np.array([frame.to_degrees(float(x), float(y)) for x, y in edge])


def _round_between(low: float, high: float, step: float) -> Iterator[float]:
    for at in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1):
        yield round(at * step, 4)


def _trace(
    frame: MapFrame, name: Callable[[float], str], value: float, lons: np.ndarray,
    lats: np.ndarray, *, upright: bool,
) -> Graticule:  # fmt: skip
    line = shapely.LineString(np.column_stack(frame.to_page(lons, lats)))
    return Graticule(name(value), line, upright)


def draw_lines(canvas: Canvas, content: MapContent, plan: MapPlan) -> None:
    """Draw the lines under all names and symbols."""
    for each in list_graticules(content.frame, plan.words):
        canvas.lines([each.line.coords], colour="graticule", width=0.5, layer=1.05)


def name_lines(canvas: Canvas, content: MapContent, plan: MapPlan) -> None:
    """Write the degrees at the lower and the left edge, else the far ones, where it is free."""
    style, rect = NameStyle(canvas, plan.size * SMALLER), content.frame.rect
    for each in list_graticules(content.frame, plan.words):
        lines = (each.name,)
        width, high = style.extent(lines)
        spots = [*_meet(each, rect, (width, high)), *_meet(each, rect, (width, high), far=True)]
        box = content.space.find((width, high), spots)
        if box is not None:
            content.space.take_name(box)
            style.write(box, lines, colour="graticule name", halo="land", role="graticule")


def _meet(
    each: Graticule, rect: Rect, extent: tuple[float, float], *, far: bool = False
) -> Iterator[tuple[float, float]]:
    """Yield where a name beside the lower or left edge, or the far one, has its middle."""
    width, high = extent
    if each.upright:
        at = rect.y + high / 2 + EDGE if far else rect.bottom - high / 2 - EDGE
        across = [(rect.x, at), (rect.right, at)]
    else:
        at = rect.right - width / 2 - EDGE if far else rect.x + width / 2 + EDGE
        across = [(at, rect.y), (at, rect.bottom)]
    met = shapely.LineString(across).intersection(each.line)
    if met.geom_type == "Point":
        yield met.x, met.y

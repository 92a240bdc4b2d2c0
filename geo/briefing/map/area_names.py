"""Names of areas: within them, or on no other area and no contested land, with a line to theirs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import Area
from geo.briefing.map.inside import find_inside, find_led, find_over_edge, pick_end
from geo.briefing.map.symbols import MapContent
from geo.briefing.map.writing import NameStyle
from geo.briefing.terms.words import Words

__all__ = ["AreaName", "AreaNamer"]

Lines = tuple[str, ...]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AreaName:
    """The name of an area as written: its box, its lines, and its leader where it has one."""

    code: str
    box: Rect
    lines: tuple[str, ...]
    start: Point | None = None  # at the box's edge
    end: Point | None = None  # within the area


@dataclass(frozen=True, slots=True)
class AreaNamer:
    """Writes the names of areas on a map that is laid out.

    contested: land of others that is claimed, in points of the page; no name runs on it.
    """

    content: MapContent
    style: NameStyle
    contested: Sequence[BaseGeometry] = ()

    def name(self, areas: Iterable[Area], words: Words) -> list[AreaName]:
        """Write the names that fit; those of areas that hold strikes at the end of a line too."""
        ways = [(area.code, self._ways(area, words)) for area in areas]
        names = []
        for code, lines in ways:
            name = self._within(code, lines) or self._beside(code, lines)
            if name is not None:
                self._write(name)
                names.append(name)
        return names

    def _ways(self, area: Area, words: Words) -> list[Lines]:
        """Return how the name may be written, with its sheet of an atlas or its count."""
        ways = self.style.ways(area.label_lines(words))
        if self.content.sheets:
            number = self.content.sheets.get(area.code)
            said = words.say("on sheet", number=number) if number else ""
            return [(*lines, said) for lines in ways] if said else ways
        if area.code not in self.content.counts:
            return ways
        count = words.number(self.content.counts[area.code])
        return [*((*lines, count) for lines in ways), (f"{ways[0][0]} {count}",)]

    def _write(self, name: AreaName) -> None:
        space = self.content.space
        if name.start is not None and name.end is not None:
            space.take_line(name.start, name.end)
            line = [name.start, name.end]
            self.style.canvas.lines([line], colour="governorate", width=0.6, layer=1.5)
        space.take_name(name.box)
        self.style.write(
            name.box, name.lines, colour="governorate", halo="land", role="governorate"
        )

    def _others(self, code: str) -> list[BaseGeometry]:
        others = [outline for other, outline in self.content.areas.items() if other != code]
        return [*others, *self.contested]

    def _within(self, code: str, ways: Iterable[Lines]) -> AreaName | None:
        """Return the name wholly within its area, else running over its edge to no other."""
        space, outline, others = self.content.space, self.content.areas[code], self._others(code)
        tried = [(lines, self.style.extent(lines), self.style.ink_height(lines)) for lines in ways]
        for lines, extent, high in tried:
            box = find_inside(space, outline, extent, high=high)
            if box is not None:
                return AreaName(code, box, lines)
        for lines, extent, high in tried:
            box = find_over_edge(space, outline, extent, high=high, others=others)
            if box is not None:
                return AreaName(code, box, lines)
        return None

    def _beside(self, code: str, ways: Iterable[Lines]) -> AreaName | None:
        """Return the name on no other area of the country, and the line to its own."""
        outline, others = self.content.areas[code], self._others(code)
        told = code in self.content.counts or self._holds_symbols(outline)
        end = pick_end(self.content.space, outline) if told else None
        if end is None:
            return None

        def cost(box: BaseGeometry) -> float:
            return math.inf if any(other.intersects(box) for other in others) else 0.0

        for lines in ways:
            led = find_led(self.content.space, self.style.extent(lines), end, cost=cost)
            if led is not None:
                return AreaName(code, led[0], lines, led[1], end)
        return None

    def _holds_symbols(self, outline: BaseGeometry) -> bool:
        content = self.content
        at = [(c.x, c.y) for c in content.circles] + [(p.x, p.y) for p in content.numbered]
        at += [badge.anchor or badge.middle for badge in content.badges]
        return bool(at) and bool(shapely.contains_xy(outline, *np.array(at).T).any())

"""Badges: squares of strikes known by area only, in their area or led to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.inside import find_inside, find_led, pick_end
from geo.briefing.map.label_positions import LabelSpace

__all__ = ["LINE", "Badge", "BadgeMaker", "BadgeStyle"]

LINE = 1.18  # height of a line of a badge by size of its text
ON_OTHERS = 25.0  # points of way that a led badge weighs more where it stands in another area
END = 5.0  # points kept free around a leader's end

Floats = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Badge:
    """Strikes known by area only: the badge's box, its lines, and the area it points into."""

    code: str
    box: Rect
    text: str  # lines parted by line breaks
    anchor: Point | None  # where a leader ends; None within the area
    start: Point | None = None  # where the leader begins, at the box's edge

    @property
    def middle(self) -> Point:
        """The badge's middle, in points of the page."""
        return self.box.x + self.box.width / 2, self.box.y + self.box.height / 2


@dataclass(frozen=True, slots=True)
class BadgeStyle:
    """Size of a badge's text in points, its letters, and what parts its numbers."""

    size: float
    face: Typeface
    comma: str

    def extent(self, text: str) -> tuple[float, float]:
        """Return the width and height of a badge's box."""
        lines = text.split("\n")
        wide = max(self.face.width(line, self.size, bold=True) for line in lines)
        high = self.size * (LINE * len(lines) + 0.32)
        return max(wide + self.size * 0.7, self.size * 1.5), high

    def join(self, texts: Sequence[str]) -> str:
        """Return several numbers as one badge's text, about as high as wide."""
        wide = math.ceil(math.sqrt(len(texts)))
        rows = [texts[at : at + wide] for at in range(0, len(texts), wide)]
        return "\n".join(self.comma.join(row) for row in rows)


@dataclass(frozen=True, slots=True)
class BadgeMaker:
    """Places the badges of areas: their texts and their outlines on the page, by code."""

    texts: Mapping[str, Sequence[str]]
    areas: Mapping[str, BaseGeometry]
    style: BadgeStyle
    space: LabelSpace
    ends: dict[str, Point] = field(default_factory=dict)  # kept for leaders

    def keep_ends(self, x: Floats, y: Floats) -> None:
        """Keep a spot for a leader's end in each area too small for its badge.

        x, y: the strikes' points of the page, which no leader is to end on.
        """
        points = shapely.MultiPoint(np.column_stack([x, y]))
        bare = LabelSpace(self.space.frame)
        for code in sorted(self.texts):
            if code not in self.areas or self._place_within(code, bare):
                continue
            end = pick_end(self.space, self.areas[code], points)
            if end is not None:
                self.ends[code] = end
                self.space.take(Rect(end[0] - END / 2, end[1] - END / 2, END, END))

    def place(self) -> list[Badge]:
        """Put the badges of each area in it, or by it with a line; the smallest area first."""
        badges = []
        known = [code for code in self.texts if code in self.areas]
        for code in sorted(known, key=lambda code: (round(self.areas[code].area, 3), code)):
            badges += self._place_within(code, self.space) or self._place_led(code)
        return sorted(badges, key=lambda badge: badge.code)

    def _place_within(self, code: str, space: LabelSpace) -> list[Badge]:
        """Return a badge for each text, else one for all, within the area; none if none fits."""
        for tried in (list(self.texts[code]), [self.style.join(self.texts[code])]):
            badges: list[Badge] = []
            for text in tried:
                extent = self.style.extent(text)
                box = find_inside(space, self.areas[code], extent, high=extent[1], symbol=True)
                if box is None:
                    break
                space.take(box)
                badges.append(Badge(code, box, text, None))
            if len(badges) == len(tried):
                return badges
            space.release(len(badges))
        return []

    def _place_led(self, code: str) -> list[Badge]:
        """Return one badge beside its area, its leader kept from what is placed later."""
        end = self.ends.get(code) or pick_end(self.space, self.areas[code])
        if end is None:
            return []
        others = [area for other, area in self.areas.items() if other != code]
        text = self.style.join(self.texts[code])

        def cost(box: BaseGeometry) -> float:
            return ON_OTHERS if any(area.intersects(box) for area in others) else 0.0

        led = find_led(self.space, self.style.extent(text), end, cost=cost, symbol=True)
        if led is None:
            return []
        self.space.take(led[0])
        self.space.take_line(led[1], end)
        return [Badge(code, led[0], text, end, led[1])]

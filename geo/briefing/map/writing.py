"""Names written on a map: their lines, how much room they take, and their drawing."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect

__all__ = ["NameStyle"]

LINE = 1.22  # height of a line of a name by its size
BASELINE = 0.96  # of the size, from a line's top
LOW = 0.45  # of the size: what a line is higher than its letters
LEAST_LETTERS = 3  # of each line of a name that is broken

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How names of one kind are written: on what, their size in points, their weight."""

    canvas: Canvas
    size: float
    bold: bool = False

    def ways(self, lines: Lines) -> list[Lines]:
        """Return how a name may be written, best first: on its lines, else the first alone."""
        alone = lines[0]
        first, _, last = alone.partition(" ")
        fits = min(len(first), len(last)) >= LEAST_LETTERS
        return list(dict.fromkeys([lines, (alone,), *([(first, last)] if fits else [])]))

    def extent(self, lines: Lines) -> tuple[float, float]:
        """Return width and height of a name's box in points."""
        face = self.canvas.typeface
        wide = max(face.width(line, self.size, bold=self.bold) for line in lines)
        return wide, self.size * LINE * len(lines)

    def ink_height(self, lines: Lines) -> float:
        """Return the height in points of the letters themselves."""
        return self.size * (LINE * len(lines) - LOW)

    def ink(self, middle: tuple[float, float], lines: Lines) -> BaseGeometry:
        """Return what the letters of a name fill, centred on a point of the page."""
        half, high = self.extent(lines)[0] / 2, self.ink_height(lines) / 2
        x, y = middle
        return shapely.box(x - half, y - high, x + half, y + high)

    def write(self, box: Rect, lines: Lines, *, colour: str, halo: str, role: str) -> None:
        """Write a name into its box."""
        x = box.x + box.width / 2
        for at, line in enumerate(lines):
            y = box.y + self.size * (BASELINE + LINE * at)
            self.canvas.text(
                x, y, line, size=self.size, bold=self.bold, colour=colour, align="center",
                halo=halo, layer=4, role=role,
            )  # fmt: skip

"""Texts and bars of a plate, placed from the side that its language begins on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import box as make_box

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.terms.words import Words

__all__ = ["LEADING", "Pen"]

LEADING = 1.3  # height of a line by the size of its text


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws within a rectangle of the page: x in points from the start side, y from the top.

    size: of the text, in points.
    """

    canvas: Canvas
    rect: Rect
    size: float
    words: Words

    def _turn(self, x: float, width: float = 0.0) -> float:
        return self.rect.right - x - width if self.words.rtl else self.rect.x + x

    def write(
        self, x: float, y: float, text: str, *, end: bool = False, bold: bool = False,
        colour: str = "ink", size: float = 0.0, role: str = "series",
    ) -> None:  # fmt: skip
        """Write one line, y its baseline; end: it ends at x instead of beginning there."""
        align = "right" if end != self.words.rtl else "left"
        self.canvas.text(
            self._turn(x), self.rect.y + y, text, size=size or self.size, bold=bold,
            colour=colour, align=align, role=role,
        )  # fmt: skip

    def paragraph(self, y: float, texts: Sequence[str], *, x: float = 0.0, width: float = 0.0,
                  colour: str = "quiet") -> float:  # fmt: skip
        """Write texts, each on lines of its own, from a top; return where they end."""
        free = width or self.rect.width - x
        for text in texts:
            for line in self.canvas.typeface.wrap(text, free, self.size):
                self.write(x, y + self.size, line, colour=colour)
                y += self.size * LEADING
        return y

    def bars(self, boxes: Sequence[tuple[float, float, float, float]], colour: str) -> None:
        """Fill boxes of x, y, width and height."""
        shapes = [
            make_box(self._turn(x, wide), self.rect.y + y, self._turn(x, wide) + wide,
                     self.rect.y + y + high)
            for x, y, wide, high in boxes
        ]  # fmt: skip
        self.canvas.shapes(shapes, fill=colour, layer=4)

    def rule(self, x: float, y: float, width: float, *, colour: str = "panel rule") -> None:
        """Draw a level line."""
        start = self._turn(x, width)
        line = [(start, self.rect.y + y), (start + width, self.rect.y + y)]
        self.canvas.lines([line], colour=colour, width=0.6, layer=5)

    def within(self, x: float, y: float, width: float, height: float) -> Pen:
        """Return a pen for a part of the rectangle."""
        return Pen(self.canvas, Rect(self._turn(x, width), self.rect.y + y, width, height),
                   self.size, self.words)  # fmt: skip

    def shorten(self, text: str, width: float, *, bold: bool = False) -> str:
        """Return a text that a width holds in one line."""
        return self.canvas.typeface.shorten(text, width, self.size, bold=bold)

    def measure(self, text: str, *, bold: bool = False) -> float:
        """Return the width of a text in points."""
        return self.canvas.typeface.width(text, self.size, bold=bold)

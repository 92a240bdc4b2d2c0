"""Label positions: boxes of the map that are taken, and the nearest free one for the next."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.briefing.drawing.frame import Rect

__all__ = ["LabelSpace", "ring_offsets"]

GAP = 1.2  # points kept free between two things on the map
DOT = 1.8  # points: radius of a named place's dot
SAME = 2.0  # points: what lies no farther off a named place is that place
LINE_STEP = 3.0  # points between the boxes that a line takes


class LabelSpace:
    """What is taken within a frame; finds free positions for labels and symbols."""

    def __init__(self, frame: Rect) -> None:
        self.frame = frame
        self._uncrossed: list[shapely.Geometry] = []
        self._places: NDArray[np.float64] = np.empty((0, 2))
        self._boxes: NDArray[np.float64] = np.empty((64, 4))
        self._count = 0

    def take(self, box: Rect) -> None:
        """Keep a box for what is drawn there."""
        if self._count == len(self._boxes):
            self._boxes = np.vstack([self._boxes, np.empty_like(self._boxes)])
        self._boxes[self._count] = (box.x, box.y, box.right, box.bottom)
        self._count += 1

    def take_name(self, box: Rect) -> None:
        """Keep a box for a name, which no line is to cross."""
        self.take(box)
        self._uncrossed.append(shapely.box(box.x, box.y, box.right, box.bottom))

    def take_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Keep the points along a line from what is placed later; no other is to cross it."""
        self._uncrossed.append(shapely.LineString([start, end]))
        steps = max(2, int(math.dist(start, end) / LINE_STEP))
        for x, y in np.linspace(start, end, steps):
            self.take(Rect(float(x) - 0.5, float(y) - 0.5, 1.0, 1.0))

    def crosses(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Return whether a line runs through a name or another line."""
        line = shapely.LineString([start, end])
        return any(line.intersects(other) for other in self._uncrossed)

    def covers(self, start: tuple[float, float], end: tuple[float, float]) -> int:
        """Count the taken boxes that a line runs under, but for those that it ends in."""
        taken = self._boxes[: self._count]
        boxes = shapely.box(*taken.T)
        met = shapely.intersects(boxes, shapely.LineString([start, end]))
        return int((met & ~shapely.intersects_xy(boxes, *end)).sum())

    def clearance(self, x: float, y: float) -> float:
        """Return how far the nearest taken box is from a point; 0 within one."""
        left, top, right, bottom = self._boxes[: self._count].T
        across = np.maximum(np.maximum(left - x, x - right), 0)
        along = np.maximum(np.maximum(top - y, y - bottom), 0)
        return float(np.hypot(across, along).min(initial=math.inf))

    def release(self, count: int) -> None:
        """Give back the boxes that were taken last."""
        self._count -= count

    def keep_places(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Keep named places from symbols, which `symbol` of other methods says; not from names."""
        self._places = np.column_stack([x, y])

    def near_place(self, x: float, y: float, reach: float) -> bool:
        """Return whether a point is no named place itself and has one within reach."""
        away = np.hypot(*(self._places - (x, y)).T)
        return bool(((away > SAME) & (away < reach)).any())

    def is_free(self, box: Rect, *, gap: float = GAP, symbol: bool = False) -> bool:
        """Return whether a box lies in the frame and on nothing."""
        frame = self.frame
        if box.x < frame.x or box.y < frame.y:
            return False
        if box.right > frame.right or box.bottom > frame.bottom:
            return False
        if symbol and self._holds_place(box):
            return False
        taken = self._boxes[: self._count]
        meets = (
            (taken[:, 0] < box.right + gap)
            & (taken[:, 2] > box.x - gap)
            & (taken[:, 1] < box.bottom + gap)
            & (taken[:, 3] > box.y - gap)
        )
        return not meets.any()

    def _holds_place(self, box: Rect) -> bool:
        x, y = self._places.T
        held = (
            (x > box.x - DOT) & (x < box.right + DOT) & (y > box.y - DOT) & (y < box.bottom + DOT)
        )
        return bool(held.any())

    def find(
        self,
        size: tuple[float, float],
        positions: Iterable[tuple[float, float]],
        *,
        symbol: bool = False,
    ) -> Rect | None:
        """Return the first box of a size, centred on one of the positions, that is free."""
        width, height = size
        for x, y in positions:
            box = Rect(x - width / 2, y - height / 2, width, height)
            if self.is_free(box, symbol=symbol):
                return box
        return None


def ring_offsets(step: float, rings: int) -> Iterator[tuple[float, float]]:
    """Yield the middle, then positions around it, ring by ring, `step` points apart."""
    yield 0.0, 0.0
    for ring in range(1, rings + 1):
        count = 8 * ring if ring < 4 else 24
        for turn in range(count):
            angle = 2 * math.pi * turn / count - math.pi / 4
            yield ring * step * math.cos(angle), ring * step * math.sin(angle)

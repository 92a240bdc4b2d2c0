"""The author's notes on a map: where their words stand, and their drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import GEOD, MapFrame, Rect
from geo.briefing.terms.notes import DIRECTIONS, Note

__all__ = ["LaidNote", "draw_note_sample", "draw_notes", "lay_notes"]

WIDEST = 118.0  # points: a longer note is broken
LINE = 1.22  # height of a line by the size of its letters
BASELINE = 0.96  # of the size, from a line's top
APART = 3.0  # points between words and what they are of
BEFORE = 5.0  # points that an arrow ends before its tip: the dot of a town has room there
HEAD = 6.0  # points: the sides of an arrow's head
WIDTH = 1.3
SIDES = 72  # of the polygon that an area is drawn as
_LAYER = 5.2  # under the strikes: a note hides none

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A note on the page: its lines in their box, and its arrow or area. All in points.

    arrow: from the words to the tip. area: middle and radius.
    """

    box: Rect
    lines: tuple[str, ...]
    arrow: tuple[Point, Point] | None = None
    area: tuple[Point, float] | None = None

    def list_lines(self) -> list[tuple[Point, Point]]:
        """Return the lines that the note draws, those of an area as the sides of a polygon."""
        if self.area is None:
            return [self.arrow] if self.arrow else []
        (x, y), radius = self.area
        turns = np.linspace(0, 2 * math.pi, SIDES + 1)
        ring = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
        return list(pairwise(ring))


def lay_notes(
    notes: Sequence[Note], frame: MapFrame, face: Typeface, size: float
) -> tuple[list[LaidNote], int]:
    """Return the notes as they stand, and how many have their point outside the frame.

    size: of the letters, in points. Words are moved so far that the frame holds them, that they
    lie on no others, and that an arrow has room.
    """
    laid: list[LaidNote] = []
    for note in notes:
        point = _place(frame, note.lon, note.lat)
        if bool(frame.shows(*(np.array([side]) for side in point))[0]):
            laid.append(_lay(note, point, frame, face, size, [each.box for each in laid]))
    return laid, len(notes) - len(laid)


def _lay(
    note: Note, point: Point, frame: MapFrame, face: Typeface, size: float, taken: Sequence[Rect]
) -> LaidNote:
    lines = _break(note.text, face, size)
    width = max(face.width(line, size, bold=True) for line in lines)
    high = size * LINE * len(lines)
    radius = note.km * frame.points_per_km
    middle = point
    if note.direction:
        lon, lat, _ = GEOD.fwd(note.lon, note.lat, DIRECTIONS[note.direction], note.km * 1000)
        middle = _step_back(_place(frame, lon, lat), point, width, high)
    elif note.km:
        away = radius + APART + high / 2
        up = point[1] - away - high / 2 >= frame.rect.y
        middle = point[0], point[1] + (-away if up else away)
    box = _find_free(_hold(_around(middle, width, high), frame.rect), frame.rect, taken)
    if note.direction:
        return LaidNote(box, lines, arrow=_point(box, point))
    return LaidNote(box, lines, area=(point, radius) if note.km else None)


def _step_back(middle: Point, tip: Point, width: float, high: float) -> Point:
    """Return where words stand, so far from a tip that an arrow has room between them."""
    across, along = middle[0] - tip[0], middle[1] - tip[1]
    far = math.hypot(across, along) or 1.0
    half = min(
        (width / 2 + APART) / abs(across / far) if across else math.inf,
        (high / 2 + APART) / abs(along / far) if along else math.inf,
    )
    out = max(1.0, (half + BEFORE + 2 * HEAD) / far)
    return tip[0] + across * out, tip[1] + along * out


def _find_free(box: Rect, frame: Rect, taken: Sequence[Rect]) -> Rect:
    """Return a box moved up or down, as little as need be, so that it lies on no other note's."""
    step = box.height / 2
    for number in range(2 * math.ceil(frame.height / step)):
        far = step * ((number + 1) // 2) * (1 if number % 2 else -1)
        moved = _hold(Rect(box.x, box.y + far, box.width, box.height), frame)
        if not any(_overlap(moved, other) for other in taken):
            return moved
    return box


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right + APART
        and other.x < one.right + APART
        and one.y < other.bottom + APART
        and other.y < one.bottom + APART
    )


def _break(text: str, face: Typeface, size: float) -> tuple[str, ...]:
    """Return the lines of a note, as few as they are and then as even as they go."""
    wide, few = WIDEST, face.wrap(text, WIDEST, size, bold=True)
    lines = few
    while wide > size and len(lines) == len(few):
        wide, few = wide - size / 2, lines
        lines = face.wrap(text, wide, size, bold=True)
    return tuple(few)


def _place(frame: MapFrame, lon: float, lat: float) -> Point:
    x, y = frame.to_page([lon], [lat])
    return float(x[0]), float(y[0])


def _around(middle: Point, width: float, high: float) -> Rect:
    return Rect(middle[0] - width / 2, middle[1] - high / 2, width, high)


def _hold(box: Rect, frame: Rect) -> Rect:
    """Return a box moved so far that it lies in a frame."""
    x = min(max(box.x, frame.x + APART), frame.right - APART - box.width)
    y = min(max(box.y, frame.y + APART), frame.bottom - APART - box.height)
    return Rect(x, y, box.width, box.height)


def _point(box: Rect, tip: Point) -> tuple[Point, Point] | None:
    """Return an arrow from a box to just before a tip; None where there is no room for one."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    across, along = tip[0] - x, tip[1] - y
    wide, high = box.width / 2 + APART, box.height / 2 + APART
    out = min(wide / abs(across) if across else math.inf, high / abs(along) if along else math.inf)
    far = math.hypot(across, along)
    if far * (1 - out) < BEFORE + HEAD:
        return None
    end = 1 - BEFORE / far
    return (x + across * out, y + along * out), (x + across * end, y + along * end)


def draw_notes(canvas: Canvas, notes: Sequence[LaidNote], size: float) -> None:
    """Draw notes under the strikes: areas dashed, arrows with a head, words in their colour."""
    for note in notes:
        if note.area is not None:
            lines = note.list_lines()
            canvas.lines(
                [[*(start for start, _ in lines), lines[0][0]]],
                colour="note",
                width=WIDTH,
                layer=_LAYER,
                dashed=True,
            )
        if note.arrow is not None:
            _draw_arrow(canvas, *note.arrow)
        x = note.box.x + note.box.width / 2
        for at, line in enumerate(note.lines):
            canvas.text(
                x, note.box.y + size * (BASELINE + LINE * at), line, size=size, bold=True,
                colour="note", align="center", halo="paper", layer=_LAYER, role="note",
            )  # fmt: skip


def _draw_arrow(canvas: Canvas, start: Point, tip: Point) -> None:
    canvas.lines([[start, tip]], colour="note", width=WIDTH, layer=_LAYER)
    turn = math.atan2(start[1] - tip[1], start[0] - tip[0])
    sides = [(tip[0] + HEAD * math.cos(turn + by), tip[1] + HEAD * math.sin(turn + by))
             for by in (0.4, -0.4)]  # fmt: skip
    canvas.polygon([tip, *sides], fill="note", layer=_LAYER)


def draw_note_sample(canvas: Canvas, box: Rect) -> None:
    """Draw what stands for notes in a legend."""
    middle = box.y + box.height / 2
    _draw_arrow(canvas, (box.x + 1, middle), (box.right - 1, middle))

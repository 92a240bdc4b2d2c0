"""Insets of a map drawn: parts of it enlarged over it, each framed and lettered alike on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import Box
from geo.briefing.map.draw import draw_map
from geo.briefing.map.lay import lay_map
from geo.briefing.map.symbols import MapContent, PlaceCircle, find_places
from geo.briefing.page.furniture import StripStyle, draw_scale_bar
from geo.briefing.page.given import PageContent

__all__ = ["EDGE", "FOOT", "Inset", "draw_insets", "list_covered"]

EDGE = 5.0  # points between an inset and the map's edge, and what is written in its foot
MOST_NAMED = 14  # places
DOT = 1.7  # points: radius of a place's dot in an inset
FOOT = 1.7  # of the size of text: height of what is said under an inset
SCALE = 42.0  # points: the longest scale bar


@dataclass(frozen=True, slots=True)
class Inset:
    """One inset: its letter, its frame on the page, the window of the map that it enlarges."""

    letter: str
    rect: Rect
    ground: Rect  # of it: its map, over a foot
    window: Rect  # what it shows, on the main map
    box: Box  # of degrees that it must show
    name: str = ""  # of the area that was asked for
    margin: float = 0.0  # points between the box and the edges of its map


def list_covered(insets: Sequence[Inset], size: float) -> tuple[Rect, ...]:
    """Return where no name of the map may stand: under insets, on the edges of their windows.

    size: of text in points.
    """
    boxes = []
    for inset in insets:
        w = inset.window
        boxes += [inset.rect, _letter_box(w, size)]
        boxes += [Rect(w.x, y - 0.5, w.width, 1.0) for y in (w.y, w.bottom)]
        boxes += [Rect(x - 0.5, w.y, 1.0, w.height) for x in (w.x, w.right)]
    return tuple(boxes)


def _letter_box(window: Rect, size: float) -> Rect:
    return Rect(window.x - size * 1.1, window.y - size * 0.2, size, size)


def draw_insets(
    page: PageContent, canvas: Canvas, insets: Sequence[Inset], *, single: float = 0.0
) -> None:
    """Draw the insets over the map, each window framed and lettered on it.

    single: points, the radius of the circle of one strike on the map.
    """
    size = page.paper.small
    with canvas.raised("insets"):
        for inset in insets:
            _draw_inset(page, canvas, inset, single)
            canvas.rect(inset.window, edge="ink", line=1.1, layer=0)
            box = _letter_box(inset.window, size)
            canvas.text(
                box.x + box.width / 2, box.y + size * 0.85, inset.letter, size=size, bold=True,
                align="center", halo="paper", layer=0.5, role="inset letter",
            )  # fmt: skip


def _draw_inset(page: PageContent, canvas: Canvas, inset: Inset, single: float) -> None:
    """Draw an inset's map, and under it how many located strikes it shows and its scale."""
    size, words, rect, ground = page.paper.small, page.words, inset.rect, inset.ground
    plan = replace(
        page.plan, box=inset.box, notes=(), covered=(), graticule=False, layers=(),
        margin=inset.margin, single=single,
    )  # fmt: skip
    content = lay_map(canvas, ground, page.points, base_map=page.base_map, plan=plan)
    if plan.symbols == "areas":
        content = _count_places(content, page)
    strikes = int(_see_located(content, page)[0].sum())
    draw_map(canvas, content, page.base_map, plan)
    canvas.rect(Rect(rect.x, ground.bottom, rect.width, rect.bottom - ground.bottom),
                fill="paper", layer=7.5)  # fmt: skip
    canvas.rect(rect, edge="outline", line=1.0, layer=12)
    km, bar = content.frame.scale_bar(SCALE)
    bar += canvas.typeface.width(words.say("km", count=int(km)), size) + 12
    free = rect.width - bar - 2 * EDGE
    text = _word_foot(page, canvas, inset, strikes, free)
    start, end = (rect.right - EDGE, rect.x + bar) if words.rtl else (
        rect.x + EDGE, rect.right - bar
    )  # fmt: skip
    align = "right" if words.rtl else "left"
    canvas.text(start, ground.bottom + size * 1.2, text, size=size, bold=True, align=align,
                role="inset")  # fmt: skip
    style = StripStyle(size, words)
    draw_scale_bar(canvas, end, rect.bottom - size * 0.85, content.frame, style, widest=SCALE)


def _word_foot(page: PageContent, canvas: Canvas, inset: Inset, strikes: int, width: float) -> str:
    """Return the key of an inset, as much as a width in points holds: letter, area and count."""
    words, size = page.words, page.paper.small
    # It shows what lies around an area too, so that its count is not the area's.
    named = words.say("inset around", letter=inset.letter, name=inset.name) if inset.name else (
        inset.letter
    )  # fmt: skip
    ways = [words.say("inset", letter=letter, count=strikes) for letter in (named, inset.letter)]
    ways.insert(1, f"{named}: {words.number(strikes)}")
    ways.append(f"{inset.letter}: {words.number(strikes)}")
    face = canvas.typeface
    return next((way for way in ways if face.width(way, size, bold=True) <= width), ways[-1])


def _see_located(
    content: MapContent, page: PageContent
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return which located strikes a map shows, which rows they are, and all their x and y."""
    on = np.flatnonzero(page.points.located)
    x, y = content.frame.to_page(page.points.lon[on], page.points.lat[on])
    return content.frame.shows(x, y), on, x, y


def _count_places(content: MapContent, page: PageContent) -> MapContent:
    """Return the map of an inset with the places of most strikes, each with how many.

    Its areas are not shaded: the shades count whole areas.
    """
    points, words = page.points, page.words
    seen, on, x, y = _see_located(content, page)
    on, x, y = on[seen], x[seen], y[seen]
    if not len(on):
        return replace(content, counts={}, classes=(), rings=None)
    firsts, place = find_places(points.lon[on], points.lat[on])
    counts = np.bincount(place)
    circles = []
    for first, count in zip(firsts[:MOST_NAMED], counts[:MOST_NAMED], strict=True):
        name = points.places[on[first]]
        said = f"{name}: {words.number(int(count))}" if name else words.number(int(count))
        circle = PlaceCircle(float(x[first]), float(y[first]), DOT, int(count), said)
        content.space.take(Rect(circle.x - DOT, circle.y - DOT, 2 * DOT, 2 * DOT))
        circles.append(circle)
    return replace(content, circles=circles, counts={}, classes=(), rings=None)

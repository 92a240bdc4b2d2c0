"""Insets of a map that counts by area: its densest places, enlarged beside the strikes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.base_map import Box, project
from geo.briefing.map.draw import draw_map
from geo.briefing.map.lay import lay_map
from geo.briefing.map.symbols import MapContent, PlaceCircle, find_places
from geo.briefing.page.furniture import StripStyle, draw_scale_bar
from geo.briefing.page.given import PageContent

__all__ = ["Inset", "choose_insets", "draw_insets", "list_covered"]

MOST_INSETS = 3
LEAST_STRIKES = 30  # in a window; fewer are no crowd
LEAST_PLACES = 4  # in it: fewer are told by the map itself
LEAST_SHARE = 0.08  # of the located strikes
DENSER = 3.0  # than the areas that hold strikes on the average
ZOOM = 4.0
SIZE = 0.27, 0.34  # of the map's width and height
LEAST_SIZE = 150.0, 110.0  # points
EDGE = 5.0  # points between an inset and the map's edge
STEPS = 12  # of the places that are tried along each side
MOST_NAMED = 14  # places
DOT = 1.7  # points: radius of a place's dot in an inset
FOOT = 1.7  # of the size of text: height of what is said under an inset
LETTERS = "ABC"
SCALE = 42.0  # points: the longest scale bar
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Inset:
    """One inset: its letter, its frame on the page, the window of the map that it enlarges."""

    letter: str
    rect: Rect
    ground: Rect  # of it: its map, over a foot
    window: Rect  # what it shows, on the main map
    box: Box  # of degrees that it must show


def choose_insets(page: PageContent, map_rect: Rect) -> list[Inset]:
    """Return the insets of a sheet's map: none where it shows single places, or has no room."""
    plan, points = page.plan, page.points
    if plan.symbols != "areas" or plan.sheets or page.plate is not None:
        return []
    frame = fit_frame(map_rect, plan.box, projection=plan.projection)
    on = points.located
    dots = np.column_stack(frame.to_page(points.lon[on], points.lat[on]))
    dots = dots[frame.shows(*dots.T)]
    wide, high = (max(least, part * side) for least, part, side in zip(
        LEAST_SIZE, SIZE, (map_rect.width, map_rect.height), strict=True))  # fmt: skip
    held = shapely.union_all([project(area.outline, frame) for area in page.base_map.governorates
                              if area.code in set(points.adm1_code)])  # fmt: skip
    seen = make_box(map_rect.x, map_rect.y, map_rect.right, map_rect.bottom).intersection(held)
    taken: list[Rect] = []
    insets: list[Inset] = []
    for window in _find_dense(dots, seen.area, (wide / ZOOM, high / ZOOM)):
        rect = _find_room(map_rect, (wide, high), dots, seen, taken=taken, window=window)
        if rect is None:
            break
        taken.append(rect)
        letter, box = LETTERS[len(insets)], _degrees(frame, window)
        insets.append(_make_inset(letter, rect, box, frame, page))
        if len(insets) == MOST_INSETS:
            break
    return insets


def _find_dense(dots: Floats, land: float, size: tuple[float, float]) -> Iterator[Rect]:
    """Yield the windows of the page that hold most strikes, none on another."""
    wide, high = size
    left, most = dots.copy(), len(dots)
    usual = most / max(land, 1.0) * wide * high
    while len(left) >= LEAST_STRIKES:
        cells = np.floor(left / (wide / 4, high / 4)).astype(np.int64)
        corners, counts = np.unique(cells, axis=0, return_counts=True)
        at = {(int(x), int(y)): int(n) for (x, y), n in zip(corners, counts, strict=True)}
        # A window is four cells wide and high; each that holds a filled one is tried.
        starts = {(x - dx, y - dy) for x, y in at for dx in range(4) for dy in range(4)}

        def count(start: tuple[int, int], at: dict[tuple[int, int], int] = at) -> int:
            x, y = start
            return sum(at.get((x + dx, y + dy), 0) for dx in range(4) for dy in range(4))

        best = max(sorted(starts), key=count)
        window = Rect(best[0] * wide / 4, best[1] * high / 4, wide, high)
        inside = _within(left, window)
        strikes = int(inside.sum())
        places = len(np.unique(np.round(left[inside]), axis=0))
        if strikes < max(LEAST_STRIKES, LEAST_SHARE * most, DENSER * usual):
            return
        if places >= LEAST_PLACES:
            yield window
        around = Rect(window.x - wide, window.y - high, 3 * wide, 3 * high)
        left = left[~_within(left, around)]


def _within(dots: Floats, rect: Rect) -> NDArray[np.bool_]:
    x, y = dots.T
    held: NDArray[np.bool_] = (x >= rect.x) & (x < rect.right) & (y >= rect.y) & (y < rect.bottom)
    return held


def _find_room(
    map_rect: Rect,
    size: tuple[float, float],
    dots: Floats,
    held: shapely.Geometry,
    *,
    taken: Sequence[Rect],
    window: Rect,
) -> Rect | None:
    """Return where an inset lies on no strike, no area that holds one and no other inset."""
    wide, high = size
    xs = np.linspace(map_rect.x + EDGE, map_rect.right - EDGE - wide, STEPS)
    ys = np.linspace(map_rect.y + EDGE, map_rect.bottom - EDGE - high, STEPS)
    shapely.prepare(held)
    free = []
    for x in xs.tolist():
        for y in ys.tolist():
            rect = Rect(x, y, wide, high)
            around = make_box(x - EDGE, y - EDGE, x + wide + EDGE, y + high + EDGE)
            if held.intersects(around) or _within(dots, rect).any():
                continue
            if any(around.intersects(make_box(t.x, t.y, t.right, t.bottom)) for t in taken):
                continue
            away = np.hypot(x + wide / 2 - window.x - window.width / 2,
                            y + high / 2 - window.y - window.height / 2)  # fmt: skip
            edges = min(x - map_rect.x, map_rect.right - x - wide)
            edges += min(y - map_rect.y, map_rect.bottom - y - high)
            free.append((round(edges), round(float(away)), rect))
    return min(free, key=lambda each: each[:2])[2] if free else None


def _degrees(frame: MapFrame, window: Rect) -> Box:
    lons, lats = zip(*(frame.to_degrees(*corner) for corner in _corners(window)), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _corners(rect: Rect) -> list[tuple[float, float]]:
    return [(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]


def _make_inset(letter: str, rect: Rect, box: Box, frame: MapFrame, page: PageContent) -> Inset:
    """Return an inset, and what of the main map it shows. box: that it must show, in degrees."""
    ground = replace(rect, height=rect.height - page.paper.small * FOOT)
    own = fit_frame(ground, box, projection=page.plan.projection, margin=0.0)
    shown = _degrees(own, ground)
    west, south, east, north = shown
    x, y = frame.to_page([west, east, west, east], [south, south, north, north])
    window = Rect(float(x.min()), float(y.min()), float(np.ptp(x)), float(np.ptp(y)))
    return Inset(letter, rect, ground, window, box)


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


def draw_insets(page: PageContent, canvas: Canvas, insets: Sequence[Inset]) -> None:
    """Draw the insets over the map, each window framed and lettered on it."""
    size = page.paper.small
    with canvas.raised("insets"):
        for inset in insets:
            _draw_inset(page, canvas, inset)
            canvas.rect(inset.window, edge="ink", line=1.1, layer=0)
            box = _letter_box(inset.window, size)
            canvas.text(
                box.x + box.width / 2, box.y + size * 0.85, inset.letter, size=size, bold=True,
                align="center", halo="paper", layer=0.5, role="inset letter",
            )  # fmt: skip


def _draw_inset(page: PageContent, canvas: Canvas, inset: Inset) -> None:
    """Draw an inset's map, and under it how many located strikes it shows and its scale."""
    size, words, rect, ground = page.paper.small, page.words, inset.rect, inset.ground
    plan = replace(
        page.plan, box=inset.box, notes=(), covered=(), graticule=False, layers=(), margin=0.0
    )
    content = lay_map(canvas, ground, page.points, base_map=page.base_map, plan=plan)
    content, strikes = _count_places(content, page)
    draw_map(canvas, content, page.base_map, plan)
    canvas.rect(Rect(rect.x, ground.bottom, rect.width, rect.bottom - ground.bottom),
                fill="paper", layer=7.5)  # fmt: skip
    canvas.rect(rect, edge="outline", line=1.0, layer=12)
    km, bar = content.frame.scale_bar(SCALE)
    bar += canvas.typeface.width(words.say("km", count=int(km)), size) + 12
    whole = words.say("inset", letter=inset.letter, count=strikes)
    fits = canvas.typeface.width(whole, size, bold=True) + bar + 2 * EDGE <= rect.width
    text = whole if fits else f"{inset.letter}: {words.number(strikes)}"
    start, end = (rect.right - EDGE, rect.x + bar) if words.rtl else (
        rect.x + EDGE, rect.right - bar
    )  # fmt: skip
    align = "right" if words.rtl else "left"
    canvas.text(start, ground.bottom + size * 1.2, text, size=size, bold=True, align=align,
                role="inset")  # fmt: skip
    style = StripStyle(size, words)
    draw_scale_bar(canvas, end, rect.bottom - size * 0.85, content.frame, style, widest=SCALE)


def _count_places(content: MapContent, page: PageContent) -> tuple[MapContent, int]:
    """Return the map of an inset with the places of most strikes and how many, and all of them.

    Its areas are not shaded: the shades count whole areas.
    """
    points, words = page.points, page.words
    on = np.flatnonzero(points.located)
    x, y = content.frame.to_page(points.lon[on], points.lat[on])
    seen = content.frame.shows(x, y)
    on, x, y = on[seen], x[seen], y[seen]
    firsts, place = find_places(points.lon[on], points.lat[on])
    counts = np.bincount(place)
    circles = []
    for first, count in zip(firsts[:MOST_NAMED], counts[:MOST_NAMED], strict=True):
        name = points.places[on[first]]
        said = f"{name}: {words.number(int(count))}" if name else words.number(int(count))
        circle = PlaceCircle(float(x[first]), float(y[first]), DOT, int(count), said)
        content.space.take(Rect(circle.x - DOT, circle.y - DOT, 2 * DOT, 2 * DOT))
        circles.append(circle)
    return replace(content, circles=circles, counts={}, classes=(), rings=None), len(on)

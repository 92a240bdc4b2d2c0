"""Insets of a map chosen: the densest places of one that counts by area, or parts by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box

from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.base_map import Box, project
from geo.briefing.map.symbols import GivenInset, find_places, scale_circles
from geo.briefing.page.given import PageContent
from geo.briefing.page.inset_drawing import EDGE, FOOT, Inset
from geo.briefing.terms.insets import MOST_INSETS

__all__ = ["LEFT", "Insets", "choose_insets"]

LEAST_STRIKES = 30  # in a window; fewer are no crowd
LEAST_PLACES = 4  # in it: fewer are told by the map itself
LEAST_SHARE = 0.08  # of the located strikes
DENSER = 3.0  # than the areas that hold strikes on the average
ZOOM = 4.0
SIZE = 0.27, 0.34  # of the map's width and height
LEAST_SIZE = 150.0, 110.0  # points
STEPS = 12  # of the places that are tried along each side
LETTERS = "ABC"
SCALES = (1.0, 1.35, 0.75)  # of the usual size, by hand: the first that has room
LEAST_ZOOM = 1.25  # by hand: an inset that enlarges less says nothing
MARGIN = 4.0  # points around what is asked for
NUMBER = 1.7  # of the size of text: how far a number may stand from its strike
NO_ROOM, SMALLER, OFF, NO_MAP = LEFT = "room", "larger", "off", "charts"
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Insets:
    """The insets of a map, and those by hand that it has not: the reason and the name of each."""

    laid: tuple[Inset, ...] = ()
    left: tuple[tuple[str, str], ...] = ()  # reason: of LEFT


def choose_insets(page: PageContent, map_rect: Rect) -> Insets:
    """Return the insets of a sheet's map, by hand or else its densest places.

    The data choose none where it shows single places, or has no room.
    """
    plan = page.plan
    if plan.sheets or page.plate is not None:
        return Insets(left=tuple((NO_MAP, each.name) for each in plan.insets or ()))
    frame = fit_frame(map_rect, plan.box, projection=plan.projection)
    if plan.insets is not None:
        return _place_given(page, plan.insets, frame)
    return Insets(tuple(_choose_dense(page, frame))) if plan.symbols == "areas" else Insets()


def _choose_dense(page: PageContent, frame: MapFrame) -> list[Inset]:
    map_rect, (dots, _) = frame.rect, _list_symbols(page, frame)
    wide, high = _size(map_rect, 1.0)
    seen = _find_held(page, frame)
    room = _Room(map_rect, *_hold_once(dots, np.zeros(len(dots))), seen)
    insets: list[Inset] = []
    for window in _find_dense(dots, seen.area, (wide / ZOOM, high / ZOOM)):
        rect = room.find((wide, high), near=window)
        if rect is None:
            break
        room.taken.append(rect)
        letter, box = LETTERS[len(insets)], _degrees(frame, window)
        insets.append(_make_inset(letter, rect, box, frame, page))
        if len(insets) == MOST_INSETS:
            break
    return insets


def _place_given(page: PageContent, given: Sequence[GivenInset], frame: MapFrame) -> Insets:
    """Return the insets by hand, each as large as leaves every strike and every window free."""
    dots, radii = _list_symbols(page, frame)
    parts = [_to_page(frame, each.box) for each in given]
    room = _Room(frame.rect, *_hold_once(dots, radii), _find_held(page, frame), parts)
    laid: list[Inset] = []
    left: list[tuple[str, str]] = []
    for each, part in zip(given, parts, strict=True):
        made = _try_sizes(page, each, part, frame=frame, room=room)
        if isinstance(made, str):
            left.append((made, each.name))
            continue
        room.taken += [made.rect, made.window]
        laid.append(replace(made, letter=LETTERS[len(laid)]))
    return Insets(tuple(laid), tuple(left))


def _try_sizes(
    page: PageContent, given: GivenInset, part: Rect, *, frame: MapFrame, room: _Room
) -> Inset | str:
    """Return an inset by hand of the first size that has room, else why there is none.

    part: what it is of, on the main map.
    """
    if not _meet(part, frame.rect):
        return OFF
    why = SMALLER
    for areas_too in (False, True):  # over areas that hold strikes only where nothing else is
        for scale in SCALES:
            size = _size(frame.rect, scale)
            at = Rect(frame.rect.x, frame.rect.y, *size)
            made = _make_inset("", at, given.box, frame, page, margin=MARGIN)
            if made.window.width * LEAST_ZOOM > made.rect.width:
                continue
            why = NO_ROOM
            rect = room.find(size, near=made.window, on_areas=areas_too)
            if rect is not None:
                made = _make_inset("", rect, given.box, frame, page, margin=MARGIN)
                return replace(made, name=given.label)
    return why


def _size(map_rect: Rect, scale: float) -> tuple[float, float]:
    """Return width and height of an inset in points. scale: of the usual size."""
    wide, high = (max(least, part * side) * scale for least, part, side in zip(
        LEAST_SIZE, SIZE, (map_rect.width, map_rect.height), strict=True))  # fmt: skip
    return wide, high


def _list_symbols(page: PageContent, frame: MapFrame) -> tuple[Floats, Floats]:
    """Return where strikes stand on the page, (n, 2), and the radius of what stands there."""
    plan, points = page.plan, page.points
    on = points.located
    lon, lat = points.lon[on], points.lat[on]
    radii = np.full(len(lon), NUMBER * page.paper.small if plan.symbols == "numbered" else 0.0)
    if plan.symbols == "places" and len(lon):
        firsts, place = find_places(lon, lat)
        counts = np.bincount(place)
        lon, lat, radii = lon[firsts], lat[firsts], scale_circles(counts) * np.sqrt(counts)
    dots = np.column_stack(frame.to_page(lon, lat))
    seen = frame.shows(*dots.T)
    return dots[seen], radii[seen]


def _find_held(page: PageContent, frame: MapFrame) -> shapely.Geometry:
    """Return the areas that hold strikes, cut to the map, in points."""
    codes = set(page.points.adm1_code)
    held = shapely.union_all([project(area.outline, frame) for area in page.base_map.governorates
                              if area.code in codes])  # fmt: skip
    rect = frame.rect
    return make_box(rect.x, rect.y, rect.right, rect.bottom).intersection(held)


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


def _hold_once(dots: Floats, radii: Floats) -> tuple[Floats, Floats]:
    """Return symbols, each once: many strikes lie at one place."""
    once = np.unique(np.column_stack((dots, radii)), axis=0)
    return once[:, :2], once[:, 2]


@dataclass(slots=True)
class _Room:
    """Where on a map insets may lie. held: areas that hold strikes; parts: what is enlarged."""

    rect: Rect
    dots: Floats
    radii: Floats
    held: shapely.Geometry
    parts: Sequence[Rect] = ()
    taken: list[Rect] = field(default_factory=list)

    def find(self, size: tuple[float, float], *, near: Rect, on_areas: bool = False) -> Rect | None:
        """Return where an inset lies on no strike, no area that holds one and no other inset.

        near: what it enlarges. on_areas: it may lie on areas that hold strikes.
        """
        (wide, high), whole = size, self.rect
        shapely.prepare(self.held)
        blocked = [*self.taken, *self.parts, *([near] if self.parts else [])]
        free = []
        for x in np.linspace(whole.x + EDGE, whole.right - EDGE - wide, STEPS).tolist():
            for y in np.linspace(whole.y + EDGE, whole.bottom - EDGE - high, STEPS).tolist():
                rect = Rect(x, y, wide, high)
                around = Rect(x - EDGE, y - EDGE, wide + 2 * EDGE, high + 2 * EDGE)
                if any(_meet(around, each) for each in blocked) or self._covers_strikes(rect):
                    continue
                box = make_box(around.x, around.y, around.right, around.bottom)
                if not on_areas and self.held.intersects(box):
                    continue
                away = np.hypot(x + wide / 2 - near.x - near.width / 2,
                                y + high / 2 - near.y - near.height / 2)  # fmt: skip
                edges = min(x - whole.x, whole.right - x - wide)
                edges += min(y - whole.y, whole.bottom - y - high)
                free.append((round(edges), round(float(away)), rect))
        return min(free, key=lambda each: each[:2])[2] if free else None

    def _covers_strikes(self, rect: Rect) -> bool:
        x, y = self.dots.T
        across = np.maximum(np.maximum(rect.x - x, x - rect.right), 0)
        down = np.maximum(np.maximum(rect.y - y, y - rect.bottom), 0)
        return bool((np.hypot(across, down) <= self.radii).any())


def _meet(one: Rect, other: Rect) -> bool:
    return (one.x <= other.right and other.x <= one.right
            and one.y <= other.bottom and other.y <= one.bottom)  # fmt: skip


def _degrees(frame: MapFrame, window: Rect) -> Box:
    lons, lats = zip(*(frame.to_degrees(*corner) for corner in _corners(window)), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _corners(rect: Rect) -> list[tuple[float, float]]:
    return [(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]


def _to_page(frame: MapFrame, box: Box) -> Rect:
    """Return the rectangle of the page that holds the corners of a box of degrees."""
    west, south, east, north = box
    x, y = frame.to_page([west, east, west, east], [south, south, north, north])
    return Rect(float(x.min()), float(y.min()), float(np.ptp(x)), float(np.ptp(y)))


def _make_inset(
    letter: str, rect: Rect, box: Box, frame: MapFrame, page: PageContent, *, margin: float = 0.0
) -> Inset:
    """Return an inset, and what of the main map it shows. box: that it must show, in degrees."""
    ground = replace(rect, height=rect.height - page.paper.small * FOOT)
    own = fit_frame(ground, box, projection=page.plan.projection, margin=margin)
    window = _to_page(frame, _degrees(own, ground))
    return Inset(letter, rect, ground, window, box, margin=margin)

"""The map laid out: a position on the page for every symbol."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.drawing.notes import lay_notes
from geo.briefing.map.badges import BadgeMaker, BadgeStyle
from geo.briefing.map.base_map import DENSE_DEGREES, BaseMap, Box, project
from geo.briefing.map.label_positions import LabelSpace
from geo.briefing.map.names import most_rank
from geo.briefing.map.numbers import NumberedPoint, number_strikes
from geo.briefing.map.own_layers import lay_layers
from geo.briefing.map.points import StrikePoints
from geo.briefing.map.symbols import (
    PLAIN_DOT,
    SINGLE,
    MapContent,
    MapPlan,
    PlaceCircle,
    class_areas,
    find_places,
    scale_circles,
    uncertainty_rings,
)

__all__ = ["count_beyond", "lay_map"]

LEAST_SET_BACK = 4.0  # square points
MAIN_TOWNS = 2  # rank: smaller ones would leave symbols no room
Floats = NDArray[np.float64]


def count_beyond(points: StrikePoints, box: Box) -> int:
    """Count the located strikes outside a box of degrees, more than lie outside its map."""
    west, south, east, north = box
    on = points.located
    lon, lat = points.lon[on], points.lat[on]
    return int((~((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))).sum())


def lay_map(
    canvas: Canvas,
    rect: Rect,
    points: StrikePoints,
    *,
    base_map: BaseMap,
    plan: MapPlan,
) -> MapContent:
    """Fit the map into a rectangle and find a position for every symbol."""
    frame = fit_frame(rect, plan.box, projection=plan.projection, margin=plan.margin)
    on = points.located
    x, y = frame.to_page(points.lon[on], points.lat[on])
    seen = frame.shows(x, y)
    numbers = points.numbers[on]
    space, face = LabelSpace(rect.inset(2)), canvas.typeface
    areas = {area.code: project(area.outline, frame) for area in base_map.governorates}
    texts = {} if plan.symbols == "areas" else _badge_texts(points, plan, base_map)
    districts = {area.code: project(area.outline, frame)
                 for area in base_map.districts if area.code in texts}  # fmt: skip
    notes, notes_outside = lay_notes(plan.notes, frame, face, plan.size)
    for note in notes:
        space.take_name(note.box)
        for line in note.list_lines():
            space.take_line(*line)
    for box in plan.covered:
        space.take_name(box)
    space.keep_places(*frame.to_page(*_named_places(base_map, frame)))
    badges = BadgeMaker(
        texts, {**areas, **districts}, BadgeStyle(plan.size, face, plan.words.say("comma")), space
    )
    badges.keep_ends(x[seen], y[seen])
    numbered: list[NumberedPoint] = []
    circles: list[PlaceCircle] = []
    if plan.symbols == "numbered":
        shown = [int(n) for n in numbers[seen]]
        numbered = number_strikes(shown, x[seen], y[seen], radius=_radius(plan), space=space)
        numbered = [
            replace(point, disputed=bool(points.disputed[point.number - 1]),
                    group=int(points.groups[point.number - 1]),
                    name=str(points.places[point.number - 1]))
            for point in numbered
        ]  # fmt: skip
    elif plan.symbols == "places":
        circles = _place_circles(points, np.flatnonzero(on)[seen], x[seen], y[seen], plan)
        for c in circles:
            space.take(Rect(c.x - c.radius, c.y - c.radius, 2 * c.radius, 2 * c.radius))
    by_area = plan.symbols == "areas"
    counts = _count_areas(points) if by_area else {}
    return MapContent(
        frame=frame,
        space=space,
        areas=areas,
        districts=districts,
        circles=circles,
        numbered=numbered,
        badges=badges.place(),
        rings=_rings(frame, x[seen], y[seen], points.uncertainty_km[on][seen], plan),
        dots=_thin(x[seen], y[seen]) if by_area else np.empty((0, 2)),
        counts=counts,
        classes=class_areas(counts),
        outside=int((~seen).sum()),
        outside_numbers=frozenset(int(n) for n in numbers[~seen]),
        wider=int(_holds_map(frame, x[seen], y[seen], points.uncertainty_km[on][seen]).sum()),
        shows_contested=_shows_contested(frame, plan),
        shows_beyond=_shows_beyond(frame, base_map),
        set_back=_set_back(frame, plan),
        layers=lay_layers(plan.layers, frame),
        notes=notes,
        notes_outside=notes_outside,
        sheets=plan.sheets,
        groups=plan.colouring.groups if plan.colouring else (),
        rows=len(points.numbers),
        disputed=int(points.disputed.sum()),
        number_radius=_radius(plan),
    )


def _place_circles(
    points: StrikePoints, seen: NDArray[np.int64], x: Floats, y: Floats, plan: MapPlan
) -> list[PlaceCircle]:
    """Return a circle for each place, the largest first. seen: which strikes x and y are of."""
    if not len(x):
        return []
    firsts, place = find_places(points.lon[seen], points.lat[seen])
    counts = np.bincount(place)
    disputed = np.bincount(place[points.disputed[seen]], minlength=len(counts))
    single = plan.single or scale_circles(counts)
    radii = single * np.sqrt(counts)
    return [
        PlaceCircle(
            float(x[at]), float(y[at]), float(radius), int(count), name, int(contested), groups
        )
        for at, radius, count, name, contested, groups in zip(
            firsts,
            radii,
            counts,
            points.places[seen][firsts],
            disputed,
            _count_groups(place, points.groups[seen], len(counts)),
            strict=True,
        )
    ]


def _count_groups(
    place: NDArray[np.int64], groups: NDArray[np.int64], places: int
) -> list[tuple[tuple[int, int], ...]]:
    """Return how many strikes of each group a place has, by place."""
    most = int(groups.max(initial=0)) + 1
    counts = np.bincount(place * most + groups, minlength=places * most).reshape(places, most)
    return [tuple((at, n) for at, n in enumerate(row) if n) for row in counts.tolist()]


def _count_areas(points: StrikePoints) -> dict[str, int]:
    """Return how many strikes each first-level area holds, those known by area only too."""
    return dict(Counter(code for code in points.adm1_code if code is not None))


def _thin(x: Floats, y: Floats) -> Floats:
    """Return the points of the page, one of those whose dots would lie on one another."""
    cell = 2 * PLAIN_DOT
    return np.unique(np.round(np.column_stack([x, y]) / cell) * cell, axis=0)


def _rings(
    frame: MapFrame, x: Floats, y: Floats, km: Floats, plan: MapPlan
) -> tuple[Floats, Floats, Floats] | None:
    """Return the circles of uncertainty, None where they are left out."""
    if plan.symbols == "areas" and (km > 0).any():
        return None
    under = _radius(plan) if plan.symbols == "numbered" else SINGLE
    drawn = ~_holds_map(frame, x, y, km)
    x, y, km = x[drawn], y[drawn], km[drawn]
    return uncertainty_rings(frame, x, y, km, under=under)


def _holds_map(frame: MapFrame, x: Floats, y: Floats, km: Floats) -> NDArray[np.bool_]:
    """Return whose circle holds the whole map: it would be no line on it, but a tint."""
    rect = frame.rect
    wide = np.maximum(x - rect.x, rect.right - x)
    high = np.maximum(y - rect.y, rect.bottom - y)
    holds: NDArray[np.bool_] = km * frame.points_per_km >= np.hypot(wide, high)
    return holds


def _named_places(base_map: BaseMap, frame: MapFrame) -> tuple[list[float], list[float]]:
    """Return longitudes and latitudes of the country's towns that the map may name."""
    rank = min(most_rank(frame), MAIN_TOWNS)
    towns = [town for town in base_map.towns if town.home and town.rank <= rank]
    return [town.lon for town in towns], [town.lat for town in towns]


def _radius(plan: MapPlan) -> float:
    """Return the radius in points of the circle around a number."""
    return plan.size * 0.86


def _shows_contested(frame: MapFrame, plan: MapPlan) -> bool:
    rect = frame.rect
    box = make_box(rect.x, rect.y, rect.right, rect.bottom)
    return any(project(area.outline, frame).intersects(box) for area in plan.contested)


def _set_back(frame: MapFrame, plan: MapPlan) -> BaseGeometry | None:
    """Return what of the map lies outside the extent, None where nothing does."""
    if plan.within is None:
        return None
    rect = frame.rect
    whole = make_box(rect.x, rect.y, rect.right, rect.bottom)
    inside = project(shapely.segmentize(plan.within, DENSE_DEGREES), frame)
    outside = whole.difference(inside)
    return outside if outside.area >= LEAST_SET_BACK else None


def _shows_beyond(frame: MapFrame, base_map: BaseMap) -> bool:
    rect = frame.rect
    box = make_box(rect.x, rect.y, rect.right, rect.bottom)
    return not project(base_map.reach, frame).buffer(1.0).contains(box)


def _badge_texts(points: StrikePoints, plan: MapPlan, base_map: BaseMap) -> dict[str, list[str]]:
    """Return the texts of each area's badges: numbers where strikes are numbered, else a count.

    A strike known to a district that the base map has is badged on it.
    """
    districts = {area.code for area in base_map.districts}
    texts: dict[str, list[str]] = {}
    area_only = points.status == "area_only"
    firsts, seconds = points.adm1_code[area_only], points.adm2_code[area_only]
    for number, first, second in zip(points.numbers[area_only], firsts, seconds, strict=True):
        code = second if second in districts else first
        texts.setdefault(code, []).append(plan.words.number(int(number)))
    if plan.symbols == "numbered":
        return texts
    return {code: [plan.words.number(len(each))] for code, each in texts.items()}

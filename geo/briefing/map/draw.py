"""The map of a sheet: ground, symbols and names, each where nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import GEOD, Rect, fit_frame
from geo.briefing.map.base_map import Box, Ground, project
from geo.briefing.map.names import name_all
from geo.briefing.map.numbers import DOT, NumberedPoint, number_strikes
from geo.briefing.map.room import Room
from geo.briefing.map.symbols import (
    SINGLE,
    Cluster,
    MapContent,
    MapPlan,
    group_strikes,
    place_badges,
    uncertainty_rings,
)
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words

__all__ = ["MapContent", "StrikePoints", "choose_box", "draw_map", "lay_map", "pick_points"]

CROWDED = 0.6  # of the map: when circles cover more, they are outlines only
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class StrikePoints:
    """The strikes as the map needs them, in the order of the sheet."""

    numbers: NDArray[np.int64]  # from 1
    lon: Floats  # null where not located
    lat: Floats
    uncertainty_km: Floats
    status: NDArray[np.object_]
    adm1_code: NDArray[np.object_]

    @property
    def located(self) -> NDArray[np.bool_]:
        """Which strikes have a point."""
        return np.isfinite(self.lon)


def pick_points(strikes: gpd.GeoDataFrame) -> StrikePoints:
    """Take from a strikes table what its map needs."""
    return StrikePoints(
        numbers=np.arange(1, len(strikes) + 1),
        lon=strikes.geometry.x.to_numpy(dtype=float),
        lat=strikes.geometry.y.to_numpy(dtype=float),
        uncertainty_km=strikes["uncertainty_km"].to_numpy(dtype=float),
        status=strikes["location_status"].to_numpy(dtype=object),
        adm1_code=strikes["adm1_code"].to_numpy(dtype=object, na_value=None),
    )


def choose_box(points: StrikePoints, ground: Ground, options: SheetOptions) -> Box:
    """Return the box of degrees that the map must show."""
    given = options.view_box()
    if given is not None:
        return given
    if options.extent == "country":
        return ground.bounds
    if options.extent != "strikes":
        return tuple(ground.find_governorate(options.extent).outline.bounds)
    boxes = [_reach(points)] if points.located.any() else []
    codes = set(points.adm1_code[points.status == "area_only"])
    boxes += [area.outline.bounds for area in ground.governorates if area.code in codes]
    if not boxes:
        return ground.bounds
    sides = np.array(boxes)
    west, south = (float(side) for side in sides[:, :2].min(axis=0))
    east, north = (float(side) for side in sides[:, 2:].max(axis=0))
    return west, south, east, north


def _reach(points: StrikePoints) -> Box:
    """Return the box that holds every point with its circle of uncertainty."""
    on = points.located
    lon, lat, metres = points.lon[on], points.lat[on], points.uncertainty_km[on] * 1000
    ends = [
        GEOD.fwd(lon, lat, np.full_like(lon, azimuth), metres)[:2] for azimuth in (0, 90, 180, 270)
    ]
    lons, lats = (np.concatenate([end[axis] for end in ends]) for axis in (0, 1))
    return float(lons.min()), float(lats.min()), float(lons.max()), float(lats.max())


def lay_map(
    canvas: Canvas,
    rect: Rect,
    points: StrikePoints,
    *,
    ground: Ground,
    plan: MapPlan,
) -> MapContent:
    """Fit the map into a rectangle and find a place for every symbol."""
    frame = fit_frame(rect, plan.box, projection=plan.projection)
    on = points.located
    x, y = frame.to_page(points.lon[on], points.lat[on])
    seen = frame.shows(x, y)
    room = Room(rect.inset(2))
    face = canvas.typeface
    numbered: list[NumberedPoint] = []
    clusters: list[Cluster] = []
    numbers = points.numbers[on]
    if plan.numbered:
        radius = plan.size * 0.86
        shown = [int(n) for n in numbers[seen]]
        numbered = number_strikes(shown, x[seen], y[seen], radius=radius, room=room)
    else:
        clusters = group_strikes(x[seen], y[seen], size=plan.size, face=face, words=plan.words)
        for c in clusters:
            room.take(Rect(c.x - c.radius, c.y - c.radius, 2 * c.radius, 2 * c.radius))
    areas = {area.code: project(area.outline, frame) for area in ground.governorates}
    texts = _badge_texts(points, plan)
    badges = place_badges(texts, areas, size=plan.size, face=face, room=room)
    frame_box = make_box(rect.x, rect.y, rect.right, rect.bottom)
    return MapContent(
        frame=frame,
        room=room,
        areas=areas,
        clusters=clusters,
        numbered=numbered,
        badges=badges,
        rings=uncertainty_rings(
            frame,
            x[seen],
            y[seen],
            points.uncertainty_km[on][seen],
            under=plan.size * 0.86 if plan.numbered else SINGLE,
        ),
        outside=int((~seen).sum()),
        outside_numbers=frozenset(int(n) for n in numbers[~seen]),
        shows_contested=any(
            project(area.outline, frame).intersects(frame_box) for area in ground.contested
        ),
    )


def _badge_texts(points: StrikePoints, plan: MapPlan) -> dict[str, list[str]]:
    """Return the texts of each area's badges: numbers where strikes are numbered, else a count."""
    texts: dict[str, list[str]] = {}
    area_only = points.status == "area_only"
    for number, code in zip(points.numbers[area_only], points.adm1_code[area_only], strict=True):
        texts.setdefault(code, []).append(plan.words.number(int(number)))
    if plan.numbered:
        return texts
    return {code: [plan.words.number(len(each))] for code, each in texts.items()}


def draw_map(canvas: Canvas, content: MapContent, ground: Ground, plan: MapPlan) -> None:
    """Draw the ground, the names that find room, and the symbols."""
    draw_under(canvas, content, ground, plan)
    canvas.clip = content.frame.rect
    draw_symbols(canvas, content, plan)
    canvas.clip = None


def draw_under(canvas: Canvas, content: MapContent, ground: Ground, plan: MapPlan) -> None:
    """Draw what lies under the symbols: the ground, and the names that find room."""
    canvas.clip = content.frame.rect
    _draw_ground(canvas, content, ground)
    name_all(canvas, content, ground, plan)
    canvas.clip = None
    canvas.rect(content.frame.rect, edge="outline", line=0.8, layer=12)


def _draw_ground(canvas: Canvas, content: MapContent, ground: Ground) -> None:
    frame = content.frame
    canvas.rect(frame.rect, fill="abroad", layer=0.1)
    west, south, east, north = ground.box
    sea = shapely.segmentize(make_box(west, south, east, north), 0.5)
    canvas.shapes([project(sea, frame)], fill="sea", layer=0.2)
    abroad = [project(area.outline, frame) for area in ground.neighbours]
    canvas.shapes(abroad, fill="abroad", edge="border", line=0.5, layer=0.4)
    areas = list(content.areas.values())
    canvas.shapes(areas, fill="land", edge="border", line=0.6, layer=0.6)
    canvas.shapes([shapely.union_all(areas)], edge="outline", line=1.2, layer=0.8)
    contested = [project(area.outline, frame) for area in ground.contested]
    canvas.shapes(contested, fill="land", layer=0.9)
    canvas.shapes(contested, edge="outline", line=0.9, layer=1.0, hatch="////", dashed=True)


def draw_symbols(canvas: Canvas, content: MapContent, plan: MapPlan) -> None:
    """Draw rings, circles, numbers and badges."""
    size = plan.size
    if content.rings is not None and len(content.rings[0]):
        x, y, radii = content.rings
        middles = np.column_stack([x, y])
        frame = content.frame.rect
        crowded = np.pi * (radii**2).sum() > CROWDED * frame.width * frame.height
        if not crowded:
            canvas.circles(middles, radii, fill="strike", alpha=0.07, layer=2)
        canvas.circles(middles, radii, edge="strike", line=0.35 if crowded else 0.6, layer=2.1)
    if content.clusters:
        middles = np.array([(c.x, c.y) for c in content.clusters])
        radii = np.array([c.radius for c in content.clusters])
        canvas.circles(middles, radii, fill="strike", edge="paper", line=0.9, layer=6)
        draw_counts(canvas, content.clusters, size, plan.words)
    draw_numbers(canvas, content.numbered, size, plan.words)
    for badge in content.badges:
        if badge.anchor is not None:
            canvas.lines([[badge.middle, badge.anchor]], colour="strike", width=0.8, layer=3)
        draw_badge(canvas, badge.box, badge.text, size)


def draw_counts(canvas: Canvas, clusters: Iterable[Cluster], size: float, words: Words) -> None:
    """Write the counts into circles of two strikes and more."""
    for c in clusters:
        if c.count > 1:
            canvas.text(
                c.x, c.y + size * 0.35, words.number(c.count), size=size, bold=True,
                colour="on strike", align="center", layer=7, role="count",
            )  # fmt: skip


def draw_numbers(
    canvas: Canvas, points: Sequence[NumberedPoint], size: float, words: Words
) -> None:
    """Draw numbered points: a dot where the strike is, its number upon or beside it."""
    if not points:
        return
    dots = np.array([(p.x, p.y) for p in points])
    labels = np.array([(p.label_x, p.label_y) for p in points])
    leaders = [[(p.x, p.y), (p.label_x, p.label_y)] for p in points]
    canvas.lines(leaders, colour="strike", width=0.8, layer=5)
    canvas.circles(dots, np.full(len(dots), DOT), fill="strike", edge="paper", line=0.5, layer=5.5)
    radius = np.full(len(labels), size * 0.86)
    canvas.circles(labels, radius, fill="strike", edge="paper", line=0.9, layer=6)
    for p in points:
        canvas.text(
            p.label_x, p.label_y + size * 0.35, words.number(p.number), size=size, bold=True,
            colour="on strike", align="center", layer=7, role="number",
        )  # fmt: skip


def draw_badge(canvas: Canvas, box: Rect, text: str, size: float) -> None:
    """Draw the square of strikes known by area only."""
    canvas.rect(box, fill="paper", edge="strike", line=1.3, layer=6)
    canvas.text(
        box.x + box.width / 2, box.y + box.height / 2 + size * 0.35, text, size=size, bold=True,
        colour="strike", align="center", layer=7, role="badge",
    )  # fmt: skip

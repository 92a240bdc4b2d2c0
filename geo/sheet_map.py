"""The map of a sheet: ground, symbols and names, each where nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box
from shapely.geometry.base import BaseGeometry

from geo.sheet_canvas import Canvas
from geo.sheet_frame import GEOD, MapFrame, Rect, fit_frame
from geo.sheet_ground import Box, Ground, Town, project
from geo.sheet_options import SheetOptions
from geo.sheet_places import Room, ring_offsets
from geo.sheet_symbols import (
    Badge,
    Cluster,
    NumberedPoint,
    group_strikes,
    inner_spots,
    number_strikes,
    place_badges,
    uncertainty_rings,
)
from geo.sheet_words import Words

__all__ = ["MapContent", "StrikePoints", "choose_box", "draw_map", "lay_map", "pick_points"]

RANK_2_SCALE = 0.45  # points per km from which towns of rank 2 are named, and so on
RANK_3_SCALE = 1.6
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


@dataclass(frozen=True, slots=True, eq=False)
class MapContent:
    """What the map shows, placed on the page."""

    frame: MapFrame
    room: Room
    areas: Mapping[str, BaseGeometry]
    clusters: Sequence[Cluster]
    numbered: Sequence[NumberedPoint]
    badges: Sequence[Badge]
    rings: tuple[Floats, Floats, Floats] | None
    outside: int  # located strikes that lie outside the frame
    outside_numbers: frozenset[int]
    shows_contested: bool


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
        rings=uncertainty_rings(frame, x[seen], y[seen], points.uncertainty_km[on][seen]),
        outside=int((~seen).sum()),
        outside_numbers=frozenset(int(n) for n in numbers[~seen]),
        shows_contested=any(
            project(area.outline, frame).intersects(frame_box) for area in ground.contested
        ),
    )


@dataclass(frozen=True, slots=True)
class MapPlan:
    """How a map is drawn: its box in degrees, projection, size of its text in points."""

    box: Box
    projection: str
    size: float
    numbered: bool
    words: Words


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
    """Draw the ground, the symbols and then the names that find room."""
    canvas.clip = content.frame.rect
    _draw_ground(canvas, content, ground)
    _draw_symbols(canvas, content, plan)
    for town in ground.towns:
        if town.home and town.rank == 1:
            _name_town(canvas, content, town, plan)
    _name_governorates(canvas, content, ground, plan)
    _name_neighbours_and_towns(canvas, content, ground, plan)
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


def _draw_symbols(canvas: Canvas, content: MapContent, plan: MapPlan) -> None:
    size = plan.size
    if content.rings is not None and len(content.rings[0]):
        x, y, radii = content.rings
        canvas.circles(np.column_stack([x, y]), radii, fill="strike", alpha=0.07, layer=2)
        canvas.circles(np.column_stack([x, y]), radii, edge="strike", line=0.6, layer=2.1)
    if content.clusters:
        middles = np.array([(c.x, c.y) for c in content.clusters])
        radii = np.array([c.radius for c in content.clusters])
        canvas.circles(middles, radii, fill="strike", edge="paper", line=0.9, layer=6)
        draw_counts(canvas, content.clusters, size, plan.words)
    draw_numbers(canvas, content.numbered, size, plan.words)
    for badge in content.badges:
        if badge.anchor is not None:
            middle = (badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2)
            canvas.lines([[middle, badge.anchor]], colour="strike", width=0.8, layer=3)
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
    canvas.circles(dots, np.full(len(dots), 2.0), fill="strike", edge="paper", line=0.5, layer=5.5)
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


def _name_governorates(canvas: Canvas, content: MapContent, ground: Ground, plan: MapPlan) -> None:
    """Name the areas within them; where symbols fill one, beside the country with a line."""
    size = plan.size * 1.04
    home = shapely.union_all(list(content.areas.values()))
    shapely.prepare(home)
    for area in ground.governorates:
        outline, name = content.areas[area.code], area.named(plan.words)
        extent = (canvas.typeface.width(name, size, bold=True), size * 1.24)
        spots = inner_spots(outline, content.frame.rect)
        box = _find_inside(content, outline, spots, extent)
        if box is None and spots and _holds_symbols(content, outline):
            box = _find_abroad(content, home, spots[0], extent)
            if box is not None:
                x = min(max(spots[0][0], box.x), box.right)
                y = box.bottom if box.bottom < spots[0][1] else box.y
                line = [(x, y), spots[0]]
                canvas.lines([line], colour="governorate", width=0.6, layer=1.5)
        if box is not None:
            content.room.take(box)
            canvas.text(
                box.x + extent[0] / 2, box.y + size * 0.97, name, size=size, bold=True,
                colour="governorate", align="center", halo="land", layer=4, role="governorate",
            )  # fmt: skip


def _find_inside(
    content: MapContent,
    outline: BaseGeometry,
    spots: Sequence[tuple[float, float]],
    extent: tuple[float, float],
) -> Rect | None:
    """Return a free box whose both ends lie within the area."""
    half = extent[0] / 2
    shapely.prepare(outline)
    fitting = (
        (x, y) for x, y in spots if shapely.contains_xy(outline, [x - half, x + half], [y, y]).all()
    )
    return content.room.find(extent, fitting)


def _find_abroad(
    content: MapContent,
    home: BaseGeometry,
    middle: tuple[float, float],
    extent: tuple[float, float],
) -> Rect | None:
    """Return the nearest free box that lies outside the country."""
    half = extent[0] / 2
    around = ((middle[0] + dx, middle[1] + dy) for dx, dy in ring_offsets(7.0, 20))
    spots = (
        (x, y)
        for x, y in around
        if not shapely.contains_xy(home, [x - half, x, x + half], [y, y, y]).any()
    )
    return content.room.find(extent, spots)


def _holds_symbols(content: MapContent, outline: BaseGeometry) -> bool:
    at = [(c.x, c.y) for c in content.clusters] + [(p.x, p.y) for p in content.numbered]
    at += [b.anchor or (b.box.x + b.box.width / 2, b.box.bottom) for b in content.badges]
    return bool(at) and bool(shapely.contains_xy(outline, *np.array(at).T).any())


def _name_neighbours_and_towns(
    canvas: Canvas, content: MapContent, ground: Ground, plan: MapPlan
) -> None:
    towns = sorted(ground.towns, key=lambda town: (not town.home, town.rank, town.name))
    scale = content.frame.points_per_km
    most = 1 + (scale >= RANK_2_SCALE) + (scale >= RANK_3_SCALE)
    for town in towns:
        if town.home and 1 < town.rank <= most:
            _name_town(canvas, content, town, plan)
    size = plan.size * 1.04
    for area in ground.neighbours:
        if area.label is not None:
            name = area.named(plan.words)
            spots = _neighbour_spots(content, area.label, area.outline)
            extent = (canvas.typeface.width(name, size), size * 1.24)
            box = content.room.find(extent, spots)
            if box is not None:
                content.room.take(box)
                canvas.text(
                    box.x + box.width / 2, box.y + size * 0.97, name, size=size,
                    colour="abroad name", align="center", halo="abroad", layer=4,
                    role="neighbour",
                )  # fmt: skip
    for town in towns:
        if not town.home and town.rank <= most - 1:
            _name_town(canvas, content, town, plan)


def _neighbour_spots(
    content: MapContent, label: tuple[float, float], outline: BaseGeometry
) -> Iterator[tuple[float, float]]:
    x, y = content.frame.to_page([label[0]], [label[1]])
    if content.frame.shows(x, y)[0]:
        yield float(x[0]), float(y[0])
    area = shapely.make_valid(project(outline, content.frame))
    yield from inner_spots(area, content.frame.rect)


def _name_town(canvas: Canvas, content: MapContent, town: Town, plan: MapPlan) -> None:
    """Draw a town's dot and its name on one of four sides, if both find room."""
    size = plan.size
    x, y = (float(value[0]) for value in content.frame.to_page([town.lon], [town.lat]))
    dot = Rect(x - 1.8, y - 1.8, 3.6, 3.6)
    if not content.room.is_free(dot, gap=0.4):
        return
    name = town.named(plan.words)
    width, high = canvas.typeface.width(name, size), size * 1.2
    spots = [
        (x + 4 + width / 2, y), (x - 4 - width / 2, y),
        (x, y - 3.5 - high / 2), (x, y + 3.5 + high / 2),
    ]  # fmt: skip
    box = content.room.find((width, high), spots)
    if box is None:
        return
    content.room.take(box)
    content.room.take(dot)
    canvas.circles(
        np.array([(x, y)]), np.array([1.7]), fill="town", edge="paper", line=0.6, layer=4
    )
    canvas.text(
        box.x + width / 2, box.y + size * 0.95, name, size=size, colour="town", align="center",
        halo="land" if town.home else "abroad", layer=4, role="town",
    )  # fmt: skip

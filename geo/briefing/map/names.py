"""Names on a map: governorates, towns and neighbours, each where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import BaseMap, Town, project
from geo.briefing.map.label_positions import ring_offsets
from geo.briefing.map.symbols import MapContent, MapPlan, list_positions

__all__ = ["name_all"]

RANK_2_SCALE = 0.45  # points per km from which towns of rank 2 are named, and so on
RANK_3_SCALE = 1.6


def name_all(canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan) -> None:
    """Write the names that fit: the main towns first, then areas, then the rest."""
    for town in base_map.towns:
        if town.home and town.rank == 1:
            _name_town(canvas, content, town, plan)
    _name_governorates(canvas, content, base_map, plan)
    _name_neighbours_and_towns(canvas, content, base_map, plan)


def _name_governorates(
    canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan
) -> None:
    """Name the areas within them; where symbols fill one, beside the country with a line."""
    size = plan.size * 1.04
    home = shapely.union_all(list(content.areas.values()))
    shapely.prepare(home)
    for area in base_map.governorates:
        outline, name = content.areas[area.code], area.labelled(plan.words)
        extent = (canvas.typeface.width(name, size, bold=True), size * 1.24)
        positions = list_positions(outline, content.frame.rect)
        box = _find_inside(content, outline, positions, extent)
        if box is None and positions and _holds_symbols(content, outline):
            box = _find_abroad(content, home, positions[0], extent)
            if box is not None:
                start = _leader_start(box, positions[0])
                content.space.take_line(start, positions[0])
                canvas.lines([[start, positions[0]]], colour="governorate", width=0.6, layer=1.5)
        if box is not None:
            content.space.take_name(box)
            canvas.text(
                box.x + extent[0] / 2, box.y + size * 0.97, name, size=size, bold=True,
                colour="governorate", align="center", halo="land", layer=4, role="governorate",
            )  # fmt: skip


def _find_inside(
    content: MapContent,
    outline: BaseGeometry,
    positions: Sequence[tuple[float, float]],
    extent: tuple[float, float],
) -> Rect | None:
    """Return a free box whose both ends lie within the area."""
    half = extent[0] / 2
    shapely.prepare(outline)
    fitting = (
        (x, y)
        for x, y in positions
        if shapely.contains_xy(outline, [x - half, x + half], [y, y]).all()
    )
    return content.space.find(extent, fitting)


def _find_abroad(
    content: MapContent,
    home: BaseGeometry,
    middle: tuple[float, float],
    extent: tuple[float, float],
) -> Rect | None:
    """Return the nearest free box outside the country, if it can be with a line across nothing."""
    half = extent[0] / 2
    around = ((middle[0] + dx, middle[1] + dy) for dx, dy in ring_offsets(7.0, 20))
    positions = (
        (x, y)
        for x, y in around
        if not shapely.contains_xy(home, [x - half, x, x + half], [y, y, y]).any()
    )
    nearest = None
    for at in positions:
        box = content.space.find(extent, [at])
        if box is not None:
            nearest = nearest or box
            if not content.space.crosses(_leader_start(box, middle), middle):
                return box
    return nearest


def _leader_start(box: Rect, end: tuple[float, float]) -> tuple[float, float]:
    """Return where the line from a name to its area begins."""
    x = min(max(end[0], box.x), box.right)
    return x, box.bottom if box.bottom < end[1] else box.y


def _holds_symbols(content: MapContent, outline: BaseGeometry) -> bool:
    at = [(c.x, c.y) for c in content.clusters] + [(p.x, p.y) for p in content.numbered]
    at += [
        b.anchor or (b.box.x + b.box.width / 2, b.box.y + b.box.height / 2) for b in content.badges
    ]
    return bool(at) and bool(shapely.contains_xy(outline, *np.array(at).T).any())


def _name_neighbours_and_towns(
    canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan
) -> None:
    towns = sorted(base_map.towns, key=lambda town: (not town.home, town.rank, town.name))
    scale = content.frame.points_per_km
    most = 1 + (scale >= RANK_2_SCALE) + (scale >= RANK_3_SCALE)
    for town in towns:
        if town.home and 1 < town.rank <= most:
            _name_town(canvas, content, town, plan)
    size = plan.size * 1.04
    for area in base_map.neighbours:
        if area.label is not None:
            name = area.labelled(plan.words)
            positions = _neighbour_positions(content, area.label, area.outline)
            extent = (canvas.typeface.width(name, size), size * 1.24)
            box = content.space.find(extent, positions)
            if box is not None:
                content.space.take_name(box)
                canvas.text(
                    box.x + box.width / 2, box.y + size * 0.97, name, size=size,
                    colour="abroad name", align="center", halo="abroad", layer=4,
                    role="neighbour",
                )  # fmt: skip
    for town in towns:
        if not town.home and town.rank <= most - 1:
            _name_town(canvas, content, town, plan)


def _neighbour_positions(
    content: MapContent, label: tuple[float, float], outline: BaseGeometry
) -> Iterator[tuple[float, float]]:
    x, y = content.frame.to_page([label[0]], [label[1]])
    if content.frame.shows(x, y)[0]:
        yield float(x[0]), float(y[0])
    area = shapely.make_valid(project(outline, content.frame))
    yield from list_positions(area, content.frame.rect)


def _name_town(canvas: Canvas, content: MapContent, town: Town, plan: MapPlan) -> None:
    """Draw a town's dot and its name on one of four sides, if both fit."""
    size = plan.size
    x, y = (float(value[0]) for value in content.frame.to_page([town.lon], [town.lat]))
    dot = Rect(x - 1.8, y - 1.8, 3.6, 3.6)
    if not content.space.is_free(dot, gap=0.4):
        return
    name = town.labelled(plan.words)
    width, high = canvas.typeface.width(name, size), size * 1.2
    positions = [
        (x + 4 + width / 2, y), (x - 4 - width / 2, y),
        (x, y - 3.5 - high / 2), (x, y + 3.5 + high / 2),
    ]  # fmt: skip
    box = content.space.find((width, high), positions)
    if box is None:
        return
    content.space.take_name(box)
    content.space.take(dot)
    canvas.circles(
        np.array([(x, y)]), np.array([1.7]), fill="town", edge="paper", line=0.6, layer=4
    )
    canvas.text(
        box.x + width / 2, box.y + size * 0.95, name, size=size, colour="town", align="center",
        halo="land" if town.home else "abroad", layer=4, role="town",
    )  # fmt: skip

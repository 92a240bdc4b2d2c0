"""Names on a map: areas, towns and neighbours, each where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import shapely
from shapely.geometry import box as make_box
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect
from geo.briefing.map.area_names import AreaName, AreaNamer
from geo.briefing.map.base_map import Area, BaseMap, Town, project
from geo.briefing.map.inside import list_positions
from geo.briefing.map.struck import name_struck
from geo.briefing.map.symbols import MapContent, MapPlan
from geo.briefing.map.writing import NameStyle
from geo.errors import SheetError

__all__ = ["most_rank", "name_all"]

RANK_2_SCALE = 0.45  # points per km from which towns of rank 2 are named, and so on
RANK_3_SCALE = 1.6
LARGER = 1.04  # of the size of text: names of areas and countries

Point = tuple[float, float]


def most_rank(frame: MapFrame) -> int:
    """Return the last rank of the country's towns that a map of this scale names."""
    scale = frame.points_per_km
    return 1 + (scale >= RANK_2_SCALE) + (scale >= RANK_3_SCALE)


def name_all(
    canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan
) -> list[AreaName]:
    """Write the names that fit: struck places first, main towns, areas, then the rest.

    Returns the names of areas as they stand.
    """
    towns = sorted(base_map.towns, key=lambda town: (not town.home, town.rank, town.name))
    most = most_rank(content.frame)
    small = NameStyle(canvas, plan.size)
    contested = [shapely.make_valid(project(area.outline, content.frame))
                 for area in plan.contested if area.abroad]  # fmt: skip
    name_struck(content, small)
    for town in towns:
        if town.home and town.rank == 1:
            _name_town(content, town, small, plan, contested)
    style = NameStyle(canvas, plan.size * LARGER, bold=True)
    names = AreaNamer(content, style, contested).name(base_map.governorates, plan.words)
    for town in towns:
        if town.home and 1 < town.rank <= most:
            _name_town(content, town, small, plan, contested)
    _name_neighbours(content, base_map, NameStyle(canvas, plan.size * LARGER), plan)
    for town in towns:
        if not town.home and town.rank <= most - 1:
            _name_town(content, town, small, plan, contested)
    return names


def _name_neighbours(
    content: MapContent, base_map: BaseMap, style: NameStyle, plan: MapPlan
) -> None:
    """Name the countries around, each on its own land or the sea beside it."""
    projected = [project(area.outline, content.frame) for area in base_map.neighbours]
    if not np.isfinite(shapely.get_coordinates(projected)).all():
        raise SheetError(
            "the strikes lie too far apart for one map: its projection does not reach round the "
            "world; choose by country, area or place, and make a sheet of each"
        )
    seen = [shapely.make_valid(one) for one in projected]
    land = shapely.STRtree([*seen, *content.areas.values()])
    for at, area in enumerate(base_map.neighbours):
        positions = list(_neighbour_positions(content, area, seen[at]))
        for lines in style.ways(area.label_lines(plan.words))[:2] if positions else []:
            boxes = [style.ink(spot, lines) for spot in positions]
            free = [spot for spot, box in zip(positions, boxes, strict=True)
                    if set(land.query(box, "intersects").tolist()) <= {at}]  # fmt: skip
            box = content.space.find(style.extent(lines), free)
            if box is not None:
                content.space.take_name(box)
                style.write(box, lines, colour="abroad name", halo="abroad", role="neighbour")
                break


def _neighbour_positions(content: MapContent, area: Area, seen: BaseGeometry) -> Iterator[Point]:
    if area.label is None:
        return
    x, y = content.frame.to_page([area.label[0]], [area.label[1]])
    if content.frame.shows(x, y)[0]:
        yield float(x[0]), float(y[0])
    yield from list_positions(seen, content.frame.rect)


def _name_town(
    content: MapContent, town: Town, style: NameStyle, plan: MapPlan,
    contested: Sequence[BaseGeometry],
) -> None:  # fmt: skip
    """Draw a town's dot and its name on one of four sides, if both fit.

    No name but a capital's runs over contested land of others that the town does not lie in.
    """
    x, y = (float(value[0]) for value in content.frame.to_page([town.lon], [town.lat]))
    dot = Rect(x - 1.8, y - 1.8, 3.6, 3.6)
    if not content.space.is_free(dot, gap=0.4):
        return
    for lines in style.ways(town.label_lines(plan.words))[:2]:
        width, high = extent = style.extent(lines)
        positions = [
            (x + 4 + width / 2, y), (x - 4 - width / 2, y),
            (x, y - 3.5 - high / 2), (x, y + 3.5 + high / 2),
        ]  # fmt: skip
        others = [area for area in contested if not shapely.intersects_xy(area, x, y)]
        positions.sort(key=partial(_runs_over, others, extent))
        if town.rank > 1:
            positions = [spot for spot in positions if not _runs_over(others, extent, spot)]
        box = content.space.find(extent, positions)
        if box is None:
            continue
        content.space.take_name(box)
        content.space.take(dot)
        style.canvas.circles(
            np.array([(x, y)]), np.array([1.7]), fill="town", edge="paper", line=0.6, layer=4
        )
        halo = "land" if town.home else "abroad"
        style.write(box, lines, colour="town", halo=halo, role="town")
        return


def _runs_over(areas: Sequence[BaseGeometry], extent: Point, middle: Point) -> bool:
    """Say whether a name with its middle at a point of the page runs over one of some areas."""
    (across, along), (x, y) = extent, middle
    name = make_box(x - across / 2, y - along / 2, x + across / 2, y + along / 2)
    return any(area.intersects(name) for area in areas)

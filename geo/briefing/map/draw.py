"""The map drawn: base map, names and symbols, in this order."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.notes import draw_notes
from geo.briefing.map.area_names import AreaName
from geo.briefing.map.badges import LINE
from geo.briefing.map.base_map import BaseMap, project
from geo.briefing.map.colour_groups import Disc, Group, draw_discs, text_on
from geo.briefing.map.graticule import draw_lines, name_lines
from geo.briefing.map.ground.relief import draw_relief
from geo.briefing.map.ground.waters import draw_waters
from geo.briefing.map.names import name_all
from geo.briefing.map.numbers import DOT, NumberedPoint
from geo.briefing.map.own_layers import draw_layers
from geo.briefing.map.symbols import PLAIN_DOT, SET_BACK, MapContent, MapPlan, PlaceCircle
from geo.briefing.terms.words import Words

__all__ = ["draw_map", "draw_symbols", "draw_under", "edge_of", "fill_of"]

END = 1.5  # points: half the side of the square that a badge's leader ends in
CROWDED = 0.6  # of the map: when circles cover more, they are outlines only


def draw_map(
    canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan
) -> list[AreaName]:
    """Draw the base map, the names that fit, and the symbols; return the names of areas."""
    names = draw_under(canvas, content, base_map, plan)
    canvas.clip = content.frame.rect
    draw_symbols(canvas, content, plan)
    canvas.clip, canvas.part = None, "page"
    return names


def draw_under(
    canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan
) -> list[AreaName]:
    """Draw what lies under the symbols: the base map, and the names that fit."""
    canvas.clip = content.frame.rect
    _draw_base_map(canvas, content, base_map, plan)
    canvas.part = "names"
    names = name_all(canvas, content, base_map, plan)
    if plan.graticule:
        name_lines(canvas, content, plan)
    canvas.part = "notes"
    draw_notes(canvas, content.notes, plan.size)
    canvas.clip, canvas.part = None, "page"
    canvas.rect(content.frame.rect, edge="outline", line=0.8, layer=12)
    return names


def _draw_base_map(canvas: Canvas, content: MapContent, base_map: BaseMap, plan: MapPlan) -> None:
    frame = content.frame
    canvas.part = "ground"
    canvas.rect(frame.rect, fill="beyond", layer=0.1)
    canvas.shapes([project(base_map.reach, frame)], fill="sea", layer=0.2)
    abroad = [project(area.outline, frame) for area in base_map.neighbours]
    canvas.shapes(abroad, fill="abroad", edge="border", line=0.5, layer=0.4)
    areas = list(content.areas.values())
    canvas.shapes(areas, fill="land", layer=0.6)
    if plan.ground and plan.relief:
        draw_relief(canvas, frame, base_map, [*abroad, *areas])
    if plan.ground:
        draw_waters(canvas, frame, base_map)
    canvas.shapes(areas, edge="border", line=0.6, layer=0.66)
    for code, outline in content.areas.items():
        if (held := content.find_class(code)) is not None:
            canvas.shapes([outline], fill=held.colour, layer=0.65)
    canvas.shapes(list(content.districts.values()), edge="border", line=0.4, layer=0.7)
    framed = [content.areas[code] for code in content.sheets if code in content.areas]
    canvas.shapes(framed, edge="outline", line=1.0, layer=0.75)
    canvas.shapes([shapely.union_all(areas)], edge="outline", line=1.2, layer=0.8)
    contested = [project(area.outline, frame) for area in plan.contested]
    own = [shape for shape, area in zip(contested, plan.contested, strict=True)
           if not area.abroad]  # fmt: skip
    canvas.shapes(own, fill="land", layer=0.5)  # under areas, whose shades count
    canvas.shapes(contested, edge="outline", line=0.9, layer=1.0, hatch="////", dashed=True)
    if plan.graticule:
        draw_lines(canvas, content, plan)
    canvas.part = "own layers"
    draw_layers(canvas, content.layers)
    canvas.part = "beyond extent"
    if content.set_back is not None:
        canvas.shapes([content.set_back], fill="set back", layer=1.2, alpha=SET_BACK)
        canvas.shapes([content.set_back], edge="ink", line=1.0, layer=1.3)


def draw_symbols(canvas: Canvas, content: MapContent, plan: MapPlan) -> None:
    """Draw rings, circles, numbers and badges."""
    size = plan.size
    canvas.part = "uncertainty"
    if content.rings is not None and len(content.rings[0]):
        x, y, radii = content.rings
        middles = np.column_stack([x, y])
        frame = content.frame.rect
        crowded = np.pi * (radii**2).sum() > CROWDED * frame.width * frame.height
        if not crowded:
            canvas.circles(middles, radii, fill="ring", alpha=0.07, layer=2)
        canvas.circles(middles, radii, edge="ring", line=0.35 if crowded else 0.6, layer=2.1)
    canvas.part = "strikes"
    canvas.circles(
        content.dots, np.full(len(content.dots), PLAIN_DOT), fill="dot", alpha=0.6, layer=2
    )
    # The largest come first and so lie under the others: none is hidden.
    middles = np.array([(c.x, c.y) for c in content.circles]).reshape(-1, 2)
    radii = np.array([c.radius for c in content.circles])
    if content.groups:
        draw_discs(canvas, [_disc_of(c) for c in content.circles], content.groups)
    else:
        canvas.circles(
            middles, radii, fill=[fill_of(c.disputed) for c in content.circles],
            edge=[edge_of(c.disputed) for c in content.circles], line=0.9, layer=6,
        )  # fmt: skip
    draw_counts(canvas, content.circles, size, plan.words, groups=content.groups)
    draw_numbers(canvas, content.numbered, size, plan.words, groups=content.groups)
    for badge in content.badges:
        if badge.anchor is not None and badge.start is not None:
            canvas.lines([[badge.start, badge.anchor]], colour="badge", width=0.8, layer=3)
            end = Rect(badge.anchor[0] - END, badge.anchor[1] - END, 2 * END, 2 * END)
            canvas.rect(end, fill="paper", edge="badge",
                        line=0.8, layer=6.5)  # fmt: skip
        draw_badge(canvas, badge.box, badge.text, size)


def fill_of(disputed: float) -> str:
    """Return the colour that fills a circle: that of a disputed strike is hollow."""
    return "paper" if disputed else "circle"


def edge_of(disputed: float, usual: str = "paper") -> str:
    """Return the colour of a circle's edge, or of what is written in it."""
    return "circle" if disputed else usual


def draw_counts(
    canvas: Canvas,
    circles: Sequence[PlaceCircle],
    size: float,
    words: Words,
    *,
    groups: Sequence[Group] = (),
) -> None:
    """Write the counts into circles of two strikes and more that hold theirs, none over it."""
    drawn = shapely.STRtree([
        shapely.box(c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius)
        for c in circles
    ])  # fmt: skip
    for at, c in enumerate(circles):
        half = canvas.typeface.width(words.number(c.count), size, bold=True) / 2
        room = math.hypot(half, size * 0.36) + 0.4
        if c.count == 1 or room >= c.radius:
            continue
        near = drawn.query(shapely.Point(c.x, c.y).buffer(room))
        over = [circles[other] for other in near if other > at]
        if all(math.dist((c.x, c.y), (o.x, o.y)) > o.radius + room for o in over):
            colour, halo = edge_of(c.disputed, "circle text"), ""
            if groups:
                colour, halo = text_on(_disc_of(c), groups)
            canvas.text(
                c.x, c.y + size * 0.35, words.number(c.count), size=size, bold=True,
                colour=colour, align="center", halo=halo, layer=7, role="count",
            )  # fmt: skip


def _disc_of(circle: PlaceCircle) -> Disc:
    return Disc(circle.x, circle.y, circle.radius, circle.groups, circle.disputed > 0)


def draw_numbers(
    canvas: Canvas,
    points: Sequence[NumberedPoint],
    size: float,
    words: Words,
    *,
    groups: Sequence[Group] = (),
) -> None:
    """Draw numbered points: a dot where the strike is, its number upon or beside it."""
    if not points:
        return
    dots = np.array([(p.x, p.y) for p in points])
    labels = np.array([(p.label_x, p.label_y) for p in points])
    leaders = [[(p.x, p.y), (p.label_x, p.label_y)] for p in points]
    canvas.lines(leaders, colour="circle", width=0.8, layer=5)
    canvas.circles(dots, np.full(len(dots), DOT), fill="circle", edge="paper", line=0.5, layer=5.5)
    radius = np.full(len(labels), size * 0.86)
    discs = [Disc(p.label_x, p.label_y, size * 0.86, ((p.group, 1),), p.disputed) for p in points]
    if groups:
        draw_discs(canvas, discs, groups)
    else:
        canvas.circles(
            labels, radius, fill=[fill_of(p.disputed) for p in points],
            edge=[edge_of(p.disputed) for p in points], line=0.9, layer=6,
        )  # fmt: skip
    for p, disc in zip(points, discs, strict=True):
        colour = text_on(disc, groups)[0] if groups else edge_of(p.disputed, "circle text")
        canvas.text(
            p.label_x, p.label_y + size * 0.35, words.number(p.number), size=size, bold=True,
            colour=colour, align="center", layer=7, role="number",
        )  # fmt: skip


def draw_badge(canvas: Canvas, box: Rect, text: str, size: float) -> None:
    """Draw the square of strikes known by area only."""
    canvas.rect(box, fill="paper", edge="badge", line=1.3, layer=6)
    lines = text.split("\n")
    middle = box.y + box.height / 2 + size * (0.35 - LINE * (len(lines) - 1) / 2)
    for at, line in enumerate(lines):
        canvas.text(
            box.x + box.width / 2, middle + size * LINE * at, line, size=size, bold=True,
            colour="badge", align="center", layer=7, role="badge",
        )  # fmt: skip

"""What stands around the map: scale bar, north arrow and locator."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.base_map import BaseMap, Box, project
from geo.briefing.page.legend import LegendItem, draw_legend, row_height
from geo.briefing.terms.words import Words

__all__ = [
    "StripStyle",
    "draw_bar_and_north",
    "draw_locator",
    "draw_strip",
    "measure_bar",
    "shows_whole",
]

BAR_WIDEST = 96.0  # points
WHOLE = 0.8  # of the country's width: a map that shows more of it needs no locator


def measure_bar(canvas: Canvas, size: float) -> float:
    """Return the most points that scale bar and north arrow take side by side."""
    return BAR_WIDEST + canvas.typeface.width("0,000 km", size) + size * 4.4


def draw_strip(
    canvas: Canvas,
    rect: Rect,
    frame: MapFrame,
    *,
    rows: Sequence[Sequence[LegendItem]],
    style: StripStyle,
) -> None:
    """Draw scale bar, north arrow and legend into the strip under the map."""
    size, rtl = style.size, style.words.rtl
    x = rect.right if rtl else rect.x
    draw_bar_and_north(canvas, x, rect.y + rect.height / 2, frame, style)
    start = x + (-1 if rtl else 1) * measure_bar(canvas, size)
    high = sum(map(row_height, rows))
    draw_legend(canvas, start, rect.y + (rect.height - high) / 2, rows=rows, size=size)


def draw_bar_and_north(
    canvas: Canvas,
    x: float,
    middle: float,
    frame: MapFrame,
    style: StripStyle,
    *,
    width: float = math.inf,
) -> None:
    """Draw scale bar and north arrow side by side, from the start side inwards.

    width: points that they have at most.
    """
    widest = min(BAR_WIDEST, width - measure_bar(canvas, style.size) + BAR_WIDEST)
    bar_end = draw_scale_bar(canvas, x, middle, frame, style, widest=widest)
    side = -1 if style.words.rtl else 1
    draw_north(canvas, bar_end + side * style.size * 1.5, middle, frame, style)


@dataclass(frozen=True, slots=True)
class StripStyle:
    """Size of text in points and the words of the furniture."""

    size: float
    words: Words


def draw_scale_bar(
    canvas: Canvas,
    x: float,
    y: float,
    frame: MapFrame,
    style: StripStyle,
    *,
    widest: float = BAR_WIDEST,
) -> float:
    """Draw the bar from x inwards, its distance behind it; return where it ends."""
    km, length = frame.scale_bar(widest)
    words, size = style.words, style.size
    side = -1 if words.rtl else 1
    left = x if side > 0 else x - length
    half = length / 2
    canvas.rect(Rect(left, y - 2, half, 4), fill="ink", edge="ink", line=0.7, layer=8)
    canvas.rect(Rect(left + half, y - 2, half, 4), fill="paper", edge="ink", line=0.7, layer=8)
    count = km if km >= 1 else km * 1000
    text = words.say("km" if km >= 1 else "m", count=int(count))
    at = x + side * (length + 5)
    canvas.text(
        at, y + size * 0.35, text, size=size, align="right" if side < 0 else "left", role="scale"
    )
    return at + side * canvas.typeface.width(text, size)


def draw_north(canvas: Canvas, x: float, y: float, frame: MapFrame, style: StripStyle) -> None:
    """Draw an arrow to true north of the map's middle, with its letter."""
    size = style.size
    turn = math.radians(frame.north_degrees)
    up = (math.sin(turn), -math.cos(turn))
    across = (-up[1], up[0])
    tip, tail, wing = size * 1.05, size * 0.95, size * 0.42

    def at(along: float, sideways: float) -> tuple[float, float]:
        return (
            x + up[0] * along + across[0] * sideways,
            y + up[1] * along + across[1] * sideways,
        )

    notch = -tail * 0.6
    canvas.polygon([at(tip, 0), at(-tail, -wing), at(notch, 0)], fill="ink", edge="ink", layer=8)
    canvas.polygon([at(tip, 0), at(-tail, wing), at(notch, 0)], fill="paper", edge="ink", layer=8)
    side = -1 if style.words.rtl else 1
    canvas.text(
        x + side * size * 1.3, y + size * 0.35, style.words.say("north"), size=size, bold=True,
        align="center", role="north",
    )  # fmt: skip


def shows_whole(bounds: Box, frame: MapFrame) -> bool:
    """Return whether a map shows so much of bounds in degrees that it needs no locator."""
    west, south, east, north = bounds
    seen = frame.metres_box()
    wide = min(east, seen["east"]) - max(west, seen["west"])
    high = min(north, seen["north"]) - max(south, seen["south"])
    return bool(wide > WHOLE * (east - west) and high > WHOLE * (north - south))


def draw_locator(
    canvas: Canvas, rect: Rect, base_map: BaseMap, frame: MapFrame, *, box: Box | None = None
) -> None:
    """Draw where the map lies: the country among its neighbours, the map's edge upon it.

    box: what it shows instead, in degrees.
    """
    shown, margin = (base_map.box, -4.0) if box is None else (box, 4.0)
    small = fit_frame(rect, shown, projection=frame.projection, margin=margin)
    canvas.clip = rect
    canvas.rect(rect, fill="sea", layer=0.1)
    abroad = [project(area.outline, small) for area in base_map.neighbours]
    canvas.shapes(abroad, fill="abroad", edge="border", line=0.3, layer=0.4)
    areas = [project(area.outline, small) for area in base_map.governorates]
    whole = shapely.union_all(areas)
    canvas.shapes([whole], fill="locator country", edge="outline", line=0.7, layer=0.6)
    around = frame.rect
    steps = np.linspace(0, 1, 12)
    edge = [(around.x + around.width * s, around.y) for s in steps]
    edge += [(around.right, around.y + around.height * s) for s in steps]
    edge += [(around.right - around.width * s, around.bottom) for s in steps]
    edge += [(around.x, around.bottom - around.height * s) for s in steps]
    edge_degrees = np.array([frame.to_degrees(x, y) for x, y in edge])
    x, y = small.to_page(edge_degrees[:, 0], edge_degrees[:, 1])
    extent = Rect(x.min(), y.min(), max(x.max() - x.min(), 3), max(y.max() - y.min(), 3))
    canvas.rect(extent, edge="locator extent", line=1.4, layer=2)
    canvas.clip = None
    canvas.rect(rect, edge="outline", line=0.6, layer=3)

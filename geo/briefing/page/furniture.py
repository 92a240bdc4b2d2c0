"""What stands around the map: legend, scale bar, north arrow and locator."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import box as make_box

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.base_map import BaseMap, project
from geo.briefing.map.symbols import PLAIN_DOT, SET_BACK, MapContent
from geo.briefing.terms.words import Words

__all__ = [
    "STEP",
    "LegendItem",
    "draw_locator",
    "draw_strip",
    "list_legend",
    "strip_rows",
]

STEP = 17.0  # points from one row of the legend to the next
SYMBOL = 15.0  # points: width that a legend's symbol takes
BAR_WIDEST = 96.0  # points
_SIGN = {False: "n", True: "ع"}  # stands for a number in the legend


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One symbol of the map and what it means."""

    symbol: str
    text: str
    radius: float = 0.0  # points, of a circle whose size says something
    colour: str = ""  # of a shade


def list_legend(content: MapContent, words: Words) -> list[LegendItem]:
    """Return the symbols that the map shows, and no others."""
    there = {
        "number": bool(content.numbered),
        "dot": len(content.dots) > 0,
        "ring": content.rings is not None and len(content.rings[0]) > 0,
        "area": bool(content.badges),
        "contested": content.shows_contested,
        "beyond": content.shows_beyond,
        "set back": content.set_back is not None,
    }
    items = [LegendItem(name, words.say(f"legend {name}")) for name, on in there.items() if on]
    return [*_list_sizes(content, words), *_list_shades(content, words), *items]


def _list_sizes(content: MapContent, words: Words) -> list[LegendItem]:
    """Return circles of the sizes that the map has: of the fewest strikes and of the most."""
    sizes = {c.count: c.radius for c in content.circles}
    ends = sorted({min(sizes), max(sizes)}) if sizes else []
    return [LegendItem("circle", words.say("legend circle", count=n), sizes[n]) for n in ends]


def _list_shades(content: MapContent, words: Words) -> list[LegendItem]:
    """Return the shades of areas with the counts that they stand for, few to many."""
    ranges = [words.range(each.low, each.high) for each in content.classes]
    return [
        LegendItem("shade", words.say("legend shade", count=told), colour=each.colour)
        for told, each in zip(ranges, content.classes, strict=True)
    ]


def _item_width(canvas: Canvas, item: LegendItem, size: float) -> float:
    return _symbol_width(item) + 4 + canvas.typeface.width(item.text, size) + 12


def _symbol_width(item: LegendItem) -> float:
    return max(SYMBOL, 2 * item.radius)


def strip_rows(
    canvas: Canvas, items: Sequence[LegendItem], width: float, size: float
) -> list[list[LegendItem]]:
    """Break the legend into rows beside scale bar and north arrow."""
    free = width - _fixed_width(canvas, size)
    rows: list[list[LegendItem]] = [[]]
    used = 0.0
    for item in items:
        wide = _item_width(canvas, item, size)
        if rows[-1] and used + wide > free:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += wide
    return rows


def _fixed_width(canvas: Canvas, size: float) -> float:
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
    middle = rect.y + rect.height / 2
    side = -1 if rtl else 1
    x = rect.right if rtl else rect.x
    bar_end = draw_scale_bar(canvas, x, middle, frame, style)
    north_x = bar_end + side * size * 1.5
    draw_north(canvas, north_x, middle, frame, style)
    start = x + side * _fixed_width(canvas, size)
    step = STEP
    first = middle - step * (len(rows) - 1) / 2
    for at, row in enumerate(rows):
        x, y = start, first + at * step
        for item in row:
            wide = _symbol_width(item)
            box = Rect(x if side > 0 else x - wide, y - SYMBOL / 2, wide, SYMBOL)
            _SYMBOLS[item.symbol](canvas, box, size, item)
            canvas.text(
                x + side * (wide + 4), y + size * 0.35, item.text, size=size, colour="ink",
                align="right" if rtl else "left", role="legend",
            )  # fmt: skip
            x += side * _item_width(canvas, item, size)


@dataclass(frozen=True, slots=True)
class StripStyle:
    """Size of text in points and the words of the furniture."""

    size: float
    words: Words


def draw_scale_bar(canvas: Canvas, x: float, y: float, frame: MapFrame, style: StripStyle) -> float:
    """Draw the bar from x inwards, its distance behind it; return where it ends."""
    km, length = frame.scale_bar(BAR_WIDEST)
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


def _number_symbol(canvas: Canvas, box: Rect, size: float, _item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([box.width / 2]), fill="circle", layer=6)
    canvas.text(
        middle[0, 0], middle[0, 1] + size * 0.35, _SIGN[canvas.typeface.rtl], size=size, bold=True,
        colour="circle text", align="center", layer=7, role="legend symbol",
    )  # fmt: skip


def _circle_symbol(canvas: Canvas, box: Rect, _size: float, item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([item.radius]), fill="circle", layer=6)


def _dot_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([PLAIN_DOT]), fill="dot", layer=6)


def _shade_symbol(canvas: Canvas, box: Rect, _size: float, item: LegendItem) -> None:
    square = Rect(box.x, box.y + 2, box.width, box.height - 4)
    canvas.rect(square, fill=item.colour, edge="border", line=0.6, layer=6)


def _ring_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    radius = np.array([box.width / 2 - 0.5])
    canvas.circles(middle, radius, fill="ring", alpha=0.07, layer=6)
    canvas.circles(middle, radius, edge="ring", line=0.6, layer=6.1)


def _area_symbol(canvas: Canvas, box: Rect, size: float, _item: LegendItem) -> None:
    square = Rect(box.x + 0.5, box.y + 1, box.width - 1, box.height - 2)
    canvas.rect(square, fill="paper", edge="badge", line=1.3, layer=6)
    canvas.text(
        box.x + box.width / 2, box.y + box.height / 2 + size * 0.35, _SIGN[canvas.typeface.rtl],
        size=size, bold=True, colour="badge", align="center", role="legend symbol",
    )  # fmt: skip


def _contested_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    square = make_box(box.x, box.y + 2, box.right, box.bottom - 2)
    canvas.shapes([square], fill="land", layer=5.9)
    canvas.shapes([square], edge="outline", line=0.9, layer=6, hatch="////", dashed=True)


def _beyond_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    square = Rect(box.x, box.y + 2, box.width, box.height - 4)
    canvas.rect(square, fill="beyond", edge="border", line=0.6, layer=6)


def _set_back_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    canvas.shapes([make_box(box.x, box.y + 2, box.right, box.bottom - 2)], fill="abroad", layer=5.9)
    middle = box.y + box.height / 2
    beyond = make_box(box.x, box.y + 2, box.right, middle)
    canvas.shapes([beyond], fill="set back", layer=6, alpha=SET_BACK)
    canvas.lines([[(box.x, middle), (box.right, middle)]], width=1.0, layer=6.1)


_SYMBOLS: dict[str, Callable[[Canvas, Rect, float, LegendItem], None]] = {
    "circle": _circle_symbol,
    "shade": _shade_symbol,
    "number": _number_symbol,
    "dot": _dot_symbol,
    "ring": _ring_symbol,
    "area": _area_symbol,
    "contested": _contested_symbol,
    "beyond": _beyond_symbol,
    "set back": _set_back_symbol,
}


def draw_locator(canvas: Canvas, rect: Rect, base_map: BaseMap, frame: MapFrame) -> None:
    """Draw where the map lies: the country among its neighbours, the map's edge upon it."""
    small = fit_frame(rect, base_map.box, projection=frame.projection, margin=-4.0)
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

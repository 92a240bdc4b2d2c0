"""The legend of a map: the symbols that it shows, in rows, and what each means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry import box as make_box

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.notes import draw_note_sample
from geo.briefing.map.draw import edge_of, fill_of
from geo.briefing.map.own_layers import SheetLayer, draw_layer_sample
from geo.briefing.map.symbols import PLAIN_DOT, SET_BACK, SINGLE, MapContent
from geo.briefing.terms.words import Words

__all__ = [
    "APART",
    "STEP",
    "TIGHT",
    "LegendItem",
    "cut_names",
    "draw_legend",
    "item_width",
    "list_legend",
    "row_height",
    "strip_rows",
]

STEP = 17.0  # points from one row of the legend to the next, of the usual symbols
TIGHT = 13.5  # where a legend is long
APART = 12.0  # points between symbols of a row
LINE = 11.5  # points from one line of a text to the next
SYMBOL = 15.0  # points: width that a legend's symbol takes
_SIGNS = {"ar": "ع", "he": "מ"}  # for a number, as "n" is


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One symbol of the map and what it means."""

    symbol: str
    text: str
    radius: float = 0.0  # points, of a circle whose size says something
    colour: str = ""  # of a shade
    lines: tuple[str, ...] = ()  # of the text, where a row does not hold it in one
    layer: SheetLayer | None = None  # of a person's own
    name: str = ""  # what of the text may be cut where there is no room


def list_legend(content: MapContent, words: Words) -> list[LegendItem]:
    """Return the symbols that the map shows, and no others."""
    if not content.drawn:
        return []
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
    disputed, rows = content.count_disputed()
    if disputed:
        told = words.say("legend disputed", count=disputed, rows=rows)
        items.insert(0, LegendItem("disputed", told))
    items = [*_list_groups(content, words, rows), *items]
    if (disputed or content.count_groups()) and rows < content.rows:
        told = words.say("legend circles hold", rows=rows, all=content.rows)
        items.insert(0, LegendItem("none", told))
    if content.counts and content.disputed:
        told = words.say("legend areas hold", count=content.disputed, rows=content.rows)
        items.append(LegendItem("none", told))
    items += [LegendItem("note", words.say("legend note"))] if content.notes else []
    own = [LegendItem("layer", layer.name, layer=layer) for layer in content.layers]
    return [*_list_sizes(content, words), *_list_shades(content, words), *items, *own]


def _list_sizes(content: MapContent, words: Words) -> list[LegendItem]:
    """Return circles of the sizes that the map has: of the fewest strikes and of the most."""
    sizes = {c.count: c.radius for c in content.circles}
    ends = sorted({min(sizes), max(sizes)}) if sizes else []
    colour = "other bar" if content.groups else "circle"
    return [
        LegendItem("circle", words.say("legend circle", count=n), sizes[n], colour) for n in ends
    ]


def _list_groups(content: MapContent, words: Words, rows: int) -> list[LegendItem]:
    """Return the groups that strikes are coloured by. rows: strikes in circles."""
    return [
        LegendItem("group", words.say("legend group", name=group.name, count=count, rows=rows),
                   colour=group.colour, name=group.name)
        for group, count in content.count_groups()
    ]  # fmt: skip


def _list_shades(content: MapContent, words: Words) -> list[LegendItem]:
    """Return the shades that areas have with the counts that they stand for, few to many."""
    seen = [content.find_class(code) for code in content.counts]
    classes = [each for each in content.classes if each in seen]
    told = [c.low if c.low == c.high else words.range(c.low, c.high) for c in classes]
    return [
        LegendItem("shade", words.say("legend shade", count=count), colour=each.colour)
        for count, each in zip(told, classes, strict=True)
    ]


def item_width(canvas: Canvas, item: LegendItem, size: float) -> float:
    """Return how wide a symbol and what it means are, in points, with what parts items."""
    widths = [canvas.typeface.width(line, size) for line in item.lines or (item.text,)]
    return _symbol_width(item) + 4 + max(widths) + APART


def _symbol_width(item: LegendItem) -> float:
    return 0.0 if item.symbol == "none" else max(SYMBOL, 2 * item.radius)


def strip_rows(
    canvas: Canvas, items: Sequence[LegendItem], width: float, size: float
) -> list[list[LegendItem]]:
    """Break the legend into rows that a width in points holds."""
    rows: list[list[LegendItem]] = [[]]
    used = 0.0
    for each in items:
        item = each
        if item_width(canvas, item, size) > width + APART:
            free = width - _symbol_width(item) - 4
            item = replace(item, lines=tuple(canvas.typeface.wrap(item.text, free, size)))
        wide = item_width(canvas, item, size)
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += wide
    return rows


def cut_names(
    canvas: Canvas, items: Sequence[LegendItem], width: float, size: float
) -> list[LegendItem]:
    """Return the items with the names of groups cut so that a width in points holds each."""
    return [_cut_name(canvas, item, width, size) for item in items]


def _cut_name(canvas: Canvas, item: LegendItem, width: float, size: float) -> LegendItem:
    held, end = item, len(item.name)
    while end > 1 and item_width(canvas, held, size) > width + APART:
        end -= 1
        name = f"{item.name[:end].rstrip()}…"
        held = replace(item, text=item.text.replace(item.name, name, 1))
    return held


def row_height(row: Sequence[LegendItem], step: float = STEP) -> float:
    """Return how high a row of the legend is, in points: large circles need more.

    step: of a row of the usual symbols.
    """
    lines = (LINE * len(item.lines) + 3 for item in row)
    return max([step, *lines, *(2 * item.radius + 3 for item in row)])


def draw_legend(
    canvas: Canvas,
    x: float,
    y: float,
    *,
    rows: Sequence[Sequence[LegendItem]],
    size: float,
    step: float = STEP,
) -> float:
    """Draw rows of the legend from a start side and a top; return where they end.

    step: as of `row_height`.
    """
    rtl = canvas.typeface.rtl
    side = -1 if rtl else 1
    for row in rows:
        high, at = row_height(row, step), x
        for item in row:
            wide = _symbol_width(item)
            left = at if side > 0 else at - wide
            middle = y + high / 2
            box = Rect(left, middle - SYMBOL / 2, wide, SYMBOL)
            _SYMBOLS[item.symbol](canvas, box, size, item)
            lines = item.lines or (item.text,)
            first = middle + size * 0.35 - LINE * (len(lines) - 1) / 2
            for number, line in enumerate(lines):
                canvas.text(
                    at + side * (wide + 4), first + LINE * number, line, size=size, colour="ink",
                    align="right" if rtl else "left", role="legend",
                )  # fmt: skip
            at += side * item_width(canvas, item, size)
        y += high
    return y


def _no_symbol(_canvas: Canvas, _box: Rect, _size: float, _item: LegendItem) -> None:
    """Draw nothing: the item says of how many strikes the others speak."""


def _number_symbol(canvas: Canvas, box: Rect, size: float, _item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([box.width / 2]), fill="circle", layer=6)
    canvas.text(
        middle[0, 0], middle[0, 1] + size * 0.35, _find_sign(canvas),
        size=size, bold=True, colour="circle text", align="center", layer=7, role="legend symbol",
    )  # fmt: skip


def _circle_symbol(canvas: Canvas, box: Rect, _size: float, item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([item.radius]), fill=item.colour, layer=6)


def _group_symbol(canvas: Canvas, box: Rect, _size: float, item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([SINGLE + 1]), fill=item.colour, edge="ink", line=0.5, layer=6)


def _find_sign(canvas: Canvas) -> str:
    return _SIGNS.get(canvas.typeface.language, "n")


def _disputed_symbol(canvas: Canvas, box: Rect, _size: float, _item: LegendItem) -> None:
    middle = np.array([(box.x + box.width / 2, box.y + box.height / 2)])
    canvas.circles(middle, np.array([SINGLE + 1]), fill=fill_of(1), edge=edge_of(1), layer=6)


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
        box.x + box.width / 2, box.y + box.height / 2 + size * 0.35, _find_sign(canvas),
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


def _layer_symbol(canvas: Canvas, box: Rect, _size: float, item: LegendItem) -> None:
    if item.layer is not None:
        draw_layer_sample(canvas, box, item.layer)


_SYMBOLS: dict[str, Callable[[Canvas, Rect, float, LegendItem], None]] = {
    "none": _no_symbol,
    "circle": _circle_symbol,
    "disputed": _disputed_symbol,
    "group": _group_symbol,
    "shade": _shade_symbol,
    "number": _number_symbol,
    "dot": _dot_symbol,
    "ring": _ring_symbol,
    "area": _area_symbol,
    "contested": _contested_symbol,
    "beyond": _beyond_symbol,
    "set back": _set_back_symbol,
    "layer": _layer_symbol,
    "note": lambda canvas, box, _size, _item: draw_note_sample(canvas, box),
}

"""Arrangements of a page's body: map column, tables and texts, by paper and what must fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.briefing.drawing.frame import Rect
from geo.briefing.page.blocks import Block, BlockMaker
from geo.briefing.page.table import make_table
from geo.briefing.page.totals import make_totals

__all__ = ["GAP", "Arrangement", "Filling", "arrange"]

GAP = 9.0  # points between parts of the page
PANEL = 0.345  # of the body's width
PANELS_NUMBERED = (0.32, 0.36, 0.40, 0.44, 0.48, 0.52)  # the table needs more
LEAST_PANEL = 28  # of the size of text: a narrower table breaks words
LEAST_COLUMN = 37  # of the size of text: a narrower map has no room for its legend
UNDER = 0.32  # of the body's height: the most for what stands under the map
TABLE_PART = 0.62  # of what table and sources have together
LEAST_SOURCES = 3  # lines


@dataclass(frozen=True, slots=True)
class Filling:
    """What the blocks say that depends on the map: strikes outside it, sentences needed."""

    outside: int
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the map column lies and where the rest goes, on a page read from the left."""

    kind: str
    column: Rect
    panel: Rect
    below: Rect

    def fill(
        self, maker: BlockMaker, filling: Filling
    ) -> tuple[list[tuple[Block, float, float]], Rect, bool]:
        """Return blocks with their places, the locator's place, and whether all is said."""
        if self.kind == "panel":
            return _fill_panel(maker, self.panel, filling)
        if self.kind == "split":
            return _fill_split(maker, self.panel, self.below, filling)
        if self.kind in ("sources under", "reading under"):
            return _fill_under(maker, self, filling)
        return _fill_below(maker, self.below, filling)


Score = Callable[[Rect], float]
Filled = tuple[list[tuple[Block, float, float]], Rect, bool]


def arrange(
    maker: BlockMaker, body: Rect, filling: Filling, *, upright: bool, score: Score
) -> tuple[Arrangement, bool]:
    """Choose the arrangement with the best map of those that say all; say whether any does.

    filling: everything the blocks might have to say. score: how good a map a column gives.
    """
    tried = _arrange_beside(maker, body, filling)
    if upright:
        tried = _arrange_upright(maker, body, filling) + tried
    complete = [each for each in tried if each.fill(maker, filling)[2]]
    if not complete:
        return tried[0], False
    return max(complete, key=lambda each: round(score(each.column), 4)), True


def _arrange_beside(maker: BlockMaker, body: Rect, filling: Filling) -> list[Arrangement]:
    if not maker.facts.numbered:
        return [_beside(body, PANEL, 0)]
    least = maker.small * LEAST_PANEL
    map_least = maker.small * LEAST_COLUMN
    parts = [
        part
        for part in PANELS_NUMBERED
        if part * body.width >= least and _beside(body, part, 0).column.width >= map_least
    ]
    tried = [_beside(body, part, 0) for part in parts]
    for part in parts:
        column = _beside(body, part, 0).column
        for kind, blocks in _under(maker, column.width, body.height * UNDER, filling).items():
            below = max(block.height for block in blocks) + GAP
            tried.append(_beside(body, part, below, kind))
    return tried


def _under(
    maker: BlockMaker, width: float, height: float, filling: Filling
) -> dict[str, tuple[Block, ...]]:
    """Return what may stand under the map, by the kind of arrangement."""
    reading: dict[str, tuple[Block, ...]] = {
        "reading under": (maker.reading(width, filling.phrases),)
    }
    if not maker.facts.sources.total:
        return reading
    return reading | {
        "split": _halves(maker, width, height, filling),
        "sources under": (maker.sources(width, height),),
    }


def _beside(body: Rect, part: float, below: float, kind: str = "panel") -> Arrangement:
    """Return a panel beside the map.

    part: of the body's width. below: height in points kept under the map.
    """
    width = body.width * part
    panel = Rect(body.right - width, body.y, width, body.height)
    column = Rect(body.x, body.y, body.width - width - GAP * 1.6, body.height - below)
    under = Rect(column.x, column.bottom + GAP, column.width, max(below - GAP, 0))
    return Arrangement(kind, column, panel, under)


def _arrange_upright(maker: BlockMaker, body: Rect, filling: Filling) -> list[Arrangement]:
    tried = []
    for part in (0.40, 0.5, 0.62) if maker.facts.numbered else (0.45,):
        most = body.height * part
        rest = Rect(body.x, body.bottom - most, body.width, most)
        blocks, locator, _ = _fill_below(maker, rest, filling)
        ends = [y + block.height for block, _, y in blocks] + [locator.bottom]
        used = max(ends) - rest.y
        column = Rect(body.x, body.y, body.width, body.height - used - GAP)
        below = Rect(body.x, body.bottom - used, body.width, used + 0.01)
        tried.append(Arrangement("below", column, below, below))
    return tried


def _locator_size(small: float, *, tight: bool = False) -> tuple[float, float]:
    return (small * 8.2, small * 6.7) if tight else (small * 11.0, small * 9.0)


def _top(
    maker: BlockMaker, rect: Rect, filling: Filling, *, tight: bool = False
) -> tuple[Block, Rect]:
    """Return the totals and the locator at their end side; tight: a smaller locator."""
    wide, high = _locator_size(maker.small, tight=tight)
    totals = make_totals(maker, rect.width - wide - GAP, filling.outside)
    totals.height = max(totals.height, high)
    return totals, Rect(rect.right - wide, rect.y, wide, high)


def _fit_table(maker: BlockMaker, width: float, height: float) -> Block:
    """Return the table with as many rows as a height holds, empty where it holds none."""
    count = len(maker.facts.rows)
    while count:
        table = make_table(maker, width, count)
        if table.height <= height:
            return table
        count -= max(1, int(count * (1 - height / table.height))) if height > 0 else count
    return Block(width, complete=not maker.facts.rows)


def _table_and_sources(maker: BlockMaker, width: float, height: float) -> tuple[Block, Block]:
    """Return table and sources within a height; the sources that the rows name come first."""
    everything = maker.sources(width, height).height
    least = maker.sources(width, 0).height + maker.small * maker.leading * LEAST_SOURCES
    least = everything if maker.facts.numbered else min(everything, least)
    gap = GAP if maker.facts.sources.total else 0
    high = height - least - gap
    if not maker.facts.numbered:
        high = min(high, max(height * TABLE_PART, height - everything - gap))
    table = _fit_table(maker, width, high)
    gap = GAP if table.items else 0
    return table, maker.sources(width, height - table.height - gap)


def _stack(x: float, y: float, blocks: Sequence[Block]) -> list[tuple[Block, float, float]]:
    placed = []
    for block in blocks:
        if block.items:
            placed.append((block, x, y))
            y += block.height + GAP
    return placed


def _fill_panel(maker: BlockMaker, panel: Rect, filling: Filling) -> Filled:
    totals, locator = _top(maker, panel, filling)
    reading = maker.reading(panel.width, filling.phrases)
    rest = panel.height - totals.height - reading.height - 2 * GAP
    table, sources = _table_and_sources(maker, panel.width, rest)
    blocks = [totals, table, sources, reading]
    return _stack(panel.x, panel.y, blocks), locator, table.complete and sources.complete


def _halves(
    maker: BlockMaker, width: float, height: float, filling: Filling
) -> tuple[Block, Block]:
    wide = width * 0.6
    sources = maker.sources(wide, height)
    return sources, maker.reading(width - wide - GAP * 2, filling.phrases)


def _fill_split(maker: BlockMaker, panel: Rect, below: Rect, filling: Filling) -> Filled:
    totals, locator = _top(maker, panel, filling, tight=True)
    table = _fit_table(maker, panel.width, panel.height - totals.height - GAP)
    sources, reading = _halves(maker, below.width, below.height + 0.01, filling)
    placed = _stack(panel.x, panel.y, [totals, table])
    placed += [(sources, below.x, below.y), (reading, below.right - reading.width, below.y)]
    return placed, locator, table.complete and sources.complete


def _fill_under(maker: BlockMaker, where: Arrangement, filling: Filling) -> Filled:
    """Fill the panel, with sources or how to read under the map."""
    panel, below = where.panel, where.below
    totals, locator = _top(maker, panel, filling, tight=True)
    high = panel.height - totals.height - GAP
    if where.kind == "sources under":
        reading = maker.reading(panel.width, filling.phrases)
        table = _fit_table(maker, panel.width, high - reading.height - GAP)
        sources = maker.sources(below.width, below.height + 0.01)
        inside, under = [totals, table, reading], sources
    else:
        table, sources = _table_and_sources(maker, panel.width, high)
        inside, under = [totals, table, sources], maker.reading(below.width, filling.phrases)
    placed = [*_stack(panel.x, panel.y, inside), (under, below.x, below.y)]
    fits = under.height <= below.height + 0.01
    return placed, locator, table.complete and sources.complete and fits


def _fill_below(maker: BlockMaker, below: Rect, filling: Filling) -> Filled:
    wide, high = _locator_size(maker.small)
    free = below.width - wide - GAP * 2
    totals = make_totals(maker, free * 0.42 - GAP, filling.outside)
    reading = maker.reading(free * 0.58 - GAP, filling.phrases)
    top = max(totals.height, reading.height, high)
    rest = below.height - top - GAP
    table, sources = _table_and_sources(maker, below.width, rest)
    placed = [(totals, below.x, below.y), (reading, below.x + free * 0.42, below.y)]
    placed += _stack(below.x, below.y + top + GAP, [table, sources])
    locator = Rect(below.right - wide, below.y, wide, high)
    return placed, locator, table.complete and sources.complete

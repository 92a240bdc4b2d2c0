"""The second page of a sheet: all that the first, of which the map has most, has no room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.area_table import fit_areas
from geo.briefing.page.blocks import GAP, Block, BlockMaker, draw_block
from geo.briefing.page.edges import draw_footer, draw_header, find_body, make_maker
from geo.briefing.page.filling import Filling
from geo.briefing.page.given import PageContent
from geo.briefing.page.table import fit_table
from geo.briefing.page.totals import make_totals

__all__ = ["ON_SECOND", "SecondPage", "count_cited", "draw_second", "fits_second", "list_whole"]

ON_SECOND = "second page"  # the role of the line on the first page that leads to it
COLUMNS = 0.56  # of the width: the first of two columns
Part = str  # totals, table, areas, sources or reading
# What stands in each column, best first; on upright paper all stands in one.
BESIDE: tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...] = (
    (("table", "areas"), ("totals", "sources", "reading")),
    (("table", "totals"), ("areas", "sources", "reading")),
    (("table", "reading", "totals"), ("areas", "sources")),
    (("table", "areas", "reading"), ("totals", "sources")),
)
UPRIGHT = ((("totals", "table", "areas", "sources", "reading"),),)


@dataclass(frozen=True, slots=True, eq=False)
class SecondPage:
    """The second page as drawn, and where the parts lie."""

    canvas: Canvas
    title: tuple[Block, Rect]
    under: tuple[Block, Rect]
    footer: tuple[Block, Rect]
    blocks: tuple[tuple[Block, Rect], ...]


def draw_second(page: PageContent, filling: Filling, canvas: Canvas) -> SecondPage:
    """Draw the second page. filling: what depends on the map."""
    page = _number(page)
    maker = make_maker(page, canvas)
    placed, _ = _fill(page, maker, filling)
    title, under = draw_header(page, canvas, maker)
    footer = draw_footer(page, canvas, maker)
    blocks = [(block, page.turn(Rect(x, y, block.width, block.height))) for block, x, y in placed]
    for block, rect in blocks:
        draw_block(canvas, block, rect.x, rect.y)
    return SecondPage(canvas, title, under, footer, tuple(blocks))


def list_whole(page: PageContent, filling: Filling, canvas: Canvas, width: float) -> list[Block]:
    """Return the totals and how to read the sheet, for a file whose pages are not drawn.

    width: in points, that a line may have.
    """
    maker = make_maker(page, canvas)
    return [make_totals(maker, width, filling), maker.reading(width, filling.phrases)]


def fits_second(page: PageContent, filling: Filling, canvas: Canvas) -> bool:
    """Return whether the second page holds the whole table, and the sources of its rows."""
    page = _number(page)
    return _fill(page, make_maker(page, canvas), filling)[1]


def count_cited(page: PageContent, filling: Filling, canvas: Canvas) -> int:
    """Return how many rows of the table, from the first, cite sources that the page lists."""
    page = _number(page)
    filled, _ = _fill(page, make_maker(page, canvas), filling)
    listed = _list_numbers((filled, True))
    rows = page.facts.rows
    unlisted = (at for at, row in enumerate(rows) if not listed.issuperset(row.cited))
    return next(unlisted, len(rows))


def _number(page: PageContent) -> PageContent:
    which = page.words.say("page of", number=2, count=2).replace(" ", "\xa0")
    last = f"{page.footer[-1]} · {which}"
    return replace(page, footer=(*page.footer[:-1], last))


Filled = tuple[list[tuple[Block, float, float]], bool]


def _fill(page: PageContent, maker: BlockMaker, filling: Filling) -> Filled:
    """Return the blocks of the first way that holds everything, else of that with most rows."""
    body = find_body(page, maker)
    columns = UPRIGHT if page.paper.upright else BESIDE
    ways = [_fill_columns(maker, body, way, filling) for way in columns]

    if whole := next((way for way in ways if way[1]), None):
        return whole

    def again(way: Sequence[Sequence[Part]], rows: int) -> Filled:
        few = replace(maker, facts=page.facts.keep_rows(rows))
        return _fill_columns(few, body, way, filling)

    cut = [_cite_listed(page, filled, partial(again, way))
           for way, filled in zip(columns, ways, strict=True)]  # fmt: skip
    return max(cut, key=_count_rows)


def _cite_listed(page: PageContent, filled: Filled, again: Callable[[int], Filled]) -> Filled:
    """Return the page with as many rows of the table as it lists the sources of.

    again: fills the page with so many rows.
    """
    while rows := _count_rows(filled):
        cited = {number for row in page.facts.rows[:rows] for number in row.cited}
        if cited <= _list_numbers(filled):
            break
        filled = again(rows - 1)
    return filled[0], False


def _count_rows(filled: Filled) -> int:
    return max([len(b.rules) - 1 for b, _, _ in filled[0] if b.kind == "table"], default=0)


def _list_numbers(filled: Filled) -> set[int]:
    """Return the numbers of the sources that are listed."""
    items = [item for block, _, _ in filled[0] if block.kind == "sources" for item in block.items]
    return {int(item.text) for item in items if item.align == "end" and item.text.isdigit()}


def _fill_columns(
    maker: BlockMaker, body: Rect, columns: Sequence[Sequence[Part]], filling: Filling
) -> Filled:
    placed, complete = [], True
    gap = GAP * 2
    widths = [body.width]
    if len(columns) > 1:
        first = (body.width - gap) * COLUMNS
        widths = [first, body.width - gap - first]
    x = body.x
    for parts, width in zip(columns, widths, strict=True):
        y = body.y
        for block in _make_column(maker, parts, width, body.height, filling):
            complete = complete and block.complete
            if block.items:
                placed.append((block, x, y))
                y += block.height + GAP
        complete = complete and y - GAP <= body.bottom + 0.01
        x += width + gap
    return placed, complete


def _make_column(
    maker: BlockMaker, parts: Sequence[Part], width: float, height: float, filling: Filling
) -> list[Block]:
    """Return the blocks of a column: what can be cut takes what the others leave."""
    blocks: dict[Part, Block] = {}
    if "totals" in parts:
        blocks["totals"] = make_totals(maker, width, filling)
    if "reading" in parts:
        blocks["reading"] = maker.reading(width, filling.phrases)
    for part, make in (("areas", fit_areas), ("table", fit_table)):
        if part in parts:
            used = sum(block.height + GAP for block in blocks.values())
            least = maker.small * 8 if "sources" in parts else 0
            blocks[part] = make(maker, width, height - used - least)
    if "sources" in parts:
        used = sum(block.height + GAP for block in blocks.values() if block.items)
        blocks["sources"] = maker.sources(width, height - used)
    return [blocks[part] for part in parts]

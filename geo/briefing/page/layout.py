"""The page of a sheet: where header, map, furniture, tables and footer go, and their drawing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from geo.briefing.content.facts import Facts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.area_names import AreaName
from geo.briefing.map.base_map import BaseMap
from geo.briefing.map.draw import draw_map
from geo.briefing.map.lay import StrikePoints, lay_map
from geo.briefing.map.symbols import MapContent, MapPlan
from geo.briefing.page.arrange import GAP, Arrangement, arrange
from geo.briefing.page.bars import draw_timeline
from geo.briefing.page.blocks import LEADING, Block, BlockMaker, draw_block
from geo.briefing.page.filling import list_needed, list_possible
from geo.briefing.page.furniture import (
    STEP,
    LegendItem,
    StripStyle,
    draw_locator,
    draw_strip,
    list_legend,
    strip_rows,
)
from geo.briefing.terms.options import Paper
from geo.briefing.terms.words import Words

__all__ = ["Drawn", "PageContent", "draw_foot", "draw_head", "draw_page", "fits_table", "frame_map"]

TIMELINE = 50.0  # points high
LEAST_MAP = 60.0  # points high
ROOM = 0.15  # how much the map's room counts beside its scale, as a power
Shorten = Callable[..., str]


@dataclass(frozen=True, slots=True, eq=False)
class PageContent:
    """All that a page needs to be drawn."""

    paper: Paper
    facts: Facts
    points: StrikePoints
    base_map: BaseMap
    plan: MapPlan
    footer: tuple[str, ...]
    handling: str
    words: Words

    @property
    def margin(self) -> float:
        """Points kept free at the edges; printers need more."""
        return 20.0 if self.paper.dpi < 300 else 30.0

    @property
    def subtitles(self) -> list[str]:
        """The lines under the headline: the subtitle given, then title, period and filters."""
        facts = self.facts
        title = facts.title if facts.title != facts.headline else ""
        whole = self.words.say("semicolon").join(
            part for part in (title, facts.period, facts.filters) if part
        )
        return [line for line in (facts.subtitle, whole) if line]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A page as drawn: what its map shows, and where the parts lie."""

    canvas: Canvas
    content: MapContent
    column: Rect  # map, strip and timeline
    locator: Rect
    title: tuple[Block, Rect]
    under: tuple[Block, Rect]
    footer: tuple[Block, Rect]
    blocks: tuple[tuple[Block, Rect], ...]
    names: tuple[AreaName, ...]  # of areas, on the map


def draw_page(page: PageContent, canvas: Canvas) -> Drawn:
    """Draw the whole sheet."""
    maker = _maker(page, canvas)
    arrangement, _ = _arrange(page, maker)
    title, under = _draw_header(page, canvas, maker)
    footer = _draw_footer(page, canvas, maker)
    column = _turn(page, arrangement.column)
    content, names = _draw_column(page, canvas, column)
    actual = list_needed(page.facts, content)
    placed, locator, _ = arrangement.fill(maker, actual)
    blocks = [(block, _turn(page, Rect(x, y, block.width, block.height))) for block, x, y in placed]
    for block, rect in blocks:
        draw_block(canvas, block, rect.x, rect.y)
    draw_locator(canvas, _turn(page, locator), page.base_map, content.frame)
    return Drawn(
        canvas, content, column, _turn(page, locator), title, under, footer, tuple(blocks),
        tuple(names),
    )  # fmt: skip


def draw_head(page: PageContent, canvas: Canvas) -> float:
    """Draw title and lines under it; return where the body begins, in points."""
    maker = _maker(page, canvas)
    _draw_header(page, canvas, maker)
    return _body(page, maker).y


def draw_foot(page: PageContent, canvas: Canvas) -> float:
    """Draw the lines under the sheet; return where the body ends, in points."""
    maker = _maker(page, canvas)
    _draw_footer(page, canvas, maker)
    return _body(page, maker).bottom


def fits_table(page: PageContent, canvas: Canvas) -> bool:
    """Return whether the whole table and its sources fit on the page."""
    maker = _maker(page, canvas)
    _, complete = _arrange(page, maker)
    return complete


def frame_map(page: PageContent, canvas: Canvas) -> MapFrame:
    """Return where the map lies and what it shows, as far as is known before it is laid."""
    arrangement, _ = _arrange(page, _maker(page, canvas))
    return _frame(page, _turn(page, arrangement.column))


def _frame(page: PageContent, column: Rect) -> MapFrame:
    high = max(column.height - STEP - 6 - TIMELINE, LEAST_MAP)
    rect = Rect(column.x, column.y, column.width, high)
    return fit_frame(rect, page.plan.box, projection=page.plan.projection)


def _arrange(page: PageContent, maker: BlockMaker) -> tuple[Arrangement, bool]:
    """Choose the arrangement that draws the map largest."""

    def score(column: Rect) -> float:
        frame = _frame(page, column)
        rect = frame.rect
        return frame.points_per_metre * math.pow(rect.width * rect.height, ROOM)

    body = _body(page, maker)
    return arrange(
        maker,
        body,
        list_possible(page.facts, page.points, page.plan),
        upright=page.paper.upright,
        score=score,
    )


def _turn(page: PageContent, rect: Rect) -> Rect:
    """Return where a rectangle lies on the page: mirrored where it is read from the right."""
    return rect.mirror(page.paper.width) if page.words.rtl else rect


def _body(page: PageContent, maker: BlockMaker) -> Rect:
    """Return what header and footer leave."""
    margin = page.margin
    top = _measure_header(page, maker)
    bottom = _footer_top(page, maker) - 3 - GAP * 0.7
    return Rect(margin, top, page.paper.width - 2 * margin, bottom - top)


def _maker(page: PageContent, canvas: Canvas) -> BlockMaker:
    return BlockMaker(page.facts, page.words, canvas.typeface, page.paper.small)


def _header_blocks(page: PageContent, maker: BlockMaker) -> tuple[Block, Block, str]:
    """Return title, lines under it, and the handling line, within the page's width."""
    small, width = page.paper.small, page.paper.width - 2 * page.margin
    handling = maker.face.shorten(page.handling, width * 0.4, small * 1.1, bold=True)
    free = width - (maker.face.width(handling, small * 1.1, bold=True) + 30 if handling else 0)
    title = Block(free)
    for scale in (2.2, 1.7, 1.35):
        title = maker.paragraph(
            [page.facts.headline], free, size=small * scale, bold=True, role="title"
        )
        if len(title.items) <= 2:
            break
    if len(title.items) > 3:
        title = _cut(title, 3, maker.face.shorten)
    under = maker.paragraph(
        page.subtitles, width, size=small * 1.25, colour="quiet", role="subtitle"
    )
    return title, _cut(under, 4, maker.face.shorten), handling


def _cut(block: Block, most: int, shorten: Shorten) -> Block:
    """Keep as many lines, an ellipsis on the last where more were there."""
    if len(block.items) <= most:
        return block
    last = block.items[most - 1]
    rest = " ".join(item.text for item in block.items[most - 1 :])
    text = shorten(rest, block.width, last.size, bold=last.bold)
    items = block.items[: most - 1]
    line = type(last)(last.dx, last.dy, text, last.size, last.bold, last.colour, role=last.role)
    return Block(block.width, last.dy + last.size * (LEADING - 1), [*items, line], complete=False)


def _measure_header(page: PageContent, maker: BlockMaker) -> float:
    title, under, _ = _header_blocks(page, maker)
    return page.margin * 0.8 + title.height + 1 + under.height + GAP * 0.8


def _draw_header(
    page: PageContent, canvas: Canvas, maker: BlockMaker
) -> tuple[tuple[Block, Rect], tuple[Block, Rect]]:
    title, under, handling = _header_blocks(page, maker)
    margin, rtl = page.margin, page.words.rtl
    width = page.paper.width - 2 * margin
    y = margin * 0.8
    at = Rect(margin + (width - title.width if rtl else 0), y, title.width, title.height)
    below = Rect(margin, y + title.height + 1, under.width, under.height)
    draw_block(canvas, title, at.x, at.y)
    draw_block(canvas, under, below.x, below.y)
    if handling:
        size = page.paper.small * 1.1
        wide = canvas.typeface.width(handling, size, bold=True) + 14
        x = margin if rtl else margin + width - wide
        canvas.rect(Rect(x, y, wide, size * 1.8), edge="handling", line=1.2, layer=8)
        canvas.text(x + wide / 2, y + size * 1.27, handling, size=size, bold=True,
                    colour="handling", align="center", role="handling")  # fmt: skip
    return (title, at), (under, below)


def _footer(page: PageContent, maker: BlockMaker) -> Block:
    width = page.paper.width - 2 * page.margin
    return maker.paragraph(page.footer, width, colour="quiet", role="footer")


def _footer_top(page: PageContent, maker: BlockMaker) -> float:
    return page.paper.height - page.margin * 0.8 - _footer(page, maker).height


def _draw_footer(page: PageContent, canvas: Canvas, maker: BlockMaker) -> tuple[Block, Rect]:
    footer, top, margin = _footer(page, maker), _footer_top(page, maker), page.margin
    draw_block(canvas, footer, margin, top)
    right = page.paper.width - margin
    canvas.lines([[(margin, top - 3), (right, top - 3)]], colour="panel rule", layer=5)
    return footer, Rect(margin, top, footer.width, footer.height)


def _lay_column(
    page: PageContent, canvas: Canvas, column: Rect
) -> tuple[MapContent, list[list[LegendItem]], float]:
    """Lay the map into a column over its strip and timeline; the strip grows with the legend."""
    size = page.paper.small
    rows = 1
    while True:
        strip = STEP * rows + 6
        high = column.height - strip - TIMELINE
        rect = Rect(column.x, column.y, column.width, high)
        content = lay_map(canvas, rect, page.points, base_map=page.base_map, plan=page.plan)
        items = strip_rows(canvas, list_legend(content, page.words), column.width, size)
        if len(items) <= rows:
            return content, items, strip
        rows = len(items)


def _draw_column(
    page: PageContent, canvas: Canvas, column: Rect
) -> tuple[MapContent, list[AreaName]]:
    content, items, strip = _lay_column(page, canvas, column)
    style = StripStyle(page.paper.small, page.words)
    names = draw_map(canvas, content, page.base_map, page.plan)
    rect = content.frame.rect
    draw_strip(
        canvas, Rect(rect.x, rect.bottom, rect.width, strip), content.frame,
        rows=items, style=style,
    )  # fmt: skip
    below = Rect(rect.x, rect.bottom + strip, rect.width, TIMELINE)
    draw_timeline(canvas, below, page.facts, style=style)
    return content, names

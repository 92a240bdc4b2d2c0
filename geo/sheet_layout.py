"""The page of a sheet: where header, map, furniture, tables and footer go, and their drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.sheet_blocks import LEADING, Block, BlockMaker, draw_block
from geo.sheet_canvas import Canvas
from geo.sheet_facts import Facts
from geo.sheet_frame import Rect
from geo.sheet_furniture import (
    LegendItem,
    StripStyle,
    draw_locator,
    draw_strip,
    draw_timeline,
    list_legend,
    strip_rows,
)
from geo.sheet_ground import Ground
from geo.sheet_map import MapContent, MapPlan, StrikePoints, draw_map, lay_map
from geo.sheet_options import Paper
from geo.sheet_words import Words

__all__ = ["PageContent", "draw_page", "fits_table"]

GAP = 9.0  # points between parts of the page
TIMELINE = 58.0  # points high
Shorten = Callable[..., str]


@dataclass(frozen=True, slots=True, eq=False)
class PageContent:
    """All that a page needs to be drawn."""

    paper: Paper
    facts: Facts
    points: StrikePoints
    ground: Ground
    plan: MapPlan
    footer: tuple[str, ...]
    handling: str
    words: Words


def draw_page(page: PageContent, canvas: Canvas) -> MapContent:
    """Draw the whole sheet; returns what its map shows."""
    maker = _maker(page, canvas)
    top = _draw_header(page, canvas, maker)
    bottom = _draw_footer(page, canvas, maker)
    body = Rect(_margin(page), top, page.paper.width - 2 * _margin(page), bottom - top)
    if page.paper.upright:
        return _draw_upright(page, canvas, maker, body)
    return _draw_beside(page, canvas, maker, body)


def fits_table(page: PageContent, canvas: Canvas) -> bool:
    """Return whether the whole table and its sources find room on the page."""
    maker = _maker(page, canvas)
    top = _measure_header(page, maker)
    bottom = page.paper.height - _margin(page) - _footer(page, maker).height - GAP
    body = Rect(_margin(page), top, page.paper.width - 2 * _margin(page), bottom - top)
    if page.paper.upright:
        blocks = _blocks(maker, body.width, _below(page, body), 0, _phrases(page, None))
    else:
        panel = _panel(page, body)
        blocks = _blocks(maker, panel.width, panel.height, 0, _phrases(page, None))
    return all(block.complete for block in blocks)


def _maker(page: PageContent, canvas: Canvas) -> BlockMaker:
    return BlockMaker(page.facts, page.words, canvas.typeface, page.paper.small)


def _margin(page: PageContent) -> float:
    return 20.0 if page.paper.dpi < 300 else 30.0


def _header_blocks(page: PageContent, maker: BlockMaker) -> tuple[Block, Block, str]:
    """Return title, lines under it, and the handling line, within the page's width."""
    small, width = page.paper.small, page.paper.width - 2 * _margin(page)
    handling = maker.face.shorten(page.handling, width * 0.4, small * 1.1, bold=True)
    room = width - (maker.face.width(handling, small * 1.1, bold=True) + 30 if handling else 0)
    title = Block(room)
    for scale in (2.2, 1.7, 1.35):
        title = maker.paragraph(
            [page.facts.title], room, size=small * scale, bold=True, role="title"
        )
        if len(title.items) <= 2:
            break
    if len(title.items) > 3:
        title = _cut(title, 3, maker.face.shorten)
    facts = page.facts
    second = facts.period
    if facts.filters:
        second += page.words.say("semicolon") + facts.filters
    lines = [facts.subtitle, second] if facts.subtitle else [second]
    under = maker.paragraph(lines, width, size=small * 1.25, colour="quiet", role="subtitle")
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
    return _margin(page) * 0.8 + title.height + 1 + under.height + GAP * 0.8


def _draw_header(page: PageContent, canvas: Canvas, maker: BlockMaker) -> float:
    title, under, handling = _header_blocks(page, maker)
    margin, rtl = _margin(page), page.words.rtl
    width = page.paper.width - 2 * margin
    y = margin * 0.8
    draw_block(canvas, title, margin + (width - title.width if rtl else 0), y)
    draw_block(canvas, under, margin, y + title.height + 1)
    if handling:
        size = page.paper.small * 1.1
        wide = canvas.typeface.width(handling, size, bold=True) + 14
        x = margin if rtl else margin + width - wide
        canvas.rect(Rect(x, y, wide, size * 1.8), edge="handling", line=1.2, layer=8)
        canvas.text(x + wide / 2, y + size * 1.27, handling, size=size, bold=True,
                    colour="handling", align="center", role="handling")  # fmt: skip
    return _measure_header(page, maker)


def _footer(page: PageContent, maker: BlockMaker) -> Block:
    width = page.paper.width - 2 * _margin(page)
    return maker.paragraph(page.footer, width, colour="quiet", role="footer")


def _draw_footer(page: PageContent, canvas: Canvas, maker: BlockMaker) -> float:
    footer = _footer(page, maker)
    top = page.paper.height - _margin(page) * 0.8 - footer.height
    draw_block(canvas, footer, _margin(page), top)
    rule = top - 3
    right = page.paper.width - _margin(page)
    canvas.lines([[(_margin(page), rule), (right, rule)]], colour="panel rule", layer=5)
    return rule - GAP * 0.7


def _panel(page: PageContent, body: Rect) -> Rect:
    """Return the column beside the map, mirrored where the page is."""
    width = body.width * (0.40 if page.facts.numbered else 0.345)
    panel = Rect(body.right - width, body.y, width, body.height)
    return panel.mirror(page.paper.width) if page.words.rtl else panel


def _phrases(page: PageContent, content: MapContent | None) -> list[str]:
    """Return which sentences on reading this sheet needs."""
    totals = page.facts.totals
    needs = {
        "ranges": totals.rows > 0,
        "lead": totals.counted_elsewhere > 0,
        "circles": content is None or (content.rings is not None and len(content.rings[0]) > 0),
        "rings missing": content is not None and content.rings is None,
        "clusters": content is not None and any(c.count > 1 for c in content.clusters),
        "area": totals.area_only > 0,
        "actors": bool(page.facts.rows),
    }
    return [name for name, needed in needs.items() if needed]


def _blocks(
    maker: BlockMaker, width: float, height: float, outside: int, phrases: Sequence[str]
) -> list[Block]:
    """Return totals, table, sources and reading within a height; table and sources give way."""
    locator = locator_size(maker.small)
    totals = maker.totals(width - locator[0] - GAP, outside)
    totals.height = max(totals.height, locator[1])
    reading = maker.reading(width, phrases)
    rest = height - totals.height - reading.height - 3 * GAP
    least = maker.sources(width, 0).height + maker.small * LEADING * 3
    count = len(maker.facts.rows)
    share = rest - least if maker.facts.numbered else min(rest - least, rest * 0.62)
    table = maker.table(width, count)
    while count and table.height > share:
        count -= 1
        table = maker.table(width, count)
    if not count:
        table = Block(width, complete=not maker.facts.rows)
    sources = maker.sources(width, rest - table.height)
    return [totals, table, sources, reading]


def locator_size(small: float) -> tuple[float, float]:
    """Return width and height of the locator in points."""
    return small * 11.0, small * 9.0


def _draw_blocks(
    page: PageContent,
    canvas: Canvas,
    blocks: Sequence[Block],
    rect: Rect,
    content: MapContent,
) -> None:
    wide, high = locator_size(page.paper.small)
    rtl = page.words.rtl
    at_x = rect.x if rtl else rect.right - wide
    draw_locator(canvas, Rect(at_x, rect.y, wide, high), page.ground, content.frame)
    y = rect.y
    for block in blocks:
        if block.items:
            x = rect.right - block.width if rtl else rect.x
            draw_block(canvas, block, x, y)
            y += block.height + GAP


def _lay_column(
    page: PageContent, canvas: Canvas, column: Rect
) -> tuple[MapContent, list[list[LegendItem]], float]:
    """Lay the map into a column over its strip and timeline; the strip grows with the legend."""
    size = page.paper.small
    rows = 1
    while True:
        strip = size * 1.55 * rows + 8
        high = column.height - strip - TIMELINE
        rect = Rect(column.x, column.y, column.width, high)
        content = lay_map(canvas, rect, page.points, ground=page.ground, plan=page.plan)
        items = strip_rows(canvas, list_legend(content, page.words), column.width, size)
        if len(items) <= rows:
            return content, items, strip
        rows = len(items)


def _draw_column(page: PageContent, canvas: Canvas, column: Rect) -> MapContent:
    content, items, strip = _lay_column(page, canvas, column)
    style = StripStyle(page.paper.small, page.words)
    draw_map(canvas, content, page.ground, page.plan)
    rect = content.frame.rect
    draw_strip(
        canvas, Rect(rect.x, rect.bottom, rect.width, strip), content.frame,
        rows=items, style=style,
    )  # fmt: skip
    below = Rect(rect.x, rect.bottom + strip, rect.width, TIMELINE)
    draw_timeline(canvas, below, page.facts.timeline, rows=page.facts.all_rows, style=style)
    return content


def _draw_beside(page: PageContent, canvas: Canvas, maker: BlockMaker, body: Rect) -> MapContent:
    panel = _panel(page, body)
    width = body.width - panel.width - GAP * 1.6
    x = panel.right + GAP * 1.6 if page.words.rtl else body.x
    content = _draw_column(page, canvas, Rect(x, body.y, width, body.height))
    phrases = _phrases(page, content)
    blocks = _blocks(maker, panel.width, panel.height, content.outside, phrases)
    _draw_blocks(page, canvas, blocks, panel, content)
    return content


def _below(page: PageContent, body: Rect) -> float:
    """Return the most height that the blocks under the map may take."""
    return body.height * (0.52 if page.facts.numbered else 0.45)


def _draw_upright(page: PageContent, canvas: Canvas, maker: BlockMaker, body: Rect) -> MapContent:
    most = _below(page, body)
    phrases = _phrases(page, None)
    blocks = _blocks(maker, body.width, most, 0, phrases)
    used = sum(block.height + GAP for block in blocks if block.items)
    column = Rect(body.x, body.y, body.width, body.height - used - GAP * 0.5)
    content = _draw_column(page, canvas, column)
    blocks = _blocks(maker, body.width, used, content.outside, _phrases(page, content))
    rect = Rect(body.x, column.bottom + GAP * 0.5, body.width, used)
    _draw_blocks(page, canvas, blocks, rect, content)
    return content

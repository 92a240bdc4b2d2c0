"""The head and the foot of a page, and the body between them."""

from __future__ import annotations

from collections.abc import Callable

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.blocks import GAP, LEADING, Block, BlockMaker, draw_block
from geo.briefing.page.given import PageContent

__all__ = ["draw_foot", "draw_footer", "draw_head", "draw_header", "find_body", "make_maker"]

SIZES = (2.2, 1.9, 1.65, 1.4)  # of the title by size of text: the largest that has one line
MOST_LINES = 2  # of the title, and of what stands under it
Shorten = Callable[..., str]


def make_maker(page: PageContent, canvas: Canvas) -> BlockMaker:
    """Return what makes the blocks of a page."""
    return BlockMaker(page.facts, page.words, canvas.typeface, page.paper.small)


def find_body(page: PageContent, maker: BlockMaker) -> Rect:
    """Return what head and foot leave."""
    margin = page.margin
    top = _measure_header(page, maker)
    bottom = _footer_top(page, maker) - 3 - GAP * 0.7
    return Rect(margin, top, page.paper.width - 2 * margin, bottom - top)


def _header_blocks(page: PageContent, maker: BlockMaker) -> tuple[Block, Block, str]:
    """Return title, lines under it, and the handling line, within the page's width."""
    small, width = page.paper.small, page.paper.width - 2 * page.margin
    handling = maker.face.shorten(page.handling, width * 0.4, small * 1.1, bold=True)
    free = width - (maker.face.width(handling, small * 1.1, bold=True) + 30 if handling else 0)
    text = page.facts.headline
    fitting = [s for s in SIZES if maker.face.width(text, small * s, bold=True) <= free]
    size = small * (fitting[0] if fitting else SIZES[-1])
    title = maker.paragraph([text], free, size=size, bold=True, role="title")
    title = _cut(title, MOST_LINES, maker.face.shorten)
    under = maker.paragraph(
        page.subtitles, width, size=small * 1.25, colour="quiet", role="subtitle"
    )
    return title, _cut(under, MOST_LINES, maker.face.shorten), handling


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


def draw_header(
    page: PageContent, canvas: Canvas, maker: BlockMaker
) -> tuple[tuple[Block, Rect], tuple[Block, Rect]]:
    """Draw title, lines under it and handling line; return the first two and where they lie."""
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


def draw_footer(page: PageContent, canvas: Canvas, maker: BlockMaker) -> tuple[Block, Rect]:
    """Draw the lines under the page with a rule over them; return them and where they lie."""
    footer, top, margin = _footer(page, maker), _footer_top(page, maker), page.margin
    draw_block(canvas, footer, margin, top)
    right = page.paper.width - margin
    canvas.lines([[(margin, top - 3), (right, top - 3)]], colour="panel rule", layer=5)
    return footer, Rect(margin, top, footer.width, footer.height)


def draw_head(page: PageContent, canvas: Canvas) -> float:
    """Draw title and lines under it; return where the body begins, in points."""
    maker = make_maker(page, canvas)
    draw_header(page, canvas, maker)
    return find_body(page, maker).y


def draw_foot(page: PageContent, canvas: Canvas) -> float:
    """Draw the lines under the sheet; return where the body ends, in points."""
    maker = make_maker(page, canvas)
    draw_footer(page, canvas, maker)
    return find_body(page, maker).bottom

"""The head and the foot of a page, and the body between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.blocks import GAP, LEADING, Block, BlockMaker, Item, append_block, draw_block
from geo.briefing.page.given import PageContent

__all__ = [
    "draw_foot", "draw_footer", "draw_head", "draw_header", "find_body", "make_maker",
    "place_handling",
]  # fmt: skip

SIZES = (2.2, 1.9, 1.65, 1.4)  # of the title by size of text: the largest that has one line
MOST_LINES = 4  # of the title; 200 letters on every paper
MOST_UNDER = 2  # of each of the lines under it
HANDLING = 1.1  # of the handling line, by size of text
BESIDE = 0.4  # of the width: a longer handling line stands over the title
AROUND = 7.0  # points between a handling line and its frame
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


@dataclass(frozen=True, slots=True)
class _Header:
    """The blocks of a head, and how far under the margin its title begins."""

    title: Block
    under: Block
    handling: Block | None
    down: float


def _make_header(page: PageContent, maker: BlockMaker) -> _Header:
    """Return title, lines under it, and handling line, within the page's width."""
    small, width = page.paper.small, page.paper.width - 2 * page.margin
    handling = _make_handling(page, maker)
    beside = handling is not None and handling.width <= width * BESIDE
    free = width - (handling.width + 16 if handling and beside else 0)
    down = handling.height + GAP / 2 if handling and not beside else 0.0
    text = page.facts.headline
    fitting = [s for s in SIZES if maker.face.width(text, small * s, bold=True) <= free]
    size = small * (fitting[0] if fitting else SIZES[-1])
    title = maker.paragraph([text], free, size=size, bold=True, role="title")
    title = _cut(title, MOST_LINES, maker.face.shorten)
    under = Block(width)
    for line in page.subtitles:  # each is cut alone, so that a long one does not hide the period
        whole = maker.paragraph([line], width, size=small * 1.25, colour="quiet", role="subtitle")
        append_block(under, _cut(whole, MOST_UNDER, maker.face.shorten))
    return _Header(title, under, handling, down)


def _make_handling(page: PageContent, maker: BlockMaker) -> Block | None:
    """Return the handling line, whole and as wide as it is; None for none."""
    if not page.handling:
        return None
    size, width = page.paper.small * HANDLING, page.paper.width - 2 * page.margin - 2 * AROUND
    lines = maker.face.wrap(page.handling, width, size, bold=True)
    wide = max(maker.face.width(line, size, bold=True) for line in lines) + 2 * AROUND
    block = Block(wide, size * 1.8 + (len(lines) - 1) * size * maker.leading)
    for at, line in enumerate(lines):
        dy = size * (1.27 + at * maker.leading)
        block.items.append(
            Item(wide / 2, dy, line, size, True, "handling", "center", role="handling")
        )
    return block


def place_handling(page: PageContent, maker: BlockMaker) -> tuple[Block, Rect] | None:
    """Return the handling line and where it stands, None for none."""
    block = _make_handling(page, maker)
    if block is None:
        return None
    x = page.margin if page.words.rtl else page.paper.width - page.margin - block.width
    return block, Rect(x, page.margin * 0.8, block.width, block.height)


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
    head = _make_header(page, maker)
    return page.margin * 0.8 + head.down + head.title.height + 1 + head.under.height + GAP * 0.8


def draw_header(
    page: PageContent, canvas: Canvas, maker: BlockMaker
) -> tuple[tuple[Block, Rect], tuple[Block, Rect]]:
    """Draw title, lines under it and handling line; return the first two and where they lie."""
    head = _make_header(page, maker)
    title, under = head.title, head.under
    margin, rtl = page.margin, page.words.rtl
    width = page.paper.width - 2 * margin
    y = margin * 0.8 + head.down
    at = Rect(margin + (width - title.width if rtl else 0), y, title.width, title.height)
    below = Rect(margin, y + title.height + 1, under.width, under.height)
    draw_block(canvas, title, at.x, at.y)
    draw_block(canvas, under, below.x, below.y)
    if (placed := place_handling(page, maker)) is not None:
        block, rect = placed
        canvas.rect(rect, edge="handling", line=1.2, layer=8)
        draw_block(canvas, block, rect.x, rect.y)
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

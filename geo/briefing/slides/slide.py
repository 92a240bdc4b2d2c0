"""One sheet as a slide with notes, and a second slide for a table that it cannot hold."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide

from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.picture import to_picture
from geo.briefing.page.blocks import Block, Item
from geo.briefing.page.layout import PageContent
from geo.briefing.sheet import Sheet
from geo.briefing.slides.picture import add_picture, alt_text
from geo.briefing.slides.table import add_table
from geo.briefing.slides.text import PLAIN, Line, Style, add_box, place, write

__all__ = ["add_sheet"]

HANDLING = 0.3  # of the width: the handling line, beside the title
TITLE_ONLY = 5  # of the layouts of python-pptx's own template


def add_sheet(deck: Presentation, sheet: Sheet) -> None:
    """Add a sheet to a presentation."""
    page, drawn = sheet.page, sheet.drawn
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    block, rect = drawn.title
    place(slide.shapes.title, rect)
    size = block.items[0].size
    write(slide.shapes.title, [page.facts.headline], Style(page.words, size, bold=True))
    _add_lines(slide, drawn.under, page, page.subtitles, colour="quiet")
    _add_pictures(slide, sheet)
    for block, rect in drawn.blocks:
        if block.kind == "table":
            add_table(slide, page, rect, page.facts.rows[: _rows_in(block, page)])
        else:
            _add_lines(slide, (block, rect), page, _join_lines(block, page))
    _add_lines(slide, drawn.footer, page, page.footer, colour="quiet")
    if page.handling:
        _add_handling(slide, page)
    _add_notes(slide, sheet)
    if page.facts.rows and not _holds_table(sheet):
        _add_table_slide(deck, sheet)


def _add_pictures(slide: Slide, sheet: Sheet) -> None:
    page, drawn = sheet.page, sheet.drawn
    dpi = drawn.canvas.figure.dpi
    whole = to_picture(drawn.canvas.figure)
    add_picture(slide, whole, drawn.column, dpi=dpi, alt=alt_text(page, drawn))
    add_picture(slide, whole, drawn.locator, dpi=dpi, alt=page.words.say("alt locator"))


def _holds_table(sheet: Sheet) -> bool:
    """Return whether the sheet has its table, with every row."""
    complete = [block.complete for block, _ in sheet.drawn.blocks if block.kind == "table"]
    return bool(complete) and all(complete)


def _rows_in(block: Block, page: PageContent) -> int:
    """Return how many rows of the table the block holds."""
    rules = len(block.rules) - 1
    return min(rules, len(page.facts.rows))


def _join_lines(block: Block, page: PageContent) -> list[Line]:
    """Return a block's text as paragraphs, its lines joined again."""
    lines: list[Line] = []
    number = ""
    for item in block.items:
        if item.align == "end":
            number = f"{item.text}. "
            lines.append(Line(number, False, item.size, item.url))
            continue
        last = lines[-1] if lines else None
        if last and item.role in ("source", "reading") and (number or _goes_on(last, item, block)):
            text = f"{last.text}{'' if number else ' '}{item.text}"
            lines[-1] = replace(last, text=text)
        else:
            lines.append(Line(item.text, item.bold, item.size))
        number = ""
    return [replace(line, text=page.words.in_digits(line.text)) for line in lines]


def _goes_on(last: Line, item: Item, block: Block) -> bool:
    """Return whether an item goes on with the paragraph before it."""
    same = (last.bold, last.size) == (item.bold, item.size)
    return same and block.kind in ("reading", "sources")


def _add_lines(
    slide: Slide,
    placed: tuple[Block, Rect],
    page: PageContent,
    lines: list[str] | list[Line] | tuple[str, ...],
    *,
    colour: str = "ink",
) -> None:
    block, rect = placed
    size = block.items[0].size if block.items else page.paper.small
    write(add_box(slide, rect), lines, Style(page.words, size, colour=colour))


def _add_table_slide(deck: Presentation, sheet: Sheet) -> None:
    """Put the table on a slide of its own where the sheet has no room for all of it.

    It leaves the house as the first does: with the handling line, the foot and the notes.
    """
    page, drawn = sheet.page, sheet.drawn
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    small, width = page.paper.small, page.paper.width - 48
    wide = width * (1 - HANDLING) if page.handling else width
    x = 24 + width - wide if page.words.rtl else 24
    place(slide.shapes.title, Rect(x, 18, wide, small * 3))
    write(slide.shapes.title, [page.facts.headline], Style(page.words, small * 1.8, bold=True))
    add_table(slide, page, Rect(24, 24 + small * 3, width, 40), page.facts.rows)
    _add_lines(slide, drawn.footer, page, page.footer, colour="quiet")
    if page.handling:
        _add_handling(slide, page)
    _add_notes(slide, sheet)


def _add_handling(slide: Slide, page: PageContent) -> None:
    size = page.paper.small * 1.1
    width = page.paper.width * HANDLING
    x = 20 if page.words.rtl else page.paper.width - 20 - width
    box = add_box(slide, Rect(x, 14, width, size * 1.5))
    write(box, [page.handling], Style(page.words, size, bold=True, colour="handling"))
    end = PP_ALIGN.LEFT if page.words.rtl else PP_ALIGN.RIGHT
    box.text_frame.paragraphs[0].alignment = end


def _add_notes(slide: Slide, sheet: Sheet) -> None:
    """Write all sources, with addresses, and what the recipient will not see, into the notes."""
    words, sources = sheet.page.words, sheet.facts.sources
    lines = [words.say("sources")]
    for source in sources.listed:
        address = f" {source.url}" if source.url else ""
        lines.append(f"{words.number(source.number)}. {source.line}{address}")
    left = sources.total - len(sources.listed)
    if left:
        lines.append(words.say("more sources", count=left))
    lines += ["", *_notes_of(sheet), "", *sheet.page.footer]
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(lines).translate(PLAIN)


def _notes_of(sheet: Sheet) -> tuple[str, ...]:
    """Return what stands in a slide's notes below the sources."""
    words, unseen = sheet.page.words, sheet.unseen
    filters = sheet.facts.filters or words.say("all strikes")
    lines = [words.say("notes filters", filters=f"{sheet.facts.period}; {filters}"), ""]
    return (*lines, words.say("notes unseen"), *unseen.warnings, *unseen.notes)

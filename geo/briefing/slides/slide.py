"""The pages of a sheet as slides with notes."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide

from geo.briefing.drawing.frame import Rect
from geo.briefing.page.blocks import Block, Item
from geo.briefing.page.edges import make_maker, place_handling
from geo.briefing.page.given import PageContent
from geo.briefing.page.layout import Drawn
from geo.briefing.page.second import SecondPage
from geo.briefing.sheet import Sheet
from geo.briefing.slides.picture import add_pictures
from geo.briefing.slides.table import add_grid, grid_areas, grid_strikes
from geo.briefing.slides.text import PLAIN, Line, Style, add_box, place, write

__all__ = ["add_sheet"]

GRIDS = {"table": grid_strikes, "areas": grid_areas}  # by the kind of block
TITLE_ONLY = 5  # of the layouts of python-pptx's own template


def add_sheet(deck: Presentation, sheet: Sheet) -> None:
    """Add a sheet to a presentation: a slide for each of its pages."""
    pages: list[Drawn | SecondPage] = [sheet.drawn, *([sheet.second] if sheet.second else [])]
    for drawn in pages:
        _add_page(deck, sheet, drawn)


def _add_page(deck: Presentation, sheet: Sheet, drawn: Drawn | SecondPage) -> None:
    """Add a page: it leaves the house with head, handling line, foot and notes of its own."""
    page = sheet.page
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    block, rect = drawn.title
    place(slide.shapes.title, rect)
    size = block.items[0].size
    write(slide.shapes.title, [page.facts.headline], Style(page.words, size, bold=True))
    _add_lines(slide, drawn.under, page, page.subtitles, colour="quiet")
    if isinstance(drawn, Drawn):
        add_pictures(slide, page, drawn)
    for block, rect in drawn.blocks:
        if block.kind in GRIDS:
            grid = GRIDS[block.kind](page, len(block.rules) - 1, rect.width)
            add_grid(slide, page, rect, grid)
        else:
            _add_lines(slide, (block, rect), page, _join_lines(block, page))
    _add_lines(slide, drawn.footer, page, page.footer, colour="quiet")
    _add_handling(slide, page, drawn)
    _add_notes(slide, sheet)


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


def _add_handling(slide: Slide, page: PageContent, drawn: Drawn | SecondPage) -> None:
    placed = place_handling(page, make_maker(page, drawn.canvas))
    if placed is None:
        return
    block, rect = placed
    box = add_box(slide, rect)
    style = Style(page.words, block.items[0].size, bold=True, colour="handling")
    write(box, [page.handling], style)
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
    options, names = sheet.options, sheet.page.base_map.area_names(words)
    # All of them: the notes are read without the title, which says some.
    told = words.filters(options.filters, names, options.view_box())
    filters = told or words.say("all strikes")
    lines = [words.say("notes filters", filters=f"{sheet.facts.period}; {filters}"), ""]
    return (*lines, words.say("notes unseen"), *unseen.warnings, *unseen.notes)

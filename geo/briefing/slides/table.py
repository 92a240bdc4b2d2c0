"""The table of strikes as a table that can be edited."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from geo.briefing.content.facts import TableRow
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.layout import PageContent
from geo.briefing.slides.text import Style, add_box, to_colour, to_emu, write, write_run

__all__ = ["add_table"]

# Parts of the table's width.
WIDTHS = {
    "number": 0.07, "date": 0.18, "place": 0.24, "what": 0.26, "killed": 0.15, "sources": 0.12,
}  # fmt: skip


def add_table(slide: Slide, page: PageContent, rect: Rect, rows: Sequence[TableRow]) -> None:
    """Add rows of the sheet's table under their heading."""
    small = page.paper.small
    heading = Rect(rect.x, rect.y + 3, rect.width, small * 1.6)
    title = page.facts.table_title
    if tied := page.facts.count_tied(len(rows)):
        more = page.words.say("more tied", count=tied)
        title = page.words.say("semicolon").join((title, more))
    write(add_box(slide, heading), [title], Style(page.words, small * 1.1, bold=True))
    names = [name for name in WIDTHS if name != "number" or page.facts.numbered]
    if page.words.rtl:
        names.reverse()  # the table's own rtl switch is not known to every program
    frame = slide.shapes.add_table(
        len(rows) + 1, len(names), to_emu(rect.x), to_emu(heading.bottom + 2),
        to_emu(rect.width), to_emu(small * 1.4 * (len(rows) + 1)),
    )  # fmt: skip
    frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].set("descr", title)
    frame.table.horz_banding = False
    total = sum(WIDTHS[name] for name in names)
    for at, name in enumerate(names):
        frame.table.columns[at].width = to_emu(rect.width * WIDTHS[name] / total)
        _fill_column(frame.table, at, name, page, rows)


def _fill_column(
    table: Table, at: int, name: str, page: PageContent, rows: Sequence[TableRow]
) -> None:
    words = page.words
    _fill_cell(table.cell(0, at), words.say(f"column {name}"), page, head=True)
    for line, row in enumerate(rows, start=1):
        text = words.number(row.number) if name == "number" else getattr(row, name)
        url = row.link if name == "sources" else ""
        _fill_cell(table.cell(line, at), text, page, head=False, url=url)


def _fill_cell(cell: _Cell, text: str, page: PageContent, *, head: bool, url: str = "") -> None:
    cell.margin_left = cell.margin_right = Pt(2)
    cell.margin_top = cell.margin_bottom = Pt(0.6)
    cell.fill.solid()  # type: ignore[no-untyped-call] # no hints there
    cell.fill.fore_color.rgb = to_colour("table head" if head else "paper")
    style = Style(page.words, page.paper.small * 0.94, bold=head)
    write_run(cell.text_frame.paragraphs[0], text, style, url=url)

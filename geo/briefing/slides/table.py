"""Tables of a sheet as tables that can be edited: of strikes, and of areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from geo.briefing.drawing.fonts import Typeface
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.area_table import area_cells, list_columns
from geo.briefing.page.given import PageContent
from geo.briefing.page.table import NARROW_FROM
from geo.briefing.slides.text import Style, add_box, to_colour, to_emu, write, write_run

__all__ = ["Grid", "add_grid", "grid_areas", "grid_strikes"]

SQUEEZED = ("place", "what", "area", "sheet", "before")  # they break where a table is narrow
TEXT = 0.94  # of the size of text
SIDE = 2.0  # points free at the sides of a cell
ROOM = 1.15  # of a text's width: fonts of other programs are wider
STRIKES = ("number", "date", "place", "what", "killed", "sources")
STRIKES_NARROW = ("number", "place", "killed")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its title, the names of its columns, and the cells and link of each row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    links: tuple[str, ...]  # web address of a row's sources, '' for none


def grid_strikes(page: PageContent, count: int, width: float) -> Grid:
    """Return the first strikes of the sheet's table, in the columns that a width holds."""
    facts, words = page.facts, page.words
    title = facts.table_title
    if tied := facts.count_tied(count):
        title = words.say("semicolon").join((title, words.say("more tied", count=tied)))
    names = STRIKES_NARROW if width < page.paper.small * NARROW_FROM else STRIKES
    told = {"number": facts.numbered, "sources": bool(facts.sources.total)}
    columns = tuple(name for name in names if told.get(name, True))
    rows = facts.rows[:count]
    cells = tuple(
        {name: words.number(row.number) if name == "number" else str(getattr(row, name))
         for name in columns}
        for row in rows
    )  # fmt: skip
    return Grid(title, columns, cells, tuple(row.link for row in rows))


def grid_areas(page: PageContent, count: int, width: float) -> Grid:
    """Return the first areas of the sheet, in the columns that a width holds."""
    areas = page.facts.areas
    columns = list_columns(page.facts, width, page.paper.small)
    title = areas.title
    if areas.note and ("before" in columns or not areas.has_before):
        title = page.words.say("semicolon").join((title, areas.note))
    cells = tuple(area_cells(page.words, row) for row in areas.rows[:count])
    return Grid(title, columns, cells, ("",) * len(cells))


def add_grid(slide: Slide, page: PageContent, rect: Rect, grid: Grid) -> None:
    """Add a table under its heading."""
    small = page.paper.small
    heading = Rect(rect.x, rect.y + 3, rect.width, small * 1.6)
    write(add_box(slide, heading), [grid.title], Style(page.words, small * 1.1, bold=True))
    names = list(grid.columns)
    if page.words.rtl:
        names.reverse()  # the table's own rtl switch is not known to every program
    frame = slide.shapes.add_table(
        len(grid.rows) + 1, len(names), to_emu(rect.x), to_emu(heading.bottom + 2),
        to_emu(rect.width), to_emu(small * 1.4 * (len(grid.rows) + 1)),
    )  # fmt: skip
    frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].set("descr", grid.title)
    frame.table.horz_banding = False
    widths = _share_width(page, grid, rect.width)
    for at, name in enumerate(names):
        frame.table.columns[at].width = to_emu(widths[name])
        _fill_column(frame.table, at, name, page, grid)


def _share_width(page: PageContent, grid: Grid, total: float) -> dict[str, float]:
    """Return the width of each column in points: what its texts need, so that few lines break."""
    face, size = Typeface(page.words.language), page.paper.small * TEXT
    needed = {}
    for name in grid.columns:
        head = face.width(page.words.say(f"column {name}"), size, bold=True)
        cells = [face.width(row[name], size) for row in grid.rows]
        needed[name] = max(head, *cells, 0.0) * ROOM + 2 * SIDE
    more = total - sum(needed.values())
    among = [name for name in needed if name in SQUEEZED] if more < 0 else list(needed)
    held = sum(needed[name] for name in among)
    return {
        name: width + (more * width / held if name in among else 0.0)
        for name, width in needed.items()
    }


def _fill_column(table: Table, at: int, name: str, page: PageContent, grid: Grid) -> None:
    _fill_cell(table.cell(0, at), page.words.say(f"column {name}"), page, head=True)
    for line, (row, link) in enumerate(zip(grid.rows, grid.links, strict=True), start=1):
        url = link if name == "sources" else ""
        _fill_cell(table.cell(line, at), row[name], page, head=False, url=url)


def _fill_cell(cell: _Cell, text: str, page: PageContent, *, head: bool, url: str = "") -> None:
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(0.6)
    cell.fill.solid()  # type: ignore[no-untyped-call] # no hints there
    cell.fill.fore_color.rgb = to_colour("table head" if head else "paper")
    style = Style(page.words, page.paper.small * TEXT, bold=head)
    write_run(cell.text_frame.paragraphs[0], text, style, url=url)

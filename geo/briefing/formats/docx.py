"""Word: a report of each sheet, with its picture, its tables and its sources as numbered notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.limits import read_member
from geo.briefing.content.metadata import MAKER, find_description
from geo.briefing.drawing.picture import to_preview
from geo.briefing.page.filling import list_needed
from geo.briefing.page.second import ON_SECOND, list_whole
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.briefing.slides.archive import DESCRIPTION, EPOCH, fix_archive
from geo.briefing.slides.picture import alt_text
from geo.briefing.slides.table import Grid, grid_areas, grid_strikes
from geo.briefing.slides.text import PLAIN

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.text.paragraph import Paragraph

__all__ = ["FORMAT"]

PICTURE_DPI = 150
MARGIN = 54.0  # points
FONT, SIZE, SMALL = "Arial", 10.0, 8.5  # points; on every machine, with Arabic
OLD_STYLES = "/stylesWithEffects"  # how the kind of a part of python-docx's template ends
WIDE = 10_000.0  # points: a table of the report has all its columns


def _render(sheets: Sequence[Sheet]) -> bytes:
    from docx import Document

    first = sheets[0]
    document = Document()
    _set_up(document, first)
    for at, sheet in enumerate(sheets):
        if at:
            document.add_page_break()  # type: ignore[no-untyped-call] # no hints there
        _add_sheet(document, sheet)
    raw = io.BytesIO()
    document.save(raw)
    return fix_archive(raw.getvalue(), first.description)


def _set_up(document: DocumentType, sheet: Sheet) -> None:
    """Set page, font and facts of the document; its handling line stands on every page."""
    from docx.shared import Pt

    # Of Word 2010, a second set of styles that the first has left: newer ones repair the file.
    for number, part in document.part.rels.items():
        if part.reltype.endswith(OLD_STYLES):
            del document.part.rels[number]
            break
    section = document.sections[0]
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin = section.bottom_margin = Pt(MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    if sheet.page.handling:
        _write(section.header.paragraphs[0], sheet.page.handling, sheet, bold=True)
    facts, told = document.core_properties, bool(sheet.description)
    as_of = sheet.facts.as_of
    when = datetime.combine(as_of, time(), UTC) if as_of and told else EPOCH
    facts.title = sheet.title[:250] if told else ""
    facts.comments = DESCRIPTION if told else ""
    facts.author = facts.last_modified_by = MAKER
    facts.created = facts.modified = when.replace(tzinfo=None)
    facts.revision = 1


def _add_sheet(document: DocumentType, sheet: Sheet) -> None:
    page, facts = sheet.page, sheet.facts
    _write(document.add_heading(level=1), facts.headline, sheet)
    for line in page.subtitles:
        _write(document.add_paragraph(), line, sheet)
    _add_picture(document, sheet)
    filling = list_needed(facts, sheet.drawn.content)
    totals, reading = list_whole(page, filling, sheet.drawn.canvas, WIDE)
    for item in totals.items:
        _write(document.add_paragraph(), item.text, sheet, bold=item.bold)
    if facts.areas.rows:
        _add_grid(document, sheet, grid_areas(page, len(facts.areas.rows), WIDE))
    if facts.rows:
        _add_grid(document, sheet, grid_strikes(page, len(facts.rows), WIDE))
    _add_sources(document, sheet)
    for item in reading.items:
        head = item.role == "heading"
        paragraph = document.add_heading(level=2) if head else document.add_paragraph()
        _write(paragraph, item.text, sheet)
    for line in page.footer:
        _write(document.add_paragraph(), line, sheet, size=SMALL)


def _add_picture(document: DocumentType, sheet: Sheet) -> None:
    """Put the sheet's first page in as a picture as wide as the text, with words for it."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator] # set above
    with sheet.drawn.canvas.without(ON_SECOND) as figure:
        raw = io.BytesIO(to_preview(figure, PICTURE_DPI))
    shape = document.add_picture(raw, width=width)
    about = shape._inline.docPr
    about.set("descr", alt_text(sheet.page, sheet.drawn))
    about.set("name", sheet.title[:100])


def _add_grid(document: DocumentType, sheet: Sheet, grid: Grid) -> None:
    from docx.oxml import OxmlElement

    words = sheet.page.words
    _write(document.add_heading(level=2), grid.title, sheet)
    names = grid.columns[::-1] if words.rtl else grid.columns
    table = document.add_table(rows=1, cols=len(names))
    table.style = "Table Grid"
    head = {name: words.say(f"column {name}") for name in names}
    _fill(table.rows[0].cells, head, names, sheet, bold=True)
    for row in grid.rows:
        _fill(table.add_row().cells, row, names, sheet)
    for line in table.rows:  # no row breaks over two pages
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(
    cells: Iterable[object],
    row: Mapping[str, str],
    names: Sequence[str],
    sheet: Sheet,
    *,
    bold: bool = False,
) -> None:
    for cell, name in zip(cells, names, strict=True):
        _write(cell.paragraphs[0], row[name], sheet, bold=bold, size=SMALL)  # type: ignore[attr-defined] # a cell


def _add_sources(document: DocumentType, sheet: Sheet) -> None:
    """List the sources as numbered notes, which the table's last column names, with addresses."""
    words, sources = sheet.page.words, sheet.facts.sources
    if not sources.total:
        return
    _write(document.add_heading(level=2), words.say("sources"), sheet)
    for source in sources.listed:
        paragraph = document.add_paragraph()
        _write(paragraph, f"{words.number(source.number)}. {source.line}", sheet, size=SMALL)
        if source.link:
            _add_link(paragraph, source.link)
    if left := sources.total - len(sources.listed):
        _write(document.add_paragraph(), words.say("more sources", count=left), sheet, size=SMALL)


def _add_link(paragraph: Paragraph, url: str) -> None:
    """Add a web address that leads to its page."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(f" {url}")
    link.append(run._r)
    paragraph._p.append(link)


def _write(
    paragraph: Paragraph, text: str, sheet: Sheet, *, bold: bool = False, size: float = 0.0
) -> None:
    """Write a text into an empty paragraph, in the direction of the sheet's language."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    run = paragraph.add_run(sheet.page.words.in_digits(text.translate(PLAIN)))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    paragraph.paragraph_format.space_after = Pt(2)
    if sheet.page.words.rtl:
        after = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *after)
        run.font.rtl = True


def _read_description(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return find_description(read_member(archive, "docProps/core.xml").decode("utf-8"))


FORMAT = SheetFormat(
    suffix=".docx",
    sentence="A Word report: picture, tables, sources",
    label="Word",
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=_render,
    read_description=_read_description,
    several=True,
    order=7,
)

"""Sheets as PowerPoint slides: text that can be edited, the map as a picture, a real table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as Shown
from pptx.table import _Cell
from pptx.text.text import _Paragraph
from pptx.util import Emu, Pt

from geo.briefing.content.facts import Facts, TableRow
from geo.briefing.drawing.canvas import COLOURS
from geo.briefing.drawing.frame import Rect
from geo.briefing.formats.pictures import MAKER, to_picture
from geo.briefing.page.blocks import Block
from geo.briefing.page.layout import Drawn, PageContent
from geo.briefing.terms.words import Words

__all__ = ["Slide", "to_pptx"]

FONT = "Arial"  # on every machine that opens slides, with Arabic; the sheet's own fonts are not
SCALE = 0.92  # Arial at this part of the size is no wider than the sheet's own font
TITLE_ONLY = 5  # of the layouts of python-pptx's own template
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # where no as-of date is known
# python-pptx takes 255 characters; the whole description is put in its place afterwards.
_DESCRIPTION = "strikemap-sheet-description"
_PLAIN = {0x200E: None, 0x200F: None, 0xA0: " "}  # marks of direction, no-break space
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """One sheet, and what its notes say below the sources."""

    page: PageContent
    drawn: Drawn
    notes: tuple[str, ...]


def to_pptx(slides: Sequence[Slide], *, title: str, told: str) -> bytes:
    """Return a presentation; `told` is what the file tells of itself, '' for nothing."""
    paper = slides[0].page.paper
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(_emu(paper.width)), Emu(_emu(paper.height))
    for slide in slides:
        _add_sheet(deck, slide)
    as_of = slides[0].page.facts.as_of
    when = datetime.combine(as_of, time(), UTC) if as_of and told else EPOCH
    facts = deck.core_properties
    facts.title = title[:250] if told else ""
    facts.comments = _DESCRIPTION if told else ""
    facts.author = facts.last_modified_by = MAKER
    facts.subject = facts.keywords = facts.category = ""
    facts.created = facts.modified = when.replace(tzinfo=None)
    facts.revision = 1
    raw = io.BytesIO()
    deck.save(raw)
    return _fix_archive(raw.getvalue(), told)


def _rgb(digits: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(digits))  # type: ignore[no-untyped-call] # no hints there


def _emu(points: float) -> int:
    return round(points * 12700)


def _fix_archive(raw: bytes, told: str) -> bytes:
    """Return the archive with one time on every entry, and its whole description."""
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for entry in source.infolist():
            if entry.filename == "docProps/thumbnail.jpeg":
                continue  # the template's own, of another presentation
            content = source.read(entry)
            if entry.filename == "_rels/.rels":
                content = _drop_thumbnail(content)
            if entry.filename == "docProps/core.xml":
                whole = escape(told, quote=False).encode("ascii")
                content = content.replace(_DESCRIPTION.encode("ascii"), whole)
            kept = zipfile.ZipInfo(entry.filename, ZIP_TIME)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = 0o600 << 16
            target.writestr(kept, content)
    return fixed.getvalue()


def _drop_thumbnail(rels: bytes) -> bytes:
    head, *parts = rels.split(b"<Relationship ")
    kept = [part for part in parts if b"thumbnail" not in part]
    tail = b"" if kept and kept[-1].endswith(b"</Relationships>") else b"</Relationships>"
    return b"<Relationship ".join([head, *kept]) + tail


def _add_sheet(deck: Deck, slide: Slide) -> None:
    page, drawn = slide.page, slide.drawn
    shown = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    block, rect = drawn.title
    heading = shown.shapes.title
    _place(heading, rect)
    _write(heading, [page.facts.title], page, size=block.items[0].size, bold=True)
    _add_text(shown, drawn.under, page, _header_lines(page), colour="quiet")
    picture = to_picture(drawn.canvas.figure)
    _add_picture(shown, picture, drawn.column, drawn.canvas.figure.dpi, alt_text(page, drawn))
    locator = page.words.say("alt locator")
    _add_picture(shown, picture, drawn.locator, drawn.canvas.figure.dpi, locator)
    table = [rect for block, rect in drawn.blocks if block.kind == "table"]
    whole = all(block.complete for block, _ in drawn.blocks if block.kind == "table") and table
    for block, rect in drawn.blocks:
        if block.kind == "table":
            _add_table(shown, page, rect, page.facts.rows[: _rows_in(block, page)])
        else:
            _add_text(shown, (block, rect), page, _paragraphs(block, page))
    _add_text(shown, drawn.footer, page, page.footer, colour="quiet")
    if page.handling:
        _add_handling(shown, page)
    _add_notes(shown, slide)
    if page.facts.rows and not whole:
        _add_table_slide(deck, page)


def _header_lines(page: PageContent) -> list[str]:
    facts = page.facts
    second = facts.period
    if facts.filters:
        second += page.words.say("semicolon") + facts.filters
    return [line for line in (facts.subtitle, second) if line]


def _rows_in(block: Block, page: PageContent) -> int:
    """Return how many rows of the table the block holds."""
    rules = len(block.rules) - 1
    return min(rules, len(page.facts.rows))


def _paragraphs(block: Block, page: PageContent) -> list[tuple[str, bool, float]]:
    """Return a block's text as paragraphs, its lines joined again: text, bold, size."""
    told: list[tuple[str, bool, float]] = []
    number = ""
    for item in block.items:
        if item.align == "end":
            number = f"{item.text}. "
            told.append((number, False, item.size))
            continue
        same = told and (told[-1][1], told[-1][2]) == (item.bold, item.size)
        joins = number or (block.kind in ("reading", "sources") and same and item.role != "heading")
        if joins and told and item.role in ("source", "reading"):
            text, bold, size = told[-1]
            told[-1] = (f"{text}{'' if number else ' '}{item.text}", bold, size)
        else:
            told.append((item.text, item.bold, item.size))
        number = ""
    return [(page.words.in_digits(text), bold, size) for text, bold, size in told]


def _place(shape: Shape, rect: Rect) -> None:
    shape.left, shape.top = Emu(_emu(rect.x)), Emu(_emu(rect.y))
    shape.width, shape.height = Emu(_emu(rect.width)), Emu(_emu(max(rect.height, 4)))


def _add_box(shown: Shown, rect: Rect) -> Shape:
    corner = [Emu(_emu(edge)) for edge in (rect.x, rect.y, rect.width, max(rect.height, 4))]
    return shown.shapes.add_textbox(*corner)


def _add_text(
    shown: Shown,
    placed: tuple[Block, Rect],
    page: PageContent,
    lines: Iterable[str | tuple[str, bool, float]],
    *,
    colour: str = "ink",
) -> None:
    block, rect = placed
    box = _add_box(shown, rect)
    size = block.items[0].size if block.items else page.paper.small
    _write(box, lines, page, size=size, colour=colour)


def _write(
    shape: Shape,
    lines: Iterable[str | tuple[str, bool, float]],
    page: PageContent,
    *,
    size: float,
    bold: bool = False,
    colour: str = "ink",
) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, line in enumerate(lines):
        text, strong, high = (line, bold, size) if isinstance(line, str) else line
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _write_run(paragraph, text, page.words, size=high, bold=strong, colour=colour)


def _write_run(
    paragraph: _Paragraph, text: str, words: Words, *, size: float, bold: bool, colour: str = "ink"
) -> None:
    paragraph.alignment = PP_ALIGN.RIGHT if words.rtl else PP_ALIGN.LEFT
    paragraph.line_spacing = 1.0
    paragraph.space_before = paragraph.space_after = Pt(0)
    run = paragraph.add_run()
    run.text = text.replace("\xa0", " ")
    font = run.font
    font.name, font.bold = FONT, bold
    font.size = Pt(max(round(size * SCALE * 2) / 2, 8))
    font.color.rgb = _rgb(COLOURS[colour][1:])
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "ar-SY" if words.rtl else "en-GB")
    if words.rtl:
        paragraph._p.get_or_add_pPr().set("rtl", "1")
        script = properties.makeelement(qn("a:cs"), {"typeface": FONT})
        properties.append(script)


def _add_picture(shown: Shown, page: Image.Image, rect: Rect, dpi: float, alt: str) -> None:
    """Cut a part out of the page's picture and put it where it was, with words for it."""
    scale = dpi / 72
    edges = (rect.x - 1, rect.y - 1, rect.right + 1, rect.bottom + 1)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    raw = io.BytesIO()
    page.crop((left, top, right, bottom)).save(raw, "PNG", compress_level=6, dpi=(dpi, dpi))
    raw.seek(0)
    corner = [Emu(_emu(edge / scale)) for edge in (left, top, right - left, bottom - top)]
    picture = shown.shapes.add_picture(raw, *corner)
    facts = picture._element.xpath("./p:nvPicPr/p:cNvPr")[0]
    facts.set("descr", alt)
    facts.set("name", "Map" if rect.width > 200 else "Locator")


def alt_text(page: PageContent, drawn: Drawn) -> str:
    """Return the map in words for those who do not see it."""
    words, facts = page.words, page.facts
    totals = facts.totals
    located = words.say("located of", located=totals.located, rows=totals.rows)
    area = words.say("area only", count=totals.area_only) + ". " if totals.area_only else ""
    groups = sorted(drawn.content.clusters, key=lambda c: -c.count)[:3]
    told = words.say("comma").join(words.number(group.count) for group in groups)
    sentence = words.say("alt many", groups=told) if told else ""
    return words.say(
        "alt", title=facts.title, period=facts.period, located=located, area=area,
        sentence=sentence,
    ).translate(_PLAIN)  # fmt: skip


def _add_table(shown: Shown, page: PageContent, rect: Rect, rows: Sequence[TableRow]) -> None:
    words, small = page.words, page.paper.small
    heading = Rect(rect.x, rect.y + 3, rect.width, small * 1.6)
    box = _add_box(shown, heading)
    _write(box, [page.facts.table_title], page, size=small * 1.1, bold=True)
    names = _columns(page.facts)
    if words.rtl:
        names.reverse()  # the table's own rtl switch is not known to every program
    shares = {"number": 0.07, "date": 0.18, "place": 0.24, "what": 0.26, "killed": 0.15,
              "sources": 0.12}  # fmt: skip
    total = sum(shares[name] for name in names)
    frame = shown.shapes.add_table(
        len(rows) + 1, len(names), Emu(_emu(rect.x)), Emu(_emu(heading.bottom + 2)),
        Emu(_emu(rect.width)), Emu(_emu(small * 1.4 * (len(rows) + 1))),
    )  # fmt: skip
    frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].set("descr", page.facts.table_title)
    table = frame.table
    table.horz_banding = False
    for at, name in enumerate(names):
        table.columns[at].width = Emu(_emu(rect.width * shares[name] / total))
        _fill_cell(table.cell(0, at), words.say(f"column {name}"), page, head=True)
        for line, row in enumerate(rows, start=1):
            text = words.number(row.number) if name == "number" else getattr(row, name)
            _fill_cell(table.cell(line, at), text, page, head=False)


def _columns(facts: Facts) -> list[str]:
    names = ["date", "place", "what", "killed", "sources"]
    return ["number", *names] if facts.numbered else names


def _fill_cell(cell: _Cell, text: str, page: PageContent, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(2)
    cell.margin_top = cell.margin_bottom = Pt(0.6)
    cell.fill.solid()  # type: ignore[no-untyped-call] # no hints there
    cell.fill.fore_color.rgb = _rgb("E4E9EE" if head else "FFFFFF")
    _write_run(
        cell.text_frame.paragraphs[0], text, page.words, size=page.paper.small * 0.94, bold=head
    )


def _add_table_slide(deck: Deck, page: PageContent) -> None:
    """Put the table on a slide of its own where the sheet has no room for all of it."""
    shown = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    width = page.paper.width - 48
    _place(shown.shapes.title, Rect(24, 18, width, page.paper.small * 3))
    _write(shown.shapes.title, [page.facts.title], page, size=page.paper.small * 1.8, bold=True)
    _add_table(shown, page, Rect(24, 24 + page.paper.small * 3, width, 40), page.facts.rows)


def _add_handling(shown: Shown, page: PageContent) -> None:
    size = page.paper.small * 1.1
    width = page.paper.width * 0.3
    x = 20 if page.words.rtl else page.paper.width - 20 - width
    box = _add_box(shown, Rect(x, 14, width, size * 1.5))
    _write(box, [page.handling], page, size=size, bold=True, colour="handling")
    end = PP_ALIGN.LEFT if page.words.rtl else PP_ALIGN.RIGHT
    box.text_frame.paragraphs[0].alignment = end


def _add_notes(shown: Shown, slide: Slide) -> None:
    """Write all sources, with addresses, and what the recipient will not see, into the notes."""
    page = slide.page
    words, sources = page.words, page.facts.sources
    lines = [words.say("sources")]
    for source in sources.listed:
        address = f" {source.url}" if source.url else ""
        lines.append(f"{words.number(source.number)}. {source.line}{address}")
    left = sources.total - len(sources.listed)
    if left:
        lines.append(words.say("more sources", count=left))
    lines += ["", *slide.notes, "", *page.footer]
    text = "\n".join(lines).translate(_PLAIN)
    frame = shown.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = text

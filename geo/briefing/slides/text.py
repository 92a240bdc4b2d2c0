"""Text on a slide: boxes in points of the page, runs in a font that every machine has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import _Paragraph
from pptx.util import Emu, Pt

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.drawing.frame import Rect
from geo.briefing.terms.words import Words

__all__ = [
    "PLAIN",
    "Line",
    "Style",
    "add_box",
    "place",
    "to_colour",
    "to_emu",
    "write",
    "write_run",
]

FONT = "Arial"  # on every machine that opens slides, with Arabic; the sheet's own fonts are not
SCALE = 0.92  # Arial at this part of the size is no wider than the sheet's own font
LEAST_PT = 8
# For `str.translate`: without marks of direction, no-break spaces as spaces.
PLAIN = {0x200E: None, 0x200F: None, 0xA0: " "}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written; size in points of the sheet."""

    words: Words
    size: float
    bold: bool = False
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with a size and a weight of its own."""

    text: str
    bold: bool
    size: float
    url: str = ""  # what it leads to


def to_colour(name: str) -> RGBColor:
    """Return a colour by its name in COLOURS."""
    return RGBColor(*bytes.fromhex(COLOURS[name][1:]))  # type: ignore[no-untyped-call] # no hints there


def to_emu(points: float) -> Emu:
    """Return a length in PowerPoint's own unit, of which a point has 12,700."""
    return Emu(round(points * 12700))


def place(shape: Shape, rect: Rect) -> None:
    """Put a shape where a rectangle of the page lies."""
    shape.left, shape.top, shape.width, shape.height = _corners(rect)


def add_box(slide: Slide, rect: Rect) -> Shape:
    """Add an empty text box where a rectangle of the page lies."""
    return slide.shapes.add_textbox(*_corners(rect))


def _corners(rect: Rect) -> tuple[Emu, Emu, Emu, Emu]:
    return to_emu(rect.x), to_emu(rect.y), to_emu(rect.width), to_emu(max(rect.height, 4))


def write(shape: Shape, lines: Iterable[str | Line], style: Style) -> None:
    """Write paragraphs into a shape."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if isinstance(line, Line):
            own = replace(style, size=line.size, bold=line.bold)
            write_run(paragraph, line.text, own, url=line.url)
        else:
            write_run(paragraph, line, style)


def write_run(paragraph: _Paragraph, text: str, style: Style, *, url: str = "") -> None:
    """Write a text into an empty paragraph, in the direction of its language; url: its link."""
    rtl = style.words.rtl
    paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
    paragraph.line_spacing = 1.0
    paragraph.space_before = paragraph.space_after = Pt(0)
    run = paragraph.add_run()
    run.text = text.replace("\xa0", " ")
    font = run.font
    font.name, font.bold = FONT, style.bold
    font.size = Pt(max(round(style.size * SCALE * 2) / 2, LEAST_PT))
    font.color.rgb = to_colour(style.colour)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "ar-SY" if rtl else "en-GB")
    if rtl:
        paragraph._p.get_or_add_pPr().set("rtl", "1")
        script = properties.makeelement(qn("a:cs"), {"typeface": FONT})
        properties.append(script)
    if url:
        run.hyperlink.address = url

"""PNG: the sheet as one picture at the paper's dots per inch."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import PngImagePlugin

from geo.briefing.content.metadata import KEY, MAKER, describe_second
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.picture import read_note, to_picture
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat

__all__ = ["FORMAT"]

LEVEL = 2  # of compression: 6 is 5% smaller and takes twice the time


def _render(sheets: Sequence[Sheet]) -> bytes:
    (sheet,) = sheets
    return _render_page(sheet, sheet.drawn.canvas, sheet.description)


def _render_second(sheet: Sheet) -> bytes:
    return _render_page(sheet, sheet.canvases[1], describe_second(sheet.description))


def _render_page(sheet: Sheet, canvas: Canvas, description: str) -> bytes:
    facts = {"Title": sheet.title, "Software": MAKER, KEY: description}
    return _to_png(canvas, facts if description else {})


def _to_png(canvas: Canvas, facts: Mapping[str, str]) -> bytes:
    chunks = PngImagePlugin.PngInfo()
    for name, text in facts.items():
        chunks.add_itxt(name, text) if not text.isascii() else chunks.add_text(name, text)
    raw = io.BytesIO()
    dpi = (canvas.figure.dpi, canvas.figure.dpi)
    to_picture(canvas.figure).save(raw, "PNG", pnginfo=chunks, dpi=dpi, compress_level=LEVEL)
    return raw.getvalue()


def _read_description(path: Path) -> str:
    return str(read_note(path, KEY))


FORMAT = SheetFormat(
    suffix=".png",
    sentence="A picture for screens and documents",
    label="PNG",
    mime="image/png",
    render=_render,
    read_description=_read_description,
    render_second=_render_second,
    order=1,
)

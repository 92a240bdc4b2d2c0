"""PDF: a page a sheet, in vectors, with searchable text, its fonts and an outline."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fontTools import subset
from matplotlib.backends.backend_pdf import PdfPages

from geo.briefing.content.metadata import MAKER
from geo.briefing.drawing.fonts import drawing
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat

__all__ = ["FORMAT"]

LAYOUT = ["GSUB", "GPOS", "GDEF"]  # tables of OpenType
_KEYWORDS = re.compile(rb"/Keywords \(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def _render(sheets: Sequence[Sheet]) -> bytes:
    first = sheets[0]
    about = {
        "Title": first.title,
        **({"Author": first.options.credit} if first.options.credit else {}),
        "Subject": f"Filters: {first.described['filters_in_words']}",
        "Keywords": first.description,
    }
    facts = {**(about if first.description else {}), "Creator": MAKER, "Producer": MAKER,
             "CreationDate": None}  # fmt: skip
    raw = io.BytesIO()
    with drawing(), _bare_fonts(), PdfPages(raw, metadata=facts) as pages:
        for sheet in sheets:
            for canvas in sheet.canvases:
                pages.savefig(canvas.figure)
    return _add_outline(raw.getvalue(), sheets)


def _add_outline(raw: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF with an outline, a line a page, and its language; what was there is unchanged.

    matplotlib writes neither.
    """
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter(io.BytesIO(raw), incremental=True)
    writer.root_object[NameObject("/Lang")] = TextStringObject(sheets[0].options.language)
    writer.page_mode = "/UseOutlines" if len(sheets) > 1 else "/UseNone"
    page = 0
    for number, sheet in enumerate(sheets, start=1):
        title = f"{number}. {sheet.title}" if len(sheets) > 1 else sheet.title
        line = writer.add_outline_item(title=title, page_number=page)
        many, words = len(sheet.canvases), sheet.page.words
        for each in range(2, many + 1):
            name = words.say("page of", number=each, count=many)
            writer.add_outline_item(title=name, page_number=page + each - 1, parent=line)
        page += many
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


@contextmanager
def _bare_fonts() -> Iterator[None]:
    """Let matplotlib embed fonts without tables of layout, within `drawing` alone.

    A page places every letter by its number: to cut those tables takes a third of the time of a
    PDF and no reader asks for them. matplotlib has no option for it.
    """
    usual = subset.Options

    def make_options(**how: object) -> subset.Options:
        options = usual(**how)
        options.drop_tables += LAYOUT
        return options

    subset.Options = make_options
    try:
        yield
    finally:
        subset.Options = usual


def _read_description(path: Path) -> str:
    found = _KEYWORDS.search(path.read_bytes())
    if found is None:
        raise ValueError("no keywords")

    def unescape(match: re.Match[bytes]) -> bytes:
        code = match.group(1)
        if code.isdigit():
            return bytes([int(code, 8)])
        return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b""}.get(code, code)

    return _ESCAPE.sub(unescape, found.group(1)).decode("ascii")


FORMAT = SheetFormat(
    suffix=".pdf",
    sentence="PDF with searchable text; a page a sheet",
    label="PDF",
    mime="application/pdf",
    render=_render,
    read_description=_read_description,
    several=True,
    order=2,
)

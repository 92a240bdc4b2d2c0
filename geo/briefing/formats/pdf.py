"""PDF: a page a sheet, in vectors, with searchable text and its fonts."""

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
    return raw.getvalue()


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

"""Sheets as PNG, PDF and SVG files that repeat byte for byte."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image, PngImagePlugin

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.errors import SheetError

__all__ = ["to_pdf", "to_picture", "to_png", "to_preview", "to_svg", "write_whole"]

MAKER = "strikemap"


def to_picture(figure: Figure) -> Image.Image:
    """Return the page as an RGB picture at the paper's dots per inch."""
    raw = io.BytesIO()
    with drawing():
        figure.savefig(raw, format="rgba", dpi=figure.dpi)
    size = tuple(round(side * figure.dpi) for side in figure.get_size_inches())
    return Image.frombytes("RGBA", (size[0], size[1]), raw.getvalue()).convert("RGB")


def to_preview(figure: Figure, dpi: float) -> bytes:
    """Return a small PNG for a screen."""
    raw = io.BytesIO()
    with drawing():
        figure.savefig(raw, format="png", dpi=dpi, metadata={"Software": None})
    return raw.getvalue()


def to_png(canvas: Canvas, told: Mapping[str, str]) -> bytes:
    """Return a PNG; `told` goes into its text chunks."""
    facts = PngImagePlugin.PngInfo()
    for name, text in told.items():
        facts.add_itxt(name, text) if not text.isascii() else facts.add_text(name, text)
    raw = io.BytesIO()
    dpi = (canvas.figure.dpi, canvas.figure.dpi)
    picture = to_picture(canvas.figure)
    picture.save(raw, "PNG", pnginfo=facts, dpi=dpi, compress_level=6)
    return raw.getvalue()


def to_pdf(canvases: Iterable[Canvas], told: Mapping[str, str]) -> bytes:
    """Return a PDF of one page or more: vectors, searchable text, fonts embedded."""
    facts = {**told, "Creator": MAKER, "Producer": MAKER, "CreationDate": None}
    raw = io.BytesIO()
    with drawing(), PdfPages(raw, metadata=facts) as pages:
        for canvas in canvases:
            pages.savefig(canvas.figure)
    return raw.getvalue()


def to_svg(canvas: Canvas, told: Mapping[str, str], *, language: str) -> bytes:
    """Return an SVG with text as text and the letters it uses as fonts within the file."""
    raw = io.StringIO()
    with drawing():
        canvas.figure.savefig(raw, format="svg", metadata={"Date": None, "Creator": MAKER, **told})
    text = raw.getvalue()
    letters = {
        letter
        for artist in canvas.figure.findobj(Text)
        if isinstance(artist, Text)
        for letter in artist.get_text()
    }
    rules = f"text{{unicode-bidi:plaintext;white-space:pre}}{_embed(canvas.typeface, letters)}"
    style = f"<style>{rules}</style>"
    text = re.sub(r"(<svg [^>]*)>", rf'\1 xml:lang="{escape(language)}">', text, count=1)
    return text.replace("<defs>", f"<defs>{style}", 1).encode("utf-8")


def _embed(face: Typeface, letters: set[str]) -> str:
    """Return CSS that holds each font with the given letters only."""
    rules = []
    left = set(letters)
    for name, files in face.files.items():
        for weight, path in files.items():
            data = _subset(path, letters)
            rules.append(
                f"@font-face{{font-family:'{name}';font-weight:{weight};"
                f"src:url(data:font/woff;base64,{data})}}"
            )
        with TTFont(next(iter(files.values())), lazy=True) as font:
            left -= {letter for letter in left if ord(letter) in font.getBestCmap()}
        if not left:
            break
    return "".join(rules)


def _subset(path: Path, letters: set[str]) -> str:
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["meta"]
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(sorted(letters)))
        cutter.subset(font)
        font.flavor = "woff"
        raw = io.BytesIO()
        font.save(raw)
    return base64.b64encode(raw.getvalue()).decode("ascii")


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file beside its place and move it there, so that a failure leaves what was."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or "unknown reason"
        raise SheetError(
            f"{path}: cannot be written ({reason}); choose a folder that is there"
        ) from error

"""SVG: vectors, with text as text and the letters it uses as fonts within the file."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import cast

from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib.font_manager import weight_dict
from matplotlib.text import Text

from geo.briefing.content.metadata import KEY, MAKER, describe_second, find_description
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.svg_layers import group_layers
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.briefing.terms.words import Words

__all__ = ["FORMAT"]

# What readers of SVG apply to text that asks for nothing: the others are half of a font's bytes.
FEATURES = (
    "calt", "ccmp", "clig", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk",
    "rlig",
)  # fmt: skip

PIXELATED = ' style="image-rendering:crisp-edges;image-rendering:pixelated"'


def _render(sheets: Sequence[Sheet]) -> bytes:
    (sheet,) = sheets
    return _render_page(sheet, sheet.drawn.canvas, sheet.description)


def _render_second(sheet: Sheet) -> bytes:
    return _render_page(sheet, sheet.canvases[1], describe_second(sheet.description))


def _render_page(sheet: Sheet, canvas: Canvas, description: str) -> bytes:
    facts = {"Title": sheet.title, "Description": description}
    return _to_svg(canvas, facts if description else {}, sheet.page.words)


def _to_svg(canvas: Canvas, facts: Mapping[str, str], words: Words) -> bytes:
    raw = io.StringIO()
    with drawing():
        metadata = {"Date": None, "Creator": MAKER, **facts}
        canvas.figure.savefig(raw, format="svg", metadata=metadata)
    # matplotlib's way of a picture without smoothing: hill shading has none of its sharp pixels.
    drawn = raw.getvalue().replace(PIXELATED, "")
    text = group_layers(drawn, lambda part: words.say(f"part {part}"))
    fonts = _embed(canvas.typeface, _letters_by_weight(canvas))
    rules = f"text{{unicode-bidi:plaintext;white-space:pre}}{fonts}"
    style = f"<style>{rules}</style>"
    text = re.sub(r"(<svg [^>]*)>", rf'\1 xml:lang="{escape(words.language)}">', text, count=1)
    return text.replace("<defs>", f"<defs>{style}", 1).encode("utf-8")


def _letters_by_weight(canvas: Canvas) -> dict[int, set[str]]:
    letters: dict[int, set[str]] = {}
    for artist in canvas.figure.findobj(lambda one: isinstance(one, Text)):
        weight = cast("Text", artist).get_fontweight()
        number = weight_dict[weight] if isinstance(weight, str) else weight
        letters.setdefault(number, set()).update(cast("Text", artist).get_text())
    return letters


def _embed(face: Typeface, letters: Mapping[int, set[str]]) -> str:
    """Return CSS that holds each font with the letters that are written in it alone."""
    rules = []
    left = {weight: set(written) for weight, written in letters.items()}
    for name, files in face.files.items():
        for weight, path in files.items():
            if not left.get(weight):
                continue
            held = frozenset(letter for letter in left[weight] if ord(letter) in _read_cmap(path))
            left[weight] -= held
            if not held:
                continue
            data = _subset(path, held)
            rules.append(
                f"@font-face{{font-family:'{name}';font-weight:{weight};"
                f"src:url(data:font/woff;base64,{data})}}"
            )
    return "".join(rules)


@cache
def _read_cmap(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=32)  # some 30 KB each: the next sheet of the same data is of the same letters
def _subset(path: Path, letters: frozenset[str]) -> str:
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        return _cut(font, letters)


def _cut(font: TTFont, letters: frozenset[str]) -> str:
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(font)
    font.flavor = "woff"
    raw = io.BytesIO()
    font.save(raw)
    return base64.b64encode(raw.getvalue()).decode("ascii")


def _read_description(path: Path) -> str:
    return find_description(path.read_text(encoding="utf-8"), holding=KEY)


FORMAT = SheetFormat(
    suffix=".svg",
    sentence="Vectors to edit, with text as text and its fonts",
    label="SVG",
    mime="image/svg+xml",
    render=_render,
    read_description=_read_description,
    render_second=_render_second,
    order=3,
)

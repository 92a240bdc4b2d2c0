"""A drawn page as a picture: pixels for formats that hold one, a small PNG for screens."""

from __future__ import annotations

import io
from pathlib import Path
from typing import cast

from matplotlib.figure import Figure
from PIL import Image, ImageColor

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.drawing.fonts import drawing

__all__ = ["keep_few", "read_note", "to_picture", "to_preview"]

Colour = tuple[int, int, int]


def to_picture(figure: Figure) -> Image.Image:
    """Return the page as an RGB picture at the paper's dots per inch."""
    raw = io.BytesIO()
    with drawing():
        figure.savefig(raw, format="rgba", dpi=figure.dpi)
    size = tuple(round(side * figure.dpi) for side in figure.get_size_inches())
    return Image.frombytes("RGBA", (size[0], size[1]), raw.getvalue()).convert("RGB")


def to_preview(figure: Figure, dpi: float, *, level: int = 6) -> bytes:
    """Return a small PNG for a screen; level: of its compression, 1 the quickest."""
    raw = io.BytesIO()
    with drawing():
        figure.savefig(
            raw, format="png", dpi=dpi, metadata={"Software": None},
            pil_kwargs={"compress_level": level},
        )  # fmt: skip
    return raw.getvalue()


def keep_few(picture: Image.Image, most: int) -> Image.Image:
    """Return an RGB picture in few colours: all that mean something, then the most frequent.

    most: colours at most.

    A palette by areas of the picture alone made one colour of two that few symbols have, so that
    two kinds of strike looked the same.
    """
    counted = picture.getcolors(picture.width * picture.height)  # not None: no picture has more
    there = {colour: count for count, colour in cast("list[tuple[int, Colour]]", counted)}
    meant = [colour for colour in map(ImageColor.getrgb, COLOURS.values()) if colour in there]
    frequent = sorted(there, key=lambda colour: (-there[colour], colour))
    kept = list(dict.fromkeys([*meant, *frequent]))[:most]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def read_note(path: Path, key: str) -> object:
    """Return what a picture's file says under a key, without its pixels.

    Raises OSError where it is no picture, KeyError where it says nothing, ValueError where it has
    more pixels than Pillow opens.
    """
    try:
        with Image.open(path) as picture:
            return picture.info[key]
    except Image.DecompressionBombError as error:
        raise ValueError(str(error)) from error

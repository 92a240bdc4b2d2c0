"""A drawn page as a picture: pixels for formats that hold one, a small PNG for screens."""

from __future__ import annotations

import io
from pathlib import Path

from matplotlib.figure import Figure
from PIL import Image

from geo.briefing.drawing.fonts import drawing

__all__ = ["read_note", "to_picture", "to_preview"]


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

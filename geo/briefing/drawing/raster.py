"""A picture laid on a page of vectors, as fine as itself in files of vectors."""

from __future__ import annotations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from geo.briefing.drawing.frame import Rect

__all__ = ["Raster"]


class Raster(Artist):
    """A picture of red, green, blue and alpha, (h, w, 4) bytes, its first row on top, in points."""

    def __init__(self, pixels: np.ndarray, rect: Rect, transform: Transform) -> None:
        super().__init__()
        self.pixels, self._rect = pixels, rect
        self.set_transform(transform)

    def draw(self, renderer: RendererBase) -> None:
        """Draw it: at the dots of a picture, or as it is where the file has a scale of its own."""
        if not self.get_visible():
            return
        rect = self._rect
        corners = [(rect.x, rect.bottom), (rect.right, rect.y)]  # lower left, upper right
        (left, low), (right, top) = self.get_transform().transform(corners)
        context = renderer.new_gc()
        renderer.open_group("image", self.get_gid())
        if renderer.option_scale_image():
            whole = Affine2D().scale(right - left, top - low)
            renderer.draw_image(context, left, low, self.pixels[::-1], whole)
        else:
            at = round(left), round(low)
            size = max(round(right) - at[0], 1), max(round(top) - at[1], 1)
            renderer.draw_image(context, *at, np.asarray(_resize(self.pixels, size))[::-1])
        renderer.close_group("image")
        context.restore()


def _resize(pixels: np.ndarray, size: tuple[int, int]) -> Image.Image:
    """Return the picture of another size, its colours and its alpha each on their own."""
    bands = [Image.fromarray(np.ascontiguousarray(pixels[..., at])) for at in (0, 3)]
    colour, alpha = (band.resize(size, Image.Resampling.BILINEAR) for band in bands)
    return Image.merge("RGBA", (colour, colour, colour, alpha))

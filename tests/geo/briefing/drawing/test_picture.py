"""Pictures of few colours: those that mean something stay what they are."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageColor

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.drawing.picture import keep_few


def test_a_colour_of_few_pixels_that_means_something_is_kept_beside_many_others():
    shades = np.random.default_rng(3).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    shades[:100] = (250, 250, 247)
    kinds = [ImageColor.getrgb(COLOURS[f"group {number}"]) for number in (3, 4, 6)]
    for at, colour in enumerate(kinds):
        shades[150, 10 * at : 10 * at + 3] = colour
    few = keep_few(Image.fromarray(shades), 16).convert("RGB")
    assert len(few.getcolors()) <= 16
    for at, colour in enumerate(kinds):
        assert few.getpixel((10 * at, 150)) == colour
    assert few.getpixel((0, 0)) == (250, 250, 247)

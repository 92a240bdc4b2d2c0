"""What is written on a sheet, as matplotlib has it: texts, their boxes, those that overlap."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import drawing
from geo.briefing.sheet import Sheet


def texts_of(sheet: Sheet) -> list[Text]:
    """Return the text artists of a sheet's pages, without the outlines under them."""
    return [text for canvas in sheet.canvases for text in texts_on(canvas)]


def texts_on(canvas: Canvas) -> list[Text]:
    """Return the text artists of a page."""
    found = canvas.figure.findobj(Text)
    return [t for t in found if t.get_label() != "halo" and t.get_text().strip()]


def boxes_of(canvas: Canvas) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return each text and its box in points, as matplotlib itself measures it."""
    figure = canvas.figure
    high = figure.get_size_inches()[1] * 72
    boxes = []
    with drawing():
        width, height = figure.get_size_inches() * figure.dpi
        renderer = RendererAgg(width, height, figure.dpi)
        for text in texts_on(canvas):
            font = text.get_fontproperties()
            wide, tall, descent = renderer.get_text_width_height_descent(
                text.get_text(), font, False
            )
            scale = 72 / figure.dpi
            x, y = text.get_transform().transform(text.get_position()) * scale
            left = {"left": 0.0, "center": 0.5, "right": 1.0}[text.get_ha()] * wide * scale
            box = (x - left, high - y - (tall - descent) * scale,
                   x - left + wide * scale, high - y + descent * scale)  # fmt: skip
            boxes.append((text.get_text(), box))
    return boxes


def overlaps_of(canvas: Canvas, tolerance: float = 0.35) -> list[tuple[str, str]]:
    """Return the pairs of texts whose boxes meet by more than a tolerance in points."""
    boxes = boxes_of(canvas)
    edges = np.array([box for _, box in boxes])
    found = []
    for at, (text, (left, top, right, bottom)) in enumerate(boxes):
        meets = (
            (edges[at + 1 :, 0] < right - tolerance)
            & (edges[at + 1 :, 2] > left + tolerance)
            & (edges[at + 1 :, 1] < bottom - tolerance)
            & (edges[at + 1 :, 3] > top + tolerance)
        )
        found += [(text, boxes[at + 1 + other][0]) for other in np.flatnonzero(meets)]
    return found

"""The map of a sheet with its legend under it, for a column as narrow as a telephone."""

from __future__ import annotations

from dataclasses import replace

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.draw import draw_map
from geo.briefing.map.lay import lay_map
from geo.briefing.map.symbols import hide_map
from geo.briefing.page.furniture import StripStyle, draw_bar_and_north
from geo.briefing.page.given import PageContent
from geo.briefing.page.legend import STEP, draw_legend, list_legend, row_height, strip_rows
from geo.briefing.series.plates import draw_plate

__all__ = ["draw_column"]

WIDE, HIGH = 400.0, 420.0  # points: of the map
SMALL = 10.5  # points: of its text, which is 8 CSS pixels in a column of 320
DPI = 144  # twice a screen's
EDGE = 1.0  # points: the map's frame is not cut


def draw_column(page: PageContent) -> Canvas:
    """Draw a sheet's map, or the charts in its place, and the legend; its words stand elsewhere.

    The whole of the map's box is on it, with no close-ups.
    """
    face = Typeface(page.words.language)
    column = Rect(EDGE, EDGE, WIDE - 2 * EDGE, HIGH - 2 * EDGE)
    plan = replace(page.plan, size=SMALL, covered=())
    with drawing():
        trial = Canvas(WIDE, HIGH, dpi=DPI, typeface=face)  # only to measure what the legend takes
        content = lay_map(trial, column, page.points, base_map=page.base_map, plan=plan)
        if page.plate is not None:
            content = hide_map(content)
        rows = strip_rows(trial, list_legend(content, page.words), column.width, SMALL)
        # The words under charts reach below them.
        strip = STEP + sum(map(row_height, rows)) + STEP / 2 if content.drawn else SMALL / 2
        canvas = Canvas(WIDE, HIGH + strip, dpi=DPI, typeface=face)
        if page.plate is not None:
            draw_plate(canvas, column, page.plate, size=SMALL, words=page.words)
            return canvas
        content = lay_map(canvas, column, page.points, base_map=page.base_map, plan=plan)
        draw_map(canvas, content, page.base_map, plan)
        if content.drawn:
            style = StripStyle(SMALL, page.words)
            x = column.right if page.words.rtl else column.x
            top = column.bottom + STEP / 2
            draw_bar_and_north(canvas, x, top + STEP / 2, content.frame, style, width=column.width)
            draw_legend(canvas, x, top + STEP, rows=rows, size=SMALL)
    return canvas

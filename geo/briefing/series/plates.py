"""Plates: what stands in the place of the map on a sheet of a trend or a comparison."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import BaseMap
from geo.briefing.series.comparison import Comparison, compare_sets
from geo.briefing.series.draw_comparison import describe_comparison, draw_comparison
from geo.briefing.series.draw_trend import describe_trend, draw_trend
from geo.briefing.series.pen import Pen
from geo.briefing.series.trend import Trend, count_trend
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words

__all__ = ["Plate", "describe_plate", "draw_plate", "make_plate"]

Plate = Trend | Comparison


def make_plate(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    shown: gpd.GeoDataFrame,
    options: SheetOptions,
    *,
    base_map: BaseMap,
    words: Words,
) -> Plate | None:
    """Return what stands in the place of the map as the options ask for it, None for the map."""
    if options.trend:
        return count_trend(strikes, shown, options, base_map.area_names(words), words)
    if options.compare:
        return compare_sets(strikes, claims, shown, options, base_map=base_map, words=words)
    return None


def draw_plate(canvas: Canvas, rect: Rect, plate: Plate, *, size: float, words: Words) -> None:
    """Draw a plate into a rectangle of the page; size: of its text, in points."""
    pen = Pen(canvas, rect, size, words)
    if isinstance(plate, Trend):
        draw_trend(pen, plate)
    else:
        draw_comparison(pen, plate)


def describe_plate(plate: Plate, words: Words) -> str:
    """Return a plate in words for those who do not see it."""
    if isinstance(plate, Comparison):
        said = describe_comparison(plate, words)
        rows = [f"{pair.name} {words.number(pair.first)} / {words.number(pair.second)}"
                for pair in plate.pairs]  # fmt: skip
    else:
        said = describe_trend(plate, words)
        rows = [f"{line.name} {words.number(line.rows)}" for line in plate.lines]
    return ". ".join((*said, words.say("comma").join(rows)))

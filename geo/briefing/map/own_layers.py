"""A person's own layers on the map of a sheet: what was there in its period, under the strikes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import box as make_box
from shapely.geometry.base import BaseGeometry

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import clean
from geo.briefing.drawing.frame import MapFrame, Rect
from geo.briefing.map.base_map import DENSE_DEGREES, project
from geo.layers.layer import Layer
from geo.layers.values import split_layer
from geo.strikes.filters import Filters

__all__ = [
    "SheetLayer", "draw_layer_sample", "draw_layers", "find_period", "find_there",
    "lay_layers", "list_layers",
]  # fmt: skip

SQUARE = 2.6  # points from the middle of a point's mark to its side
TINT = 0.16  # of the colour, over the ground
HATCHES = ("///", "\\\\\\")  # by the layer's number, beside its colour
LONGEST = 48  # signs of a name in the legend
EDGE_STEPS = 16  # of each side of the map, to find the degrees that it shows
UNDER_STRIKES = 1.1  # layer of the canvas: over contested land, under what is set back
Shapes = tuple[BaseGeometry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SheetLayer:
    """What a sheet draws of a layer, or of one of its values: shapes by dimension, in degrees.

    On a map laid out they are in points of the page. number: by which its pattern is chosen.
    features: how many it has; missing: those that were not there in the sheet's period.
    """

    name: str
    colour: str
    number: int
    shapes: tuple[Shapes, Shapes, Shapes]
    features: int = 0
    missing: int = 0

    @property
    def kind(self) -> int:
        """The dimension of what the legend shows of it: 2 where it has areas."""
        return max((kind for kind in range(3) if self.shapes[kind]), default=0)


def find_period(strikes: gpd.GeoDataFrame, filters: Filters) -> tuple[date | None, date | None]:
    """Return the first and last day of a sheet: of its filters, else of its dated strikes."""
    first, last = strikes["date_start"].min(), strikes["date_end"].max()
    return (
        filters.date_from or (None if pd.isna(first) else first.date()),
        filters.date_to or (None if pd.isna(last) else last.date()),
    )


def list_layers(layers: Sequence[Layer], first: date | None, last: date | None) -> list[SheetLayer]:
    """Return what is drawn of layers on a sheet of a period, the lowest first.

    first, last: inclusive days, None for no bound. A layer of which nothing was there is among
    them, so that it can be told.
    """
    parts = [part for layer in layers for part in split_layer(layer)]
    return [_choose(part, number, first, last) for number, part in enumerate(parts)]


def find_there(layer: Layer, first: date | None, last: date | None) -> NDArray[np.bool_]:
    """Return which features of a layer were there on some day of a period, as `list_layers`."""
    features = layer.features
    there = np.ones(len(features), dtype=bool)
    if last is not None:
        there &= ~(features["valid_from"] > pd.Timestamp(last)).to_numpy()
    if first is not None:
        there &= ~(features["valid_to"] < pd.Timestamp(first)).to_numpy()
    return there


def _choose(layer: Layer, number: int, first: date | None, last: date | None) -> SheetLayer:
    features = layer.features
    there = find_there(layer, first, last)
    kinds: list[list[BaseGeometry]] = [[], [], []]
    for single in _singles(features.geometry.to_numpy()[there]):
        kinds[int(shapely.get_dimensions(single))].append(single)
    points, lines, areas = (tuple(shapely.segmentize(kind, DENSE_DEGREES)) for kind in kinds)
    missing = int((~there).sum())
    name = clean(layer.name)
    name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return SheetLayer(
        name, layer.colour, number, (points, lines, areas), features=len(features), missing=missing
    )


def _singles(shapes: Iterable[BaseGeometry]) -> np.ndarray:
    singles: np.ndarray = shapely.get_parts(np.array([*shapes], dtype=object))
    while (shapely.get_type_id(singles) > shapely.GeometryType.POLYGON).any():
        singles = shapely.get_parts(singles)
    return singles


def lay_layers(layers: Sequence[SheetLayer], frame: MapFrame) -> list[SheetLayer]:
    """Return the layers that a map shows, their shapes cut to it, in points of the page."""
    if not layers:
        return []
    shown = make_box(*_degrees_of(frame))
    laid = [_lay(layer, shown, frame) for layer in layers]
    return [layer for layer in laid if any(layer.shapes)]


def _lay(layer: SheetLayer, shown: BaseGeometry, frame: MapFrame) -> SheetLayer:
    kinds = []
    for shapes in layer.shapes:
        parts = np.array(shapes, dtype=object)
        near = parts[shapely.intersects(parts, shown)]
        cut = [part for part in shapely.intersection(near, shown) if not part.is_empty]
        kinds.append(tuple(project(part, frame) for part in cut))
    points, lines, areas = kinds
    return replace(layer, shapes=(points, lines, areas))


def _degrees_of(frame: MapFrame) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what a map shows."""
    rect, steps = frame.rect, np.linspace(0, 1, EDGE_STEPS)
    across, down = rect.x + rect.width * steps, rect.y + rect.height * steps
    edge = [(x, y) for x in across for y in (rect.y, rect.bottom)]
    edge += [(x, y) for y in down for x in (rect.x, rect.right)]
    degrees = np.array([frame.to_degrees(x, y) for x, y in edge])
    west, south = degrees.min(axis=0)
    east, north = degrees.max(axis=0)
    return float(west), float(south), float(east), float(north)


def draw_layers(canvas: Canvas, layers: Sequence[SheetLayer]) -> None:
    """Draw layers that are laid out, the first one lowest: of each areas, lines, points."""
    for at, layer in enumerate(layers):
        _draw(canvas, layer, UNDER_STRIKES + at / len(layers) / 20)


def _draw(canvas: Canvas, layer: SheetLayer, on: float) -> None:
    points, lines, areas = layer.shapes
    hatch, dashed = HATCHES[layer.number % len(HATCHES)], layer.number % 2 == 1
    canvas.shapes(areas, fill=layer.colour, alpha=TINT, layer=on)
    canvas.shapes(areas, edge=layer.colour, line=1.2, hatch=hatch, dashed=dashed, layer=on)
    canvas.shapes(lines, edge="paper", line=3.0, layer=on)
    canvas.shapes(lines, edge=layer.colour, line=1.6, dashed=dashed, layer=on)
    corners = shapely.get_coordinates(points)
    marks = [make_box(x - SQUARE, y - SQUARE, x + SQUARE, y + SQUARE) for x, y in corners]
    canvas.shapes(marks, fill=layer.colour, edge="paper", line=0.7, layer=on)


def draw_layer_sample(canvas: Canvas, box: Rect, layer: SheetLayer) -> None:
    """Draw the legend's sample of a layer."""
    middle = box.y + box.height / 2
    samples: tuple[Shapes, Shapes, Shapes] = (
        (shapely.Point(box.x + box.width / 2, middle),),
        (shapely.LineString([(box.x, middle), (box.right, middle)]),),
        (make_box(box.x, box.y + 2, box.right, box.bottom - 2),),
    )
    points, lines, areas = (shapes if kind == layer.kind else ()
                            for kind, shapes in enumerate(samples))  # fmt: skip
    sample = SheetLayer("", layer.colour, layer.number, (points, lines, areas))
    _draw(canvas, sample, 6.0)

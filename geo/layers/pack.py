"""Layers for the map: shapes as steps from corner to corner, days, names and texts as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import shapely

from geo.layers.layer import Layer, colour_layers, name_layers
from geo.layers.values import split_layer
from geo.strikes.schema import CRS

__all__ = ["DRAWN_CORNERS", "PARTS_OF_DEGREE", "pack_layers", "simplify"]

PARTS_OF_DEGREE = 100_000  # a step is about 1 m
DRAWN_CORNERS = 40_000  # of all layers of a page: a step of the slider draws them in a few ms
FINEST = 2e-5  # degrees, about 2 m: the first tolerance that is tried
COARSEST = 0.05  # degrees, about 5 km: an area of control is still its own shape
SPARE = 1.1  # corners, of those that shapes need at the coarsest
METRES_OF_DEGREE = 111_320  # of latitude
MOST_TEXTS, LONGEST = 12, 300  # properties of a feature, and signs of each, that a page tells


def pack_layers(layers: Sequence[Layer]) -> list[dict[str, Any]]:
    """Return layers as the map takes them (static/layers/layer.js), the first one lowest.

    A layer that is coloured by a column is one of each value there, `of` its own name ("" for
    others). name, colour, credit; metres: how far a drawn line may lie from the true one, 0 for
    nowhere; and columns of the features: names, texts ([name, text] pairs), first and last days
    (ISO, null for none), and of each what is drawn: kind (0 point, 1 line, 2 area), parts (corners
    of each), x and y (steps of 1/100,000 degree from corner to corner, the first from 0).
    """
    named = colour_layers(name_layers(layers))
    room = DRAWN_CORNERS // max(1, len(named))
    return [one for layer in named for one in _pack_values(layer, room)]


def _pack_values(layer: Layer, room: int) -> list[dict[str, Any]]:
    """Return a layer, or one of each value by which it is coloured, as the map takes it."""
    shapes, tolerance = simplify(np.array(layer.features.geometry, dtype=object), room)
    drawn = replace(layer, features=layer.features.set_geometry(shapes, crs=CRS))
    of = layer.name if layer.by else ""
    metres = round(tolerance * METRES_OF_DEGREE)
    return [{**_pack(each), "metres": metres, "of": of} for each in split_layer(drawn)]


def _pack(layer: Layer) -> dict[str, Any]:
    features = layer.features
    shapes = np.array(features.geometry, dtype=object)
    drawn = [(at, *one) for at, shape in enumerate(shapes) for one in _parts_of(shape)]
    columns = zip(*drawn, strict=True) if drawn else ((),) * 5
    of, kind, parts, x, y = (list(column) for column in columns)
    return {
        "name": layer.name,
        "colour": layer.colour,
        "credit": layer.credit,
        "names": features["name"].tolist(),
        "texts": [_texts(record) for record in features["properties"]],
        "first": _days(features["valid_from"]),
        "last": _days(features["valid_to"]),
        "drawn": {"of": of, "kind": kind, "parts": parts, "x": x, "y": y},
    }


def simplify(shapes: np.ndarray, room: int) -> tuple[np.ndarray, float]:
    """Return shapes of so many corners, or of hardly more than they need, with the tolerance.

    In degrees. Points, and areas of four corners, have none to spare: they make no other coarse.
    """
    if _count(shapes) <= room:
        return shapes, 0.0
    needed = _count(shapely.simplify(shapes, COARSEST, preserve_topology=True))
    simpler, tolerance = shapes, 0.0
    while _count(simpler) > max(room, SPARE * needed) and tolerance < COARSEST:
        tolerance = min(2 * tolerance or FINEST, COARSEST)
        simpler = shapely.simplify(shapes, tolerance, preserve_topology=True)
    return simpler, tolerance


def _count(shapes: np.ndarray) -> int:
    return int(shapely.get_num_coordinates(shapes).sum())


def _parts_of(shape: shapely.Geometry) -> list[tuple[int, list[int], list[int], list[int]]]:
    """Return what is drawn of a shape by kind: parts, and steps in x and y."""
    rings: tuple[list[shapely.Geometry], ...] = ([], [], [])
    for part in _single(shape):
        kind = int(shapely.get_dimensions(part))
        rings[kind].extend(shapely.get_rings(part) if kind == 2 else [part])
    return [(kind, *_steps(lines)) for kind, lines in enumerate(rings) if lines]


def _single(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """Return the points, lines and areas of a shape, however deep its collections go."""
    parts = shapely.get_parts(shape)
    if len(parts) == 1 and parts[0] == shape:
        return [] if shapely.is_empty(shape) else [shape]
    return [one for part in parts for one in _single(part)]


def _steps(lines: list[shapely.Geometry]) -> tuple[list[int], list[int], list[int]]:
    corners, index = shapely.get_coordinates(lines, return_index=True)
    whole = np.rint(corners * PARTS_OF_DEGREE).astype(int)
    steps = np.diff(whole, axis=0, prepend=0)
    parts = np.bincount(index, minlength=len(lines))
    return parts.tolist(), steps[:, 0].tolist(), steps[:, 1].tolist()


def _texts(record: dict[str, str]) -> list[list[str]]:
    pairs = [[str(key)[:LONGEST], _cut(text)] for key, text in record.items()]
    return pairs[:MOST_TEXTS]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _days(days: pd.Series) -> list[str | None]:
    return [None if pd.isna(day) else day.date().isoformat() for day in days]

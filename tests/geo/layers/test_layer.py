"""Layers: their colours, numbers and names."""

from __future__ import annotations

import json
import re
import zlib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely

from geo.errors import LayerError
from geo.layers.layer import COLOURS, OTHER_COLOUR, VALUE_COLOURS, Layer, colour_layers, name_layers
from geo.layers.option import read_option
from geo.layers.pack import DRAWN_CORNERS, pack_layers, simplify
from geo.layers.read import read_layer

# Machado, Oliveira and Fernandes 2009, severity 1: linear RGB as eyes of each sort see it.
EYES = {
    "common": np.eye(3),
    "protan": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "deutan": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "tritan": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
KINDS_JS = Path(__file__).parents[3] / "geo/webmap/static/look/colour_groups.js"


def to_lab(colour: str, eye: np.ndarray) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    white = np.array([0.9505, 1, 1.089])
    xyz = to_xyz @ np.clip(eye @ linear, 0, 1) / white
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def least_apart(one: str, other: str) -> float:
    return min(float(np.linalg.norm(to_lab(one, e) - to_lab(other, e))) for e in EYES.values())


def test_colours_are_told_apart_from_each_other_and_from_those_of_kinds() -> None:
    block = KINDS_JS.read_text("utf-8").split("kind: {")[1].split("}")[0]
    kinds = re.findall(r"#[0-9a-f]{6}", block)
    assert len(kinds) >= 6
    assert VALUE_COLOURS[: len(COLOURS)] == COLOURS
    ours = (*VALUE_COLOURS, OTHER_COLOUR)
    for one, other in [*combinations(ours, 2), *((c, k) for c in ours for k in kinds)]:
        assert least_apart(one, other) > 14, (one, other)


def make(name: str, colour: str = "") -> Layer:
    layer = read_layer(Path(__file__).parent / "one_point.geojson").layer
    return Layer(name, layer.features, colour)


def test_layers_get_free_colours_and_names_of_their_own() -> None:
    layers = colour_layers(name_layers([make("camps"), make("Camps", COLOURS[0]), make("roads")]))
    assert [layer.name for layer in layers] == ["camps", "Camps 2", "roads"]
    assert [layer.colour for layer in layers] == [COLOURS[1], COLOURS[0], COLOURS[2]]
    with pytest.raises(LayerError, match="write it as #rrggbb"):
        make("camps", "red")
    with pytest.raises(LayerError, match="no name"):
        make("  ")


def test_an_option_says_the_file_and_what_is_said_of_it() -> None:
    file, request = read_option("a b.kml; name = Front lines ;colour=#AA0000;from=begins;to=next")
    assert (file, request.name, request.first, request.last) == (
        "a b.kml", "Front lines", "begins", "next",
    )  # fmt: skip
    for wrong in ("a.kml;nme=x", "a.kml;name=", "a.kml;name=x;name=y", ";name=x"):
        with pytest.raises(LayerError):
            read_option(wrong)


def test_many_corners_are_drawn_simplified_and_said_so(tmp_path: Path) -> None:
    angles = np.linspace(0, 2 * np.pi, 100_001)
    ring = np.column_stack([37 + np.cos(angles), 35 + np.sin(angles)]).tolist()
    shape = {"type": "Polygon", "coordinates": [[*ring[:-1], ring[0]]]}
    path = tmp_path / "round.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": shape}))
    layer = read_layer(path).layer
    assert layer.corners == 100_001
    (packed,) = pack_layers([layer])
    drawn = packed["drawn"]
    assert 100 < len(drawn["x"][0]) <= DRAWN_CORNERS
    assert 0 < packed["metres"] < 50
    assert len(zlib.compress(json.dumps(packed).encode())) < 250_000  # bytes in a page
    lon = np.cumsum(drawn["x"][0]) / 100_000
    lat = np.cumsum(drawn["y"][0]) / 100_000
    off = np.abs(np.hypot(lon - 37, lat - 35) - 1) * 111_320
    assert off.max() < packed["metres"] + 2


def test_shapes_that_have_no_corner_to_spare_make_no_other_coarse() -> None:
    corners = np.random.default_rng(3).uniform(30, 40, (12_000, 2))
    boxes = shapely.box(*corners.T, *(corners + 0.001).T)
    circle = shapely.Point(37, 35).buffer(0.3, quad_segs=64)
    drawn, tolerance = simplify(np.array([*boxes, circle]), DRAWN_CORNERS)
    assert tolerance < 0.005, "which is about as wide as the boxes"
    assert drawn[-1].symmetric_difference(circle).area < 0.01 * circle.area

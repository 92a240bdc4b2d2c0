"""Own layers of a workspace, a file or a team's database: kept whole, listed, undone, redone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from cluster import Cluster
from geopandas.testing import assert_geodataframe_equal

from geo.errors import CorrectionError, WorkspaceError
from geo.layers.layer import COLOURS, Layer
from geo.reading.read import read_seeds
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.layering import keep_layer, list_layers, remove_layer
from geo.workspace.store import Workspace, open_workspace

HOLED = shapely.box(36, 34, 38, 36) - shapely.box(36.5, 34.5, 37, 35)
SHAPES = [
    shapely.Point(36.72, 34.83), HOLED, shapely.LineString([(36, 34), (37, 35), (38, 34)]),
    shapely.MultiPolygon([shapely.box(39, 34, 40, 35), shapely.box(41, 34, 42, 35)]),
]  # fmt: skip
SAID = [{"holder": "الشمال"}, {"holder": 'South; "x"'}, {}, {"holder": "North", "n": "1"}]


def control(name: str = "Made-up control") -> Layer:
    features = gpd.GeoDataFrame(
        {
            "row": ["2", "3", "5", "10"], "name": ["a", "", "c", "د"],
            "valid_from": pd.to_datetime(["2015-01-01", None, None, "2016-02-29"]),
            "valid_to": pd.to_datetime([None, "2015-12-31", None, "2016-02-29"]),
            "properties": SAID,
        },
        geometry=SHAPES, crs="EPSG:4326",
    )  # fmt: skip
    for column in ("valid_from", "valid_to"):
        features[column] = features[column].astype("datetime64[ns]")
    return Layer(name, features, "", "Made-up people", "holder")


@pytest.fixture(params=["file", "database"])
def address(request, tmp_path: Path) -> str:
    reading = read_seeds()
    name = str(tmp_path / "work.gpkg")
    if request.param == "database":
        cluster: Cluster = request.getfixturevalue("cluster")
        name = cluster.address(cluster.make_database())
    make_workspace(name, reading.strikes, reading.claims)
    return name


@pytest.fixture
def opened(address: str) -> Iterator[Workspace]:
    with open_workspace(address, who="Rana") as workspace:
        yield workspace


def assert_same(kept: Layer, layer: Layer) -> None:
    assert (kept.name, kept.credit, kept.by) == (layer.name, layer.credit, layer.by)
    assert_geodataframe_equal(kept.features, layer.features, check_dtype=False)
    assert np.array_equal(kept.features.geometry.to_numpy(), layer.features.geometry.to_numpy())


def test_a_layer_is_kept_whole_taken_out_and_both_are_undone(opened):
    assert list_layers(opened) == []
    kept = keep_layer(opened, control(), file="control.geojson")
    assert kept.colour == COLOURS[0]
    keep_layer(opened, control("Other"))
    held = list_layers(opened)
    assert [(layer.name, layer.colour) for layer in held] == [
        ("Made-up control", COLOURS[0]), ("Other", COLOURS[1]),
    ]  # fmt: skip
    assert_same(held[0], control())
    assert remove_layer(opened, " made-up CONTROL", why="old") == "Made-up control"
    assert [layer.name for layer in list_layers(opened)] == ["Other"]
    opened.undo()
    assert_same(list_layers(opened)[0], control())
    opened.undo()
    assert [layer.name for layer in list_layers(opened)] == ["Made-up control"]
    opened.redo()
    assert [layer.name for layer in list_layers(opened)] == ["Made-up control", "Other"]
    last = opened.list_log()
    assert [(entry.action, entry.what, entry.rows) for entry in last[-2:]] == [
        ("add layer", "Other", 0), ("add layer", "Made-up control", 0),
    ]  # fmt: skip
    assert last[0].who == "Rana"


def test_what_cannot_be_is_refused_with_its_remedy(opened, address):
    keep_layer(opened, control())
    with pytest.raises(CorrectionError, match="'Made-up control' is kept already; take it out"):
        keep_layer(opened, control("MADE-UP control"))
    with pytest.raises(CorrectionError, match="it has Made-up control"):
        remove_layer(opened, "Roads")
    with open_workspace(address, writing=False) as reading:
        assert len(list_layers(reading)) == 1
        with pytest.raises(WorkspaceError):
            keep_layer(reading, control("Roads"))


def test_qgis_reads_the_shapes_as_a_layer_with_an_index(tmp_path: Path):
    path, reading = tmp_path / "work.gpkg", read_seeds()
    make_workspace(path, reading.strikes, reading.claims)
    with Workspace(path) as opened:
        keep_layer(opened, control())
    assert check_workspace(path) == []
    info = pyogrio.read_info(path, layer="layer_features")
    assert info["crs"] == "EPSG:4326"
    frame = gpd.read_file(path, layer="layer_features", bbox=(40.9, 34, 42, 35))
    assert list(frame["name"]) == ["د"]
    assert str(frame["valid_from"][0])[:10] == "2016-02-29"
    whole = gpd.read_file(path, layer="layer_features")
    assert all(a.equals(b) for a, b in zip(whole.geometry, SHAPES, strict=True))


def test_a_shape_that_another_program_emptied_is_left_out(tmp_path: Path):
    path, reading = tmp_path / "work.gpkg", read_seeds()
    make_workspace(path, reading.strikes, reading.claims)
    with Workspace(path) as opened:
        keep_layer(opened, control())
        table = "UPDATE layer_features SET geom = NULL WHERE number = '3'"
        opened._home.write(lambda at: at.exec_driver_sql(table) and None, token="x")
        assert list(list_layers(opened)[0].features["row"]) == ["2", "5", "10"]

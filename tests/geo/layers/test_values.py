"""Layers coloured by a column: a layer of each value, at most eight, the rest told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.errors import LayerError
from geo.layers.layer import OTHER_COLOUR, VALUE_COLOURS
from geo.layers.near import MeasuredLayer, settle_layers
from geo.layers.option import read_option, write_option
from geo.layers.pack import pack_layers
from geo.layers.read import LayerRequest, read_layer
from geo.layers.values import split_layer
from geo.strikes.filters import Filters


@pytest.fixture
def path(tmp_path: Path) -> Path:
    values = [*(f"value {at}" for at in range(10)), "value 9", "  value  9 ", "", None]
    features = [
        {
            "type": "Feature", "properties": {"holder": value, "name": str(at)},
            "geometry": {"type": "Point", "coordinates": [36 + at / 10, 35]},
        }
        for at, value in enumerate(values)
    ]  # fmt: skip
    written = tmp_path / "held.geojson"
    written.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return written


def test_each_value_has_a_colour_the_rest_are_other_and_none_is_lost(path: Path) -> None:
    reading = read_layer(path, LayerRequest(name="Held", by="holder"))
    parts = split_layer(reading.layer)
    counted = [(part.name, len(part.features)) for part in parts]
    assert counted[0] == ("Held: value 9", 3)
    assert counted[1:8] == [(f"Held: value {at}", 1) for at in range(7)]
    assert counted[8:] == [("Held: other (2 values)", 2), ("Held: not reported", 2)]
    assert sum(number for _, number in counted) == len(reading.layer.features)
    assert [part.colour for part in parts] == [*VALUE_COLOURS, OTHER_COLOUR, OTHER_COLOUR]
    assert "coloured by 'holder': value 9 3, value 0 1" in list(reading.lines())[1]
    packed = pack_layers([reading.layer])
    assert [(one["name"], len(one["names"])) for one in packed] == counted
    assert {one["of"] for one in packed} == {"Held"}


def test_one_value_can_be_filtered_by_and_a_column_must_be_there(path: Path) -> None:
    measured = MeasuredLayer(read_layer(path, LayerRequest(name="Held", by="holder")).layer)
    asked = Filters.from_query("near_layer=held: value 9,5")
    near = settle_layers(asked, [measured]).near_layer
    assert near is not None
    assert near.name == "Held: value 9"
    with pytest.raises(LayerError, match="has no column 'owner'; its columns are"):
        read_layer(path, LayerRequest(by="owner"))


def test_what_is_said_of_a_file_is_written_as_it_is_read() -> None:
    line = "a b.kml;name=Front lines;credit=nobody;from=begins;to=next;by=side;km=5"
    file, request = read_option(line)
    assert write_option(file, request) == line


def test_a_zipped_shapefile_is_read(tmp_path: Path) -> None:
    import zipfile

    import geopandas as gpd
    import shapely

    frame = gpd.GeoDataFrame({"name": ["x"]}, geometry=[shapely.Point(37, 35)], crs="EPSG:4326")
    frame.to_file(tmp_path / "site.shp")
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        for part in sorted(tmp_path.glob("site.*")):
            if part.suffix != ".zip":
                archive.write(part, part.name)
    layer = read_layer(tmp_path / "site.zip").layer
    assert (layer.name, list(layer.features["name"])) == ("site", ["x"])

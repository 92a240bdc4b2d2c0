"""GeoPackages: the layer of strikes with its claims, else the first layer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import MultiPoint, Point

from geo.errors import ReadError
from geo.export.write import write_strikes
from geo.reading.inputs import read_table
from geo.reading.read import read_seeds, read_strikes


def test_our_own_layers_are_read_with_their_claims(tmp_path: Path) -> None:
    seeds = read_seeds()
    write_strikes(seeds.strikes, seeds.claims, tmp_path / "a.gpkg")
    reading = read_strikes(tmp_path / "a.gpkg")
    assert reading.strikes.index.tolist() == seeds.strikes.index.tolist()
    assert len(reading.claims) == len(seeds.claims)
    assert reading.notes == ()


def test_the_first_of_many_layers_is_read_and_named(tmp_path: Path) -> None:
    table = gpd.GeoDataFrame({"date": ["2015-09-30"]}, geometry=[Point(36, 34)], crs="EPSG:4326")
    for layer in ("first", "second", "third"):
        table.to_file(tmp_path / "a.gpkg", layer=layer, driver="GPKG")
    reading = read_strikes(tmp_path / "a.gpkg")
    assert "read the layer 'first', one of 3" in reading.notes


def test_what_a_program_that_has_it_open_wrote_beside_it_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    table = gpd.GeoDataFrame({"date": ["2015-09-30"]}, geometry=[Point(36, 34)], crs="EPSG:4326")
    table.to_file(path, layer="strikes", driver="GPKG")
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    for trigger in writer.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        writer.execute(f'DROP TRIGGER "{trigger[0]}"')
    writer.execute("INSERT INTO strikes (geom, date) SELECT geom, '2015-10-01' FROM strikes")
    writer.commit()
    assert read_table(path).cells["date"].tolist() == ["2015-09-30", "2015-10-01"]
    writer.close()


def test_a_layer_is_chosen_by_its_name_or_the_layers_are_named(tmp_path: Path) -> None:
    table = gpd.GeoDataFrame({"date": ["2015-09-30"]}, geometry=[Point(36, 34)], crs="EPSG:4326")
    for layer in ("first", "second"):
        table.assign(date=layer).to_file(tmp_path / "a.gpkg", layer=layer, driver="GPKG")
    assert read_table(tmp_path / "a.gpkg", sheet="second").cells["date"].tolist() == ["second"]
    with pytest.raises(ReadError, match="has no layer 'third'; it has first, second"):
        read_table(tmp_path / "a.gpkg", sheet="third")


def test_text_named_as_a_geopackage_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_text("<OGRVRTDataSource></OGRVRTDataSource>")
    for source in (path, path.read_bytes()):
        with pytest.raises(ReadError, match=r"a\.gpkg: is no GeoPackage, whatever its name says"):
            read_table(source, name="a.gpkg")


def test_a_multipoint_of_one_point_is_that_point_and_of_two_is_none(tmp_path: Path) -> None:
    shapes = [MultiPoint([(36, 34)]), MultiPoint([(36, 34), (37, 35)])]
    table = gpd.GeoDataFrame({"date": ["2015-09-30"] * 2}, geometry=shapes, crs="EPSG:4326")
    table.to_file(tmp_path / "a.gpkg", driver="GPKG")
    read = read_table(tmp_path / "a.gpkg")
    assert read.cells[["lon", "lat"]].to_numpy().tolist() == [["36", "34"]]
    assert "not a point" in read.broken[2]

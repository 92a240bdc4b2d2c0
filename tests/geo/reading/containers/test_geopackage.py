"""GeoPackages: the layer of strikes with its claims, else the first layer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import geopandas as gpd
import pandas as pd
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


def write(path: Path, **columns: list[object]) -> Path:
    table = gpd.GeoDataFrame(
        {"date": ["2015-09-30", "2015-10-01"], **columns}, crs="EPSG:4326",
        geometry=[Point(36, 34), Point(37, 35)],
    )  # fmt: skip
    table.to_file(path, layer="rows", driver="GPKG")
    return path


def test_typed_columns_become_the_text_that_a_table_shows(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.gpkg",
        day=[pd.Timestamp(2015, 9, 30), pd.Timestamp(2015, 10, 1, 4, 5)],
        sure=[True, False], killed=[5.0, None], lon=["aside", ""],
    )  # fmt: skip
    assert read_table(path).cells.to_dict("list") == {
        "date": ["2015-09-30", "2015-10-01"], "day": ["2015-09-30", "2015-10-01 04:05:00"],
        "sure": ["true", "false"], "killed": ["5", ""], "lon (property)": ["aside", ""],
        "lon": ["36", "37"], "lat": ["34", "35"],
    }  # fmt: skip


def change(path: Path, *statements: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.create_function("ST_IsEmpty", 1, lambda _: 0)
    for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        connection.create_function(name, 1, lambda _: 0)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    return connection


def test_a_row_that_is_still_in_the_log_beside_the_file_counts(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg")
    open_elsewhere = change(
        path, "PRAGMA journal_mode = WAL", "INSERT INTO rows(date) VALUES ('2015-12-24')"
    )
    try:
        assert (tmp_path / "a.gpkg-wal").exists()
        assert read_table(path).cells["date"].tolist()[-1] == "2015-12-24"
        assert read_table(path.read_bytes(), name="a.gpkg").cells["date"].size == 2
    finally:
        open_elsewhere.close()


def test_a_row_with_a_broken_geometry_is_refused_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg")
    change(path, "UPDATE rows SET geom = x'4750000100000000ff' WHERE fid = 1").close()
    table = read_table(path)
    assert table.cells["date"].tolist() == ["2015-10-01"]
    assert "geometry cannot be read" in table.broken[1]


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
    assert read.cells[["lon", "lat"]].to_numpy().tolist() == [["36", "34"], ["", ""]]
    assert "not a point" in read.broken[2]

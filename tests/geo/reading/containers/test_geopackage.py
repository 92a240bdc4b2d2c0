"""GeoPackages: the layer of strikes with its claims, else the first layer."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
from shapely import Point

from geo.export.write import write_strikes
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

"""OpenStreetMap extracts, their tags plain or packed by GDAL."""

from __future__ import annotations

import geopandas as gpd
import pytest
import samples

from gazetteer.tables.read import read_places


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_openstreetmap_extracts(tmp_path, suffix):
    path = samples.write(tmp_path / "osm.geojson", samples.osm_geojson())
    if suffix == ".gpkg":
        table = gpd.read_file(path)
        path = tmp_path / "osm.gpkg"
        table.to_file(path, layer="points")
    drafts = samples.read_by_name(path)
    assert set(drafts) == {"Ariha", "سرمين"}
    assert (drafts["Ariha"].name_ar, drafts["Ariha"].population) == ("أريحا", 39501)
    assert drafts["سرمين"].name_ar == "سرمين"


def test_gdal_other_tags_are_opened(tmp_path):
    tags = '"name:en"=>"Ariha","name:ar"=>"أريحا","alt_name"=>"Eriha;Riha"'
    text = samples.collection(
        samples.feature(36.6, 35.8, osm_id="7", name="أريحا", place="town", other_tags=tags)
    )
    (ariha,) = read_places(samples.write(tmp_path / "points.geojson", text))
    assert (ariha.place_id, ariha.name) == ("osm:7", "Ariha")
    assert ariha.spellings == ["Eriha", "Riha"]

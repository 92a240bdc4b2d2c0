"""A map file is what its first bytes say, and GDAL never chooses what to make of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point

from gazetteer.errors import GazetteerError
from gazetteer.tables.map_files import list_map_layers

POINTS = gpd.GeoDataFrame({"name": ["Toytown"]}, geometry=[Point(10.5, 50)], crs="EPSG:4326")
FOREIGN = {
    "vrt": '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>",
    "program": "GPSBABEL:nmea:{}",
    "gdalg": '{{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {}"}}',
    "flatgeobuf in name": "fgb\x03fgb<OGRVRTDataSource>{}",
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "fgb"])
def test_a_file_that_points_to_another_reads_nothing(
    tmp_path: Path, kind: str, suffix: str
) -> None:
    secret = tmp_path / "secret.geojson"
    POINTS.to_file(secret)
    path = tmp_path / f"a.{suffix}"
    path.write_text(FOREIGN[kind].format(secret))
    with pytest.raises(GazetteerError, match=rf"a\.{suffix}: (is no|no GeoJSON)"):
        list(list_map_layers(path))


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "fgb"])
def test_each_kind_is_known_by_its_first_bytes(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    POINTS.to_file(path)
    (layer,) = list_map_layers(path)
    assert layer.features["name"].tolist() == ["Toytown"]
    assert layer.features.geometry.tolist() == [Point(10.5, 50)]


def test_a_view_is_left_out_and_a_file_of_views_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    POINTS.to_file(path, layer="towns")
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIEW endless AS SELECT zeroblob(1000000000) AS geom FROM towns")
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
        "VALUES ('endless', 'features', 'endless', 4326)"
    )
    connection.commit()
    assert [layer.name for layer in list_map_layers(path)] == ["towns"]
    connection.execute("DELETE FROM gpkg_contents WHERE table_name = 'towns'")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="no plain tables; export them as tables"):
        list(list_map_layers(path))


def test_a_coordinate_system_that_is_none_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    POINTS.to_file(path, layer="towns")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 99999999")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="its layer 'towns' cannot be read"):
        list(list_map_layers(path))

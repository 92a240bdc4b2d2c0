"""A map file is what its first bytes say, and reaches for nothing else."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point

from gazetteer.errors import GazetteerError
from gazetteer.tables.map_files import list_map_layers
from gazetteer.tables.read import read_places

TOWNS = gpd.GeoDataFrame(
    {"name": ["Homs", "Idlib"]}, geometry=[Point(36.7, 34.7), Point(36.6, 35.9)], crs="EPSG:4326"
)
FOREIGN = {
    "vrt": '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>",
    "program": "GPSBABEL:nmea:{}",
    "gdalg": '{{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {}"}}',
    "patched": "fgb\x03fgb\x01<OGRVRTDataSource>{}",
    "flatgeobuf in name": "fgb\x03fgb<OGRVRTDataSource>{}",
}


def layers(path, **options):
    return {layer.name: layer.features for layer in list_map_layers(path, **options)}


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp", "fgb"])
def test_each_kind_is_read_whatever_its_system(tmp_path, ending):
    crs = "EPSG:4326" if ending == "geojson" else "EPSG:32637"
    TOWNS.to_crs(crs).to_file(tmp_path / f"towns.{ending}")
    places = read_places(tmp_path / f"towns.{ending}")
    assert [place.name for place in places] == ["Homs", "Idlib"]
    assert places[0].lon == pytest.approx(36.7)


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "fgb"])
def test_a_file_that_points_to_another_reads_nothing(
    tmp_path: Path, kind: str, suffix: str
) -> None:
    secret = tmp_path / "secret.geojson"
    TOWNS.to_file(secret)
    path = tmp_path / f"a.{suffix}"
    path.write_text(FOREIGN[kind].format(secret))
    with pytest.raises(GazetteerError, match=rf"a\.{suffix}: (is no|no GeoJSON)"):
        list(list_map_layers(path))


def test_a_shapefile_takes_its_own_parts_along_and_nothing_else(tmp_path):
    TOWNS.to_file(tmp_path / "towns.shp")
    (tmp_path / "towns.prj").write_text('GEOGCS["x",EXTENSION["PROJ4","+nadgrids=/etc/passwd"]]')
    with pytest.raises(GazetteerError, match="names other files"):
        layers(tmp_path / "towns.shp")


def test_only_the_chosen_layer_is_read(tmp_path):
    path = tmp_path / "a.gpkg"
    for name in ("first", "second"):
        TOWNS.to_file(path, layer=name, driver="GPKG")
    assert list(layers(path, choose=lambda names: names[1:])) == ["second"]
    assert list(layers(path)) == ["first", "second"]


def test_a_view_is_left_out_and_a_file_of_views_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    TOWNS.to_file(path, layer="towns")
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
    TOWNS.to_file(path, layer="towns")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 99999999")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="its layer 'towns' cannot be read"):
        list(list_map_layers(path))


def test_the_system_of_a_geojson_is_an_exact_code(tmp_path):
    path = tmp_path / "a.geojson"
    content = json.loads(TOWNS.to_json())
    content["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::24326"}}
    path.write_text(json.dumps(content))
    with pytest.raises(GazetteerError, match="EPSG::24326"):
        layers(path)


def test_a_feature_s_id_in_words_is_a_field(tmp_path):
    feature = {"type": "Feature", "id": "node/7", "properties": {"name": "Homs", "place": "town"},
               "geometry": {"type": "Point", "coordinates": [36.7, 34.7]}}  # fmt: skip
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert read_places(path)[0].place_id == "osm:node/7"

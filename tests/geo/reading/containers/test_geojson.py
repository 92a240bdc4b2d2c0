"""GeoJSON points in WGS 84."""

from __future__ import annotations

import json

import pytest
from readings import reasons

from geo.errors import ReadError
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes


def collection(*features: tuple[object, dict[str, object]]) -> bytes:
    return json.dumps(
        {"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": geometry, "properties": properties}
            for geometry, properties in features]}
    ).encode()  # fmt: skip


def test_geojson_points_are_taken_and_other_shapes_refused() -> None:
    point = {"type": "Point", "coordinates": [36.73, 34.84, 500]}
    line = {"type": "LineString", "coordinates": [[36, 34], [37, 35]]}
    wrong = {"type": "Point", "coordinates": ["a", "b"]}
    content = collection(
        (point, {"date": "2015-09-30", "lon": "kept aside"}),
        (None, {"date": "2015-09-30", "place": "Homs"}),
        (line, {"date": "2015-09-30"}),
        (wrong, {"date": "2015-09-30"}),
    )
    reading = read_strikes(content, name="a.geojson")
    assert reading.strikes["location_status"].tolist() == ["located", "unlocated"]
    assert "not a point" in reasons(reading)[3]
    assert "cannot be read" in reasons(reading)[4]
    assert reading.rejected["date"].tolist() == ["2015-09-30", "2015-09-30"]


def test_geojson_of_another_crs_is_refused() -> None:
    content = json.dumps({"features": [], "crs": {"properties": {"name": "EPSG:3857"}}}).encode()
    with pytest.raises(ReadError, match="WGS 84"):
        read_strikes(content, name="a.geojson")


@pytest.mark.parametrize(
    "crs", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", None]
)
def test_geojson_of_wgs_84_by_any_name_is_read(crs: str | None) -> None:
    named = {"type": "name", "properties": {"name": crs}} if crs else None
    content = json.dumps({"features": [], "crs": named}).encode()
    assert read_table(content, name="a.geojson").cells.empty


def feature(**members: object) -> bytes:
    return json.dumps({"features": [{"type": "Feature", "geometry": None, **members}]}).encode()


def test_a_feature_gives_its_id_as_a_column() -> None:
    table = read_table(feature(id=7, properties={"date": "2015-09-30"}), name="a.geojson")
    assert table.cells.to_dict("list") == {
        "date": ["2015-09-30"],
        "id": ["7"],
        "lon": [""],
        "lat": [""],
    }


def test_a_feature_of_our_own_gives_its_id_as_strike_id() -> None:
    own = {"location_status": "located"}
    table = read_table(feature(id="a:1", properties=own), name="a.geojson")
    assert table.cells["strike_id"].tolist() == ["a:1"]
    assert "id" not in table.cells


def test_a_strike_id_among_the_properties_is_the_one_that_counts() -> None:
    table = read_table(feature(id=7, properties={"strike_id": "a:1"}), name="a.geojson")
    assert table.cells["strike_id"].tolist() == ["a:1"]
    assert "id" not in table.cells


def test_features_without_id_and_properties_are_rows_without_cells() -> None:
    table = read_table(feature(properties=None), name="a.geojson")
    assert table.cells.to_dict("list") == {"lon": [""], "lat": [""]}


def test_a_collection_without_features_is_an_empty_table_of_our_own() -> None:
    reading = read_strikes(b'{"features": []}', name="a.geojson")
    assert len(reading.strikes) == 0
    assert len(reading.rejected) == 0


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"features": [1]}', b"{", b"\xff\xfe{"])
def test_what_is_no_collection_is_refused(content: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.geojson: no GeoJSON .*save it as one"):
        read_table(content, name="a.geojson")

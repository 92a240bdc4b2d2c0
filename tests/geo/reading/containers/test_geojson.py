"""GeoJSON points in WGS 84."""

from __future__ import annotations

import json

import pytest
from readings import reasons

from geo.errors import ReadError
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


def test_geojson_of_another_crs_is_refused() -> None:
    content = json.dumps({"features": [], "crs": {"properties": {"name": "EPSG:3857"}}}).encode()
    with pytest.raises(ReadError, match="WGS 84"):
        read_strikes(content, name="a.geojson")

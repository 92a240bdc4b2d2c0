"""Coordinate systems by exact codes, and definitions that reach for no file."""

from __future__ import annotations

import pytest
from pyproj import CRS

from gazetteer.errors import GazetteerError
from gazetteer.tables.systems import read_code, read_definition


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("EPSG:4326", 4326), ("urn:ogc:def:crs:EPSG::4326", 4326), ("epsg:32637", 32637),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326), ("urn:ogc:def:crs:EPSG:6.9:3857", 3857),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326),
    ],
)  # fmt: skip
def test_a_code_is_read_exactly(name, code):
    assert read_code(name).to_epsg() == code


@pytest.mark.parametrize(
    "name",
    ["EPSG:24326", "EPSG:43261", "WGS 84 4326", "+proj=longlat +nadgrids=/etc/passwd", "", "EPSG:٣",
     "urn:ogc:def:crs:EPSG::4326 or so"],
)  # fmt: skip
def test_what_is_no_code_is_refused(name):
    with pytest.raises(GazetteerError, match=r"its crs is .*save it again as WGS 84"):
        read_code(name)


def test_a_definition_that_names_no_file_is_read():
    assert read_definition(CRS.from_epsg(32637).to_wkt()).to_epsg() == 32637


@pytest.mark.parametrize(
    "text",
    ['GEOGCS["x",EXTENSION["PROJ4","+proj=longlat +nadgrids=/etc/passwd"]]',
     'BOUNDCRS[PARAMETERFILE["grid","/etc/passwd"]]', "no definition", "x" * 30_000],
)  # fmt: skip
def test_a_definition_of_files_or_of_nothing_is_refused(text):
    with pytest.raises(GazetteerError, match="save it again as WGS 84"):
        read_definition(text)

"""Formats of places: a module each, found without a list, the surest reads."""

from __future__ import annotations

import pytest
import samples
from added_formats import added
from paths import ROOT
from typer.testing import CliRunner

from gazetteer.tables import formats
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat
from gazetteer.tables.read import read_places
from gazetteer.tables.registry import find_format, list_formats
from strikemap.cli.main import app

TOY = """
from gazetteer.tables.draft import Draft
from gazetteer.tables.format import PlaceFormat

FORMAT = PlaceFormat(
    "Toy office",
    "one town, in a file that begins with toy",
    lambda file: float("toy" in file.header),
    lambda file: [Draft("toy:1", "Toytown", lon=10.0, lat=50.0)],
)
"""


def help_of_add() -> str:
    return CliRunner().invoke(app, ["gazetteer", "add", "--help"], env={"COLUMNS": "100"}).output


def test_every_module_of_the_folder_is_a_format() -> None:
    modules = list((ROOT / "gazetteer/tables/formats").glob("[a-z]*.py"))
    assert len(list_formats()) == len(modules), "a module of tables/formats has no FORMAT"


@pytest.mark.parametrize("each", list_formats(), ids=lambda each: each.name)
def test_a_format_is_in_the_help_of_the_verb_that_adds_files(each: PlaceFormat) -> None:
    assert len(each.sentence) <= 70
    assert f"{each.name:<24} {each.sentence}" in help_of_add()


SURE = [
    ("UA.txt", samples.geonames_text(), "GeoNames", 1.0),
    ("a.geojson", samples.wof_geojson(), "Who's On First", 1.0),
    ("a.geojson", samples.osm_geojson(), "OpenStreetMap", 0.8),
    ("a.geojson", samples.ocha_geojson(), "OCHA", 0.5),
    ("a.csv", "name,lon,lat\nA,1,2\n", "Any table", 0.1),
    ("a.csv", "Name;FeatureName_en;x;y\n", "OCHA", 0.5),
    ("a.csv", "id,name,geom_latitude,geom_longitude\n", "Who's On First", 0.9),
]


@pytest.mark.parametrize(("name", "text", "whose", "sure"), SURE)
def test_the_surest_format_reads_a_file(tmp_path, name, text, whose, sure) -> None:
    file = PlaceFile(samples.write(tmp_path / name, text))
    found, how_sure = find_format(file)
    assert (found.name, how_sure) == (whose, sure)


def test_a_format_is_one_file(tmp_path) -> None:
    path = samples.write(tmp_path / "mine.csv", "toy\n")
    folder = tmp_path / "formats"
    folder.mkdir()
    with added(formats, list_formats, TOY, folder):
        assert [draft.name for draft in read_places(path)] == ["Toytown"]
        assert "Toy office" in help_of_add()
    assert "Toy office" not in help_of_add()

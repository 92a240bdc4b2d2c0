"""Boundary files of the user's own, added once and used from then on."""

from __future__ import annotations

import pytest
from shapely.geometry import box
from toy_areas import write_areas

from geo.errors import BoundaryError
from geo.land.installed import (
    add_boundaries,
    installed_boundaries,
    load_land,
    remove_boundaries,
)

RAION = {
    "shapeName": "Lviv raion", "shapeISO": "", "shapeID": "91B1", "shapeGroup": "UKR",
    "shapeType": "ADM2", "geometry": box(23.5, 49.5, 24.5, 50.1),
}  # fmt: skip


def test_a_file_that_was_added_is_used_from_then_on(tmp_path):
    path = write_areas(tmp_path / "raions.geojson", [RAION])
    added = add_boundaries(path, "ua", folder=tmp_path / "data")
    assert len(added.levels[2]) == 1
    path.unlink()
    loaded = load_land("ua", folder=tmp_path / "data")
    assert loaded.levels[2]["name"].tolist() == ["Lviv raion"]
    assert len(loaded.levels[1]) == 27
    assert "raions.geojson, given by the user" in loaded.credit
    assert 2 not in load_land("ye", folder=tmp_path / "data").levels


def test_a_shapefile_comes_with_its_parts(tmp_path):
    district = {"ADM1_PCODE": "UA46", "ADM1_EN": "Lvivska", "geometry": box(23.5, 49.5, 24.5, 50)}
    add_boundaries(write_areas(tmp_path / "one.shp", [district]), "ua", folder=tmp_path / "data")
    assert load_land("ua", folder=tmp_path / "data").levels[1]["name"].tolist() == ["Lvivska"]


def test_files_that_are_named_are_taken_alone(tmp_path):
    add_boundaries(write_areas(tmp_path / "a.geojson", [RAION]), "ua", folder=tmp_path / "data")
    other = write_areas(tmp_path / "b.geojson", [{**RAION, "shapeID": "7", "shapeName": "Other"}])
    loaded = load_land("ua", [other], folder=tmp_path / "data")
    assert loaded.levels[2]["name"].tolist() == ["Other"]


def test_several_countries_have_each_their_own(tmp_path):
    add_boundaries(write_areas(tmp_path / "a.geojson", [RAION]), "ua", folder=tmp_path / "data")
    both = load_land("ua,md", folder=tmp_path / "data")
    assert both.levels[2]["parent"].tolist() == ["UA46"]
    assert {"UA", "MD"} == set(both.levels[1]["parent"])


def test_a_file_that_cannot_serve_is_not_added(tmp_path):
    bad = write_areas(tmp_path / "bad.geojson", [{**RAION, "shapeType": "ADM7"}])
    with pytest.raises(BoundaryError, match="shapeType"):
        add_boundaries(bad, "ua", folder=tmp_path / "data")
    add_boundaries(write_areas(tmp_path / "a.geojson", [RAION]), "ua", folder=tmp_path / "data")
    again = write_areas(tmp_path / "again.geojson", [RAION])
    with pytest.raises(BoundaryError, match="comes twice"):
        add_boundaries(again, "ua", folder=tmp_path / "data")
    assert [path.name for path in installed_boundaries("ua", tmp_path / "data")] == ["a.geojson"]


def test_a_code_that_is_none_is_refused(tmp_path):
    with pytest.raises(BoundaryError, match="two letters"):
        add_boundaries(tmp_path / "a.geojson", "ukraine", folder=tmp_path)


def test_a_file_of_the_same_name_takes_the_place_of_the_one_before(tmp_path):
    path = write_areas(tmp_path / "a.geojson", [RAION])
    add_boundaries(path, "ua", folder=tmp_path / "data")
    write_areas(path, [{**RAION, "shapeName": "Another"}])
    add_boundaries(path, "ua", folder=tmp_path / "data")
    assert load_land("ua", folder=tmp_path / "data").levels[2]["name"].tolist() == ["Another"]
    (kept,) = installed_boundaries("ua", tmp_path / "data")
    assert list(kept.parent.iterdir()) == [kept]
    before = kept.read_bytes()
    add_boundaries(kept, "ua", folder=tmp_path / "data")
    assert kept.read_bytes() == before


@pytest.mark.parametrize("told", ["", "[", "{}", "5", '[{"file_name": "areas.geojson"}]'])
def test_a_damaged_list_of_sources_is_told_and_nothing_is_taken_away(tmp_path, told):
    data = tmp_path / "data"
    add_boundaries(write_areas(tmp_path / "raions.geojson", [RAION]), "ua", folder=data)
    (file,) = installed_boundaries("ua", data)
    listed = file.parent / "sources.json"
    listed.write_text(told, encoding="utf-8")
    for act in (load_land, remove_boundaries):
        with pytest.raises(BoundaryError, match=r"sources\.json: is damaged .* take it away"):
            act("ua", folder=data)
    assert file.is_file()
    listed.unlink()
    assert load_land("ua", folder=data).levels[2]["name"].tolist() == ["Lviv raion"]

"""The area that a row names, against a coarse outline that its point lies just beside."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pytest
from joined import join_one, note_of
from shapely.geometry import box

from gazetteer.places import Place
from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.rows.reported import read_called, read_reported

# A town's land of 11 km in that of the vale around it.
NAMES = {"V1": "Vale", "V2": "Rural Vale", "V3": "Hill"}
SHAPES = [box(0, 0, 0.1, 0.1), box(-1, -1, 1, 1).difference(box(0, 0, 0.1, 0.1)), box(1, -1, 2, 1)]


@pytest.fixture
def coarse(toyland):
    areas = gpd.GeoDataFrame(
        {"code": list(NAMES), "name": list(NAMES.values()), "name_ar": None, "parent": "VV"},
        geometry=SHAPES,
        crs=4326,
    )
    return Boundaries("vv", {1: areas}, toyland.contested, "", ("vv",))


@pytest.mark.parametrize(
    ("point", "said", "code", "note"),
    [
        ((0.97, 0.5), "Hill", "V3", "the row says Hill, the outline Rural Vale (3.3 km from Hill)"),
        ((0.97, 0.5), "V3", "V3", "the row says Hill, the outline Rural Vale (3.3 km from Hill)"),
        ((0.94, 0.5), "Hill", "V2", "reported in Hill"),
        ((0.97, 0.5), "Elsewhere", "V2", ""),
        ((0.02, 0.05), "Rural Vale", "V2", "the row says Rural Vale, the outline Vale (2"),
        ((-0.02, 0.05), "Vale", "V2", "reported in Vale"),
    ],
)
def test_an_area_named_within_5_km_of_its_outline_is_believed(coarse, point, said, code, note):
    row = join_one(point, boundaries=coarse, governorate_text=said)
    assert row.adm1_code == code
    assert note in note_of(row) if note else note_of(row) == ""


def test_boundaries_of_the_users_own_are_finer_than_what_a_row_says(coarse):
    given = replace(coarse, given=("areas.geojson",))
    row = join_one((0.97, 0.5), boundaries=given, governorate_text="Hill")
    assert row.adm1_code == "V2"
    assert "reported in Hill" in note_of(row)


def test_a_place_of_the_gazetteer_keeps_its_own_area(coarse):
    facts = {"match_method": "exact", "adm1_code": "V2", "governorate_text": "Hill"}
    assert join_one((0.97, 0.5), boundaries=coarse, **facts).adm1_code == "V2"


def test_the_capital_is_meant_by_the_name_of_the_governorate_around_it():
    yemen = load_boundaries("ye")
    row = join_one((44.2, 15.35), boundaries=yemen, governorate_text="Sanaa")
    assert row.adm1_name == "Sanaa City"


def test_texts_are_read_once_and_those_of_no_area_left_out(coarse):
    called = read_called(coarse.governorates)
    assert read_reported(["hill", "Hill", "nowhere"], called, None) == {
        "hill": ("V3", "Hill"),
        "Hill": ("V3", "Hill"),
    }


def test_an_area_abroad_is_no_other_that_is_called_like_it():
    class Abroad:
        """A gazetteer that has an area of another country, for spellings near enough."""

        def find_governorate(self, text: str) -> Place | None:
            area = Place("XX-GZ", "Giza", "governorate", adm1_code="XX-GZ", spellings=("Gizeh",))
            return area if text.startswith("G") else None

    called = read_called(gpd.GeoDataFrame({"code": ["V1"], "name": ["Vale"], "name_ar": [None]}))
    assert read_reported(["Gaza", "Gizeh", "Vale"], called, Abroad()) == {
        "Gizeh": ("XX-GZ", "Giza"), "Vale": ("V1", "Vale"),
    }  # fmt: skip

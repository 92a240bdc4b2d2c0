"""The named map: the gazetteer's places as columns on the base map, small, with their credit."""

from __future__ import annotations

import json

import pytest

from gazetteer import Place, load_gazetteer
from gazetteer.tables.loading import read_pack
from geo.land.base_map import make_base_map
from geo.land.boundaries import load_boundaries
from geo.land.named_map import MOST_PLACES, load_named_map, make_named_map
from geo.webmap.payload.encode import encode_base_map

SYRIA = load_boundaries("sy")
SYRIA_NAMED = make_named_map(SYRIA, read_pack("sy"))
COLUMNS = SYRIA_NAMED["places"]["columns"]


def of(name):
    at = COLUMNS["name"].index(name)
    return {key: values[at] for key, values in COLUMNS.items()}


def test_the_base_map_is_in_it_as_it_was():
    plain = make_base_map(SYRIA)
    assert {key: SYRIA_NAMED[key] for key in plain} == plain
    assert json.loads(json.dumps(SYRIA_NAMED)) == SYRIA_NAMED
    told = {"name": "Syria", "name_ar": "سوريا", "language": "ar"}
    assert SYRIA_NAMED["country"] == told


def test_a_page_grows_little_by_the_places():
    grown = len(encode_base_map(SYRIA_NAMED)) - len(encode_base_map(make_base_map(SYRIA)))
    ground = len(encode_base_map({**SYRIA_NAMED, "ground": None}))
    assert len(encode_base_map(SYRIA_NAMED)) - ground < 70_000, "rivers, lakes and hill shading"
    assert grown < 35_000 + 70_000


def test_columns_are_equally_long_and_say_where_and_from_when():
    assert {len(values) for values in COLUMNS.values()} == {len(COLUMNS["name"])}
    assert len(COLUMNS["name"]) > 900
    west, south, east, north = SYRIA_NAMED["bbox"]
    assert all(west < lon < east for lon in COLUMNS["lon"])
    assert all(south < lat < north for lat in COLUMNS["lat"])
    assert set(COLUMNS["zoom"]) == {9, 10, 11, 12}


@pytest.mark.parametrize(
    ("name", "zoom", "style"),
    [
        ("Kafr Zita", 9, 0),  # a town that reporting names often
        ("Jabal al-Zawiya", 9, 2),  # a mountain: no point of its own
        ("Hmeimim air base", 11, 1),
    ],
)
def test_what_is_no_town_is_not_drawn_as_one(name, zoom, style):
    assert (of(name)["zoom"], of(name)["style"]) == (zoom, style)


def test_towns_of_the_base_map_and_areas_of_administration_are_not_named_twice():
    places = {place.name: place for place in read_pack("sy")}
    towns = [f["properties"] for f in SYRIA_NAMED["features"] if f["properties"]["kind"] == "town"]
    homes = {town["name"] for town in towns if town["home"]}
    assert not homes & set(COLUMNS["name"])
    assert places["Rural Damascus"].kind == "governorate"
    assert "Rural Damascus" not in COLUMNS["name"]


def test_the_table_as_read_and_the_index_give_the_same_map():
    assert make_named_map(SYRIA, load_gazetteer("sy").places) == SYRIA_NAMED
    assert load_named_map("sy") == SYRIA_NAMED


def test_of_very_many_places_the_most_prominent_are_kept():
    many = [Place(f"p{i}", f"Place {i}", "settlement", 37.0, 35.0, prominence=i % 3)
            for i in range(2 * MOST_PLACES)]  # fmt: skip
    kept = make_named_map(SYRIA, many)["places"]["columns"]
    assert len(kept["name"]) == MOST_PLACES
    assert 11 not in kept["zoom"][: MOST_PLACES // 2]


def test_a_place_without_a_point_and_a_loose_one_have_no_dot():
    places = [
        Place("a", "Nowhere", "area"),
        Place("b", "Wide", "settlement", 37.0, 35.0, uncertainty_km=30.0),
        Place("c", "Sharp", "settlement", 37.0, 35.0, uncertainty_km=2.0),
    ]
    kept = make_named_map(SYRIA, places)["places"]["columns"]
    assert dict(zip(kept["name"], kept["style"], strict=True)) == {"Wide": 2, "Sharp": 0}


def test_the_credit_is_the_packs_own():
    for source in ("GeoNames (CC BY 4.0)", "OCHA (CC BY 3.0 IGO)", "UCDP GED (CC BY 4.0)"):
        assert source in SYRIA_NAMED["places"]["credit"]

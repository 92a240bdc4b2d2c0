"""Sides of governorates: the listed one answers however it is worded, and never another side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.places import AREA_KINDS

GOVERNORATES = [
    Place("e", "Tarmin", "governorate", adm1_code="E", adm1_name="Tarmin", name_ar="ترمين"),
    Place("w", "Dawra", "governorate", adm1_code="W", adm1_name="Dawra", name_ar="دورا"),
]
TOWNS = [
    Place("et", "Tarmin", "settlement", 40.0, 35.0, 4.0, adm1_code="E", adm1_name="Tarmin",
          name_ar="ترمين", prominence=3),
    Place("wt", "Dawra", "settlement", 42.0, 35.0, 4.0, adm1_code="W", adm1_name="Dawra",
          name_ar="دورا", prominence=3),
]  # fmt: skip
EAST = Place(
    "east", "Eastern Tarmin countryside", "area", 40.5, 35.0, 30.0, name_ar="ريف ترمين الشرقي",
    adm1_code="E", adm1_name="Tarmin", prominence=2, sources=("a", "b"),
    spellings=("eastern countryside of Tarmin",),
)  # fmt: skip
WEST_OF_OTHER = replace(
    EAST, place_id="west", name="Western Dawra countryside", lon=41.5, name_ar="ريف دورا الغربي",
    adm1_code="W", adm1_name="Dawra", spellings=("Western Dawra", "western countryside of Dawra"),
)  # fmt: skip
LISTED = Gazetteer("toy", [*GOVERNORATES, *TOWNS, EAST, WEST_OF_OTHER], lists_whole_country=True)


@pytest.mark.parametrize(
    "name", ["Eastern Tarmin", "east Tarmin countryside", "Tarmin eastern countryside"]
)
def test_a_listed_side_is_met_by_other_words_for_it(name: str) -> None:
    assert LISTED.match(name).place == EAST


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("western countryside of Tarmin", "E"),
        ("Western Tarmin", "E"),
        ("Southern Tarmin", "E"),
        ("ريف ترمين الغربي", "E"),
        ("ريف ترمين الجنوبي", "E"),
        ("Eastern Dawra", "W"),
        ("eastern countryside of Dawra", "W"),
    ],
)
def test_a_side_that_is_not_listed_is_counted_on_its_governorate(name: str, area: str) -> None:
    found = LISTED.match(name)
    assert (found.method, found.precision, found.adm1_code) == ("nearby", "governorate", area)
    assert found.place is not None
    assert found.place.kind in AREA_KINDS


def test_two_areas_listed_as_one_side_choose_none() -> None:
    other = replace(EAST, place_id="east2", name="East Tarmin countryside", spellings=())
    listed = Gazetteer("toy", [*GOVERNORATES, *TOWNS, EAST, other], lists_whole_country=True)
    assert listed.match("Eastern Tarmin").place == GOVERNORATES[0]


def test_north_of_a_governorates_town_is_not_its_northern_side() -> None:
    found = LISTED.match("east of Tarmin")
    assert (found.precision, found.place) == ("area", None)

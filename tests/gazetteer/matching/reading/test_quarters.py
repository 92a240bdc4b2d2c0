"""Names of quarters: those of another governorate, and villages that share them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

EAST, WEST = (
    Place(f"area {name}", name, "governorate", adm1_code=name[0], adm1_name=name)
    for name in ("Eastham", "Westham")
)
CAPITAL = Place("capital", "Eastham", "settlement", 40.0, 35.0, 4.0, adm1_code="E",
                adm1_name="Eastham", prominence=3, sources=("a", "b"))  # fmt: skip
OTHER = replace(CAPITAL, place_id="other", name="Westham", lon=42.0, adm1_code="W",
                adm1_name="Westham")  # fmt: skip
QUARTER = Place("quarter", "Hittin (Westham)", "neighbourhood", 42.0, 35.02, 2.0, name_ar="حطين",
                adm1_code="W", adm1_name="Westham", prominence=1, parent_id="other",
                spellings=("Hittin", "حي حطين"))  # fmt: skip
VILLAGE = Place("village", "Dawra", "settlement", 40.6, 35.3, 1.5, adm1_code="E",
                adm1_name="Eastham")  # fmt: skip


def listed(*places: Place, whole: bool = True) -> Gazetteer:
    return Gazetteer("toy", [EAST, WEST, CAPITAL, OTHER, *places], lists_whole_country=whole)


@pytest.mark.parametrize("name", ["Hittin", "حطين", "Hittin neighbourhood"])
def test_a_quarter_of_another_governorate_than_is_stated_is_not_meant(name: str) -> None:
    found = listed(QUARTER).match(name, "Eastham")
    assert found.place != QUARTER
    assert listed(QUARTER).match(name, "Westham").place == QUARTER


@pytest.mark.parametrize("name", ["Hittin, Eastham", "Hittin neighbourhood, Eastham"])
def test_a_quarter_of_another_governorate_than_the_name_says_is_not_meant(name: str) -> None:
    found = listed(QUARTER).match(name)
    assert found.place in (CAPITAL, EAST)


def test_a_quarter_that_is_listed_without_its_type_word_is_met_by_it() -> None:
    own = replace(QUARTER, place_id="own", name="Hittin (Eastham)", lon=40.0, adm1_code="E",
                  adm1_name="Eastham", parent_id="capital", spellings=())  # fmt: skip
    assert listed(QUARTER, own).match("حي حطين", "Eastham").place == own
    assert listed(QUARTER, own).match("حي حطين", "Westham").place == QUARTER


@pytest.mark.parametrize("name", ["Hittin, Eastham", "Hittin - Eastham"])
def test_a_far_village_with_a_name_of_quarters_is_counted_on_the_governorate(name: str) -> None:
    village = replace(VILLAGE, name="Hittin")
    found = listed(QUARTER, village).match(name)
    assert (found.place, found.precision) == (EAST, "governorate")
    assert found.rivals[:2] == (village, CAPITAL)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"name": "Dawra"}, "Dawra, Eastham"),  # no name of quarters
        ({"name": "Hittin", "lon": 40.03, "lat": 35.0}, "Hittin, Eastham"),  # in the capital
        ({"name": "Hittin", "prominence": 2}, "Hittin, Eastham"),  # known for itself
        ({"name": "Hittin"}, "Hittin village, Eastham"),
    ],
)
def test_other_villages_of_the_governorate_are_meant(change: dict[str, object], name: str) -> None:
    village = replace(VILLAGE, **change)  # type: ignore[arg-type]
    assert listed(village).match(name).place == village


@pytest.mark.parametrize("name", ["Nuzhah, Eastham", "Nozha - Eastham"])
def test_names_of_quarters_are_known_however_they_are_spelled(name: str) -> None:
    assert listed(QUARTER, replace(VILLAGE, name="Nuzha")).match(name).place == EAST


def test_a_far_village_that_is_only_spelled_like_the_name_is_not_meant() -> None:
    assert listed(VILLAGE).match("Dawrah, Eastham").place == EAST
    known = replace(VILLAGE, sources=("a", "b"), prominence=1)
    assert listed(known).match("Dawrah, Eastham").place == known


def test_a_city_that_is_said_to_be_one_is_not_its_governorate() -> None:
    village = replace(VILLAGE, name="Hittin")
    assert listed(village).match("Hittin, Eastham").place == EAST
    found = listed(village).match("Hittin, Eastham city")
    assert (found.place, found.precision) == (CAPITAL, "area")


def test_a_village_far_from_the_capital_said_with_it_is_not_sure() -> None:
    found = listed(VILLAGE).match("Dawra, Eastham")
    assert (found.place, found.score) == (VILLAGE, 0.8)
    assert (listed(VILLAGE).match("Dawra", "Eastham").score or 0) > 0.8


def test_a_market_of_a_city_is_on_the_city() -> None:
    found = listed(replace(VILLAGE, name="Old Market")).match("old market, Eastham city")
    assert (found.place, found.precision) == (CAPITAL, "area")


def test_a_quarter_is_not_taken_for_the_many_villages_that_are_called_so() -> None:
    quarter = replace(QUARTER, spellings=("Hittin",), population=100_000, prominence=2)
    villages = [replace(VILLAGE, place_id=f"v{n}", name="Hittin", name_ar=None, lat=35.1 + n / 2)
                for n in range(3)]  # fmt: skip
    many = listed(quarter, *villages)
    assert many.match("Hittin").place is None
    assert quarter in many.match("Hittin").rivals
    assert many.match("Hittin", "Westham").place == quarter
    assert listed(quarter, villages[0]).match("Hittin").place == quarter

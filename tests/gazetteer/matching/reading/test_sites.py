"""Sites: a listed airport is met by other spellings and other words for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

TOWN = Place("town", "Nayrab", "settlement", 40.0, 35.0, 2.0, adm1_code="E", adm1_name="E",
             prominence=1, sources=("a", "b"), spellings=("Nairab",))  # fmt: skip
AIRPORT = Place("airport", "Lakeside International Airport", "airport", 41.0, 35.5, 3.0,
                adm1_code="E", adm1_name="E", prominence=2,
                spellings=("Nayrab airport", "مطار النيرب"))  # fmt: skip
LISTED = Gazetteer("toy", [TOWN, AIRPORT], lists_whole_country=True)


@pytest.mark.parametrize(
    "name", ["Nairab airport", "Nairab military airport", "Nayrab air base", "مطار النيرب العسكري"]
)
def test_the_listed_airport_comes_before_the_town_of_its_name(name: str) -> None:
    assert LISTED.match(name).place == AIRPORT


@pytest.mark.parametrize("name", ["Nairab", "Nairab dam", "Nairab hospital"])
def test_what_is_no_airport_is_not_it(name: str) -> None:
    assert LISTED.match(name).place == TOWN


def test_of_two_airports_that_fit_alike_neither_is_taken_for_the_town() -> None:
    other = replace(AIRPORT, place_id="other", name="Hillside Airport", lon=43.0)
    found = Gazetteer("toy", [TOWN, AIRPORT, other], lists_whole_country=True).match(
        "Nairab airport"
    )
    assert found.place not in (AIRPORT, other)

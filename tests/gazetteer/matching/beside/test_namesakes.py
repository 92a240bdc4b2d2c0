"""Namesakes: a spelling that one of two places of a name has in a list is the other's too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

LISTED = Place("one", "Tarmanin (Ashby)", "settlement", 40.0, 35.0, 1.5, name_ar="ترمانين - اشبي",
               adm1_code="E", adm1_name="E", spellings=("Turmaneen",), variants=("Turmaneen",),
               sources=("list", "names"), added=True)  # fmt: skip
TWIN = replace(LISTED, place_id="two", name="Tarmanin (Dunby)", name_ar="ترمانين - دنبي", lat=35.6,
               spellings=(), variants=(), sources=("list",))  # fmt: skip


def country(*places: Place) -> Gazetteer:
    return Gazetteer("toy", places, lists_whole_country=True)


@pytest.mark.parametrize("name", ["Turmaneen", "Tarmanin", "ترمانين"])
def test_a_spelling_that_only_one_twin_has_chooses_neither(name: str) -> None:
    found = country(LISTED, TWIN).match(name, "E")
    assert (found.method, {place.place_id for place in found.rivals}) == (
        "ambiguous", {"one", "two"}
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Tarmanin (Ashby)", "ترمانين - اشبي"])
def test_a_twins_whole_own_name_is_its_alone(name: str) -> None:
    assert country(LISTED, TWIN).match(name, "E").place == LISTED


@pytest.mark.parametrize(
    "change", [{"adm1_code": "W", "adm1_name": "W"}, {"name_ar": "بابيلا"}, {"kind": "facility"}]
)
def test_what_shares_no_name_there_shares_no_spelling(change: dict[str, str]) -> None:
    other = replace(TWIN, name="Babila", **change)
    assert country(LISTED, other).match("Turmaneen", "E").place == LISTED


def test_a_twin_in_a_list_of_its_own_is_less_likely_than_one_in_two() -> None:
    other = replace(TWIN, sources=("names",))
    assert country(LISTED, other).match("Tarmanin", "E").place == LISTED


def test_a_spelling_of_the_packs_place_is_not_an_added_twins() -> None:
    own = replace(LISTED, added=False, variants=())
    assert country(own, TWIN).match("Turmaneen", "E").place == own

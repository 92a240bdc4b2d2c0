"""A quarter is no town of its name: it lies in the capital of what its row states, or either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Match, Place

AREA = Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham")
CAPITAL = Place("capital", "Eastham", "settlement", 40.0, 35.0, 4.0, adm1_code="E", adm2_code="E1",
                adm1_name="Eastham", prominence=3, sources=("a", "b"))  # fmt: skip
# Two known towns 60 km from the capital: one bears a name of quarters, one does not.
SHARED = replace(CAPITAL, place_id="shared", name="Mansoura", name_ar="المنصورة", lon=40.66,
                 adm2_code="E2", prominence=2)  # fmt: skip
OWN = replace(SHARED, place_id="own", name="Tarmin", name_ar="ترمين", lat=35.3)
DISTRICT = Place("district", "Ostrand", "district", adm1_code="E", adm1_name="Eastham",
                 adm2_code="E2")  # fmt: skip
NEAR = replace(OWN, place_id="near", name="Dawra", name_ar="دورا", lon=40.05, lat=35.05)


@pytest.fixture(params=[True, False], ids=["whole country", "selection"], scope="module")
def listed(request: pytest.FixtureRequest) -> Gazetteer:
    places = [AREA, CAPITAL, SHARED, OWN, NEAR, DISTRICT]
    return Gazetteer("toy", places, lists_whole_country=request.param)


def is_in_capital(match: Match) -> bool:
    return (match.place, match.precision) == (CAPITAL, "area")


@pytest.mark.parametrize("name", ["Mansoura neighborhood", "حي المنصورة", "Mansoura quarter"])
@pytest.mark.parametrize("written", ["{}", "{}, Eastham", "Eastham: {}"])
def test_a_common_name_of_quarters_lies_in_the_capital(
    listed: Gazetteer, name: str, written: str
) -> None:
    assert is_in_capital(listed.match(written.format(name), "Eastham"))


@pytest.mark.parametrize("name", ["Tarmin neighborhood", "حي ترمين"])
def test_a_quarter_called_as_a_known_town_is_the_town_or_the_capital(
    listed: Gazetteer, name: str
) -> None:
    found = listed.match(name, "Eastham")
    assert (found.method, found.place, found.rivals[:2]) == ("ambiguous", None, (OWN, CAPITAL))


@pytest.mark.parametrize("name", ["Tarmin", "Tarmin suburb", "town of Tarmin", "ترمين"])
def test_the_town_itself_is_met_as_ever(listed: Gazetteer, name: str) -> None:
    assert listed.match(name, "Eastham").place == OWN


def test_a_town_beside_the_capital_is_met_by_the_word_for_a_quarter(listed: Gazetteer) -> None:
    assert listed.match("Dawra neighborhood", "Eastham").place == NEAR


def test_a_stated_district_of_the_town_says_that_it_is_meant(listed: Gazetteer) -> None:
    assert listed.match("Tarmin neighborhood", "Eastham", district="Ostrand").place == OWN


@pytest.mark.parametrize("word", ["street", "square", "mosque", "school", "hospital", "bakery"])
def test_what_bears_a_common_name_is_not_by_the_town_of_that_name(
    listed: Gazetteer, word: str
) -> None:
    found = listed.match(f"Mansoura {word}", "Eastham")
    assert (found.method, found.place) == ("ambiguous", None)
    assert f"nothing says that the {word} is there" in found.reason


@pytest.mark.parametrize("word", ["hospital", "mosque"])
def test_what_bears_a_towns_own_name_is_near_it(listed: Gazetteer, word: str) -> None:
    found = listed.match(f"Tarmin {word}", "Eastham")
    assert (found.place, found.precision) == (OWN, "near")


def test_a_stated_district_of_the_town_says_where_its_school_is(listed: Gazetteer) -> None:
    found = listed.match("Mansoura school", "Eastham", district="Ostrand")
    assert (found.place, found.precision) == (SHARED, "near")


def test_a_common_name_is_not_sure_in_a_selection() -> None:
    village = replace(SHARED, prominence=1, adm2_code="E2")
    places = [AREA, CAPITAL, village, OWN, DISTRICT]
    selection = Gazetteer("toy", places, lists_whole_country=False)
    assert selection.match("Mansoura", "Eastham").score == pytest.approx(0.6)
    told = selection.match("Mansoura", "Eastham", district="Ostrand").score
    own = selection.match("Tarmin", "Eastham").score
    assert told is not None
    assert own is not None
    assert min(told, own) > 0.7

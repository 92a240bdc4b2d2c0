"""A selection leaves places out: what it does not hold is not answered with what it holds."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place

EAST, WEST = ("E", "Eastmark"), ("W", "Westmark")


def place(name: str, lon: float, area: tuple[str, str], **more: object) -> Place:
    return Place(name, name, "settlement", lon, 35.0, 2.0, None, *area, **more)  # type: ignore[arg-type]


PLACES = (
    Place("E", "Eastmark", "governorate", adm1_code="E", adm1_name="Eastmark"),
    Place("W", "Westmark", "governorate", adm1_code="W", adm1_name="Westmark"),
    place("Tarmanin", 40.0, EAST, adm2_code="E1", prominence=1),
    place("Sallurah", 40.4, EAST, adm2_code="E2", prominence=1),
    place("Kastalun", 36.0, WEST, adm2_code="W1", prominence=1),
    place("Bordertun", 37.9, WEST, adm2_code="W2", prominence=1),
    place("Overtun", 38.0, EAST, adm2_code="E3", prominence=1),
    place("Bigtaun", 41.0, EAST, adm2_code="E1", prominence=3, spellings=("Altgroton",)),
)


@pytest.fixture(scope="module")
def selection() -> Gazetteer:
    return Gazetteer("toy", PLACES)


@pytest.fixture(scope="module")
def whole() -> Gazetteer:
    return Gazetteer("toy", PLACES, lists_whole_country=True)


def test_a_selection_offers_what_lies_outside_the_stated_governorate(selection: Gazetteer) -> None:
    found = selection.match("Tarmanin", "Westmark")
    assert found.method == "ambiguous"
    assert [rival.name for rival in found.rivals] == ["Tarmanin"]
    assert selection.match("Tarmanin", "Eastmark").method == "exact"


def test_what_all_know_is_placed_by_its_own_name_only(selection: Gazetteer) -> None:
    assert selection.match("Altgroton", "Eastmark").place == PLACES[-1]
    assert selection.match("Altgroton", "Westmark").method == "ambiguous"


@pytest.mark.parametrize(("name", "most"), [("Bigtaun", 0.45), ("Overtun", 0.25)])
def test_known_to_all_and_at_the_border_are_placed_for_less(
    selection: Gazetteer, name: str, most: float
) -> None:
    found = selection.match(name, "Westmark")
    assert found.place is not None
    assert found.place.name == name
    assert found.score is not None
    assert found.score <= most < (selection.match(name, "Eastmark").score or 0)


def test_a_whole_list_places_outside_the_stated_governorate_for_less(whole: Gazetteer) -> None:
    found = whole.match("Tarmanin", "Westmark")
    assert found.place is not None
    assert found.score is not None
    assert found.score <= 0.45


@pytest.mark.parametrize("name", ["Tarmanin - Unknownia", "Tarmanin (Unknownia)"])
def test_a_name_in_an_unknown_whole_is_not_placed(
    selection: Gazetteer, whole: Gazetteer, name: str
) -> None:
    assert selection.match(name, "Eastmark").lon is None
    assert whole.match(name, "Eastmark").lon is not None


def test_a_name_in_another_districts_town_is_not_placed_far_from_it(selection: Gazetteer) -> None:
    found = selection.match("Tarmanin - Sallurah", "Eastmark")
    assert found.place is None or found.place.name == "Sallurah"
    assert selection.match("Tarmanin - Bigtaun", "Eastmark").place == PLACES[2]


@pytest.mark.parametrize("said", ["Tarmanin (town)", "Tarmanin - Eastmark"])
def test_a_whole_that_says_nothing_else_does_not_stand_in_the_way(
    selection: Gazetteer, said: str
) -> None:
    assert selection.match(said).place == PLACES[2]


@pytest.mark.parametrize("far", ["Tormanun", "Termenin", "Salluri"])
def test_far_spellings_are_no_answer_of_a_selection(
    selection: Gazetteer, whole: Gazetteer, far: str
) -> None:
    assert whole.match(far, "Eastmark").place in PLACES
    assert selection.match(far, "Eastmark").place is None


def test_a_letter_taken_for_another_is_near_and_any_other_is_not(selection: Gazetteer) -> None:
    assert selection.match("Tarnanin", "Eastmark").place == PLACES[2]
    assert selection.match("Tarkanin", "Eastmark").place is None


def test_a_selection_answers_with_no_place_of_another_district_than_is_stated(
    selection: Gazetteer, whole: Gazetteer
) -> None:
    found = selection.match("Tarmanin", "Eastmark", district="Sallurah")
    assert (found.method, [rival.name for rival in found.rivals]) == ("ambiguous", ["Tarmanin"])
    assert found.reason == "listed in Tarmanin (Eastmark), but another district is stated"
    assert selection.match("Tarmanin", "Eastmark", district="Bigtaun").place is not None
    assert whole.match("Tarmanin", "Eastmark", district="Sallurah").score <= 0.45

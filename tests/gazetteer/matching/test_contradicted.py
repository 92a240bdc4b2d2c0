"""A town and a governorate that it does not lie in: neither is chosen in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

AREAS = [
    Place(f"area {name}", name, "governorate", adm1_code=name[0], adm1_name=name)
    for name in ("Eastham", "Westham")
]
CAPITALS = [
    Place(f"capital {name}", name, "settlement", lon, 35.0, 4.0, adm1_code=name[0],
          adm1_name=name, prominence=3, population=400_000, sources=("a", "b"))
    for name, lon in (("Eastham", 40.0), ("Westham", 44.0))
]  # fmt: skip
TOWN = replace(CAPITALS[0], place_id="town", name="Tarmin", lon=40.25, prominence=2,
               population=None)  # fmt: skip
OTHER = replace(TOWN, place_id="other", name="Salbin", lon=44.2, adm1_code="W",
                adm1_name="Westham")  # fmt: skip
VILLAGE = replace(OTHER, place_id="village", name="Hawash", lon=44.4, prominence=0)
SHARED = replace(OTHER, place_id="shared", name="Karama", lon=44.6)
PLACES = [*AREAS, *CAPITALS, TOWN, OTHER, VILLAGE, SHARED]
SELECTION = Gazetteer("toy", PLACES, lists_whole_country=False)
WHOLE = Gazetteer("toy", PLACES, lists_whole_country=True)


@pytest.mark.parametrize("governorate", [None, "Eastham"])
@pytest.mark.parametrize("name", ["Salbin, Eastham", "Eastham: Salbin", "Salbin (Eastham)"])
def test_a_known_town_of_another_governorate_is_ambiguous(
    name: str, governorate: str | None
) -> None:
    found = SELECTION.match(name, governorate)
    assert (found.method, found.place) == ("ambiguous", None)
    assert found.reason == "listed in Salbin (Westham), but Eastham is said to hold it"


def test_a_shared_name_stated_twice_is_one_more_place_of_it() -> None:
    found = SELECTION.match("Karama, Eastham", "Eastham")
    assert (found.place, found.score) == (AREAS[0], 0.7)
    assert '"karama" is listed only elsewhere: Karama (Westham)' in found.reason


@pytest.mark.parametrize("listed", [SELECTION, WHOLE])
def test_a_capital_beside_another_governorate_is_ambiguous(listed: Gazetteer) -> None:
    assert listed.match("Westham", "Eastham").method == "ambiguous"
    assert listed.match("Westham", "Westham").place == CAPITALS[1]


@pytest.mark.parametrize("name", ["Tarmin and Salbin", "Tarmin, Dawra and Salbin"])
def test_a_list_with_a_known_town_of_another_governorate_is_ambiguous(name: str) -> None:
    found = SELECTION.match(name, "Eastham")
    assert (found.method, found.rivals[-1]) == ("ambiguous", OTHER)
    assert "listed in Salbin (Westham), but another governorate is stated" in found.reason
    assert "is not listed" not in found.reason


def test_a_list_leaves_out_a_village_of_another_governorate() -> None:
    found = SELECTION.match("Tarmin and Hawash", "Eastham")
    assert (found.precision, found.members) == ("area", (TOWN,))
    assert '"hawash" is listed only elsewhere: Hawash (Westham)' in found.reason
    assert SELECTION.match("Dawra and Hawash", "Eastham").lon is None


def test_a_name_of_several_governorates_says_none_of_them() -> None:
    assert SELECTION.split_governorate("Eastham, Westham and Tarmin") is None
    assert SELECTION.split_governorate("Eastham: Tarmin") == ("Tarmin", AREAS[0])


def test_the_lesser_of_two_namesakes_is_not_chosen_by_its_name_alone() -> None:
    east = replace(
        TOWN, place_id="east", lon=40.5, name="Malkin (E)", spellings=("Malkin",), prominence=1
    )
    west = replace(OTHER, place_id="west", name="Malkin (W)", spellings=("Malkin",), prominence=1,
                   sources=("a",))  # fmt: skip
    both = Gazetteer("toy", [*PLACES, east, west], lists_whole_country=False)
    shares = [found.share for found in both.explain("Malkin")[:2]]
    assert 1.3 < shares[0] / shares[1] < 2.2
    assert both.match("Malkin").method == "ambiguous"
    assert both.match("Malkin", "Eastham").place == east


@pytest.mark.parametrize(
    "name", ["Tarmin and Eastham", "between Tarmin and Eastham", "near Tarmin"]
)
def test_an_area_scores_how_often_its_circle_holds_the_place(name: str) -> None:
    found = WHOLE.match(name)
    alone = [WHOLE.match(town).score or 0.0 for town in ("Tarmin", "Eastham") if town in name]
    most = 0.85 if name.startswith("Tarmin") else 1.0
    assert found.uncertainty_km is not None
    assert found.uncertainty_km > 5
    assert found.score is not None
    assert found.score >= 0.9 * min(most, *alone, 0.9 * min(alone)) - 0.01


def test_a_quarter_in_a_city_that_the_row_contradicts_is_in_that_city() -> None:
    found = WHOLE.match("Zahr neighbourhood, Westham city", "Eastham")
    assert (found.place, found.precision) == (CAPITALS[1], "area")

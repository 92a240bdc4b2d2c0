"""A district that a name says is where it lies, not the town that the district is called after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

AREA = Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham")
SEAT = Place("seat", "Tarmin", "settlement", 40.0, 35.0, 2.5, adm1_code="E", adm1_name="Eastham",
             adm2_code="E1", prominence=2, sources=("a", "b"))  # fmt: skip
TOWN = replace(SEAT, place_id="town", name="Salbin", lon=40.6, lat=35.2)
OTHER = replace(TOWN, place_id="other", name="Gorsewick", lon=41.6, adm2_code="E2")
DISTRICT = Place("district", "Tarmin District", "district", adm1_code="E", adm1_name="Eastham",
                 adm2_code="E1")  # fmt: skip
LISTED = Gazetteer("toy", [AREA, SEAT, TOWN, OTHER, DISTRICT], lists_whole_country=False)
# The same of a country without records of its districts.
BARE = Gazetteer(
    "toy",
    [AREA, *(replace(town, adm2_code=None) for town in (SEAT, TOWN, OTHER))],
    lists_whole_country=False,
)


@pytest.mark.parametrize("name", ["Salbin, Tarmin district", "Salbin (Tarmin raion)"])
@pytest.mark.parametrize("governorate", [None, "Eastham"])
def test_a_town_in_its_district_is_the_town(name: str, governorate: str | None) -> None:
    for listed in (LISTED, BARE):
        found = listed.match(name, governorate)
        assert (found.place and found.place.name, found.precision) == ("Salbin", "settlement")


def test_a_name_on_no_list_is_counted_on_the_district_that_it_says() -> None:
    found = LISTED.match("Dawrabad, Tarmin district")
    assert (found.place, found.precision) == (DISTRICT, "district")


def test_a_town_of_another_district_is_not_chosen() -> None:
    assert LISTED.match("Gorsewick, Tarmin district").place == DISTRICT


def test_a_seat_says_nothing_of_how_far_its_district_reaches() -> None:
    assert BARE.match("Salbin", "Eastham", district="Tarmin").place == BARE.get("town")
    assert LISTED.match("Gorsewick", "Eastham", district="Tarmin").place != OTHER


@pytest.mark.parametrize("name", ["Tarmini", "al-Tarmini town", "Salbini"])
def test_who_is_from_a_town_is_no_slip_of_its_name(name: str) -> None:
    assert LISTED.match(name).place is None
    assert LISTED.match(name.replace("ini", "ine"), "Eastham").place in (SEAT, TOWN)


@pytest.mark.parametrize("name", ["Salbon, Dawra district", "Salbon (Dawra raion)"])
def test_a_district_on_no_list_is_no_other_with_a_name_like_it(name: str) -> None:
    west = replace(AREA, place_id="west", name="Westham", adm1_code="W", adm1_name="Westham")
    like = replace(DISTRICT, place_id="like", name="Dawraya District", adm2_code="E3")
    seat, town = (
        replace(TOWN, place_id=own, name=own, lon=lon, adm1_code="W", adm1_name="Westham",
                adm2_code="W1")
        for own, lon in (("Dawra", 43.0), ("Salbon", 43.3))
    )  # fmt: skip
    found = Gazetteer("toy", [AREA, west, like, seat, town], lists_whole_country=False)
    assert found.match(name).place == town
    assert found.match("Salbon", district="Dawra").place == town


def test_a_listed_district_of_which_no_place_has_a_code_lies_around_its_seat() -> None:
    near = replace(TOWN, name="Milbrook", place_id="near", lon=40.15, lat=35.1, adm2_code=None)
    far = replace(near, place_id="far", lon=41.4, lat=35.8)
    places = [AREA, replace(SEAT, adm2_code=None), near, far, DISTRICT]
    listed = Gazetteer("toy", places, lists_whole_country=False)
    assert listed.match("Milbrook", "Eastham").method == "ambiguous"
    found = listed.match("Milbrook, Tarmin district")
    assert found.place is near
    alone = Gazetteer("toy", [place for place in places if place is not near])
    assert alone.match("Milbrook, Tarmin district").place is not None  # how far it reaches: unknown


def test_the_district_of_a_village_is_pinned_on_no_village() -> None:
    village = replace(SEAT, place_id="village", name="Dawsal", adm2_code=None, prominence=0,
                      uncertainty_km=2.0, sources=("a",))  # fmt: skip
    quarter = replace(village, place_id="quarter", name="Rafidiya", kind="neighbourhood")
    listed = Gazetteer("toy", [AREA, village, quarter], lists_whole_country=True)
    found = listed.match("Dawsal district", "Eastham")
    assert (found.place, found.precision, found.lon) == (village, "district", None)
    assert listed.match("Rafidiya district", "Eastham").precision == "neighbourhood"

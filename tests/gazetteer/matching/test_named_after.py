"""What a town gave its name lies where the rest of the row says, or nobody knows where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer

AREAS = [Place(c, c, "governorate", adm1_code=c, adm1_name=c) for c in ("Eastmark", "Westmark")]
TOWN = Place(
    "town",
    "Tarmin",
    "settlement",
    40.0,
    35.0,
    2.0,
    name_ar="ترمين",
    adm1_code="Eastmark",
    adm1_name="Eastmark",
    prominence=3,
    sources=("a", "b"),
)
OTHER = replace(TOWN, place_id="other", name="Dawra", name_ar="دورا", lon=40.6)
# A village called as the known town is, by the other town.
NAMESAKE = replace(TOWN, place_id="namesake", lon=40.55, prominence=0, name_ar=None, sources=())
BRIDGE = Place(
    "bridge",
    "Dawra bridge",
    "facility",
    40.65,
    35.0,
    1.0,
    name_ar="جسر دورا",
    adm1_code="Eastmark",
    adm1_name="Eastmark",
)
LISTED = Gazetteer("toy", [*AREAS, TOWN, OTHER, NAMESAKE, BRIDGE], lists_whole_country=True)


@pytest.mark.parametrize(
    ("name", "name_ar", "most"),
    [
        ("Tarmin", "مشفى ترمين", 0.7),
        ("Tarmin hospital", "ترمين", 0.7),
        ("Tarmin hospital", "مشفى ترمين", 0.7),
    ],
)
def test_two_names_that_agree_are_no_surer_than_one(name: str, name_ar: str, most: float) -> None:
    found = LISTED.match(name, "Eastmark", name_ar=name_ar)
    assert (found.precision, found.place) == ("near", TOWN)
    assert found.score is not None
    assert found.score <= most


def test_two_names_of_a_listed_bridge_are_the_bridge() -> None:
    found = LISTED.match("Dawra bridge", "Eastmark", name_ar="جسر دورا")
    assert (found.place, found.precision) == (BRIDGE, "site")


@pytest.mark.parametrize("governorate", [None, "Eastmark"])
@pytest.mark.parametrize("name", ["Tarmin street", "Tarmin roundabout", "شارع ترمين"])
def test_a_street_of_a_towns_name_is_not_placed_by_the_town(
    name: str, governorate: str | None
) -> None:
    found = LISTED.match(name, governorate)
    assert (found.method, found.rivals[0]) == ("ambiguous", TOWN)
    found = LISTED.match(f"{name}, Tarmin", governorate)
    assert (found.place, found.score) == (TOWN, 0.5)


def test_a_street_of_a_towns_name_lies_by_the_town_whose_district_is_stated() -> None:
    town = replace(TOWN, adm2_code="E01")
    district = Place("d", "Tarmin", "district", 40.0, 35.0, 30.0, adm1_code="Eastmark",
                     adm1_name="Eastmark", adm2_code="E01")  # fmt: skip
    listed = Gazetteer("toy", [*AREAS, district, town], lists_whole_country=True)
    assert listed.match("Tarmin street", "Eastmark", district="Tarmin").place == town


@pytest.mark.parametrize("name", ["Tarmin bridge", "Tarmin street", "شارع ترمين"])
def test_a_facility_of_another_governorate_than_its_town_is_ambiguous(name: str) -> None:
    found = LISTED.match(name, "Westmark")
    assert (found.method, found.rivals[0]) == ("ambiguous", TOWN)


def test_a_facility_is_called_after_the_known_town_not_the_village_near_its_whole() -> None:
    found = LISTED.match("Tarmin hospital, Dawra")
    assert (found.place, found.precision) == (OTHER, "area")


def test_what_a_variant_alone_brings_to_mind_is_not_named_after_it() -> None:
    village = Place(
        "v",
        "Bisalin",
        "settlement",
        40.0,
        35.0,
        1.5,
        adm1_code="Eastmark",
        adm1_name="Eastmark",
        spellings=("نور",),
        variants=("نور",),
        added=True,
    )
    listed = Gazetteer("toy", [*AREAS, village], lists_whole_country=True)
    assert listed.match("Noor hospital", "Eastmark").place is None


def test_a_known_place_is_not_met_by_a_spelling_like_its_name_of_other_times() -> None:
    town = replace(TOWN, spellings=("Veroia", "Tármin"), variants=("Veroia", "Tármin"))
    listed = Gazetteer("toy", [*AREAS, town], lists_whole_country=True)
    assert listed.match("Veroia").place == town
    assert listed.match("Veroya", "Eastmark").place is None
    assert listed.match("Tarmine", "Eastmark").place == town


@pytest.mark.parametrize("name", ["Palmyra Hotel, Homs", "Damascus hotel, Homs", "فندق حلب، حمص"])
def test_a_hotel_called_after_a_town_lies_in_the_one_that_is_said(name):
    match = load_gazetteer("sy").match(name)
    assert match.place is not None
    assert (match.place.name, match.precision) == ("Homs", "area")


def test_a_hotel_called_after_a_town_is_nowhere_by_itself():
    assert load_gazetteer("sy").match("Aleppo Hotel").method == "ambiguous"

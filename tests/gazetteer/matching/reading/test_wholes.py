"""A part that is not listed is placed on the whole that holds it, as an area."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer


@pytest.mark.parametrize(
    ("name", "place_id", "precision"),
    [
        ("Kastelran: old market", "toy:kastelran", "area"),
        ("Kastelran: bakery", "toy:kastelran", "area"),
        ("Kastelran: Lantern street", "toy:kastelran", "area"),
        ("municipal stadium, Kastelran", "toy:kastelran", "area"),
        ("قسطل ران: السوق القديم", "toy:kastelran", "area"),
        ("Norwold: Zyx quarter", "toy:norwold", "area"),  # the capital of that name
        ("Norwold: Zyxfold", "TL01", "governorate"),  # a selection leaves out most villages
        ("Norwold: Karm al-Zyx", "toy:norwold", "area"),  # a quarter's name
        ("Norwold: الثورة", "toy:norwold", "area"),
        ("Norwold, Zyxfold", "TL01", "governorate"),
        ("Tell Zyx, Norwold", "TL01", "governorate"),  # a village's name
        ("Bab Zyx, Norwold", "toy:norwold", "area"),
    ],
)
def test_a_part_that_is_not_listed(
    toyland: Gazetteer, name: str, place_id: str, precision: str
) -> None:
    match = toyland.match(name)
    assert (match.place and match.place.place_id, match.precision) == (place_id, precision)
    assert "not listed" in match.reason
    assert (match.score or 1) <= 0.7
    if match.place and match.lon is not None:
        assert (match.uncertainty_km or 0) >= max(3.0, match.place.uncertainty_km or 0)


def test_a_quarter_with_only_a_governorate_is_in_its_capital(toyland: Gazetteer) -> None:
    match = toyland.match("Zyx neighbourhood", "Norwold")
    assert (match.place and match.place.place_id, match.precision) == ("toy:norwold", "area")
    assert toyland.match("Zyx neighbourhood").method == "none"
    assert toyland.match("Zyx", "Norwold").method == "none"


def test_a_town_known_elsewhere_is_not_said_to_be_unlisted(toyland: Gazetteer) -> None:
    match = toyland.match("Kastelran, Norwold")
    assert match.method == "ambiguous"
    assert {place.place_id for place in match.rivals} == {"toy:kastelran", "toy:norwold"}
    assert "not listed" not in match.reason


def test_a_facility_without_a_name_is_no_place(toyland: Gazetteer) -> None:
    assert toyland.match("National hospital").method == "none"
    assert toyland.match("old market").method == "none"


def test_where_all_villages_are_listed_the_rest_are_quarters(toyland: Gazetteer) -> None:
    whole = Gazetteer("toyland", toyland.places, lists_whole_country=True)
    match = whole.match("Norwold: Zyxfold")
    assert (match.place and match.place.place_id, match.precision) == ("toy:norwold", "area")


@pytest.mark.parametrize(
    ("country", "name"),
    [("sy", "Homs: Harim district"), ("sy", "Afrin district, Daraa"),
     ("ua", "Izium raion, Kherson oblast"), ("ua", "Херсон: Дніпровський район"),
     ("ye", "Aden: Haradh district")],
)  # fmt: skip
def test_a_district_said_to_lie_in_another_governorate_is_counted_on_none(country, name):
    match = load_gazetteer(country).match(name)
    assert match.method == "ambiguous"
    assert match.adm1_code is None
    assert "is said to hold it" in match.reason


def test_a_name_only_like_that_of_a_district_elsewhere_is_counted_on_its_whole():
    match = load_gazetteer("ye").match("al Jafra in Ma'rib governorate")
    assert (match.precision, match.adm1_name) == ("governorate", "Marib")


def test_a_district_within_its_own_governorate_is_that_district():
    match = load_gazetteer("sy").match("Idlib: Harim district")
    assert (match.precision, match.adm1_name) == ("district", "Idlib")

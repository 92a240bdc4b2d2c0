"""Twins: of two places that a name fits alike none is chosen; near ones are one answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.places import distance_km


def village(
    place_id: str, lat: float, *, prominence: int = 0, area: str = "E", name: str = "Tarmanin"
) -> Place:
    return Place(place_id, name, "settlement", 40.0, lat, 1.5, adm1_code=area, adm1_name=area,
                 prominence=prominence)  # fmt: skip


def listed(*places: Place) -> Gazetteer:
    areas = [Place(c, c, "governorate", adm1_code=c, adm1_name=c) for c in ("E", "W")]
    return Gazetteer("toy", [*areas, *places], lists_whole_country=True)


@pytest.mark.parametrize("governorate", [None, "E"])
def test_twins_far_apart_are_ambiguous(governorate: str | None) -> None:
    one, other = village("one", 35.0), village("other", 35.5)
    found = listed(one, other).match("Tarmanin", governorate)
    assert found.method == "ambiguous"
    assert {place.place_id for place in found.rivals} == {"one", "other"}


def test_twins_that_lie_together_are_one_answer_that_holds_both() -> None:
    one, other = village("one", 35.0), village("other", 35.07)  # 7.8 km
    found = listed(one, other).match("Tarmanin", "E")
    assert (found.precision, found.place) == ("near", None)
    assert found.members == (one, other)
    middle = Place("", "", "area", found.lon, found.lat)
    for place in (one, other):
        apart = distance_km(middle, place)
        assert apart is not None
        assert found.uncertainty_km is not None
        assert apart + 1.5 <= found.uncertainty_km + 0.05 < 7
    assert found.adm1_code == "E"


def test_a_well_known_place_is_meant_beside_its_twin() -> None:
    one, other = village("one", 35.0, prominence=2), village("other", 35.5)
    assert listed(one, other).match("Tarmanin", "E").place == one


def test_a_namesake_in_another_governorate_is_no_twin_of_the_stated_one() -> None:
    one, other = village("one", 35.0), village("other", 35.05, area="W")
    assert listed(one, other).match("Tarmanin", "E").place == one


def test_a_little_likelier_twin_is_not_chosen() -> None:
    # Half a step of renown: 1.46 times as likely.
    one = Place("one", "Tarmanin", "settlement", 40.0, 35.0, 1.5, adm1_code="E", adm1_name="E",
                population=10_800)  # fmt: skip
    found = listed(one, village("other", 35.5)).match("Tarmanin", "E")
    assert found.method == "ambiguous"


def test_several_twins_weigh_together() -> None:
    one = Place("one", "Tarmanin", "settlement", 40.0, 35.0, 1.5, adm1_code="E", adm1_name="E",
                population=30_000)  # fmt: skip
    twins = [village(f"twin{n}", 35.5 + n / 2) for n in range(3)]
    assert listed(one, twins[0]).match("Tarmanin", "E").place == one
    assert listed(one, *twins).match("Tarmanin", "E").method == "ambiguous"


def test_a_village_is_no_twin_of_a_city_of_many_times_its_people() -> None:
    city, small = (
        Place(name, "Tarmanin", "settlement", 40.0, lat, 2.0, adm1_code="E", adm1_name="E",
              population=people, prominence=prominence)
        for name, lat, people, prominence in (("city", 35.0, 700_000, 3), ("small", 35.9, 700, 2))
    )  # fmt: skip
    assert listed(city, small).match("Tarmanin").place == city


@pytest.mark.parametrize(("prominence", "people", "chosen"), [(1, 0, False), (1, 9_000, True)])
def test_a_place_named_now_and_then_is_not_chosen_before_its_twin_by_that_alone(
    prominence: int, people: int, chosen: bool
) -> None:
    one = replace(village("one", 35.0, prominence=prominence), population=people or None,
                  sources=("a", "b"))  # fmt: skip
    other = replace(village("other", 35.5), population=11_000)
    found = listed(one, other).match("Tarmanin", "E")
    assert (found.place == one) is chosen
    assert (found.method == "ambiguous") is not chosen


def test_the_seat_of_a_subdistrict_is_meant_before_its_twin() -> None:
    seat = replace(village("seat", 35.0, prominence=1), sources=("a", "b"), adm3_code="E0101")
    other = replace(village("other", 35.5), adm3_code="E0202", population=11_000)
    area = Place("area", "Tarmanin", "subdistrict", 40.0, 35.0, 20.0, adm1_code="E", adm1_name="E",
                 adm3_code="E0101")  # fmt: skip
    assert listed(seat, other, area).match("Tarmanin", "E").place == seat
    assert listed(seat, other).match("Tarmanin", "E").method == "ambiguous"


def test_a_twin_that_another_row_of_the_group_lies_by_is_told_apart() -> None:
    one, other = village("one", 35.0, prominence=1), village("other", 35.5)
    beside = village("beside", 35.02, prominence=2, name="Qalbin")
    gazetteer = listed(one, other, beside)
    assert gazetteer.match("Tarmanin", "E").method == "ambiguous"
    found = gazetteer.match_many(["Tarmanin", "Qalbin"], ["E", "E"], groups=["monday", "monday"])
    assert found[0].place == one

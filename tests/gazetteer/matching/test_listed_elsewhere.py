"""A name that is some place's own is seldom a slip of a better-known one."""

from __future__ import annotations

from gazetteer import Gazetteer, Place


def test_a_listed_village_is_not_the_city_that_is_spelled_nearly_so() -> None:
    city = Place("c", "Daraa", "settlement", 36.1, 32.6, 5.0, adm1_code="XX1", prominence=3,
                 population=150_000, spellings=("Adraa",))  # fmt: skip
    village = Place("v", "Adra", "settlement", 36.5, 33.6, 2.0, adm1_code="XX2")
    places = Gazetteer("xx", [city, village], lists_whole_country=True)
    ranked = places.explain("Adra")
    assert [one.place.place_id for one in ranked] == ["v", "c"]
    assert places.match("Adraa").place is city

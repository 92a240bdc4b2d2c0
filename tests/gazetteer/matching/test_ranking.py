"""Candidates of a name, and the shares that they have of it."""

from __future__ import annotations

from dataclasses import replace

from gazetteer import Gazetteer, Place


def test_explain_lists_candidates_with_shares_of_one(toyland: Gazetteer) -> None:
    found = toyland.explain("Milbrook", "Sudmark")
    assert [c.place.place_id for c in found[:2]] == ["toy:milbrook-s", "toy:milbrook-n"]
    assert 0 < sum(c.share for c in found) < 1


def test_a_town_is_not_taken_by_another_name_for_the_village_that_is_called_so() -> None:
    area = Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham")
    town = Place("town", "Belmoor", "settlement", 40.0, 35.0, 2.0, adm1_code="E", population=9_565,
                 adm1_name="Eastham", prominence=3, spellings=("Ivanova", "Belmora"),
                 further=("Ivanova",))  # fmt: skip
    village = replace(town, place_id="village", name="Ivanova", lon=41.0, population=4_410,
                      prominence=0, spellings=(), further=())  # fmt: skip
    listed = Gazetteer("toy", [area, town, village], lists_whole_country=True)
    assert listed.match("Ivanova", "Eastham").place in (None, village)
    assert listed.match("Belmora", "Eastham").place == town
    alone = Gazetteer("toy", [area, town], lists_whole_country=True)
    assert alone.match("Ivanova", "Eastham").place == town


def test_a_town_keeps_the_other_name_that_its_area_has() -> None:
    area = Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham")
    town = Place("town", "Eastham et Tarmin", "settlement", 40.0, 35.0, 4.0, adm1_code="E",
                 adm1_name="Eastham", population=100_541, prominence=3, spellings=("Eastham",),
                 further=("Eastham",))  # fmt: skip
    assert Gazetteer("toy", [area, town], lists_whole_country=True).match("Eastham").place == town

"""A name that says a village is no quarter, no city, and in a selection no far spelling."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place

PLACES = (
    Place("E", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham"),
    Place("city", "Tarmin", "settlement", 40.0, 35.0, 4.0, None, "E", "Eastham", population=60_000,
          prominence=2),
    Place("town", "Salqash", "settlement", 40.5, 35.0, 2.0, None, "E", "Eastham",
          population=30_000, prominence=2),
    Place("quarter", "Zahrun", "neighbourhood", 40.01, 35.0, 1.0, "زهرون", "E", "Eastham",
          parent_id="city", prominence=1),
    Place("hamlet", "Kafr Dubal", "settlement", 41.0, 35.0, 2.0, "كفر دبال", "E", "Eastham",
          prominence=1),
)  # fmt: skip
SELECTION = Gazetteer("toy", PLACES)
WHOLE = Gazetteer("toy", PLACES, lists_whole_country=True)


@pytest.mark.parametrize("listed", [SELECTION, WHOLE], ids=["selection", "whole"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Zahrun village", "a quarter; the name says a village"),
        ("Zahrun town", "a quarter; the name says a town"),
        ("قرية زهرون", "a quarter; the name says a village"),
        ("Tarmin village", "a town; the name says a village"),
        ("village of Tarmin", "a town; the name says a village"),
    ],
)
def test_what_is_no_village_is_left_to_a_person(listed: Gazetteer, asked: str, said: str) -> None:
    found = listed.match(asked)
    assert (found.method, found.lon) == ("ambiguous", None)
    assert found.reason.endswith(said)
    assert found.rivals[0].name in asked or found.rivals[0].name_ar in asked  # type: ignore[operator]


@pytest.mark.parametrize("listed", [SELECTION, WHOLE], ids=["selection", "whole"])
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Zahrun", "quarter"), ("Zahrun neighbourhood", "quarter"), ("Tarmin", "city"),
        ("Tarmin city", "city"), ("Tarmin town", "city"), ("Salqash village", "town"),
        ("Kafr Dubal village", "hamlet"), ("قرية كفر دبال", "hamlet"),
    ],
)  # fmt: skip
def test_what_may_be_one_is_placed(listed: Gazetteer, asked: str, meant: str) -> None:
    found = listed.match(asked)
    assert found.place is not None
    assert (found.method, found.place.place_id) == ("exact", meant)


@pytest.mark.parametrize(
    ("asked", "in_selection", "in_whole"),
    [
        ("Kafr Dubbal village", "hamlet", "hamlet"),  # the same consonants
        ("Kafr Dubar", "hamlet", "hamlet"),
        ("Kafr Dubar village", None, "hamlet"),
    ],
)
def test_another_consonant_is_another_village_where_most_are_left_out(
    asked: str, in_selection: str | None, in_whole: str | None
) -> None:
    for listed, meant in ((SELECTION, in_selection), (WHOLE, in_whole)):
        found = listed.match(asked, "Eastham")
        place = found.place if found.lon is not None else None
        assert (place.place_id if place else None) == meant


def test_a_quarter_said_to_be_a_village_of_its_governorate_is_none(syria: Gazetteer) -> None:
    assert syria.match("Al Sharia village", "Hama").lon is None
    assert syria.match("Al Suwaydah village").method == "ambiguous"
    assert syria.match("Jasim village", "Daraa").lon is not None

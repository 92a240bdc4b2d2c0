"""Names that say what holds them first, what follows two towns, and a town with its district."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Damascus suburb of Douma", "Douma"),
        ("Damascus suburb Darayya", "Darayya"),
        ("Aleppo suburb of Hreitan", "Huraytan"),
        ("Idlib town of Saraqib", "Saraqib"),
        ("Idlib province town of Ariha", "Ariha"),
        ("Deir ez-Zor village of Hajin", "Hajin"),
        ("Damascus neighborhood of Jobar", "Jobar"),
        ("Douma suburb of Damascus", "Douma"),
    ],
)
def test_the_part_is_meant_whichever_is_said_first(syria: Gazetteer, name: str, meant: str) -> None:
    match = syria.match(name)
    assert match.place is not None
    assert match.place.name == meant


@pytest.mark.parametrize("name", ["Idlib city center", "Idlib town of Zyxfold"])
def test_what_is_not_listed_is_not_turned_round(syria: Gazetteer, name: str) -> None:
    match = syria.match(name)
    assert match.place is None or match.place.name == "Idlib"


@pytest.mark.parametrize(
    "name", ["Kafr Nabl, Hass, Zyxfold", "Saraqib, Binnish, Zyxfold", "Douma, Harasta, Zyxfold"]
)
def test_what_is_not_listed_chooses_neither_of_two_towns(syria: Gazetteer, name: str) -> None:
    match = syria.match(name)
    assert match.precision == "area"
    assert len(match.members) == 2
    assert match.score is not None
    assert match.score <= 0.6
    assert "is not listed" in match.reason


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Salqin, Harem", "Salqin"),
        ("Kafr Takharim, Harem, Idlib", "Kafr Takharim"),
        ("Jisr al-Shughur, Darkush", "Darkush"),
    ],
)
def test_a_seat_that_is_smaller_is_still_the_name_of_its_district(
    syria: Gazetteer, name: str, meant: str
) -> None:
    match = syria.match(name)
    assert match.place is not None
    assert match.place.name == meant


@pytest.mark.parametrize(
    ("name", "place"),
    [("عين العرب كوباني", "Kobani"), ("Kobani Ayn al-Arab", "Kobani"),
     ("Tadmur Palmyra", "Palmyra"), ("Idlib Idlib", "Idlib")],
)  # fmt: skip
def test_two_names_of_one_place_side_by_side_are_that_place(name, place):
    match = load_gazetteer("sy").match(name)
    assert match.place is not None
    assert match.place.name == place


def test_names_of_two_places_side_by_side_are_neither():
    assert load_gazetteer("sy").match("Kobani Tadmur").place is None

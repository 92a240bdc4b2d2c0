"""Opposed words: a name of one side is never read as that of the opposite one."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.spelling.opposed import are_opposed, read_opposed, stretch_rest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eastern ghouta", "western ghouta"),
        ("buwaydah sharqiyah", "buwaydah gharbiyah"),
        ("northern dawra", "northeastern dawra"),
        ("بويضه شرقيه", "بويضه غربيه"),
        ("baghuz fawqani", "baghuz tahtani"),
        ("tal kabir", "tal saghir"),
    ],
)
def test_words_of_one_axis_oppose_each_other(one: str, other: str) -> None:
    assert are_opposed(read_opposed(one), read_opposed(other))
    assert not are_opposed(read_opposed(one), read_opposed(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("eastern ghouta", "ghouta"), ("tal kabir", "tal sharqi"), ("north dawra", "شمال دورا")],
)
def test_what_only_one_says_opposes_nothing(one: str, other: str) -> None:
    assert not are_opposed(read_opposed(one), read_opposed(other))


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Tarmanin al-Gharbiyah", "Tarmanin al-Sharqiyah"),
        ("Tarmanin Tahtani", "Tarmanin Fawqani"),
        ("ترمانين الشرقية", "ترمانين الغربية"),
    ],
)
def test_the_opposite_of_a_listed_village_is_not_it(listed: str, asked: str) -> None:
    village = Place("v", listed, "settlement", 40.0, 35.0, 1.5, adm1_code="E", adm1_name="E")
    country = Gazetteer("toy", [village], lists_whole_country=True)
    assert country.explain(asked) == []
    assert country.match(listed).place == village


def test_names_of_one_side_are_compared_by_what_they_are_a_side_of() -> None:
    assert stretch_rest("western countryside of tarmin") == 26 / 6
    assert stretch_rest("tarmin tahtani") == 1.0
    assert stretch_rest("northern") == 1.0
    area = Place("a", "Southern Tarmanin countryside", "area", 40.0, 35.0, 20.0, prominence=3,
                 adm1_code="E", adm1_name="E", spellings=("Southern Tarmanin",))  # fmt: skip
    country = Gazetteer("toy", [area], lists_whole_country=True)
    assert country.explain("Southern Tirmanen")[0].place == area
    assert country.explain("Southern Karmatin") == []

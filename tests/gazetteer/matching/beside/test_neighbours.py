"""Other rows choose among namesakes only where they say something, and the answer says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Match, Place

NAMES = ("Eastham", "Westham", "Northam", "Southam")
AREAS = [
    Place(f"area {name}", name, "governorate", adm1_code=name, adm1_name=name) for name in NAMES
]
EAST = Place("east", "Tarmin (Eastham)", "settlement", 40.0, 35.0, 2.0, adm1_code="Eastham",
             adm1_name="Eastham", prominence=2, spellings=("Tarmin",),
             sources=("a", "b"))  # fmt: skip
WEST = replace(EAST, place_id="west", name="Tarmin (Westham)", lon=42.0, adm1_code="Westham",
               adm1_name="Westham")  # fmt: skip
# A pair of which one is the better known.
KNOWN = replace(EAST, place_id="known", name="Salbin", spellings=(), lat=35.5, prominence=3)
LESS = replace(WEST, place_id="less", name="Salbin (Westham)", spellings=("Salbin",), lat=35.05,
               prominence=1)  # fmt: skip


def towns(name: str, at: float, *names: str) -> list[Place]:
    return [
        Place(f"{name} {own}", own, "settlement", at + 0.05 * step, 35.0, 2.0, adm1_code=name,
              adm1_name=name, prominence=3, sources=("a", "b"))
        for step, own in enumerate(names)
    ]  # fmt: skip


TOWNS = {
    "Eastham": towns("Eastham", 40.1, "Ashbrook", "Birchfold", "Cedarholm", "Dunmere"),
    "Westham": towns("Westham", 42.1, "Elmcote", "Fernley", "Gorsewick", "Hazelby"),
    "Northam": towns("Northam", 44.1, "Ivybridge", "Juniperton"),
    "Southam": towns("Southam", 46.1, "Lomwick"),
}
LISTED = Gazetteer(
    "toy",
    [*AREAS, EAST, WEST, KNOWN, LESS, *(t for own in TOWNS.values() for t in own)],
    lists_whole_country=True,
)


def answer(name: str, *areas: str, count: int = 4, group: str = "") -> Match:
    names = [town.name for area in areas for town in TOWNS[area][:count]]
    return LISTED.match_many([*names, name], groups=[group] * (len(names) + 1))[-1]


@pytest.mark.parametrize("areas", [("Westham",), ("Westham", "Northam")])
def test_a_file_of_one_or_two_governorates_says_which_is_meant(areas: tuple[str, ...]) -> None:
    assert LISTED.match("Tarmin").method == "ambiguous"
    found = answer("Tarmin", *areas)
    assert found.place == WEST
    assert found.reason.endswith("chosen by the other places of its file")


def test_a_file_of_the_whole_country_chooses_none() -> None:
    # Most of it is of Westham, where the one Tarmin lies among its towns.
    names = [*(t.name for t in TOWNS["Westham"]), "Ivybridge", "Ashbrook", "Lomwick", "Tarmin"]
    assert LISTED.match_many(names)[-1] == LISTED.match("Tarmin")


def test_rows_of_one_date_and_source_choose_wherever_they_lie() -> None:
    found = answer("Tarmin", "Westham", group="x")
    assert found.reason.endswith("chosen by the places named with it")


def test_what_the_file_puts_before_the_likeliest_is_not_sure() -> None:
    assert LISTED.match("Salbin").place == KNOWN
    found = answer("Salbin", "Westham")
    assert (found.place, found.score) == (LESS, pytest.approx(0.55, abs=0.01))
    assert found.reason.endswith("chosen by the other places of its file")
    same = answer("Salbin", "Eastham")
    assert same.place == KNOWN
    assert "chosen by" not in same.reason

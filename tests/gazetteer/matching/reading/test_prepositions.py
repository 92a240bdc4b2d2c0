"""Prepositions before a name are no part of it, where the rest is listed and the whole is not."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place


def town(name: str, name_ar: str, lon: float, *, prominence: int = 1) -> Place:
    return Place(name, name, "settlement", lon, 35.0, 2.0, name_ar=name_ar, adm1_code="E",
                 adm1_name="Eastham", prominence=prominence)  # fmt: skip


PLACES = [
    Place("area", "Eastham", "governorate", name_ar="إيستام", adm1_code="E", adm1_name="Eastham"),
    town("Tarmin", "ترمين", 40.0),
    town("Al-Dawrah", "الدورة", 41.0),
    town("Hur", "حور", 41.5),
    town("Sur", "صور", 42.0, prominence=2),
    town("Barzan", "برزان", 42.5),
    town("Razan", "رزان", 43.0),
    town("Kabil", "ابل السفلى", 43.5),
]
LISTED = Gazetteer("sy", PLACES, lists_whole_country=True)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("بترمين", "Tarmin"),
        ("لترمين", "Tarmin"),
        ("وبترمين", "Tarmin"),
        ("بالدورة", "Al-Dawrah"),
        ("للدورة", "Al-Dawrah"),
        ("بصور", "Sur"),
        ("بمدينة ترمين", "Tarmin"),
        ("في بلدة ترمين", "Tarmin"),
        ("بترمين، إيستام", "Tarmin"),
        ("in Tarmin", "Tarmin"),
        ("in the town of Tarmin", "Tarmin"),
    ],
)
def test_a_preposition_is_no_part_of_a_listed_name(name: str, meant: str) -> None:
    found = LISTED.match(name)
    assert found.place is not None
    assert (found.place.name, found.method, found.name) == (meant, "exact", name)


@pytest.mark.parametrize("name", ["بحور", "بدورة", "لبنان", "بقلعة"])
def test_letters_that_may_be_the_names_own_stay(name: str) -> None:
    listed = Gazetteer("sy", [*PLACES, town("Banan", "بنان", 44.0)], lists_whole_country=False)
    assert listed.match(name).method == "none"


def test_a_name_that_is_listed_whole_is_not_cut() -> None:
    found = LISTED.match("برزان").place
    assert found is not None
    assert found.name == "Barzan"


def test_both_names_of_a_cell_lose_the_preposition_before_the_first() -> None:
    found = LISTED.match("بالدورة وصور")
    names = {place.name for place in (*found.members, *found.rivals)}
    assert names == {"Al-Dawrah", "Sur"}

"""Governorates: found by code or any spelling."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer

GOVERNORATES = [
    ("TL01", "TL01"),
    ("tl02", "TL02"),
    ("Sudmark", "TL02"),
    ("South-Mark Province", "TL02"),
    ("Norwold governorate", "TL01"),
    ("Atlantis", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "code"), GOVERNORATES)
def test_a_governorate_is_found_by_code_or_any_spelling(
    toyland: Gazetteer, text: object, code: str | None
) -> None:
    found = toyland.find_governorate(text)
    assert (found and found.adm1_code) == code


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Sudmark_Kastelran", "toy:kastelran"), ("Kastelran_Sudmark", "toy:kastelran"),
        ("Sudmark > Kastelran", "toy:kastelran"), ("Sudmark->Kastelran", "toy:kastelran"),
        ("Sudmark-Kastelran", "toy:kastelran"), ("Sudmark.Kastelran", "toy:kastelran"),
        ("Toyland > Sudmark > Kastelran", "toy:kastelran"),
        ("Sudmark > Kastelran > Kastelran", "toy:kastelran"),
        ("Norwold_Zyxqfold", "TL01"), ("Norwold-Zyxqfold", None),
    ],
)  # fmt: skip
def test_a_governorate_and_a_place_in_one_word_are_read_apart(
    toyland: Gazetteer, name: str, place_id: str | None
) -> None:
    match = toyland.match(name)
    assert (match.place and match.place.place_id) == place_id


def test_a_listed_name_with_a_dash_is_not_parted() -> None:
    areas = Place("A", "Ashmark", "governorate", adm1_code="A", adm1_name="Ashmark")
    villages = [
        Place(name, name, "settlement", lon, 35.0, 2.0, adm1_code="A", adm1_name="Ashmark")
        for name, lon in (("Ashmark-Elmfold", 40.0), ("Elmfold", 41.0))
    ]
    country = Gazetteer("toy", (areas, *villages), lists_whole_country=True)
    assert country.match("Ashmark-Elmfold").place == villages[0]


def test_a_governorate_said_by_its_level_after_the_town_of_its_name_is_the_whole() -> None:
    syria = load_gazetteer("sy")
    assert syria.match("Aleppo, Aleppo Governorate").precision == "settlement"
    assert syria.match("Aleppo governorate - Aleppo").precision == "settlement"

"""Governorates: found by code or any spelling."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer

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


def test_a_governorate_said_by_its_level_after_the_town_of_its_name_is_the_whole() -> None:
    syria = load_gazetteer("sy")
    assert syria.match("Aleppo, Aleppo Governorate").precision == "settlement"
    assert syria.match("Aleppo governorate - Aleppo").precision == "settlement"

"""Struck places are named on the map: beside their numbers and circles, or led to them."""

from __future__ import annotations

import numpy as np
import pytest
from map_strikes import strikes_of
from sheet_cases import OCTOBER, base_map, no_claims, seed_sheet
from sheet_texts import boxes_of, texts_on

from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions


def _on_map(sheet: Sheet) -> list[str]:
    return [t.get_text() for t in texts_on(sheet.drawn.canvas)]


def test_numbered_strikes_have_the_names_of_their_places_beside_them() -> None:
    sheet = seed_sheet(extent="SY07")
    assert sheet.drawn.content.numbered
    named = set(_on_map(sheet))
    assert {"Al-Habit", "Khan Shaykhun", "Maar Shamshah", "Sarmin", "Duwaylah"} <= named


def test_every_struck_place_of_a_month_is_named_once() -> None:
    sheet = seed_sheet(filters=OCTOBER)
    names = {circle.name for circle in sheet.drawn.content.circles}
    assert len(names) > 12
    said = _on_map(sheet)
    assert {name for name in names if said.count(name) != 1} <= {""}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "near Ariha"), ("es", "cerca de Ariha"), ("uk", "Ariha (поблизу)")],
)
def test_a_place_that_a_strike_was_near_is_not_said_to_be_struck(language: str, said: str) -> None:
    near = {"precision": "near", "place_name": "Ariha", "place_text": "10 km north of Ariha",
            "match_method": "nearby", "uncertainty_km": 5.0}  # fmt: skip
    at = {"place_name": "Ariha", "place_text": "Ariha", "lon": 36.6, "lat": 35.81}
    options = SheetOptions(extent="strikes", language=language)
    sheet = make_sheet(strikes_of(one=near, two=at), no_claims(), base_map(), options)
    assert [row.place.partition(", ")[0] for row in sheet.facts.rows] == [said, "Ariha"]
    assert {said, "Ariha"} <= set(_on_map(sheet))


@pytest.mark.parametrize(("rows", "km"), [(1, 4.0), (16, 2.0)])
def test_a_name_stands_beside_the_ring_of_its_place_and_not_on_it(rows: int, km: float) -> None:
    at = {"place_name": "Ariha", "uncertainty_km": km}
    strikes = strikes_of(
        **{
            f"s{n:02}": {**at, "lon": 36.2 + n % 4 / 4, "lat": 35.5 + n // 4 / 6}
            for n in range(rows)
        }
    )
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions(extent="36,35.3,37.2,36.2"))
    x, y, radii = sheet.drawn.content.rings
    assert len(x) == rows
    names = [edges for text, edges in boxes_of(sheet.drawn.canvas) if text == "Ariha"]
    assert len(names) >= rows
    for left, top, right, bottom in names:
        across = np.maximum(np.maximum(left - x, x - right), 0)
        along = np.maximum(np.maximum(top - y, y - bottom), 0)
        assert (np.hypot(across, along) >= radii).all()

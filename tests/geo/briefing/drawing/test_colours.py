"""Text and symbols stand out, also in grey."""

from __future__ import annotations

from itertools import pairwise

import pytest
from paths import ROOT

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.map.symbols import SHADES


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("ink", "paper"), ("quiet", "paper"), ("handling", "paper"), ("circle text", "circle"),
        ("circle", "paper"), ("circle", "land"), ("circle", "sea"), ("circle", "abroad"),
        ("badge", "paper"), ("ring", "land"), ("ring", "sea"), ("ring", "abroad"),
        ("governorate", "land"), ("governorate", "sea"), ("governorate", "abroad"),
        ("abroad name", "abroad"), ("town", "land"), ("town", "sea"), ("town", "abroad"),
    ],
)  # fmt: skip
def test_text_and_symbols_stand_out_also_in_grey(text, behind):
    assert contrast(text, behind) >= 4.5


def test_shades_of_areas_are_told_apart_and_names_stand_on_all():
    shades = [luminance(COLOURS[shade]) for shade in SHADES]
    assert all(a - b > 0.12 for a, b in pairwise(shades))
    assert contrast("dot", SHADES[-1]) >= 3


def test_the_bars_of_the_sheet_stand_out_from_all_others():
    assert contrast("bar", "other bar") >= 4.5


def test_every_colour_is_drawn_with_somewhere():
    code = "".join(path.read_text() for path in (ROOT / "geo/briefing").rglob("*.py")
                   if path.name != "colours.py")  # fmt: skip
    assert not [name for name in COLOURS if f'"{name}"' not in code]

"""Meridians and parallels lie where they are named, and their names on nothing."""

from __future__ import annotations

import pytest
from sheet_cases import seed_sheet
from sheet_texts import overlaps_of, texts_of

from geo.briefing.map.graticule import list_graticules
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words

SECTION = "36,35,37,36"


@pytest.mark.parametrize(("extent", "names"), [
    ("country", {"36°E", "40°E", "33°N", "37°N"}), (SECTION, {"36.2°E", "35.4°N"}),
])  # fmt: skip
def test_lines_are_where_their_names_say_and_a_few_across(extent, names):
    sheet = seed_sheet(extent=extent, graticule=True, paper="4:3")
    frame = sheet.drawn.content.frame
    found = {each.name: each for each in list_graticules(frame, Words())}
    assert names <= found.keys()
    assert 6 <= len(found) <= 30
    for name in names:
        value = float(name.split("°")[0])
        x, y = found[name].line.interpolate(0.4, normalized=True).coords[0]
        lon, lat = frame.to_degrees(x, y)
        assert (lon if found[name].upright else lat) == pytest.approx(value, abs=0.01)
    written = [text for text in texts_of(sheet) if text.get_label() == "graticule"]
    assert {text.get_text() for text in written} <= found.keys()
    assert len(written) > len(found) / 2
    assert not overlaps_of(sheet.drawn.canvas)


def test_a_sheet_has_none_unless_asked_and_its_file_says_so():
    usual = seed_sheet(paper="4:3")
    assert not [text for text in texts_of(usual) if text.get_label() == "graticule"]
    assert "graticule" not in SheetOptions().to_json()
    told = SheetOptions(graticule=True)
    assert SheetOptions.from_json(told.to_json()) == told
    assert SheetOptions.from_json(SheetOptions().to_json()) == SheetOptions()

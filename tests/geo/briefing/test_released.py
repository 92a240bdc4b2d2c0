"""Sheets of a release say what is held back, in every language, and not that it is unreported."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import strikes_of
from sheet_cases import base_map, no_claims, seeds

from geo.briefing.released import SheetInput, make_sheets
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError
from geo.release.release import release
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters

PROFILE = b"""
name = "Partners"
[columns]
strikes = ["date_start", "date_end", "place_text", "target_kind", "adm1_name"]
[[coarsen]]
target_kinds = ["religious", "residential"]
grid_km = 20
[[coarsen]]
words = ["hospital", "market"]
to = "governorate"
[days]
last = 20
[cells]
strikes = 3
people = 5
"""


def released():
    return release(*seeds(), parse_profile(PROFILE, "p.toml"), today=date(2021, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_says_in_its_language_what_is_held_back(language):
    left = released()
    options = SheetOptions(language=language, extent="strikes")
    (sheet,) = make_sheets(SheetInput(left.strikes, left.claims, left), base_map(), [options])
    said = " ".join(sheet.page.footer)
    assert "Partners" in said
    assert "20" in said
    words = sheet.page.words
    assert words.range(None, None) == words.say("toll held") != words.say("not reported")
    assert words.say("unseen tolls held", count=3) in sheet.unseen.notes


def test_what_counts_areas_by_month_is_refused():
    left = released()
    given = SheetInput(left.strikes, left.claims, left, by="month")
    with pytest.raises(SheetError, match="counts fewer strikes of an area than the 3"):
        make_sheets(given, base_map(), [SheetOptions()])
    with pytest.raises(SheetError, match="a trend by area"):
        make_sheets(SheetInput(left.strikes, left.claims, left), base_map(),
                    [SheetOptions(trend="area")])  # fmt: skip


def test_a_sheet_whose_filters_ask_for_places_that_it_hides_is_refused():
    ariha = {"adm2_code": "SY0703", "adm2_name": "Ariha"}
    near = {"lon": 36.6, "lat": 35.8, "adm2_code": "SY0700", "uncertainty_km": 1.0}
    rows = {f"a{n}": near for n in range(5)} | {"b": near | ariha}
    strikes = strikes_of(**rows, **{f"c{n}": ariha for n in range(6)})
    left = release(strikes, no_claims(), parse_profile(b"[cells]\nstrikes = 5", "p.toml"))
    asked = Filters.from_query("near=36.6,35.8,12")
    with pytest.raises(SheetError, match=r"another set of strikes \(0 of 6\)"):
        make_sheets(SheetInput(left.strikes, left.claims, left), base_map(),
                    [SheetOptions(filters=asked, extent="strikes")])  # fmt: skip

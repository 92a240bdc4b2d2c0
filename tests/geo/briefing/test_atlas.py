"""An atlas has a sheet per governorate or month and loses no strike."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes
from sheet_cases import base_map, seed_atlas, seeds

from geo.briefing.sheet import make_atlas
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError


def test_an_atlas_has_one_sheet_per_governorate_and_loses_no_strike():
    sheets = seed_atlas("governorate")
    assert sum(sheet.facts.totals.rows for sheet in sheets) == len(seeds()[0])
    titles = [sheet.facts.title for sheet in sheets]
    assert titles[0] == "Reported strikes: Aleppo"
    assert titles[-1] == "Reported strikes: governorate not known"
    assert sheets[1].facts.subtitle == f"Sheet 2 of {len(sheets)}"


def test_an_atlas_by_month_keeps_the_undated_apart():
    strikes, claims = few_strikes()
    sheets = make_atlas(strikes, claims, base_map(), by="month")
    months = {sheet.facts.title.split(": ")[1]: sheet.facts.totals for sheet in sheets}
    assert list(months) == ["September 2015", "October 2015", "February 2016", "July 2020",
                            "October 2020", "no date"]  # fmt: skip
    assert [totals.rows for totals in months.values()] == [3, 1, 1, 1, 2, 3]
    assert sum(totals.undated for totals in list(months.values())[:-1]) == 0


def test_an_unknown_atlas_is_refused_naming_those_there_are():
    with pytest.raises(SheetError, match="'week' is unknown; use one of governorate, month"):
        make_atlas(*seeds(), base_map(), by="week")


def test_a_box_and_a_sheet_for_each_governorate_are_no_one_choice():
    with pytest.raises(SheetError, match="leave out the box of --extent"):
        make_atlas(
            *seeds(), base_map(), SheetOptions(extent="36.5,35.8,36.8,36.0"), by="governorate"
        )

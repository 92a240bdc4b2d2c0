"""An atlas has a sheet per governorate or month and loses no strike."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes
from sheet_cases import base_map, seed_atlas, seeds
from sheet_texts import overlaps_of, texts_of

from geo.briefing.atlas import make_atlas
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError


def test_an_atlas_has_one_sheet_per_governorate_and_loses_no_strike():
    overview, *sheets = seed_atlas("governorate")
    assert sum(sheet.facts.totals.rows for sheet in sheets) == len(seeds()[0])
    titles = [sheet.facts.title for sheet in sheets]
    assert titles[0] == "Reported strikes: Aleppo"
    assert titles[-1] == "Reported strikes: governorate not known"
    assert sheets[0].facts.subtitle == f"Sheet 2 of {len(sheets) + 1}"
    assert [sheet.overview for sheet in (overview, sheets[0])] == [True, False]


def test_the_overview_says_on_its_map_and_in_its_table_which_sheet_shows_what():
    overview, *sheets = seed_atlas("governorate")
    assert overview.facts.totals.rows == len(seeds()[0])
    assert overview.facts.subtitle == f"Sheet 1 of {len(sheets) + 1}"
    listed = [(row.name, row.strikes) for row in overview.facts.areas.rows]
    names = [sheet.facts.title.split(": ")[1] for sheet in sheets]
    totals = [sheet.facts.totals.rows for sheet in sheets]
    assert listed == [(f"{at} · {name}", rows) for at, (name, rows) in
                      enumerate(zip(names, totals, strict=True), start=2)]  # fmt: skip
    numbers = {sheet.options.extent: at for at, sheet in enumerate(sheets, start=2)}
    named = {name.code: name.lines[-1] for name in overview.drawn.names}
    framed = [code for code in overview.facts.areas.sheets if code in named]
    assert len(framed) == len(sheets) - 1, "of all areas; the last sheet is of no known area"
    assert all(named[code] == f"sheet {numbers[code]}" for code in framed)
    read = " ".join(text.get_text() for text in texts_of(overview)).replace("\n", " ")
    assert "under its name stands its sheet" in read
    assert "On the next page" in read
    for canvas in overview.canvases:
        assert not overlaps_of(canvas)


def test_strikes_of_an_area_that_the_base_map_lacks_are_on_the_last_sheet():
    strikes, claims = few_strikes()
    strikes.loc["hama", "adm1_code"] = "SY99"
    _, *sheets = make_atlas(strikes, claims, base_map(), by="governorate")
    assert sum(sheet.facts.totals.rows for sheet in sheets) == len(strikes)
    assert "hama" in sheets[-1].shown.index


def test_an_atlas_by_month_keeps_the_undated_apart():
    strikes, claims = few_strikes()
    overview, *sheets = make_atlas(strikes, claims, base_map(), by="month")
    assert overview.facts.areas.rows[0].name == "2 · September 2015"
    assert overview.facts.areas.note == "", "no strike is of two months"
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

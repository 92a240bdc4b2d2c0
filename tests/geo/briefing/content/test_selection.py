"""A sheet speaks of one set of strikes: title, totals, table, tolls, timeline and map agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_strikes import AREA_ONLY, UNLOCATED, strikes_of
from sheet_cases import base_map, fresh_sheet, no_claims, seed_sheet, seeds
from sheet_texts import texts_of

from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError
from geo.strikes.filters import Filters

IDLIB = {"lon": 36.63, "lat": 35.93, "adm1_code": "SY07", "adm1_name": "Idlib"}
HASAKAH = {"lon": 40.74, "lat": 36.5, "adm1_code": "SY08", "adm1_name": "Al-Hasakah"}
BOX = "36,35.5,37.2,36.2"


def make(extent: str, **options: object) -> Sheet:
    strikes = strikes_of(
        here={**IDLIB, "killed_min": 2},
        known={**AREA_ONLY, "adm1_code": "SY07", "adm1_name": "Idlib", "killed_min": 3},
        there={**HASAKAH, "killed_min": 50},
        nowhere={**UNLOCATED, "killed_min": 70},
    )
    return make_sheet(
        strikes, no_claims(), base_map(), SheetOptions(extent=extent, paper="a4", **options)
    )


@pytest.mark.parametrize("extent", ["Idlib", "SY07"])
def test_a_sheet_of_an_area_is_titled_and_counted_by_it(extent: str) -> None:
    sheet = make(extent)
    assert sheet.title == "Reported strikes: Idlib"
    assert {row.strike_id for row in sheet.facts.rows} == {"here", "known"}
    assert sheet.facts.totals.tolls["killed"].low == 5
    assert sum(sheet.facts.timeline.shown) == 2
    assert sheet.drawn.content.outside == 0
    said = " ".join(text.get_text() for text in texts_of(sheet))
    assert "1 of 2 located" in said
    assert "2 more lie elsewhere or have no known place: not on this sheet" in said
    assert "beyond this line: not on this sheet" in said
    assert any(note.startswith("2 more strikes lie outside") for note in sheet.unseen.notes)


def test_a_box_holds_its_points_and_says_which_part_of_the_country_it_is() -> None:
    sheet = make(BOX)
    assert sheet.title == "Reported strikes: part of Syria"
    assert sheet.facts.filters == "map section 36°E – 37.2°E, 35.5°N – 36.2°N"
    assert [row.strike_id for row in sheet.facts.rows] == ["here"]
    assert sheet.facts.elsewhere == 3
    whole = make("35,32,43,38")
    assert {row.strike_id for row in whole.facts.rows} == {"here", "known", "there"}
    assert whole.title == "Reported strikes: Syria"
    assert make(BOX, language="ar", digits="arabic").facts.filters.count("°") == 4


def test_a_whole_country_and_its_strikes_set_nothing_aside() -> None:
    for extent in ("country", "strikes"):
        sheet = make(extent)
        assert sheet.facts.elsewhere == 0
        assert sheet.drawn.content.set_back is None
    with pytest.raises(SheetError, match="Nowhere"):
        make("Nowhere")


def test_what_lies_outside_the_extent_is_set_back() -> None:
    content = make("Idlib").drawn.content
    rect = content.frame.rect
    assert 0 < content.set_back.area < rect.width * rect.height
    assert not content.set_back.intersects(content.areas["SY07"].buffer(-1))


CODES = sorted({*seeds()[0]["adm1_code"].dropna()})
BOXES = st.tuples(
    st.floats(35.5, 38), st.floats(32.5, 35), st.floats(38.1, 42), st.floats(35.1, 37)
).map(lambda sides: ",".join(f"{side:.3f}" for side in sides))


@settings(max_examples=6)
@given(
    extent=st.one_of(st.sampled_from(["country", "strikes", *CODES]), BOXES),
    kinds=st.sets(st.sampled_from(["airstrike", "shelling", "drone"])),
    undated=st.sampled_from(["with", "without"]),
)
def test_sets_agree_on_random_filters_and_extents(extent, kinds, undated) -> None:
    filters = Filters(kinds=tuple(sorted(kinds)))
    sheet = fresh_sheet(extent=extent, filters=filters, undated=undated)
    facts, content = sheet.facts, sheet.drawn.content
    assert facts.totals.rows == len(sheet.shown)
    assert {row.strike_id for row in facts.rows} <= set(sheet.shown.index)
    dated = int(sheet.shown["date_start"].notna().sum())
    assert sum(facts.timeline.shown) == dated == facts.totals.rows - facts.totals.undated
    drawn = len(content.numbered) if facts.numbered else sum(c.count for c in content.circles)
    assert drawn + content.outside == facts.totals.located
    passed = len(sheet.shown) + facts.elsewhere
    assert passed == len(fresh_sheet(filters=filters, undated=undated).shown)


def test_an_area_of_the_seeds_is_no_title_of_the_country() -> None:
    sheet = seed_sheet(extent="Idlib")
    assert sheet.title == "Reported strikes: Idlib"
    assert set(sheet.shown["adm1_code"]) == {"SY07"}

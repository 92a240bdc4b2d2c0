"""A sheet says where its rows are not a strike in the country each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from map_strikes import claims_of, strikes_of
from sheet_cases import base_map, no_claims, seed_sheet
from sheet_texts import texts_of

from geo.briefing.page.area_table import fit_areas
from geo.briefing.page.edges import make_maker
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions

SEVERAL = {"strikes_min": 3, "strikes_max": 8}
PROTEST = {"kind": "other", "not_strike": "Protests: Peaceful protest"}
CIVILIANS = {"civilians_killed_min": 5, "civilians_killed_max": 7}
KILLED = {"killed_min": 70, "killed_max": 70}
ABROAD = {"lon": 35.51, "lat": 33.35, "adm1_code": None, "adm1_name": None,
          "adm_note": "outside the country", "place_text": "Kafr"}  # fmt: skip
AT_SEA = {**ABROAD, "lon": 35.0, "place_text": None, "adm_note": "outside the country; in the sea"}


def _said(language: str = "en", **rows: dict[str, Any]) -> str:
    options = SheetOptions(language=language, extent="country")
    sheet = make_sheet(strikes_of(**rows), no_claims(), base_map(), options)
    return " ".join(text.get_text() for text in texts_of(sheet)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (SEVERAL, "2 rows stand for 4–9 strikes"),
        ({"strikes_min": 4, "strikes_max": None}, "2 rows stand for 5+ strikes"),
        (PROTEST, "1 of 2 rows is no strike by its source"),
        (ABROAD, "1 of 2 located points lies outside Syria"),
        (ABROAD, "Kafr (outside Syria)"),
        (AT_SEA, "1 of them lies in the sea"),
        (AT_SEA, "place not reported (in the sea)"),
        (SEVERAL, "air strike, 3–8 strikes"),
        (PROTEST, "other (no strike)"),
        (SEVERAL, "Rows per day"),
        (PROTEST, "Rows per day"),
        (ABROAD, "Strikes per day"),
        (SEVERAL, "bars count rows of the data, not strikes"),
    ],
)
def test_a_sheet_says_what_its_rows_are(row: dict[str, Any], said: str) -> None:
    assert said in _said(one={}, other=row)


def test_civilians_killed_are_told_by_name_on_a_sheet() -> None:
    said = _said(one=CIVILIANS, other=CIVILIANS)
    assert "Civilians killed: 10–14, where only civilians are told of, 2 of 2" in said
    assert "All killed: no figure reported" in said
    assert "civilians: 5–7" in said
    beside = _said(one=CIVILIANS, other=KILLED)
    assert "Killed, as reported: 70" in beside
    assert "Civilians killed: 5–7, where only civilians are told of, 1 of 2" in beside
    assert "Civilians" not in _said(one={**CIVILIANS, **KILLED})


def test_rows_that_are_a_strike_each_need_no_word() -> None:
    said = " ".join(text.get_text() for text in texts_of(seed_sheet()))
    for words in ("rows stand for", "no strike", "lie outside", "Rows per"):
        assert words not in said


@pytest.mark.parametrize("row", [SEVERAL, PROTEST, ABROAD, CIVILIANS])
def test_an_arabic_sheet_says_it_too(row: dict[str, Any]) -> None:
    plain = _said("ar", one={}, other={})
    assert len(_said("ar", one={}, other=row)) > len(plain)


def test_where_the_base_map_ends_is_told_in_the_legend() -> None:
    far = strikes_of(one={}, other={**ABROAD, "lon": 32.56, "lat": 15.5},
                     third={**ABROAD, "lon": 36.2, "lat": 50.0})  # fmt: skip
    beyond = make_sheet(far, no_claims(), base_map(), SheetOptions())
    near = make_sheet(strikes_of(one={}), no_claims(), base_map(), SheetOptions())
    assert beyond.drawn.content.shows_beyond
    assert "beyond the base map" in {text.get_text() for text in texts_of(beyond)}
    assert not near.drawn.content.shows_beyond


def test_no_row_cites_a_source_that_the_sheet_does_not_list() -> None:
    title = "A report whose title is so long that it takes several lines of the list " * 3
    strikes = strikes_of(**{f"s{at:03}": {"killed_min": 500 - at, "lon": 36.0 + at * 0.03}
                            for at in range(80)})  # fmt: skip
    claims = claims_of(*({"strike_id": strike, "title": f"{title} {strike}", "outlet": "Paper"}
                         for strike in strikes.index))  # fmt: skip
    sheet = make_sheet(strikes, claims, base_map(), SheetOptions())
    listed = {int(i.text) for b in sheet.blocks if b.kind == "sources"
              for i in b.items if i.align == "end"}  # fmt: skip
    assert sheet.second is not None
    shown = max(len(b.rules) - 1 for b, _ in sheet.second.blocks if b.kind == "table")
    cited = {number for row in sheet.facts.rows[:shown] for number in row.cited}
    assert shown >= 3
    assert cited <= listed
    assert len(listed) < len(strikes)
    for paper in ("a4", "square", "4:3", "letter-landscape"):
        told = make_sheet(strikes, claims, base_map(), SheetOptions(paper=paper))
        numbers = {int(i.text) for b in told.blocks if b.kind == "sources"
                   for i in b.items if i.align == "end"}  # fmt: skip
        first = max(
            [len(b.rules) - 1 for b, _ in told.drawn.blocks if b.kind == "table"], default=0
        )
        rows = told.facts.rows[:first]
        assert {number for row in rows for number in row.cited} <= numbers, paper
        said = " ".join(text.get_text() for text in texts_of(told))
        assert f"and {len(strikes) - len(numbers)} more sources" in said


@pytest.mark.parametrize("name", ["Autonomous Rep. of Crimea", "Governorate of Damascus"])
def test_a_long_name_of_an_area_has_two_lines_in_a_narrow_table(name: str) -> None:
    sheet = seed_sheet()
    maker = make_maker(sheet.page, sheet.canvases[0])
    areas = maker.facts.areas
    rows = tuple(replace(row, name=name) for row in areas.rows)
    maker = replace(maker, facts=replace(maker.facts, areas=replace(areas, rows=rows)))
    width = maker.small * 20
    block = fit_areas(maker, width, 1_000)
    said = " ".join(item.text for item in block.items)
    assert said.count(name) == len(rows)
    assert "…" not in said
    downs = [item.dy for item in block.items if item.dx == 0]
    assert min(b - a for a, b in pairwise(sorted(downs))) > maker.small
    short = fit_areas(maker, width, block.height - 1)
    assert len(short.rules) == len(block.rules) - 1
    assert short.height < block.height

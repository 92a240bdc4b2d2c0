"""A sheet of one strike: that strike alone, how sure its place is, every claim, no person."""

from __future__ import annotations

import pytest
from map_strikes import AREA_ONLY, claims_of, strikes_of
from sheet_cases import base_map, fresh_sheet, no_claims, seed_sheet
from sheet_texts import texts_of

from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError

ARIHA = "seeds:2020-07-14-ariha-patrol"


def _said(sheet) -> str:
    return " ".join(text.get_text() for text in texts_of(sheet)).replace("\xa0", " ")


def test_a_sheet_of_one_strike_tells_place_and_every_claim_of_it():
    sheet = seed_sheet(strike=ARIHA)
    said = _said(sheet)
    assert sheet.facts.totals.rows == 1
    assert "One reported strike; 14 July 2020" in said
    assert "within 10 km nine times in ten" in said.replace("  ", " ")
    assert "Place as reported: “a village northeast of the town of Ariha”" in said
    assert [source.number for source in sheet.facts.sources.listed] == [1, 2, 3, 4]
    lines = " ".join(source.line for source in sheet.facts.sources.listed)
    assert "It says: place “Idlib province, M4 highway”" in lines
    assert "injured 3+" in lines
    assert sheet.drawn.locator is not None
    assert sheet.drawn.content.outside == 0


def test_claims_keep_their_addresses_and_days_that_are_not_known_are_left_out():
    strikes = strikes_of(one={"place_text": "Here"}, other=AREA_ONLY)
    page = "https://a.example/1"
    claims = claims_of(
        {"strike_id": "one", "outlet": "A Paper", "url": page, "killed_min": 3,
         "toll_text": "Mr Somebody killed", "note": "Mr Somebody"},
        {"strike_id": "one", "outlet": "A Paper", "published": "2020-01-02"},
        {"strike_id": "other", "outlet": "Another Paper"},
    )  # fmt: skip
    sheet = make_sheet(strikes, claims, base_map(), SheetOptions(strike="one"))
    lines = [(each.line.replace("\xa0", " "), each.link) for each in sheet.facts.sources.listed]
    assert lines == [
        ("A Paper, 2 January 2020. It says: neither place, date nor toll", ""),
        ("A Paper. It says: killed 3+", page),
    ]
    assert "Somebody" not in _said(sheet)


def test_a_strike_that_is_not_there_is_refused_with_the_remedy():
    with pytest.raises(SheetError, match="'none' is not in the data; give a strike_id of the"):
        make_sheet(strikes_of(one={}), no_claims(), base_map(), SheetOptions(strike="none"))


def test_a_sheet_of_one_strike_is_made_again_in_arabic():
    sheet = fresh_sheet(strike=ARIHA, language="ar")
    assert SheetOptions.from_json(sheet.options.to_json()).strike == ARIHA
    assert "في تسع حالات من عشر" in " ".join(sheet.facts.sure)

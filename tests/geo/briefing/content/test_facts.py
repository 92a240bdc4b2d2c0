"""What a sheet says of each strike and of its data: tolls, places, actors, as-of day."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import AREA_ONLY, UNDATED, UNLOCATED, claims_of, strikes_of
from sheet_cases import base_map, fresh_sheet, no_claims

from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions


def test_tolls_are_ranges_as_reported():
    strikes = strikes_of(
        both={"killed_min": 70, "killed_max": 100}, least={"killed_min": 70},
        most={"killed_max": 9}, same={"killed_min": 8, "killed_max": 8}, none={},
        together={"casualties_min": 160}, civil={"civilians_killed_min": 5, "casualties_min": 9},
        part={"killed_min": 6, "civilians_killed_min": 5},
        lead={"event_id": "e", "toll_lead": "lead", "killed_min": 3, "killed_max": 3},
        follower={"event_id": "e", "toll_lead": "lead"},
    )  # fmt: skip
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions(paper="a4"))
    killed = {row.strike_id: row.killed for row in sheet.facts.rows}
    assert killed == {
        "both": "70–100", "least": "70+", "most": "up to 9", "same": "8", "none": "not reported",
        "together": "160+ killed or injured", "civil": "civilians: 5+", "part": "6+", "lead": "3",
        "follower": f"with no. {[r.strike_id for r in sheet.facts.rows].index('lead') + 1}",
    }  # fmt: skip


def test_rows_say_place_kind_actor_and_standing():
    strikes = strikes_of(
        a={"place_text": "As told", "place_name": "Found", "actor": "Russia;Syria",
           "attribution": "contested", "target_kind": "market", "event_status": "denied"},
        b={**AREA_ONLY, "place_text": "province of Idlib"},
        c={**UNLOCATED, **UNDATED, "place_text": "Several towns"},
        d={**UNLOCATED, **UNDATED},
        e={"adm1_name": None, "adm1_code": None},
    )  # fmt: skip
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions(paper="a4"))
    rows = {row.strike_id: row for row in sheet.facts.rows}
    assert rows["a"].place == "Found, Idlib"
    assert rows["a"].what == "air strike on market (denied); Russia, Syria (contested)"
    assert rows["b"].place == "province of Idlib (area only)"
    assert rows["c"].place == "Several towns (not located)"
    assert rows["d"].place == "place not reported (not located)"
    assert rows["d"].date == "no date"
    assert rows["e"].place == "place not reported"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Kafr Somewhere", "Kafr Somewhere, Idlib (area only)"),
        ("Idlib", "Idlib (area only)"),
        ("IDLIB", "Idlib (area only)"),
        ("Idlib governorate", "Idlib governorate (area only)"),
        (None, "Idlib (area only)"),
    ],
)
def test_a_row_known_by_area_says_the_place_as_reported(told, said):
    strikes = strikes_of(one={**AREA_ONLY, "place_text": told, "place_name": "Idlib"})
    [row] = make_sheet(strikes, no_claims(), base_map()).facts.rows
    assert row.place == said


def test_as_of_is_given_or_of_the_environment_or_of_the_newest_claim(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert fresh_sheet().facts.as_of == date(2020, 10, 27)
    assert fresh_sheet(as_of=date(2021, 5, 1)).facts.as_of_text == "As of 1\xa0May\xa02021"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert fresh_sheet().facts.as_of == date(2020, 9, 13)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    bare = make_sheet(strikes_of(one={}), no_claims(), base_map())
    assert bare.facts.as_of is None
    assert bare.facts.as_of_text == "As of: not known"


def test_a_claim_of_a_day_to_come_says_nothing_of_the_day_of_the_data(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    days = ("2919-02-06", "2020-10-30", "2020-01-01")
    claims = claims_of(*({"strike_id": "one", "published": day} for day in days))
    sheet = make_sheet(strikes_of(one={}), claims, base_map())
    assert sheet.facts.as_of == date(2020, 10, 30)

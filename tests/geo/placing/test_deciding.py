"""Decisions on rows: those that say a decided name obey it, and no others."""

from __future__ import annotations

import pandas as pd
import pytest
from strike_rows import table

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.placing.deciding import decide_rows, place_decided


@pytest.mark.parametrize("decisions", [[], [Decision("Zyxfold", "", "no place")]])
def test_what_no_row_says_changes_none(decisions: list[Decision]) -> None:
    strikes = table({"place_text": "Suran"}, {"place_text": "Ariha"})
    syria = load_gazetteer("sy")
    decided, rows = decide_rows(strikes, decisions, syria)
    assert rows == 0
    pd.testing.assert_frame_equal(pd.DataFrame(decided), pd.DataFrame(strikes))
    assert place_decided(strikes, decisions, syria).empty


SAYS_ITS_AREA = ("Hittin (Raqqa)", "Al-Maadi (Aleppo)", "Ariha, Idlib")


@pytest.mark.parametrize(
    "said",
    [
        *({"place_text": name} for name in SAYS_ITS_AREA),
        {"place_text": "Suran", "governorate_text": "Harim District"},
        {"place_text": "Suran", "pcode_text": "SY0702"},
        {"place_text": "Suran", "district_text": "Harim", "subdistrict_text": "Dana"},
    ],
)
def test_a_decision_counts_whatever_else_is_read_in_the_row(said: dict[str, str]) -> None:
    strikes = table({**said, "adm1_code": None})
    area = said.get("governorate_text", "")
    decision = Decision(said["place_text"], area, "no place", who="Rana", reason="a unit's name")
    decided, rows = decide_rows(strikes, [decision], load_gazetteer("sy"))
    assert (rows, decided["match_method"].tolist()) == (1, ["reviewed"])
    assert decided["location_status"].tolist() == ["unlocated"]
    assert decided["match_reason"].tolist() == ["no place, decided by Rana: a unit's name"]

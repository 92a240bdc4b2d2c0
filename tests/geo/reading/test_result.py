"""Rows become strikes or are refused; a Reading stays a Reading."""

from __future__ import annotations

import pandas as pd
import pytest
from readings import read

from geo.errors import SchemaError
from geo.reading.result import build_strikes, change_strikes, refused_rows
from geo.strikes.checks import validate

ROW = {"kind": "drone", "date_precision": "unknown", "match_method": "none",
       "precision": "unknown", "location_status": "unlocated", "event_status": "reported",
       "source_count": 0, "lon": None, "lat": None}  # fmt: skip


def test_rows_that_break_the_contract_are_refused_and_the_others_keep_their_numbers():
    rows = pd.DataFrame(
        [{**ROW, "strike_id": "a"}, {**ROW, "strike_id": "b", "kind": "rocket"},
         {**ROW, "strike_id": "a"}, {**ROW, "strike_id": "d"}],
        index=[2, 3, 4, 7],
    )  # fmt: skip
    reasons = {7: "soon is no date"}
    strikes, numbers = build_strikes(rows, reasons)
    assert validate(strikes).index.tolist() == ["a"]
    assert numbers == [2]
    assert sorted(reasons) == [3, 4, 7]
    assert "kind is none of" in reasons[3]
    assert "was used in row 2" in reasons[4]


def test_refused_rows_stand_in_the_order_of_the_file():
    cells = pd.DataFrame({"row": ["x", "y"], "town": ["Homs", "Hama"]}, index=[2, 3])
    refused = refused_rows(cells, {3: "late", 2: "early"})
    assert refused.to_dict("list") == {
        "row": [2, 3], "reason": ["early", "late"], "row_in": ["x", "y"], "town": ["Homs", "Hama"],
    }  # fmt: skip


def test_a_step_with_a_reading_gives_a_reading_and_with_a_table_a_table():
    reading = read("date,place,source\n2015-09-30,Homs,SOHR\n")
    changed = change_strikes(reading, lambda strikes: strikes.iloc[:0], "step")
    assert len(changed.strikes) == 0
    assert changed.claims is reading.claims
    assert change_strikes(reading.strikes, lambda strikes: strikes, "step") is reading.strikes
    with pytest.raises(SchemaError, match="step: takes a strikes table"):
        change_strikes([1], lambda strikes: strikes, "step")

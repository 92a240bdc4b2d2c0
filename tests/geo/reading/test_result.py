"""Rows become strikes or are refused; a Reading stays a Reading."""

from __future__ import annotations

import pandas as pd
import pytest
from readings import read

from geo.errors import SchemaError
from geo.reading.read import read_strikes
from geo.reading.result import change_strikes, keep_contract, refused_rows


def test_rows_that_break_the_contract_are_refused_with_their_claims_and_numbers():
    reading = read("date,place,source\n2015-09-30,Homs,A\n2015-10-01,Hama,B\n")
    broken = reading.strikes.assign(kind=["airstrike", "rocket"])
    reasons: dict[int, str] = {}
    strikes, claims, numbers = keep_contract(broken, reading.claims, reading.numbers, reasons)
    assert (len(strikes), claims["claimant"].tolist(), numbers.tolist()) == (1, ["A"], [2])
    assert list(reasons) == [3]
    assert "kind is none of" in reasons[3]


def test_rows_that_are_no_strikes_are_left_out_with_their_reason_when_asked():
    table = b"date,place,why,source\n2015-09-30,Homs,,A\n2015-10-01,Hama,a protest,B\n,,x,C\n"
    columns = {"date": "date", "place": "place_text", "why": "not_strike", "source": "source"}
    kept = read_strikes(table, name="t.csv", columns=columns)
    assert kept.strikes["not_strike"].fillna("").tolist() == ["", "a protest"]
    alone = read_strikes(table, name="t.csv", columns=columns, strikes_only=True)
    assert (alone.strikes["place_text"].tolist(), alone.numbers.tolist()) == (["Homs"], [2])
    assert alone.claims["claimant"].tolist() == ["A"]
    assert alone.left_out[["row", "reason", "place"]].to_numpy().tolist() == [
        [3, "a protest", "Hama"]
    ]
    assert alone.rejected["row"].tolist() == [4]
    assert kept.rows == alone.rows == 3


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

"""What details say: texts unchanged, claims with their strike, tolls with their lead."""

from __future__ import annotations

import pandas as pd
import pytest
from map_strikes import (
    HOSTILE,
    claims_of,
    few_strikes,
    strikes_of,
)

from geo.strikes.schema import empty_claims
from geo.webmap.payload.encode import encode_strikes


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_arrives_unchanged(browser, text):
    strikes = strikes_of(a={"place_text": text})
    claims = claims_of({"strike_id": "a", "claimant": text, "title": text})
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    assert texts["texts"]["place_text"] == [text]
    assert texts["claims"]["title"] == [text]


def test_claims_stand_with_their_strike(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    claimants = texts["claims"]["claimant"]
    found = {
        (texts["ids"][row], who) for row, who in zip(texts["claim_rows"], claimants, strict=True)
    }
    assert found == set(zip(claims["strike_id"], claims["claimant"], strict=True))


def test_claims_of_strikes_that_were_filtered_away_stay_behind(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes.loc[["hama"]], claims))["texts"]
    assert texts["claim_rows"] == []


def test_a_shared_toll_names_its_lead_row_and_a_lead_row_none(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    row = {strike: number for number, strike in enumerate(texts["ids"])}
    assert texts["toll_lead"][row["second"]] == row["duwaylah"]
    assert texts["toll_lead"][row["duwaylah"]] is None


def test_a_lead_row_that_was_filtered_away_is_named_by_its_id(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes.loc[["second"]], claims))["texts"]
    assert texts["toll_lead"] == ["duwaylah"]


def test_texts_that_all_differ_and_places_that_repeat_come_back(browser):
    rows = {
        f"r{i}": {"place_text": f"at {i % 7}é", "target": f"a target {i}" if i % 5 else None,
                  "adm_note": f"note {i % 300}", "lon": 36 + i % 3, "lat": 35}
        for i in range(700)
    }  # fmt: skip
    strikes = strikes_of(**rows)
    opened = browser.open(encode_strikes(strikes, empty_claims()))
    table = strikes.loc[opened["texts"]["ids"]]
    for name in ("place_text", "target", "adm_note"):
        assert opened["texts"]["texts"][name] == [
            None if pd.isna(text) else text for text in table[name]
        ]
    steps = 2 ** opened["worldBits"]
    assert opened["columns"]["x"] == [round((lon / 360 + 0.5) * steps) for lon in table.geometry.x]


def test_a_row_says_how_many_strikes_it_stands_for_where_it_is_not_one(browser):
    bounds = {"one": (1, 1), "eight": (8, 8), "some": (2, 4), "open": (3, None), "most": (None, 6),
              "unsaid": (None, None)}  # fmt: skip
    rows = {name: {"strikes_min": low, "strikes_max": high} for name, (low, high) in bounds.items()}
    texts = browser.open(encode_strikes(strikes_of(**rows), empty_claims()))["texts"]
    said = dict(zip(texts["ids"], texts["texts"]["stands_for"], strict=True))
    assert said == {"one": None, "eight": "8", "some": "2–4", "open": "3+", "most": "up to 6",
                    "unsaid": None}  # fmt: skip

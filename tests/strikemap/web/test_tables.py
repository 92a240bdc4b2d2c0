"""The page's tables, lists and numbers say what was reported, and give reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from map_strikes import few_strikes
from shapely import Point

from geo.strikes.checks import validate
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.strikes.killed import word_killed
from geo.strikes.schema import make_claims, make_strikes
from geo.strikes.totals import count_totals
from strikemap.web.asked.tables import Asked, newest_claim
from strikemap.web.choices import list_choices, word_switched_off
from strikemap.web.datasets import Dataset
from strikemap.web.numbers import state_data, word_totals
from strikemap.web.period import close_ends, open_ends
from strikemap.web.tables import cells, lists
from strikemap.web.tables.cells import tabulate_strikes
from strikemap.web.tables.columns import find_empty, fit_widths
from strikemap.web.tables.lists import list_claims, list_undated, list_unlocated

LOCATED = {"precision": "settlement", "location_status": "located", "uncertainty_km": 2.0,
           "match_method": "exact", "match_score": 0.97, "geometry": Point(36.45, 36.05),
           "adm1_code": "SY07", "adm1_name": "Idlib"}  # fmt: skip
AREA = {"precision": "governorate", "location_status": "area_only", "match_method": "exact",
        "adm1_code": "SY05", "adm1_name": "Hama"}  # fmt: skip
NOWHERE = {"precision": "unknown", "location_status": "unlocated", "match_method": "vague",
           "match_reason": "names no single place"}  # fmt: skip


def day(text: str) -> dict[str, Any]:
    return {"date_start": text, "date_end": text, "date_precision": "day"}


UNDATED = {"date_precision": "unknown"}
ROWS: dict[str, dict[str, Any]] = {
    "towns": {**NOWHERE, **UNDATED, "place_text": "Several towns", "kind": "ground"},
    "late": {**LOCATED, **day("2020-10-26"), "place_text": "Duwaylah", "place_name": "Ad Duwaylah",
             "actor": "Russia; Syrian government", "killed_min": 70, "killed_max": 100},
    "early": {**AREA, **day("2015-09-30"), "governorate_text": "Hama", "killed_min": 5},
    "timeless": {**LOCATED, **UNDATED, "place_text": "=1+1", "kind": "drone"},
}  # fmt: skip


@pytest.fixture
def strikes() -> gpd.GeoDataFrame:
    usual = {"kind": "airstrike", "event_status": "reported", "source_count": 1}
    table = pd.DataFrame([{**usual, **row} for row in ROWS.values()], index=list(ROWS))
    return validate(make_strikes(table))


@pytest.fixture
def claims() -> pd.DataFrame:
    rows = [
        {"claim_id": "1", "strike_id": "late", "outlet": "Paper", "title": "Raid",
         "published": "2020-10-27", "url": "https://paper.example/raid", "killed_min": 70},
        {"claim_id": "2", "strike_id": "timeless", "claimant": "SOHR", "published": "2015",
         "date_text": "towards the end of the month", "url": "javascript:alert(1)"},
        {"claim_id": "3", "strike_id": "timeless", "date_text": "lately"},
    ]  # fmt: skip
    return make_claims(pd.DataFrame(rows))


@pytest.fixture
def dataset(strikes, claims) -> Dataset:
    return Dataset("file.csv", strikes, claims, shipped=False)


def test_table_runs_in_order_of_time_with_the_undated_last(strikes):
    table = tabulate_strikes(strikes, strikes)
    assert list(table["strike_id"]) == ["early", "late", "towns", "timeless"]
    assert list(table["Date"]) == ["2015-09-30", "2020-10-26", NOT_REPORTED, NOT_REPORTED]


def test_a_governorate_only_reported_is_shown_as_reported(strikes):
    strikes.loc["towns", "governorate_text"] = "Idleb"
    table = tabulate_strikes(strikes, strikes).set_index("strike_id")["Governorate"]
    assert table.to_dict() == {
        "early": "Hama", "late": "Idlib", "towns": "Idleb (as reported)", "timeless": "Idlib"
    }  # fmt: skip
    assert list_undated(strikes, make_claims(pd.DataFrame()))["Governorate"].tolist() == [
        "Idleb (as reported)", "Idlib"
    ]  # fmt: skip


def test_a_long_table_is_cut_and_says_so(strikes, monkeypatch):
    monkeypatch.setattr(cells, "MOST_ROWS", 2)
    monkeypatch.setattr(lists, "MOST_ROWS", 2)
    assert list(tabulate_strikes(strikes, strikes)["strike_id"]) == ["early", "late"]
    assert len(list_unlocated(strikes)) == 1


def test_table_says_null_is_not_reported(strikes):
    table = tabulate_strikes(strikes, strikes).set_index("strike_id")
    assert table.loc["late", "Killed"] == "70–100"
    assert table.loc["early", "Killed"] == "5+"
    assert table.loc["towns", "Killed"] == NOT_REPORTED
    assert table.loc["early", "Injured"] == NOT_REPORTED
    assert table.loc["early", "Place as reported"] == "Hama"
    assert table.loc["early", "Precision"] == "governorate"
    assert table.loc["timeless", "Place as reported"] == "=1+1"


def test_undated_rows_say_how_their_claims_word_the_time(strikes, claims):
    listed = list_undated(strikes, claims).set_index("strike_id")
    assert listed["Why it is undated"].to_dict() == {
        "towns": "no claim gives a date",
        "timeless": "no day can be told from: “towards the end of the month”; “lately”",
    }


def test_unlocated_rows_say_why(strikes):
    listed = list_unlocated(strikes)
    assert listed[["strike_id", "Why it is not located"]].to_numpy().tolist() == [
        ["towns", "names no single place"]
    ]


def test_only_web_addresses_become_links(strikes, claims):
    table = list_claims(claims, strikes)
    assert table["Address"].dropna().tolist() == ["https://paper.example/raid"]
    assert table["Address (no link)"].dropna().tolist() == ["javascript:alert(1)"]
    assert {"Archived copy", "Archived copy (no link)"} <= set(find_empty(table))
    assert not {"Address", "Address (no link)"} & set(find_empty(table))


def test_claims_follow_the_strikes_in_view(strikes, claims):
    assert list(list_claims(claims, strikes.loc[["late"]])["Killed"]) == ["70+"]


def test_totals_are_said_as_n_of_all(strikes):
    totals = count_totals(strikes)
    assert word_totals(totals) == (
        "**2 of 4** located · **1** known only to an area · **1** not located · **2** of 4 undated"
    )
    assert word_killed(totals) == "killed, as reported: 75+ in 2 of 4 rows, no figure in 2"
    nothing = count_totals(strikes.loc[["towns"]])
    assert word_killed(nothing) == "killed: not reported in any row"


def test_the_file_is_stated_whatever_the_filters(dataset):
    assert state_data(dataset) == (
        "4 rows read from the file: 2 of 4 located, 1 known only to an area, 1 not located; "
        r"2 undated; 3 claims; newest claim 2020\-10\-27"
    )


def test_date_of_data_is_the_newest_claim_or_unknown(claims):
    assert newest_claim(claims) == "2020-10-27"
    assert newest_claim(claims.iloc[:0]) is None


def test_what_a_table_says_besides_has_a_column_where_a_row_says_it(strikes):
    besides = {"note": "A market.", "strikes_min": 3, "strikes_max": 8, "not_strike": "Protests"}
    told = strikes.copy()
    for name, value in besides.items():
        told.loc["late", name] = value
    row = tabulate_strikes(told, told).set_index("strike_id").loc["late"]
    assert (row["Stands for"], row["Description"], row["No strike"]) == (
        "3–8", "A market.", "Protests",
    )  # fmt: skip
    absent = {"Stands for", "Description", "No strike", "Country as reported", "Cells not read"}
    assert absent <= set(find_empty(tabulate_strikes(strikes, strikes)))
    empty = set(find_empty(tabulate_strikes(told, told)))
    assert absent & empty == {"Country as reported", "Cells not read"}


def test_what_is_asked_first_comes_first_and_the_id_last(strikes, claims):
    table = list(tabulate_strikes(strikes, strikes))
    assert table[:4] == ["Date", "Place as reported", "Kind", "Killed"]
    assert table.index("Sources") < table.index("Governorate")
    assert table[-1] == list(list_claims(claims, strikes))[-1] == "strike_id"
    assert list(list_claims(claims, strikes))[:2] == ["Date", "Place"]


def test_a_column_is_empty_where_no_row_says_anything_and_zero_says_something():
    table = pd.DataFrame(
        {"Killed": ["0", NOT_REPORTED], "Injured": [NOT_REPORTED] * 2, "Note": ["", ""],
         "Address": [None, float("nan")], "Sources": [0, 0]},
    )  # fmt: skip
    assert find_empty(table) == ["Injured", "Note", "Address"]
    assert find_empty(table.iloc[:0]) == []


def test_columns_are_as_wide_as_their_longest_cell_within_limits():
    table = pd.DataFrame({"Date": ["2015-09-30", "2015-09-30 to 2015-10-04 (week)"],
                          "Note": ["long " * 80] * 2, "n": [1, 2],
                          "strike_id": ["t:0123456789ab0123456789ab"] * 2})  # fmt: skip
    widths = fit_widths(table)
    assert fit_widths(table.head(1))["Date"] < widths["Date"] < widths["Note"] == 340
    assert (widths["n"], widths["strike_id"]) == (60, 130)
    assert fit_widths(table, {"n": "Number of sources"})["n"] > 100


def test_choices_are_what_the_data_hold(strikes):
    choices = list_choices(strikes)
    assert choices.governorates == {"SY05": "Hama", "SY07": "Idlib", NOT_REPORTED: NOT_REPORTED}
    assert choices.actors == ("Russia", "Syrian government", NOT_REPORTED)
    assert (choices.first_day, choices.last_day) == (date(2015, 9, 30), date(2020, 10, 26))


def test_empty_data_offer_nothing(strikes):
    choices = list_choices(strikes.iloc[:0])
    assert (choices.governorates, choices.actors, choices.first_day) == ({}, (), None)


def test_kinds_switched_off_are_counted(strikes, claims):
    counts = Asked("toy", strikes, claims).count_kinds(np.ones(len(strikes), bool))
    assert counts == strikes["kind"].value_counts().to_dict()
    kinds = Filters(kinds=("airstrike", "drone", "missile", "shelling", "other")).kinds
    assert word_switched_off(counts, kinds) == (
        "1 more row of kinds that are switched off: 1 ground attack"
    )
    assert word_switched_off(counts, ()) == ""


@pytest.mark.parametrize(
    ("period", "meant"),
    [
        (("2015-09-01", "2020-10-31"), (None, None)),
        (("2015-09-30", "2020-10-26"), ("2015-09-30", "2020-10-26")),  # the slider is not whole
        (("2015-10-01", "2020-10-26"), ("2015-10-01", None)),
        (("2015-09-01", "2016-01-01"), (None, "2016-01-01")),
        ((None, None), (None, None)),
    ],
)
def test_a_bound_that_lets_everything_through_is_none(period, meant):
    def days(pair):
        return tuple(date.fromisoformat(text) if text else None for text in pair)

    assert open_ends(days(period), date(2015, 9, 30), date(2020, 10, 26)) == days(meant)


@pytest.mark.parametrize(
    ("period", "mounted"),
    [
        ((None, None), None),
        (("2015-10-01", None), ("2015-10-01", "2020-10-26")),
        ((None, "2015-10-01"), ("2015-09-30", "2015-10-01")),
        (("2022-01-01", None), ("2022-01-01", "2022-01-01")),
    ],
)
def test_the_map_is_mounted_with_both_ends(period, mounted):
    def days(pair):
        return pair and tuple(date.fromisoformat(text) if text else None for text in pair)

    assert close_ends(days(period), date(2015, 9, 30), date(2020, 10, 26)) == days(mounted)


def test_a_dataset_remembers_what_was_asked_and_forgets_when_it_is_much(monkeypatch):
    from strikemap.web.asked import tables as state

    monkeypatch.setattr(state, "MOST_REMEMBERED", 2)
    dataset = Dataset("file.csv", *few_strikes(), shipped=False)
    asked = []

    def make(answer):
        asked.append(answer)
        return answer

    for answer in ("a", "a", "b", "c", "a"):
        assert dataset.remember(answer, lambda: make(answer)) == answer  # noqa: B023  # called at once
    assert asked == ["a", "b", "c", "a"]


def test_what_is_told_of_rows_is_kept_for_the_same_rows_in_the_same_order_alone(dataset):
    made = []

    def tell(rows, what="table"):
        ids = rows.index.tolist()
        return dataset.remember_of(rows, what, lambda: made.append(ids) or ids)

    every = dataset.strikes
    asked = [every, every.iloc[::-1], every.iloc[:2], every.iloc[1:3], every.iloc[:0]]
    for rows in asked * 2:
        assert tell(rows) == rows.index.tolist()
    assert made == [rows.index.tolist() for rows in asked]
    assert tell(every, "another") == made[-1] == every.index.tolist()
    assert len(made) == len(asked) + 1


def test_what_is_told_of_rows_is_forgotten_when_it_is_much(dataset, monkeypatch):
    from strikemap.web.asked import tables as state

    monkeypatch.setattr(state, "MOST_TOLD", 2)
    dataset = Dataset("file.csv", dataset.strikes, dataset.claims, shipped=False)
    made = []
    for count in (1, 1, 2, 3, 1):
        dataset.remember_of(dataset.strikes.iloc[:count], "table", lambda: made.append(count))  # noqa: B023  # called at once
    assert made == [1, 2, 3, 1]

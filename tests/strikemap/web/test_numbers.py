"""The numbers say strikes where rows stand for several, and which points lie elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from app_pages import csv_bytes, numbers, open_page, send, upload
from map_strikes import UNLOCATED, claims_of, strikes_of

from geo.strikes.filters import Filters, mark_passing
from geo.strikes.totals import count_totals
from strikemap.web.datasets import Dataset
from strikemap.web.numbers import word_outside, word_rows, word_strikes
from strikemap.web.wording import word_killed_cells

OUTSIDE = {"adm_note": "outside the country"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{}], "1 strike"),
        ([{}, {}], "2 strikes"),
        ([{"strikes_min": 8, "strikes_max": 8}, {}], "9 strikes in 2 rows"),
        ([{"strikes_min": 2, "strikes_max": 5}, {}], "3–6 strikes in 2 rows"),
        ([{"strikes_min": 2}], "2+ strikes in 1 row"),
        ([{"not_strike": "Protests"}, {}], "1 strike in 2 rows"),
    ],
    ids=str,
)
def test_strikes_are_told_from_rows(rows, said):
    strikes = strikes_of(**{f"s{number}": row for number, row in enumerate(rows)})
    assert word_strikes(count_totals(strikes)) == said


def test_points_outside_are_counted_among_those_located():
    strikes = strikes_of(a=OUTSIDE, b=OUTSIDE, c={})
    assert word_outside(count_totals(strikes)) == "**2 of 3 located points** lie outside Syria"
    assert word_outside(count_totals(strikes.loc[["a"]])) == (
        "**1 of 1 located point** lies outside Syria"
    )
    assert word_outside(count_totals(strikes.loc[["c"]])) == ""


def test_the_page_is_called_after_the_country_of_its_strikes():
    header = ["date", "place", "lat", "lon", "kind"]
    tyre = csv_bytes(
        header,
        ["2024-10-01", "Tyre", "33.27", "35.2", "airstrike"],
        ["2024-10-02", "", "33.9", "35.5", "airstrike"],
    )
    page = send(upload(open_page(), "mine.csv", tyre))
    assert page.title[0].value == "Reported strikes: Lebanon"
    assert "outside" not in numbers(page)
    assert open_page().title[0].value == "Reported strikes: Syria"


CIVILIANS = {"civilians_killed_min": 5, "civilians_killed_max": 7}


def test_a_cell_tells_civilians_killed_by_name_where_no_other_figure_is():
    more = strikes_of(
        a=CIVILIANS, b={"killed_min": 3, "killed_max": 3}, c={"casualties_min": 9}, d={}
    )
    assert word_killed_cells(more, more) == [
        "5–7 civilians; all killed: not reported", "3",
        "9+ killed or injured; all killed: not reported", "not reported",
    ]  # fmt: skip


OCTOBER = Filters(date_from=date(2020, 10, 1), date_to=date(2020, 10, 31))
UNDATED = {"date_start": None, "date_end": None, "date_precision": "unknown"}
ONLY_STRIKES = replace(OCTOBER, only=("strikes",), kinds=("airstrike",))


@pytest.fixture(scope="module")
def mixed():
    """Rows that each filter alone leaves out, and one that several do."""
    strikes = strikes_of(
        shown={}, undated=UNDATED, early={"date_start": "2020-09-01"},
        early_too={"date_start": "2020-09-02"}, shell={"kind": "shelling"},
        protest={"not_strike": "Protests"}, both={"kind": "ied", "not_strike": "Protests"},
        undated_shell={**UNDATED, "kind": "shelling"}, unlocated=UNLOCATED,
    )  # fmt: skip
    return Dataset("mixed", strikes, claims_of(), shipped=False)


@pytest.mark.parametrize(
    ("filters", "chosen", "said"),
    [
        (Filters(), 0, "**9 of 9 rows** are counted"),
        (OCTOBER, 0, "**5 of 9 rows** are counted; not counted: **2** undated, "
                     "**2** outside the period"),
        (ONLY_STRIKES, 0, "**2 of 9 rows** are counted; not counted: **1** undated, **2** outside "
                          "the period, **1** of kinds that are switched off, **1** that are no "
                          "strikes, **2** by other filters, or by several"),
        (ONLY_STRIKES, 1, "**1 of 9 rows** are counted; not counted: **1** undated, **2** outside "
                          "the period, **1** of kinds that are switched off, **1** that are no "
                          "strikes, **1** not chosen on the map, **2** by other filters, or by "
                          "several"),
        (Filters(statuses=("located",)), 0, "**8 of 9 rows** are counted; not counted: **1** by "
                                            "other filters, or by several"),
    ],
)  # fmt: skip
def test_what_counts_and_what_does_not_adds_up_to_all_rows(mixed, filters, chosen, said):
    passing = int(mark_passing(mixed.strikes, filters, mixed.claims).sum())
    told = word_rows(mixed, filters, chosen or passing)
    assert told == said
    counted, *left = map(int, re.findall(r"\*\*(\d+)", told))
    assert counted + sum(left) == len(mixed.strikes)


def test_rows_that_were_refused_are_listed_beside_the_numbers():
    own = csv_bytes(
        ["date", "place", "kind", "killed"],
        ["2020-10-01", "Saraqib", "airstrike", "3"], ["", "", "airstrike", "7"],
    )  # fmt: skip
    page = send(upload(open_page(), "own.csv", own))
    told = [line.value for line in page.markdown]
    assert "- **1 of 1 row** are counted" in told
    assert any(line.startswith("**Rows not read (1)**") for line in told)
    (refused,) = [table.value for table in page.dataframe if "reason" in table.value]
    assert refused["row"].tolist() == [3]

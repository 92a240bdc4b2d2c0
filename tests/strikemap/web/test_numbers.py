"""The numbers say strikes where rows stand for several, and which points lie elsewhere."""

from __future__ import annotations

import pytest
from app_pages import csv_bytes, numbers, open_page, send, upload
from map_strikes import strikes_of

from geo.strikes.totals import count_totals
from strikemap.web.numbers import word_outside, word_strikes
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

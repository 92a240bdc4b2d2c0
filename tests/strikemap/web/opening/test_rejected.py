"""The rows that could not be read are listed with their reasons whole."""

from __future__ import annotations

import pandas as pd
from app_pages import csv_bytes, open_page, upload

from strikemap.web.opening.rejected import count_lines, order_columns


def test_the_row_and_its_reason_come_first_and_empty_columns_are_left_out():
    rejected = pd.DataFrame(
        {"date": ["2015-13-45"], "injured": [""], "reason": ["the date is none"], "row": [3]}
    )
    assert order_columns(rejected) == ["row", "reason", "date"]


def test_a_long_reason_gets_as_many_lines_as_it_takes():
    assert count_lines(pd.Series(["short"])) == 1
    assert count_lines(pd.Series(["short", "a reason of some words " * 10])) == 3
    assert count_lines(pd.Series(["a reason " * 500])) == 4


def test_rows_with_a_reading_note_are_listed_with_their_reasons():
    rows = [["2015-10-03", "Rastan", "Homs"], ["Oct-15", "Talbiseh", "Homs"]]
    page = upload(open_page(), "mine.csv", csv_bytes(["When", "Place", "Prov."], *rows))
    assert "Rows with a reading note (1)" in [one.label for one in page.expander]
    [noted] = [one.value for one in page.dataframe if "strike_id" in one.value]
    assert noted["place"].tolist() == ["Talbiseh"]
    assert "date 'Oct-15' may be a day or a year" in noted["reason"].item()

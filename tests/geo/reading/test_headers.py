"""A publisher's columns are found however a copy of the table writes their names."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.headers import (
    choose_headers,
    find_header,
    fold_header,
    has_headers,
    note_unused,
    other_columns,
    take_merged,
    without_nulls,
)
from geo.reading.table import Table


def table_with(*columns: str) -> Table:
    return Table("t.csv", pd.DataFrame(columns=list(columns), dtype="str"))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Min Air Raids", "min_air_raids"),
        ("Min.Air.Raids", "min_air_raids"),
        (" Confirmed/\npossible US attack?", "confirmed_possible_us_attack"),
        ("المنطقة / مكان الولادة", "المنطقة_مكان_الولادة"),
    ],
)
def test_names_are_compared_without_case_blanks_and_marks(name: str, folded: str) -> None:
    assert fold_header(name) == folded


def test_the_name_listed_first_decides_for_a_field_with_one_column() -> None:
    table = table_with("Area", "Location", "Link", "Permalink", "Women")
    meanings = {"location": "place_text", "area": "place_text", "permalink": "url", "link": "url"}
    chosen = choose_headers(table, meanings)
    assert chosen == {"Location": "place_text", "Permalink": "url", "Link": "url"}
    assert other_columns(table, chosen, {"women", "area", "location"}) == ["Area", "Women"]


def test_columns_are_counted_and_found_by_their_folded_names() -> None:
    table = table_with("Incident Date", "incident_date", "Grading")
    assert has_headers(table, ["incident_date", "grading", "sources"]) == 2
    assert find_header(table, "sources", "incident_date") == "Incident Date"
    assert find_header(table, "sources") is None


def test_alternatives_are_made_one_row_by_row() -> None:
    cells = pd.DataFrame({"A": ["x", "", ""], "B": ["y", "z", ""], "Link": ["1", "2", "3"]})
    columns, fields = take_merged(
        Table("t.csv", cells.astype("str")), {"a": "actor", "b": "actor", "link": "url"}
    )
    assert columns == {"A": "actor", "B": "actor", "Link": "url"}
    assert [one.tolist() for one in fields["actor"]] == [["x", "z", ""]]


def test_words_of_r_and_pandas_for_nothing_are_empty() -> None:
    cells = pd.DataFrame({"A": ["NA", "NAB", "None"], "B": ["1", "2", "3"]}, dtype="str")
    table = Table("t.csv", cells)
    assert without_nulls(table).cells["A"].tolist() == ["", "NAB", ""]
    assert table.cells["A"].tolist() == ["NA", "NAB", "None"]
    assert without_nulls(without_nulls(table)).cells["B"].tolist() == ["1", "2", "3"]


def test_filled_columns_that_are_not_used_are_noted() -> None:
    cells = pd.DataFrame({"A": ["1"], "B": ["2"], "C": [""]}, dtype="str")
    assert note_unused(Table("t.csv", cells), {"A"}, "said").notes == (
        "said",
        "columns not used: B",
    )

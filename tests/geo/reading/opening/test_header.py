"""The header is found where it stands, or said to be missing."""

from __future__ import annotations

import pytest

from geo.reading.inputs import read_table
from geo.reading.opening.header import find_header_rows, find_tags

NAMES = ["Date", "Town", "Killed", "Source"]
ROW = ["2015-09-30", "Homs", "3", "Desk A"]


@pytest.mark.parametrize(
    ("records", "names", "before"),
    [
        ([NAMES, ROW], NAMES, 1),
        ([["Strikes of October", "", "", ""], ["", "", "", ""], NAMES, ROW], NAMES, 3),
        ([["Year", "", "", ""], ROW], ["Year", "", "", ""], 1),
        ([["Code", "Ort", "Tote", "Quelle"], ROW], ["Code", "Ort", "Tote", "Quelle"], 1),
    ],
)
def test_the_first_row_is_the_header_unless_it_is_a_title(
    records: list[list[str]], names: list[str], before: int
) -> None:
    header = find_header_rows(records)
    assert (header.names, header.before, header.headerless) == (names, before, False)


def test_two_rows_of_header_are_joined() -> None:
    upper = ["Strike ID", "Date", "People killed", "", "People injured", "", "Place"]
    lower = ["", "", "Minimum", "Maximum", "Minimum", "Maximum", ""]
    header = find_header_rows([upper, lower, ["a", "2015-09-30", "1", "2", "0", "1", "Homs"]])
    assert header.before == 2
    assert header.names[2:6] == [
        "People killed Minimum", "People killed Maximum",
        "People injured Minimum", "People injured Maximum",
    ]  # fmt: skip
    assert "two rows" in header.notes[0]


def test_one_heading_over_two_columns_is_joined_to_the_names_below_it() -> None:
    upper, lower = ["Date", "Town", "Killed", "", "Source"], ["", "", "Min", "Max", ""]
    header = find_header_rows([upper, lower, ["2015-09-30", "Homs", "3", "5", "Desk A"]])
    assert (header.before, header.names[2:4]) == (2, ["Killed Min", "Killed Max"])


def test_a_first_row_of_data_is_no_header() -> None:
    header = find_header_rows([["1", "20151003", "201510", "SYR", "34.84", "36.73"], ["2"] * 6])
    assert header.headerless
    assert (header.names[0], header.before) == ("column 1", 0)
    assert "row 1 looks like data" in header.notes[0]


def test_tags_are_hashtags_alone() -> None:
    assert find_tags(["#date+start", "", "#affected +killed", "#adm1+name"]) == [
        "#date+start", "", "#affected +killed", "#adm1+name",
    ]  # fmt: skip
    assert find_tags(["#date", "Homs"]) is None
    assert find_tags(["", ""]) is None


def test_hashtags_alone_are_the_names_and_the_tags_of_columns() -> None:
    table = read_table(b"#date,#loc+name,#loc+name,\n2015-10-03,Homs,x,y\n", name="a.csv")
    assert table.cells.index.tolist() == [2]
    assert table.tags == {"#date": "#date", "#loc+name": "#loc+name", "#loc+name'": "#loc+name"}

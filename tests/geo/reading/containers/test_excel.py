"""Excel workbooks, as their first sheet shows them."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest
from shapely import Point

from geo.errors import ReadError
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes


def excel(rows: list[list[object]], *, others: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Strikes"
    for row in rows:
        book.active.append(row)
    for other in others:
        book.create_sheet(other)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_excel_dates_and_numbers_are_read_as_shown() -> None:
    content = excel(
        [["date", "place", "lat", "lon", "killed"],
         [pd.Timestamp("2015-09-30").to_pydatetime(), "Talbisah", 34.84, 36.73, 5],
         [None, None, None, None, None],
         [42277, "Talbisah", 34.84, 36.73, 5]]
    )  # fmt: skip
    reading = read_strikes(content, name="a.xlsx")
    assert reading.strikes["date_start"].astype(str).tolist()[0] == "2015-09-30"
    assert reading.strikes["killed_max"].tolist() == [5, 5]
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)
    assert "bare number" in reading.strikes["reading_note"].iloc[1]


ROWS = [["date", "place"], ["2015-09-30", "Talbisah"]]


def test_a_workbook_of_one_sheet_needs_no_note() -> None:
    assert read_table(excel(ROWS), name="a.xlsx").notes == ()


def test_of_several_sheets_the_first_is_read_and_said() -> None:
    table = read_table(excel(ROWS, others=("Notes",)), name="a.xlsx")
    assert table.notes == ("read the sheet 'Strikes', the first of 2",)
    assert table.cells.to_dict("list") == {"date": ["2015-09-30"], "place": ["Talbisah"]}


def test_cells_beside_the_header_break_their_row_alone() -> None:
    rows = [["date", "place", None], [1, "Homs"], [2, "Hama", None], [3, "Idlib", "astray"]]
    table = read_table(excel(rows), name="a.xlsx")
    assert table.cells["place"].tolist() == ["Homs", "Hama"]
    assert list(table.cells) == ["date", "place"]
    assert table.broken.index.tolist() == [4]
    assert "3 cells where the header has 2" in table.broken[4]


def test_a_header_counts_to_its_last_name_and_a_gap_gets_one() -> None:
    table = read_table(excel([["date", None, "place"], ["1", "x", "Homs"]]), name="a.xlsx")
    assert list(table.cells) == ["date", "column 2", "place"]


def test_a_formula_is_never_read_as_its_own_text() -> None:
    table = read_table(excel([["date", "killed"], ["2015-09-30", "=2+3"]]), name="a.xlsx")
    assert table.cells["killed"].tolist() == [""], "openpyxl stores no value beside a formula"


@pytest.mark.parametrize("rows", [[], [[None, None], ["2015-09-30", "Homs"]]])
def test_a_first_row_without_names_is_refused(rows: list[list[object]]) -> None:
    with pytest.raises(ReadError, match="row 1 of the first sheet is empty"):
        read_table(excel(rows), name="a.xlsx")


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.xlsx: not readable as Excel .*save it as \.xlsx"):
        read_table(b"no zip at all", name="a.xlsx")

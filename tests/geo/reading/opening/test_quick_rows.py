"""Rows of large sheets: as openpyxl gives them, and never room for cells that are far away."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time, timedelta

import openpyxl

from geo.reading.opening.quick_rows import read_quickly
from geo.reading.opening.sheets import read_rows
from geo.reading.table import cell_text

ROWS = [
    ["date", "place", "killed", "at"],
    [datetime(2015, 9, 30, 14, 5), "Talbisah", 3, time(4, 5)],
    [datetime(2015, 9, 30), "  Homs\nnorth ", 3.5, timedelta(hours=30)],
    [],
    ["00123", True, 1e20, 0.05],
]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def xml_of(content: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_rows_say_what_openpyxl_says() -> None:
    content = workbook(ROWS)
    quick = read_quickly(content, "Sheet", xml_of(content))
    assert quick is not None
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    careful = read_rows(book.active, "a.xlsx")
    assert list(quick) == [1, 2, 3, 5]
    assert {number: [*map(cell_text, row)] for number, row in quick.items()} == {
        number: [*map(cell_text, row)] for number, row in careful.items()
    }


def test_a_sheet_with_a_cell_far_away_is_left_to_the_other_reader() -> None:
    content = workbook(ROWS)
    far = xml_of(content).replace(b'r="B5"', b'r="XFD1048576"')
    assert read_quickly(content, "Sheet", far) is None
    assert read_quickly(content, "Sheet", b"<sheetData/>") is None

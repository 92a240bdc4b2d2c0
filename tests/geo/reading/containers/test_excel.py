"""Excel workbooks, as their first sheet shows them."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
from readings import reasons
from shapely import Point

from geo.reading.read import read_strikes


def excel(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
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
    assert reading.strikes["date_start"].astype(str).tolist() == ["2015-09-30"]
    assert reading.strikes["killed_max"].tolist() == [5]
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)
    assert "bare number" in reasons(reading)[4]

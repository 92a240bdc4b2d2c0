"""A workbook has typed cells, runs nothing, and says when it cannot hold a text."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from outgoing import HOSTILE_CELLS, assert_same, claims_for, shipped, table

from geo.errors import ExportError
from geo.export.spreadsheet import package
from geo.export.spreadsheet.cells import MOST_LETTERS
from geo.export.spreadsheet.package import Sheet, to_workbook
from geo.export.write import write_strikes
from geo.reading.read import read_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS


def test_the_shipped_strikes_come_back_with_their_claims(tmp_path: Path) -> None:
    path = tmp_path / "any name.xlsx"
    write_strikes(shipped().strikes, shipped().claims, path)
    assert_same(read_strikes(path), shipped().strikes, shipped().claims)


def test_days_are_days_counts_are_numbers_and_null_is_empty(tmp_path: Path) -> None:
    write_strikes(shipped().strikes, shipped().claims, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["strikes", "claims", "read me", "codes"]
    header, *rows = book["strikes"].iter_rows(values_only=True)
    first = dict(zip(header, rows[0], strict=True))
    assert first["date_start"] == datetime(2020, 10, 26)
    assert (first["killed_min"], first["injured_min"]) == (70, None)
    assert isinstance(first["lon"], float)
    named = {(row[0], row[1]) for row in book["codes"].iter_rows(min_row=2, values_only=True)}
    assert named == {
        *(("strikes", name) for name in header),
        *(("claims", column.name) for column in CLAIM_COLUMNS),
    }
    assert len(header) == len(STRIKE_COLUMNS) + 3


def test_no_cell_is_a_formula_and_hostile_texts_are_whole(tmp_path: Path) -> None:
    strikes = table([*HOSTILE_CELLS, "a\x00b\x1f_x000D_"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = [archive.read(one) for one in archive.namelist() if "worksheets" in one]
    assert not any(b"<f" in sheet for sheet in sheets)
    read = pd.read_excel(tmp_path / "a.xlsx", engine="calamine", keep_default_na=False)
    assert read["place_text"].tolist() == strikes["place_text"].tolist()
    cells = openpyxl.load_workbook(tmp_path / "a.xlsx")["strikes"]
    at = [cell.value for cell in cells[1]].index("place_text") + 1
    marked = {cells.cell(row, at).value: cells.cell(row, at).quotePrefix
              for row in range(2, len(strikes) + 2)}  # fmt: skip
    assert marked["=1+1"], "typed again, the cell would run"
    assert not marked["a,b;c"]


def test_days_before_excels_first_are_texts() -> None:
    days = pd.Series(pd.to_datetime(["1899-05-01", "1900-03-01", None])).astype("datetime64[s]")
    book = to_workbook([Sheet("days", pd.DataFrame({"day": days}))])
    sheet = openpyxl.load_workbook(io.BytesIO(book))["days"]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2, max_row=4)] == [
        "1899-05-01", datetime(1900, 3, 1), None,
    ]  # fmt: skip


def test_a_text_longer_than_a_cell_is_cut_and_the_book_says_so(tmp_path: Path) -> None:
    fits, long = "x" * MOST_LETTERS, "\U0001f4a5" * (MOST_LETTERS // 2 + 1)
    strikes = table([fits, long, "Hish"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    column = [cell.value for cell in book["strikes"][1]].index("place_text")
    cells = [row[column].value for row in book["strikes"].iter_rows(min_row=2)]
    assert (cells[0], cells[2]) == (fits, "Hish")
    assert cells[1].startswith("\U0001f4a5" * 1000)
    assert cells[1].endswith(
        "[cut here: the text has 32,768 letters, a cell of Excel holds 32,767]"
    )
    assert len(cells[1].encode("utf-16-le")) // 2 <= MOST_LETTERS
    told = [row[1].value for row in book["read me"].iter_rows(min_row=2)
            if row[0].value == "Texts cut"]  # fmt: skip
    assert told[0].startswith("1 of 3 cells of place_text in the sheet strikes")


def test_more_rows_than_excel_takes_are_refused_with_what_can_hold_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_ROWS", 1)
    with pytest.raises(ExportError, match=r"strikes has 2; write a \.csv"):
        write_strikes(table(["a", "b"]), claims_for(table(["a", "b"])), tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())

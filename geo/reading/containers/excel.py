"""Excel workbooks: the first sheet."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace

from geo.errors import ReadError
from geo.reading.kinds import Container
from geo.reading.table import Table, cell_text, line_up

__all__ = ["EXCEL"]


def _read(content: bytes, name: str) -> Table:
    # Loaded where a workbook is read: 0.2 s that the app's first page does without.
    import openpyxl  # type: ignore[import-untyped] # it has no type hints

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it drops
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [[cell_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except Exception as error:  # openpyxl raises whatever its zip and XML layers do
        raise ReadError(f"{name}: not readable as Excel ({error}); save it as .xlsx") from error
    if not rows or not any(rows[0]):
        raise ReadError(f"{name}: row 1 of the first sheet is empty; put the column names there")
    width = max(i for i, cell in enumerate(rows[0], start=1) if cell)
    body = ((number, _fit(row, width)) for number, row in enumerate(rows[1:], start=2))
    titles = [other.title for other in book.worksheets]
    note = f"read the sheet {titles[0]!r}, the first of {len(titles)}" if len(titles) > 1 else ""
    return replace(line_up(name, rows[0][:width], body), notes=(note,) if note else ())


def _fit(row: list[str], width: int) -> list[str]:
    extra = row[width:]
    padded = row[:width] + [""] * (width - len(row))
    return padded + [cell for cell in extra if cell]


EXCEL = Container("Excel", (".xlsx",), _read)

"""Sheets of a workbook -> rows of values by the numbers a spreadsheet shows, and their table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import pandas as pd

from geo.errors import ReadError
from geo.reading.opening.header import Header
from geo.reading.table import Table, cell_text, check_width, unique_names

__all__ = ["Rows", "find_unstored", "read_rows", "table_of_rows", "text_records"]

Rows = Mapping[int, Sequence[object]]

_MOST_CELLS = 50_000_000  # up to the last one of each row, empty ones counted
_LONGEST_GAP = 1_000  # empty rows in a row that are remembered as rows of the table
# How Excel writes a carriage return into XML.
_RETURN = "_x000D_"
# A cell with a formula and nothing for its value.
_UNSTORED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>)"
    rb"\s*(?:<[^>]*\bv\s*/>|<[^>]*\bv>\s*</[^>]*>)?\s*</[^>]*\bc>"
)
_TEXT = re.compile(rb"""\bt=["']str["']""")  # of formulas that stand for text, empty text too
_PLACE = re.compile(rb"""\br=["'][A-Z]+(\d+)["']""")


class _Sheet(Protocol):
    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, values_only: bool) -> Iterable[tuple[object, ...]]: ...


def read_rows(sheet: _Sheet, name: str, most: int | None = None) -> Rows:
    """Read a read-only sheet of openpyxl: the rows that hold anything, by number.

    What the sheet says of its own size is passed over. most: rows after which to stop. Raises
    ReadError where the rows reach over more cells than a table can.
    """
    sheet.reset_dimensions()
    rows: dict[int, Sequence[object]] = {}
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if row.count(None) < len(row):
            rows[number] = row
            cells += len(row)
            _check_size(cells, name, sheet.title)
            if len(rows) == most:
                break
    return rows


def _check_size(cells: int, name: str, title: str) -> None:
    if cells > _MOST_CELLS:
        raise ReadError(
            f"{name}: the rows of its sheet {title!r} reach over more than {_MOST_CELLS:,} cells; "
            "delete what stands far to the right, or save the table as CSV"
        )


def text_records(rows: Rows, most: int) -> list[list[str]]:
    """Return the first rows as text, from the first that holds anything, all of one length."""
    first = min(rows, default=1)
    texts = [[cell_text(cell).strip() for cell in rows.get(number, ())]
             for number in range(first, min(first + most, max(rows, default=0) + 1))]  # fmt: skip
    width = max((len(_trim(row)) for row in texts), default=0)
    return [[*row, *[""] * (width - len(row))][:width] for row in texts]


def _trim(row: Sequence[str]) -> Sequence[str]:
    return row[: max((at for at, cell in enumerate(row, start=1) if cell), default=0)]


def table_of_rows(rows: Rows, header: Header, name: str) -> Table:
    """Return the table below a header; columns without a name and without a cell are left out.

    Rows that hold text beside the named columns alone are broken.
    """
    start = min(rows) + header.before
    body = {number: row for number, row in rows.items() if number >= start}
    named = [at for at, cell in enumerate(header.names) if cell.strip()]
    used = {at for row in body.values() for at, cell in enumerate(row) if cell is not None}
    columns = sorted({*named, *used})
    _check_columns(columns, body, name)
    names = unique_names([*header.names, *[""] * (max(columns, default=0) + 1)])
    cells = pd.DataFrame(
        {names[at]: _text_column(body.values(), at) for at in columns},
        columns=[names[at] for at in columns],
        dtype="str",
    ).set_axis(pd.Index(list(body), dtype="int64"), axis=0)
    filled = cells.apply(lambda column: column.str.strip() != "")
    beside = filled.any(axis=1) & ~filled[[names[at] for at in named]].any(axis=1)
    broken = {number: _why_beside(cells.loc[number]) for number in cells.index[beside]}
    kept = filled.any(axis=1) & ~beside
    blank = _list_blank(start, cells.index[kept | beside])
    return Table(name, cells[kept], pd.Series(broken, dtype=object), blank=blank,
                 headerless=header.headerless)  # fmt: skip


def _check_columns(columns: Sequence[int], body: Rows, name: str) -> None:
    check_width(len(columns), name)
    if len(columns) * len(body) > _MOST_CELLS:
        raise ReadError(
            f"{name}: its sheet has {len(columns):,} columns in {len(body):,} rows, more than "
            f"{_MOST_CELLS:,} cells; delete what is not needed, or save the table as CSV"
        )


def _text_column(rows: Iterable[Sequence[object]], at: int) -> pd.Series:
    values = [row[at] if at < len(row) else None for row in rows]
    texts = [value if type(value) is str else cell_text(value) for value in values]
    return pd.Series(texts, dtype="str").str.replace(_RETURN, "", regex=False)


def _why_beside(row: pd.Series) -> str:
    texts = " | ".join(text.strip() for text in row if text.strip())
    return f"nothing but {texts[:120]!r} beside the named columns; move it, or name its column"


def _list_blank(start: int, filled: pd.Index) -> tuple[int, ...]:
    """Return the numbers of empty rows between filled ones, but for long stretches of them."""
    blank: list[int] = []
    for before, after in zip([start - 1, *filled[:-1]], filled, strict=True):
        if 1 < after - before <= _LONGEST_GAP:
            blank += range(int(before) + 1, int(after))
    return tuple(blank)


def find_unstored(xml: bytes) -> list[int]:
    """Return the rows of a sheet's XML that hold formulas whose values are not stored."""
    cells = (found[1] for found in _UNSTORED.finditer(xml) if not _TEXT.search(found[1]))
    places = (_PLACE.search(cell) for cell in cells)
    return sorted({int(place[1]) for place in places if place})

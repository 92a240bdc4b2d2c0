"""Excel workbooks: the sheet that holds the strikes."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from gazetteer.limits import read_member
from geo.errors import ReadError
from geo.reading.columns import guess_columns
from geo.reading.kinds import Container
from geo.reading.opening.archives import MAGIC, open_archive
from geo.reading.opening.header import Header, find_header_rows, take_tags
from geo.reading.opening.joined_sheets import ALL_SHEETS, join_sheets
from geo.reading.opening.quick_rows import read_quickly
from geo.reading.opening.sheets import Rows, find_unstored, read_rows, table_of_rows, text_records
from geo.reading.remedies import SAY_SHEET
from geo.reading.table import OWN_NAMES, Table

__all__ = ["EXCEL"]

_LARGEST = 300  # MB, unpacked
_LOOKED_AT = 30  # rows of each sheet in which its header is looked for
_REMEDY = "save it as .xlsx"
# Compound files: workbooks of Excel 97, and newer ones that are locked with a password.
_OLD = b"\xd0\xcf\x11\xe0"
_CLAIMS = "claims"
_UNSTORED = "formulas without stored values; save the workbook in a spreadsheet program"
_DATED = {"date", "date_dmy", "date_mdy", "year"}
_PLACED = {"place_text", "governorate_text", "lat", "point", "pcode"}


@dataclass(slots=True)
class _Workbook:
    """An open workbook: its sheets by title, the header of those that have one."""

    name: str
    content: bytes
    archive: zipfile.ZipFile
    sheets: dict[str, Any]
    headers: dict[str, Header] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=dict)

    def rows_of(self, title: str) -> Rows:
        if title not in self.rows:
            quick = read_quickly(self.content, title, self.xml_of(title))
            self.rows[title] = quick or read_rows(self.sheets[title], self.name)
        return self.rows[title]

    def xml_of(self, title: str) -> bytes:
        # openpyxl keeps where in the archive it reads a sheet from; it gives nothing for others.
        member = str(getattr(self.sheets[title], "_worksheet_path", ""))
        return read_member(self.archive, member) if member in self.archive.namelist() else b""


def _read(content: bytes, name: str, sheet: str | None = None) -> Table:
    archive = _check(content, name)
    with _readable(name):
        book = _Workbook(name, content, archive, _open(content))
        for title, one in book.sheets.items():
            records = text_records(read_rows(one, name, _LOOKED_AT), _LOOKED_AT)
            if records:
                book.headers[title] = find_header_rows(records)
        titles, notes = _choose(book)
        if sheet is not None and sheet != ALL_SHEETS:
            titles, notes = (_find(book, sheet),), ()
        tables = {title: _read_sheet(book, title) for title in titles}
        claims = _read_claims(book, tables)
    if len(tables) == 1:
        title, table = tables.popitem()
        offered = tuple(book.headers)
    else:
        title, table = ALL_SHEETS, join_sheets(tables)
        offered = (ALL_SHEETS, *book.headers)
    return replace(table, claims=claims, notes=(*notes, *table.notes), sheets=offered, sheet=title)


def _read_claims(book: _Workbook, tables: Mapping[str, Table]) -> Table | None:
    """Return the claims of a workbook of our own: the sheet of that name beside its strikes."""
    own = len(tables) == 1 and set(OWN_NAMES) <= set(next(iter(tables.values())).cells)
    header = book.headers.get(_CLAIMS) if own else None
    if header is None or not {"claim_id", "strike_id"} <= set(header.names):
        return None
    return _read_sheet(book, _CLAIMS)


def _read_sheet(book: _Workbook, title: str) -> Table:
    rows, header = book.rows_of(title), book.headers[title]
    table = replace(table_of_rows(rows, header, book.name), notes=header.notes)
    unstored = find_unstored(book.xml_of(title))
    return take_tags(_tell_formulas(table, rows, unstored, start=min(rows) + header.before))


def _check(content: bytes, name: str) -> zipfile.ZipFile:
    if content.startswith(_OLD):
        raise ReadError(
            f"{name}: is a workbook of Excel 97 (.xls), or one locked with a password; open it in "
            "a spreadsheet program and save it as .xlsx without a password"
        )
    if not content.startswith(MAGIC):
        raise ReadError(f"{name}: not readable as Excel (it is no workbook); {_REMEDY}")
    archive = open_archive(content, name, most=_LARGEST, remedy=_REMEDY, whole=True)
    if "content.xml" in archive.namelist():
        raise ReadError(f"{name}: is an OpenDocument sheet (.ods); {_REMEDY} in LibreOffice")
    return archive


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except ReadError:
        raise
    except Exception as error:  # openpyxl raises whatever its zip and XML layers do
        why = " ".join(str(error).split())[:160]
        raise ReadError(f"{name}: not readable as Excel ({why}); {_REMEDY}") from error


def _open(content: bytes) -> dict[str, Any]:
    """Open a workbook's sheets by title, with the values that are stored for their formulas."""
    # Loaded where a workbook is read: 0.2 s that the app's first page does without.
    import openpyxl  # type: ignore[import-untyped] # it has no type hints

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles it drops
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return {sheet.title: sheet for sheet in book.worksheets}


def _find(book: _Workbook, sheet: str) -> str:
    if sheet not in book.sheets:
        raise ReadError(f"{book.name}: has no sheet {sheet!r}; it has {', '.join(book.sheets)}")
    if sheet not in book.headers:
        raise ReadError(f"{book.name}: its sheet {sheet!r} is empty; choose another")
    return sheet


def _choose(book: _Workbook) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sheets that are most like a table of strikes, and what is to be said of others.

    Such a sheet names a date and a place, then most columns that are known, then has most rows;
    those of the same columns go with it.
    """
    if not book.headers:
        raise ReadError(f"{book.name}: no sheet holds a table; put column names and rows into one")
    ranks = {title: _rank(header) for title, header in book.headers.items()}
    best = [title for title, rank in ranks.items() if rank == max(ranks.values())]
    largest = best[0] if len(best) == 1 else max(best, key=lambda one: len(book.rows_of(one)))
    names = book.headers[largest].names
    dated = ranks[largest][0] and not book.headers[largest].headerless
    chosen = [one for one in best if dated and book.headers[one].names == names] or [largest]
    others = [title for title in book.sheets if title not in chosen]
    read = f"the sheet {largest!r}"
    if len(chosen) > 1:
        read = f"{len(chosen)} sheets of the same columns: {', '.join(chosen)}"
    rest = f"; others: {', '.join(others)}" if others else ""
    one = f" ({SAY_SHEET})" if others or len(chosen) > 1 else ""
    return tuple(chosen), (f"read {read}{rest}{one}",) if len(book.sheets) > 1 else ()


def _rank(header: Header) -> tuple[bool, int]:
    fields = set(guess_columns([name for name in header.names if name.strip()]).values())
    return bool(fields & _DATED and fields & _PLACED), len(fields)


def _tell_formulas(table: Table, rows: Rows, unstored: Iterable[int], start: int) -> Table:
    """Say which rows hold formulas whose values are not stored; those with nothing else break."""
    whole = {number: f"row {number} holds {_UNSTORED}" for number in unstored
             if number not in rows and number >= start}  # fmt: skip
    partly = [number for number in unstored if number in rows]
    rows_hold = "1 row holds" if len(partly) == 1 else f"{len(partly):,} rows hold"
    notes = [f"{rows_hold} {_UNSTORED} (the first is row {partly[0]})"] if partly else []
    return replace(
        table,
        broken=pd.Series({**table.broken.to_dict(), **whole}, dtype=object),
        blank=tuple(number for number in table.blank if number not in whole),
        notes=(*table.notes, *notes),
    )


EXCEL = Container("Excel", (".xlsx", ".xlsm"), _read, has_sheets=True)

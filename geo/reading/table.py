"""One table of text cells, whatever it came in, its rows lined up with the header."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.limits import CELL, COLUMNS, SPARSE
from geo.errors import ReadError

__all__ = ["DATASET", "LOCATED", "NOT_A_POINT", "OWN_NAMES", "Table", "cell_text", "check_filling",
           "check_width", "is_sparse", "is_thin",
           "line_up", "refuse_long_cells", "text_column", "text_table", "unique_names"]  # fmt: skip

# By these columns our own strikes table is known, whole or in part.
OWN_NAMES = ("strike_id", "kind", "date_start", "date_end", "date_precision")
NOT_A_POINT = "the geometry is not a point; give a point or leave the geometry out"

_MOST_PRIMES = 3
_LEAST_FILLED = 50  # of so many cells one
# Keys of Parquet's metadata; lost when another tool writes the file.
LOCATED = "strikemap:located"
DATASET = "strikemap:dataset"
_WHOLE = 1e15  # below it a number without a fraction is written without a point


@dataclass(frozen=True)
class Table:
    """A file's rows as text; an empty cell is ''.

    `cells` and `broken` are indexed by row number: the line a spreadsheet shows (the header is
    row 1), or the row's number from 1 where there is no header line. `broken` rows cannot be
    lined up with the columns; their `reason` says why. `claims` is there where the file carries
    a claims table of its own. `blank` are the numbers of rows without any text. The cells of a
    `delimited` table stood in a text file, as a spreadsheet would read and write them. A
    `headerless` table has no names: its columns are numbered. `tags` are HXL hashtags by column.
    A `typed` table is one of our own whose container keeps types: its cells are not text, and
    `text_table` makes it one of text; `located` is the edition of places and boundaries that its
    strikes were located with, `dataset` the published table that they are of. `sheets` are the
    sheets or layers that the file offers to read, and `sheet` is the one that was read. `home` is
    the country, by name or code, to whose local day times with a zone are taken where a row states
    none; "" for that of the places that ship. `taken` says what each column was read as so far,
    by what takes columns: a word of FIELDS, or "" for a publisher's own codes and words; None where
    a column without a name was named and not read. Copies of a table share it.
    """

    name: str
    cells: pd.DataFrame
    broken: pd.Series = field(default_factory=lambda: pd.Series(dtype=object))
    claims: Table | None = None
    notes: tuple[str, ...] = ()
    blank: tuple[int, ...] = ()
    delimited: bool = False
    headerless: bool = False
    tags: Mapping[str, str] = field(default_factory=dict)
    typed: bool = False
    located: str = ""
    dataset: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    home: str = ""
    taken: dict[str, str | None] = field(default_factory=dict, compare=False)


def line_up(name: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """Return a table of the numbered rows that fit the header, and why others do not."""
    names = unique_names(header)
    fitting: dict[int, Sequence[str]] = {}
    broken: dict[int, str] = {}
    blank: list[int] = []
    given = 0
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            blank += [number] * (len(cells) == len(names))
            continue
        given += len(cells)
        if len(cells) == len(names):
            fitting[number] = cells
        else:
            broken[number] = (
                f"{len(cells)} cells where the header has {len(names)} "
                f"({' | '.join(cells)[:120]}); quote cells that hold the separator"
            )
    check_filling(len(fitting) + len(broken), len(names), given, name)
    kept = pd.DataFrame(list(fitting.values()), index=list(fitting), columns=names, dtype="str")
    return Table(name, kept, pd.Series(broken, dtype=object), blank=tuple(blank))


def check_width(columns: int, name: str) -> None:
    """Raise ReadError where a table has more columns than are read."""
    if columns > COLUMNS.most:
        raise ReadError(
            f"{name}: has {columns:,} columns; a table has at most {COLUMNS.most:,}: delete those "
            "that are not needed"
        )


def is_thin(rows: int, columns: int, given: int) -> bool:
    """Say whether hardly a cell of a table of so many values would be filled."""
    return rows * columns > _LEAST_FILLED * given


def is_sparse(rows: int, columns: int, given: int) -> bool:
    """Say whether a table of so many values has too many empty cells to be made."""
    return rows * columns > SPARSE.most and is_thin(rows, columns, given)


def check_filling(rows: int, columns: int, given: int, name: str) -> None:
    """Raise ReadError where so few values would make a table of too many cells."""
    if is_sparse(rows, columns, given):
        raise ReadError(
            f"{name}: its {rows:,} rows have {columns:,} columns, {rows * columns:,} cells, and at "
            f"most {given:,} of them are filled; more than {SPARSE} are read where one in "
            f"{_LEAST_FILLED} is: give all records the same names, or save rows of a kind apart"
        )


def refuse_long_cells(table: Table) -> Table:
    """Return a table whose rows with a cell that is over the limit are refused."""
    long: dict[int, str] = {}
    for column in table.cells.columns:
        cells = table.cells[column]
        if cells.dtype != "str":
            continue
        lengths = cells.str.len()
        for row in cells.index[(lengths > CELL.most).to_numpy()]:
            long.setdefault(row, f"its cell {column[:80]!r} has {lengths.loc[row]:,} letters, more "
                                 f"than {CELL}; shorten it")  # fmt: skip
    if not long:
        return table
    broken = pd.concat([table.broken, pd.Series(long, dtype=object)])
    return replace(table, cells=table.cells.drop(index=list(long)), broken=broken)


def unique_names(header: Iterable[object]) -> list[str]:
    """Return column names of which no two are alike: empty ones numbered, others with primes."""
    names: dict[str, None] = {}
    alike: dict[str, int] = {}
    for position, raw in enumerate(header, start=1):
        name = str(raw).strip() or f"column {position}"
        primes = alike.get(name, 0)
        unique = f"{name}{_prime(primes)}"
        while unique in names:
            primes += 1
            unique = f"{name}{_prime(primes)}"
        alike[name] = primes + 1
        names[unique] = None
    return list(names)


def _prime(times: int) -> str:
    """Return primes for the first names alike, then their number."""
    return "'" * times if times <= _MOST_PRIMES else f"'{times}"


def text_table(table: Table) -> Table:
    """Return a typed table as one of text; others as they are."""
    if not table.typed:
        return table
    cells = pd.DataFrame({name: text_column(table.cells[name]) for name in table.cells.columns})
    return replace(table, cells=cells, typed=False)


def text_column(column: pd.Series) -> pd.Series:
    """Return a column of any type as text, '' for null; each distinct value is worded once."""
    if column.dtype == "str":
        return column.fillna("") if column.hasnans else column
    if column.dtype == object or column.dtype.kind in "fiub":
        texts = _word_plainly(column)
        if texts is not None:
            return pd.Series(texts.fill_null("").to_pandas().array, index=column.index, dtype="str")
    if column.dtype == object:
        return pd.Series([cell_text(cell) for cell in column], index=column.index, dtype="str")
    codes, values = pd.factorize(column)
    words = pd.Series([*(cell_text(value) for value in values.tolist()), ""], dtype="str")
    return pd.Series(words.array.take(codes % len(words)), index=column.index)


def _word_plainly(column: pd.Series) -> pa.Array | None:
    """Return texts and numbers as text by the whole column, None where it holds anything else."""
    try:
        values = pa.array(column.array, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, UnicodeEncodeError):
        return None
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if pa.types.is_floating(values.type):
        whole = pc.and_(pc.equal(values, pc.trunc(values)), pc.less(pc.abs(values), _WHOLE))
        as_whole = pc.if_else(whole, values, None).cast(pa.int64()).cast(pa.large_string())
        return pc.coalesce(as_whole, values.cast(pa.large_string()))
    plain = (pa.types.is_string, pa.types.is_integer, pa.types.is_boolean, pa.types.is_null)
    return values.cast(pa.large_string()) if any(of(values.type) for of in plain) else None


def cell_text(value: object) -> str:
    """Return a typed cell as text: ISO dates, whole numbers without a point, '' for null."""
    if isinstance(value, str):
        # JSON may hold halves of surrogate pairs, which no file can.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)

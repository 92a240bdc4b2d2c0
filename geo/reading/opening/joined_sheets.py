"""Sheets of one workbook that have the same columns -> one table, the sheet named in each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from geo.reading.table import Table, unique_names

__all__ = ["ALL_SHEETS", "join_sheets"]

ALL_SHEETS = "all sheets of the same columns"
NAME = "sheet"  # of the column that names them


def join_sheets(tables: Mapping[str, Table]) -> Table:
    """Return the rows of all tables, by title of their sheets, in one table.

    The rows of every further sheet are numbered from a round number on, which is said; a sheet
    whose rows all stand in longer ones, as in a copy, is passed over, and said so.
    """
    copies, notes = _find_copies(tables)
    kept = {title: table for title, table in tables.items() if title not in copies}
    column = unique_names([*next(iter(kept.values())).cells.columns, NAME])[-1]
    numbered: list[Table] = []
    start = 0
    for title, table in kept.items():
        if numbered:
            start = _round_up(max([start, *_numbers(numbered[-1])]))
            notes.append(f"row {start + 2:,} is row 2 of the sheet {title!r}, and so on")
        numbered.append(_number(table.cells.assign(**{column: title}), table, start))
    said = dict.fromkeys(note for table in numbered for note in table.notes)
    return replace(
        numbered[0],
        cells=pd.concat([table.cells for table in numbered]),
        broken=pd.concat([table.broken for table in numbered]),
        blank=tuple(number for table in numbered for number in table.blank),
        notes=(*said, *notes),
    )


def _find_copies(tables: Mapping[str, Table]) -> tuple[set[str], list[str]]:
    """Return the sheets whose rows all stand in longer ones, and what is to be said of rows."""
    rows = {
        title: set(table.cells.itertuples(index=False, name=None))
        for title, table in tables.items()
    }
    copies: set[str] = set()
    notes: list[str] = []
    known: set[tuple[str, ...]] = set()
    for title in sorted(rows, key=lambda one: -len(rows[one])):
        again = rows[title] & known
        if known and again == rows[title]:
            copies.add(title)
            notes.append(f"the sheet {title!r} is passed over: its rows all stand in others")
        elif again:
            rows_are = "1 row stands" if len(again) == 1 else f"{len(again):,} rows stand"
            notes.append(f"{rows_are} in {title!r} and in another sheet alike")
        known |= rows[title]
    return copies, notes


def _number(cells: pd.DataFrame, table: Table, start: int) -> Table:
    """Return a table of these cells whose rows are numbered from a start on."""
    return replace(
        table,
        cells=cells.set_axis(cells.index + start),
        broken=table.broken.set_axis(table.broken.index + start),
        blank=tuple(number + start for number in table.blank),
    )


def _numbers(table: Table) -> list[int]:
    return [int(number) for number in (*table.cells.index, *table.broken.index, *table.blank)]


def _round_up(number: int) -> int:
    """Return the next multiple of a power of ten, at least a thousand, above a number."""
    step = max(1_000, int("1" + "0" * (len(str(number)) - 1)))
    return (number // step + 1) * step

"""Quotation marks that nobody closed: whole rows that ended up inside one cell are told."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.reading.table import Table

__all__ = ["refuse_swallowed"]

_FEW = 4  # columns; in tables of fewer, lines of prose may look like rows
_MOSTLY = 0.8  # of a cell's lines that look like rows
_SEVERAL = 3


def refuse_swallowed(table: Table, separator: str, *, lines: int) -> Table:
    """Return a table without rows that hold other rows inside a cell; they are broken.

    lines: of the text; where it has no more than rows, no cell goes over several.
    """
    if lines <= len(table.cells) + len(table.broken) + len(table.blank) + 1:
        return table
    width = len(table.cells.columns)
    reasons: dict[int, str] = {}
    for column in table.cells.columns:
        texts = table.cells[column]
        for number, text in texts[texts.str.contains("\n", regex=False)].items():
            inside = _count_rows(text, separator, width)
            if inside:
                reasons[number] = _word(inside)
    if not reasons:
        return table
    first = min(reasons)
    return replace(
        table,
        cells=table.cells.drop(index=list(reasons)),
        broken=pd.concat([table.broken, pd.Series(reasons, dtype=object)]).sort_index(),
        notes=(*table.notes, f"row {first}: {reasons[first]}"),
    )


def _count_rows(text: str, separator: str, width: int) -> int:
    """Return how many rows of the table a cell seems to hold, 0 for a text of several lines."""
    inner = [line for line in text.splitlines()[1:] if line.strip()]
    rows = sum(line.count(separator) == width - 1 for line in inner)
    if width < 2 or rows < _MOSTLY * len(inner):
        return 0
    return rows if width >= _FEW or rows >= _SEVERAL else 0


def _word(inside: int) -> str:
    rows = "1 row" if inside == 1 else f"{inside:,} rows"
    return (
        f"a cell holds {rows} of the table, as a quotation mark that opens it is not closed there; "
        "close it or take it out"
    )

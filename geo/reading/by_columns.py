"""A table whose columns are known by their meaning -> a Reading, for formats to build on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from geo.reading.cells import CellError
from geo.reading.column_names import FIELDS
from geo.reading.result import Reading, build_strikes, refused_rows
from geo.reading.rows import RowReader
from geo.reading.table import Table
from geo.strikes.ids import make_ids
from geo.strikes.schema import empty_claims, make_claims

__all__ = ["read_by_columns"]


def read_by_columns(table: Table, columns: Mapping[str, str], *, kind: str = "other") -> Reading:
    """Read the rows of a table, each with its claims; a row that cannot be read is refused.

    columns: {column of the table: word of geo.reading.column_names.FIELDS}; columns that are not
    named count for nothing. kind: what struck, for rows that do not say. Raises ValueError for a
    meaning that is no field, which would be a format's own mistake.
    """
    unknown = sorted(set(columns.values()) - set(FIELDS))
    if unknown:
        raise ValueError(f"no field is called {unknown[0]!r}; use one of {', '.join(FIELDS)}")
    reader = RowReader(table.cells, columns, kind)
    records: dict[int, dict[str, object]] = {}
    claims_of: dict[int, list[dict[str, object]]] = {}
    reasons: dict[int, str] = table.broken.to_dict()
    for number, row in zip(table.cells.index, table.cells.to_dict("records"), strict=True):
        try:
            records[number], claims_of[number] = reader.read_row(row)
        except CellError as problem:
            reasons[number] = str(problem)
    rows = pd.DataFrame.from_records(list(records.values()), index=list(records))
    strikes, numbers = build_strikes(_with_ids(rows, table.name), reasons)
    claims = [
        {**claim, "strike_id": strike_id, "claim_id": f"{strike_id}/{ordinal}"}
        for number, strike_id in zip(numbers, strikes.index, strict=True)
        for ordinal, claim in enumerate(claims_of[number], start=1)
    ]
    return Reading(
        strikes,
        make_claims(pd.DataFrame(claims)) if claims else empty_claims(),
        refused_rows(table.cells, reasons),
        notes=(*table.notes, *reader.notes()),
    )


def _with_ids(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give ids to rows whose source has none, and the table's name to those it gives."""
    if rows.empty:
        return rows
    prefix = re.sub(r"[\W_]+", "-", Path(name).stem.casefold()).strip("-") or "table"
    made = make_ids(rows, prefix=prefix).to_series(index=rows.index)
    return rows.assign(strike_id=(f"{prefix}:" + rows["strike_id"].astype("str")).fillna(made))

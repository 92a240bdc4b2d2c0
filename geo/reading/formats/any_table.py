"""Any table with dates and places: its columns are recognised by their names, or chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from geo.errors import ReadError
from geo.reading.cells import CellError
from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import guess_columns, list_unused, missing_fields, warn_of_place
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading, build_strikes, refused_rows
from geo.reading.rows import RowReader
from geo.reading.table import Table
from geo.strikes.ids import make_ids
from geo.strikes.schema import empty_claims, make_claims

__all__ = ["ANY_TABLE"]


def _recognise(_: Table) -> float:
    return 0.1  # whatever no publisher's format knows better


def _read(table: Table, options: ReadOptions) -> Reading:
    names = table.cells.columns
    columns = dict(guess_columns(names) if options.columns is None else options.columns)
    _check_columns(table, columns)
    reader = RowReader(table.cells, columns, options.kind)
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
    on_columns = (warn_of_place(columns), list_unused(names, columns))
    return Reading(
        strikes,
        make_claims(pd.DataFrame(claims)) if claims else empty_claims(),
        refused_rows(table.cells, reasons),
        notes=(*table.notes, *filter(None, on_columns), *reader.notes()),
        columns=columns,
    )


def _check_columns(table: Table, columns: Mapping[str, str]) -> None:
    has = ", ".join(table.cells.columns) or "none"
    for column, meaning in columns.items():
        if column not in table.cells.columns:
            raise ReadError(f"{table.name}: there is no column {column!r}; it has {has}")
        if meaning not in FIELDS:
            raise ReadError(
                f"{table.name}: column {column!r} cannot mean {meaning!r}; "
                f"use one of {', '.join(FIELDS)}"
            )
    single = [meaning for meaning in columns.values() if meaning not in SEVERAL]
    twice = sorted({meaning for meaning in single if single.count(meaning) > 1})
    if twice:
        raise ReadError(f"{table.name}: two columns are chosen as {twice[0]}; choose one")
    lacking = missing_fields(columns)
    if lacking:
        raise ReadError(
            f"{table.name}: {lacking} is missing among its columns ({has}); rename the columns "
            "to date, place, lon, lat, or choose what they mean"
        )


def _with_ids(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Give ids to rows whose source has none, and the table's name to those it gives."""
    if rows.empty:
        return rows
    prefix = re.sub(r"[\W_]+", "-", Path(name).stem.casefold()).strip("-") or "table"
    made = make_ids(rows, prefix=prefix).to_series(index=rows.index)
    return rows.assign(strike_id=(f"{prefix}:" + rows["strike_id"].astype("str")).fillna(made))


ANY_TABLE = Format(
    name="any table",
    sentence="Any table with a date and a place or coordinates in each row; what its columns mean "
    "is recognised by their names, and can be chosen.",
    recognise=_recognise,
    read=_read,
    asks_columns=True,
)

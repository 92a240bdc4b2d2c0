"""Any table with dates and places: its columns are recognised by their names, or chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.errors import ReadError
from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import guess_columns, list_unused, missing_fields, warn_of_place
from geo.reading.fields import read_fields, take_fields
from geo.reading.kinds import Format, ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table

__all__ = ["ANY_TABLE"]


def _recognise(_: Table) -> float:
    return 0.1  # whatever no publisher's format knows better


def _read(table: Table, options: ReadOptions) -> Reading:
    names = table.cells.columns
    columns = dict(guess_columns(names) if options.columns is None else options.columns)
    _check_columns(table, columns)
    on_columns = (warn_of_place(columns), list_unused(names, columns))
    noted = replace(table, notes=(*table.notes, *filter(None, on_columns)))
    fields = take_fields(noted, columns)
    return read_fields(noted, fields, title="any table", columns=columns, kind=options.kind)


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


ANY_TABLE = Format(
    name="any table",
    sentence="Any table with a date and a place or coordinates in each row; what its columns mean "
    "is recognised by their names, and can be chosen.",
    recognise=_recognise,
    read=_read,
    asks_columns=True,
)

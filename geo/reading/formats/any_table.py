"""Any table with dates and places: its columns are recognised by names and cells, or chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.errors import ReadError
from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import (
    guess_columns,
    list_unused,
    missing_fields,
    note_guesses,
    warn_of_place,
)
from geo.reading.columnwise.parts import join_parts
from geo.reading.columnwise.rewrite import rewrite
from geo.reading.fields import Fields, read_fields, take_fields
from geo.reading.kinds import Format, ReadOptions
from geo.reading.recognise.by_cells import warn_of_degrees
from geo.reading.recognise.finer_places import find_levels, join_levels
from geo.reading.recognise.not_rows import find_not_rows
from geo.reading.remedies import SAY_COLUMNS
from geo.reading.result import Reading
from geo.reading.table import Table
from geo.reading.values.kinds import read_kind

__all__ = ["ANY_TABLE"]

TITLE = "a table of no known publisher"


def _recognise(_: Table) -> float:
    return 0.1  # whatever no publisher's format knows better


def _read(table: Table, options: ReadOptions) -> Reading:
    cells = table.cells
    guessed = options.columns is None
    columns = dict(guess_columns(cells.columns, cells, tags=table.tags)
                   if options.columns is None else options.columns)  # fmt: skip
    _check_columns(table, columns)
    fields, on_parts = join_parts(take_fields(table, columns))
    finer, coarser = find_levels(list(cells.columns), columns)
    if finer or coarser:
        on_parts.append(_take_levels(table, fields, finer, coarser))
    if options.kind == "other" and "kind" not in fields:
        on_parts += _take_kinds_of_weapons(fields)
    on_columns = [
        *(note_guesses(cells.columns, columns, tags=table.tags) if guessed else []),
        warn_of_place(columns),
        warn_of_degrees(cells, columns),
        list_unused(cells.columns, {**columns, **dict.fromkeys((*finer, *coarser), "place_text")}),
        *on_parts,
    ]
    noted = replace(table, notes=(*table.notes, *filter(None, on_columns)))
    return read_fields(
        noted,
        fields,
        title=TITLE,
        columns=columns,
        kind=options.kind,
        order=options.order,
        refused=find_not_rows(cells, columns),
    )


def _take_levels(table: Table, fields: Fields, finer: Sequence[str], coarser: Sequence[str]) -> str:
    """Write the finer place before that of each row, or the coarser for it, in place; say so."""
    (place,) = fields["place_text"]
    before, behind = ([table.cells[column] for column in names] for names in (finer, coarser))
    fields["place_text"] = [join_levels(place, before, behind)]
    table.taken.update(dict.fromkeys((*finer, *coarser), "place_text"))
    names = " and ".join(repr(str(name)) for name in (*finer, place.name, *coarser))
    how = "the finer one first" if finer else "the coarser one where the finer is empty"
    return f"columns {names} are read as the place, {how}"


def _take_kinds_of_weapons(fields: Fields) -> list[str]:
    """Read what struck off the weapon or munition, in place, where no column says it itself."""
    for name in ("weapon", "munition"):
        for column in fields.get(name, []):
            kinds = rewrite(column, _words_of_kind)
            if (kinds != "").any():
                fields["kind"] = [kinds]
                return [
                    f"no column says the kind, what struck: it is read off {str(column.name)!r}"
                ]
    return []


def _words_of_kind(text: str) -> str:
    return "" if read_kind(text) in (None, "other") else text


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
    if lacking and table.headerless:
        raise ReadError(
            f"{table.name}: row 1 looks like data, so the table has no column names; put names "
            f"such as date, place, lon, lat above it, or {SAY_COLUMNS}"
        )
    if lacking:
        raise ReadError(
            f"{table.name}: {lacking} is missing among its columns ({has}); rename the columns "
            f"to date, place, lon, lat, or {SAY_COLUMNS}"
        )


ANY_TABLE = Format(
    name=TITLE,
    sentence="Any table with a date and a place or coordinates in each row; what its columns mean "
    "is recognised by their names, and can be chosen.",
    recognise=_recognise,
    read=_read,
    asks_columns=True,
)

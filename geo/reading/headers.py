"""A publisher's columns by their names, however a copy writes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import pandas as pd

from gazetteer.spelling.normalise import strip_marks
from geo.reading.column_names import SEVERAL
from geo.reading.table import Table

__all__ = ["choose_headers", "find_header", "fold_header", "has_headers", "note_unused",
           "other_columns", "take_column", "take_merged", "with_cut", "without_nulls"]  # fmt: skip

_SEVERAL = {*SEVERAL, "kind"}
# What R, pandas and scrapers write for an empty cell.
_NULLS = ["NA", "N/A", "<NA>", "NaN", "nan", "NaT", "None", "none", "NULL", "null"]
_CUT = 10  # letters that a shapefile keeps of a name


def fold_header(name: object) -> str:
    """Return a column's name without case, blanks and marks: R, pandas and Excel differ in them.

    >>> fold_header("Confirmed/ possible US attack?"), fold_header("Min.Air.Raids ")
    ('confirmed_possible_us_attack', 'min_air_raids')
    """
    bare = strip_marks(str(name)).casefold()
    return re.sub(r"[\W_]+", "_", bare).strip("_")


def has_headers(table: Table, names: Iterable[str]) -> int:
    """Return how many of some folded names stand among a table's columns."""
    return len({fold_header(column) for column in table.cells.columns} & set(names))


def find_header(table: Table, *names: str) -> str | None:
    """Return the table's column of the first of some folded names that it has, or None."""
    columns = {fold_header(column): str(column) for column in reversed(table.cells.columns)}
    return next((columns[name] for name in names if name in columns), None)


def choose_headers(table: Table, meanings: Mapping[str, str]) -> dict[str, str]:
    """Return what a table's columns mean: {column: word of FIELDS}.

    meanings: {folded name: word of FIELDS}; where several columns may stand for a field that has
    one only, the name that is listed first decides.
    """
    chosen: dict[str, str] = {}
    for name, field in meanings.items():
        column = find_header(table, name)
        if column and (field in _SEVERAL or field not in chosen.values()):
            chosen.setdefault(column, field)
    return chosen


def other_columns(table: Table, taken: Collection[str], names: Collection[str]) -> list[str]:
    """Return the table's columns of some folded names that are not taken yet, in its order."""
    return [
        column
        for column in table.cells.columns
        if column not in taken and fold_header(column) in names
    ]


def note_unused(table: Table, used: Collection[str], *said: str) -> Table:
    """Return the table with notes: what is to be said of it all, and its filled, unused columns."""
    unused = [
        str(column)
        for column in table.cells.columns
        if column not in used and (table.cells[column].str.strip() != "").any()
    ]
    notes = [*filter(None, said), *([f"columns not used: {', '.join(unused)}"] if unused else [])]
    return replace(table, notes=(*table.notes, *notes))


def take_column(table: Table, *names: str) -> pd.Series:
    """Return the table's column of the first of some folded names that it has, else empty texts."""
    column = find_header(table, *names)
    if column is None:
        return pd.Series("", index=table.cells.index, dtype="str")
    texts: pd.Series = table.cells[column]
    return texts


def take_merged(
    table: Table, meanings: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, list[pd.Series]]]:
    """Return {column: word of FIELDS} and the columns of each field, alternatives made one.

    meanings: {folded name: word of FIELDS}. Of several columns for a field that has one only,
    each row takes the first that it fills, in the order of the names.
    """
    columns: dict[str, str] = {}
    fields: dict[str, list[pd.Series]] = {}
    for name, field in meanings.items():
        column = find_header(table, name)
        if column is None or column in columns:
            continue
        columns[column] = field
        given, texts = fields.get(field, []), table.cells[column]
        if given and field not in _SEVERAL:
            texts = given.pop().pipe(lambda first, own=texts: first.where(first != "", own))
        fields[field] = [*given, texts]
    return columns, fields


def without_nulls(table: Table) -> Table:
    """Return the table with empty cells where R, pandas or a scraper wrote NA or None."""
    changed = {
        column: cells.mask(nulls, "")
        for column, cells in table.cells.items()
        if (nulls := cells.isin(_NULLS)).any()
    }
    return replace(table, cells=table.cells.assign(**changed)) if changed else table


def with_cut(*names: str) -> tuple[str, ...]:
    """Return folded names, each followed by what a shapefile leaves of it.

    >>> with_cut("best", "geo_precision")
    ('best', 'geo_precision', 'geo_precis')
    """
    return tuple(one for name in names for one in dict.fromkeys((name, name[:_CUT])))

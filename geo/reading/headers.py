"""A publisher's columns by their names, however a copy writes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from gazetteer.spelling.normalise import strip_marks
from geo.reading.column_names import SEVERAL, name_some
from geo.reading.table import Table

__all__ = ["choose_headers", "find_header", "first_cells", "fold_header", "has_headers",
           "name_columns", "note_unused", "other_columns", "take_column", "take_merged",
           "with_cut", "without_nulls"]  # fmt: skip

_SEVERAL = {*SEVERAL, "kind"}
# What R, pandas and scrapers write for an empty cell.
_NULLS = ["NA", "N/A", "<NA>", "NaN", "nan", "NaT", "None", "none", "NULL", "null"]
_NUMBERED = re.compile(r"column \d+")
_MOST_FOLDED = 30_000  # names that are folded once
_CUT = 10  # letters that a shapefile keeps of a name


def fold_header(name: object) -> str:
    """Return a column's name without case, blanks and marks: R, pandas and Excel differ in them.

    >>> fold_header("Confirmed/ possible US attack?"), fold_header("Min.Air.Raids ")
    ('confirmed_possible_us_attack', 'min_air_raids')
    """
    return _fold(str(name))


@lru_cache(maxsize=_MOST_FOLDED)
def _fold(name: str) -> str:
    return re.sub(r"[\W_]+", "_", strip_marks(name).casefold()).strip("_")


def has_headers(table: Table, names: Iterable[str]) -> int:
    """Return how many of some folded names stand among a table's columns."""
    return len({fold_header(column) for column in table.cells.columns} & set(names))


def find_header(table: Table, *names: str) -> str | None:
    """Return the table's column of the first of some folded names that it has, or None.

    It counts as read (`Table.taken`).
    """
    found = _find(table, names)
    if found is not None:
        table.taken[found] = table.taken.get(found) or ""
    return found


def _find(table: Table, names: Sequence[str]) -> str | None:
    columns = {fold_header(column): str(column) for column in table.cells.columns.tolist()[::-1]}
    return next((columns[name] for name in names if name in columns), None)


def choose_headers(table: Table, meanings: Mapping[str, str]) -> dict[str, str]:
    """Return what a table's columns mean: {column: word of FIELDS}.

    meanings: {folded name: word of FIELDS}; where several columns may stand for a field that has
    one only, the name that is listed first decides.
    """
    chosen: dict[str, str] = {}
    for name, field in meanings.items():
        column = _find(table, [name])
        if column and (field in _SEVERAL or field not in chosen.values()):
            chosen.setdefault(column, field)
    return chosen


def other_columns(table: Table, taken: Collection[str], names: Collection[str]) -> list[str]:
    """Return the table's columns of some folded names that are not taken yet, in its order.

    They count as read (`Table.taken`).
    """
    found = [
        column
        for column in table.cells.columns
        if column not in taken and fold_header(column) in names
    ]
    table.taken.update({column: "" for column in found if table.taken.get(column) is None})
    return found


def note_unused(table: Table, used: Collection[str], *said: str) -> Table:
    """Return the table with notes: what is to be said of it all, and its filled, unused columns."""
    unused = [
        str(column)
        for column in table.cells.columns
        if column not in used and (table.cells[column].str.strip() != "").any()
    ]
    notes = [*filter(None, said), *([f"columns not used: {name_some(unused)}"] if unused else [])]
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
        column = _find(table, [name])
        if column is None or column in columns:
            continue
        columns[column] = table.taken[column] = field
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


def first_cells(table: Table) -> list[str]:
    """Return the cells of a table's first record, also where it was taken for column names."""
    taken = [_cell_of(name) for name in table.cells.columns]
    if any(taken) or not len(table.cells):
        return taken
    first: list[str] = table.cells.iloc[0].tolist()
    return first


def name_columns(table: Table, names: Sequence[str], whose: str) -> Table:
    """Return a table that has no column names with a publisher's.

    A record that was taken for names is row 1 again.
    """
    taken = [_cell_of(name) for name in table.cells.columns]
    cells = table.cells.set_axis(list(names), axis=1)
    table.taken.update(dict.fromkeys(names))
    if any(taken):
        first = pd.DataFrame([taken], index=[1], columns=list(names), dtype="str")
        cells = pd.concat([first, cells])
    said = f"the file has no column names: they are {whose}, row 1 is data"
    return replace(table, cells=cells, notes=(*table.notes, said))


def _cell_of(name: object) -> str:
    """Return the cell that a column's name was; "" for a number given to a column without one."""
    text = str(name).rstrip("'")
    return "" if _NUMBERED.fullmatch(text) else text

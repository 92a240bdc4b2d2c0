"""Said: what the rows of a part say of where they are, each distinct set of cells once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.placing.geocode import check_columns
from geo.reading.table import Table

__all__ = ["SAID", "TIMES", "count_said", "gather", "number_said", "read_said"]

# Words of `read_asked` for the columns that say where a row is, the points aside.
SAID = ("place", "place_ar", "governorate", "district", "subdistrict", "pcode", "country_column")
TIMES = "times"  # how many rows say it
_FOLDED = 500_000  # rows of several parts that are folded into one table at once


def read_said(table: Table, columns: Mapping[str, str]) -> pd.DataFrame:
    """Return what each row says, "" for a blank cell; a column for each word of `SAID` it has.

    Raises ReadError where a column is not in the table.
    """
    check_columns(table, columns)
    cells = {word: table.cells[columns[word]] for word in SAID if word in columns}
    said = {word: own.where(own.str.strip() != "", "") for word, own in cells.items()}
    return pd.DataFrame(said, index=table.cells.index)


def number_said(said: pd.DataFrame) -> tuple[pd.DataFrame, NDArray[np.intp]]:
    """Return what is said, each once in the order of the rows, and each row's number of it.

    Words of `SAID` that are not among the columns are blank in every row.
    """
    codes = np.zeros(len(said), dtype=np.int64)
    for word in said.columns.intersection(SAID):
        own, values = pd.factorize(said[word])
        if len(values) > 1:
            codes, _ = pd.factorize(codes * len(values) + own)
    first = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    once = said.iloc[first].reset_index(drop=True)
    blank = pd.Series("", index=once.index, dtype="str")
    every = {word: once.get(word, blank) for word in SAID}
    return pd.DataFrame(every, index=once.index), codes.astype(np.intp)


def count_said(said: pd.DataFrame) -> pd.DataFrame:
    """Return what is said, each once, with how many rows say it."""
    once, codes = number_said(said)
    return once.assign(**{TIMES: np.bincount(codes, minlength=len(once))})


def gather(counted: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return what several parts say, each once in the order of the parts, and how often.

    In memory are what is distinct, and some parts that are not folded into it yet.
    """
    nothing = {word: pd.Series([], dtype="str") for word in SAID}
    whole = pd.DataFrame(nothing | {TIMES: pd.Series([], dtype="int64")})
    waiting, rows = [], 0
    for one in counted:
        waiting.append(one)
        rows += len(one)
        if rows > max(_FOLDED, len(whole)):
            whole, waiting, rows = _fold([whole, *waiting]), [], 0
    return _fold([whole, *waiting])


def _fold(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    every = pd.concat([table for table in tables if len(table)] or [tables[0]], ignore_index=True)
    once, codes = number_said(every)
    times = np.bincount(codes, weights=every[TIMES], minlength=len(once))
    return once.assign(**{TIMES: times.astype(np.int64)})

"""Columns of our own schema, typed or as text -> typed columns; what cannot be read is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import isfinite

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.table import text_column
from geo.reading.values.plain import CellError
from geo.strikes.schema import PANDAS_DTYPE, Column

__all__ = ["Typed", "read_typed"]

_WHOLE = re.compile(r"-?\d{1,15}(?:\.0+)?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DTYPES = frozenset(PANDAS_DTYPE.values())
# What stands for a word that is none of its column's.
_USUAL = {"kind": "other", "event_status": "reported"}


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed columns, and what could not be read in each row, null elsewhere."""

    columns: dict[str, pd.Series]
    fault: pd.Series


def read_typed(cells: pd.DataFrame, columns: Sequence[Column]) -> Typed:
    """Read each distinct text of each column once; columns that are typed already stay."""
    blank = pd.Series("", index=cells.index, dtype="str")
    nothing = {wanted: pd.Series(index=cells.index, dtype=wanted) for wanted in _DTYPES}
    typed: dict[str, pd.Series] = {}
    faults = [blank]
    for column in columns:
        wanted = PANDAS_DTYPE[column.dtype]
        given = cells.get(column.name)
        if given is None or given.isna().all():
            typed[column.name] = nothing[wanted]
        elif str(given.dtype) == wanted and column.dtype != "text":
            typed[column.name] = given
        elif str(given.dtype) == wanted and column.vocabulary is None:
            typed[column.name] = join_texts([given])
        else:
            typed[column.name], fault = _read_column(column, text_column(given))
            faults += [] if fault is None else [fault]
    return Typed(typed, join_texts(faults))


def _read_column(column: Column, texts: pd.Series) -> tuple[pd.Series, pd.Series | None]:
    if column.dtype == "text" and column.vocabulary is None:
        return join_texts([texts]), None
    distinct = find_distinct([texts])
    read = distinct.read(partial(_read_value, column))
    values = pd.Series([value for value, _ in read], dtype=PANDAS_DTYPE[column.dtype])
    taken = pd.Series(values.array.take(distinct.codes), index=texts.index)
    if not any(fault for _, fault in read):
        return taken, None
    return taken, take_texts([fault for _, fault in read], distinct.codes, texts.index)


def _read_value(column: Column, text: str) -> tuple[object, str | None]:
    """Return the value of a cell, and why it cannot be read."""
    if text == "":
        return None, None
    try:
        return _READERS[column.dtype](column, text), None
    except CellError as error:
        usual = _USUAL.get(column.name)
        return usual, f"{column.name} {error}: {f'taken as {usual}' if usual else 'left empty'}"


def _read_word(column: Column, text: str) -> str:
    if column.vocabulary is not None and text not in column.vocabulary:
        raise CellError(f"{text!r} is none of {', '.join(column.vocabulary)}")
    return text


def _read_count(_: Column, text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise CellError(f"{text!r} is no whole number")
    return int(float(text))


def _read_number(_: Column, text: str) -> float:
    number = float(text) if _NUMBER.fullmatch(text) else float("nan")
    if not isfinite(number):
        raise CellError(f"{text!r} is no number")
    return number


def _read_day(_: Column, text: str) -> pd.Timestamp:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return pd.Timestamp(date.fromisoformat(text))
    except ValueError:
        raise CellError(f"{text!r} is no day, written as 2015-09-30") from None


_READERS: dict[str, Callable[[Column, str], object]] = {
    "text": _read_word,
    "count": _read_count,
    "number": _read_number,
    "date": _read_day,
}

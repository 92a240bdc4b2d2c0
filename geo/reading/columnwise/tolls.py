"""Toll and count columns -> bounds; words stay words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, join_texts, take_texts
from geo.reading.columnwise.told_tolls import find_told
from geo.reading.values.plain import CellError
from geo.reading.values.toll_phrases import split_toll
from geo.reading.values.tolls import WordedTollError, read_toll, toll_words
from geo.strikes.schema import TOLLS

__all__ = ["COUNTS", "Tolls", "read_tolls"]

COUNTS = (*TOLLS, "strikes")


@dataclass(frozen=True, slots=True)
class Tolls:
    """Bounds as nullable counts, the tolls in the table's words, and what could not be read.

    worded: tolls told in words, as the table has them, null elsewhere. examples: rows by word.
    """

    columns: dict[str, pd.Series]
    words: pd.Series
    worded: pd.Series
    fault: pd.Series
    examples: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Bounds:
    low: int | None = None
    high: int | None = None
    words: str | None = None
    worded: str | None = None
    fault: str | None = None
    examples: tuple[str, ...] = ()


def read_tolls(fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series) -> Tolls:
    """Read the tolls of a table and how many strikes its rows stand for."""
    columns: dict[str, pd.Series] = {}
    said: dict[str, list[pd.Series]] = {"words": [blank], "worded": [blank], "fault": [blank]}
    examples: dict[str, int] = {}
    told = find_told(fields)
    for name in COUNTS:
        names = [name, f"{name}_min", f"{name}_max"]
        present = [one for one in names if one in fields]
        if not present and name not in told:
            columns.update({bound: _no_counts(blank.index) for bound in names[1:]})
            continue
        figures = told.get(name, pd.Series("", index=blank.index, dtype="str"))
        distinct = find_distinct([*(fields[one][0] for one in present), figures])
        read = [_read_bounds(present, texts[:-1], texts[-1]) for texts in distinct.texts]
        lows, highs = [one.low for one in read], [one.high for one in read]
        columns[names[1]] = _take_counts(lows, distinct.codes, blank.index)
        columns[names[2]] = _take_counts(highs, distinct.codes, blank.index)
        for what, column in said.items():
            if what != "words" or name in TOLLS:
                texts = [getattr(one, what) for one in read]
                column.append(take_texts(texts, distinct.codes, blank.index))
        for one, rows in zip(read, distinct.counts().tolist(), strict=True):
            for word in one.examples:
                examples[word] = examples.get(word, 0) + rows
    joined = {what: join_texts(column) for what, column in said.items()}
    return Tolls(columns, joined["words"], joined["worded"], joined["fault"], examples)


def _read_bounds(names: Sequence[str], texts: Sequence[str], told: str) -> _Bounds:
    """Read one row's columns of a toll; told: the figure that a cell tells with its kind."""
    read: dict[str, tuple[int | None, int | None]] = {}
    words, worded, faults, examples = [], [], [], []
    for name, text in zip(names, texts, strict=True):
        plain = name.replace("_", " ")
        words += [f"{plain}: {text.strip()}"] if text.strip() else []
        try:
            read[name] = read_toll(text)
            worded += [f"{plain}: {text.strip()}"] if toll_words(text) else []
        except CellError as problem:
            is_told = split_toll(text) is not None
            if is_told or isinstance(problem, WordedTollError):
                worded.append(f"{plain}: {text.strip()}")
                examples += [] if is_told else [text.strip()]
            else:
                faults.append(f"{plain} {problem}: left empty")
    low, high = _join_bounds(names, read)
    if (low, high) == (None, None) and told:
        low, high = read_toll(told)
    named = (*names, "")[0].removesuffix("_min").removesuffix("_max")
    best = read.get(named, (None, None))
    if None not in best and None not in (low, high) and best != (low, high):
        worded.append(f"{named.replace('_', ' ')}: {texts[names.index(named)].strip()}")
    if low is not None and high is not None and high < low:
        faults.append(f"{names[0].replace('_', ' ')}: the upper bound {high} is below the lower "
                      f"{low}: both left empty")  # fmt: skip
        low = high = None
    said = ["; ".join(part) or None for part in (words, worded, faults)]
    return _Bounds(low, high, said[0], said[1], said[2], tuple(examples))


def _join_bounds(
    names: Sequence[str], read: Mapping[str, tuple[int | None, int | None]]
) -> tuple[int | None, int | None]:
    """Return the lower bound of the column for lower bounds, else of the others; so the upper."""
    low = high = None
    for name in sorted(names, key=lambda one: one.endswith("_min"), reverse=True):
        if not name.endswith("_max") and low is None:
            low = read.get(name, (None, None))[0]
    for name in sorted(names, key=lambda one: one.endswith("_max"), reverse=True):
        if not name.endswith("_min") and high is None:
            high = read.get(name, (None, None))[1]
    return low, high


def _no_counts(index: pd.Index) -> pd.Series:
    nothing = pd.arrays.IntegerArray(np.ones(len(index), "int64"), np.ones(len(index), dtype=bool))
    return pd.Series(nothing, index=index)


def _take_counts(counts: Sequence[int | None], codes: np.ndarray, index: pd.Index) -> pd.Series:
    known = np.array([count is not None for count in counts], dtype=bool)
    values = np.array([count or 0 for count in counts], dtype="int64")
    typed = pd.arrays.IntegerArray(values[codes], ~known[codes])
    return pd.Series(typed, index=index)

"""Tolls that cells tell with their kind, handed to the tolls of that kind.

"3 dead, 5 wounded" in a column of casualties is 3 killed and 5 injured; a figure in a column of
that toll's own goes before what another column says of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from geo.reading.columnwise.distinct import find_distinct, take_texts
from geo.reading.values.plain import CellError
from geo.reading.values.toll_phrases import TOLD, split_toll
from geo.reading.values.tolls import read_toll

__all__ = ["find_told"]


def find_told(fields: Mapping[str, Sequence[pd.Series]]) -> dict[str, pd.Series]:
    """Return what cells tell of each toll, as figures that `read_toll` reads, "" for nothing.

    A toll that no cell tells with its kind is left out.
    """
    told: dict[str, pd.Series] = {}
    for source in TOLD:
        if source not in fields:
            continue
        distinct = find_distinct([fields[source][0]])
        read = [_split(source, text) for (text,) in distinct.texts]
        for kind in sorted({kind for one in read for kind in one}):
            figures = [one.get(kind, "") for one in read]
            new = take_texts(figures, distinct.codes, fields[source][0].index)
            known = told.get(kind, new)
            told[kind] = _fill(new, known) if kind == source else _fill(known, new)
    return told


def _split(source: str, text: str) -> dict[str, str]:
    """Return what a cell tells with its kind; "no casualties" in another column says nothing."""
    try:
        read_toll(text)
    except CellError:
        told = split_toll(text) or {}
    else:
        return {}
    return told if source == "casualties" else {k: v for k, v in told.items() if k != "casualties"}


def _fill(first: pd.Series, second: pd.Series) -> pd.Series:
    return first.where(first != "", second)

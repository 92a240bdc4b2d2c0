"""Reasons of rows counted, those that differ in a cell or a number only as one."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

__all__ = ["count_reasons"]

_CELL = re.compile(r"'[^']*'|\"[^\"]*\"|\d+(?:[.,]\d+)*")  # what differs between reasons of a kind


def count_reasons(reasons: pd.Series, most: int = 12) -> dict[str, int]:
    """Return how many rows have each kind of reason, most first; null is none.

    A kind is worded as its most frequent reason. most: kinds that are named; the rows of further
    ones are counted together.

    >>> count_reasons(pd.Series(["no place 'A'", "no place 'B'", "no place 'B'", "late"]))
    {"no place 'B'": 3, 'late': 1}
    """
    counted: Counter[str] = Counter()
    worded: dict[str, str] = {}
    for reason, rows in reasons.dropna().value_counts().items():
        counted[worded.setdefault(_CELL.sub("", str(reason)), str(reason))] += int(rows)
    ranked = counted.most_common()
    rest = sum(rows for _, rows in ranked[most:])
    further = {f"{len(ranked) - most} further reasons": rest} if rest else {}
    return dict(ranked[:most]) | further

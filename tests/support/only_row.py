"""The rows of a reading, as what they hold."""

from __future__ import annotations

import pandas as pd

from geo.reading.result import Reading

__all__ = ["rows_of", "values_of"]


def rows_of(reading: Reading) -> list[dict[str, object]]:
    """Return every strike as the columns that are not null."""
    return [
        {name: value for name, value in row.items() if name == "geometry" or pd.notna(value)}
        for _, row in reading.strikes.iterrows()
    ]


def values_of(row: dict[str, object], *names: str) -> list[object]:
    """Return some columns of a row, None where they are null."""
    return [row.get(name) for name in names]

"""Patching: a few rows of a large table put in, taken out or replaced; the rest is not read."""

from __future__ import annotations

from collections.abc import Collection

import geopandas as gpd
import pandas as pd

__all__ = ["patch_rows"]


def patch_rows(
    strikes: gpd.GeoDataFrame, rows: gpd.GeoDataFrame, removed: Collection[str] = ()
) -> gpd.GeoDataFrame:
    """Return strikes with `rows` in place of those of their ids, new ids last.

    rows: of the same columns and types, by strike_id. removed: ids that are taken out where they
    are there. The strikes
    handed over are not changed.
    """
    found = strikes.index.get_indexer(rows.index)
    known, at = rows[found >= 0], found[found >= 0]
    patched = strikes.copy()
    for position, name in enumerate(strikes.columns):
        values, fresh = patched[name].array, known[name].array
        if len(known) and not values[at].equals(fresh):
            values = values.copy()
            values[at] = fresh
            patched.isetitem(position, values)
    if len(known) < len(rows):
        patched = pd.concat([patched, rows[found < 0]])
    return patched.drop(index=list(removed), errors="ignore") if removed else patched

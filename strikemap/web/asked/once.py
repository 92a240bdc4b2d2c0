"""Columns and points that tables repeat, held once: a claim has its strike's place, id and toll.

A hundred columns of 100,000 rows are 130 MB, of which some 60 are said nowhere else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

__all__ = ["hold_once"]


def hold_once(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, beside: Iterable[pd.DataFrame] = ()
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return equal tables of strikes and claims whose repeated columns and points share memory.

    beside: further tables that are kept anyway, such as the file's cells, whose columns lead.
    Numbers that are shared cannot be written in place: who changes a table takes a copy, as always.
    """
    known: dict[Hashable, list[pd.Series]] = {}
    for table in beside:
        _share(table.select_dtypes("str"), known)
    names = strikes.index.to_series(name="strike_id")  # which claims repeat
    known.setdefault(_kind(names), []).append(names)
    return _share_points(_share(strikes, known)), _share(claims, known)


def _share(table: pd.DataFrame, known: dict[Hashable, list[pd.Series]]) -> pd.DataFrame:
    """Return a table with what is known in place of its equal columns; its others are known then.

    Left alone are columns that lie in one block of memory with others.
    """
    made = table.copy(deep=False)
    for name in table.columns[~table.columns.duplicated(keep=False)]:
        column = table[name]
        if not isinstance(column.dtype, (pd.StringDtype, pd.Int64Dtype)):
            continue
        alike = known.setdefault(_kind(column), [])
        first = next((one for one in alike if one.array.equals(column.array)), None)
        if first is None:
            alike.append(column)
        if first is not None or isinstance(column.dtype, pd.Int64Dtype):
            values = _guard((column if first is None else first).array)
            made[name] = pd.Series(values, index=table.index, copy=False)
    return made


def _guard(values: Any) -> Any:  # noqa: ANN401 pandas' arrays of two kinds
    """Return another array on the same memory, into which nothing can be written.

    Into Arrow's texts nothing ever is; numbers have their marks of nulls beside them.
    """
    if isinstance(values.dtype, pd.StringDtype):
        return values.copy()  # of the array alone, not of its texts
    parts = values._data.view(), values._mask.view()
    for part in parts:
        part.flags.writeable = False
    return type(values)(*parts)


def _kind(column: pd.Series) -> Hashable:
    """Return what equal columns have in common and few others: type, rows, nulls and both ends."""
    ends = (str(column.iloc[at]) for at in ((0, -1) if len(column) else ()))
    return (str(column.dtype), len(column), int(column.isna().sum()), *ends)


def _share_points(strikes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return strikes of which those at the same point have one point: it is some 200 bytes."""
    points = np.asarray(strikes.geometry.array, dtype=object)
    if not np.isin(shapely.get_type_id(points), (-1, 0)).all() or shapely.has_z(points).any():
        return strikes
    there = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    places = shapely.get_x(points[there]) + 1j * shapely.get_y(points[there])
    _, first, which = np.unique(places, return_index=True, return_inverse=True)
    shared = points.copy()
    shared[there] = points[there][first][which]
    return strikes.set_geometry(gpd.GeoSeries(shared, index=strikes.index, crs=strikes.crs))

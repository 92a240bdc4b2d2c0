"""Columns of distances from layers, for tables that go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.layers.near import MeasuredLayer
from geo.strikes.near_layers import NearLayer
from geo.strikes.nearness import plain_number

__all__ = ["distance_columns"]

_ODD = re.compile(r"[\W_]+")


def distance_columns(
    strikes: gpd.GeoDataFrame, layers: Mapping[MeasuredLayer, float | None]
) -> pd.DataFrame:
    """Return `distance_to_<layer>_km` of each strike, and `within_<n>_km_of_<layer>`.

    layers: each with the km that are asked for, None for no second column. The distance is that of
    the strike's point on the best of its days, in km to the metre; 0 in an area; empty without a
    point, and where nothing of the layer was there. The second says "sure", "possible" or "no"
    (`NearLayer.judge`), empty without a point.
    """
    columns: dict[str, object] = {}
    for (measured, km), name in zip(layers.items(), _name_all(layers), strict=True):
        least, _ = measured.measure(strikes)
        columns[f"distance_to_{name}_km"] = np.where(np.isinf(least), np.nan, np.maximum(least, 0))
        if km is not None:
            judged = NearLayer(measured.layer.name, km, measured).judge(strikes)
            column = f"within_{plain_number(km)}_km_of_{name}"
            columns[column] = [word or None for word in judged]
    return pd.DataFrame(columns, index=strikes.index)


def _name_all(layers: Iterable[MeasuredLayer]) -> list[str]:
    """Name layers as parts of columns, each otherwise: "area_a", and "area_a_2" for "Area-A"."""
    names: list[str] = []
    for measured in layers:
        bare = _ODD.sub("_", measured.layer.name.casefold()).strip("_") or "layer"
        same = count(2)
        name = bare
        while name in names:
            name = f"{bare}_{next(same)}"
        names.append(name)
    return names

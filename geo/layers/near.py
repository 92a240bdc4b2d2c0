"""Filters by layers: a layer's name becomes the layer, which measures strikes once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import FilterError
from geo.layers.distances import measure
from geo.layers.layer import Layer
from geo.layers.values import split_layer
from geo.strikes.filters import Filters, filter_strikes

__all__ = ["MeasuredLayer", "note_near_layer", "settle_layers"]

MOST_KEPT = 8  # tables of strikes that a layer remembers its distances from


class MeasuredLayer:
    """A layer that remembers how far strikes lie from it."""

    def __init__(self, layer: Layer) -> None:
        """Take a layer; nothing is measured yet."""
        self.layer = layer
        self._kept: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def told_otherwise(self, layer: Layer) -> MeasuredLayer:
        """Return a layer of the same features by another name, colour or credit."""
        other = MeasuredLayer(layer)
        other._kept = self._kept
        return other

    @cached_property
    def values(self) -> tuple[MeasuredLayer, ...]:
        """Its values as layers by themselves, where it is coloured by a column."""
        return tuple(map(MeasuredLayer, split_layer(self.layer))) if self.layer.by else ()

    def measure(self, strikes: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Return the least and the most km of each strike, as `geo.layers.distances` says."""
        key = _digest(strikes)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = measure(self.layer, strikes)
        return self._kept[key]


def _digest(strikes: gpd.GeoDataFrame) -> str:
    """Return what tells tables apart by where and when their strikes were."""
    points, rows = shapely.get_coordinates(strikes.geometry.to_numpy(), return_index=True)
    digest = hashlib.sha256(str(len(strikes)).encode())
    for part in (points, rows, strikes["date_start"].to_numpy(), strikes["date_end"].to_numpy()):
        digest.update(np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()


def settle_layers(
    filters: Filters,
    layers: Sequence[MeasuredLayer],
    *,
    remedy: str = "add its file by --layer FILE",
) -> Filters:
    """Return filters whose `near_layer` has its layer, or the value of one, as "Control: North".

    remedy: what to do where there is no layer. Raises FilterError, naming those that there are,
    where none has the name.
    """
    asked = filters.near_layer
    if asked is None:
        return filters
    listed = [each for one in layers for each in (one, *one.values)]
    for one in listed:
        if one.layer.name.casefold() == asked.name.casefold():
            return replace(filters, near_layer=replace(asked, name=one.layer.name, layer=one))
    known = ", ".join(one.layer.name for one in listed)
    raise FilterError(
        f"filter: near_layer={asked.text}: no layer is called so; "
        + (f"the layers are {known}" if known else remedy)
    )


def note_near_layer(
    filters: Filters, strikes: gpd.GeoDataFrame, claims: pd.DataFrame | None = None
) -> str:
    """Say how many of the strikes that pass all other filters lie near the layer; "" without one.

    filters: settled. claims: as `filter_strikes` takes them.
    """
    near = filters.near_layer
    if near is None:
        return ""
    others = filter_strikes(strikes, replace(filters, near_layer=None), claims)
    found = near.count(strikes, strikes.index.isin(others.index))
    return (
        f"{near.in_words()}: {found.sure:,} surely, {found.possible:,} possibly (by their radius, "
        f"or a day that is not known), {found.no:,} not; {found.not_judged:,} without a point are "
        "not judged"
    )

"""What rows of strikes say, as columns of numbers that pairs of rows are looked up in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.strikes.duplicates.pairs import Rows, number_heard, number_names
from geo.strikes.duplicates.updates import Updates, find_updates
from geo.strikes.outlets import find_site
from geo.strikes.schema import FROM_AIR

__all__ = ["SAME_KM", "Columns", "Marks", "Numbers"]

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]

SAME_KM = 1.0  # so near, two points are one place
_SHARP = ("site", "neighbourhood", "settlement")
_VAGUE_TARGETS = ("unknown", "other", "residential")


@dataclass(frozen=True)
class Columns:
    """The columns of a strikes table and its claims, each made when it is first asked for."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame

    @cached_property
    def updates(self) -> Updates:
        """The rows that revise a toll."""
        return find_updates(self.strikes, self.claims)

    @cached_property
    def sources(self) -> tuple[Rows, NDArray[np.object_]]:
        """A number for each row's sources, -1 for none, and the sources by number."""
        who = self.claims["claimant"].fillna(self.claims["outlet"])
        named = who.reset_index(drop=True)
        urls = self.claims["url"].reset_index(drop=True)[named.isna()]
        sites = pd.Series([find_site(url) or None for url in urls], urls.index, dtype="str")
        named = named.fillna(sites)
        named = named.fillna(self.claims["title"].reset_index(drop=True))
        said: dict[str, set[str]] = {}
        for strike, name in zip(self.claims["strike_id"], named, strict=True):
            if isinstance(name, str):
                said.setdefault(strike, set()).add(name)
        joined = {strike: "; ".join(sorted(names)) for strike, names in said.items()}
        every = pd.Series([joined.get(one) for one in self.strikes.index])
        return _number(every), np.asarray(pd.factorize(every)[1])

    @cached_property
    def _lon_lat(self) -> tuple[Numbers, Numbers]:
        points = self.strikes.geometry
        return points.x.to_numpy(), points.y.to_numpy()

    @cached_property
    def _radius(self) -> Numbers:
        radius: Numbers = self.strikes["uncertainty_km"].to_numpy("float64")
        return np.where(np.isnan(radius), SAME_KM, radius)

    @cached_property
    def _place(self) -> Rows:
        return self._codes("place_id")

    @cached_property
    def _sharp(self) -> Rows:
        sharp: Rows = pd.Index(_SHARP).get_indexer(self.strikes["precision"]).astype(np.int64)
        return np.where(self._place >= 0, sharp, -1)

    @cached_property
    def names(self) -> tuple[Rows, Rows]:
        """Numbers of the places' names: alike by any spelling, and alike by their sound."""
        return number_names(self.strikes["place_text"]), number_heard(self.strikes["place_text"])

    @cached_property
    def _adm(self) -> tuple[Rows, Rows]:
        return self._codes("adm1_code"), self._codes("adm2_code")

    @cached_property
    def _unlocated(self) -> Marks:
        return self._has_status("unlocated")

    @cached_property
    def _area_only(self) -> Marks:
        return self._has_status("area_only")

    def _has_status(self, status: str) -> Marks:
        marks: Marks = (self.strikes["location_status"] == status).to_numpy(bool)
        return marks

    @cached_property
    def _days(self) -> tuple[Rows, Rows]:
        columns = (self.strikes[name] for name in ("date_start", "date_end"))
        start, end = (column.to_numpy("datetime64[D]").astype(np.int64) for column in columns)
        return start, end

    @cached_property
    def _dated(self) -> Marks:
        told: Marks = self.strikes[["date_start", "date_end"]].notna().all(axis=1).to_numpy(bool)
        return told

    @cached_property
    def _kinds(self) -> tuple[Rows, Marks, Marks]:
        kind = self.strikes["kind"]
        air, vague = kind.isin(FROM_AIR), kind == "other"
        return self._codes("kind"), air.to_numpy(bool), vague.to_numpy(bool)

    @cached_property
    def _target(self) -> Rows:
        kinds = self.strikes["target_kind"]
        return _number(kinds.where(~kinds.isin(_VAGUE_TARGETS)))

    @cached_property
    def _actor(self) -> tuple[Rows, NDArray[np.object_]]:
        return _number(self.strikes["actor"]), np.asarray(pd.factorize(self.strikes["actor"])[1])

    @cached_property
    def _event(self) -> Rows:
        return self._codes("event_id")

    def _toll(self, toll: str) -> tuple[Numbers, Numbers, Marks]:
        """Return the bounds of a toll, open ones at their ends, and where one is told."""
        low, high = self._bounds(toll)
        told = ~(np.isnan(low) & np.isnan(high))
        return np.nan_to_num(low, nan=0.0), np.where(np.isnan(high), np.inf, high), told

    def _bounds(self, toll: str) -> tuple[Numbers, Numbers]:
        """Return the bounds of a toll as they are told; nan for one that is not."""
        bounds = (self.strikes[f"{toll}_{end}"] for end in ("min", "max"))
        low, high = (column.to_numpy("float64", na_value=np.nan) for column in bounds)
        return low, high

    def _codes(self, name: str) -> Rows:
        return _number(self.strikes[name])


def _number(values: pd.Series) -> Rows:
    """Return a number for each value, alike for the same, -1 for none."""
    codes: Rows = pd.factorize(values)[0].astype(np.int64)
    return codes

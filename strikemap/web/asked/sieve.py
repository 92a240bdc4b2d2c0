"""Which strikes of a table pass filters: what each part lets through is worked out once.

Of two filters that follow each other most parts are the same, and the page asks for several that
differ in one part: what the others would let through, what a period leaves out.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from functools import cached_property, partial

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.strikes.filters import Filters, mark_passing
from strikemap.web.asked.lately import Lately

__all__ = ["Marks", "Sieve"]

Marks = NDArray[np.bool_]  # one for each strike of the table
MOST_PARTS = 48  # marks that are kept, each a byte a strike
# A period is another one at each rest of the slider, and quickly asked of the days alone; what lies
# near a layer follows the visitor's own file, which may be another one of the same name.
PERIOD, ANEW = ("date_from", "date_to"), ("near_layer",)
_NAMES = tuple(field.name for field in fields(Filters))


class Sieve:
    """The marks of one table, which nobody changes; claims: those of its strikes."""

    def __init__(self, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
        self._strikes, self._claims = strikes, claims
        self._parts = Lately(MOST_PARTS)

    def mark(self, filters: Filters) -> Marks:
        """Say which strikes pass, as `geo.strikes.filters.filter_strikes` does."""
        marks = self._mark_period(filters.date_from, filters.date_to)
        for name in _NAMES:
            chosen = getattr(filters, name)
            if not chosen or name in PERIOD:
                continue
            ask = partial(self._ask_part, name, chosen)
            marks &= ask() if name in ANEW else self._parts.remember((name, chosen), ask)
        return marks

    def take(self, filters: Filters) -> gpd.GeoDataFrame:
        """Return the strikes that pass, in their order."""
        marks = self.mark(filters)
        return self._strikes.copy(deep=False) if marks.all() else self._strikes[marks]

    def mark_left_out(self, filters: Filters) -> Marks:
        """Say which undated strikes a period alone leaves out, as `find_left_out` does."""
        if not (filters.date_from or filters.date_to):
            return np.zeros(len(self._strikes), bool)
        return self._undated & self.mark(replace(filters, date_from=None, date_to=None))

    @cached_property
    def _undated(self) -> Marks:
        marks: Marks = self._strikes["date_start"].isna().to_numpy()
        return marks

    @cached_property
    def _days(self) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
        """The first and the last day of each strike: of a GeoDataFrame they are had slowly."""
        first, last = (self._strikes[name].to_numpy() for name in ("date_start", "date_end"))
        return first, last

    def _mark_period(self, first: date | None, last: date | None) -> Marks:
        """Say which strikes' days overlap a period, as `in_time` does, in an array of its own."""
        starts, ends = self._days
        marks = np.ones(len(self._strikes), bool)
        if first:
            marks &= ends >= np.datetime64(first)  # no day is never within
        if last:
            marks &= starts <= np.datetime64(last)
        return marks

    def _ask_part(self, name: str, chosen: object) -> Marks:
        part = Filters(**{name: chosen})  # type: ignore[arg-type] # what that field holds
        marks: Marks = mark_passing(self._strikes, part, self._claims).to_numpy(bool)
        return marks

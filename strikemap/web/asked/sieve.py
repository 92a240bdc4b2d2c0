"""Which strikes of a table pass filters: what each part lets through is worked out once.

Of two filters that follow each other most parts are the same, and the page asks for several that
differ in one part: what the others would let through, what a period leaves out.
"""

from __future__ import annotations

from dataclasses import fields, replace
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
# A period is another one at each rest of the slider, and quickly asked; what lies near a layer
# follows the visitor's own file, which may be another one of the same name.
ANEW = ("date_from", "date_to", "near_layer")


class Sieve:
    """The marks of one table, which nobody changes; claims: those of its strikes."""

    def __init__(self, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
        self._strikes, self._claims = strikes, claims
        self._parts = Lately(MOST_PARTS)

    def mark(self, filters: Filters) -> Marks:
        """Say which strikes pass, as `geo.strikes.filters.filter_strikes` does."""
        nothing = Filters()
        anew = replace(nothing, **{name: getattr(filters, name) for name in ANEW})
        marks = self._ask(anew) if anew != nothing else np.ones(len(self._strikes), bool)
        for field in fields(filters):
            chosen = getattr(filters, field.name)
            if chosen and field.name not in ANEW:
                part = replace(nothing, **{field.name: chosen})
                marks = marks & self._parts.remember(part, partial(self._ask, part))
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

    def _ask(self, filters: Filters) -> Marks:
        marks: Marks = mark_passing(self._strikes, filters, self._claims).to_numpy(bool)
        return marks

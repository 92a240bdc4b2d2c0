"""The undated strikes that a period leaves out: nobody knows whether they lie in it."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd

from geo.strikes.checks import require_strikes
from geo.strikes.filters import Filters, filter_strikes

__all__ = ["find_left_out"]


def find_left_out(
    strikes: gpd.GeoDataFrame, filters: Filters, claims: pd.DataFrame | None = None
) -> gpd.GeoDataFrame:
    """Return the undated strikes that a period alone leaves out; none where no period is chosen.

    claims: as `filter_strikes` takes them.
    """
    strikes = require_strikes(strikes, "find_left_out")
    if not (filters.date_from or filters.date_to):
        return strikes.iloc[:0]
    timeless = replace(filters, date_from=None, date_to=None)
    return filter_strikes(strikes[strikes["date_start"].isna()], timeless, claims)

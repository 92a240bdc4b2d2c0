"""Days held back: strikes that may be of them."""

from __future__ import annotations

from datetime import date, timedelta

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.release.profile import Days
from geo.release.rows import Rows

__all__ = ["find_held", "list_spans"]


def list_spans(strikes: gpd.GeoDataFrame, days: Days, today: date) -> list[tuple[date, date]]:
    """Return the spans of days that are held back, both ends inclusive.

    The last days are counted from the newest day of the strikes, or from `today` where that is
    earlier: a day of the future, a slip, must not let the last weeks leave.
    """
    spans = list(days.spans)
    newest = strikes["date_end"].max()
    if days.last and pd.notna(newest):
        end = min(newest.date(), today)
        spans.append((end - timedelta(days=days.last - 1), date.max))
    return spans


def find_held(strikes: gpd.GeoDataFrame, days: Days, today: date) -> Rows:
    """Say which strikes are held back: those whose span of days meets one that is held back.

    Strikes without a date are held back too, unless the profile lets them leave.
    """
    held = np.zeros(len(strikes), dtype=bool)
    if not days.any_held:
        return held
    for first, last in list_spans(strikes, days, today):
        after = (strikes["date_end"] >= pd.Timestamp(first)).to_numpy()
        before = (strikes["date_start"].dt.date <= last).to_numpy()
        held |= after & before & strikes["date_start"].notna().to_numpy()
    return held if days.undated else held | strikes["date_start"].isna().to_numpy()

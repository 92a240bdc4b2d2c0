"""The timeline strip: strikes per day, week, month, quarter or year, shown and in all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.strikes.filters import Filters

__all__ = [
    "Timeline", "choose_bins", "count_bins", "count_days", "count_spread", "possible_days",
]  # fmt: skip

# pandas' period codes by the width of a bin, narrowest first.
_CODES = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
MOST_BINS = 130


@dataclass(frozen=True, slots=True)
class Timeline:
    """Counts per bin: first days, all dated strikes and those of the sheet; undated are not in.

    A strike counts in the bin of its first possible day; those of the sheet in that of the first
    within the filters' period. spread: how many of the sheet may be of several bins.
    """

    bin: str
    starts: tuple[date, ...]
    everything: tuple[int, ...]
    shown: tuple[int, ...]
    period: tuple[date | None, date | None]
    spread: int = 0


def count_bins(
    strikes: gpd.GeoDataFrame,
    shown: gpd.GeoDataFrame,
    filters: Filters,
    *,
    most_shown: int = MOST_BINS,
) -> Timeline | None:
    """Count strikes per bin over the whole data; None without a dated strike.

    most_shown: bins are as wide as the strikes of the sheet need to lie within no more of them;
    a year is the widest.
    """
    if strikes["date_start"].isna().all():
        return None
    own, last = possible_days(shown, filters)
    days = pd.concat([strikes["date_start"][~strikes.index.isin(shown.index)], own]).dropna()
    name, bins = choose_bins(days, own.dropna(), most_shown)
    counts = [count_days(each.dropna(), bins) for each in (days, own)]
    return Timeline(
        bin=name,
        starts=tuple(start.date() for start in bins.start_time),
        everything=tuple(int(n) for n in counts[0]),
        shown=tuple(int(n) for n in counts[1]),
        period=(filters.date_from, filters.date_to),
        spread=count_spread(own, last, bins.freqstr),
    )


def possible_days(shown: gpd.GeoDataFrame, filters: Filters) -> tuple[pd.Series, pd.Series]:
    """Return the first and last day on which each strike may have been, of the filters' period."""
    first, last = (pd.Timestamp(day) if day else None
                   for day in (filters.date_from, filters.date_to))  # fmt: skip
    ends = (shown[name].clip(first, last) for name in ("date_start", "date_end"))
    start, end = (days.astype(shown["date_start"].dtype) for days in ends)
    return start, end


def count_spread(days: pd.Series, last: pd.Series, bins: str) -> int:
    """Count the strikes whose first and last possible days lie in different bins.

    bins: pandas' code of their width.
    """
    dated = days.notna() & last.notna()
    held = [each[dated].dt.to_period(bins) for each in (days, last)]
    return int((held[0] != held[1]).sum())


def choose_bins(days: pd.Series, own: pd.Series, most_own: int) -> tuple[str, pd.PeriodIndex]:
    """Return the narrowest bins of which days need no more than MOST_BINS and own most_own."""
    for name, code in _CODES.items():
        few = _span(days, code) <= MOST_BINS and (own.empty or _span(own, code) <= most_own)
        if few or name == "year":
            return name, pd.period_range(days.min(), days.max(), freq=code)
    raise AssertionError("the year is the last bin")  # pragma: no cover


def _span(days: pd.Series, code: str) -> int:
    """Return how many bins lie from the first of the days to the last."""
    first, last = (pd.Period(day, freq=code) for day in (days.min(), days.max()))
    return int(last.ordinal - first.ordinal + 1)


def count_days(days: pd.Series, bins: pd.PeriodIndex) -> NDArray[np.int64]:
    """Count days, none of them missing, by bin."""
    ordinals = pd.PeriodIndex(days.dt.to_period(bins.freqstr)).asi8 if len(days) else np.array([])
    offset = np.asarray(ordinals, dtype=np.int64) - int(bins.asi8[0])
    return np.bincount(offset, minlength=len(bins))

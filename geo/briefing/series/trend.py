"""Strikes through time by area or actor: the same bins for each, undated ones told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.briefing.content.timeline import choose_bins, count_days
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.passing import fold
from geo.strikes.schema import split_several

__all__ = ["MOST_LINES", "Trend", "TrendLine", "count_trend"]

MOST_LINES = 12  # charts of a sheet; what is beyond them has one together
MOST_BINS = 84  # seven years of months; longer is shown in quarters or years
Rows = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One chart: dated strikes by bin, all strikes, and those of them without a date."""

    name: str
    counts: tuple[int, ...]
    rows: int
    undated: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The charts of a sheet, most strikes first, the unknown last, all over the same bins.

    bin and starts: as of a `Timeline`; no starts where no strike has a date. shared: strikes that
    stand in several charts, since they name several actors.
    """

    by: str
    bin: str
    starts: tuple[date, ...]
    lines: tuple[TrendLine, ...]
    rows: int
    undated: int
    shared: int

    @property
    def most(self) -> int:
        """The count of the highest bar of all charts."""
        return max((count for line in self.lines for count in line.counts), default=0)


def count_trend(
    strikes: gpd.GeoDataFrame,
    shown: gpd.GeoDataFrame,
    options: SheetOptions,
    names: Mapping[str, str],
    words: Words,
) -> Trend:
    """Count the strikes of a sheet by bin for each area or actor, as `options.trend` says.

    strikes: all of the data, which bound the period that the bins are of. names: of areas by
    code. A strike counts in the bin of its first possible day.
    """
    groups = _by_area(shown, names, words) if options.trend == "area" else _by_actor(shown, words)
    held = sum((rows.astype(int) for rows in groups.values()), np.zeros(len(shown), dtype=int))
    days = shown["date_start"]
    undated = days.isna().to_numpy()
    name, bins = "day", pd.PeriodIndex([], freq="D")
    if not undated.all():
        ends = pd.concat([days.dropna(), _bounds(strikes, days, options)])
        name, bins = choose_bins(ends, ends, MOST_BINS)
    lines = tuple(_line(name, rows, days, bins) for name, rows in
                  _merge(groups, options.trend, words).items())  # fmt: skip
    return Trend(
        by=options.trend, bin=name, starts=tuple(start.date() for start in bins.start_time),
        lines=lines, rows=len(shown), undated=int(undated.sum()), shared=int((held > 1).sum()),
    )  # fmt: skip


def _bounds(strikes: gpd.GeoDataFrame, days: pd.Series, options: SheetOptions) -> pd.Series:
    """Return the ends of the filters' period, as far as the data reach."""
    known = strikes["date_start"].dropna()
    asked = (options.filters.date_from, options.filters.date_to)
    ends = [pd.Timestamp(day) for day in asked if day]
    ends = [min(max(end, known.min()), known.max()) for end in ends]
    return pd.Series(ends, dtype=days.dtype)


def _line(name: str, rows: Rows, days: pd.Series, bins: pd.PeriodIndex) -> TrendLine:
    own = days[rows]
    dated = own.dropna()
    counts = tuple(map(int, count_days(dated, bins))) if len(bins) else ()
    return TrendLine(name, counts, int(rows.sum()), int(rows.sum()) - len(dated))


def _by_area(shown: gpd.GeoDataFrame, names: Mapping[str, str], words: Words) -> dict[str, Rows]:
    """Return which rows lie in each first-level area by its name, '' for those of none."""
    codes = shown["adm1_code"].astype(object)
    own = dict(zip(codes, shown["adm1_name"].astype(object), strict=True))
    groups: dict[str, Rows] = {}
    for code in sorted(codes.dropna().unique()):
        own_name = own[code] if isinstance(own[code], str) else code
        groups[clean(names.get(code, own_name))] = (codes == code).to_numpy()
    return _with_unknown(groups, codes.isna().to_numpy(), words.say("area not known"))


def _by_actor(shown: gpd.GeoDataFrame, words: Words) -> dict[str, Rows]:
    """Return which rows name each actor, however it is spelled; a row may name several."""
    actors = shown["actor"].astype(object)
    called: dict[str, str] = {}
    for cell in sorted(actors.dropna().unique()):
        for actor in split_several(cell):
            called.setdefault(fold(actor), clean(words.term(actor)))
    folded = [frozenset(map(fold, split_several(cell))) for cell in actors]
    groups = {name: np.array([key in each for each in folded], dtype=bool)
              for key, name in called.items()}  # fmt: skip
    unknown = np.array([not each for each in folded], dtype=bool)
    return _with_unknown(groups, unknown, words.say("actor not reported"))


def _with_unknown(groups: dict[str, Rows], unknown: Rows, name: str) -> dict[str, Rows]:
    """Order groups by their rows, most first; those of no known group come last."""
    order = sorted(groups, key=lambda group: (-int(groups[group].sum()), group))
    ordered = {group: groups[group] for group in order}
    return ordered | ({name: unknown} if unknown.any() else {})


def _merge(groups: dict[str, Rows], by: str, words: Words) -> dict[str, Rows]:
    """Return as many groups as a sheet has charts, the smallest as one before the last."""
    if len(groups) <= MOST_LINES:
        return groups
    names = list(groups)
    rest = names[MOST_LINES - 2 : -1]
    together = words.say(f"trend {by}s", count=len(rest))
    merged = np.logical_or.reduce([groups[name] for name in rest])
    kept = {name: groups[name] for name in names[: MOST_LINES - 2]}
    return {**kept, together: merged, names[-1]: groups[names[-1]]}

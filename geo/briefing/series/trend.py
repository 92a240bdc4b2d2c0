"""Strikes through time by area or actor: the same bins for each, undated ones told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.briefing.content.areas import UNKNOWN, find_codes, name_areas, tell_apart
from geo.briefing.content.timeline import (
    choose_bins,
    count_days,
    count_spread,
    possible_days,
)
from geo.briefing.drawing.fonts import clean
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.passing import fold
from geo.strikes.schema import split_several

__all__ = ["MOST_LINES", "Trend", "TrendLine", "count_trend"]

MOST_LINES = 12  # charts of a sheet; what is beyond them has one together
MOST_BINS = 84  # seven years of months; longer is shown in quarters or years
NOT_KNOWN = {"area": "area not known", "actor": "actor not reported"}
Rows = NDArray[np.bool_]
Groups = list[tuple[str, Rows]]  # what a group is called, and which rows are of it


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
    stand in several charts, since they name several actors. spread: strikes whose possible days
    lie in several bins.
    """

    by: str
    bin: str
    starts: tuple[date, ...]
    lines: tuple[TrendLine, ...]
    rows: int
    undated: int
    shared: int
    spread: int

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
    code. A strike counts in the bin of its first possible day within the filters' period.
    """
    groups = _by_area(shown, names, words) if options.trend == "area" else _by_actor(shown, words)
    held = sum((rows.astype(int) for _, rows in groups), np.zeros(len(shown), dtype=int))
    days, last = possible_days(shown, options.filters)
    undated = days.isna().to_numpy()
    name, bins = "day", pd.PeriodIndex([], freq="D")
    if not undated.all():
        ends = pd.concat([days.dropna(), _bounds(strikes, days, options)])
        name, bins = choose_bins(ends, ends, MOST_BINS)
    lines = tuple(_line(called, rows, days, bins) for called, rows in
                  _merge(groups, options.trend, words))  # fmt: skip
    return Trend(
        by=options.trend, bin=name, starts=tuple(start.date() for start in bins.start_time),
        lines=lines, rows=len(shown), undated=int(undated.sum()), shared=int((held > 1).sum()),
        spread=count_spread(days, last, bins.freqstr),
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


def _by_area(shown: gpd.GeoDataFrame, names: Mapping[str, str], words: Words) -> Groups:
    """Return which rows lie in each first-level area, those of none last."""
    codes, called = find_codes(shown), name_areas(shown, names, words)
    rows = {code: (codes == code).to_numpy() for code in codes.unique()}
    return _in_order(rows, called)


def _by_actor(shown: gpd.GeoDataFrame, words: Words) -> Groups:
    """Return which rows name each actor, however it is spelled; a row may name several."""
    actors = shown["actor"].astype(object)
    spelled: dict[str, str] = {}
    for cell in sorted(actors.dropna().unique()):
        for actor in split_several(cell):
            spelled.setdefault(fold(actor), clean(actor))
    called = {key: clean(words.term(actor)) for key, actor in spelled.items()}
    called[UNKNOWN] = words.say(NOT_KNOWN["actor"])
    folded = [frozenset(map(fold, split_several(cell))) for cell in actors]
    rows = {key: np.array([key in each for each in folded], dtype=bool) for key in spelled}
    rows[UNKNOWN] = np.array([not each or UNKNOWN in each for each in folded], dtype=bool)
    return _in_order(rows, tell_apart(called, spelled))


def _in_order(rows: Mapping[str, Rows], called: Mapping[str, str]) -> Groups:
    """Return the groups that have rows, most first; those of no known group come last."""
    held = [key for key in rows if rows[key].any()]
    held.sort(key=lambda key: (key == UNKNOWN, -int(rows[key].sum()), called[key]))
    return [(called[key], rows[key]) for key in held]


def _merge(groups: Groups, by: str, words: Words) -> Groups:
    """Return as many groups as a sheet has charts, the smallest as one after the others.

    The rows of no known group stay by themselves, last.
    """
    if len(groups) <= MOST_LINES:
        return groups
    last = [group for group in groups[-1:] if group[0] == words.say(NOT_KNOWN[by])]
    alone = MOST_LINES - 1 - len(last)
    rest = groups[alone : len(groups) - len(last)]
    together = words.say(f"trend {by}s", count=len(rest))
    merged = np.logical_or.reduce([rows for _, rows in rest])
    return [*groups[:alone], (together, merged), *last]

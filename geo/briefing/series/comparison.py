"""Two sets of strikes side by side: a sheet's own and another period's or other filters'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from geo.briefing.content.selection import select_strikes
from geo.briefing.drawing.fonts import clean
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.dateless import find_left_out
from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals

__all__ = ["Comparison", "Pair", "Side", "compare_sets"]

UNKNOWN = ""  # the code of strikes whose area is not known


@dataclass(frozen=True, slots=True)
class Side:
    """One set: what it is, how many strikes, and its lines of numbers."""

    label: str
    strikes: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Strikes of one area in each set."""

    name: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sheet's own set first; the areas with most strikes in either first, the unknown last.

    notes: what keeps the numbers from being read wrongly.
    """

    sides: tuple[Side, Side]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    headline: str

    @property
    def most(self) -> int:
        """The count of the longest bar."""
        return max((max(pair.first, pair.second) for pair in self.pairs), default=0)


def compare_sets(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    shown: gpd.GeoDataFrame,
    options: SheetOptions,
    *,
    base_map: BaseMap,
    words: Words,
) -> Comparison:
    """Count the sheet's own strikes and those of `options.compared()` in the same extent."""
    names = base_map.area_names(words)
    other = replace(options, filters=options.compared(), compare="")
    second = select_strikes(strikes, claims, other, base_map).shown
    own, theirs = _side(shown, options, names, words), _side(second, other, names, words)
    counts = {"first": own.strikes, "second": theirs.strikes}
    labels = {"own": own.label, "other": theirs.label}
    return Comparison(
        sides=(own, theirs),
        pairs=_pair(shown, second, names, words),
        notes=_notes(strikes, claims, (shown, second), (options.filters, other.filters), words),
        headline=words.say("compare headline", **counts, **labels),
    )


def _side(
    rows: gpd.GeoDataFrame, options: SheetOptions, names: dict[str, str], words: Words
) -> Side:
    filters = options.filters
    period = words.period(filters.date_from, filters.date_to)
    said = words.filters(filters, names, options.view_box())
    label = words.say("semicolon").join(part for part in (period, said) if part)
    if not len(rows):
        return Side(label, 0, (words.say("compare none"),))
    totals = count_totals(rows)
    toll = totals.tolls["killed"]
    killed = words.say("compare killed none")
    if toll.reported:
        parts = {"reported": toll.reported, "rows": totals.rows}
        killed = words.say("compare killed", toll=words.range(toll.low, toll.high), **parts)
    counted = words.say("compare set", count=totals.rows, located=totals.located)
    return Side(label, totals.rows, (counted, killed))


def _codes(rows: gpd.GeoDataFrame) -> pd.Series:
    return rows["adm1_code"].astype(object).where(rows["adm1_code"].notna(), UNKNOWN)


def _pair(
    first: gpd.GeoDataFrame, second: gpd.GeoDataFrame, names: Mapping[str, str], words: Words
) -> tuple[Pair, ...]:
    counts = [_codes(rows).value_counts() for rows in (first, second)]
    called = {**names, UNKNOWN: words.say("area not known")}
    pairs = {code: Pair(clean(called.get(code, code)), *(int(n.get(code, 0)) for n in counts))
             for code in {*counts[0].index, *counts[1].index}}  # fmt: skip
    order = sorted(
        pairs, key=lambda code: (code == UNKNOWN, -max(pairs[code].first, pairs[code].second), code)
    )
    return tuple(pairs[code] for code in order)


def _notes(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    sets: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame],
    filters: tuple[Filters, Filters],
    words: Words,
) -> tuple[str, ...]:
    """Say what is in both sets, whose period is longer, and what has no date."""
    notes = []
    if both := len(sets[0].index.intersection(sets[1].index)):
        notes.append(words.say("compare both", count=both))
    days = [_count_days(each) for each in filters]
    if days[0] != days[1] and all(days):
        notes.append(words.say("compare days", first=days[0], second=days[1]))
    left = [set(find_left_out(strikes, each, claims).index) for each in filters]
    if all(days) and (undated := len(left[0] & left[1])):
        notes.append(words.say("compare undated", count=undated))
    return tuple(notes)


def _count_days(filters: Filters) -> int:
    first, last = filters.date_from, filters.date_to
    return (last - first).days + 1 if first and last else 0

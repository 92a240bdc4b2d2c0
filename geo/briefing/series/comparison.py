"""Two sets of strikes side by side: a sheet's own and another period's or other filters'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from geo.briefing.content.areas import UNKNOWN, find_codes, name_areas
from geo.briefing.content.selection import find_undated, select_strikes
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals

__all__ = ["Comparison", "Pair", "Side", "compare_sets"]


@dataclass(frozen=True, slots=True)
class Side:
    """One set: what it is, how many strikes, and its lines of numbers."""

    label: str
    strikes: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Strikes of one area in each set, or of no known one."""

    name: str
    first: int
    second: int
    known: bool = True


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
    other = replace(options, filters=options.compared(), compare="", against=None)
    second = select_strikes(strikes, claims, other, base_map).shown
    own, theirs = _side(shown, options, names, words), _side(second, other, names, words)
    undated = [find_undated(strikes, claims, each, base_map) for each in (options, other)]
    labels = {"own": own.label, "other": theirs.label}
    counts = {
        "first": words.say("compare count", count=own.strikes), "second": theirs.strikes
    }  # fmt: skip
    return Comparison(
        sides=(own, theirs),
        pairs=_pair(shown, second, names, words),
        notes=(
            *_note_rows((shown, second), undated, words),
            *_note_days(options.filters, other.filters, words),
        ),
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
        parts = {"reported": toll.reported, "rows": totals.rows, "others": totals.counted_elsewhere}
        phrase = "compare killed lead" if totals.counted_elsewhere else "compare killed"
        killed = words.say(phrase, toll=words.range(toll.low, toll.high), **parts)
    counted = words.say("compare set", count=totals.rows, located=totals.located)
    return Side(label, totals.rows, (counted, killed))


def _pair(
    first: gpd.GeoDataFrame, second: gpd.GeoDataFrame, names: Mapping[str, str], words: Words
) -> tuple[Pair, ...]:
    counts = [find_codes(rows).value_counts().to_dict() for rows in (first, second)]
    called = name_areas(pd.concat([first, second]), names, words)
    pairs = {code: Pair(called[code], counts[0].get(code, 0), counts[1].get(code, 0),
                         known=code != UNKNOWN)
             for code in {*counts[0], *counts[1]}}  # fmt: skip
    order = sorted(
        pairs, key=lambda code: (code == UNKNOWN, -max(pairs[code].first, pairs[code].second), code)
    )
    return tuple(pairs[code] for code in order)


def _note_rows(
    sets: Sequence[gpd.GeoDataFrame], undated: Sequence[gpd.GeoDataFrame], words: Words
) -> Iterator[str]:
    """Say what is in both sets, and what the periods leave out since it has no date."""
    if both := len(sets[0].index.intersection(sets[1].index)):
        yield words.say("compare both", count=both)
    first, second = (len(rows) for rows in undated)
    if first and set(undated[0].index) == set(undated[1].index):
        yield words.say("compare undated", count=first)
    elif first or second:
        yield words.say("compare undated each", first=first, second=second)


def _note_days(own: Filters, other: Filters, words: Words) -> Iterator[str]:
    """Say whose period is longer, or that one has no end, so that counts are not per day."""
    periods = [(each.date_from, each.date_to) for each in (own, other)]
    days = [(last - first).days + 1 if first and last else 0 for first, last in periods]
    if all(days) and days[0] != days[1]:
        yield words.say("compare days", first=days[0], second=days[1])
    elif periods[0] != periods[1] and not all(days):
        yield words.say("compare open")

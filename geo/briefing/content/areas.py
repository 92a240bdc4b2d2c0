"""Strikes and people killed by area, and the change against the period before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import geopandas as gpd
import pandas as pd

from geo.briefing.content.selection import select_strikes
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.totals import Toll, sum_tolls

__all__ = ["AreaRow", "AreaTable", "list_areas", "period_before"]

LEAST_AREAS = 2
UNKNOWN = ""  # the code of strikes whose area is not known


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area: its strikes, people killed as a range in words, strikes with a figure of them.

    before: strikes in the period before and the change, in words; '' where there is none.
    """

    code: str
    name: str
    strikes: int
    killed: str
    reported: int
    before: str


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The areas of a sheet, most strikes first, those of no known area last: all its strikes."""

    title: str
    rows: tuple[AreaRow, ...]
    has_before: bool
    note: str  # on the period before, '' where there is none


@dataclass(frozen=True, slots=True, eq=False)
class _Before:
    """The first and last day of the period before, and the strikes in it."""

    period: tuple[date, date]
    strikes: gpd.GeoDataFrame


def list_areas(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    shown: gpd.GeoDataFrame,
    options: SheetOptions,
    *,
    base_map: BaseMap,
    words: Words,
) -> AreaTable:
    """Count the strikes of a sheet by first-level area; no rows where they lie in one.

    The period before is as many days as the filters' own, right before it, with the same other
    filters; it is told where the data reach back so far. Strikes without a date are in neither.
    """
    codes = _codes(shown)
    title = words.say("areas")
    if codes[codes != UNKNOWN].nunique() < LEAST_AREAS:
        return AreaTable(title, (), has_before=False, note="")
    earlier = _find_before(strikes, claims, options, base_map)
    changes = {} if earlier is None else _compare(shown, earlier.strikes, words)
    names = {str(code): str(name) for code, name in
             _named(shown).itertuples(index=False)}  # fmt: skip
    names |= base_map.area_names(words)
    counts = codes.value_counts()
    order = sorted(counts.index, key=lambda code: (code == UNKNOWN, -counts[code], code))
    tolls = sum_tolls(shown, codes, "killed")
    rows = [
        _row(code, int(counts[code]), tolls[code], _name(code, names, words), words,
             before=changes.get(code, ""))
        for code in order
    ]  # fmt: skip
    note = ""
    if earlier is not None:
        note = words.say("before note", period=words.period(*earlier.period))
    return AreaTable(title, tuple(rows), has_before=earlier is not None, note=note)


def _codes(strikes: gpd.GeoDataFrame) -> pd.Series:
    return strikes["adm1_code"].astype(object).where(strikes["adm1_code"].notna(), UNKNOWN)


def _named(strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    columns = ("adm1_code", "adm1_name")
    return pd.DataFrame({name: strikes[name] for name in columns}).dropna().drop_duplicates()


def _name(code: str, names: Mapping[str, str], words: Words) -> str:
    return words.say("area not known") if code == UNKNOWN else names.get(code, code)


def _row(code: str, strikes: int, toll: Toll, name: str, words: Words, *, before: str) -> AreaRow:
    return AreaRow(code, name, strikes, words.range(toll.low, toll.high), toll.reported, before)


def period_before(first: date, last: date) -> tuple[date, date]:
    """Return the first and last day of the period before: as many days, right before it."""
    end = first - timedelta(days=1)
    return end - (last - first), end


def _find_before(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, options: SheetOptions, base_map: BaseMap
) -> _Before | None:
    """Return the period before and its strikes; None without a period, or data from before it."""
    filters = options.filters
    if not filters.date_from or not filters.date_to or options.undated == "only":
        return None
    before = period_before(filters.date_from, filters.date_to)
    earliest = strikes["date_start"].min()
    if pd.isna(earliest) or earliest.date() > before[0]:
        return None
    filters = replace(filters, date_from=before[0], date_to=before[1])
    asked = replace(options, filters=filters, undated="without")
    return _Before(before, select_strikes(strikes, claims, asked, base_map).shown)


def _compare(shown: gpd.GeoDataFrame, earlier: gpd.GeoDataFrame, words: Words) -> dict[str, str]:
    now = _codes(shown[shown["date_start"].notna()]).value_counts()
    then = _codes(earlier).value_counts()
    said = {}
    for code in {*_codes(shown), *then.index}:
        before, change = int(then.get(code, 0)), int(now.get(code, 0) - then.get(code, 0))
        sign = words.in_digits(f"\u200e{change:+,}") if change else words.number(0)
        said[code] = words.say("before", number=before, change=sign)
    return said

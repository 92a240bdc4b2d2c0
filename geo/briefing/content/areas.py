"""Strikes and people killed by area, and the change against the period before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

import geopandas as gpd
import pandas as pd

from geo.briefing.content.selection import select_strikes
from geo.briefing.drawing.fonts import clean
from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.strikes.totals import Toll, sum_tolls

__all__ = [
    "UNKNOWN", "AreaRow", "AreaTable", "find_codes", "list_areas", "name_areas", "period_before",
    "tell_apart",
]  # fmt: skip

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
    of: Literal["area", "sheet"] = "area"  # what a row is: of an overview a sheet of its atlas
    sheets: Mapping[str, int] = field(default_factory=dict)  # numbers of them, by area


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
    filters; it is told where the data reach back so far, of a release only without a least count.
    Strikes without a date are in neither.
    """
    codes = find_codes(shown)
    title = words.say("areas")
    if codes[codes != UNKNOWN].nunique() < LEAST_AREAS:
        return AreaTable(title, (), has_before=False, note="")
    earlier = _find_before(strikes, claims, options, base_map)
    changes = {} if earlier is None else _compare(shown, earlier.strikes, words)
    names = name_areas(shown, base_map.area_names(words), words)
    counts = codes.value_counts()
    order = sorted(counts.index, key=lambda code: (code == UNKNOWN, -counts[code], code))
    tolls = sum_tolls(shown, codes, "killed")
    rows = [
        _row(code, int(counts[code]), tolls[code], names[code], words,
             before=changes.get(code, ""))
        for code in order
    ]  # fmt: skip
    note = ""
    if earlier is not None:
        note = words.say("before note", period=words.period(*earlier.period))
    return AreaTable(title, tuple(rows), has_before=earlier is not None, note=note)


def find_codes(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the code of each strike's first-level area, `UNKNOWN` where it is not known."""
    return strikes["adm1_code"].astype(object).where(strikes["adm1_code"].notna(), UNKNOWN)


def name_areas(strikes: gpd.GeoDataFrame, known: Mapping[str, str], words: Words) -> dict[str, str]:
    """Return how each first-level area of strikes is called, no two alike, by its code.

    known: names of areas by code; an area that is not among them goes by the name that rows have.
    """
    rows = pd.DataFrame({"code": find_codes(strikes), "name": strikes["adm1_name"]})
    own = rows.dropna().drop_duplicates("code").set_index("code")["name"].to_dict()
    called = {str(code): clean(known.get(code, own.get(code, code))) for code in set(rows["code"])}
    return tell_apart(called | {UNKNOWN: words.say("area not known")})


def tell_apart(
    named: Mapping[str, str], spelled: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return names by key, those that several keys have with what the data call each of them.

    spelled: what the data call a key, itself where it has no other spelling; '' is never marked.
    """
    often = Counter(named.values())
    said = {key: (spelled or {}).get(key, key) for key in named}
    return {
        key: name if often[name] == 1 or not key
        else f"“{name}”" if said[key] == name
        else f"{name} ({said[key]})"
        for key, name in named.items()
    }  # fmt: skip


def _row(code: str, strikes: int, toll: Toll, name: str, words: Words, *, before: str) -> AreaRow:
    return AreaRow(code, name, strikes, words.range(toll.low, toll.high), toll.reported, before)


def period_before(first: date, last: date) -> tuple[date, date]:
    """Return the first and last day of the period before: as many days, right before it."""
    end = first - timedelta(days=1)
    return end - (last - first), end


def _find_before(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, options: SheetOptions, base_map: BaseMap
) -> _Before | None:
    """Return the period before and its strikes; None without a period, or data from before it.

    None of a release whose areas have a least count: those of that period may have fewer.
    """
    filters = options.filters
    if options.held is not None and options.held.least:
        return None
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
    now = find_codes(shown[shown["date_start"].notna()]).value_counts()
    then = find_codes(earlier).value_counts()
    said = {}
    for code in {*find_codes(shown), *then.index}:
        before, change = int(then.get(code, 0)), int(now.get(code, 0) - then.get(code, 0))
        sign = words.in_digits(f"\u200e{change:+,}") if change else words.number(0)
        said[code] = words.say("before", number=before, change=sign)
    return said

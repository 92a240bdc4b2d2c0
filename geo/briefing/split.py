"""An atlas divided: what each of its sheets is of, per governorate or per month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import geopandas as gpd
import pandas as pd

from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.errors import SheetError
from geo.strikes.filters import NOT_REPORTED

__all__ = ["ATLASES", "Part", "number_sheet", "split_atlas"]

ATLASES = ("governorate", "month")
MOST_SHEETS = 120


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet of an atlas: the area or the month that it is of, the area's code, its options."""

    name: str
    code: str
    options: SheetOptions


def split_atlas(
    shown: gpd.GeoDataFrame,
    base_map: BaseMap,
    options: SheetOptions,
    *,
    by: str,
    words: Words,
) -> list[Part]:
    """Return what each sheet is of, without a number; a strike of two months is on both sheets.

    Sheets without a strike are left out; strikes without a date, or a governorate that the base
    map has, have a sheet of their own, the last. Raises SheetError where there is nothing, or too
    much, to show, and for a box to look at beside governorates.
    """
    if by == "governorate":
        if options.view_box() is not None:
            raise SheetError(
                "atlas: the sheet of each governorate has a map section of its own; leave out "
                "the box of --extent, or make an atlas by month"
            )
        sheets = list(_by_governorate(shown, base_map, options, words))
    elif by == "month":
        sheets = list(_by_month(shown, options, words))
    else:
        raise SheetError(f"atlas: {by!r} is unknown; use one of {', '.join(ATLASES)}")
    if not sheets:
        raise SheetError("atlas: no strike passes the filters; widen them")
    if len(sheets) > MOST_SHEETS:
        raise SheetError(
            f"atlas: {len(sheets)} sheets; choose a shorter period, {MOST_SHEETS} are the most"
        )
    return sheets


def number_sheet(options: SheetOptions, number: int, count: int, words: Words) -> SheetOptions:
    """Return the options of a sheet that says which of how many it is."""
    said = words.say("sheet of", number=number, count=count)
    return replace(options, subtitle=f"{options.subtitle} · {said}" if options.subtitle else said)


def _title(options: SheetOptions, place: str, words: Words) -> str:
    return f"{options.title}: {place}" if options.title else words.say("title in", place=place)


def _by_governorate(
    shown: gpd.GeoDataFrame, base_map: BaseMap, options: SheetOptions, words: Words
) -> Iterator[Part]:
    there = set(shown["adm1_code"].dropna())
    lost = sorted(there - {area.code for area in base_map.governorates})
    for area in sorted(base_map.governorates, key=lambda area: area.code):
        if area.code in there:
            filters = replace(options.filters, governorates=(area.code,))
            name = area.named(words)
            title = _title(options, name, words)
            own = replace(options, filters=filters, extent=area.code, title=title)
            yield Part(name, area.code, own)
    unknown = (*([NOT_REPORTED] if shown["adm1_code"].isna().any() else ()), *lost)
    if unknown:
        filters = replace(options.filters, governorates=unknown)
        name = words.say("governorate not known")
        title = _title(options, name, words)
        yield Part(name, "", replace(options, filters=filters, extent="country", title=title))


def _by_month(shown: gpd.GeoDataFrame, options: SheetOptions, words: Words) -> Iterator[Part]:
    dated = shown[shown["date_start"].notna()]
    if len(dated):
        months = pd.period_range(dated["date_start"].min(), dated["date_end"].max(), freq="M")
        for month in months:
            begin = date(month.year, month.month, 1)
            end = date(month.year, month.month, monthrange(month.year, month.month)[1])
            begin = max(begin, options.filters.date_from or begin)
            end = min(end, options.filters.date_to or end)
            on = (dated["date_start"] <= pd.Timestamp(end)) & (
                dated["date_end"] >= pd.Timestamp(begin)
            )
            if begin <= end and on.any():
                filters = replace(options.filters, date_from=begin, date_to=end)
                name = words.month(begin).replace("\xa0", " ")
                title = _title(options, name, words)
                own = replace(options, filters=filters, title=title, undated="without")
                yield Part(name, "", own)
    if len(dated) < len(shown) and options.undated != "without":
        name = words.say("undated")
        title = _title(options, name, words)
        yield Part(name, "", replace(options, title=title, undated="only"))

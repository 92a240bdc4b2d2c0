"""The finding that heads a sheet, drafted from its rows: where most strikes lie, and when."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from geo.briefing.terms.words import Words
from geo.strikes.filters import Filters

__all__ = ["draft_headline"]

LEAST = 2  # strikes: of fewer no area and no month stands out


def draft_headline(
    shown: gpd.GeoDataFrame, names: Mapping[str, str], words: Words, filters: Filters
) -> str:
    """Return one sentence that the rows hold, with its numbers; '' where there are no rows.

    names: of areas in the language, by code. An area is named where more strikes lie in it than
    in any other; the whole that it is part of are the strikes whose area is known. A month is
    named where more strikes of that area lie wholly in it than can lie in any other, unless the
    filters' period is one month anyway.
    """
    if not len(shown):
        return ""
    known = shown["adm1_code"].dropna()
    counts = known.value_counts()
    area = names.get(str(counts.index[0]), "") if len(counts) else ""
    if area and len(counts) == 1 and len(known) == len(shown):
        return words.say("headline one area", area=area, count=len(shown)) + _when(
            shown, words, filters
        )
    if area and len(counts) > 1 and counts.iloc[0] >= LEAST and counts.iloc[0] > counts.iloc[1]:
        there = shown[shown["adm1_code"] == counts.index[0]]
        said = words.say("headline area", area=area, count=len(there), known=len(known))
        return said + _when(there, words, filters, more="headline more there")
    return words.say("headline all", count=len(shown)) + _when(shown, words, filters)


def _when(
    rows: gpd.GeoDataFrame, words: Words, filters: Filters, *, more: str = "headline more"
) -> str:
    """Return when most of the rows were, '' where no month is sure to stand out."""
    first, last = (rows[f"date_{end}"].dt.to_period("M") for end in ("start", "end"))
    if _is_one_month(filters) or pd.concat([first, last]).nunique() < LEAST:
        return ""
    months = first[first.notna() & (first == last)].value_counts()
    if months.empty or months.iloc[0] < LEAST:
        return ""
    month, most = words.month(months.index[0].to_timestamp().date()), int(months.iloc[0])
    if 2 * most > len(rows):
        return words.say("headline most", month=month)
    unsure = int((first.notna() & (first != last)).sum())
    others = int(months.iloc[1]) if len(months) > 1 else 0
    stands_out = most > others + unsure
    return words.say(more, month=month, some=most) if stands_out else ""


def _is_one_month(filters: Filters) -> bool:
    first, last = filters.date_from, filters.date_to
    return bool(first and last and (first.year, first.month) == (last.year, last.month))

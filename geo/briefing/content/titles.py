"""The title of a sheet: the country that its strikes lie in, or the governorates chosen."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np

from geo.briefing.map.base_map import BaseMap
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.placing.extent import distinct_points, name_countries
from geo.strikes.totals import Totals

__all__ = ["lie_elsewhere", "make_title", "name_place"]

MOST_COUNTRIES = 3  # in a title
MOST_GOVERNORATES = 3
# What locating says of a row that its own table puts into another country.
_ELSEWHERE = r"the table says .+; this gazetteer covers "


def lie_elsewhere(totals: Totals) -> bool:
    """Say whether most strikes whose place is known lie outside the country."""
    return 2 * totals.outside > totals.located + totals.area_only


def name_place(shown: gpd.GeoDataFrame, totals: Totals, base_map: BaseMap, words: Words) -> str:
    """Return the country that the strikes lie in, '' where it is not known in the language."""
    if not lie_elsewhere(totals):
        here = totals.located - totals.outside + totals.area_only
        return "" if _count_elsewhere(shown) > here else base_map.say("name", words)
    if words.language != "en":
        return ""
    points, number = distinct_points(shown)
    rows = np.bincount(number[number >= 0], minlength=len(points))
    held = name_countries(points, rows, base_map.countries)[:MOST_COUNTRIES]
    known = 2 * sum(count for _, count in held) >= totals.located
    return ", ".join(name for name, _ in held) if known else ""


def _count_elsewhere(shown: gpd.GeoDataFrame) -> int:
    """Count the rows that are not placed since their table says another country."""
    reasons = shown.loc[shown["match_method"] == "none", "match_reason"].value_counts()
    return int(reasons[reasons.index.str.match(_ELSEWHERE)].sum())


def make_title(options: SheetOptions, names: Mapping[str, str], country: str, words: Words) -> str:
    """Return the title of a sheet that is given none; country: '' where it is not known."""
    chosen = [names.get(g, g) for g in options.filters.governorates]
    place = ", ".join(chosen) if 0 < len(chosen) <= MOST_GOVERNORATES else country
    return words.say("title in", place=place) if place else words.say("title")

"""The title of a sheet: the country that its strikes lie in, or the governorates chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd

from gazetteer.several import join_words
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.placing.extent import list_extent
from geo.strikes.totals import Totals, count_totals

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap  # needs matplotlib

__all__ = ["lie_elsewhere", "make_title", "name_place", "name_rows"]

MOST_GOVERNORATES = 3


def name_rows(words: Words, strikes: gpd.GeoDataFrame) -> Words:
    """Return words that call the rows of the data what they are: strikes, events or rows."""
    totals = count_totals(strikes)
    return replace(words, unit=totals.unit, noun=totals.noun)


def lie_elsewhere(totals: Totals) -> bool:
    """Say whether most strikes whose place is known lie outside the country."""
    return 2 * totals.outside > totals.located + totals.area_only


def name_place(shown: gpd.GeoDataFrame, base_map: BaseMap, words: Words) -> str:
    """Return the countries that the strikes lie in, '' where not known in the language."""
    home = base_map.names.get("name", base_map.country)
    names = list_extent(shown, home, base_map.countries)
    if names == (home,):
        return base_map.say("name", words)
    return "" if words.rtl else join_words(list(names))


def make_title(options: SheetOptions, names: Mapping[str, str], country: str, words: Words) -> str:
    """Return the title of a sheet that is given none; country: '' where it is not known."""
    chosen = [names.get(g, g) for g in options.filters.governorates]
    place = ", ".join(chosen) if 0 < len(chosen) <= MOST_GOVERNORATES else country
    return words.say("title in", place=place) if place else words.say("title")

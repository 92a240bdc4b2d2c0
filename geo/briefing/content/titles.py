"""The title of a sheet, by where its strikes lie: areas chosen, part of a country, countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from gazetteer.several import join_words
from geo.briefing.content.selection import find_area
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.placing.extent import list_extent
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.strikes.totals import Totals, count_units

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap  # needs matplotlib

__all__ = ["lie_elsewhere", "make_title", "name_place", "name_rows", "untold_filters"]

MOST_GOVERNORATES = 3


def name_rows(words: Words, strikes: gpd.GeoDataFrame) -> Words:
    """Return words that call the rows of the data what they are: strikes, events or rows."""
    units = count_units(strikes)
    return replace(words, unit=units.unit, noun=units.noun)


def lie_elsewhere(totals: Totals) -> bool:
    """Say whether most strikes whose place is known lie outside the country."""
    return 2 * totals.outside > totals.located + totals.area_only


def name_place(shown: gpd.GeoDataFrame, base_map: BaseMap, words: Words) -> str:
    """Return the countries that the strikes lie in, '' where not known in the language."""
    home = base_map.names.get("name", base_map.country)
    names = list_extent(shown, home, base_map.countries)
    if names == (home,):
        return base_map.say("name", words)
    if words.language == "ar":
        return ""
    own = [words.own_name(name) for name in names]
    return join_words(own) if words.language == "en" else words.say("comma").join(own)


def make_title(
    shown: gpd.GeoDataFrame, options: SheetOptions, base_map: BaseMap, words: Words
) -> str:
    """Return the title of a sheet that is given none."""
    if options.strike:
        return words.say("strike title")
    place = _name_areas(options, base_map, words) or name_place(shown, base_map, words)
    box = options.view_box()
    if place and box is not None and not shapely.box(*box).covers(shapely.box(*base_map.bounds)):
        place = words.say("part of", place=place)
    return words.say("title in", place=place) if place else words.say("title")


def untold_filters(options: SheetOptions, base_map: BaseMap, words: Words) -> Filters:
    """Return the filters without the governorates where the title names each of them anyway.

    One alone of several would read as the only one that is chosen.
    """
    names, filters = base_map.area_names(words), options.filters
    if options.strike:
        return filters
    told = _name_areas(options, base_map, words).split(words.say("comma"))
    if options.title:
        told = [name for name in told if options.title.endswith(f": {name}")]
    is_told = all(names.get(g, g) in told for g in filters.governorates)
    return replace(filters, governorates=()) if is_told else filters


def _name_areas(options: SheetOptions, base_map: BaseMap, words: Words) -> str:
    """Return the areas that the extent or the filters choose, '' for none or for too many."""
    if (area := find_area(options, base_map)) is not None:
        return area.named(words)
    names, chosen = base_map.area_names(words), options.filters.governorates
    few = len(chosen) <= MOST_GOVERNORATES and NOT_REPORTED not in chosen
    return words.say("comma").join(names.get(g, g) for g in chosen) if few else ""

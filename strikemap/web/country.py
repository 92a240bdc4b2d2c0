"""What all visitors share of countries: gazetteers, boundaries, base maps, each loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer import Gazetteer
from gazetteer.online.installed import load_countries
from gazetteer.several import Gazetteers
from gazetteer.tables.loading import read_pack
from geo.land.boundaries import Boundaries
from geo.land.installed import load_land
from geo.land.named_map import make_named_map
from geo.webmap.payload.encode import encode_base_map

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap

__all__ = [
    "USUAL_COUNTRY",
    "Countries",
    "shared_base_map",
    "shared_boundaries",
    "shared_gazetteer",
    "shared_map_text",
    "shared_sheet_map",
]

USUAL_COUNTRY = "sy"  # that of the strikes that ship
KEPT = 8  # sets of countries: a gazetteer takes some 30 MB, a base map some 2 MB

Countries = tuple[str, ...]  # two-letter codes, small


@lru_cache(KEPT)
def shared_gazetteer(countries: Countries) -> Gazetteer | Gazetteers:
    """Return the gazetteer of countries."""
    return load_countries(countries)


@lru_cache(KEPT)
def shared_boundaries(countries: Countries) -> Boundaries:
    """Return the boundaries of countries."""
    return load_land(countries)


@lru_cache(KEPT)
def shared_base_map(countries: Countries) -> Mapping[str, object]:
    """Return the base map with the places that ship."""
    places = [place for country in countries for place in read_pack(country)]
    return make_named_map(shared_boundaries(countries), places)


@lru_cache(KEPT)
def shared_map_text(countries: Countries) -> str:
    """Return the base map as the map component takes it."""
    return encode_base_map(shared_base_map(countries))


@lru_cache(KEPT)
def shared_sheet_map(countries: Countries) -> BaseMap:
    """Return the base map of briefing sheets."""
    from geo.briefing.map.base_map import load_base_map  # needs matplotlib, which Explore does not

    return load_base_map(shared_boundaries(countries))

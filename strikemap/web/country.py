"""What all visitors share of countries: gazetteers, boundaries, base maps, each loaded once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from gazetteer import Gazetteer
from gazetteer.online.installed import installed_tables, load_countries
from gazetteer.several import Gazetteers
from gazetteer.tables.loading import shipped_places
from geo.land.boundaries import Boundaries
from geo.land.installed import installed_boundaries, load_land
from geo.land.named_map import make_named_map
from geo.webmap.payload.encode import encode_base_map

if TYPE_CHECKING:
    from geo.briefing.map.base_map import BaseMap

__all__ = [
    "USUAL_COUNTRY",
    "Countries",
    "installed_edition",
    "shared_base_map",
    "shared_boundaries",
    "shared_gazetteer",
    "shared_map_text",
    "shared_sheet_map",
]

USUAL_COUNTRY = "sy"  # that of the strikes that ship
KEPT = 8  # sets of countries: a gazetteer takes some 30 MB, a base map some 2 MB

Countries = tuple[str, ...]  # two-letter codes, small
Edition = tuple[tuple[str, int, int], ...]  # of each file: its path, time in ns and size
Loaded = TypeVar("Loaded")


def installed_edition(countries: Countries) -> Edition:
    """Return which files are fetched or added for countries, and of when; () for none.

    What is fetched while the app runs is another edition, so that it is loaded anew.
    """
    files = [file for country in countries
             for file in (*installed_tables(country), *installed_boundaries(country))]  # fmt: skip
    told = ((file, file.stat()) for file in files if file.is_file())
    return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in told)


class _Shared(Generic[Loaded]):
    """What is loaded for countries, kept until the files that are added for them change."""

    def __init__(self, load: Callable[[Countries], Loaded]) -> None:
        self.__doc__ = load.__doc__
        self._kept = lru_cache(KEPT)(lambda countries, _: load(countries))

    def __call__(self, countries: Countries) -> Loaded:
        return self._kept(countries, installed_edition(countries))

    def cache_clear(self) -> None:
        """Load anew at the next call."""
        self._kept.cache_clear()


@_Shared
def shared_gazetteer(countries: Countries) -> Gazetteer | Gazetteers:
    """Return the gazetteer of countries."""
    return load_countries(countries)


@_Shared
def shared_boundaries(countries: Countries) -> Boundaries:
    """Return the boundaries of countries."""
    return load_land(countries)


@_Shared
def shared_base_map(countries: Countries) -> Mapping[str, object]:
    """Return the base map with the places that ship."""
    places = [place for country in countries for place in shipped_places(country)]
    return make_named_map(shared_boundaries(countries), places)


@_Shared
def shared_map_text(countries: Countries) -> str:
    """Return the base map as the map component takes it."""
    return encode_base_map(shared_base_map(countries))


@_Shared
def shared_sheet_map(countries: Countries) -> BaseMap:
    """Return the base map of briefing sheets."""
    from geo.briefing.map.base_map import load_base_map  # needs matplotlib, which Explore does not

    return load_base_map(shared_boundaries(countries))

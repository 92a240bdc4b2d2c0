"""What is known of a country: its own folder of data, over the table of all countries."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from typing import Any

from gazetteer.several import join_words
from geo.land.world import world_countries

__all__ = [
    "MOST_NAMED",
    "TOWNS_CREDIT",
    "data_folder",
    "has_own_areas",
    "name_level",
    "read_countries",
    "read_country",
]

MOST_NAMED = 5  # countries that are named together; of more their number is said
# Of a country whose own file credits no others: its towns are GeoNames'.
TOWNS_SOURCE = "GeoNames (CC BY 4.0)"
TOWNS_CREDIT = {
    "places_credit": f"Places: {TOWNS_SOURCE}",
    "places_credit_ar": f"الأماكن: {TOWNS_SOURCE}",
}


def data_folder(country: str) -> Traversable:
    """Return the folder of the data that ships for a country of its own; it may not be there."""
    return package_files("geo").joinpath("data", country)


def has_own_areas(country: str) -> bool:
    """Say whether a country's areas are those of its own file, rather than the world's."""
    return data_folder(country).joinpath("governorates.geojson").is_file()


@cache  # asked for every name that is told in a country's own words
def read_country(country: str) -> Mapping[str, Any]:
    """Return what is known of a country by its two letters; nothing for one that is none.

    name (English), name_ar, name_local (in the main script), iso3, number, capital, languages
    (the main one first), script (ISO 15924), time_zones (the capital's first), time_zone
    (that of the whole country, where its own folder says one), extent (west,
    south, east, north of its usual view), levels (the words for levels 1 to 3: "oblast"),
    places_credit, places_credit_ar.

    >>> read_country("ua")["name_local"], read_country("ua")["levels"][0]
    ('Україна', 'oblast')
    """
    known = world_countries().get(country.upper(), {})
    path = data_folder(country).joinpath("country.json")
    own = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {**TOWNS_CREDIT, **known, **own} if known or own else {}


def read_countries(countries: Sequence[str]) -> Mapping[str, Any]:
    """Return what `read_country` does of one country; of several names and credits together.

    >>> read_countries(("ua", "ru"))["name_ar"]
    'أوكرانيا وروسيا'
    """
    if len(countries) == 1:
        return read_country(countries[0])
    known = [read_country(country) for country in countries]
    names = [str(facts.get("name", code)) for facts, code in zip(known, countries, strict=True)]
    arabic = [str(facts["name_ar"]) for facts in known if facts.get("name_ar")]
    both = {"name": join_words(names)}
    if len(arabic) == len(countries):
        both["name_ar"] = " و".join(arabic)
    if len(countries) > MOST_NAMED:
        both["name"] = f"{len(countries)} countries"
        both["name_ar"] = f"{len(countries)} {'دول' if len(countries) <= 10 else 'دولة'}"
    for key in TOWNS_CREDIT:
        told = dict.fromkeys(str(facts[key]) for facts in known if facts.get(key))
        more = [credit for credit in told if credit != TOWNS_CREDIT[key]]
        named = any(TOWNS_SOURCE in credit for credit in more)
        both[key] = "; ".join(more if named else told)
    return both


def name_level(countries: Sequence[str], level: int = 1) -> str:
    """Return the word that countries have for their areas of a level; "area" for several words.

    >>> name_level(("ua",)), name_level(("sy", "iq"), 2), name_level(("sy", "ua"))
    ('oblast', 'district', 'area')
    """
    words = {tuple(read_country(one).get("levels", ()))[level - 1 : level] for one in countries}
    word = words.pop() if len(words) == 1 else ()
    return str(word[0]) if word else "area"

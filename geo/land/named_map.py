"""The web map's base map: land, the country's own name, and names of its places as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gazetteer.places import AREA_KINDS, Place
from gazetteer.tables.draft import Draft
from gazetteer.tables.loading import read_pack
from geo.land.base_map import DECIMALS, make_base_map, told_names
from geo.land.boundaries import Boundaries, load_boundaries
from geo.land.country import TOWNS_CREDIT, read_countries, read_country
from geo.land.ground.lay import make_ground
from geo.land.levels import level_words
from geo.land.local_names import local_name, local_of_place

__all__ = ["MOST_PLACES", "load_named_map", "make_named_map"]

# A page carries the most prominent places only: a thousand with two names are 26 kB of it, and a
# country with fetched files can hold 14,000.
MOST_PLACES = 3_000
SITE_KINDS = ("neighbourhood", "camp", "airport", "facility", "crossing", "dam")
LOOSE_KM = 10.0  # a larger radius is no point: the name stands without a dot
# How a name is drawn: geo/webmap/static/map/place_names.js reads these.
TOWN, SITE, LOOSE = 0, 1, 2
AS_ARABIC = 1  # stands for a local name that is the Arabic one
LICENCES = {"GeoNames": "CC BY 4.0", "OCHA": "CC BY 3.0 IGO", "UCDP GED": "CC BY 4.0"}

Named = Place | Draft  # a record of the index, or one as read from its table


def make_named_map(boundaries: Boundaries, places: Iterable[Named]) -> dict[str, Any]:
    """Return the base map of `make_base_map` with what only the web map draws.

    country: name, name_ar and, where it is another, name_local, language "ar" where their own
    script is Arabic; empty where the country ships without. places: equally long columns lon,
    lat (degrees), name, name_ar ("" where there is none), zoom (from which the name is written)
    and style (0 town, 1 site or quarter, 2 without a point of its own), name_local ("" where it
    is the name itself, AS_ARABIC where it is name_ar), the most prominent first, and their
    credit; towns of the base map and areas of administration are left out. ground: rivers, lakes
    and hill shading as `make_ground` has them. levels: one and many,
    the words for levels 1 to 3. local_names: that of each feature in the main script of its
    country, "" where it is the name itself. countries: their two letters, as in ISO 3166.
    """
    drawn = make_base_map(boundaries)
    facts = read_countries(boundaries.countries)
    towns = {
        f"gn:{feature['properties'].get('geonames')}"
        for feature in drawn["features"]
        if feature["properties"]["kind"] == "town"
    }
    named = [place for place in places if _is_named(place) and place.place_id not in towns]
    named = sorted(named, key=_by_prominence)[:MOST_PLACES]
    country = {**told_names(facts), **_own_language(boundaries.countries)}
    told = facts.get("places_credit", "")
    credit = _credit(named) or told if told in ("", *TOWNS_CREDIT.values()) else told
    return {
        **drawn,
        "country": country,
        "countries": list(boundaries.countries),
        "levels": level_words(boundaries.countries).to_json(),
        "ground": make_ground(drawn["bbox"], drawn["bounds"], boundaries.countries),
        "local_names": [_local_of(one, boundaries.countries) for one in drawn["features"]],
        "places": {"columns": _columns(named, boundaries.countries), "credit": credit},
    }


def _own_language(countries: Sequence[str]) -> dict[str, str]:
    """Return language "ar" where the main script of all countries is Arabic, else nothing."""
    scripts = {read_country(country).get("script") for country in countries}
    return {"language": "ar"} if scripts == {"Arab"} else {}


def load_named_map(country: str = "sy") -> dict[str, Any]:
    """Return the named map of a country from the boundaries and places that ship.

    Raises BoundaryError where nothing ships for the country.
    """
    return make_named_map(load_boundaries(country), read_pack(country))


def _is_named(place: Named) -> bool:
    return place.lon is not None and place.lat is not None and place.kind not in AREA_KINDS


def _by_prominence(place: Named) -> tuple[int, int, int, str]:
    lesser = place.kind != "settlement"
    return -place.prominence, lesser, -(place.population or 0), str(place.place_id)


def _style(place: Named) -> int:
    if place.kind in SITE_KINDS:
        return SITE
    loose = place.kind != "settlement" or (place.uncertainty_km or 0) > LOOSE_KM
    return LOOSE if loose else TOWN


def _zoom(place: Named) -> int:
    """Return the map's zoom from which a name is written: 9 the largest, 11 all towns."""
    if place.kind in SITE_KINDS:
        return 11 if place.prominence > 1 else 12
    if place.prominence > 2 or (place.population or 0) >= 50_000:
        return 9
    return 10 if place.prominence > 1 or (place.population or 0) >= 10_000 else 11


def _local_of(feature: dict[str, Any], countries: Sequence[str]) -> str:
    facts = feature["properties"]
    local = local_name(facts, countries)
    return "" if local == facts.get("name") else local


def _local(place: Named, countries: Sequence[str]) -> str | int:
    local = local_of_place(place.name_local, place.name_ar, place.adm1_code, countries)
    if local in ("", place.name):
        return ""
    return AS_ARABIC if local == place.name_ar else local


def _columns(places: list[Named], countries: Sequence[str]) -> dict[str, list[Any]]:
    return {
        "lon": [round(place.lon or 0.0, DECIMALS) for place in places],
        "lat": [round(place.lat or 0.0, DECIMALS) for place in places],
        "name": [place.name for place in places],
        "name_ar": [place.name_ar or "" for place in places],
        "name_local": [_local(place, countries) for place in places],
        "zoom": [_zoom(place) for place in places],
        "style": [_style(place) for place in places],
    }


def _credit(places: list[Named]) -> str:
    sources = {source for place in places for source in place.sources}
    known = [
        f"{name} ({licence})"
        for name, licence in LICENCES.items()
        if any(source.startswith(name) for source in sources)
    ]
    return f"Places: {', '.join(known)}" if known else ""

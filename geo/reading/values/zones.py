"""Time zones of countries; times are taken to the local day."""

from __future__ import annotations

from functools import cache

from gazetteer.abroad import read_country
from gazetteer.world import find_iso3, world_names
from geo.land.country import read_country as read_known
from geo.reading.values.plain import plain_text

__all__ = ["HOME_ZONE", "find_country", "find_zone"]


def find_zone(country: str, home: str | None = None) -> str:
    """Return the time zone of a country by its name or code; `home` where it names none.

    "" where the country has several: its times keep the day as written. home: by default the
    zone of the country whose places ship.
    """
    code = read_country(country) or find_country(country)
    if code is None:
        return HOME_ZONE if home is None else home
    return _zone_of(code)


def find_country(text: str) -> str | None:
    """Return the two-letter code of a country by its name or code, None where it is none."""
    return _codes_of_countries().get(plain_text(text))


def _zone_of(code: str) -> str:
    """Return the zone that a country's own data choose, else its only one, else ""."""
    facts = read_known(code.lower())
    zones = facts.get("time_zones", ())
    return str(facts.get("time_zone") or (zones[0] if len(zones) == 1 else ""))


HOME_ZONE = _zone_of("SY")  # for rows that name no country


@cache
def _codes_of_countries() -> dict[str, str]:
    """Return two-letter codes by names and codes of countries, as plain texts."""
    codes: dict[str, str] = {}
    for name in world_names():
        if name.kind == "country" and name.country and (iso3 := find_iso3(name.country)):
            spellings = (*name.spellings, name.country, iso3)
            codes |= {plain_text(spelling): name.country for spelling in spellings}
    return codes

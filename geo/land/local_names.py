"""Names in the main script of their country: of what the base map draws, and of places.

The base map has them where they are neither the English nor the Arabic name; here is what the
local name of each feature is, for those who write it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from geo.land.country import read_country
from geo.land.world import read_towns, world_countries

__all__ = ["local_name", "local_of_place"]

_ARABIC = "Arab"  # ISO 15924; of a country of it the Arabic name is the local one


@cache
def _neighbours() -> Mapping[str, str]:
    """Return the local name of each country by its three letters."""
    facts = world_countries().values()
    return {one["iso3"]: one.get("name_local") or one["name"] for one in facts if one.get("iso3")}


@cache
def _towns() -> Mapping[int, str]:
    """Return the local name of each large town by its GeoNames id."""
    towns = read_towns()[["geonames", "name", "name_local"]]
    known = towns["name_local"].where(towns["name_local"].fillna("") != "", towns["name"])
    return dict(zip(towns["geonames"].astype(int), known.astype(str), strict=True))


@cache
def _is_arabic(country: str) -> bool:
    return read_country(country).get("script") == _ARABIC


def _in_script(facts: Mapping[str, Any], country: str) -> str:
    """Return the name in the script of a country: its own, the Arabic or the English one."""
    arabic = facts.get("name_ar") if _is_arabic(country) else None
    return str(facts.get("name_local") or arabic or facts.get("name") or "")


def _of_neighbour(facts: Mapping[str, Any], _: Sequence[str]) -> str:
    return _neighbours().get(str(facts.get("code")), str(facts.get("name") or ""))


def _of_town(facts: Mapping[str, Any], countries: Sequence[str]) -> str:
    number = facts.get("geonames")
    known = None if number is None or pd.isna(number) else _towns().get(int(number))
    return known or _in_script(facts, countries[0] if facts.get("home") else "")


def _of_area(facts: Mapping[str, Any], countries: Sequence[str]) -> str:
    own = str(facts.get("code") or "")[:2].lower()
    return _in_script(facts, own if own in countries else countries[0])


_BY_KIND: Mapping[str, Callable[[Mapping[str, Any], Sequence[str]], str]] = {
    "neighbour": _of_neighbour,
    "town": _of_town,
}


def local_name(facts: Mapping[str, Any], countries: Sequence[str]) -> str:
    """Return the local name of a feature of the base map, by its properties.

    countries: those of the base map, two letters each. The English name where the main script is
    Latin or no other name is known.

    >>> local_name({"kind": "neighbour", "code": "RUS", "name": "Russia"}, ("ua",))
    'Россия'
    """
    return _BY_KIND.get(str(facts.get("kind")), _of_area)(facts, countries)


def local_of_place(
    name_local: str | None, name_ar: str | None, code: str | None, countries: Sequence[str]
) -> str:
    """Return the local name of a place of the gazetteer, "" where it is none but the English one.

    code: that of its first-level area, which says the country.
    """
    own = (code or "")[:2].lower()
    named = {"name_local": name_local, "name_ar": name_ar}
    return _in_script(named, own if own in countries else countries[0])

"""Places: the record, its kinds, and the radius that a kind and a size deserve."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["AREA_KINDS", "PLACE_KINDS", "Place", "distance_km", "precision_of", "radius_of"]

PLACE_KINDS = (
    "settlement", "neighbourhood", "camp", "airport", "facility", "crossing", "dam", "mountain",
    "plain", "road", "area", "subdistrict", "district", "governorate", "country",
)  # fmt: skip
# Known only as an area of administration: counted on it, never a pin.
AREA_KINDS = ("subdistrict", "district", "governorate", "country")

_PRECISION = {
    "settlement": "settlement", "neighbourhood": "neighbourhood", "camp": "site",
    "airport": "site", "facility": "site", "crossing": "site", "dam": "site", "mountain": "area",
    "plain": "area", "road": "area", "area": "area",
}  # fmt: skip
# km; holds the true place 9 times in 10. Chosen by hand, checked in bench/gazetteer.py.
_RADIUS = {
    "neighbourhood": 1.0, "camp": 1.0, "airport": 2.0, "facility": 0.5, "crossing": 0.5,
    "dam": 1.0, "mountain": 10.0, "plain": 15.0, "road": 15.0, "area": 15.0,
}  # fmt: skip
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer record. lon, lat in degrees (EPSG:4326), radius in km."""

    place_id: str
    name: str
    kind: str
    lon: float | None = None
    lat: float | None = None
    uncertainty_km: float | None = None
    name_ar: str | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None
    adm2_code: str | None = None
    adm3_code: str | None = None
    population: int | None = None
    prominence: int = 0  # 0-3: how often strike reporting names it
    parent_id: str | None = None  # the place it is a part of
    spellings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


def precision_of(kind: str) -> str:
    """Return the precision that a place of a kind can give, in the words of the strikes table."""
    return kind if kind in AREA_KINDS else _PRECISION.get(kind, "settlement")


def radius_of(kind: str, population: int | None = None) -> float | None:
    """Return the radius in km of a place whose record has none; null for areas.

    A settlement without a known population counts as a village; one with a known population
    grows with the root of it, from 1.5 km to 8 km (two million).
    """
    if kind in AREA_KINDS:
        return None
    if kind != "settlement":
        return _RADIUS.get(kind, 2.0)
    if not population or population < 5_000:
        return 1.5
    return round(min(8.0, max(2.5, 8.0 * math.sqrt(population / 2_000_000))), 1)


def distance_km(one: Place, other: Place) -> float | None:
    """Return the distance of two places on the sphere, null where one has no point."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    south, north = math.radians(one.lat), math.radians(other.lat)
    half_lon = math.radians(other.lon - one.lon) / 2
    chord = math.sin((north - south) / 2) ** 2
    chord += math.cos(south) * math.cos(north) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))

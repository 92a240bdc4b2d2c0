"""Places: the record, its kinds, and the distance of two."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = [
    "ADMIN_KINDS",
    "AREA_KINDS",
    "EARTH_KM",
    "PLACE_KINDS",
    "Place",
    "distance_km",
    "precision_of",
]

PLACE_KINDS = (
    "settlement", "neighbourhood", "camp", "airport", "facility", "crossing", "dam", "mountain",
    "plain", "road", "area", "subdistrict", "district", "governorate", "country",
)  # fmt: skip
# Known only as an area of administration: counted on it, never a pin.
ADMIN_KINDS = ("subdistrict", "district", "governorate")  # of a governorate, by its code
AREA_KINDS = (*ADMIN_KINDS, "country")

_PRECISION = {
    "settlement": "settlement", "neighbourhood": "neighbourhood", "camp": "site",
    "airport": "site", "facility": "site", "crossing": "site", "dam": "site", "mountain": "area",
    "plain": "area", "road": "area", "area": "area",
}  # fmt: skip
EARTH_KM = 6371.0  # mean radius of the sphere


_CODERS = ("OCHA", "ISO")  # sources whose identifier is a code of areas


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
    added: bool = False  # by a table beside the pack
    variants: tuple[str, ...] = ()  # spellings that added tables alone give, as second names
    name_local: str | None = None  # in the country's main script, where that is not Latin
    further: tuple[str, ...] = ()  # spellings that the world's file alone gives, as second names

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that an area's sources give it: P-code (OCHA) and ISO 3166-2."""
        told = (source.partition(" ") for source in self.sources)
        return tuple(code for who, _, code in told if who in _CODERS and " " not in code)


def precision_of(kind: str) -> str:
    """Return the precision that a place of a kind can give, in the words of the strikes table."""
    return kind if kind in AREA_KINDS else _PRECISION.get(kind, "settlement")


def distance_km(one: Place, other: Place) -> float | None:
    """Return the distance of two places on the sphere, None where one has no point."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    south, north = math.radians(one.lat), math.radians(other.lat)
    half_lon = math.radians(other.lon - one.lon) / 2
    chord = math.sin((north - south) / 2) ** 2
    chord += math.cos(south) * math.cos(north) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))

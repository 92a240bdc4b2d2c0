"""Places: the record, and loading country packs and added tables into one gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AREA_KINDS", "PLACE_KINDS", "Place"]

PLACE_KINDS = (
    "settlement", "neighbourhood", "camp", "airport", "facility", "crossing", "dam", "mountain",
    "plain", "road", "area", "subdistrict", "district", "governorate", "country",
)  # fmt: skip
# Known only as an area of administration: counted on it, never a pin.
AREA_KINDS = ("subdistrict", "district", "governorate", "country")


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

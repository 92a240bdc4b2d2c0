"""A place while tables of places are read and merged."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["EXCLUDED", "Draft"]

EXCLUDED = "excluded"  # kind of a hand-made row that takes the record of its id away


@dataclass(slots=True)
class Draft:
    """A place while it is read and merged; becomes a Place. lon, lat in degrees, radius in km.

    row: where it stands in its file, for messages; 0 where that is not known. whole_code,
    whole_name, whole_name_ar: the town that its file says a quarter lies in.
    """

    place_id: str
    name: str
    kind: str = "settlement"
    lon: float | None = None
    lat: float | None = None
    uncertainty_km: float | None = None
    name_ar: str | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None
    adm2_code: str | None = None
    adm2_name: str | None = None
    adm2_name_ar: str | None = None
    adm3_code: str | None = None
    adm3_name: str | None = None
    adm3_name_ar: str | None = None
    population: int | None = None
    prominence: int = 0
    parent_id: str | None = None
    spellings: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    note: str | None = None
    gn_id: str | None = None
    seat: int = 0  # 3 capital, 2 seat of a governorate or district, 1 of a subdistrict
    row: int = 0
    whole_code: str | None = None
    whole_name: str | None = None
    whole_name_ar: str | None = None
    added: bool = False  # by a table beside the first
    variants: list[str] = field(default_factory=list)  # second names of added tables
    further: list[str] = field(default_factory=list)  # second names of the world's file
    name_local: str | None = None  # in the country's main script, where that is not Latin

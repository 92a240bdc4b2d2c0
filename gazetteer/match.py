"""The ladder: a name and its context to a Match."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.places import Place

__all__ = ["Match"]


@dataclass(frozen=True, slots=True)
class Match:
    """What the gazetteer answers to a name: always one of these, never None, never a guess."""

    name: str  # as asked
    method: str  # exact, spelling, nearby, online, ambiguous, vague, none
    score: float | None  # 0-1, calibrated; null where nothing was matched
    reason: str  # one line a person understands
    precision: str  # a word of geo.schema.STATUS_OF_PRECISION
    place: Place | None = None  # null for ambiguous, vague, none
    lon: float | None = None  # degrees; null unless located
    lat: float | None = None
    uncertainty_km: float | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None
    rivals: tuple[Place, ...] = ()  # best first

    @property
    def location_status(self) -> str:
        """Return located, area_only or unlocated."""
        if self.lon is not None:
            return "located"
        area = self.precision in ("subdistrict", "district", "governorate")
        return "area_only" if area else "unlocated"

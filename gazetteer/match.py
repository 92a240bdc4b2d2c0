"""The ladder's answer: a Match, and the words it gives as its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gazetteer.places import ADMIN_KINDS, AREA_KINDS, Place, precision_of
from gazetteer.radii import SURROUNDINGS_KM, named_after

__all__ = ["Match", "answer_none", "answer_place", "answer_rivals", "coarsen", "name_as_asked"]


@dataclass(frozen=True, slots=True)
class Match:
    """What the gazetteer answers to a name: always one of these, never None, never a guess.

    >>> from gazetteer import load_gazetteer
    >>> match = load_gazetteer("sy").match("Al Latamneh", governorate="Hama")
    >>> match.place.name, match.method, match.precision, match.uncertainty_km
    ('Al-Lataminah', 'exact', 'settlement', 2.0)
    """

    name: str  # as asked
    method: str  # exact, spelling, nearby, online, ambiguous, vague, none
    score: float | None  # how often such a point is within 5 km; None where nothing was matched
    reason: str  # one line a person understands
    precision: str  # a word of geo.strikes.schema.STATUS_OF_PRECISION
    place: Place | None = None  # None for ambiguous, vague, none
    lon: float | None = None  # degrees; None unless located
    lat: float | None = None
    uncertainty_km: float | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None
    rivals: tuple[Place, ...] = ()  # best first
    members: tuple[Place, ...] = ()  # of a name that holds several places, as named
    share: float | None = None  # the ladder's own, before calibration

    @property
    def likelihood(self) -> float:
        """Return what decisions about the answer go by: its share, which no calibration moves."""
        return (self.score or 0.0) if self.share is None else self.share

    @property
    def location_status(self) -> str:
        """Return located, area_only or unlocated."""
        if self.lon is not None:
            return "located"
        area = self.precision in ADMIN_KINDS
        return "area_only" if area else "unlocated"


def answer_none(name: str, reason: str, *, method: str = "none") -> Match:
    """Return the answer that places nothing: method none or vague."""
    return Match(name, method, None, reason, "unknown")


def answer_rivals(name: str, reason: str, rivals: tuple[Place, ...]) -> Match:
    """Return the answer that several places fit alike; none of them is chosen."""
    return Match(name, "ambiguous", None, reason, "unknown", rivals=rivals)


def coarsen(place: Place, hint: str | None) -> tuple[str | None, float | None]:
    """Return the precision and radius of a place where the name says something else of it.

    "X hospital" and "X air base", met only by the town X, are near it; "X area" is wider than
    X; "X subdistrict" is counted on the subdistrict, not pinned on its seat. None: the place's own.
    """
    if hint is None or place.kind not in ("settlement", "neighbourhood", "camp"):
        return None, None
    if hint in ("subdistrict", "governorate") or (
        hint == "district" and place.kind == "settlement"
    ):
        return (hint, None) if place.adm1_code else ("unknown", None)
    around = named_after(hint, place.uncertainty_km)
    if around is not None and hint != place.kind:
        return "near", around
    if hint in ("area", "mountain", "plain"):
        return "area", max(SURROUNDINGS_KM, place.uncertainty_km or 0.0)
    return None, None


def answer_place(
    name: str,
    place: Place,
    reason: str,
    *,
    method: str,
    score: float,
    share: float | None = None,
    precision: str | None = None,
    radius_km: float | None = None,
    rivals: tuple[Place, ...] = (),
) -> Match:
    """Return the answer that a place is meant; areas of administration get no point."""
    precision = precision or precision_of(place.kind)
    if place.lon is None and place.kind not in AREA_KINDS:
        precision, reason = "unknown", f"{reason}; a road or wide land, no one point"
    if precision in ADMIN_KINDS and not place.adm1_code:
        precision, reason = "unknown", f"{reason}; {_say_uncoded(place)}"
    area = place.kind in AREA_KINDS or precision in (*AREA_KINDS, "unknown")
    return Match(
        name,
        method,
        score,
        reason,
        precision,
        place,
        None if area else place.lon,
        None if area else place.lat,
        None if area else (radius_km or place.uncertainty_km),
        place.adm1_code,
        place.adm1_name,
        rivals,
        share=share,
    )


def _say_uncoded(place: Place) -> str:
    named = f"the {place.kind} {place.place_id}"
    return f"{named} has no adm1_code in its table: it is counted on no area; fill it in there"


def name_as_asked(match: Match, name: object) -> Match:
    """Return a match under the name as it was asked."""
    asked = name if isinstance(name, str) else ""
    return match if match.name == asked else replace(match, name=asked)

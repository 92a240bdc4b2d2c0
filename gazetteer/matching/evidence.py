"""Evidence: what a name's surroundings say for or against a place, in log-odds.

The stated governorate is evidence, never a filter: reports write "Damascus" for its countryside,
spell governorates many ways, and some are wrong.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gazetteer.matching.scoring import Weights
from gazetteer.places import AREA_KINDS, Place, distance_km

__all__ = [
    "OUTSIDE",
    "Context",
    "Neighbours",
    "cap_score",
    "compare_governorates",
    "find_borders",
    "lies_elsewhere",
    "lies_in",
    "weigh_evidence",
]

CELL = 0.15  # degrees
INSIDE_KM = 15.0  # a part lies within this of its whole's point
NEARBY_KM = 15.0  # how far the places of one file support each other
MOST = 1.5  # so far, up and down, the spread of a file over governorates counts
FEW_PLACES = 60  # in a file with more, nearness to some place says little
# Outside the stated governorate, and the most that a place there scores: so many are right.
OUTSIDE = {"other_governorate": 0.55, "border_governorate": 0.75}
_LIVED_IN = ("settlement", "neighbourhood", "camp")
_FITTING = {
    "facility": ("airport", "crossing", "dam", "facility"),
    "airport": ("facility",),
    "mountain": ("area",),
    "area": ("plain", "mountain", "area"),
}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The sure places of one file: how many in each governorate, and where."""

    governorates: Counter[str]
    places: tuple[Place, ...]
    in_country: int  # governorates that the country has

    @classmethod
    def of(cls, places: Iterable[Place], in_country: int) -> Neighbours:
        """Count places, each once, in a country of so many governorates."""
        once = tuple({place.place_id: place for place in places}.values())
        return cls(Counter(p.adm1_code for p in once if p.adm1_code), once, max(in_country, 1))


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a name besides its spelling."""

    adm1_code: str | None = None  # stated, by the row or in the name
    related: frozenset[str] = frozenset()  # governorates taken for the stated one
    codes_around: Mapping[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    hint: str | None = None  # a place kind that the name says
    wholes: tuple[Place, ...] = ()  # places that the name says it lies in
    whole_codes: frozenset[str] = frozenset()  # governorates that the name says it lies in
    whole_rivals: tuple[Place, ...] = ()  # every place listed by the words for where it lies
    unknown_whole: bool = False  # the name says it lies in something that is not listed
    aliases: frozenset[str] = field(default=frozenset())  # ids that the name's other half means
    others: tuple[Place, ...] = ()  # surely meant by the name's other half
    neighbours: Neighbours | None = None


def weigh_evidence(place: Place, context: Context, weights: Weights) -> float:
    """Return the log-odds that the context adds to a place."""
    found = _weigh_kind(place, context.hint, weights)
    code = place.adm1_code
    compared = compare_governorates(place, context)
    if compared is not None:
        found += weights[compared]
    if context.whole_codes and code:
        inside = code in context.whole_codes
        found += weights["governorate" if inside else "other_governorate"]
    if place.place_id in context.aliases:
        found += weights["alias"]
    elif context.wholes:
        found += max(_weigh_whole(place, whole, weights) for whole in context.wholes)
    if context.neighbours:
        found += _weigh_neighbours(place, context.neighbours, weights)
    return found


def compare_governorates(place: Place, context: Context) -> str | None:
    """Return which weight the stated governorate has for a place, None if one is unknown."""
    if not place.adm1_code or not context.adm1_code:
        return None
    if place.adm1_code == context.adm1_code:
        return "governorate"
    if place.adm1_code in context.related:
        return "related_governorate"
    at_border = context.adm1_code in context.codes_around.get(cell_of(place), ())
    return "border_governorate" if at_border else "other_governorate"


def cap_score(score: float, place: Place, context: Context) -> float:
    """Return a score, lowered where the place lies outside the stated governorate."""
    return min(score, OUTSIDE.get(compare_governorates(place, context) or "", 1.0))


def lies_elsewhere(place: Place, context: Context) -> bool:
    """Say whether a place lies in none of the places that the name says it lies in."""
    if not context.wholes or place.lon is None or place.place_id in context.aliases:
        return False
    if place.adm1_code in context.whole_codes and context.hint != "facility":
        return False
    return not any(
        lies_in(place, whole) or _same_area(place, whole)
        for whole in (*context.wholes, *context.whole_rivals)
    )


def cell_of(place: Place) -> tuple[int, int]:
    """Return the grid cell of a place's point, about 15 km wide."""
    if place.lon is None or place.lat is None:
        return (-999, -999)
    return int(place.lon / CELL), int(place.lat / CELL)


def find_borders(places: Iterable[Place]) -> dict[tuple[int, int], frozenset[str]]:
    """Return for each cell the governorates of the places in it and in the cells around it."""
    own: dict[tuple[int, int], set[str]] = {}
    for place in places:
        if place.lon is not None and place.adm1_code:
            own.setdefault(cell_of(place), set()).add(place.adm1_code)
    steps = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return {
        (x, y): frozenset().union(*(own.get((x + i, y + j), ()) for i, j in steps)) for x, y in own
    }


def _weigh_kind(place: Place, hint: str | None, weights: Weights) -> float:
    area = place.kind in AREA_KINDS
    if hint is None:
        return weights["area"] if area else 0.0
    if place.kind == hint:
        return weights["area_hint" if area else "hint"]
    if hint in AREA_KINDS or area:
        soft = hint == "district" and place.kind in _LIVED_IN
        return weights["area"] if soft else 2 * weights["area"]
    if hint == "neighbourhood":
        return 0.0 if place.kind == "camp" else weights["no_neighbourhood"]
    if hint in _LIVED_IN and place.kind in _LIVED_IN:
        return 0.0
    if place.kind in _LIVED_IN:
        return weights["named_after"]
    return 0.0 if place.kind in _FITTING.get(hint, ()) else weights["other_hint"]


def _weigh_whole(place: Place, whole: Place, weights: Weights) -> float:
    if place.place_id == whole.place_id:
        return 0.0
    if lies_in(place, whole):
        return weights["inside"]
    return weights["same_area" if _same_area(place, whole) else "outside"]


def lies_in(place: Place, whole: Place) -> bool:
    """Say whether a place is a part of another, or lies where its parts lie."""
    if place.parent_id == whole.place_id:
        return True
    apart = distance_km(place, whole)
    return apart is not None and apart <= max(INSIDE_KM, 1.5 * (whole.uncertainty_km or 0.0))


def _same_area(one: Place, other: Place) -> bool:
    """Say whether two places share their district, or their governorate where one has none."""
    if one.adm2_code is not None and other.adm2_code is not None:
        return one.adm2_code == other.adm2_code
    return one.adm1_code is not None and one.adm1_code == other.adm1_code


def _weigh_neighbours(place: Place, neighbours: Neighbours, weights: Weights) -> float:
    total = sum(neighbours.governorates.values())
    found = 0.0
    if place.adm1_code and total:
        # Half a place more in each, so that one without any is unlikely, not impossible.
        every = neighbours.in_country
        share = (neighbours.governorates[place.adm1_code] + 0.5) / (total + 0.5 * every)
        log_ratio = math.log(every * share)  # to an even spread over the country
        found += weights["file_governorate"] * max(-MOST, min(MOST, log_ratio))
    if len(neighbours.places) <= FEW_PLACES and any(
        (distance_km(place, other) or 0.0 if other.lon is not None else 99.0) <= NEARBY_KM
        for other in neighbours.places
        if other.place_id != place.place_id and place.lon is not None
    ):
        found += weights["file_nearby"]
    return found

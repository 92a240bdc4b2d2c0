"""Evidence: what a name's surroundings say for or against a place, in log-odds.

The stated governorate is evidence, never a filter: reports write "Damascus" for its countryside,
spell governorates many ways, and some are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gazetteer.matching.beside.districts import StatedArea, compare_area
from gazetteer.matching.beside.neighbours import Neighbours, weigh_neighbours
from gazetteer.matching.beside.second import SecondName
from gazetteer.matching.scoring import Weights
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.spelling.names import fold, glue

__all__ = [
    "OUTSIDE",
    "Context",
    "Wholes",
    "cap_score",
    "compare_governorates",
    "find_borders",
    "find_contradicted",
    "is_other_capital",
    "lies_elsewhere",
    "lies_in",
    "must_doubt",
    "weigh_evidence",
    "weigh_governorate",
]

CELL = 0.15  # degrees
INSIDE_KM = 15.0  # a part lies within this of its whole's point
KNOWN_TO_ALL = 3  # prominence
BORDER_KM = 12.0  # so near to places of the stated governorate reports take one for the other
_BORDER_LAT = 0.11  # degrees of latitude: a little more than that
# Outside the stated governorate, and the most that a place there scores: so many are right of the
# names that calibrations are fitted on (tools/packs/build_weights.py); those near its border are
# spelled farther off.
OUTSIDE = {
    "other_governorate": 0.45, "border_governorate": 0.25, "other_district": 0.45,
    "other_subdistrict": 0.45,
}  # fmt: skip
_OF_TOWNS = ("neighbourhood", "facility")  # kinds that a town has, and the country around it less
_LIVED_IN = ("settlement", "neighbourhood", "camp")
_FITTING = {
    "facility": ("airport", "crossing", "dam", "facility"),
    "airport": ("facility",),
    "mountain": ("area",),
    "area": ("plain", "mountain", "area"),
}


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
    seats: frozenset[str] = frozenset()  # ids of wholes that may mean their governorate instead
    unknown_whole: bool = False  # the name says it lies in something that is not listed
    aliases: frozenset[str] = field(default=frozenset())  # ids that the name's other half means
    others: tuple[Place, ...] = ()  # surely meant by the name's other half
    neighbours: Neighbours | None = None
    group: Neighbours | None = None  # of them those whose rows belong with this one
    areas: tuple[StatedArea, ...] = ()  # districts and subdistricts that the row states
    second: SecondName | None = None  # the name in another language

    @property
    def says_more(self) -> bool:
        """Whether more is known beside the name's spelling than the stated governorate."""
        return bool(
            self.hint or self.wholes or self.whole_codes or self.aliases
            or self.neighbours or self.group or self.areas
        )  # fmt: skip

    def with_type(self) -> Context:
        """Return the same for a name whose type words are a part of it."""
        return replace(self, second=self.second.with_type) if self.second else self


@dataclass(slots=True)
class Wholes:
    """What the words for where a name lies may mean."""

    codes: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    seats: set[str] = field(default_factory=set)  # ids of those that may mean their governorate
    meant: list[Place] = field(default_factory=list)  # listed by just these words
    areas: list[StatedArea] = field(default_factory=list)  # districts and subdistricts
    unnamed: bool = True  # the words are none, or name only a type or the country

    def take(self, said: StatedArea) -> None:
        """Take in that a name says that it lies in a district or subdistrict."""
        self.areas.append(said)
        self.codes |= {said.adm1_code} if said.adm1_code else set()


def weigh_evidence(
    place: Place, context: Context, weights: Weights, *, exact: bool = True
) -> float:
    """Return the log-odds that the context adds to a place; exact: it is listed as spelled."""
    found = _weigh_kind(place, context.hint, weights)
    code = place.adm1_code
    compared = compare_governorates(place, context)
    if compared is not None:
        found += weights[compared]
    # Said twice, by the row and in the name, a governorate counts once.
    if context.whole_codes and code and context.adm1_code not in context.whole_codes:
        inside = code in context.whole_codes
        found += weights["governorate" if inside else "other_governorate"]
    # Of "X, Y" where X is listed elsewhere, Y is hardly meant twice.
    itself = not exact and place in (*context.wholes, *context.whole_rivals)
    if place.place_id in context.aliases and not itself:
        found += weights["alias"]
    elif context.wholes:
        found += max(
            _weigh_whole(place, whole, context, weights, exact=exact) for whole in context.wholes
        )
    if context.neighbours:
        found += weigh_neighbours(place, context.neighbours, weights)
    if context.group:
        found += weigh_neighbours(place, context.group, weights, of="group")
    for area in context.areas:
        said = compare_area(place, area)
        found += weights[said] if said is not None else 0.0
    return found


def weigh_governorate(place: Place, context: Context, weights: Weights) -> float:
    """Return `weigh_evidence` where at most a governorate is known, in less time."""
    found = weights["area"] if place.kind in AREA_KINDS else 0.0
    compared = compare_governorates(place, context)
    return found if compared is None else found + weights[compared]


def compare_governorates(place: Place, context: Context) -> str | None:
    """Return which weight the stated governorate has for a place, None if one is unknown."""
    stated, own = context.adm1_code, place.adm1_code
    if not stated:
        return None
    if own == stated:
        return "governorate"
    if own and own in context.related:
        return "related_governorate"
    around = context.codes_around.get(cell_of(place), frozenset())
    if not own:  # a table may leave it out: where its point lies says it
        return "other_governorate" if around and stated not in around else None
    return "border_governorate" if stated in around else "other_governorate"


def cap_score(score: float, place: Place, context: Context) -> float:
    """Return a score, lowered where the place lies outside the stated governorate or district."""
    compared = [compare_governorates(place, context)]
    compared += [compare_area(place, area) for area in context.areas]
    return min(score, *(OUTSIDE.get(word or "", 1.0) for word in compared))


def find_contradicted(place: Place, context: Context) -> str | None:
    """Return the kind of the widest stated area that a place lies outside of; None for none."""
    if compare_governorates(place, context) in OUTSIDE:
        return "governorate"
    outside = {area.kind for area in context.areas if compare_area(place, area) in OUTSIDE}
    return min(outside, default=None)  # a district is wider than a subdistrict


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


def is_other_capital(place: Place, context: Context) -> bool:
    """Say whether a place gives its name to another governorate than is stated, far from it.

    Nothing says which of the two is wrong.
    """
    names = place.kind == "settlement" and place.name == place.adm1_name
    return names and compare_governorates(place, context) == "other_governorate"


def must_doubt(
    best: Place, context: Context, *, exact: bool, spelling: str, listed: Iterable[Place]
) -> bool:
    """Say whether a namesake where the name is said to lie may be meant that is left out.

    spelling: the listed one that was met, glued, and exact whether it is the name's own; listed:
    every place of the selection. A place that all know is taken for misstated, by its own name.
    """
    if context.unknown_whole or lies_elsewhere(best, context):
        return True
    contradicted = find_contradicted(best, context)
    if contradicted is None:
        return False
    if best.prominence >= KNOWN_TO_ALL and _is_own_name(spelling, best):
        return False
    may_border = exact and contradicted == "governorate"
    return not (may_border and _is_at_border(best, context.adm1_code, listed))


def _is_own_name(spelling: str, place: Place) -> bool:
    return spelling in {glue(fold(name)) for name in (place.name, place.name_ar) if name}


def _is_at_border(place: Place, adm1_code: str | None, listed: Iterable[Place]) -> bool:
    """Say whether a listed place of a governorate lies near a place of another."""
    if place.lat is None:
        return False
    south, north = place.lat - _BORDER_LAT, place.lat + _BORDER_LAT
    near = (
        other for other in listed
        if other.adm1_code == adm1_code and other.lat is not None and south <= other.lat <= north
    )  # fmt: skip
    apart = (distance_km(place, other) for other in near)
    return any(km is not None and km <= BORDER_KM for km in apart)


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
    if hint == "district" and place.kind in ("area", "mountain", "plain"):
        return 0.0  # Arabic has one word for a district and for any area
    if hint in AREA_KINDS or area:
        # Districts and subdistricts are called after the towns that are their seats.
        soft = hint in ("district", "subdistrict") and place.kind in _LIVED_IN
        return weights["area"] if soft else 2 * weights["area"]
    if hint == "neighbourhood":
        return 0.0 if place.kind == "camp" else weights["no_neighbourhood"]
    if hint in _LIVED_IN and place.kind in _LIVED_IN:
        return 0.0
    if place.kind in _LIVED_IN:
        return weights["named_after"]
    return 0.0 if place.kind in _FITTING.get(hint, ()) else weights["other_hint"]


def _weigh_whole(
    place: Place, whole: Place, context: Context, weights: Weights, *, exact: bool
) -> float:
    if place.place_id == whole.place_id:
        return 0.0 if exact else weights["in_governorate_unlike"]
    if lies_in(place, whole):
        return weights["inside" if exact else "inside_unlike"]
    in_governorate = whole.place_id in context.seats and place.adm1_code in context.whole_codes
    if in_governorate and context.hint not in _OF_TOWNS:
        return weights["in_governorate" if exact else "in_governorate_unlike"]
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

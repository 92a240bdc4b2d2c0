"""Nested names: which of two listed names lies in the other, in whatever order they are said.

"Part, town" is the rule; "town, part" is read by which of the two is the smaller. Two towns of
which neither holds the other are several places, with a comma or a dash between them; "town - town"
of which the second is the smaller are two. "Part (town)" says it itself.
"""

from __future__ import annotations

import math

from gazetteer.match import Match, answer_place, answer_rivals, coarsen
from gazetteer.matching.calibration import calibrate
from gazetteer.matching.evidence import Context, lies_in
from gazetteer.matching.ranking import LEAST_SHARE, Candidate, Ranker
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.matching.reasons import list_places
from gazetteer.matching.scoring import renown
from gazetteer.matching.several import TOGETHER_KM, join_places
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import Parts, read_parts

__all__ = ["read_nested"]

BESIDE_KM = 25.0  # how far from a town what is called a part of it may lie
NEIGHBOURS_KM = 12.0  # of villages of one subdistrict that are named together
CLEARLY = 0.5  # renown by which a town is the larger of two
TIMES = 2.0  # or its population, where both are as renowned
KNOWN = 1.0  # renown of a town that is named for its own sake
KNOWN_FAR = 2.0  # the same of two that lie far apart
FEW = 5_000  # inhabitants, where none are known
_PARTS = ("neighbourhood", "facility", "camp", "airport", "crossing", "dam")


def read_nested(asked: str, parts: Parts, context: Context, ranker: Ranker) -> Match | None:
    """Answer to "town, part", or with the area that holds both of two towns.

    None where the name says its part first, or the two are not both listed towns.
    """
    said = _find_said(parts, ranker)
    first = _first_of(ranker.rank_parts(parts, context), said, context) if said else None
    if first is None:
        return None
    town = min(said, key=lambda place: _apart(place, first.place))
    score = calibrate(first.share, exact=True, whole_country=ranker.lists_whole_country)
    if parts.by_dashes:
        return _answer_dashed(asked, first.place, town, ranker, score=score)
    if _is_seat(town, first.place, ranker):
        return None
    if _is_part(town, first.place, said_first=False):
        return _answer_part(asked, parts, town, first, score=score)
    if _is_whole(town, first.place, ranker):
        return None
    return _answer_both(asked, (first.place, town), ranker, score=score)


def _answer_both(asked: str, both: tuple[Place, Place], ranker: Ranker, *, score: float) -> Match:
    """Answer with the area that holds two towns, or ambiguous where they lie far apart."""
    if _apart(*both) > TOGETHER_KM:
        reason = f"names two places, and neither lies in the other: {list_places(both)}"
        return answer_rivals(asked, reason, both)
    return join_places(asked, both, ranker.places, score=score)


def _answer_dashed(
    asked: str, first: Place, second: Place, ranker: Ranker, *, score: float
) -> Match | None:
    """Answer to "town - town"; None where the second holds the first, or may do so.

    Of two far apart one may be a village on no list that shares its name: only known ones are two.
    """
    if second.kind != "settlement" or first.parent_id == second.place_id:
        return None
    if _apart(first, second) > TOGETHER_KM and min(renown(first), renown(second)) < KNOWN_FAR:
        return None
    if first.adm3_code is not None and first.adm3_code == second.adm3_code:
        larger = (second.population or 0) > (first.population or FEW)
        if larger or _apart(first, second) > NEIGHBOURS_KM:
            return None  # a village and the seat of its subdistrict
    elif not _is_part(second, first, said_first=False) and _is_whole(second, first, ranker):
        return None
    return _answer_both(asked, (first, second), ranker, score=score)


def _answer_part(asked: str, parts: Parts, place: Place, town: Candidate, *, score: float) -> Match:
    """Answer with the place that lies by the town that is said before it."""
    precision, radius = coarsen(place, read_parts(parts.wholes[0]).hint)
    reason = f"listed spelling of {list_places((place,))}; the smaller of the two, by"
    return answer_place(
        asked, place, f"{reason} {town.place.name}", method="exact", score=score, share=town.share,
        precision=precision, radius_km=radius,
    )  # fmt: skip


def _find_said(parts: Parts, ranker: Ranker) -> list[Place]:
    """Return the places that the first whole of a name says by a listed spelling."""
    if not (parts.by_commas or parts.by_dashes) or parts.hint not in (None, "settlement"):
        return []
    if ranker.governorates.find(parts.wholes[0]) is not None:
        return []
    whole = read_parts(parts.wholes[0])
    named = () if whole.hint in AREA_KINDS else find_named(whole.head, ranker)
    return [place for place in named if place.lon is not None]


def _first_of(ranked: list[Candidate], said: list[Place], context: Context) -> Candidate | None:
    """Return the settlement that the name says first, by a listed spelling."""
    best = ranked[0] if ranked else None
    if best is None or not best.exact or best.share < LEAST_SHARE:
        return None
    same = best.place in said or best.place.place_id in context.aliases
    return None if same or best.place.kind != "settlement" else best


def _apart(one: Place, other: Place) -> float:
    apart = distance_km(one, other)
    return math.inf if apart is None else apart


def _is_part(place: Place, town: Place, *, said_first: bool) -> bool:
    """Say whether a place lies by a town and is the smaller of the two.

    A town said first is turned round only where it is clear that it is no village of the other's
    subdistrict.
    """
    if _apart(place, town) > BESIDE_KM or place.adm1_code != town.adm1_code:
        return False
    if place.kind in _PARTS or place.parent_id == town.place_id:
        return True
    lead = renown(town) - renown(place)
    shared = place.adm3_code is not None and place.adm3_code == town.adm3_code
    if abs(lead) >= CLEARLY or (shared and not said_first):
        return lead >= CLEARLY
    return (town.population or FEW) >= TIMES * (place.population or FEW)


def _is_seat(town: Place, place: Place, ranker: Ranker) -> bool:
    """Say whether a town gives its name to the district or subdistrict that a place lies in.

    "Salqin, Harem" is the town and its district, though Harem is the smaller of the two.
    """
    if town.kind != "settlement":
        return False
    codes = {code for code in (place.adm2_code, place.adm3_code) if code}
    holding = (
        area for area in ranker.places
        if (area.kind == "district" and area.adm2_code in codes)
        or (area.kind == "subdistrict" and area.adm3_code in codes)
    )  # fmt: skip
    return any(read_parts(area.name).head == fold(town.name) for area in holding)


def _is_whole(town: Place, place: Place, ranker: Ranker) -> bool:
    """Say whether a place may be named as what holds another: near it, or the seat of its area.

    Two known towns side by side, as large as each other, do not hold each other.
    """
    if town.kind not in ("settlement", "neighbourhood"):
        return True
    if min(renown(town), renown(place)) >= KNOWN and not _is_part(place, town, said_first=True):
        return False
    if lies_in(place, town) or (place.adm3_code and place.adm3_code == town.adm3_code):
        return True
    seats = (p for p in ranker.places if p.kind in ("district", "subdistrict"))
    return any(
        area.name == town.name and area.adm2_code in (None, place.adm2_code) for area in seats
    )

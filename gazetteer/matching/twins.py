"""Twins: places of one governorate that a name fits alike, so that none of them is chosen.

Those that lie together are one answer between them, near enough to hold them all; nearer still,
two records are one place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from gazetteer.match import Match
from gazetteer.matching.beside.codes import area_code
from gazetteer.matching.evidence import Context, weigh_evidence
from gazetteer.matching.ranking import Candidate, Ranker
from gazetteer.matching.reasons import list_places
from gazetteer.matching.scoring import load_weights, renown
from gazetteer.places import AREA_KINDS, Place, distance_km
from gazetteer.radii import UNKNOWN_KM, share_held
from gazetteer.spelling.names import glue_listed

__all__ = ["find_twins", "is_one_place", "join_twins", "lead_abroad", "lead_over"]

TWIN_LEAD = 2.2  # times as likely as its twin; less says little where nothing else tells them apart
# The same by renown alone: of places named now and then (1) so much likelier than a twin 62 in 100
# were meant, of those named often (2) 75.
RENOWN_LEADS = ((2.0, 3.0), (1.0, 5.0))
TOWN = 5_000  # inhabitants known of a place that is no twin's like
MORE_TABLES = 2.3  # as many times more likely a place of two added tables is, and not its name
MANY = 0.7  # of several twins, by how much each counts
LIKELY = 5.0  # times as likely as this and more, a namesake is no twin
TIMES_LARGER = 50  # a village is no twin of a city that has so many times its people
SAME_PLACE_KM = 3.0  # rivals this near are one answer: the radius covers both
SAME_PLACE_LAT = 0.03  # degrees of latitude; more is farther
TOGETHER_KM = 9.0  # twins this near are one answer
ALIKE = 0.5  # log-odds of spelling


def find_twins(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidate and those of its governorate that are spelled as well."""
    best = ranked[0]
    if best.place.kind in AREA_KINDS or best.place.lon is None or best.place.adm1_code is None:
        return [best]
    besides = _has_besides(best)
    return [c for c in ranked if c is best or _is_twin(c, best, besides=besides)]


def lead_abroad(best: Candidate, others: Sequence[Candidate], context: Context) -> float:
    """Return the share that the best must have before namesakes of other governorates.

    Where the name is all that is said, in a selection: so near to each other the lesser is meant as
    often. Of a whole country's list it costs five right ones for each wrong (UCDP GED).
    """
    said = context.adm1_code or context.wholes or context.areas or context.neighbours
    if said or context.group or context.whole_codes or best.place.kind in AREA_KINDS:
        return 0.0
    alike = (
        c.share for c in others
        if c.exact and c.place.kind not in AREA_KINDS and c.place.adm1_code != best.place.adm1_code
        and not _is_far_larger(best.place, c.place)
    )  # fmt: skip
    return TWIN_LEAD * max(alike, default=0.0) if best.exact else 0.0


def lead_over(twins: Sequence[Candidate], context: Context, ranker: Ranker) -> float:
    """Return the share that the best candidate must have to be chosen before its twins."""
    if not twins[1:]:
        return 0.0
    best = twins[0].place
    usual = _lead_by_renown(best)
    usual = TWIN_LEAD if usual != TWIN_LEAD and _is_town(best, ranker) else usual
    leads = [
        twin.share * _unfairly(best, twin.place)
        * (TWIN_LEAD if _is_told_apart(best, twin.place, context) else usual)
        for twin in twins[1:]
    ]  # fmt: skip
    return max(*leads, MANY * sum(leads))


def _is_told_apart(best: Place, twin: Place, context: Context) -> bool:
    """Say whether more than renown speaks for the best: its row, its name, the places around."""
    weights = load_weights()
    return weigh_evidence(best, context, weights) > weigh_evidence(twin, context, weights)


def _lead_by_renown(best: Place) -> float:
    own = renown(best)
    return next((lead for least, lead in RENOWN_LEADS if own >= least), TWIN_LEAD)


def _is_town(place: Place, ranker: Ranker) -> bool:
    """Say whether a place is known as a town: by its people, or as the seat of its subdistrict."""
    if (place.population or 0) >= TOWN:
        return True
    area = ranker.districts.find_named(place.name, "subdistrict", place.adm1_code)
    return area is not None and area_code(area) in (place.adm2_code, place.adm3_code)


def _unfairly(best: Place, twin: Place) -> float:
    """Return how many times too likely the best is for being in a further table than its twin."""
    more = best.added and len(best.sources) > 1 and twin.sources == best.sources[:1]
    return MORE_TABLES if more else 1.0


def _is_twin(one: Candidate, best: Candidate, *, besides: bool) -> bool:
    if one.share * LIKELY < best.share or one.place.adm1_code != best.place.adm1_code:
        return False
    if one.place.kind in AREA_KINDS or (not besides and _is_far_larger(best.place, one.place)):
        return False
    return one.place.lon is not None and abs(one.spelling_odds - best.spelling_odds) <= ALIKE


def _has_besides(best: Candidate) -> bool:
    """Say whether a name is none of a place's own: a city's size speaks for its own names alone."""
    place, met = best.place, best.spelling
    if met not in {glue_listed(name) for name in place.further}:
        return False
    own = {place.name, place.name_local or "", *place.spellings} - {*place.further}
    return met not in set(map(glue_listed, own))


def _is_far_larger(one: Place, other: Place) -> bool:
    return (one.population or 0) >= TIMES_LARGER * (other.population or math.inf)


def is_one_place(one: Place, other: Place) -> bool:
    """Say whether two candidates are one answer: near each other, or areas that share a name."""
    if one.place_id == other.place_id:
        return True
    if one.kind in AREA_KINDS or other.kind in AREA_KINDS:
        return one.kind in AREA_KINDS and other.kind in AREA_KINDS and _holds(one, other)
    if one.lat is None or other.lat is None or abs(one.lat - other.lat) > SAME_PLACE_LAT:
        return False
    apart = distance_km(one, other)
    return apart is not None and apart <= SAME_PLACE_KM


def _holds(one: Place, other: Place) -> bool:
    return one.adm1_code is not None and one.adm1_code == other.adm1_code


def join_twins(asked: str, twins: Sequence[Candidate], *, score: float) -> Match | None:
    """Return the answer between twins that lie together, None where they do not."""
    places = [twin.place for twin in twins]
    apart = [distance_km(one, other) for one, other in combinations(places, 2)]
    if len(places) < 2 or any(km is None or km > TOGETHER_KM for km in apart):
        return None
    lons, lats = ([getattr(place, axis) for place in places] for axis in ("lon", "lat"))
    middle = Place("", "", "area", (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    reach = [(distance_km(middle, p) or 0.0) + (p.uncertainty_km or UNKNOWN_KM) for p in places]
    radius = round(max(reach), 1)
    best = places[0]
    return Match(
        asked, "nearby", round(score * share_held(radius), 3),
        f"{len(places)} places of one governorate fit alike: {list_places(places)}; between them, "
        f"within {radius:.3g} km",
        "near", None, middle.lon, middle.lat, radius, best.adm1_code, best.adm1_name,
        members=tuple(places),
    )  # fmt: skip

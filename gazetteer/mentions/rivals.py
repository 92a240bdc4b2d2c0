"""Rivals settled by the rest of a text: the one that lies where the sure places beside it lie."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from gazetteer.match import Match, answer_place
from gazetteer.places import Place, distance_km

__all__ = ["LEAST_SCORE", "choose_rival", "is_among"]

LEAST_SCORE = 0.7  # of a spelling that is on no list; below it the mention is not placed
SURE_BESIDE = 0.85  # of the places that say where a text is
AMONG_KM = 25.0  # two sure places of the text this near bear out a spelling that is on no list
NEAR_KM = 40.0  # a rival this near to the sure places of the text is likely meant
NEARER_TIMES = 3.0  # and this many times nearer than the next
NEAREST_KM = 5.0  # as near as nearness says anything


def choose_rival(match: Match, beside: Sequence[Match], codes: Collection[str]) -> Match:
    """Return an ambiguous match with the rival chosen that lies where the text is, if one does.

    beside are the matches before and after it, codes the governorates that are named there.
    """
    inside = [rival for rival in match.rivals if rival.adm1_code in codes]
    if len(inside) == 1 and inside[0].lon is not None:
        why = f"the one in {inside[0].adm1_name}, which the text names"
        return _take(match, inside[0], why)
    sure = {
        m.place.place_id: m.place
        for m in beside
        if m.place is not None and m.lon is not None and (m.score or 0.0) >= LEAST_SCORE
    }
    ranked = sorted(
        (_second_nearest_km(rival, sure.values()), rival.place_id, rival)
        for rival in match.rivals
        if rival.lon is not None
    )
    if not ranked or ranked[0][0] > NEAR_KM:
        return match
    if len(ranked) > 1 and ranked[1][0] < NEARER_TIMES * max(ranked[0][0], NEAREST_KM):
        return match
    why = f"the one {ranked[0][0]:.0f} km from other places of the text"
    return _take(match, ranked[0][2], why)


def is_among(match: Match, beside: Sequence[Match]) -> bool:
    """Say whether a place lies where the sure places before and after it lie."""
    if match.place is None or match.lon is None:
        return False
    sure = {
        m.place.place_id: m.place
        for m in beside
        if m.place is not None and m.lon is not None and (m.score or 0.0) >= SURE_BESIDE
    }
    sure.pop(match.place.place_id, None)
    return len(sure) > 1 and _second_nearest_km(match.place, sure.values()) <= AMONG_KM


def _take(match: Match, place: Place, why: str) -> Match:
    rivals = tuple(rival for rival in match.rivals if rival.place_id != place.place_id)
    return answer_place(
        match.name, place, f"{place.name} ({place.adm1_name}): {why}", method="exact", score=0.8,
        rivals=rivals,
    )  # fmt: skip


def _second_nearest_km(place: Place, sure: Iterable[Place]) -> float:
    """Return km to the second nearest of some places, to the nearest if there is but one."""
    away = sorted(apart for other in sure if (apart := distance_km(place, other)) is not None)
    return away[min(1, len(away) - 1)] if away else math.inf

"""Rivals settled by the rest of a text: the one that lies where the sure places beside it lie."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from gazetteer.abroad import find_next_door, name_country
from gazetteer.match import Match, answer_none, answer_place, answer_rivals
from gazetteer.matching.evidence import OUTSIDE
from gazetteer.mentions.folding import key_of
from gazetteer.mentions.spans import HELD, Span
from gazetteer.places import Place, distance_km

__all__ = [
    "LEAST_SHARE",
    "SURE_SHARE",
    "bear_out",
    "choose_by_list",
    "choose_near",
    "choose_rival",
    "doubt_next_door",
    "is_outside",
    "is_sure",
]

LEAST_SHARE = 0.65  # of a spelling that is on no list; below it the mention is not placed
SURE_SHARE = 0.79  # of a spelling on no list that only "in" or "near" cues
SHORTEST_UNLISTED = 5  # letters of such a name
SURE_BESIDE = 0.79  # of the places that say where a text is
LEAST_AMONG = 0.45  # of a spelling that the text bears out
FAR_KM = 100.0  # a spelling on no list is of another place than one so far from the text's
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
        if m.place is not None and m.lon is not None and m.likelihood >= LEAST_SHARE
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


def choose_by_list(matches: Sequence[Match], lists: Iterable[range]) -> list[Match]:
    """Return matches with the rivals chosen that lie by the others of their list: "X and Y"."""
    settled = list(matches)
    for own in lists:
        for at in own:
            if matches[at].method == "ambiguous":
                others = [matches[other] for other in own if other != at]
                settled[at] = choose_rival(settled[at], others, ())
    return settled


def choose_near(match: Match, beside: Match, asked: Match) -> Match:
    """Return what a name means that a text says to be near a place.

    beside: what that place's name means; asked: what the name means in its governorate. Where no
    place of the name lies near it, one that lies far off is not taken.
    """
    by = beside.place
    if by is None or beside.lon is None or beside.likelihood < SURE_BESIDE:
        return match
    found = (match.place, *match.rivals, asked.place, *asked.rivals)
    apart = {
        place.place_id: (km, place)
        for place in found
        if place is not None and (km := distance_km(place, by)) is not None
    }
    near = sorted(
        ((km, place) for km, place in apart.values() if km <= NEAR_KM), key=lambda one: one[0]
    )
    if any(place is match.place for _, place in near):
        return match
    if len(near) == 1 or (near and near[1][0] >= NEARER_TIMES * max(near[0][0], NEAREST_KM)):
        match = replace(match, rivals=tuple(place for _, place in apart.values()))
        return _take(match, near[0][1], f"the one {near[0][0]:.0f} km from {by.name}, named beside")
    if near:
        bearers = tuple(place for _, place in near)
        return answer_rivals(match.name, f"several places of that name near {by.name}", bearers)
    own = match.place if match.lon is not None else None
    if own is None or _second_nearest_km(own, [by]) <= FAR_KM:
        return match
    reason = f"listed in {own.name} ({own.adm1_name}), but said to be near {by.name}"
    return answer_rivals(match.name, reason, (own,))


def is_outside(match: Match, stated: str) -> bool:
    """Say whether a place is answered with that lies outside the governorate of a name."""
    most = OUTSIDE["other_governorate"]
    return match.lon is not None and match.adm1_name != stated and (match.score or 1.0) <= most


def doubt_next_door(span: Span, match: Match, home: str, stated: str | None) -> Match:
    """Leave open a village that has the name of a town or region in a country beside its own.

    A text that says nothing of where it lies means the one that is known as likely as not.
    """
    place = match.place
    little_known = place is not None and place.kind == "settlement" and not place.prominence
    if stated or place is None or place.lon is None or not little_known:
        return match
    told = find_next_door(span.found.key if span.found else span.surface, home)
    if told is None:
        return match
    why = f"a {told[0]} in {name_country(told[1])} is called so too; the text does not say which"
    return answer_rivals(span.surface, why, (place, *match.rivals))


def bear_out(match: Match, beside: Sequence[Match], *, needed: float, stated: bool) -> Match:
    """Return a match by likeness where its spelling or the rest of the text bears it out.

    needed is the share at which the spelling alone is enough. Otherwise two sure places of the
    text must lie near it and no rival be as near; far from them it is none whatever its share,
    unless its governorate is stated.
    """
    if match.place is None:
        return match
    sure = _sure_places(match.place, beside)
    away = _second_nearest_km(match.place, sure) if len(sure) > 1 else None
    if away is not None and away > FAR_KM and not stated:
        return answer_none(match.name, f"on no list; {match.reason}, far from the text's places")
    if match.likelihood >= needed:
        return match
    rivals = any(_second_nearest_km(rival, sure) <= AMONG_KM for rival in match.rivals)
    is_among = away is not None and away <= AMONG_KM and not rivals
    if is_among and match.likelihood >= LEAST_AMONG:
        reason = f"{match.reason}; other places of the text near it"
        return replace(match, share=max(match.likelihood, LEAST_SHARE), reason=reason)
    return answer_none(match.name, f"on no list, and too unlike to be sure: {match.reason}")


def _sure_places(own: Place, beside: Sequence[Match]) -> list[Place]:
    sure = {
        m.place.place_id: m.place
        for m in beside
        if m.place is not None and m.lon is not None and m.likelihood >= SURE_BESIDE
    }
    sure.pop(own.place_id, None)
    return list(sure.values())


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


def is_sure(span: Span, match: Match) -> bool:
    """Say whether a name on no list is a place for its list or, little cued, for its spelling."""
    if span.in_list == HELD:
        return True
    long_enough = len(key_of(match.name)) >= SHORTEST_UNLISTED
    needed = LEAST_SHARE if span.in_list or match.method == "spelling" else SURE_SHARE
    return match.place is not None and long_enough and match.likelihood >= needed

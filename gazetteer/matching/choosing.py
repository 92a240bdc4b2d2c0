"""Choosing: from a name's candidates to one place, several rivals, its whole, or none.

A type word that the best candidate's kind does not bear out costs: "X street" and "X hospital"
are named after X, and lie where the name says, or somewhere near X, or nobody knows where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from gazetteer.abroad import find_abroad
from gazetteer.match import Match, answer_none, answer_place, answer_rivals, coarsen
from gazetteer.matching import calibration
from gazetteer.matching.beside.districts import LEVELS
from gazetteer.matching.calibration import calibrate
from gazetteer.matching.evidence import Context, cap_score, find_contradicted, is_other_capital
from gazetteer.matching.ranking import LEAST_SHARE, RIVAL_SHARE, Candidate, Ranker
from gazetteer.matching.reading.named_after import is_adjective, is_guess_by_variant
from gazetteer.matching.reading.namesakes import Refusals
from gazetteer.matching.reading.quarters import (
    is_everywhere,
    is_far_guess,
    is_far_village,
    is_other_quarter,
    is_outside_city,
    is_quarter_among_villages,
    is_town_for_quarter,
    may_be_quarter,
)
from gazetteer.matching.reading.sites import SITE_KINDS, Sites
from gazetteer.matching.reading.villages import is_no_village, refuse_village
from gazetteer.matching.reading.wholes import WHOLE_SCORE, Wholes, is_elsewhere, is_said
from gazetteer.matching.reasons import explain_place, list_places
from gazetteer.matching.scoring import load_weights, renown
from gazetteer.matching.several import join_places
from gazetteer.matching.twins import find_twins, is_one_place, join_twins, lead_abroad, lead_over
from gazetteer.places import Place
from gazetteer.radii import SURROUNDINGS_KM
from gazetteer.spelling.names import fold, strip_articles
from gazetteer.spelling.parts import Parts, names_nothing
from gazetteer.spelling.slips import swaps_consonant
from gazetteer.spelling.type_words import THOROUGHFARES
from gazetteer.world import country_name

__all__ = ["Chooser"]

# The least share of a town by its own name with no rival, where others need `LEAST_SHARE`: a chance
# likeness of a short name is to the many hamlets that no list has, hardly to a town.
TOWN_SHARE, TOWN = 0.35, 5_000  # and inhabitants
LEAST_LEAD = 1.3  # times as likely as the next place; less is too near to choose
FACILITY_SCORE = 0.7  # at most, of what is named after a town, placed near it
THOROUGHFARE_SCORE = 0.5  # the same of a street or a square, which lead there from anywhere
SWAPPED_SCORE = 0.6  # the same of a place met with another consonant than its name's
FAR_VILLAGE_SCORE = 0.8  # the same of "X, capital" where X is a village far from it, or a quarter
COMMON_SCORE = 0.6  # the same of a name of villages and quarters everywhere, by its governorate
QUARTER_SCORE = 0.6  # the same of a quarter, where only a town of that name is listed


class Chooser:
    """Chooses among the places of one gazetteer."""

    def __init__(self, ranker: Ranker, country: str) -> None:
        whole = ranker.lists_whole_country
        self.wholes = Wholes(ranker.places, lists_whole_country=whole)
        self._namesakes = Refusals(ranker, self.wholes)
        self._ranker = ranker
        self._country = country
        self._selection = not whole
        self._governorate_names = frozenset(
            place.name for place in ranker.places if place.kind == "governorate"
        )

    def answer(self, asked: str, parts: Parts, context: Context) -> Match:
        """Answer to a name that is read into its parts."""
        if names_nothing(parts):
            return self._answer_unnamed(asked, parts, context)
        ranked = self._rank(parts, context)
        if ranked and ranked[0].exact and self._is_outside_whole(ranked[0], context):
            outside = ranked[0].place
            ranked = [c for c in ranked if not self._is_outside_whole(c, context)]
            if not any(c.exact and c.place.adm1_code in context.whole_codes for c in ranked):
                return self.wholes.contradict_area(asked, outside, context)
            ranked = self._ranker.share(ranked)
        if not ranked or _is_misplaced(ranked, parts, context):
            fallen = self.wholes.answer(asked, parts, context, ranked)
            return fallen or answer_none(asked, "no listed place has a name like it")
        return self._choose(asked, ranked, parts, context)

    def _is_outside_whole(self, found: Candidate, context: Context) -> bool:
        """Say whether a district lies in another governorate than the name says it does."""
        codes, own = context.whole_codes, found.place.adm1_code or ""
        related = self._ranker.governorates.related.get(own, frozenset())
        return bool(codes) and found.place.kind in LEVELS and codes.isdisjoint({own, *related})

    def _rank(self, parts: Parts, context: Context) -> list[Candidate]:
        """Rank a name's candidates; an area is met by any word for its level: "Harim qada".

        A listed airport is met by any word for one before the town that both are called after.
        """
        ranked = self._ranker.rank_parts(parts, context)
        level = parts.hint
        if level in SITE_KINDS and ranked and ranked[0].place.kind != level:
            site = self._sites.find(parts.head, level)
            own = fold(site.name) if site else ""
            return self._ranker.rank_parts(replace(parts, full=own, head=own), context) or ranked
        if level not in LEVELS or (ranked and ranked[0].exact and ranked[0].place.kind == level):
            return ranked
        area = self._ranker.districts.find_named(parts.head, level, context.adm1_code)
        if area is None or area.kind != level:
            return ranked
        own = fold(area.name)
        return self._ranker.rank_parts(Parts(own, own, level), context)

    @cached_property
    def _sites(self) -> Sites:
        return Sites(self._ranker.places, load_weights())

    def _answer_unnamed(self, asked: str, parts: Parts, context: Context) -> Match:
        """Answer to "old market" in a whole: the listed one, or the whole."""
        plain = Parts(parts.full, parts.full)
        ranked = [c for c in self._ranker.rank_parts(plain, context) if c.exact]
        if ranked and ranked[0].share >= LEAST_SHARE and is_said(ranked[0].place, context):
            return self._choose(asked, ranked, plain, context)
        fallen = self.wholes.answer(asked, parts, context, ())
        return fallen or answer_none(asked, "says what kind of place it is, and not which one")

    def _choose(
        self, asked: str, ranked: Sequence[Candidate], parts: Parts, context: Context
    ) -> Match:
        best = ranked[0]
        share, others = self._part(ranked, context)
        rivals = tuple(c.place for c in others if c.share > RIVAL_SHARE)[:5]
        if len(context.others) and not any(is_one_place(best.place, o) for o in context.others):
            both = (best.place, *context.others)
            return join_places(asked, both, self._ranker.places, score=self._score(share, best))
        second = others[0].share if others else 0.0
        abroad = None if best.exact else self._find_abroad(asked, context)
        if abroad is not None:
            return answer_none(asked, f'"{asked}" is {abroad}; no place here is listed so')
        doubtful = (
            self._ranker.must_doubt(best, context)
            or is_other_capital(best.place, context)
            or is_other_quarter(best, parts, context, self._ranker)
            or is_guess_by_variant(best)
            or is_adjective(best, parts)
            or is_far_guess(best, parts, context, share)
            or is_outside_city(best, parts, context)
            or is_no_village(best, parts, selection=self._selection)
        )
        if may_be_quarter(best, parts, context, self._ranker):
            return self.wholes.answer_either(asked, best.place, context)
        twins = find_twins([best, *others])
        apart = lead_abroad(best, others, context) if self._selection else 0.0
        least = max(_least_share(best, second), LEAST_LEAD * second, apart)
        if is_quarter_among_villages(best, others, context):
            least = 1.0
        if share >= max(least, lead_over(twins, context, self._ranker)) and not doubtful:
            most = cap_score(_cap_spelling(best, parts), best.place, context)
            if is_far_village(best, parts, context):
                most = min(most, FAR_VILLAGE_SCORE)
            if self._selection and is_everywhere(best, parts, context):
                most = min(most, COMMON_SCORE)
            return self._answer_best(
                asked, best, parts, context, share=share, most=most, rivals=rivals
            )
        together = sum(twin.share for twin in twins)
        if together >= LEAST_SHARE and not doubtful:
            joined = join_twins(asked, twins, score=self._score(together, best))
            if joined is not None:
                return joined
        fallen = self.wholes.answer(asked, parts, context, ranked)
        return fallen or _refuse(asked, ranked, rivals, parts, context, doubtful=doubtful)

    def _score(self, share: float, best: Candidate) -> float:
        whole = self._ranker.lists_whole_country
        known = renown(best.place) >= calibration.KNOWN
        return calibrate(share, exact=best.exact, whole_country=whole, known=known)

    def _answer_best(
        self, asked: str, best: Candidate, parts: Parts, context: Context, *, share: float,
        most: float, rivals: tuple[Place, ...],
    ) -> Match:  # fmt: skip
        parts = replace(parts, hint=None) if best.with_type else parts
        precision, radius = coarsen(best.place, parts.hint)
        if precision == "near" or is_town_for_quarter(best.place, parts):
            refused = self._namesakes.refuse(asked, best, parts, context)
            if refused is not None:
                return refused
            most = min(most, _most(parts))
        reason = explain_place(best, parts, context, self._governorate_names, len(rivals))
        if self._may_be_countryside(best.place, context):
            precision, radius = "area", SURROUNDINGS_KM + (best.place.uncertainty_km or 0.0)
            reason += f"; its countryside may be meant: within {radius:.0f} km"
            most = min(most, WHOLE_SCORE)
        return answer_place(
            asked,
            best.place,
            reason,
            method="exact" if best.exact else "spelling",
            score=min(most, self._score(share, best)),
            share=min(most, share),
            precision=precision,
            radius_km=radius,
            rivals=rivals,
        )

    def _find_abroad(self, name: str, context: Context) -> str | None:
        """Say where abroad a name is known, unless its surroundings say this country."""
        if context.adm1_code or context.wholes or context.whole_codes:
            return None
        found = find_abroad(name, self._country)
        return f"a {found[0]} in {country_name(found[1])}" if found else None

    def _part(self, ranked: Sequence[Candidate], context: Context) -> tuple[float, list[Candidate]]:
        """Return the share of the best candidate with all that are one with it, and the others."""
        share, others = 0.0, []
        for found in ranked:
            if self._is_one(ranked[0].place, found.place, context):
                share += found.share
            else:
                others.append(found)
        return share, others

    def _is_one(self, best: Place, other: Place, context: Context) -> bool:
        """Say whether two candidates are one answer; the countryside is in that of its capital."""
        countryside = other.kind == "governorate" and other.adm1_code == context.adm1_code
        return is_one_place(best, other) or (
            countryside and self._may_be_countryside(best, context)
        )

    def _may_be_countryside(self, place: Place, context: Context) -> bool:
        """Say whether a capital is named where the countryside called after it is stated."""
        namesake = place.kind == "settlement" and place.name in self._governorate_names
        return namesake and place.adm1_code in context.related


def _is_misplaced(ranked: Sequence[Candidate], parts: Parts, context: Context) -> bool:
    """Say whether the best candidate does not lie where the name says that it lies.

    A street may be named after any town; a hospital named after one lies there where the whole
    is its governorate. A near spelling outside the whole gives way to the name itself.
    """
    best = ranked[0]
    is_way = parts.word in THOROUGHFARES and not best.with_type
    if is_way and best.place.kind == "settlement" and context.wholes:
        return best.place not in context.wholes
    if not is_elsewhere(best.place, context):
        return False
    if not best.exact:
        return any(candidate.exact for candidate in ranked)
    if best.with_type or coarsen(best.place, parts.hint)[0] != "near":
        return False
    return is_way or best.place.adm1_code not in context.whole_codes


def _least_share(best: Candidate, second: float) -> float:
    """Return the share that the best candidate must have, the next being so likely."""
    is_town = best.place.kind == "settlement" and (best.place.population or 0) >= TOWN
    alone = best.exact and second <= RIVAL_SHARE and not best.place.added
    return TOWN_SHARE if is_town and alone else LEAST_SHARE


def _cap_spelling(best: Candidate, parts: Parts) -> float:
    """Return the most that a place scores by its spelling."""
    head = strip_articles(parts.head)
    swaps = not best.exact and not best.with_type and swaps_consonant(head, best.spelling)
    return SWAPPED_SCORE if swaps else 1.0


def _most(parts: Parts) -> float:
    """Return the most that a place scores that bears a name out, and not its type word."""
    if parts.hint == "neighbourhood":
        return QUARTER_SCORE
    return THOROUGHFARE_SCORE if parts.word in THOROUGHFARES else FACILITY_SCORE


def _refuse(
    asked: str, ranked: Sequence[Candidate], rivals: tuple[Place, ...], parts: Parts,
    context: Context, *, doubtful: bool,
) -> Match:  # fmt: skip
    """Answer where no candidate is likely enough."""
    best = ranked[0]
    several = (best.place, *rivals)
    outside = context.adm1_code not in (None, best.place.adm1_code)
    other = "governorate" if outside else find_contradicted(best.place, context)
    if best.exact and other:
        reason = f"listed in {list_places((best.place,))}, but another {other} is stated"
        return answer_rivals(asked, reason, several)
    if best.exact and is_no_village(best, parts, selection=False):
        return refuse_village(asked, several, parts)
    if doubtful or sum(c.share for c in ranked) < LEAST_SHARE or not rivals:
        return answer_none(asked, "no listed place has a name near enough")
    return answer_rivals(asked, f"several places fit: {list_places(several)}", several)

"""Named after: what bears a town's name and a type word, where only the town is listed."""

from __future__ import annotations

from gazetteer.match import Match, answer_rivals
from gazetteer.matching.beside.districts import compare_area
from gazetteer.matching.evidence import OUTSIDE, Context, compare_governorates
from gazetteer.matching.ranking import Candidate, Ranker
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.matching.reasons import list_places
from gazetteer.matching.scoring import renown
from gazetteer.places import Place
from gazetteer.spelling.names import glue, glue_listed, is_arabic
from gazetteer.spelling.parts import Parts
from gazetteer.spelling.type_words import THOROUGHFARES

__all__ = [
    "KNOWN",
    "find_better_known",
    "is_adjective",
    "is_far_from_town",
    "is_guess_by_variant",
    "is_variant",
    "is_way_alone",
    "refuse_named_after",
]

# Endings of Arabic, in both scripts, that make of a place's name one of who is from it.
_OF_WHOM = ("i", "iy", "ي")
KNOWN = 1.0  # renown of a place that things are named after without saying where they are


def find_better_known(best: Candidate, parts: Parts, ranker: Ranker) -> tuple[Place, ...]:
    """Return known towns called as a little known one is that a facility was met by."""
    if renown(best.place) >= KNOWN or parts.hint != "facility":
        return ()
    named = find_named(parts.head, ranker)
    return tuple(p for p in named if p.kind == "settlement" and renown(p) >= KNOWN)


def is_far_from_town(best: Candidate, parts: Parts, context: Context) -> bool:
    """Say whether what a town gave its name lies in another governorate than the town does."""
    compared = compare_governorates(best.place, context)
    is_way = parts.word in THOROUGHFARES and compared in OUTSIDE
    return is_way or (compared == "other_governorate" and parts.hint == "facility")


def is_way_alone(best: Candidate, parts: Parts, context: Context) -> bool:
    """Say whether a street bears a town's name and no town is said to hold it.

    Streets are called after the towns that they lead to from anywhere; a stated governorate holds
    many that lead there. A stated district of the town's own says where it is.
    """
    if parts.word not in THOROUGHFARES or best.place.kind != "settlement" or context.wholes:
        return False
    return all(compare_area(best.place, area) != area.kind for area in context.areas)


def is_adjective(best: Candidate, parts: Parts) -> bool:
    """Say whether a name is a place's with the ending of who is from it: "al-Homsi", no slip."""
    said = glue(parts.head)
    return not best.exact and any(said == best.spelling + ending for ending in _OF_WHOM)


def is_variant(best: Candidate, parts: Parts) -> bool:
    """Say whether a place was met only by what an added table also calls it in another script."""
    if best.exact or is_arabic(best.spelling) == is_arabic(parts.head):
        return False
    return _is_of_variants(best)


def is_guess_by_variant(best: Candidate) -> bool:
    """Say whether a name is only like what an added table also calls a known place.

    Those are names of other languages and other times ("Beroia"), which no report misspells: of 56
    answers 1 was right.
    """
    if best.exact or renown(best.place) < KNOWN or not _is_of_variants(best):
        return False
    place, variants = best.place, set(best.place.variants)
    names = {place.name, place.name_ar or "", *place.spellings} - variants
    return best.spelling not in map(glue_listed, names)


def _is_of_variants(best: Candidate) -> bool:
    return best.spelling in map(glue_listed, best.place.variants)


def refuse_named_after(asked: str, places: tuple[Place, ...], parts: Parts) -> Match:
    """Answer that places are listed of that name, and none of them is said to hold the thing."""
    reason = f"{list_places(places)} is listed; nothing says that the {parts.word} is there"
    return answer_rivals(asked, reason, places)

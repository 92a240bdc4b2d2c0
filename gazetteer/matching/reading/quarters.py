"""Quarters: names that towns call their parts by, where the name says a town or its governorate."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.matching.beside.districts import compare_area
from gazetteer.matching.evidence import OUTSIDE, Context, compare_governorates, lies_in
from gazetteer.matching.ranking import Candidate, Ranker
from gazetteer.matching.reading.named_after import KNOWN
from gazetteer.matching.reading.shared_names import is_common_name
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.matching.scoring import renown
from gazetteer.places import Place
from gazetteer.spelling.parts import Parts, is_quarter_name, read_parts
from gazetteer.spelling.type_words import SUBURBS

__all__ = [
    "is_everywhere",
    "is_far_guess",
    "is_far_village",
    "is_other_quarter",
    "is_outside_city",
    "is_quarter_among_villages",
    "is_told",
    "is_town_for_quarter",
    "may_be_quarter",
]

KNOWN_QUARTER = 2  # prominence
MANY_VILLAGES = 3  # that are called as a quarter is
FAR_SHARE = 0.7  # of such a village that is spelled otherwise: below it two in five are quarters


def is_other_quarter(best: Candidate, parts: Parts, context: Context, ranker: Ranker) -> bool:
    """Say whether a quarter is met only in another governorate than is stated.

    Towns share the names of their quarters: one of the stated governorate is likelier meant, but
    where the other is known to all.
    """
    is_quarter = best.place.kind == "neighbourhood"
    if not is_quarter and parts.hint != "neighbourhood":
        return False
    if is_quarter and _is_outside_whole(best, context, ranker):
        return True
    known = best.exact and best.place.prominence >= KNOWN_QUARTER
    compared = compare_governorates(best.place, context)
    beside = compared in OUTSIDE and (is_quarter or not best.exact)
    return (beside or compared == "other_governorate") and not known


def _is_outside_whole(best: Candidate, context: Context, ranker: Ranker) -> bool:
    """Say whether a place lies in no governorate that the name says, nor one taken for it."""
    code = best.place.adm1_code
    if not code or not context.whole_codes or best.place.place_id in context.aliases:
        return False
    related = ranker.governorates.related
    return all(code != c and code not in related.get(c, ()) for c in context.whole_codes)


def is_far_village(best: Candidate, parts: Parts, context: Context) -> bool:
    """Say whether "X, Homs" is met by a little known village X of its governorate far off."""
    place = best.place
    in_capital = bool(context.seats) and parts.hint is None and place.kind == "settlement"
    if not in_capital or renown(place) >= KNOWN or place.adm1_code not in context.whole_codes:
        return False
    return not any(lies_in(place, whole) for whole in context.wholes)


def is_far_guess(best: Candidate, parts: Parts, context: Context, share: float) -> bool:
    """Say whether such a village is only spelled like the name: a quarter on no list may be."""
    return not best.exact and share < FAR_SHARE and is_far_village(best, parts, context)


def is_outside_city(best: Candidate, parts: Parts, context: Context) -> bool:
    """Say whether "X, Homs city" is met by a little known village X that lies far from the town."""
    place = best.place
    if place.kind != "settlement" or parts.hint or renown(place) >= KNOWN or not context.wholes:
        return False
    says_city = any(read_parts(whole).hint == "settlement" for whole in parts.wholes[:1])
    return says_city and not any(lies_in(place, whole) for whole in context.wholes)


def is_quarter_among_villages(
    best: Candidate, others: Sequence[Candidate], context: Context
) -> bool:
    """Say whether a bare name is met by a city's quarter while many villages are called so.

    Nobody names a quarter alone where its city is not told; how many live in it says nothing of
    that.
    """
    if best.place.kind != "neighbourhood" or context.adm1_code or context.says_more:
        return False
    villages = [one for one in others if one.exact and one.place.kind == "settlement"]
    return len(villages) >= MANY_VILLAGES


def may_be_quarter(best: Candidate, parts: Parts, context: Context, ranker: Ranker) -> bool:
    """Say whether such a village bears a name that quarters have: one on no list may be meant."""
    if not is_far_village(best, parts, context):
        return False
    if is_quarter_name(parts.head):
        return True
    return any(p.kind == "neighbourhood" for p in find_named(parts.head, ranker))


def is_town_for_quarter(place: Place, parts: Parts) -> bool:
    """Say whether a town is met where the name says a quarter."""
    quarter = parts.hint == "neighbourhood" and parts.word not in SUBURBS
    return quarter and place.kind == "settlement"


def is_told(place: Place, context: Context) -> bool:
    """Say whether a stated district or subdistrict is the place's own."""
    return any(compare_area(place, area) == area.kind for area in context.areas)


def is_everywhere(best: Candidate, parts: Parts, context: Context) -> bool:
    """Say whether a name is met that towns and villages share, and only a governorate is stated.

    "X neighbourhood" is a listed quarter of it, and "X town" a known town.
    """
    place = best.place
    lived_in = place.kind in ("settlement", "neighbourhood")
    borne_out = parts.hint == place.kind and (renown(place) > KNOWN or parts.hint != "settlement")
    if not lived_in or borne_out or context.wholes or context.group or is_told(place, context):
        return False
    return is_common_name(parts.head)

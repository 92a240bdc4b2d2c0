"""Villages: "X village" is neither a quarter of a town, nor a city, nor a far spelling of either.

Villages share their names with the quarters of towns, and most of them are on no list. Of the 36
pins that this takes away 3 were right: UCDP GED's names, by the pack alone and with OCHA's and
Who's On First's lists, and the incidents of other countries (`python -m bench countries`).
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.match import Match, answer_rivals
from gazetteer.matching.ranking import Candidate
from gazetteer.matching.reasons import list_places
from gazetteer.places import Place
from gazetteer.spelling.names import skeletons_of, strip_articles
from gazetteer.spelling.parts import Parts

__all__ = ["is_no_village", "refuse_village"]

CITY = 50_000  # inhabitants of what nobody calls a village
# Words for a village, folded; English, French, Turkish, Ukrainian and Russian, Arabic.
_VILLAGE = frozenset((
    "village", "village of", "villages", "villages of", "hamlet", "hamlet of", "village de",
    "hameau de", "koyu", "selo", "sela", "derevnya", "khutir", "khutor", "قريه", "القريه", "قري",
))  # fmt: skip


def is_no_village(best: Candidate, parts: Parts, *, selection: bool) -> bool:
    """Say whether a name says a village, and its best candidate is hardly the one meant.

    selection: whether most villages are on no list.
    """
    if parts.hint != "settlement" or best.with_type:
        return False
    place = best.place
    if place.kind == "neighbourhood":
        return True
    if parts.word not in _VILLAGE:
        return False
    is_city = place.kind == "settlement" and (place.population or 0) >= CITY
    return is_city or (selection and _has_other_consonants(best, parts))


def _has_other_consonants(best: Candidate, parts: Parts) -> bool:
    own, met = skeletons_of(strip_articles(parts.head)), skeletons_of(best.spelling)
    return not best.exact and set(own).isdisjoint(met)


def refuse_village(asked: str, places: Sequence[Place], parts: Parts) -> Match:
    """Answer that what is listed of a name, the best first, is no village or town."""
    kind = "a quarter" if places[0].kind == "neighbourhood" else "a town"
    said = "village" if parts.word in _VILLAGE else "town"
    reason = f"{list_places(places[:1])} is {kind}; the name says a {said}"
    return answer_rivals(asked, reason, tuple(places))

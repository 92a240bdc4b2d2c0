"""Countries: a name that is the country's own, and no place in it."""

from __future__ import annotations

from gazetteer.abroad import names_country
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.places import Place
from gazetteer.spelling.names import fold, glue

__all__ = ["WHOLE_COUNTRY", "means_country"]

WHOLE_COUNTRY = "the whole country"
KNOWN = 2  # prominence; a village called as its country is hardly meant by that name alone


def means_country(folded: str, ranker: Ranker, home: str, governorate: object) -> bool:
    """Say whether a folded name is that of the country at hand, and of no place that is meant.

    home: the country's two letters, in capitals. An area or a well-known town whose own name it is
    stays one (Djibouti), and so does a place called so in the governorate that is stated; what
    only further spellings call so does not (Somaliland is not Somalia).
    """
    if not names_country(folded, home):
        return False
    named = find_named(folded, ranker)
    area = ranker.governorates.find(governorate) if governorate else None
    if area is not None and any(place.adm1_code == area.adm1_code for place in named):
        return False
    return not any(_is_own(folded, place) and place.prominence >= KNOWN for place in named)


def _is_own(folded: str, place: Place) -> bool:
    return glue(fold(place.name)) == glue(folded)

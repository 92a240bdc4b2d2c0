"""Countries: a name that is the country's own, and no place in it; its word for its areas."""

from __future__ import annotations

import re

from gazetteer.abroad import names_country
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.places import Place
from gazetteer.spelling.names import fold, glue

__all__ = ["WHOLE_COUNTRY", "means_country", "write_regions"]

WHOLE_COUNTRY = "the whole country"
# Countries whose first level is called region: Natural Earth 5.1 (type_en); Ethiopia's and
# Myanmar's by their own constitutions. Elsewhere "X region" is the land around a town.
OF_REGIONS = frozenset((
    "BY", "CG", "CI", "CL", "CZ", "DJ", "DK", "ER", "ET", "FI", "GE", "GH", "GR", "GW", "GY", "IS",
    "KG", "KZ", "MA", "ML", "MM", "MR", "NA", "NZ", "OM", "RU", "SA", "SK", "SN", "SO", "TG", "TJ",
    "TT", "TZ", "UA", "UZ",
))  # fmt: skip
_PARTED = re.compile(r"(\s*[,،;:/|()]\s*|\s+[-–—]\s+)")
_REGION = re.compile(r"(?:the )?(.*\S)\s+region", re.IGNORECASE)
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


def write_regions(text: str, ranker: Ranker, home: str) -> str:
    """Write "Mopti region" as the governorate, where the country calls its first level so.

    home: the country's two letters. What is listed with the word stays as it stands.
    """
    if home.upper() not in OF_REGIONS or "region" not in text.casefold():
        return text
    return "".join(_write_level(piece, ranker) for piece in _PARTED.split(text))


def _write_level(piece: str, ranker: Ranker) -> str:
    said = _REGION.fullmatch(piece)
    if said is None or ranker.index.lists(piece) or not ranker.governorates.is_name(said[1]):
        return piece
    return f"{said[1]} governorate"

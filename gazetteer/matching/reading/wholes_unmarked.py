"""Wholes that no mark parts from what lies in them: "حي السكري بحلب", "Nile street Ariha"."""

from __future__ import annotations

import re

from gazetteer.matching.ranking import Ranker
from gazetteer.matching.scoring import renown
from gazetteer.places import Place
from gazetteer.spelling.names import fold, glue
from gazetteer.spelling.parts import closes_part, read_parts
from gazetteer.spelling.type_words import SUBURBS, TRAILING

__all__ = ["SEAT", "find_named", "part_whole"]

SEAT = 1.0  # renown of a town that a district may be called after
MOST_TOWN_WORDS = 3  # of a town said after its quarter with no comma
_HOLD_PARTS = ("settlement", "neighbourhood")  # kinds that streets and quarters lie in
MOST_NAME_WORDS = 4  # of a town said after its governorate and the word for it
MOST_TWICE = 6  # words of two names of one place
_OF = "of"
_MARKED = re.compile(r"[()\[\]/|,،:;؛]| [-–—] ")
_GLUED_WHOLE = re.compile(r"([\u0621-\u064a].*) ب([\u0621-\u064a]{3,})")


def find_named(folded: str, ranker: Ranker) -> list[Place]:
    """Return the places that a folded name is a listed spelling of."""
    return [ranker.places[at] for at in ranker.index.owners_of(glue(folded))]


def part_whole(text: str, ranker: Ranker) -> str:
    """Write a whole that stands unmarked after its part in parentheses."""
    match = _GLUED_WHOLE.fullmatch(text)
    if match and (ranker.governorates.find(match[2]) or find_named(fold(match[2]), ranker)):
        return f"{match[1]} ({match[2]})"
    words = text.split()
    turned = _turn_whole(words, ranker)
    if turned:
        return turned
    for count in range(min(MOST_TOWN_WORDS, len(words) - 2), 0, -1):
        part, town = " ".join(words[:-count]), " ".join(words[-count:])
        towns = find_named(fold(town), ranker) if closes_part(part) else ()
        if any(renown(p) >= SEAT and p.kind in _HOLD_PARTS for p in towns):
            listed = find_named(fold(read_parts(text).head), ranker)
            return text if listed else f"{part} ({town})"
    return _say_once(text, ranker)


def _say_once(text: str, ranker: Ranker) -> str:
    """Write "Ayn al-Arab Kobani", two listed names of one place, as the first of them."""
    words = [] if _MARKED.search(text) else fold(text).split()
    for at in range(1, len(words)) if len(words) <= MOST_TWICE else ():
        first = " ".join(words[:at])
        named = set(ranker.index.owners_of(glue(first)))
        if named and not named.isdisjoint(ranker.index.owners_of(glue(" ".join(words[at:])))):
            return first
    return text


def _turn_whole(words: list[str], ranker: Ranker) -> str:
    """Write "Damascus suburb of Douma" and "Idlib town of Saraqib" with the part first; else "".

    The first name must be a governorate's, and the second a listed one that is none.
    """
    for at in range(1, len(words) - 1):
        word = fold(words[at])
        kind = TRAILING.get(word)
        if kind not in _HOLD_PARTS:
            continue
        rest = words[at + 1 :]
        rest = rest[1:] if fold(rest[0]) == _OF else rest
        whole, part = " ".join(words[:at]), " ".join(rest)
        if not 0 < len(rest) <= MOST_NAME_WORDS or ranker.governorates.find(whole) is None:
            continue
        if ranker.governorates.find(part) is None and find_named(fold(part), ranker):
            is_quarter = kind == "neighbourhood" and word not in SUBURBS
            return f"{part} {words[at]} ({whole})" if is_quarter else f"{part} ({whole})"
    return ""

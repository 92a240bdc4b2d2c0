"""Prepositions before a name, joined on or apart: "بسراقب", "in Saraqib", "بمدينة سراقب"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.abroad import find_abroad, find_country
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.wholes_unmarked import find_named, part_whole
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import read_parts
from gazetteer.spelling.type_words import GLUED_AND, JOINED, PLACING

__all__ = ["strip_preposition"]

SHORT, KNOWN = 3, 2  # letters; so short a name is met so only where reports often name it
_ARTICLE = "ال"
_FIRST = re.compile(rf"(?:(?! {GLUED_AND})[^,،;؛:/|\\()\[\]{{}}])*")
_APART = re.compile(rf"(?:{'|'.join(PLACING)})\s+(?=\S)", re.IGNORECASE)
_JOINED = re.compile(rf"(?:{'|'.join(JOINED)})(?=[\u0621-\u064a]{{2}})")


def strip_preposition(text: str, ranker: Ranker, home: str) -> str:
    """Return a cleaned name without the preposition before it.

    As it stands where it is listed or known abroad so, or the rest is not listed: "بصرى" is a
    town, and "برقة" is not in Raqqa, which has its article there.
    """
    match = _FIRST.match(text)
    first = match[0].rstrip() if match else ""
    readings = list(_readings(first))
    if not readings or _lists(first, ranker):
        return text
    found = next((name for name in readings if _is_listed(name, ranker)), None)
    if found is None or find_country(first) or find_abroad(first, home):
        return text
    return found + text[len(first) :]


def _readings(name: str) -> Iterator[str]:
    """Yield what is left of a name; "لل" is "to the", its article's first letter left out."""
    apart = _APART.match(name)
    if apart:
        yield name[apart.end() :]
    joined = _JOINED.match(name)
    if joined:
        rest = name[joined.end() :]
        yield f"{_ARTICLE}{rest}" if joined[0].endswith("لل") else rest


def _lists(name: str, ranker: Ranker) -> bool:
    return any(find_named(text, ranker) for text in {fold(name), read_parts(name).head})


def _is_listed(name: str, ranker: Ranker) -> bool:
    """Say whether a name, or what its type words and whole leave, is listed with its article."""
    head = read_parts(part_whole(name, ranker)).head
    return any(
        head.startswith(_ARTICLE) == fold(place.name_ar or head).startswith(_ARTICLE)
        and len(head) >= SHORT
        and (len(head) > SHORT or place.prominence >= KNOWN)
        for place in find_named(head, ranker)
    )

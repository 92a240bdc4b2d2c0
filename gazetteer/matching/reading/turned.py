"""Turned: a town with a part of it after it, "Ariha (main road)", "Ariha - fish market".

Read as "Ariha: main road" is: whatever mark stands between them, what says a part of a town, or
where in one, is no whole.
"""

from __future__ import annotations

from dataclasses import replace

from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.sites import SITE_KINDS
from gazetteer.matching.reading.wholes_unmarked import find_named
from gazetteer.places import AREA_KINDS
from gazetteer.relative.parse import Relative, parse_relative
from gazetteer.spelling.names import fold, strip_articles
from gazetteer.spelling.parts import Parts, names_nothing, read_parts
from gazetteer.spelling.type_words import LEADING, QUALIFIERS, TRAILING

__all__ = ["is_inside", "read_part", "turn_part"]

_OF_TOWNS = ("neighbourhood", "facility")
_OF_AREAS = ("settlement", *AREA_KINDS)
_BESIDE_TOWNS = (*SITE_KINDS, "camp")  # called after the towns that they lie by


def turn_part(parts: Parts, ranker: Ranker) -> Parts:
    """Return the part first, in the town, where a listed town stands before it; else as it is.

    Of a bare word for what lies by a town, "Tarmin (airport)", its name with that word.
    """
    after = (*parts.wholes, *parts.other_names)
    if not after or len(parts.other_names) > 1:
        return parts
    # A word for a kind may begin a town's own name.
    said = parts.full if _is_town(parts.full, ranker) else parts.head
    part = read_part(after[0])
    if part is None or not _is_town(said, ranker):
        return parts
    if said != parts.full and parts.hint not in (None, "settlement"):
        return parts
    if _kind_of(part) in _BESIDE_TOWNS and names_nothing(part):
        return replace(read_parts(f"{said} {fold(after[0])}"), wholes=parts.wholes[1:])
    return replace(part, wholes=(said, *parts.wholes[1:]))


def is_inside(relative: Relative) -> bool:
    """Say whether a name says a part of its own subject: "eastern Ariha", "Ariha, by the mosque".

    Not the side of another place that it lies on, nor a road that ends at a mark.
    """
    if not all(fold(anchor) for anchor in relative.anchors):
        return True
    return bool(relative.subject) and (relative.kind == "part" or _names_none(relative))


def _names_none(relative: Relative) -> bool:
    said = [read_parts(anchor) for anchor in relative.anchors]
    return all(names_nothing(part) or part.full in QUALIFIERS for part in said)


def _is_town(head: str, ranker: Ranker) -> bool:
    return any(place.kind == "settlement" for place in find_named(head, ranker))


def read_part(written: str) -> Parts | None:
    """Read what stands after a town; None where it says no part of one, nor where in it."""
    part = read_parts(written)
    if part.wholes or part.other_names:
        return None
    if _kind_of(part) in _OF_TOWNS or (names_nothing(part) and _kind_of(part) not in _OF_AREAS):
        return part
    if part.hint == "settlement" and part.head in QUALIFIERS:  # "old town"
        return part
    bare = read_parts(strip_articles(part.full))  # "the eastern quarter", in Arabic
    if bare.hint in _OF_TOWNS:
        return replace(part, hint=bare.hint, word=bare.word)
    relative = parse_relative(written)
    return part if relative is not None and _names_none(relative) else None


def _kind_of(part: Parts) -> str | None:
    """Return the kind that a part's type word says, also where it is a type word alone."""
    return part.hint or LEADING.get(part.head) or TRAILING.get(part.head)

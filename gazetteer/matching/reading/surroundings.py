"""Surroundings: a place with what lies around it, "Ariha and its countryside"."""

from __future__ import annotations

import re

from gazetteer.relative.parse import parse_relative, says_around
from gazetteer.spelling.conjunctions import Several
from gazetteer.spelling.parts import read_parts

__all__ = ["lies_beside", "read_around", "says_countryside"]

# A name and one more piece, by a comma, a colon, a dash or brackets.
_LED_BY_AND = re.compile(r"^(?:and |with |et |و ?)", re.IGNORECASE)
_AND_MORE = re.compile(
    r"([^,،;؛:()\[\]]+?)(?:\s*[,،;؛:]\s*|\s+[-–—]\s+|\s*[(\[]\s*)([^,،;؛:()\[\]]+?)\s*[)\]]?"
)


def lies_beside(text: str) -> bool:
    """Say whether a cleaned name is of what lies by places, rather than of these and more.

    "X, nearby villages" is X and those; "X (vicinity)" lies by X.
    """
    relative = parse_relative(text)
    if relative is None or relative.kind == "part":
        return False
    return not (relative.subject and read_around(text))


def read_around(text: str) -> Several | None:
    """Read "X, nearby villages", "X (and its surroundings)" as "X and nearby villages"."""
    found = _AND_MORE.fullmatch(text)
    more = _LED_BY_AND.sub("", found[2]) if found else ""
    if found is None or not says_around(more):
        return None
    relative = parse_relative(text) if more == found[2] else None
    if relative is not None and not relative.subject:
        return None  # "X, outskirts": as "outskirts of X", without X itself
    return Several((read_parts(found[1]), read_parts(more)))


def says_countryside(read: Several) -> bool:
    """Say whether the last of several is the countryside of the others, or a side of it."""
    relative = parse_relative(f"X, {read.members[-1].full}")
    return relative is not None and relative.kind == "countryside"

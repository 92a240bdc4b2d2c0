"""A place name in a text, as the finders of either script hand it on, and as it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.match import Match
from gazetteer.mentions.index import Found

__all__ = ["BESIDE", "HELD", "Mention", "Span", "put_back"]

BESIDE, HELD = 1, 2  # in a list: next to a place; between two, or cued by itself as well


@dataclass(frozen=True, slots=True)
class Span:
    """A place name in a text, offsets in code points. cue: how strongly its surroundings say so."""

    start: int
    end: int
    surface: str
    found: Found | None  # None: on no list, but cued
    cue: int
    hint: str | None = None  # the type word beside it, folded: town, province, countryside ...
    after_of: bool = False
    compass: str | None = None  # "southern" of "southern Idlib", "south" of "south of Idlib"
    previous: str = ""  # the word before, small
    in_list: int = 0  # BESIDE or HELD


@dataclass(frozen=True, slots=True)
class Mention:
    """One place name in a text. start and end count code points; country is ISO 3166 or None.

    A name elsewhere in the world has its country, precision country or unknown, and no point.
    """

    surface: str
    start: int
    end: int
    match: Match
    country: str | None


def put_back(mention: Mention, text: str, stood: Sequence[int]) -> Mention:
    """Return a mention as it stands in a text whose characters stood where it is said."""
    start, end = stood[mention.start], stood[mention.end - 1] + 1
    return replace(mention, surface=text[start:end], start=start, end=end)

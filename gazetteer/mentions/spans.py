"""A place name in a text, as the finders of either script hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.mentions.index import Found

__all__ = ["BESIDE", "HELD", "Span"]

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

"""Countries of a text: which ones it tells places of, before any of its names is looked up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from gazetteer.abroad import find_country, list_countries_of
from gazetteer.matching.ladder import Gazetteer
from gazetteer.several import Gazetteers
from gazetteer.spelling.names import fold, glue

__all__ = ["Spoken", "find_text_countries", "list_spoken"]

_LOOKED = 20_000  # code points of a text in which countries are looked for
# A state is named for what it did or said elsewhere as well; a place of it is where something was.
_BY_PLACE, _BY_NAME = 2, 1
MOST_TOGETHER = 3  # countries whose places are looked up for one text
_BESIDE = 0.5  # of the first one's weight, from which another country's places are looked up too
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\S")
_OWNS = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a text says of one country: whether its name, and how many of its places.

    places: distinct names of towns and first-level areas that no other country has.
    """

    named: bool
    places: int

    @property
    def weight(self) -> int:
        """How much the text tells of places there."""
        return _BY_PLACE * self.places + _BY_NAME * self.named

    @property
    def is_told_of(self) -> bool:
        """Say whether more than an act of its state, or a chance likeness of a name, is told."""
        return self.places > 1 or (self.places == 1 and self.named)


def find_text_countries(text: str, usual: Gazetteer | Gazetteers) -> tuple[str, ...]:
    """Return the countries whose places a text tells of, two letters, small, most spoken of first.

    usual: the gazetteer that is taken where the text tells more of its countries than of any
    other, or of none; a name that it lists and no other country alone has counts for it.
    """
    spoken = list_spoken(text)
    homes = tuple(usual.country.split(","))
    own = sum(spoken[home].weight for home in homes if home in spoken)
    told = {code: one for code, one in spoken.items() if one.is_told_of and code not in homes}
    named = [code for code, one in spoken.items() if one.named]
    if not told and not own and len(named) == 1:  # a text that names one country, and no town
        told = {named[0]: spoken[named[0]]} if named[0] not in homes else {}
    best = max((one.weight for one in told.values()), default=0)
    if best <= own or best <= own + _count_listed(text[:_LOOKED], usual, told):
        return homes
    weights = {code: one.weight for code, one in told.items()}
    weights |= {home: spoken[home].weight for home in homes if home in spoken}
    beside = sorted(weights, key=lambda code: -weights[code])
    return tuple(code for code in beside if weights[code] >= _BESIDE * best)[:MOST_TOGETHER]


def list_spoken(text: str) -> dict[str, Spoken]:
    """Return what the beginning of a text says of each country, by two letters, small.

    Nothing is kept of the text: on a server it is a visitor's own.
    """
    named: set[str] = set()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for name in _names_in(text[:_LOOKED]):
        country = find_country(name)
        if country is not None:
            named.add(country.lower())
        elif len(codes := list_countries_of(name)) == 1:
            places[next(iter(codes)).lower()].add(glue(fold(name)))
    return {
        code: Spoken(code in named, len(places[code])) for code in sorted(named | places.keys())
    }


def _count_listed(text: str, usual: Gazetteer | Gazetteers, told: Collection[str]) -> int:
    """Count the names that the usual gazetteer lists, without those of one country told of."""
    listed = set()
    for name in _names_in(text):
        having = {code.lower() for code in list_countries_of(name)}
        theirs = len(having) == 1 and having <= set(told)
        if find_country(name) is None and not theirs and usual.lists(name):
            listed.add(glue(fold(name)))
    return len(listed)


def _names_in(text: str) -> frozenset[str]:
    """Return what may be names: one to three words, each written large or of a script without."""
    large = [_OWNS.sub("", word) if word[0].isalpha() and not word[0].islower() else ""
             for word in _WORD.findall(text)]  # fmt: skip
    names = set()
    for one, other, last in zip(large, [*large[1:], ""], [*large[2:], "", ""], strict=False):
        if one:
            names.add(one)
        if one and other:
            names.add(f"{one} {other}")
        if one and other and last:
            names.add(f"{one} {other} {last}")
    return frozenset(names)

"""What countries call their areas of administration: one, several, and in Arabic.

The words are data: geo/data/world/countries.json (`levels`) has those of each country in English,
levels.json beside it the Arabic ones, all of them feminine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as package_files
from typing import Any

from geo.land.country import name_level
from geo.land.world import world_countries

__all__ = ["BASE_LEVELS", "LevelWords", "call_level", "level_words", "make_plural", "say_levels"]

BASE_LEVELS = ("governorate", "district", "subdistrict")  # as the tables of the project say them
_NEUTRAL = ("area", "district", "subdistrict")  # of countries whose words differ
_HISSING = ("s", "x", "sh", "ch")
_LEVEL_WORD = re.compile(
    r"'[^']*'|\"[^\"]*\"|\b(?P<article>an? )?(?P<word>(?:governorate|district|subdistrict)s?)\b"
)
_PART_OF_NAME = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class LevelWords:
    """The words for levels 1 to 3; `arabic` is that of the first level."""

    one: tuple[str, str, str] = BASE_LEVELS
    arabic: str = "محافظة"

    @property
    def many(self) -> tuple[str, ...]:
        """The English words for several areas.

        >>> LevelWords(("province", "county", "parish")).many
        ('provinces', 'counties', 'parishes')
        """
        return tuple(make_plural(word) for word in self.one)

    @property
    def arabic_definite(self) -> str:
        """The area, in Arabic."""
        return _PART_OF_NAME.sub(lambda part: f"ال{part.group()}", self.arabic)

    @property
    def arabic_owned(self) -> str:
        """Its area, in Arabic: the first word takes the ending, adjectives the article."""
        first, *rest = self.arabic.split()
        return " ".join((f"{first.removesuffix('ة')}تها", *(f"ال{word}" for word in rest)))

    def to_json(self) -> dict[str, list[str]]:
        """Return the words as the map in the browser takes them."""
        return {"one": list(self.one), "many": list(self.many)}


def make_plural(word: str) -> str:
    """Return the English plural of a level's word, of both sides of an "or".

    >>> make_plural("oblast"), make_plural("territory"), make_plural("state or territory")
    ('oblasts', 'territories', 'states or territories')
    """
    if " or " in word:
        return " or ".join(make_plural(each) for each in word.split(" or "))
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def level_words(countries: Sequence[str]) -> LevelWords:
    """Return the words of countries; neutral ones for a level that they call differently.

    >>> level_words(("ua",)).one, level_words(("sy", "ua")).one
    (('oblast', 'raion', 'hromada'), ('area', 'district', 'subdistrict'))
    """
    found = [name_level(countries, level) for level in (1, 2, 3)]
    first, *rest = (
        neutral if word == "area" else word for word, neutral in zip(found, _NEUTRAL, strict=True)
    )
    if first == rest[0]:  # a country that calls the first level district says nothing of the second
        rest[0] = f"second-level {first}"
    return LevelWords((first, rest[0], rest[1]), _name_in_arabic(countries, first))


def call_level(kind: str, code: str | None) -> str:
    """Return what the country of an area's code calls a kind of BASE_LEVELS; others stay.

    >>> call_level("governorate", "UA46"), call_level("governorate", "T1"), call_level("area", "UA")
    ('oblast', 'governorate', 'area')
    """
    country = (code or "")[:2]
    if kind not in BASE_LEVELS or country not in world_countries():
        return kind
    return level_words((country.lower(),)).one[BASE_LEVELS.index(kind)]


def say_levels(text: str, country: str) -> str:
    """Return a sentence of ours whose words for areas are those of a country; quotes stay.

    >>> say_levels("the town, not the governorate of that name", "ua")
    'the town, not the oblast of that name'
    """
    if country.upper() not in world_countries() or _LEVEL_WORD.search(text) is None:
        return text
    words = level_words((country.lower(),))
    if words.one == BASE_LEVELS:
        return text
    said = dict(zip(BASE_LEVELS, words.one, strict=True))
    said |= dict(zip(map(make_plural, BASE_LEVELS), words.many, strict=True))

    def call(found: re.Match[str]) -> str:
        article, word = found["article"], said.get(found["word"] or "")
        if word is None:
            return found[0]
        if article:
            article = "an " if word[0] in "aeiou" else "a "
        return f"{article or ''}{word}"

    return _LEVEL_WORD.sub(call, text)


def _name_in_arabic(countries: Sequence[str], word: str) -> str:
    known = _arabic_words()
    own = {known["ar_of"].get(country.upper(), known["ar"].get(word)) for country in countries}
    return str(own.pop() if len(own) == 1 and None not in own else known["ar_usual"])


@cache
def _arabic_words() -> Mapping[str, Any]:
    path = package_files("geo").joinpath("data", "world", "levels.json")
    known: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return known

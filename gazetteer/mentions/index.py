"""What a run of words is looked up in: every spelling of the gazetteer and of the world."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gazetteer.match import Match
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.lexicon import arabic, english
from gazetteer.spelling.letters import ARTICLES
from gazetteer.spelling.names import fold, glue, is_arabic, strip_articles
from gazetteer.world import WorldName, world_names

__all__ = ["Found", "NameIndex", "name_index"]

WELL_KNOWN = 50_000  # inhabitants; a town of that size is meant by its name alone
KNOWN = 5_000
SHORTEST_OPENED = 5  # letters of a listed name of two everyday words, "Tell" or the like the first
CASED = 4  # letters; a shorter Latin name of the world counts in capitals only: "US", not "us"
SHORTEST_TOWN = 3  # letters of a name that is an everyday word too, in Arabic or with an article
MOST_KEPT = 50_000  # answers and runs kept over texts
MOST_WORDS = 200_000  # words and runs of words whose answers are kept: some 40 MB
_ARTICLES = frozenset(ARTICLES)


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling that was met, and how well it is known.

    strength: 3 meant by the name alone, 2 likely, 1 a village of which little is known, 0 also
    an everyday word or a person's name.
    """

    key: str
    strength: int
    listed: bool
    world: WorldName | None
    town: bool = False  # known in reporting, though the word is an everyday one too
    homes: frozenset[str] = frozenset()  # governorates with a settlement of that name


class NameIndex:
    """Spellings by their letters without articles, spaces and marks."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._units = gazetteer.index.units
        self._owners = gazetteer.index.owners
        self._places = gazetteer.places
        self._world: dict[str, WorldName] = {}
        self._home = gazetteer.country.upper()
        self.cased: frozenset[str] = frozenset(
            spelling for name in world_names() for spelling in name.spellings
            if len(spelling) <= CASED and spelling.isupper()
        )  # fmt: skip
        for name in world_names():
            at_home = name.kind != "country" and name.country == self._home
            for spelling in () if at_home else name.spellings:
                self._world.setdefault(glue(fold(spelling)), name)
        self._keys = sorted({*self._units, *self._world})
        self._bare: dict[str, str] = {}
        self._found: dict[tuple[str, str], Found | None] = {}
        self._begins: dict[str, bool] = {}
        self._asked: dict[tuple[str, str | None], Match] = {}
        self._match = gazetteer.match
        self.nameless: set[str] = set()  # runs of capitals that name nothing, wherever they stand

    def bare(self, word: str) -> str:
        """Return a word folded and without its article; "" for an article by itself."""
        known = self._bare.get(word)
        if known is None:
            folded = fold(word)
            is_article = folded in _ARTICLES and word not in self.cased
            known = "" if is_article else strip_articles(folded).replace(" ", "")
            if len(self._bare) >= MOST_WORDS:
                self._bare.clear()
            self._bare[word] = known
        return known

    def ask(self, name: str, governorate: str | None) -> Match:
        """Return the gazetteer's answer to a name; many texts ask for the same few."""
        key = (name, governorate)
        found = self._asked.get(key)
        if found is None:
            found = self._match(name, governorate)
            if len(self._asked) >= MOST_KEPT:
                self._asked.clear()
            self._asked[key] = found
        return found

    def note_nameless(self, run: str) -> None:
        """Keep a run of capitals as one that names nothing."""
        if len(self.nameless) < MOST_KEPT:
            self.nameless.add(run)

    def begins(self, key: str) -> bool:
        """Say whether any name begins with these letters."""
        known = self._begins.get(key)
        if known is None:
            at = bisect_left(self._keys, key)
            known = at < len(self._keys) and self._keys[at].startswith(key)
            if len(self._begins) >= MOST_WORDS:
                self._begins.clear()
            self._begins[key] = known
        return known

    def find(self, key: str, surface: str) -> Found | None:
        """Return what a key stands for; the surface shows everyday words and capitals."""
        asked = (key, surface)
        found = self._found.get(asked)
        if found is None and asked not in self._found:
            found = self._find(key, surface)
            if len(self._found) >= MOST_WORDS:
                self._found.clear()
            self._found[asked] = found
        return found

    def holds(self, key: str) -> bool:
        """Say whether a key is a name at all."""
        return key in self._units or key in self._world

    def _find(self, key: str, surface: str) -> Found | None:
        world = self._world.get(key)
        if world and len(key) < CASED and surface.isascii() and not surface.isupper():
            world = None
        unit = self._units.get(key)
        if unit is None and world is None:
            return None
        strength = self._strength(key, surface, unit)
        owners = [] if unit is None else [self._places[at] for at in self._owners[unit]]
        town = strength == 0 and any(p.prominence >= 1 for p in owners)
        with_article = len(fold(surface).replace(" ", "")) > len(key)  # "al-Bab"
        full = is_arabic(key) or with_article
        town = town and len(key) >= (SHORTEST_TOWN if full else CASED)
        homes = frozenset(p.adm1_name for p in owners if p.adm1_name and p.kind == "settlement")
        return Found(key, strength, unit is not None, world, town, homes)

    def _strength(self, key: str, surface: str, unit: int | None) -> int:
        folded = fold(surface)
        common = arabic.COMMON if is_arabic(folded) else english.COMMON | english.GIVEN_NAMES
        words = [word for word in folded.split() if word not in _ARTICLES]
        if len(words) == 1 and (folded in common or words[0] in common):
            return 0
        openers = arabic.OPENERS if is_arabic(folded) else english.OPENERS
        opens = len(words) > 1 and words[0] in openers and unit is not None
        if len(words) > 1 and all(word in common for word in words):
            return 2 if opens and len(key) >= SHORTEST_OPENED else 1
        if unit is None:
            return 2
        places = [self._places[at] for at in self._owners[unit]]
        if any(p.prominence >= 2 or (p.population or 0) >= WELL_KNOWN for p in places):
            best = 3
        elif any(p.prominence >= 1 or (p.population or 0) >= KNOWN for p in places):
            best = 2
        else:
            best = 1
        if len(words) > 1 and len(key) >= 7:
            best = max(best, 2)
        return best if len(key) > 2 or best == 3 else 0


_INDEXES: WeakKeyDictionary[Gazetteer, NameIndex] = WeakKeyDictionary()


def name_index(gazetteer: Gazetteer) -> NameIndex:
    """Return the index of a gazetteer, made once."""
    index = _INDEXES.get(gazetteer)
    if index is None:
        index = _INDEXES[gazetteer] = NameIndex(gazetteer)
    return index

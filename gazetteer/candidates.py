"""Gathering: from a spelling to the few places whose spellings could be the same name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from gazetteer.names import (
    encode_sound,
    fold_all,
    is_arabic,
    skeletons_of,
    strip_articles,
    strip_glued_article,
)
from gazetteer.places import Place

__all__ = ["Index", "Query", "head_of"]

SHORTEST_NEAR = 3  # consonants; shorter skeletons are not looked up with one missing


class Query:
    """A name in all the forms that candidates are looked up and scored by."""

    __slots__ = ("arabic", "bare", "folded", "glued", "sound", "unglued", "unglued_sound")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.bare = strip_articles(folded)
        self.glued = self.bare.replace(" ", "")
        self.arabic = is_arabic(folded)
        self.sound = encode_sound(self.bare)
        self.unglued = None if self.arabic else strip_glued_article(self.bare)
        self.unglued_sound = encode_sound(self.unglued) if self.unglued else None


def head_of(name: str) -> str | None:
    """Return a listed name without its "(district)" or " - district", if it has one."""
    for mark in ("(", " - ", "_", "["):
        at = name.find(mark)
        if at > 1:
            return name[:at].strip()
    return None


class Index:
    """Every spelling of every place, by folded text, by skeleton, by skeleton with one gone.

    A unit is one spelling without articles and spaces, shared by all places that bear it.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self.units: dict[str, int] = {}
        self.owners: list[list[int]] = []
        self.sounds: list[str] = []
        self.glued: list[str] = []
        self.arabic: list[bool] = []
        self.folded: dict[str, list[int]] = {}
        self._bare: list[str] = []
        self._add(places)

    def _add(self, places: Sequence[Place]) -> None:
        owners, names = [], []
        for at, place in enumerate(places):
            for name in _names_of(place):
                owners.append(at)
                names.append(name)
        folded = fold_all(names)
        bare = strip_articles("\n".join(folded)).split("\n")
        for at, text, stripped in zip(owners, folded, bare, strict=True):
            if not stripped:
                continue
            self._append(self.folded.setdefault(text, []), at)
            key = stripped.replace(" ", "")
            unit = self.units.get(key)
            if unit is None:
                unit = self.units[key] = len(self.owners)
                self.owners.append([])
                self.glued.append(key)
                self._bare.append(stripped)
            self._append(self.owners[unit], at)
        self.sounds = encode_lines(self._bare)
        self.arabic = [is_arabic(text) for text in self._bare]

    @staticmethod
    def _append(owners: list[int], at: int) -> None:
        if not owners or owners[-1] != at:
            owners.append(at)

    @cached_property
    def skeletons(self) -> dict[str, list[int]]:
        """Skeleton to the units that may go by it."""
        found: dict[str, list[int]] = {}
        for unit, bare in enumerate(self._bare):
            for key in skeletons_of(bare):
                found.setdefault(key, []).append(unit)
        return found

    @cached_property
    def with_one_gone(self) -> dict[str, list[str]]:
        """Skeleton with one consonant left out to the whole skeletons."""
        found: dict[str, list[str]] = {}
        for key in self.skeletons:
            for shorter in _leave_one_out(key):
                found.setdefault(shorter, []).append(key)
        return found

    def gather(self, query: Query) -> set[int]:
        """Return the units whose skeleton is the query's, or one consonant from it."""
        found: set[int] = set()
        for key in skeletons_of(query.bare):
            found.update(self.skeletons.get(key, ()))
            for near in self._near(key):
                found.update(self.skeletons[near])
        return found

    def _near(self, key: str) -> Iterator[str]:
        yield from self.with_one_gone.get(key, ())
        for shorter in _leave_one_out(key):
            if shorter in self.skeletons:
                yield shorter
            yield from self.with_one_gone.get(shorter, ())


def _names_of(place: Place) -> Iterable[str]:
    names = dict.fromkeys([place.name, *place.spellings])
    if place.name_ar:
        names[place.name_ar] = None
    for name in list(names):
        head = head_of(name)
        if head:
            names[head] = None
    return names


def _leave_one_out(key: str) -> set[str]:
    if len(key) < SHORTEST_NEAR:
        return set()
    return {key[:at] + key[at + 1 :] for at in range(len(key))}


def encode_lines(bare: list[str]) -> list[str]:
    """Return `encode_sound` of many names."""
    return [encode_sound(text) for text in bare]

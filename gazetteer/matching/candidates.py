"""Gathering: from a spelling to the few places whose spellings could be the same name."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache

from gazetteer.places import AREA_KINDS, Place
from gazetteer.spelling.habits import form_of, forms_of_all, is_slavic
from gazetteer.spelling.names import (
    encode_sounds,
    fold,
    fold_all,
    glue,
    hear,
    hear_all,
    is_arabic,
    read_otherwise,
    skeleton,
    skeletons_of,
    skeletons_of_all,
    strip_articles,
    strip_glued_article,
)
from gazetteer.spelling.opposed import are_opposed, read_opposed, read_opposed_all, stretch_rest
from gazetteer.spelling.slips import merge_vowels, slips_of

__all__ = ["Index", "Query", "head_of", "read_query", "without_collector"]

# How far a spelling's source lies below the best that another place has it from: by the best's
# rank and its own. Ranks: 0 the pack, 1 names of added tables, 2 further spellings of the world's
# file (GeoNames' other names, such as those of villages that became a town), which lie far below
# another place's own name where they are a town's (those of a quarter, and beside an area's name,
# no farther than the next rank), 3 further spellings of added tables, which hardly count beside
# the pack.
BELOW = ((0, 1, 3, 5), (0, 0, 0, 1), (0, 0, 0, 1), (0, 0, 0, 0))
_FURTHER = 2
FAR_BELOW = 5  # ranks; a spelling so far below another place's is no name of its place
_MARK = re.compile(r"[(\[_]| - ")  # before the district of a listed name
QUERIES_KEPT = 512  # a name is looked up several times while it is answered
MOST_WORDS = 255  # that are counted
SHORTEST_NEAR = 3  # consonants; shorter skeletons are not looked up with one missing


@contextmanager
def without_collector() -> Iterator[None]:
    """Hold the cyclic collector back: it walks tens of thousands of new records in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Query:
    """A name in all the forms that candidates are looked up and scored by."""

    __slots__ = (
        "arabic",
        "bare",
        "folded",
        "foreign",
        "foreign_skeletons",
        "glued",
        "heard",
        "opposed",
        "skeletons",
        "sounds",
        "spaces",
        "stretch",
    )

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.bare = strip_articles(folded)
        self.glued = self.bare.replace(" ", "")
        self.spaces = self.bare.count(" ")
        self.arabic = is_arabic(folded)
        self.opposed = read_opposed(self.bare)
        self.stretch = stretch_rest(self.bare) if self.opposed else 1.0
        unglued = None if self.arabic else strip_glued_article(self.bare)
        foreign = read_otherwise(self.bare)
        self.heard = hear(self.bare)
        others = [unglued, *foreign] if unglued else foreign
        self.sounds = encode_sounds((self.bare, *others), (self.heard, *map(hear, others)))
        self.foreign = len(others) - len(foreign) + 1  # the first that other habits give
        self.skeletons = skeletons_of(self.bare)
        self.foreign_skeletons = [skeleton(text) for text in foreign]


read_query = lru_cache(QUERIES_KEPT)(Query)


def head_of(name: str) -> str | None:
    """Return a listed name without its "(district)" or " - district", if it has one."""
    if _MARK.search(name) is None:
        return None
    for mark in ("(", " - ", "_", "["):
        at = name.find(mark)
        if at > 1:
            return name[:at].strip()
    return None


class Index:
    """Every spelling of every place, by folded text, by skeleton, by skeleton with one gone.

    A unit is one spelling without articles and spaces, shared by all places that bear it; those
    that bear it by a worse source than others are outranked.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self.units: dict[str, int] = {}
        self.owners: list[list[int]] = []
        self.outranked: dict[int, dict[int, int]] = {}  # by unit and owner, by how many ranks
        self.glued: list[str] = []
        self._bare: list[str] = []
        self._add(places)

    @without_collector()
    def _add(self, places: Sequence[Place]) -> None:
        owners, names, ranks = [], [], []
        for at, place in enumerate(places):
            variants, further = set(place.variants), set(place.further)
            for name in _names_of(place):
                owners.append(at)
                names.append(name)
                listed_as = _FURTHER if name in further else int(place.added)
                ranks.append(3 if name in variants else listed_as)
        folded = fold_all(names)
        bare = strip_articles("\n".join(folded)).split("\n") if folded else []
        self.slavic = is_slavic(bare)
        if self.slavic:
            owners += owners
            # A name as it is listed comes first; none is below the last rank.
            ranks += [1 if rank == 0 else len(BELOW) - 1 for rank in ranks]
            bare += forms_of_all(bare)
        ranked: dict[str, dict[int, int]] = {}
        shown: dict[str, str] = {}
        for owner, stripped, rank in zip(owners, bare, ranks, strict=True):
            if not stripped:
                continue
            key = stripped.replace(" ", "")
            own = ranked.setdefault(key, {})
            own[owner] = min(rank, own.get(owner, rank))
            shown.setdefault(key, stripped)
        # Spellings that are looked up together lie together: memory is what a look-up waits for.
        keys, listed = list(shown), list(shown.values())
        skeletons = skeletons_of_all(listed)
        order = sorted(range(len(keys)), key=lambda at: skeletons[at][:1])
        self.glued = [keys[at] for at in order]
        self._bare = [listed[at] for at in order]
        self._skeletons = [skeletons[at] for at in order]
        self.units = {key: unit for unit, key in enumerate(self.glued)}
        self.owners = [list(ranked[key]) for key in self.glued]
        areas = {at for at, place in enumerate(places) if place.kind in AREA_KINDS}
        towns = {at for at, place in enumerate(places) if place.kind == "settlement"}
        self.outranked = dict(_outranked([ranked[key] for key in self.glued], areas, towns))
        self._heard = hear_all(self._bare)
        self.sounds = encode_sounds(self._bare, self._heard)
        # Bytes: near each other in memory, for a look-up waits for nothing else as long.
        self.words = bytes(min(name.count(" "), MOST_WORDS) for name in self._bare)
        self.opposed = bytes(read_opposed_all(self._bare))  # by unit, which side its name says
        self.arabic = bytes(map(is_arabic, self._bare))

    @cached_property
    @without_collector()
    def skeletons(self) -> dict[str, list[int]]:
        """Skeleton to the units that may go by it."""
        found: dict[str, list[int]] = {}
        for unit, keys in enumerate(self._skeletons):
            for key in keys:
                found.setdefault(key, []).append(unit)
        return found

    @cached_property
    @without_collector()
    def with_one_gone(self) -> dict[str, list[str]]:
        """Skeleton with one consonant left out to the whole skeletons."""
        found: dict[str, list[str]] = {}
        for key in self.skeletons:
            for shorter in _leave_one_out(key):
                found.setdefault(shorter, []).append(key)
        return found

    def owners_of(self, glued: str) -> list[int]:
        """Return the places that a spelling is listed for, less those of far worse source."""
        unit = self.units.get(glued)
        far = self.far_below(unit)
        return [] if unit is None else [at for at in self.owners[unit] if at not in far]

    def far_below(self, unit: int | None) -> set[int]:
        """Return the owners of a spelling whose source is far worse than another's."""
        below = self.outranked.get(-1 if unit is None else unit, {})
        return {owner for owner, ranks in below.items() if ranks >= FAR_BELOW}

    def unit_of(self, name: str) -> int | None:
        """Return the unit of a listed spelling as written, None where it is none."""
        return self.units.get(glue(fold(name)))

    def lists(self, name: str) -> bool:
        """Say whether some place is called so."""
        return self.unit_of(name) is not None

    def lists_form(self, folded: str) -> bool:
        """Say whether some place's name has the form of a folded one; see `habits`."""
        return glue(form_of(folded)) in self.units

    def gather(self, query: Query) -> tuple[list[int], list[int]]:
        """Return the units whose skeleton is the query's, and those one consonant from it.

        None whose name says the opposite side: "eastern X" is not spelled like "western X". A unit
        with several skeletons may come more than once.
        """
        exact = self.units.get(query.glued)
        alike, near = self._gather_alike(query, exact)
        said, opposed = query.opposed, self.opposed
        if said:
            alike = [u for u in alike if u == exact or not are_opposed(said, opposed[u])]
            near = [u for u in near if not are_opposed(said, opposed[u])]
        return alike, near

    def _gather_alike(self, query: Query, exact: int | None) -> tuple[list[int], list[int]]:
        skeletons, near = self.skeletons, list[int]()
        alike = [] if exact is None else [exact]
        for key in (*query.skeletons, *query.foreign_skeletons):
            alike += skeletons.get(key, ())
        if exact is None:
            for whole in dict.fromkeys(w for key in query.skeletons for w in self._near(key)):
                near += skeletons[whole]
        return alike, near

    @cached_property
    @without_collector()
    def _sounding(self) -> dict[str, list[int]]:
        """Plain sounds to the units that have them."""
        found: dict[str, list[int]] = {}
        for unit, heard in enumerate(self._heard):
            found.setdefault(merge_vowels(heard), []).append(unit)
        return found

    def find_slips(self, query: Query) -> Iterator[int]:
        """Yield the units that the query is one slip from; none where it is listed itself."""
        if query.glued not in self.units:
            for heard in slips_of(query.bare, query.heard):
                yield from self._sounding.get(heard, ())

    def _near(self, key: str) -> list[str]:
        found, longer = list(self.with_one_gone.get(key, ())), self.with_one_gone
        for shorter in _leave_one_out(key):
            if shorter in self.skeletons:
                found.append(shorter)
            found += longer.get(shorter, ())
        return found


def _outranked(
    ranked: Sequence[dict[int, int]], areas: Collection[int], towns: Collection[int]
) -> Iterator[tuple[int, dict[int, int]]]:
    """Yield the units that owners of different rank share, with how far those are below."""
    for unit, owners in enumerate(ranked):
        if len(owners) > 1:
            below = BELOW[min(owners.values())]
            found = {owner: below[rank] for owner, rank in owners.items() if below[rank]}
            named = any(not rank and owner not in areas for owner, rank in owners.items())
            found |= {
                owner: 1 for owner in found
                if owners[owner] == _FURTHER and not (named and owner in towns)
            }  # fmt: skip
            if found:
                yield unit, found


def _names_of(place: Place) -> Iterable[str]:
    names = dict.fromkeys(filter(None, (place.name, place.name_ar, *place.spellings)))
    heads = [head for head in map(head_of, names) if head]
    return names | dict.fromkeys(heads) if heads else names


def _leave_one_out(key: str) -> Iterable[str]:
    if len(key) < SHORTEST_NEAR:
        return ()
    return dict.fromkeys([key[:at] + key[at + 1 :] for at in range(len(key))])

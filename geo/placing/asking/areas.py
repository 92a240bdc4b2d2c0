"""Areas by any name: codes of the areas that a text asks for, and the names nearest to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

import pandas as pd

from gazetteer.matching.areas import find_wide
from gazetteer.matching.beside.listed_areas import area_keys, is_listed
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place
from gazetteer.several import Gazetteers
from gazetteer.spelling.names import fold, glue, skeleton, strip_articles
from geo.land.boundaries import LOCAL, Boundaries

__all__ = ["NamedAreas"]

KINDS = {1: "governorate", 2: "district"}
MOST_NEAR = 3  # names that are offered
LEAST_LIKE = 0.6  # of difflib: below it a name is no neighbour


class NamedAreas:
    """The areas of one level, by all that rows, outlines and the gazetteer call them."""

    def __init__(
        self,
        level: int,
        strikes: pd.DataFrame,
        boundaries: Boundaries,
        gazetteer: Gazetteer | Gazetteers | None = None,
    ) -> None:
        """level: 1 or 2. gazetteer: without one, only codes and the names on map and rows."""
        self.level = level
        self._strikes, self._boundaries, self._gazetteer = strikes, boundaries, gazetteer

    def find(self, text: str) -> tuple[str, ...]:
        """Return the codes of the areas that a text names, none where it names none.

        Codes first, then whole names, then names among words such as "oblast"; several areas
        that are called alike are all of them meant, as are all sides of Darfur by "Darfur".
        """
        key = glue(fold(text))
        sides = self._wide.get(skeleton(strip_articles(fold(text))), [])
        if any(key in glue(fold(name)) for side in sides for name in (side.name, *side.spellings)):
            return tuple(sorted(filter(None, map(self._code, sides))))
        for known in (self._codes, self._names):
            if key in known:
                return tuple(sorted(known[key]))
        return tuple(sorted({code for place in self._say(text) if (code := self._code(place))}))

    def near(self, text: str) -> list[str]:
        """Return the names of the areas whose spelling is nearest, the best first."""
        likes = get_close_matches(glue(fold(text)), self._names, n=MOST_NEAR * 3, cutoff=LEAST_LIKE)
        codes = [code for place in self._guess(text) if (code := self._code(place))]
        codes += [code for like in likes for code in sorted(self._names[like])]
        return [self.names[code] for code in dict.fromkeys(codes)][:MOST_NEAR]

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each area by its code."""
        named = [(code, names[0]) for code, names in self._listed() if names]
        return dict(reversed(named))  # the first source that has the area names it

    @cached_property
    def _codes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for code in self.names:
            found.setdefault(glue(fold(code)), set()).add(code)
        for place in self._places:
            for other in place.codes:
                found.setdefault(glue(fold(other)), set()).add(self._code(place))
        return found

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for code, names in self._listed():
            for name in names:
                found.setdefault(glue(fold(name)), set()).add(code)
        found.pop("", None)
        return found

    def _listed(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the code of an area with its names: of rows, of outlines, of the gazetteer."""
        columns = [f"adm{self.level}_code", f"adm{self.level}_name"]
        table = self._boundaries.levels.get(self.level)
        if table is not None:
            own = ["code", *(name for name in ("name", "name_ar", LOCAL) if name in table)]
            yield from _rows(table[own])
        yield from _rows(self._strikes[columns].dropna().drop_duplicates())
        for place in self._places:
            if code := self._code(place):
                yield code, [place.name, *filter(None, [place.name_ar]), *place.spellings]

    @cached_property
    def _places(self) -> Sequence[Place]:
        if self._gazetteer is None:
            return ()
        return [place for place in self._gazetteer.places if place.kind == KINDS[self.level]]

    @cached_property
    def _wide(self) -> dict[str, list[Place]]:
        return find_wide(self._places)

    def _code(self, place: Place) -> str:
        return (place.adm1_code if self.level == 1 else place.adm2_code) or ""

    def _say(self, text: str) -> list[Place]:
        """Return the areas whose listed name stands in a text, with words of its kind around."""
        found = [place for place in self._guess(text) if is_listed(place, text)]
        keys = area_keys([text])
        return found or [
            place
            for place in self._places
            if not keys.isdisjoint(area_keys([place.name, *place.spellings]))
        ]

    def _guess(self, text: str) -> Iterable[Place]:
        asked = self._gazetteer
        members = asked.members if isinstance(asked, Gazetteers) else (asked,)
        for member in filter(None, members):
            found = (
                member.find_governorate(text)
                if self.level == 1
                else member.find_area(text, KINDS[2])
            )
            if found is not None and found.kind == KINDS[self.level]:
                yield found


def _rows(table: pd.DataFrame) -> Iterator[tuple[str, list[str]]]:
    for code, *names in table.itertuples(index=False, name=None):
        yield str(code), [name for name in names if isinstance(name, str) and name]

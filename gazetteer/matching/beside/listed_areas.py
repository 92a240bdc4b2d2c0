"""Whether a text is an area's name as it is listed, rather than only like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.places import AREA_KINDS, Place
from gazetteer.spelling.names import fold, glue, skeleton, strip_articles
from gazetteer.spelling.parts import read_parts
from gazetteer.spelling.type_words import COMPASS

__all__ = ["LowerAreas", "area_keys", "is_listed", "means_town"]

KNOWN = 2  # prominence: a town that reports often name
_ONE_WORD = {word: way for word, way in COMPASS.items() if " " not in word}


def is_listed(area: Place, text: str) -> bool:
    """Say whether a text is a listed name of an area, type words aside, or its code.

    A name may stand among other words. "Northern X" is "North X".
    """
    said = set(fold(text).split())
    if any(set(fold(name).split()) <= said for name in _names(area)):
        return True
    keys = area_keys([text])
    return any(not keys.isdisjoint(area_keys([name])) for name in _names(area))


class LowerAreas:
    """The second-level areas of a country, for cells that name them as if of the first."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_key: dict[str, list[Place]] = {}
        self._above: dict[str | None, Place] = {}
        for place in places:
            if place.kind == "governorate":
                self._above[place.adm1_code] = place
            elif place.kind == "district":
                for key in area_keys([place.name, place.name_ar or "", *place.spellings]):
                    self._by_key.setdefault(key, []).append(place)

    def find(self, text: str, like: Place | None = None) -> Place | None:
        """Return the area that a text is a listed name of, or sounds as; None for several.

        like: what is found by a spelling that is near. Of a name that the area above it has as
        well, such as Gaza of the Gaza Strip, the one above is returned.
        """
        found = {p.place_id: p for key in area_keys([text]) for p in self._by_key.get(key, ())}
        if not found and like is not None and like.kind == "district":
            sound = skeleton(strip_articles(fold(text)))
            found = {like.place_id: like} if sound in _sounds(like) or is_listed(like, text) else {}
        if len(found) != 1:
            return None
        area = next(iter(found.values()))
        above, said = self._above.get(area.adm1_code), set(fold(text).split())
        if above is not None and any(said < set(fold(name).split()) for name in _names(above)):
            return above
        return area


def means_town(text: str, area: Place, bearers: Iterable[Place]) -> bool:
    """Say whether a text that is only like an area's name is the listed name of a known town.

    bearers: the places of which it is a listed spelling.
    """
    towns = (p for p in bearers if p.kind not in AREA_KINDS and p.prominence >= KNOWN)
    return any(True for _ in towns) and not is_listed(area, text)


def area_keys(texts: Iterable[str]) -> set[str]:
    """Return what names of areas are compared by: whole and without type words, ways as one."""
    keys = {glue(_turn(words)) for text in texts for words in (fold(text), read_parts(text).head)}
    return keys - {""}


def _turn(folded: str) -> str:
    """Return a folded name whose words for ways are the plain ones: "northern" is "north"."""
    return " ".join(_ONE_WORD.get(word, word) for word in folded.split())


def _names(area: Place) -> Iterator[str]:
    yield from filter(None, (area.name, area.name_ar, area.adm1_code, *area.codes))
    yield from area.spellings


def _sounds(area: Place) -> set[str]:
    return {skeleton(strip_articles(read_parts(name).head)) for name in _names(area)} - {""}

"""Reported: which first-level area a row names, and where that outweighs a coarse outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import geopandas as gpd
import numpy as np
import shapely

from gazetteer.places import Place
from gazetteer.spelling.normalise import fold_words
from geo.placing.outlines import REACH_KM, Objects, PlacedPoints

__all__ = [
    "Called", "FindsGovernorates", "Named", "keep_reported", "read_called", "read_reported",
]  # fmt: skip

Named = Mapping[str, tuple[str, str]]  # text -> code and name of an area


class FindsGovernorates(Protocol):
    """What the join needs of a gazetteer: any spelling of a governorate to its record."""

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names, or None."""


@dataclass(frozen=True, slots=True)
class Called:
    """What the first-level areas of a table are called, in the order of the table."""

    row_of: Mapping[str, int]  # by code
    words: Sequence[frozenset[str]]  # of each name
    known: Named  # by code, name and Arabic name, folded


def read_called(areas: gpd.GeoDataFrame) -> Called:
    """Return what areas are called; areas: code, name, name_ar."""
    rows = [*areas[["code", "name", "name_ar"]].itertuples(index=False, name=None)]
    known = {
        fold_words(spelling): (code, name)
        for code, name, name_ar in rows
        for spelling in (code, name, name_ar)
        if isinstance(spelling, str)
    }
    words = [frozenset(fold_words(name).split()) for _, name, _ in rows]
    return Called({code: row for row, (code, _, _) in enumerate(rows)}, words, known)


def read_reported(
    texts: Iterable[str], called: Called, gazetteer: FindsGovernorates | None
) -> dict[str, tuple[str, str]]:
    """Return code and name of the area that each distinct text names; texts of none are left out.

    Without a gazetteer only codes and exact names are understood. An area of another country than
    the table's is meant by a listed spelling alone: Gaza is not Giza, though it is like it.
    """
    named = {}
    countries = {code[:2] for code in called.row_of}
    for text in texts:
        key = fold_words(text)
        if key in called.known:
            named[text] = called.known[key]
        elif gazetteer is not None:
            place = gazetteer.find_governorate(text)
            if place is None or not place.adm1_code:
                continue
            if place.adm1_code[:2] in countries or key in _spellings(place):
                named[text] = (place.adm1_code, place.name)
    return named


def _spellings(place: Place) -> set[str]:
    return {fold_words(name) for name in (place.name, place.name_ar or "", *place.spellings)}


def keep_reported(located: PlacedPoints, texts: Objects, called: Called, named: Named) -> None:
    """Count points, in place, on the area that their row names within REACH_KM of its outline.

    texts: what each located row says of its area; named: as `read_reported` returns it. An area
    that is called after another ("Rural Damascus", "Sanaa City") is meant by the shorter name as
    well: there the outline decides.
    """
    codes = [named[text][0] if text in named else "" for text in texts]
    said = np.array([called.row_of.get(code, -1) for code in codes], dtype=np.intp)
    for at in np.flatnonzero((said >= 0) & (located.area >= 0) & (said != located.area)):
        inside = located.area[at]
        if called.words[said[at]] < called.words[inside]:
            continue
        away = shapely.distance(located.metric[at], located.outlines.areas[said[at]])
        if away <= REACH_KM * 1000:
            located.inside[at], located.area[at] = inside, said[at]

"""Reported: which first-level area a row names, and where that outweighs a coarse outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.places import Place
from gazetteer.spelling.normalise import fold_words
from geo.placing.outlines import REACH_KM, Objects, PlacedPoints

__all__ = ["FindsGovernorates", "keep_reported", "read_reported"]


class FindsGovernorates(Protocol):
    """What the join needs of a gazetteer: any spelling of a governorate to its record."""

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names, or None."""


def read_reported(
    texts: pd.Series, areas: gpd.GeoDataFrame, gazetteer: FindsGovernorates | None
) -> dict[str, tuple[str, str]]:
    """Return code and name of the area that each distinct text names; texts of none are left out.

    areas: code, name, name_ar. Without a gazetteer only codes and exact names are understood.
    """
    distinct = texts.dropna().unique()
    named = _find_by_name(areas, distinct)
    if gazetteer is not None:
        for text in set(distinct) - set(named):
            place = gazetteer.find_governorate(text)
            if place is not None and place.adm1_code:
                named[text] = (place.adm1_code, place.name)
    return named


def keep_reported(
    located: PlacedPoints,
    texts: Objects,
    areas: gpd.GeoDataFrame,
    named: Mapping[str, tuple[str, str]],
) -> None:
    """Count points, in place, on the area that their row names within REACH_KM of its outline.

    texts: what each located row says of its area; named: as `read_reported` returns it. An area
    that is called after another ("Rural Damascus", "Sanaa City") is meant by the shorter name as
    well: there the outline decides.
    """
    codes = [named[text][0] if text in named else None for text in texts]
    said = pd.Index(areas["code"]).get_indexer(pd.Index(codes, dtype=object))
    words = [frozenset(fold_words(name).split()) for name in areas["name"]]
    for at in np.flatnonzero((said >= 0) & (located.area >= 0) & (said != located.area)):
        inside = located.area[at]
        if words[said[at]] < words[inside]:
            continue
        away = shapely.distance(located.metric[at], located.outlines.areas[said[at]])
        if away <= REACH_KM * 1000:
            located.inside[at], located.area[at] = inside, said[at]


def _find_by_name(areas: gpd.GeoDataFrame, texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Text -> code and name, for texts that are a code or a name as the table has it."""
    known = {}
    for code, name, name_ar in areas[["code", "name", "name_ar"]].itertuples(index=False):
        for spelling in (code, name, name_ar):
            if isinstance(spelling, str):
                known[fold_words(spelling)] = (code, name)
    keys = {text: fold_words(text) for text in texts}
    return {text: known[key] for text, key in keys.items() if key in known}

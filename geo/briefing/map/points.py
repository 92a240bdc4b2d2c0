"""The strikes of a sheet as its map needs them: where each is, how sure, and of what group."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.briefing.drawing.fonts import clean
from geo.briefing.map.colour_groups import Colouring
from geo.briefing.terms.words import Words

__all__ = ["StrikePoints", "pick_points"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class StrikePoints:
    """The strikes as the map needs them, in the order of the sheet."""

    numbers: NDArray[np.int64]  # from 1
    lon: Floats  # null where not located
    lat: Floats
    uncertainty_km: Floats
    status: NDArray[np.object_]
    adm1_code: NDArray[np.object_]
    adm2_code: NDArray[np.object_]
    places: NDArray[np.object_]  # names of them in the language of the sheet, '' where not known
    disputed: NDArray[np.bool_]
    groups: NDArray[np.int64]  # position of each one's among those that strikes are coloured by

    @property
    def located(self) -> NDArray[np.bool_]:
        """Which strikes have a point."""
        return np.isfinite(self.lon)


def pick_points(
    strikes: gpd.GeoDataFrame,
    words: Words,
    disputed: Collection[str] = (),
    colouring: Colouring | None = None,
) -> StrikePoints:
    """Take from a strikes table what its map needs. disputed: ids of those that are."""
    of = colouring.of if colouring else {}
    return StrikePoints(
        numbers=np.arange(1, len(strikes) + 1),
        lon=strikes.geometry.x.to_numpy(dtype=float),
        lat=strikes.geometry.y.to_numpy(dtype=float),
        uncertainty_km=strikes["uncertainty_km"].to_numpy(dtype=float),
        status=strikes["location_status"].to_numpy(dtype=object),
        adm1_code=strikes["adm1_code"].to_numpy(dtype=object, na_value=None),
        adm2_code=strikes["adm2_code"].to_numpy(dtype=object, na_value=None),
        places=_clean_all(_say_near(_name_places(strikes, words).fillna(""), strikes, words)),
        disputed=strikes.index.isin(disputed),
        groups=np.array([of.get(strike, 0) for strike in strikes.index], dtype=np.int64),
    )


def _name_places(strikes: gpd.GeoDataFrame, words: Words) -> pd.Series:
    """Return names in the language of the sheet, where they are known in it.

    What was reported is one, where it is in the language and was found by its listed name.
    """
    names = strikes["place_name"]
    if words.language == "ar":
        return strikes["place_name_ar"].fillna(names)
    if words.language == "en":
        return names
    told = strikes["place_text"].fillna("")
    as_listed = strikes["match_method"].eq("exact") & told.map(words.is_own) & told.ne("")
    return names.fillna("").map(words.own_name).mask(as_listed, told)


def _say_near(names: pd.Series, strikes: gpd.GeoDataFrame, words: Words) -> pd.Series:
    """Return the names, those of places that the strike was only near to worded as such."""
    near = strikes["precision"].eq("near") & names.ne("")
    if not near.any():
        return names
    told = {name: words.say("near place", place=name) for name in names[near].unique()}
    return names.mask(near, names.map(told))


def _clean_all(names: pd.Series) -> NDArray[np.object_]:
    """Clean names, each once: many strikes hit one place."""
    cleaned = {name: clean(name) for name in names.unique()}
    return np.array([cleaned[name] for name in names], dtype=object)

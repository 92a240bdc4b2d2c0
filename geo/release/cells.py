"""Small numbers: areas with few strikes, which are told of with their neighbours' as one."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.land.boundaries import Boundaries
from geo.release.areas import find_sure
from geo.release.rows import Rows

__all__ = ["find_small"]

_ABOVE = {3: "district", 2: "governorate", 1: "country"}
LEAST_HIDDEN = 2  # areas hidden together, at least: the sum of one alone would be its count


def find_small(
    strikes: gpd.GeoDataFrame, least: int, boundaries: Boundaries | None = None
) -> Iterator[tuple[str, Rows]]:
    """Yield the area that strikes of too small areas are counted on, and these strikes.

    From the lowest level up, each area with fewer than `least` strikes is hidden in the one above.
    What is hidden there together is as large as `least` and of two areas or more, of which the
    smallest others are added where need be: so no count follows from a total less the others.
    Whoever asks puts the strikes there before asking for the next.
    """
    for level, above in _ABOVE.items():
        hidden = _find_hidden(strikes, level, least, boundaries)
        if hidden.any():
            yield above, hidden


def _find_hidden(
    strikes: gpd.GeoDataFrame, level: int, least: int, boundaries: Boundaries | None
) -> Rows:
    codes = strikes[f"adm{level}_code"]
    parents = strikes[f"adm{level - 1}_code"].fillna("") if level > 1 else codes.map(lambda _: "")
    parents = parents.fillna("")
    unplaced = (strikes["location_status"] != "located").to_numpy()
    real = strikes["not_strike"].isna()  # a row that is no strike makes no area larger
    # One that may lie beyond the area above is told of by a larger one, and hides no other there.
    stays = real & find_sure(strikes, level - 1, boundaries)
    hidden = np.zeros(len(strikes), dtype=bool)
    for _, own in codes.groupby(parents):
        rows = codes.index.isin(own.index)
        counts, staying = (own[each[own.index]].value_counts() for each in (real, stays))
        chosen = _choose(counts, staying, least)
        hidden |= rows & codes.isin(chosen).to_numpy()
        # Too few to be told of by themselves: told as one with those known no sharper, and where
        # these are too few with all of the area above, those in squares among them.
        for more in (unplaced, ~unplaced) if chosen else ():
            if (rows & hidden & stays.to_numpy()).sum() < least:
                hidden |= rows & codes.isna().to_numpy() & more
    return hidden


def _choose(counts: pd.Series, staying: pd.Series, least: int) -> list[str]:
    """Return the areas to hide among those of one area above: the small ones, and more with them.

    counts: strikes by area; staying: of these, those that are told of by the area above then.

    >>> _choose(*[pd.Series({"A": 2, "B": 9, "C": 30})] * 2, 5)
    ['A', 'B']
    """
    ordered = sorted(counts.items(), key=lambda pair: (pair[1], pair[0]))
    chosen: list[str] = []
    held, areas = 0, 0
    for code, count in ordered:
        if count >= least and (not chosen or (held >= least and areas >= LEAST_HIDDEN)):
            break
        chosen.append(str(code))
        more = int(staying.get(code, 0))
        held, areas = held + more, areas + bool(more)
    return chosen

"""Strikes that are contested: by their standing or their actor's, or by their sources' tolls."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

__all__ = ["STANDINGS", "find_disputed"]

STANDINGS = ("contested", "denied")
OWN_SCOPE = "strike"  # of a claim's toll that counts this strike alone; one unsaid is taken so


def find_disputed(shown: gpd.GeoDataFrame, claims: pd.DataFrame) -> frozenset[str]:
    """Return the ids of strikes that are contested or denied, or on which sources do not agree.

    They do not where the actor is contested, or where no number of people killed lies within the
    range of each claim that gives one: "70 to 90" and "at least 80" agree. Tolls of a whole event
    or a wider area are not compared, nor are words for actors: one has many names. claims: those
    of the strikes shown.
    """
    contested = shown["event_status"].isin(STANDINGS) | shown["attribution"].eq("contested")
    return frozenset(map(str, (*shown.index[contested.fillna(False)], *_differ_on_tolls(claims))))


def _differ_on_tolls(claims: pd.DataFrame) -> list[str]:
    several = claims[claims["strike_id"].duplicated(keep=False)]
    scope = several["toll_scope"].astype("string").str.strip().str.casefold()
    own = several[scope.isna() | scope.isin(("", OWN_SCOPE))]
    told = own[own["killed_min"].notna() | own["killed_max"].notna()]
    least = told["killed_min"].astype(float).fillna(0).groupby(told["strike_id"]).max()
    most = told["killed_max"].astype(float).fillna(np.inf).groupby(told["strike_id"]).min()
    return list(least.index[least > most])

"""Deciding: located rows placed anew by what a person decided of their names."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gazetteer.decisions.decision import Decided, Decision
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches
from geo.placing.locate import locate
from geo.strikes.schema import make_strikes

__all__ = ["PLACED", "decide_rows", "forget_places"]

# What locating fills, in the order of the table, and the geometry with it.
PLACED = (
    "place_id", "place_name", "place_name_ar", "match_method", "match_score", "match_reason",
    "precision", "uncertainty_km", "location_status", "adm1_code", "adm1_name", "adm2_code",
    "adm2_name", "adm3_code", "adm3_name", "adm_note",
)  # fmt: skip
_OPEN = {"match_method": "none", "precision": "unknown", "location_status": "unlocated"}


def forget_places(strikes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return strikes as they are before they are located."""
    bare = strikes.drop(columns=list(PLACED)).assign(**_OPEN)
    return make_strikes(bare.assign(geometry=[None] * len(bare)))


def decide_rows(
    strikes: gpd.GeoDataFrame,
    decisions: Sequence[Decision],
    gazetteer: Matches,
    *,
    boundaries: Boundaries | None = None,
) -> tuple[gpd.GeoDataFrame, int]:
    """Return located strikes with decisions on their names, and how many rows they are on.

    Rows with a point of their source stay as they are, and so do names that are left for later,
    unless they were decided before. The strikes handed over are not changed.
    """
    decided = Decided(
        decisions, get_place=lambda _: None, find_governorate=gazetteer.find_governorate
    )
    open_rows = strikes[strikes["place_text"].notna() & (strikes["match_method"] != "given")]
    pairs = open_rows[["place_text", "governorate_text"]].drop_duplicates()
    found = {
        (place, area): decided.find(place, None if pd.isna(area) else area)
        for place, area in pairs.astype(object).itertuples(index=False)
    }
    keys = zip(open_rows["place_text"], open_rows["governorate_text"].astype(object), strict=True)
    reviewed = open_rows["match_method"] == "reviewed"
    moved = [
        (one := found[key]) is not None and (one.verdict != "later" or before)
        for key, before in zip(keys, reviewed, strict=True)
    ]
    ours = open_rows.index[np.array(moved, dtype=bool)]
    if not len(ours):
        return strikes, 0
    rows = forget_places(strikes.loc[ours])
    placed = locate(rows, gazetteer.with_decisions(decisions), boundaries=boundaries)
    whole = pd.concat([strikes.drop(index=ours), placed]).loc[strikes.index]
    return make_strikes(whole), len(ours)

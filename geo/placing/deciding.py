"""Deciding: located rows placed anew by what a person decided of their names."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gazetteer.decisions.decision import Decided, Decision
from gazetteer.spelling.names import clean, fold
from geo.land.boundaries import Boundaries
from geo.placing.evidence import Matches
from geo.placing.locate import locate
from geo.strikes.patching import patch_rows
from geo.strikes.schema import make_strikes

__all__ = ["PLACED", "decide_rows", "forget_places", "place_decided"]

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
    placed = place_decided(strikes, decisions, gazetteer, boundaries=boundaries)
    return patch_rows(strikes, placed), len(placed)


def place_decided(
    strikes: gpd.GeoDataFrame,
    decisions: Sequence[Decision],
    gazetteer: Matches,
    *,
    boundaries: Boundaries | None = None,
) -> gpd.GeoDataFrame:
    """Return the rows alone that decisions are on, as `decide_rows` places them."""
    ours = strikes[_find_moved(strikes, decisions, gazetteer)]
    if ours.empty:
        return ours
    rows = forget_places(ours)
    return locate(rows, gazetteer.with_decisions(decisions), boundaries=boundaries)


def _find_moved(
    strikes: gpd.GeoDataFrame, decisions: Sequence[Decision], gazetteer: Matches
) -> pd.Series:
    """Mark the rows that say a decided name."""
    names = {decision.key[0] for decision in decisions}
    places = strikes["place_text"].dropna().unique()
    said = [place for place in places if fold(clean(place)) in names]
    marks = strikes["place_text"].isin(said) & (strikes["match_method"] != "given")
    decided = Decided(
        decisions, get_place=lambda _: None, find_governorate=gazetteer.find_governorate
    )
    columns = ["place_text", "governorate_text", "match_method"]
    moved = [
        (one := decided.find(place, None if pd.isna(area) else area)) is not None
        and (one.verdict != "later" or method == "reviewed")
        for place, area, method in strikes.loc[marks, columns].astype(object).to_numpy()
    ]
    marks[marks] = np.array(moved, dtype=bool)  # an empty list has no type
    return marks

"""What the recipient of a sheet or an export will not see, and what should not leave at all."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.briefing.content.titles import name_rows
from geo.briefing.terms.words import Words
from geo.strikes.dateless import find_left_out
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.totals import count_totals

__all__ = ["EXACT_KM", "Unseen", "find_exposed", "list_unseen"]

EXACT_KM = 1.0  # a point with a smaller radius of uncertainty singles out a building
_PROTECTED = ("medical", "school", "camp")
_READ = ["target_kind", "target", "place_text"]  # of strikes at an exact point
_PROTECTED_TEXT = {
    "medical": r"hospital|clinic|ambulance|مشفى|مستشفى|عيادة",
    "school": r"\bschool|kindergarten|مدرسة|روضة",
    "camp": r"\bcamps?\b|مخيم",
}


@dataclass(frozen=True, slots=True)
class Unseen:
    """Sentences: what is left out, and warnings to heed before anything leaves."""

    notes: tuple[str, ...]
    warnings: tuple[str, ...]


def list_unseen(
    strikes: gpd.GeoDataFrame,
    filters: Filters,
    words: Words | None = None,
    *,
    columns_leave: bool = False,
    claims: pd.DataFrame | None = None,
    shown: gpd.GeoDataFrame | None = None,
    elsewhere: int = 0,
    charts: bool = False,
) -> Unseen:
    """Say what filters, missing points, missing tolls and missing days leave out of the strikes.

    Warns of exact points of hospitals, schools and camps among the strikes that pass. With
    `columns_leave`, as in an export of the table, what a column holds is not called unseen.
    claims: needed where the filters choose sources. shown: the strikes that are left, where not
    the filters alone choose them. elsewhere: how many of the others lie outside the extent. charts:
    whether these stand in the place of the map.
    """
    said = name_rows(words or Words(), strikes)
    if shown is None:
        shown = filter_strikes(strikes, filters, claims)
    filtered = len(strikes) - len(shown) - elsewhere
    dateless = len(find_left_out(strikes, filters, claims))
    counts = {
        "filtered": filtered, "dateless": dateless, "elsewhere": elsewhere, **_count_unseen(shown),
    }  # fmt: skip
    if charts:
        counts["unlocated alone"] = counts.pop("unlocated")
        counts["ambiguous"] = counts.pop("ambiguous")
    if columns_leave:
        del counts["contested"], counts["adm notes"], counts["abroad"]
    notes = [
        said.say(f"unseen {name}", count=count, rows=len(shown), all=len(strikes))
        for name, count in counts.items()
        if count
    ]
    exposed = find_exposed(shown)
    warnings = [
        said.say(f"exposed {kind}", count=int(count))
        for kind in _PROTECTED
        if (count := (exposed == kind).sum())
    ]
    return Unseen(tuple(notes), tuple(warnings))


def _count_unseen(shown: gpd.GeoDataFrame) -> dict[str, int]:
    """Return how many of the strikes each sentence on what of them is not seen is about."""
    totals = count_totals(shown)
    methods = shown.loc[shown["location_status"] == "unlocated", "match_method"]
    return {
        "area only": totals.area_only,
        "unlocated": totals.unlocated,
        "ambiguous": int((methods == "ambiguous").sum()),
        "undated": totals.undated,
        "abroad": totals.outside,
        "not strikes": totals.not_strikes,
        "several": _count_several(shown),
        "tolls": totals.unknown_killed,
        "civilians": totals.instead["civilians_killed"].reported,
        "together": totals.instead["casualties"].reported,
        "counted": totals.counted_elsewhere,
        "contested": int(shown["event_status"].isin(["contested", "denied"]).sum()),
        "adm notes": int(shown["adm_note"].notna().sum()),
    }


def _count_several(shown: gpd.GeoDataFrame) -> int:
    """Return how many rows stand for another number of strikes than one."""
    low, high = shown["strikes_min"], shown["strikes_max"]
    return int(((low.notna() & (low != 1)) | (high.notna() & (high != 1))).sum())


def find_exposed(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return medical, school or camp for strikes whose exact point is that of one, else null."""
    radius = strikes["uncertainty_km"]
    exact = (strikes["precision"] == "site") | (radius < EXACT_KM)
    mask = (exact & (strikes["location_status"] == "located")).to_numpy(bool, na_value=False)
    pointed = pd.DataFrame({name: strikes[name][mask] for name in _READ})
    found = pointed["target_kind"].where(pointed["target_kind"].isin(_PROTECTED))
    text = pointed["target"].fillna("") + " " + pointed["place_text"].fillna("")
    for kind, pattern in _PROTECTED_TEXT.items():
        named = text.str.contains(pattern, case=False, regex=True)
        found = found.where(found.notna() | ~named, kind)
    exposed = pd.Series(index=strikes.index, dtype=found.dtype)
    exposed.iloc[np.flatnonzero(mask)] = found.to_numpy()
    return exposed

"""Strikes that keep the contract, a row changed at a time."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
from shapely import Point

from geo.strikes.schema import make_strikes

GOOD: dict[str, Any] = {
    "kind": "airstrike", "date_start": "2015-09-30", "date_end": "2015-09-30",
    "date_precision": "day", "place_text": "Talbisah", "match_method": "exact",
    "match_score": 0.9, "precision": "settlement", "uncertainty_km": 2.0,
    "location_status": "located", "adm1_code": "SY04", "event_status": "reported",
    "killed_min": 70, "source_count": 1, "geometry": Point(36.73, 34.84),
}  # fmt: skip
AREA = {"precision": "governorate", "location_status": "area_only", "geometry": None}


def table(*changes: dict[str, Any]) -> gpd.GeoDataFrame:
    """Return one strike for each change, called s:0, s:1 and so on."""
    rows = [{**GOOD, **change} for change in changes]
    ids = pd.Index([f"s:{n}" for n in range(len(rows))], name="strike_id", dtype="str")
    return make_strikes(pd.DataFrame(rows, index=ids))

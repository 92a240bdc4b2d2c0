"""Five strikes of every sort to filter and count, and filters of every sort."""

from __future__ import annotations

from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
from hypothesis import strategies as st
from shapely import Point

from geo.strikes.filters import Filters
from geo.strikes.nearness import Near
from geo.strikes.passing import HOURS, NOT_REPORTED, WEEKDAYS
from geo.strikes.schema import KINDS, LOCATION_STATUSES, TARGET_KINDS, make_strikes

POINT = {"precision": "settlement", "location_status": "located", "uncertainty_km": 2.0,
         "match_method": "given", "geometry": Point(36.4, 36.0)}  # fmt: skip
AREA = {"precision": "governorate", "location_status": "area_only", "match_method": "exact"}
NOWHERE = {"precision": "unknown", "location_status": "unlocated", "match_method": "vague"}
IDLIB = {"adm1_code": "SY07", "adm1_name": "Idlib"}
HAMA = {"adm1_code": "SY05", "adm1_name": "Hama"}


def day(first: str, last: str | None = None, precision: str = "day") -> dict[str, Any]:
    return {"date_start": first, "date_end": last or first, "date_precision": precision}


ROWS: dict[str, dict[str, Any]] = {
    "duwaylah": {**POINT, **IDLIB, **day("2020-10-26"), "place_text": "Duwaylah",
                 "place_name_ar": "الدويلة", "actor": "Russian Air Force",
                 "target": "Headquarters", "target_kind": "military", "time_local": "02:15",
                 "killed_min": 70, "killed_max": 100},
    "july": {**POINT, **HAMA, **day("2015-07-01", "2015-07-31", "month"),
             "place_text": "Al-Laṭāminah", "actor": "Syrian Air Force; Russian Air Force",
             "event_id": "e", "toll_lead": "july", "killed_min": 5},
    "follower": {**AREA, **HAMA, **day("2015-07-14"), "event_id": "e", "toll_lead": "july"},
    "undated": {**NOWHERE, "date_precision": "unknown", "kind": "ground",
                "place_text": "several towns", "not_strike": "Protests"},
    "undated_point": {**POINT, **IDLIB, "date_precision": "unknown", "kind": "drone",
                      "place_text": "Ma'arrat al-Nu'man", "killed_max": 3},
}  # fmt: skip


def make_rows() -> gpd.GeoDataFrame:
    """Return `ROWS` as a strikes table."""
    defaults = {"kind": "airstrike", "event_status": "reported", "source_count": 1}
    rows = [{**defaults, **row} for row in ROWS.values()]
    return make_strikes(pd.DataFrame(rows, index=list(ROWS)))


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
some_filters = st.builds(
    lambda days, governorates, kinds, actors, statuses, text, only, since, chosen: Filters(
        min(days, default=None), max(days, default=None), governorates, kinds, actors, statuses,
        text, only, since=since, **chosen),
    st.lists(st.dates(min_value=date(1000, 1, 1)), min_size=2, max_size=2) | st.just([]),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.sampled_from(KINDS), max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.lists(st.sampled_from(LOCATION_STATUSES), max_size=3).map(tuple),
    words,
    st.sampled_from([(), ("strikes",)]),
    st.none() | st.dates(min_value=date(1000, 1, 1)),
    st.fixed_dictionaries({}, optional={
        "sources": st.lists(words, max_size=3).map(tuple),
        "targets": st.lists(st.sampled_from(TARGET_KINDS), max_size=3).map(tuple),
        "weekdays": st.lists(st.sampled_from((*WEEKDAYS, NOT_REPORTED)), max_size=3).map(tuple),
        "hours": st.lists(st.sampled_from(HOURS), max_size=3).map(tuple),
        "near": st.builds(
            Near, st.floats(-180, 180), st.floats(-90, 90), st.floats(0.001, 2000), words),
    }),
)  # fmt: skip

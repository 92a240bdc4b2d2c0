"""Strikes with hostile texts for the tests of exports, and the test that they came back."""

from __future__ import annotations

from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd
from pandas.testing import assert_frame_equal
from shapely import Point

from geo.reading.read import Reading, read_seeds
from geo.strikes.checks import validate
from geo.strikes.schema import make_claims, make_strikes

BASE_MAP: dict[str, object] = {"type": "FeatureCollection", "features": []}
HOSTILE_CELLS = [
    "{{7*7}}", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=1+1", "+1",
    "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''+1", "'quoted", '"quoted"', "a,b;c",
    "two\r\nlines", "＝1", "{% raw %}", "]]>", "&amp;",
]  # fmt: skip


shipped = cache(read_seeds)


def table(place_texts: list[str], **columns: Any) -> gpd.GeoDataFrame:
    """Return one located strike for each text; their targets hold the texts too."""
    ids = pd.Index([f"t:{n}" for n in range(len(place_texts))], name="strike_id", dtype="str")
    rows = pd.DataFrame(
        {"kind": "airstrike", "date_precision": "unknown", "match_method": "given",
         "precision": "settlement", "uncertainty_km": 2.5, "location_status": "located",
         "event_status": "reported", "source_count": 1, "place_text": place_texts,
         "target": place_texts, **columns,
         "geometry": [Point(-36.123456789, 36.1)] * len(place_texts)}, index=ids,
    )  # fmt: skip
    return validate(make_strikes(rows))


def claims_for(strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return one claim for each strike, titled with its text."""
    return make_claims(
        pd.DataFrame(
            {"claim_id": [f"{strike}/1" for strike in strikes.index], "strike_id": strikes.index,
             "title": strikes["place_text"].to_numpy(), "url": "https://example.org"}
        )
    )  # fmt: skip


def assert_same(reading: Reading, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
    """Fail where what was read differs from the tables by more than half a micro-degree."""
    assert reading.rejected.empty, reading.rejected["reason"].tolist()
    assert reading.rejected_claims.empty, reading.rejected_claims["reason"].tolist()
    assert_frame_equal(
        pd.DataFrame(reading.strikes.drop(columns="geometry")),
        pd.DataFrame(strikes.drop(columns="geometry")),
    )
    assert_frame_equal(reading.claims, claims)
    there, here = reading.strikes.geometry, strikes.geometry
    assert there.isna().equals(here.isna())
    assert there.dropna().geom_equals_exact(here.dropna(), 5e-7).all()

"""As many strikes as UCDP GED has for Syria, made up: spans of days, nulls, every status."""

from __future__ import annotations

from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.strikes.checks import validate
from geo.strikes.schema import make_claims, make_strikes

UCDP_ROWS = 16_566


@cache
def many_strikes(rows: int = UCDP_ROWS) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return strikes and a claim for each; one in seven is known only to a governorate."""
    chance = np.random.default_rng(25)
    number = np.arange(rows)
    located = number % 7 > 0
    start = pd.Timestamp("2011-03-15") + pd.to_timedelta(chance.integers(0, 5_000, rows), "D")
    days = np.where(number % 5 == 0, chance.integers(0, 30, rows), 0)
    dated = pd.Series(number % 97 > 0)
    killed = pd.Series(chance.integers(0, 120, rows), dtype="Int64").mask(number % 3 == 0)
    points = shapely.points(35.8 + 6 * chance.random(rows), 32.4 + 4.6 * chance.random(rows))
    table = pd.DataFrame({
        "kind": np.array(["airstrike", "shelling", "drone", "other"])[number % 4],
        "date_start": pd.Series(start).where(dated),
        "date_end": pd.Series(start + pd.to_timedelta(days, "D")).where(dated),
        "date_precision": np.where(dated, np.where(days > 0, "month", "day"), "unknown"),
        "place_text": [f"قرية {n % 900}, \"town\" {n % 31}" for n in number],
        "match_method": "given", "event_status": "reported", "source_count": 1,
        "precision": np.where(located, "settlement", "governorate"),
        "location_status": np.where(located, "located", "area_only"),
        "uncertainty_km": np.where(located, 2.5, np.nan),
        "adm1_code": "SY07", "adm1_name": "Idlib", "killed_min": killed, "killed_max": killed,
        "geometry": np.where(located, points, None),
    }).set_axis(pd.Index([f"ucdp:{n}" for n in number], name="strike_id"), axis=0)  # fmt: skip
    strikes = validate(make_strikes(table))
    claims = pd.DataFrame({
        "claim_id": [f"{one}/1" for one in strikes.index], "strike_id": strikes.index,
        "outlet": "Invented wire", "title": [f"=Report {n}" for n in number],
    })  # fmt: skip
    return strikes, make_claims(claims)

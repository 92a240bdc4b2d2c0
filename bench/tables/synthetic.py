"""Synthetic strikes for measurements: scattered around towns, dated over 2011-2024."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.strikes.schema import make_claims, make_strikes

__all__ = ["FIRST_DAY", "LAST_DAY", "make_synthetic"]

FIRST_DAY, LAST_DAY = "2011-01-01", "2024-12-31"
TOWNS = 400
WEST, SOUTH, EAST, NORTH = 35.8, 32.5, 42.2, 37.2  # degrees
KINDS = ("airstrike", "drone", "missile", "shelling")
CODES = tuple(f"SY{number:02d}" for number in range(1, 15))
STATUSES = ("located", "area_only", "unlocated")


def make_synthetic(count: int, *, full: bool) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return that many strikes, nine in ten located; `full` adds popup texts and a claim each."""
    random = np.random.default_rng(7)
    index = pd.Index([f"bench:{number}" for number in range(count)])
    town = random.integers(0, TOWNS, count)
    spread = random.normal(0, 0.05, (2, count))
    lon = random.uniform(WEST, EAST, TOWNS)[town] + spread[0]
    lat = random.uniform(SOUTH, NORTH, TOWNS)[town] + spread[1]
    start = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(random.integers(0, 5114, count), "D")
    longer = np.where(random.random(count) < 0.05, random.integers(1, 30, count), 0)
    end = np.minimum(start + pd.to_timedelta(longer, "D"), np.datetime64(LAST_DAY))
    status = random.choice(STATUSES, count, p=(0.9, 0.07, 0.03))
    located = status == "located"
    killed = random.poisson(2, count)
    table = pd.DataFrame(
        {
            "kind": random.choice(KINDS, count), "date_start": start, "date_end": end,
            "date_precision": np.where(longer > 0, "week", "day"), "location_status": status,
            "precision": np.select(
                [located, status == "area_only"], ["settlement", "governorate"], "unknown"),
            "uncertainty_km": np.where(located, 2.0, np.nan),
            "adm1_code": np.array(CODES)[town % len(CODES)],
            "actor": random.choice(("A", "B"), count),
            "killed_min": killed, "killed_max": killed + random.integers(0, 3, count),
            "match_method": "given", "event_status": "reported", "source_count": int(full),
        },
        index=index,
    )  # fmt: skip
    if full:
        numbers = [str(number) for number in range(count)]
        table["place_text"] = [f"a place as reported {number}" for number in numbers]
        table["match_reason"] = "same name, same governorate"
        table["target"] = [f"a target as reported, number {number}" for number in numbers]
    points = gpd.GeoSeries(gpd.points_from_xy(lon, lat), index=index, crs="EPSG:4326")
    table["geometry"] = points.where(located)
    return make_strikes(table), make_claims(_claims_of(index) if full else pd.DataFrame())


def _claims_of(index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "claim_id": "c" + index.str.removeprefix("bench:"), "strike_id": index,
            "claimant": "A monitor", "outlet": "An outlet",
            "title": "A headline about " + index, "url": "https://example.org/" + index,
            "toll_text": "two people were killed, the source says",
        }
    )  # fmt: skip

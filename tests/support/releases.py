"""Plain strikes near Talbisah, changed as a test asks, and what a profile leaves of them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from shapely import Point

from geo.release.release import release
from geo.release.toml import parse_profile
from geo.strikes.schema import make_claims, make_strikes

TODAY = date(2024, 6, 1)


def rows_of(*changes):
    """Return a strike a day for each change of a plain one near Talbisah, with a claim each."""
    plain = {
        "kind": "airstrike", "date_precision": "day",
        "place_text": "Talbisah", "match_method": "exact", "precision": "settlement",
        "uncertainty_km": 1.2, "location_status": "located", "event_status": "reported",
        "source_count": 1, "adm1_code": "SY04", "adm1_name": "Homs", "adm2_code": "SY0401",
        "adm2_name": "Homs", "adm3_code": "SY040103", "match_reason": "'Talbisah' is listed",
        "geometry": Point(36.731, 34.842),
    }  # fmt: skip
    days = pd.date_range("2024-01-10", periods=len(changes))
    table = pd.DataFrame([plain | {"date_start": day, "date_end": day} | change
                          for day, change in zip(days, changes, strict=True)])  # fmt: skip
    table.index = pd.Index([f"row:{n}" for n in range(len(changes))], name="strike_id")
    strikes = make_strikes(table)
    claims = {"claim_id": [f"{n}/1" for n in strikes.index], "strike_id": strikes.index,
              "claimant": "SOHR", "title": "Strike on Talbisah"}  # fmt: skip
    return strikes, make_claims(pd.DataFrame(claims))


def leave(profile, *changes, boundaries=None, **more):
    """Return what a profile leaves of such strikes."""
    read = parse_profile(profile.encode(), "p.toml")
    return release(*rows_of(*changes), read, boundaries=boundaries, today=TODAY, **more)


def at(day, end=None):
    return {"date_start": pd.Timestamp(day), "date_end": pd.Timestamp(end or day)}


UNDATED = {"date_start": pd.NaT, "date_end": pd.NaT, "date_precision": "unknown"}
UNPLACED = {"location_status": "unlocated", "precision": "unknown", "uncertainty_km": np.nan,
            "match_method": "none", "geometry": None, "adm1_code": None, "adm1_name": None,
            "adm2_code": None, "adm2_name": None, "adm3_code": None}  # fmt: skip


def in_area(code, count):
    names = {"adm1_code": code[:4], "adm1_name": code[:4], "adm2_code": code, "adm2_name": code,
             "adm3_code": None}  # fmt: skip
    return [names] * count


def claims_of_rows(*claims):
    """Return a claims table: (row number, values) each."""
    return make_claims(pd.DataFrame([
        {"claim_id": f"c:{n}", "strike_id": f"row:{row}", **values}
        for n, (row, values) in enumerate(claims)
    ]))  # fmt: skip


def leave_told(profile, rows, claims, **more):
    """Return what a profile leaves of plain strikes changed so, with claims of their own."""
    read = parse_profile(profile.encode(), "p.toml")
    strikes, _ = rows_of(*rows)
    return release(strikes, claims_of_rows(*claims), read, today=TODAY, **more)

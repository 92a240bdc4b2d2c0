"""A handful of strikes for the map's tests: located, area only, unlocated, spans, undated."""

from __future__ import annotations

from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.strikes.checks import validate
from geo.strikes.schema import make_claims, make_strikes

PLAIN = {
    "kind": "airstrike",
    "date_start": "2020-10-26",
    "date_precision": "day",
    "match_method": "exact",
    "precision": "settlement",
    "location_status": "located",
    "uncertainty_km": 2.0,
    "adm1_code": "SY07",
    "adm1_name": "Idlib",
    "event_status": "reported",
    "source_count": 1,
    "lon": 36.452,
    "lat": 36.049,
}
AREA_ONLY = {
    "precision": "governorate", "location_status": "area_only", "uncertainty_km": None,
    "match_method": "exact", "lon": None, "lat": None,
}  # fmt: skip
UNLOCATED = {
    "precision": "unknown", "location_status": "unlocated", "uncertainty_km": None,
    "match_method": "vague", "adm1_code": None, "adm1_name": None, "lon": None, "lat": None,
}  # fmt: skip
COUNTRY_ONLY = {**UNLOCATED, "precision": "country", "match_method": "exact"}
UNDATED = {"date_start": None, "date_precision": "unknown"}

HOSTILE = (
    "{{7*7}}",
    "{% raw %}",
    "{% endraw %}{{ 7*7 }}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "one\u2028two\u2029three",
    "`${alert(1)}`\\u0041'\"",
    "كفر زيتا <b>",
)


def strikes_of(**rows: dict[str, Any]) -> gpd.GeoDataFrame:
    """Return validated strikes by id, each a `PLAIN` one but for what is given."""
    table = pd.DataFrame([{**PLAIN, **row} for row in rows.values()], index=list(rows))
    if "date_end" not in table:
        table["date_end"] = table["date_start"]
    table["date_end"] = table["date_end"].fillna(table["date_start"])
    for name in ("date_start", "date_end"):
        table[name] = pd.to_datetime(table[name])
    located = table["lon"].notna()
    points = gpd.points_from_xy(table["lon"].fillna(0), table["lat"].fillna(0))
    table["geometry"] = gpd.GeoSeries(points, index=table.index, crs="EPSG:4326").where(located)
    return validate(make_strikes(gpd.GeoDataFrame(table, geometry="geometry")))


def claims_of(*claims: dict[str, Any]) -> pd.DataFrame:
    """Return a claims table, numbered."""
    numbered = [{"claim_id": f"c{number}", **claim} for number, claim in enumerate(claims)]
    return make_claims(pd.DataFrame(numbered))


def few_strikes() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return eleven strikes of every sort, two of them at one place, with their claims."""
    strikes, claims = _few_strikes()
    return strikes.copy(), claims.copy()


@cache
def _few_strikes() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    strikes = strikes_of(
        duwaylah={
            "place_text": "Duwaylah", "place_name": "Duwaylah", "place_name_ar": "الدويلة",
            "actor": "Russia", "attribution": "alleged", "killed_min": 70, "killed_max": 100,
            "casualties_min": 160, "event_id": "e1", "toll_lead": "duwaylah",
            "match_reason": "same name, same governorate", "target": "a headquarters",
        },
        second={"place_text": "Duwaylah", "event_id": "e1", "toll_lead": "duwaylah"},
        hama={"date_start": "2015-09-30", "lon": 36.75, "lat": 35.13, "adm1_code": "SY05",
              "adm1_name": "Hama", "place_text": "al-Lataminah"},
        drone={"kind": "drone", "date_start": "2016-02-01", "lon": 40.14, "lat": 35.33,
               "adm1_code": "SY09", "adm1_name": "Deir ez-Zor"},
        month={"date_start": "2015-09-01", "date_end": "2015-09-30", "date_precision": "month",
               "lon": 38.28, "lat": 34.55, "adm1_code": "SY04", "adm1_name": "Homs",
               "precision": "near", "uncertainty_km": 20.0},
        latakia={**AREA_ONLY, "date_start": "2020-07-14", "adm1_code": "SY06",
                 "adm1_name": "Latakia", "place_text": "Latakia"},
        latakia_two={**AREA_ONLY, "date_start": "2015-09-30", "adm1_code": "SY06",
                     "adm1_name": "Latakia", "place_text": "Latakia"},
        towns={**UNLOCATED, "date_start": "2015-10-01", "place_text": "Several towns",
               "match_reason": "a vague name"},
        undated={**UNDATED, "place_text": "Talbisah", "lon": 36.73, "lat": 34.84,
                 "adm1_code": "SY04", "adm1_name": "Homs"},
        undated_area={**UNDATED, **AREA_ONLY},
        undated_nowhere={**UNDATED, **UNLOCATED},
    )  # fmt: skip
    claims = claims_of(
        {"strike_id": "duwaylah", "claimant": "SOHR", "outlet": "A Paper", "title": "A headline",
         "published": "2020-10-26", "url": "https://example.org/a", "toll_scope": "strike",
         "toll_text": "at least 70, perhaps 100"},
        {"strike_id": "duwaylah", "claimant": "A witness", "url": "javascript:alert(1)",
         "title": "No link"},
        {"strike_id": "latakia", "claimant": "SOHR", "toll_text": "57 in Latakia that day",
         "toll_scope": "Latakia that day"},
    )  # fmt: skip
    return strikes, claims


def places(count, **others):
    """Return strikes a day and a village apart."""
    return strikes_of(
        **{
            f"s{i:03}": {
                "lon": 36.3 + 0.004 * i, "lat": 35.8, "place_text": f"Village {i}",
                "date_start": f"2016-{1 + i // 28:02}-{1 + i % 28:02}",
            }
            for i in range(count)
        },
        **others,
    )  # fmt: skip


def of_every_sort():
    district = {**AREA_ONLY, "precision": "district", "adm2_code": "SY0705",
                "adm2_name": "Jisr al-Shughur"}  # fmt: skip
    return strikes_of(
        point={},
        idlib={**AREA_ONLY},
        jisr=district,
        jisr_two={**district, "date_start": "2020-10-01"},
        country={**COUNTRY_ONLY, "match_reason": "only the country is named"},
        country_two={**COUNTRY_ONLY, "date_start": "2020-09-01"},
        nowhere={**UNLOCATED, "match_reason": "a vague name"},
        undated_country={**COUNTRY_ONLY, **UNDATED},
        undated_area={**UNDATED, **AREA_ONLY},
    )

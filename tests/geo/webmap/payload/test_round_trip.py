"""Every value of any strikes comes back from the payload."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from map_strikes import (
    AREA_ONLY,
    HOSTILE,
    PLAIN,
    UNDATED,
    UNLOCATED,
    claims_of,
)

from geo.strikes.schema import KINDS, make_strikes
from geo.webmap.payload.encode import encode_strikes

TYPES = {
    "x": "Uint32Array", "y": "Uint32Array", "day_start": "Int32Array", "day_end": "Int32Array",
    "killed_min": "Int32Array", "killed_max": "Int32Array", "uncertainty_km": "Float32Array",
    "status": "Uint8Array",
}  # fmt: skip
IDS = st.text("abc:19é\n\u2028", min_size=1, max_size=6)
WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.one_of(
    st.none(),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
FEW_TEXTS = st.sampled_from([None, "", "A", "B;C"])
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
COUNTS = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 2**31 - 2))
PLACES = st.one_of(
    st.sampled_from([(36.1, 33.5), (38.2, 35.0)]),
    st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
)
POPUPS = ("place_text", "target", "munition", "adm_note", "event_id")
CLAIMED = ("claimant", "title", "url", "toll_text", "note")


def loose_strikes(rows: dict[str, dict[str, Any]]) -> gpd.GeoDataFrame:
    """Return strikes by id without the checks that every column agrees with the others."""
    table = pd.DataFrame([{**PLAIN, **row} for row in rows.values()], index=list(rows))
    located = table["lon"].notna()
    points = gpd.points_from_xy(table["lon"].fillna(0), table["lat"].fillna(0))
    table["geometry"] = gpd.GeoSeries(points, index=table.index, crs="EPSG:4326").where(located)
    for name in ("date_start", "date_end"):
        table[name] = pd.to_datetime(table[name])
    return make_strikes(table)


@st.composite
def some_strikes(draw):
    """Strikes of every sort: undated, spans, without a point, of one place or all apart."""
    rows = {}
    for strike in draw(st.lists(IDS, max_size=25, unique=True)):
        start = draw(DAYS)
        longer = draw(st.sampled_from([0, 0, 1, 29, 400]))
        status = draw(st.sampled_from([{}, AREA_ONLY, UNLOCATED]))
        lon, lat = (None, None) if status else draw(PLACES)
        rows[strike] = {
            **(UNDATED if start is None else {}), **status,
            "date_start": start, "date_end": start and start + timedelta(longer),
            "lon": lon, "lat": lat,
            "uncertainty_km": None if status else draw(st.sampled_from([2.0, 0.1, 33.3])),
            "actor": draw(FEW_TEXTS), "kind": draw(st.sampled_from(KINDS)),
            **{name: draw(TEXTS) for name in POPUPS},
            **{name: draw(COUNTS) for name in ("killed_min", "injured_max")},
            "toll_lead": draw(st.one_of(st.none(), IDS)),
        }  # fmt: skip
    rows = rows or {"only": {"date_end": "2020-10-26"}}
    table = [
        {"strike_id": draw(st.one_of(IDS, st.sampled_from(sorted(rows)))),
         **{name: draw(TEXTS) for name in CLAIMED}}
        for _ in range(draw(st.integers(0, 12)))
    ]  # fmt: skip
    return loose_strikes(rows), claims_of(*table)


def plain(values) -> list[Any]:
    return [None if pd.isna(value) else value for value in values]


def counted(values) -> list[int]:
    return [-1 if pd.isna(value) else int(value) for value in values]


def check_days(opened: dict[str, Any], table: gpd.GeoDataFrame) -> None:
    for name in ("start", "end"):
        days = (table[f"date_{name}"] - pd.Timestamp("1970-01-01")).dt.days
        assert opened["columns"][f"day_{name}"] == days.fillna(0).astype(int).tolist()
    undated, longer = table["date_start"].isna(), table["date_end"] > table["date_start"]
    group = np.where(undated, 2, longer.astype(int)).tolist()
    sizes = opened["groups"]
    assert group == [0] * sizes["one_day"] + [1] * sizes["spans"] + [2] * sizes["undated"]


def check_columns(opened: dict[str, Any], table: gpd.GeoDataFrame) -> None:
    columns, counts = opened["columns"], opened["texts"]["counts"]
    for name, words in opened["dictionaries"].items():
        assert [words[code - 1] if code else None for code in columns[name]] == plain(table[name])
    radii = table["uncertainty_km"].fillna(-1).astype("f4")
    assert columns["uncertainty_km"] == radii.astype("f8").tolist()
    for end in ("min", "max"):
        assert columns[f"killed_{end}"] == counted(table[f"killed_{end}"])
        assert counts[f"injured_{end}"] == counted(table[f"injured_{end}"])
    located = (table["location_status"] == "located").to_numpy()
    assert not np.array(columns["x"])[~located].any()


def check_texts(texts: dict[str, Any], table: gpd.GeoDataFrame) -> None:
    for name in POPUPS:
        assert texts["texts"].get(name, [None] * len(table)) == plain(table[name])
    wanted = [
        None if pd.isna(lead) or lead == strike else lead
        for strike, lead in table["toll_lead"].items()
    ]
    ids = texts["ids"]
    assert [ids[at] if isinstance(at, int) else at for at in texts["toll_lead"]] == wanted


def check_claims(texts: dict[str, Any], claims: pd.DataFrame) -> None:
    rows = {strike: row for row, strike in enumerate(texts["ids"])}
    own = claims[claims["strike_id"].isin(rows)]
    own = own.iloc[np.argsort([rows[strike] for strike in own["strike_id"]], kind="stable")]
    assert texts["claim_rows"] == [rows[strike] for strike in own["strike_id"]]
    for name in CLAIMED:
        assert texts["claims"].get(name, [None] * len(own)) == plain(own[name])


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(tables=some_strikes())
def test_every_value_of_random_strikes_comes_back(browser, tables):
    strikes, claims = tables
    opened = browser.open(encode_strikes(strikes, claims))
    texts = opened["texts"]
    assert sorted(texts["ids"]) == sorted(strikes.index)
    assert {name: opened["types"][name] for name in TYPES} == TYPES
    table = strikes.loc[texts["ids"]]
    check_days(opened, table)
    check_columns(opened, table)
    check_texts(texts, table)
    check_claims(texts, claims)

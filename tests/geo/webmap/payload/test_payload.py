"""What the browser is handed: every row, text and number, and nothing else."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
from datetime import date, timedelta
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from map_strikes import (
    AREA_ONLY,
    HOSTILE,
    PLAIN,
    UNDATED,
    UNLOCATED,
    claims_of,
    few_strikes,
    strikes_of,
)  # fmt: skip
from paths import JS_TESTS

from geo.strikes.schema import KINDS, empty_claims, empty_strikes, make_strikes
from geo.webmap.payload.encode import MapOptions, Payload, View, encode_base_map, encode_strikes

READER = JS_TESTS / "read_payload.js"
TYPES = {
    "x": "Uint32Array", "y": "Uint32Array", "day_start": "Int32Array", "day_end": "Int32Array",
    "killed_min": "Int32Array", "killed_max": "Int32Array", "uncertainty_km": "Float32Array",
    "status": "Uint8Array",
}  # fmt: skip


class Browser:
    """The browser's own decoder under node: payloads in, everything they say out."""

    def __init__(self, node: str) -> None:
        self.process = subprocess.Popen(
            [node, str(READER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def open(self, payload: Payload | str) -> dict[str, Any]:
        text = payload if isinstance(payload, str) else payload.to_base64()
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(text + "\n")
        stdin.flush()
        return json.loads(stdout.readline())

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def browser(node):
    decoder = Browser(node)
    yield decoder
    decoder.close()


def test_the_same_tables_give_the_same_text():
    first, second = (encode_strikes(*few_strikes()) for _ in range(2))
    assert first.to_base64() == second.to_base64()


def test_the_order_of_the_table_does_not_matter():
    strikes, claims = few_strikes()
    assert encode_strikes(strikes.iloc[::-1], claims).token == encode_strikes(strikes, claims).token


def test_another_toll_gives_another_token():
    one, other = (encode_strikes(strikes_of(a={"killed_min": n}), empty_claims()) for n in (1, 2))
    assert one.token != other.token


def test_the_text_holds_nothing_a_template_or_a_script_could_read():
    strikes = strikes_of(**{str(i): {"place_text": text} for i, text in enumerate(HOSTILE)})
    payload = encode_strikes(strikes, empty_claims()).add("options", {"title": HOSTILE[0]})
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", payload.to_base64())


def test_one_day_rows_come_first_by_day_then_spans_then_undated(browser):
    opened = browser.open(encode_strikes(*few_strikes()))
    columns = opened["columns"]
    assert opened["groups"] == {"one_day": 7, "spans": 1, "undated": 3}
    one_day = columns["day_start"][:7]
    assert one_day == sorted(one_day)
    assert columns["day_end"][:7] == one_day
    assert columns["day_end"][7] - columns["day_start"][7] == 29


def test_days_count_from_1970(browser):
    opened = browser.open(encode_strikes(strikes_of(a={}), empty_claims()))
    assert opened["columns"]["day_start"][0] == (date(2020, 10, 26) - date(1970, 1, 1)).days


def test_null_counts_are_minus_one_never_zero(browser):
    strikes = strikes_of(a={"killed_min": 0, "killed_max": 0}, b={"date_start": "2021-01-01"})
    opened = browser.open(encode_strikes(strikes, empty_claims()))
    assert opened["columns"]["killed_min"] == [0, -1]
    assert opened["texts"]["counts"]["injured_min"] == [-1, -1]


@settings(deadline=None, max_examples=40)
@given(
    lon=st.floats(-180, 180, exclude_max=True),
    lat=st.floats(-85, 85),
)
def test_a_point_comes_back_within_a_metre(browser, lon, lat):
    strikes = strikes_of(a={"lon": lon, "lat": lat})
    opened = browser.open(encode_strikes(strikes, empty_claims()))
    columns, steps = opened["columns"], 2 ** opened["worldBits"]
    back_lon = (columns["x"][0] / steps - 0.5) * 360
    back_lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * columns["y"][0] / steps))))
    metres = 111_320 * np.hypot((back_lon - lon) * np.cos(np.radians(lat)), back_lat - lat)
    assert metres < 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_arrives_unchanged(browser, text):
    strikes = strikes_of(a={"place_text": text})
    claims = claims_of({"strike_id": "a", "claimant": text, "title": text})
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    assert texts["texts"]["place_text"] == [text]
    assert texts["claims"]["title"] == [text]


def test_an_unpaired_surrogate_survives_in_the_options(browser):
    payload = encode_strikes(strikes_of(a={}), empty_claims()).add("options", {"title": "\ud800"})
    assert browser.open(payload)["options"] == {"title": "\ud800"}


def test_claims_stand_with_their_strike(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    claimants = texts["claims"]["claimant"]
    told = {
        (texts["ids"][row], who) for row, who in zip(texts["claim_rows"], claimants, strict=True)
    }
    assert told == set(zip(claims["strike_id"], claims["claimant"], strict=True))


def test_claims_of_strikes_that_were_filtered_away_stay_behind(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes.loc[["hama"]], claims))["texts"]
    assert texts["claim_rows"] == []


def test_a_shared_toll_names_its_lead_row_and_a_lead_row_none(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes, claims))["texts"]
    row = {strike: number for number, strike in enumerate(texts["ids"])}
    assert texts["toll_lead"][row["second"]] == row["duwaylah"]
    assert texts["toll_lead"][row["duwaylah"]] is None


def test_a_lead_row_that_was_filtered_away_is_named_by_its_id(browser):
    strikes, claims = few_strikes()
    texts = browser.open(encode_strikes(strikes.loc[["second"]], claims))["texts"]
    assert texts["toll_lead"] == ["duwaylah"]


def test_no_strikes_at_all_are_a_payload_too(browser):
    opened = browser.open(encode_strikes(empty_strikes(), empty_claims()))
    assert opened["rows"] == 0
    assert all(values == [] for values in opened["columns"].values())
    assert opened["texts"]["ids"] == []


def test_every_row_keeps_its_status_and_codes(browser):
    strikes, claims = few_strikes()
    opened = browser.open(encode_strikes(strikes, claims))
    columns = opened["columns"]
    table = strikes.loc[opened["texts"]["ids"]]
    statuses = [opened["statuses"][code] for code in columns["status"]]
    assert statuses == table["location_status"].tolist()
    for name, words in opened["dictionaries"].items():
        told = [words[code - 1] if code else None for code in columns[name]]
        assert told == [None if pd.isna(word) else word for word in table[name]]


def test_many_words_take_wider_codes(browser):
    rows = {str(i): {"actor": f"group {i}"} for i in range(300)}
    opened = browser.open(encode_strikes(strikes_of(**rows), empty_claims()))
    assert opened["types"]["actor"] == "Uint16Array"
    assert len(set(opened["columns"]["actor"])) == len(opened["dictionaries"]["actor"]) == 300


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


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
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


def test_a_toll_that_the_map_cannot_hold_is_refused():
    for name in ("killed_min", "injured_max"):
        with pytest.raises(OverflowError, match=name):
            encode_strikes(strikes_of(a={name: 2**31}), empty_claims())


def test_texts_that_all_differ_and_places_that_repeat_come_back(browser):
    rows = {
        f"r{i}": {"place_text": f"at {i % 7}é", "target": f"a target {i}" if i % 5 else None,
                  "adm_note": f"note {i % 300}", "lon": 36 + i % 3, "lat": 35}
        for i in range(700)
    }  # fmt: skip
    strikes = strikes_of(**rows)
    opened = browser.open(encode_strikes(strikes, empty_claims()))
    table = strikes.loc[opened["texts"]["ids"]]
    for name in ("place_text", "target", "adm_note"):
        assert opened["texts"]["texts"][name] == plain(table[name])
    steps = 2 ** opened["worldBits"]
    assert opened["columns"]["x"] == [round((lon / 360 + 0.5) * steps) for lon in table.geometry.x]


def test_options_say_days_as_dates():
    told = MapOptions(period=(date(2015, 9, 1), date(2015, 9, 30)), view=View(38, 35, 7)).to_json()
    assert told["period"] == ["2015-09-01", "2015-09-30"]
    assert told["view"] == {"lon": 38, "lat": 35, "zoom": 7}
    assert MapOptions().to_json()["period"] is None


def test_a_base_map_travels_alone(browser):
    opened = browser.open(encode_base_map({"features": []}))
    assert opened["baseMap"] == {"features": []}
    assert "rows" not in opened


def test_chosen_rows_are_marked_in_the_order_of_the_payload():
    strikes, claims = few_strikes()
    payload = encode_strikes(strikes, claims)
    assert payload.mark_rows(strikes.index) == ""
    chosen = strikes.index[strikes["kind"] == "drone"]
    bits = np.frombuffer(gzip.decompress(base64.b64decode(payload.mark_rows(chosen))), "u1")
    marks = np.unpackbits(bits, bitorder="little")[: payload.rows].astype(bool)
    assert payload.ids[marks].tolist() == chosen.tolist()
    assert set(payload.ids) == set(strikes.index)

"""What the map steps over: days, points, codes and counts, row by row."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_strikes import (
    few_strikes,
    strikes_of,
)

from geo.strikes.schema import empty_claims
from geo.webmap.payload.columns import pack_columns
from geo.webmap.payload.encode import encode_strikes
from geo.webmap.payload.ordering import order_rows


def test_one_day_rows_come_first_by_day_then_spans_then_undated(browser):
    opened = browser.open(encode_strikes(*few_strikes()))
    columns = opened["columns"]
    assert opened["groups"] == {"one_day": 7, "spans": 1, "undated": 3}
    one_day = columns["day_start"][:7]
    assert one_day == sorted(one_day)
    assert columns["day_end"][:7] == one_day
    assert columns["day_end"][7] - columns["day_start"][7] == 29


def test_within_a_day_rows_stand_by_the_place_as_reported_and_those_without_by_x(browser):
    strikes = strikes_of(
        a={"lon": 36.1}, b={"place_text": "Nubl", "lon": 39.0}, c={"lon": 36.0},
        d={"place_text": "Anadan", "lon": 38.0}, e={"place_text": "Nubl", "lon": 35.9},
    )  # fmt: skip
    assert browser.open(encode_strikes(strikes, empty_claims()))["texts"]["ids"] == list("dbeca")
    elsewhere = strikes.assign(geometry=strikes.geometry.where(strikes["place_text"] != "Nubl"))
    assert order_rows(elsewhere).order.tolist() == order_rows(strikes).order.tolist()


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


def test_every_row_keeps_its_status_and_codes(browser):
    strikes, claims = few_strikes()
    opened = browser.open(encode_strikes(strikes, claims))
    columns = opened["columns"]
    table = strikes.loc[opened["texts"]["ids"]]
    statuses = [opened["statuses"][code] for code in columns["status"]]
    assert statuses == table["location_status"].tolist()
    for name, words in opened["dictionaries"].items():
        named = [words[code - 1] if code else None for code in columns[name]]
        assert named == [None if pd.isna(word) else word for word in table[name]]


def test_many_words_take_wider_codes(browser):
    rows = {str(i): {"actor": f"group {i}"} for i in range(300)}
    opened = browser.open(encode_strikes(strikes_of(**rows), empty_claims()))
    assert opened["types"]["actor"] == "Uint16Array"
    assert len(set(opened["columns"]["actor"])) == len(opened["dictionaries"]["actor"]) == 300


def test_a_toll_that_the_map_cannot_hold_is_refused():
    for name in ("killed_min", "injured_max"):
        with pytest.raises(OverflowError, match=name):
            encode_strikes(strikes_of(a={name: 2**31}), empty_claims())


def test_the_head_says_what_rows_are_called_where_they_are_no_strikes_each():
    called = [{}, {"kind": "other"}, {"strikes_min": 2, "strikes_max": 2}]
    heads = []
    for row in called:
        strikes = strikes_of(one=row)
        heads.append(pack_columns(strikes, order_rows(strikes))[0].get("noun"))
    assert heads == [None, "event", "row"]


def test_districts_travel_only_where_the_map_draws_them_and_only_those(browser):
    strikes = strikes_of(a={"adm2_code": "SY0702"}, b={"adm2_code": "SY0701"}, c={})
    bare = encode_strikes(strikes, empty_claims())
    assert "adm2_code" not in browser.open(bare)["columns"]
    opened = browser.open(encode_strikes(strikes, empty_claims(), districts={"SY0702"}))
    assert opened["dictionaries"]["adm2_code"] == ["SY0702"]
    assert opened["columns"]["adm2_code"] == [1, 0, 0]
    without = encode_strikes(strikes.assign(adm2_code=None), empty_claims())
    assert bare.sections["columns"] == without.sections["columns"]

"""The payload: the same data give the same text, which nothing but the map can read."""

from __future__ import annotations

import base64
import gzip
import re
from datetime import date

import numpy as np
from map_strikes import (
    HOSTILE,
    few_strikes,
    strikes_of,
)

from geo.strikes.schema import empty_claims, empty_strikes
from geo.webmap.payload.encode import MapOptions, View, encode_base_map, encode_strikes


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


def test_an_unpaired_surrogate_survives_in_the_options(browser):
    payload = encode_strikes(strikes_of(a={}), empty_claims()).add("options", {"title": "\ud800"})
    assert browser.open(payload)["options"] == {"title": "\ud800"}


def test_no_strikes_at_all_are_a_payload_too(browser):
    opened = browser.open(encode_strikes(empty_strikes(), empty_claims()))
    assert opened["rows"] == 0
    assert all(values == [] for values in opened["columns"].values())
    assert opened["texts"]["ids"] == []


def test_options_say_days_as_dates():
    said = MapOptions(period=(date(2015, 9, 1), date(2015, 9, 30)), view=View(38, 35, 7)).to_json()
    assert said["period"] == ["2015-09-01", "2015-09-30"]
    assert said["view"] == {"lon": 38, "lat": 35, "zoom": 7}
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

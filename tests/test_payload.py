"""What the browser is handed: every row, text and number, and nothing else."""

from __future__ import annotations

import base64
import gzip
import json
import re
import struct
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of

from geo.payload import MapOptions, Payload, View, encode_base_map, encode_strikes
from geo.schema import empty_claims, empty_strikes


def open_sections(text: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    raw = base64.b64decode(text)
    assert raw[:4] == b"SMP1"
    length = struct.unpack("<I", raw[4:8])[0]
    header = json.loads(raw[8 : 8 + length])
    offset = 8 + length
    sections = {}
    for name, size in header["sections"]:
        sections[name] = gzip.decompress(raw[offset : offset + size])
        offset += size
    assert offset == len(raw)
    return header, sections


def open_columns(payload: Payload) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    _, sections = open_sections(payload.to_base64())
    head = json.loads(sections["head"])
    columns = {
        name: np.frombuffer(sections["columns"], f"<{kind}", count=head["rows"], offset=offset)
        for name, kind, offset in head["columns"]
    }
    return head, columns


def open_texts(payload: Payload) -> dict[str, Any]:
    return json.loads(open_sections(payload.to_base64())[1]["texts"])


def texts_of(coded: list[Any]) -> list[str | None]:
    codes, words = coded
    return [words[code - 1] if code else None for code in codes]


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


def test_one_day_rows_come_first_by_day_then_spans_then_undated():
    head, columns = open_columns(encode_strikes(*few_strikes()))
    assert head["groups"] == {"one_day": 7, "spans": 1, "undated": 3}
    one_day = columns["day_start"][:7]
    assert (np.diff(one_day) >= 0).all()
    assert (columns["day_end"][:7] == one_day).all()
    assert columns["day_end"][7] - columns["day_start"][7] == 29


def test_days_count_from_1970():
    _, columns = open_columns(encode_strikes(strikes_of(a={}), empty_claims()))
    assert columns["day_start"][0] == (date(2020, 10, 26) - date(1970, 1, 1)).days


def test_null_counts_are_minus_one_never_zero():
    strikes = strikes_of(a={"killed_min": 0, "killed_max": 0}, b={"date_start": "2021-01-01"})
    payload = encode_strikes(strikes, empty_claims())
    _, columns = open_columns(payload)
    assert columns["killed_min"].tolist() == [0, -1]
    assert open_texts(payload)["counts"]["injured_min"] == [-1, -1]


@settings(deadline=None, max_examples=40)
@given(
    lon=st.floats(-180, 180, exclude_max=True),
    lat=st.floats(-85, 85),
)
def test_a_point_comes_back_within_a_metre(lon, lat):
    strikes = strikes_of(a={"lon": lon, "lat": lat})
    head, columns = open_columns(encode_strikes(strikes, empty_claims()))
    steps = 2 ** head["world_bits"]
    back_lon = (columns["x"][0] / steps - 0.5) * 360
    back_lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * columns["y"][0] / steps))))
    metres = 111_320 * np.hypot((back_lon - lon) * np.cos(np.radians(lat)), back_lat - lat)
    assert metres < 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_arrives_unchanged(text):
    strikes = strikes_of(a={"place_text": text})
    claims = claims_of({"strike_id": "a", "claimant": text, "title": text})
    texts = open_texts(encode_strikes(strikes, claims))
    assert texts_of(texts["texts"]["place_text"]) == [text]
    assert texts_of(texts["claims"]["title"]) == [text]


def test_an_unpaired_surrogate_survives_in_the_options():
    payload = encode_strikes(strikes_of(a={}), empty_claims()).add("options", {"title": "\ud800"})
    _, sections = open_sections(payload.to_base64())
    assert json.loads(sections["options"]) == {"title": "\ud800"}


def test_claims_stand_with_their_strike():
    strikes, claims = few_strikes()
    texts = open_texts(encode_strikes(strikes, claims))
    claimants = texts_of(texts["claims"]["claimant"])
    told = {
        (texts["ids"][row], who) for row, who in zip(texts["claim_rows"], claimants, strict=True)
    }
    assert told == set(zip(claims["strike_id"], claims["claimant"], strict=True))


def test_claims_of_strikes_that_were_filtered_away_stay_behind():
    strikes, claims = few_strikes()
    texts = open_texts(encode_strikes(strikes.loc[["hama"]], claims))
    assert texts["claim_rows"] == []


def test_a_shared_toll_names_its_lead_row_and_a_lead_row_none():
    strikes, claims = few_strikes()
    texts = open_texts(encode_strikes(strikes, claims))
    row = {strike: number for number, strike in enumerate(texts["ids"])}
    assert texts["toll_lead"][row["second"]] == row["duwaylah"]
    assert texts["toll_lead"][row["duwaylah"]] is None


def test_a_lead_row_that_was_filtered_away_is_named_by_its_id():
    strikes, claims = few_strikes()
    texts = open_texts(encode_strikes(strikes.loc[["second"]], claims))
    assert texts["toll_lead"] == ["duwaylah"]


def test_no_strikes_at_all_are_a_payload_too():
    head, columns = open_columns(encode_strikes(empty_strikes(), empty_claims()))
    assert head["rows"] == 0
    assert all(len(values) == 0 for values in columns.values())


def test_every_row_keeps_its_status_and_codes():
    strikes, claims = few_strikes()
    payload = encode_strikes(strikes, claims)
    head, columns = open_columns(payload)
    table = strikes.loc[open_texts(payload)["ids"]]
    statuses = [head["statuses"][code] for code in columns["status"]]
    assert statuses == table["location_status"].tolist()
    for name, words in head["dictionaries"].items():
        told = [words[code - 1] if code else None for code in columns[name]]
        assert told == [None if pd.isna(word) else word for word in table[name]]


def test_many_words_take_wider_codes():
    rows = {str(i): {"actor": f"group {i}"} for i in range(300)}
    head, columns = open_columns(encode_strikes(strikes_of(**rows), empty_claims()))
    assert columns["actor"].dtype == np.dtype("<u2")
    assert len(head["dictionaries"]["actor"]) == 300


def test_options_say_days_as_dates():
    told = MapOptions(period=(date(2015, 9, 1), date(2015, 9, 30)), view=View(38, 35, 7)).to_json()
    assert told["period"] == ["2015-09-01", "2015-09-30"]
    assert told["view"] == {"lon": 38, "lat": 35, "zoom": 7}
    assert MapOptions().to_json()["period"] is None


def test_a_base_map_travels_alone():
    header, sections = open_sections(encode_base_map({"features": []}))
    assert [name for name, _ in header["sections"]] == ["base_map"]
    assert json.loads(sections["base_map"]) == {"features": []}


def test_chosen_rows_are_marked_in_the_order_of_the_payload():
    strikes, claims = few_strikes()
    payload = encode_strikes(strikes, claims)
    assert payload.mark_rows(strikes.index) == ""
    chosen = strikes.index[strikes["kind"] == "drone"]
    bits = np.frombuffer(gzip.decompress(base64.b64decode(payload.mark_rows(chosen))), "u1")
    marks = np.unpackbits(bits, bitorder="little")[: payload.rows].astype(bool)
    assert payload.ids[marks].tolist() == chosen.tolist()
    assert set(payload.ids) == set(strikes.index)

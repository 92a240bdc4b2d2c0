"""The map's Streamlit side without a browser: what is sent once, what comes back."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from gazetteer.language import speaking
from geo.webmap.payload.encode import MapOptions, Payload, View
from strikemap.languages.catalogues import catalogue_of
from strikemap.web.map_component import MapState, _load, _read_state, _settle_options

STATES = {
    "nothing was touched": ({}, MapState()),
    "the slider was moved": (
        {"range": ["2015-09-01", "2015-09-30"]},
        MapState(date(2015, 9, 1), date(2015, 9, 30), period_moved=True),
    ),
    "the slider was set back to all dates": ({"range": []}, MapState(period_moved=True)),
    "strikes were clicked": ({"selection": ["a", "b"]}, MapState(selection=("a", "b"))),
    "the map was moved": (
        {"view": {"lon": 38.1, "lat": 35.2, "zoom": 7.5}},
        MapState(view=View(38.1, 35.2, 7.5)),
    ),
}


@pytest.mark.parametrize("case", STATES)
def test_the_state_says_what_the_hand_did(case):
    message, state = STATES[case]
    assert _read_state({"told": message}) == state


def test_the_first_period_stays_in_the_message_so_that_a_step_sends_nothing(monkeypatch):
    monkeypatch.setattr("strikemap.web.map_component.st.session_state", {})
    september = (date(2015, 9, 1), date(2015, 9, 30))
    first = _settle_options("map", MapOptions(period=september))
    later = _settle_options("map", MapOptions(period=(date(2016, 1, 1), date(2016, 1, 31))))
    assert first == later
    assert later["period"] == ["2015-09-01", "2015-09-30"]


def test_another_map_has_a_first_period_of_its_own(monkeypatch):
    monkeypatch.setattr("strikemap.web.map_component.st.session_state", {})
    _settle_options("one", MapOptions(title="One"))
    september = (date(2015, 9, 1), date(2015, 9, 30))
    assert _settle_options("two", MapOptions(period=september))["period"] is not None


@pytest.mark.parametrize(
    ("code", "countries", "labels"),
    [("ar", ("ua",), "ar"), ("uk", ("ua",), "local"), ("uk", ("sy",), None), ("fr", ("sy",), None)],
)
def test_the_map_names_places_as_its_page_speaks_where_they_are_known_so(code, countries, labels):
    with speaking(catalogue_of(code)):
        heavy = _load(Payload("one", pd.Index([]), {}), "text", "land", countries)
    assert json.loads(heavy["words"]).get("labels") == labels


def show_two_maps() -> None:
    import geopandas as gpd
    import streamlit as st

    from geo.strikes.schema import empty_claims, empty_strikes
    from geo.webmap.payload.encode import encode_base_map, encode_strikes
    from strikemap.web.map_component import strike_map

    strikes: gpd.GeoDataFrame = empty_strikes()
    payload, land = encode_strikes(strikes, empty_claims()), encode_base_map({"features": []})
    for key in ("one", "two"):
        state = strike_map(payload, key, base_map=land)
        st.write("moved" if state.period_moved else "untouched")


def test_two_maps_mount_on_one_page():
    page = AppTest.from_function(show_two_maps, default_timeout=30).run()
    assert not page.exception
    assert [text.value for text in page.markdown] == ["untouched", "untouched"]

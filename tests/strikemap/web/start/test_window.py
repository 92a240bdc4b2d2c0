"""The side bar of the first page: as Streamlit has it, and closed on a telephone."""

from __future__ import annotations

import pytest
import streamlit as st
from app_pages import open_page

from strikemap.web.start.window import side_bar_state

PHONES = (
    {"User-Agent": "Mozilla/5.0 (Linux; Android 15; K) Chrome/140.0.0.0 Mobile Safari/537.36"},
    {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148 Safari"},
    {"Sec-CH-UA-Mobile": "?1", "User-Agent": "Mozilla/5.0"},
)
OTHERS = (
    {},
    {"Sec-CH-UA-Mobile": "?0", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0"},
    {"User-Agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1"},
)


@pytest.mark.parametrize("headers", PHONES)
def test_on_a_telephone_the_side_bar_is_closed_at_first(headers, monkeypatch):
    assert side_bar_state(headers) == "collapsed"
    asked = []
    monkeypatch.setattr(type(st.context), "headers", headers)
    monkeypatch.setattr(st, "set_page_config", lambda **options: asked.append(options))
    open_page()
    assert asked[0]["initial_sidebar_state"] == "collapsed"


@pytest.mark.parametrize("headers", OTHERS)
def test_elsewhere_it_stands_as_the_window_has_room(headers):
    assert side_bar_state(headers) == "auto"

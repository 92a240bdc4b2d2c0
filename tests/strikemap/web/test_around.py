"""Around a place in the app: a link asks for a circle, widgets widen it and take it off."""

from __future__ import annotations

from app_pages import open_page, run, table_ids
from streamlit.testing.v1 import AppTest

from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.nearness import Near


def test_a_link_asks_for_a_circle_that_is_widened_and_taken_off(seeds):
    page = open_page({"around": "Talbisah,3"})
    near = Near.from_text(page.query_params["near"])
    assert (near.name, near.km) == ("Talbiseh", 3)
    assert table_ids(page) == set(filter_strikes(seeds, Filters(near=near)).index)
    assert 0 < len(table_ids(page)) < len(seeds)
    assert any("Within 3 km of Talbiseh" in text.value for text in page.markdown)
    page.number_input(key="filter_near_km").set_value(60.0)
    run(page)
    wider = Near(near.lon, near.lat, 60, "Talbiseh")
    assert page.query_params["near"] == wider.text
    assert table_ids(page) == set(filter_strikes(seeds, Filters(near=wider)).index)
    next(button for button in page.button if button.label == "Everywhere again").click()
    run(page)
    assert "near" not in page.query_params
    assert table_ids(page) == set(seeds.index)


def test_a_place_that_is_none_is_told():
    page = open_page({"around": "Atlantis,3"})
    assert "no place of this name is known" in page.warning[0].value


def test_the_map_chooses_a_circle_and_takes_it_off():
    page = AppTest.from_function(_choose_and_take_off).run()
    assert [text.value for text in page.text] == ["36.7,34.8,5,Talbiseh", "None"]


def _choose_and_take_off():
    import streamlit as st

    from strikemap.web.around import get_near
    from strikemap.web.filters import choose_counted

    choose_counted("near", ["36.7,34.8,5,Talbiseh"])
    near = get_near()
    st.text(near.text if near else None)
    choose_counted("near", [])
    st.text(get_near())

"""A run begins at the top of the page, also on a thread that drew a fragment before."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

PATIENCE = 60


def draw_in_a_place_left_over() -> None:
    import streamlit as st
    from streamlit.delta_generator_singletons import context_dg_stack

    left = st.sidebar.container()
    context_dg_stack.set((*context_dg_stack.get(), left))  # where a fragment of another page stood
    import streamlit_app

    streamlit_app.draw()


def test_nothing_of_a_page_stands_where_its_thread_drew_last():
    page = AppTest.from_function(draw_in_a_place_left_over, default_timeout=PATIENCE).run()
    assert not page.exception
    assert [title.value for title in page.main.title] == ["Reported strikes: Syria"]
    assert not page.sidebar.title

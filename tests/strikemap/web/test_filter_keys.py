"""What Python puts into a filter has a key of its own; keys of before are not held."""

from __future__ import annotations

import pytest
import streamlit as st

from strikemap.web.filter_keys import filter_key, held_choices, put_choice


@pytest.fixture(autouse=True)
def state(monkeypatch):
    held: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", held)
    return held


def test_a_first_and_an_equal_value_keep_the_key():
    put_choice("kinds", ["airstrike"])
    put_choice("kinds", ["airstrike"])
    assert filter_key("kinds") == "filter_kinds"


def test_another_value_has_a_new_key_each_time_and_the_one_before_is_gone(state):
    for value in ("Idlib", "Hama", "Idlib"):
        put_choice("text", value)
    assert filter_key("text") == "filter_text~2"
    assert [key for key in state if key.startswith("filter_")] == ["filter_text~2"]


def test_what_a_browser_says_under_a_key_of_before_is_not_held(state):
    put_choice("text", "Idlib")
    put_choice("text", "Hama")
    put_choice("near_km", 5.0)
    state["filter_text"] = "Idlib"  # as Streamlit keeps what came under it
    assert held_choices() == {"filter_text~1": "Hama", "filter_near_km": 5.0}

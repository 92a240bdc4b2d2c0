"""What Python puts into a filter stands against what a browser says that has not drawn it."""

from __future__ import annotations

import pytest
import streamlit as st

from strikemap.web import filter_keys
from strikemap.web.filter_keys import LATE_S, end_run, hear_late, held_choices, put_choice


@pytest.fixture(autouse=True)
def state(monkeypatch):
    held: dict[str, object] = {"filter_text": "", "filter_kinds": ["drone", "missile"]}
    monkeypatch.setattr(st, "session_state", held)
    return held


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(filter_keys.time, "monotonic", lambda: now[0])
    return now


def test_what_was_there_before_is_not_heard_until_a_while_after_it_was_drawn(state, clock):
    put_choice("text", "Idlib")
    for _ in range(2):
        state["filter_text"] = ""  # by a browser that has not drawn it
        hear_late()
        assert state["filter_text"] == "Idlib"
    clock[0] += 60  # a slow run
    state["filter_text"] = ""
    hear_late()
    assert state["filter_text"] == "Idlib"
    end_run()
    clock[0] += LATE_S + 0.1
    state["filter_text"] = ""
    hear_late()
    assert state["filter_text"] == "", "by now it is the visitor's own"


def test_of_several_puts_none_of_those_before_is_heard(state):
    put_choice("text", "Idlib")
    put_choice("text", "Hama")
    for late in ("", "Idlib"):
        state["filter_text"] = late
        hear_late()
        assert state["filter_text"] == "Hama"


def test_another_value_is_the_visitor_s_own_at_once(state):
    put_choice("text", "Idlib")
    state["filter_text"] = "Homs"
    hear_late()
    assert state["filter_text"] == "Homs"
    state["filter_text"] = ""
    hear_late()
    assert state["filter_text"] == ""


def test_the_order_of_what_is_chosen_is_no_other_choice(state):
    put_choice("kinds", ["missile", "drone"])
    state["filter_kinds"] = ["drone"]
    hear_late()
    assert state["filter_kinds"] == ["drone"]
    put_choice("near_km", 5.0)
    assert held_choices()["filter_near_km"] == 5.0

"""The keys of the filters' widgets: a new one for what Python, not the visitor, puts into one.

A run that the browser asks for before it has drawn what was put there brings what the widget held
before. Under the key of before, that is not heard.
"""

from __future__ import annotations

import streamlit as st

__all__ = ["BEGINNING", "filter_key", "held_choices", "put_choice"]

BEGINNING = "filter_"
TURNS_KEY = "turns_of_filters"  # by filter: how often Python has put another value into it


def _turns() -> dict[str, int]:
    turns: dict[str, int] = st.session_state.setdefault(TURNS_KEY, {})
    return turns


def filter_key(name: str) -> str:
    """Return the key that a filter's widget has now."""
    turn = _turns().get(name, 0)
    return f"{BEGINNING}{name}~{turn}" if turn else f"{BEGINNING}{name}"


def put_choice(name: str, value: object) -> None:
    """Put a value into a filter; only before its widget is drawn in a run."""
    state, key = st.session_state, filter_key(name)
    if key in state and state[key] != value:
        del state[key]
        _turns()[name] = _turns().get(name, 0) + 1
    state[filter_key(name)] = value


def held_choices() -> dict[str, object]:
    """Return what the filters hold, by key; keys of before are left out."""
    held = {str(name): value for name, value in st.session_state.items()}
    return {
        key: value
        for key, value in held.items()
        if key.startswith(BEGINNING) and key == filter_key(key[len(BEGINNING) :].split("~")[0])
    }

"""The values of the filters' widgets: what Python puts into one, and what the browser says late.

A run that the browser asks for before it has drawn what Python put into a widget brings what the
widget held before. That is no choice of the visitor: what was put there stands.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

__all__ = ["end_run", "filter_key", "hear_late", "held_choices", "put_choice"]

BEGINNING = "filter_"
LATE_KEY = "puts_into_filters"
LATE_S = 2.0  # after the run that drew it is done: by then a browser has drawn it too


@dataclass
class _Put:
    before: list[object]  # what a browser may not know to be gone
    value: object
    until: float | None = None  # by time.monotonic(); None before a run has drawn it


def _puts() -> dict[str, _Put]:
    puts: dict[str, _Put] = st.session_state.setdefault(LATE_KEY, {})
    return puts


def filter_key(name: str) -> str:
    """Return the key of a filter's widget."""
    return f"{BEGINNING}{name}"


def _are_alike(one: object, other: object) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other or not (one or other)


def put_choice(name: str, value: object) -> None:
    """Put a value into a filter; only before its widget is drawn in a run."""
    key = filter_key(name)
    hear_late()
    held = st.session_state.get(key)
    if key in st.session_state and not _are_alike(held, value):
        earlier = _puts().get(key)
        _puts()[key] = _Put([*(earlier.before if earlier else ()), held], value)
    st.session_state[key] = value


def hear_late() -> None:
    """Put again what the browser had not drawn when it asked for this run; before the widgets."""
    state, now = st.session_state, time.monotonic()
    for key, put in list(_puts().items()):
        if put.until is not None and now > put.until:
            del _puts()[key]
        elif key not in state or _are_alike(state[key], put.value):
            continue
        elif any(_are_alike(state[key], before) for before in put.before):
            state[key] = put.value
        else:
            del _puts()[key]  # the visitor's own choice


def end_run() -> None:
    """Note that a run has drawn the widgets to its end."""
    for put in _puts().values():
        if put.until is None:
            put.until = time.monotonic() + LATE_S


def held_choices() -> dict[str, object]:
    """Return what the filters hold, by key."""
    held = {str(name): value for name, value in st.session_state.items()}
    return {name: value for name, value in held.items() if name.startswith(BEGINNING)}

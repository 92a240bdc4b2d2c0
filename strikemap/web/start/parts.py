"""The two parts of the map component, and how they are mounted; no library of tables is needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from geo.webmap.assets import control_script, loader_script
from strikemap.web.strikes.link import ask_for_form, note_read

__all__ = ["Choose", "mount_map", "told_by", "wrap_control"]

LOADER = st.components.v2.component("strikemap_loader", js=loader_script())
# Seen until the loader has come, which for 100,000 strikes is some megabytes later.
WAITING = """.strike-mount:empty::before{
content:var(--strike-waiting,"Drawing the map \\2026");display:block;
padding:1rem;font-family:var(--st-font,sans-serif);opacity:.75}"""
MAP = st.components.v2.component(
    "strikemap_map", html='<div class="strike-mount"></div>', css=WAITING, js=control_script()
)
Choose = Callable[[str, list[str]], None]


def wrap_control(control: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the light side's message, JSON's own types, as `streamlit_control.js` takes it.

    Among the values of a dict Streamlit looks for tables, for which it loads pandas and pyarrow:
    half a second of processor time before the first map. In a list it looks for none.
    """
    return [dict(control)]


def mount_map(
    key: str, control: Mapping[str, Any], heavy: Mapping[str, str], on_choose: Choose | None
) -> Mapping[str, Any]:
    """Mount the map under a key, or bring the one there up to date; return what a hand did to it.

    control, heavy: the messages of the component's two parts, as
    `strikemap.web.map_component.strike_map` makes them.
    """
    if not told_by(key):  # its page was left meanwhile, and other strikes may have been read there
        st.session_state.pop(f"{key}-opened", None)
    result: Mapping[str, Any] = MAP(
        key=key,
        data=wrap_control(control),
        on_told_change=partial(_note_read, key),
        on_choose_change=partial(_choose, key, on_choose),
        on_correct_change=partial(_correct, key),
    )
    LOADER(key=f"{key}-loader", data=_pack(key, heavy))
    return result


def _pack(key: str, heavy: Mapping[str, str]) -> bytes:
    """Return the heavy side's message as `streamlit_offer.js` unpacks it: its token and its JSON.

    Of values Streamlit makes JSON twice at each run, for 100,000 strikes 40 ms; these bytes are
    made once, and kept while the map shows the same.
    """
    name, token = f"{key}-packed", heavy["token"]
    kept: tuple[str, bytes] | None = st.session_state.get(name)
    if kept is None or kept[0] != token:
        kept = token, f"{token}\n{json.dumps(dict(heavy))}".encode()
        st.session_state[name] = kept
    return kept[1]


def told_by(key: str) -> Mapping[str, Any]:
    """Return what the map mounted under a key last told, by name."""
    told: Mapping[str, Any] = (st.session_state.get(key) or {}).get("told") or {}
    return told


def _note_read(key: str) -> None:
    """Keep which strike was opened, where that is another than the map said before."""
    opened = told_by(key).get("opened")
    if opened != st.session_state.get(f"{key}-opened"):
        st.session_state[f"{key}-opened"] = opened
        note_read(opened)


def _correct(key: str) -> None:
    if said := st.session_state[key].get("correct"):
        ask_for_form(str(said))


def _choose(key: str, on_choose: Choose | None) -> None:
    said = st.session_state[key].get("choose")
    if on_choose is not None and said:
        on_choose(str(said["field"]), [str(value) for value in said["values"]])

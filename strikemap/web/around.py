"""Around a place: the circle that strikes lie in, as a filter that can be widened or taken off."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from gazetteer.language import _
from geo.strikes.nearness import FARTHEST_KM, Near
from strikemap.web.filter_keys import filter_key, put_choice
from strikemap.web.wording import escape_markdown

__all__ = ["get_near", "set_near", "show_around"]

NEAR, KM = "near", "near_km"


def get_near() -> Near | None:
    """Return the circle that is asked for."""
    near: Near | None = st.session_state.get(filter_key(NEAR))
    return near


def set_near(near: Near | None) -> None:
    """Ask for a circle, None for everywhere; before the widgets are drawn in a run."""
    st.session_state[filter_key(NEAR)] = near
    if near:
        put_choice(KM, near.km)


def show_around() -> Near | None:
    """Draw the circle's widgets where there is one; return it as it is then."""
    near = get_near()
    if near is None:
        return None
    where = escape_markdown(near.name) or f"{near.lat}, {near.lon}"
    km = st.number_input(
        _("Kilometres around {where}", where=where),
        0.1,
        FARTHEST_KM,
        step=1.0,
        format="%g",
        key=filter_key(KM),
    )
    st.button(_("Everywhere again"), on_click=set_near, args=(None,))
    near = replace(near, km=km)
    st.session_state[filter_key(NEAR)] = near
    return near

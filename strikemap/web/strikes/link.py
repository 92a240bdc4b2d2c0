"""The way from other pages to the form of one strike."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from gazetteer.language import _
from strikemap.web.visitors.session import UPLOAD_KEY, WORKSPACE_KEY

__all__ = [
    "AT", "PAGE_KEY", "ask_for_form", "can_correct", "go_to_form", "last_read", "note_read",
    "show_link",
]  # fmt: skip

AT = "strike"  # the part of the address that says which strike is looked at
PAGE_KEY = "strikes_page"  # the page, of the app's own navigation
READ_KEY, ASKED_KEY = "strike_read", "strike_to_correct"


def can_correct() -> bool:
    """Return whether a workspace is looked at, in which strikes can be corrected."""
    return WORKSPACE_KEY in st.session_state and st.session_state.get(UPLOAD_KEY) is None


def note_read(strike_id: str | None) -> None:
    """Keep which strike was read last, on the map, in a table or on the page of strikes."""
    if strike_id:
        st.session_state[READ_KEY] = strike_id


def last_read() -> str:
    """Return the id of the strike that was read last; "" for none."""
    return str(st.session_state.get(READ_KEY, ""))


def ask_for_form(strike_id: str) -> None:
    """Ask, in a callback, for the form of a strike; `go_to_form` goes there."""
    note_read(strike_id)
    st.session_state[ASKED_KEY] = strike_id


def go_to_form() -> None:
    """Go to the form of a strike that the map asked for, if it did; the run ends there."""
    asked, page = st.session_state.pop(ASKED_KEY, ""), st.session_state.get(PAGE_KEY)
    if asked and page is not None and can_correct():
        st.switch_page(page, query_params={AT: asked})


def show_link(chosen: Sequence[str], read: str | None) -> None:
    """Offer the form of a strike: of the one that was read last, or that alone is chosen.

    Only where a workspace is looked at, in which it can be corrected.
    """
    place = st.container()  # there with and without a link: what stands below stays what it is
    page = st.session_state.get(PAGE_KEY)
    one = read or (chosen[0] if len(chosen) == 1 else None)
    if page is not None and one and can_correct():
        place.page_link(page, label=_("Correct this strike"), query_params={AT: one})

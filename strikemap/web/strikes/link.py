"""The way from other pages to the form of one strike."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from strikemap.web.visitors.session import UPLOAD_KEY, WORKSPACE_KEY

__all__ = ["AT", "PAGE_KEY", "show_link"]

AT = "strike"  # the part of the address that says which strike is looked at
PAGE_KEY = "strikes_page"  # the page, of the app's own navigation


def show_link(chosen: Sequence[str], focus: str | None) -> None:
    """Offer the form of a strike that alone is chosen on the map, or in the table.

    Only where a workspace is looked at, in which it can be corrected.
    """
    place = st.container()  # there with and without a link: what stands below stays what it is
    page = st.session_state.get(PAGE_KEY)
    one = chosen[0] if len(chosen) == 1 else focus
    held = WORKSPACE_KEY in st.session_state and st.session_state.get(UPLOAD_KEY) is None
    if page is not None and one and held:
        place.page_link(page, label="Correct this strike", query_params={AT: one})

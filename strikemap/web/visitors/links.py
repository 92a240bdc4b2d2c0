"""A link to a view of data that are not open: its filters and map wait until they are."""

from __future__ import annotations

import streamlit as st

__all__ = ["await_link", "follow_link", "follow_link_to"]

AWAITED_KEY = "link_awaited"  # the parts of an address by name
DATA_PART, OF_PART = "data", "of"


def await_link() -> None:
    """Remember what the address asks for, before it is written anew for what is shown instead."""
    parts = {name: st.query_params.get_all(name) for name in st.query_params}
    st.session_state.setdefault(AWAITED_KEY, parts)


def follow_link(data_hash: str) -> None:
    """Give the address what was asked for, where the data of that hash are open now."""
    parts = st.session_state.get(AWAITED_KEY, {})
    if parts.get(DATA_PART) == [data_hash]:
        st.query_params.from_dict(parts)
        del st.session_state[AWAITED_KEY]


def follow_link_to(workspace: str) -> None:
    """Give the address what was asked for of a workspace that is open now, by its name.

    Whether its data have changed since, the page says.
    """
    parts = st.session_state.get(AWAITED_KEY, {})
    if parts.get(OF_PART) == [workspace]:
        st.query_params.from_dict(parts)
        del st.session_state[AWAITED_KEY]

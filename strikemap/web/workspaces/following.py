"""What others do in the open workspace, shown some seconds later at most."""

from __future__ import annotations

import streamlit as st

from gazetteer.errors import StrikemapError
from strikemap.web.visitors.said import forget, say, show_said
from strikemap.web.workspaces.session import current_workspace

__all__ = ["follow_others"]

EVERY_S = 2.5  # seconds between two looks; others' changes are to appear within 5
HERE = "following"  # where it is said why others' changes are not to be had


@st.fragment(run_every=EVERY_S)
def follow_others(seen: int) -> None:
    """Draw the page anew where the workspace holds more changes than were seen."""
    opened = current_workspace()
    if opened is None or opened.closed:
        return
    try:
        opened.refresh()
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
    else:
        forget(HERE)
    show_said(HERE)
    if opened.shown.changes != seen:
        st.rerun()

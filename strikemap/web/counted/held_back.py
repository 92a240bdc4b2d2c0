"""A release profile that is on, where a database is counted: counts know nothing of profiles."""

from __future__ import annotations

import streamlit as st

from gazetteer.language import _
from strikemap.web.release.chosen import chosen_profile, show_all
from strikemap.web.wording import escape_markdown

__all__ = ["refuse_counts"]


def refuse_counts() -> bool:
    """Say, where a profile is on, that nothing is counted under it; return whether one is on."""
    chosen = chosen_profile()
    if chosen is None:
        return False
    name, file = map(escape_markdown, (chosen.profile.name, chosen.file))
    st.info(
        _(
            "The release profile **{name}** ({file}) is on, and all of a database cannot be "
            "counted under a profile: its counts and lists would hold what the profile holds "
            "back. Let go of the profile, filter until strikes themselves are shown, and choose "
            "it again there.",
            name=name,
            file=file,
        )
    )
    st.button(_("Show all strikes"), key="release_off", on_click=show_all)
    return True

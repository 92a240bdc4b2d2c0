"""Which of the texts is looked at, and which have edits that no decision has written."""

from __future__ import annotations

import streamlit as st

from strikemap.web.reports.decided import find_verdicts
from strikemap.web.reports.edits import count_unsaved, forget_edits
from strikemap.web.reports.held import AT, TEXT_AT, Told, drop_text, list_texts
from strikemap.web.reports.place import leave_place
from strikemap.web.wording import escape_markdown, plural

__all__ = ["show_choice"]

NAMED = 3  # texts with edits that are named


def show_choice(told: Told) -> None:
    """Draw which text is looked at."""
    texts = {one.key: one for one in list_texts()}
    if st.session_state.get(TEXT_AT) not in texts:
        st.session_state[TEXT_AT] = told.key
    row = st.container(horizontal=True, vertical_alignment="bottom")
    row.selectbox(
        f"Text ({len(texts):,})", list(texts), key=TEXT_AT, on_change=_leave_text,
        format_func=lambda key: f"{texts[key].name} ({plural(len(texts[key].drafts), 'draft')})"
        if key in texts else key,
    )  # fmt: skip
    row.button("Forget it", key="reports_drop", on_click=_drop, args=(told,))
    with st.container():
        if words := _word_unsaved(told):
            st.caption(escape_markdown(words))


def _word_unsaved(told: Told) -> str:
    """Say which other texts have drafts with edits; "" for none."""
    verdicts = find_verdicts()
    counts = {one.name: count_unsaved(one, verdicts) for one in list_texts() if one is not told}
    named = [f"{name} ({count})" for name, count in counts.items() if count]
    rest = f" and {plural(len(named) - NAMED, 'text')} more" if len(named) > NAMED else ""
    return f"Drafts with edits to decide: {'; '.join(named[:NAMED])}{rest}" if named else ""


def _leave_text() -> None:
    leave_place()
    st.session_state.pop(AT, None)


def _drop(told: Told) -> None:
    leave_place()
    drop_text(told.key)
    forget_edits(told.keys)

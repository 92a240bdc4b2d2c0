"""Where texts are pasted and files are dropped."""

from __future__ import annotations

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.language import N_, _
from gazetteer.mentions.countries import find_text_countries
from gazetteer.several import Gazetteers
from reports.document import ARCHIVE, ENDINGS
from strikemap.web.datasets import current_dataset
from strikemap.web.reports.choice import find_open
from strikemap.web.reports.deciding.decided import places_of
from strikemap.web.reports.held import current_text, list_texts
from strikemap.web.reports.place import leave_place
from strikemap.web.reports.taking_in import PASTED, take_in, take_pasted
from strikemap.web.visitors.session import HOURS

__all__ = ["show_intake"]

ROUND = "reports_round"  # counts the files that were taken: the field is empty after each
WHAT_FOLLOWS = N_(
    "1. The text is shown with the places, days, tolls and actors that were read, "
    "beside a map.\n2. Each strike that it tells of is a draft: you accept it, mend "
    "it first, or reject it. Nothing becomes a strike by itself.\n3. A draft that "
    "the data may have already stands beside that strike: one strike with two "
    "claims, or two strikes.\n\nThe text is kept in memory for you alone: this "
    "browser has it again after a reload, for {hours} hours or until you forget "
    "it. Of an accepted draft outlet, title, day, address and the words of place, "
    "date and toll are kept as its source."
)


def show_intake() -> None:
    """Draw where texts are pasted and dropped; folded up while drafts are to be decided."""
    held, told = len(list_texts()), current_text()
    done = told is None or (bool(told.drafts) and find_open(told, 0) is None)
    with st.expander(_("Add reports"), key=f"reports_intake_{held}_{done}", expanded=done):
        st.text_area(_("Paste a text"), key=PASTED, height=160)
        st.button(_("Read it"), key="reports_read", on_click=_take_pasted, type="primary")
        key = f"reports_files_{st.session_state.get(ROUND, 0)}"
        st.file_uploader(
            _("Or drop files"), type=[end[1:] for end in (*ENDINGS, ARCHIVE)], key=key,
            accept_multiple_files=True, on_change=_take_files, args=(key,),
        )  # fmt: skip
    with st.container():
        if not held:
            st.markdown(_(WHAT_FOLLOWS, hours=HOURS))


def _places_told(text: str) -> Gazetteer | Gazetteers:
    """Return the places of the data's countries, or of others that a text clearly tells of."""
    dataset = current_dataset()
    return places_of(dataset, find_text_countries(text, places_of(dataset)))


def _take_pasted() -> None:
    take_pasted(_places_told)
    leave_place()


def _take_files(key: str) -> None:
    files = st.session_state.get(key) or []
    if files:
        take_in(files, _places_told)
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        leave_place()

"""What is in a file, said before the map: rows, located, refused, and what was noticed."""

from __future__ import annotations

import streamlit as st

from geo.strikes.totals import count_totals
from strikemap.web.datasets import Dataset
from strikemap.web.numbers import word_totals
from strikemap.web.opening.rejected import show_rejected
from strikemap.web.opening.steps import Prepared
from strikemap.web.wording import escape_markdown, plural

__all__ = ["show_outcome", "show_summary"]


def show_summary(prepared: Prepared, name: str) -> None:
    """Draw what was read of a file and what was not."""
    reading = prepared.reading
    if prepared.dataset is None:
        st.error(f"No row of {escape_markdown(name)} can be read as a strike.")
    else:
        refused = len(reading.rejected)
        st.markdown(
            f"**{plural(len(reading.strikes), 'row')}** read, {refused:,} not read · "
            f"{word_totals(count_totals(prepared.dataset.strikes))}"
        )
    for note in reading.notes:
        st.caption(escape_markdown(note))
    show_rejected("Rows", reading.rejected, f"{name}.rejected.csv")
    show_rejected("Claims", reading.rejected_claims, f"{name}.rejected_claims.csv")


def show_outcome(dataset: Dataset) -> None:
    """Say once more what was not read, for who has gone on to the map."""
    refused = len(dataset.rejected)
    st.caption(f"{plural(len(dataset.strikes), 'row')} read, {refused:,} not read.")

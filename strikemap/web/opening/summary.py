"""What is in a file, said before the map: rows, located, refused, and what was noticed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.strikes.totals import count_totals
from strikemap.web.numbers import word_strikes, word_totals
from strikemap.web.opening.rejected import show_rejected
from strikemap.web.opening.steps import Prepared
from strikemap.web.wording import begin_large, escape_markdown, plural

__all__ = ["show_all_rejected", "show_summary"]


def show_summary(prepared: Prepared, name: str, *, said: Sequence[str] = ()) -> None:
    """Draw what was read of a file and what was not; notes that were `said` are not said again."""
    reading = prepared.reading
    if prepared.dataset is None:
        st.error(f"No row of {escape_markdown(name)} can be read as a strike.")
    else:
        totals = count_totals(prepared.dataset.strikes)
        refused = len(reading.rejected)
        st.markdown(
            f"**{plural(totals.rows, 'row')}** read, {refused:,} not read · "
            f"**{word_strikes(totals)}** · {word_totals(totals)}"
        )
    notes = [note for note in reading.notes if note not in said]
    st.markdown("\n".join(f"- {escape_markdown(begin_large(note))}" for note in notes))


def show_all_rejected(prepared: Prepared, name: str) -> None:
    """Draw the rows and claims that were not read."""
    reading = prepared.reading
    show_rejected("Rows", reading.rejected, f"{name}.rejected.csv")
    show_rejected("Claims", reading.rejected_claims, f"{name}.rejected_claims.csv")

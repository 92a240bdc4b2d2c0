"""The rows of a file that could not be read: listed with reasons, and downloaded for repair."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.export.csv_table import rejected_to_csv

__all__ = ["show_rejected"]

MOST_ROWS = 200  # of the list on the page; the download holds all


def show_rejected(what: str, rejected: pd.DataFrame, file_name: str) -> None:
    """Draw the refused `what`, such as rows, of a file; nothing where none was refused."""
    if rejected.empty:
        return
    cut = f" The first {MOST_ROWS:,} are listed." if len(rejected) > MOST_ROWS else ""
    st.markdown(
        f"**{what} not read ({len(rejected):,})**, each with its line and the reason.{cut} "
        "Download them, repair them and open the file again: the columns row and reason may stay."
    )
    st.dataframe(rejected.head(MOST_ROWS), hide_index=True, key=f"table_{file_name}")
    st.download_button(
        f"Download the {what.lower()} not read",
        lambda: rejected_to_csv(rejected),
        file_name,
        "text/csv",
        key=f"download_{file_name}",
        on_click="ignore",
    )

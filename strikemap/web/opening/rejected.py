"""The rows of a file that could not be read: listed with reasons, and downloaded for repair."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.export.csv_table import rejected_to_csv
from strikemap.web.tables.columns import find_empty, fit_widths, text_width

__all__ = ["count_lines", "list_noted", "order_columns", "show_noted", "show_rejected"]

WIDEST_REASON, ROW_HEIGHT = 620, 36  # CSS pixels; of one line
NOT_READ = {
    "rows": N_("**Rows not read ({count})**, each with its line and the reason.{cut}"),
    "claims": N_("**Claims not read ({count})**, each with its line and the reason.{cut}"),
}
DOWNLOAD = {
    "rows": N_("Download the rows not read"), "claims": N_("Download the claims not read"),
}  # fmt: skip
MOST_LINES = 4
MOST_ROWS = 200  # of the list on the page; the download holds all


def order_columns(rejected: pd.DataFrame) -> list[str]:
    """Return the columns that say anything, the row and its reason before the file's own."""
    empty = find_empty(rejected)
    names = [str(name) for name in rejected if name not in empty]
    first = [name for name in ("row", "reason") if name in names]
    return [*first, *(name for name in names if name not in first)]


def count_lines(reasons: pd.Series) -> int:
    """Return the lines that the longest reason takes in its column."""
    wide = max((text_width(len(str(reason))) for reason in reasons), default=0)
    return min(MOST_LINES, -(-wide // WIDEST_REASON)) or 1


def list_noted(strikes: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of which a cell was not read, or read otherwise, each with the reason."""
    noted = strikes[strikes["reading_note"].notna()]
    table = pd.DataFrame({
        "reason": noted["reading_note"].tolist(),
        "place": noted["place_text"].tolist(),
        "governorate": noted["governorate_text"].tolist(),
        "date": noted["date_start"].dt.strftime("%Y-%m-%d").tolist(),
        "strike_id": noted.index.tolist(),
    })  # fmt: skip
    return table.drop(columns=find_empty(table)).fillna("")


def show_noted(strikes: pd.DataFrame, name: str) -> None:
    """Draw the rows that were read with a note; nothing where none was."""
    listed = list_noted(strikes)
    if listed.empty:
        return
    cut = (
        _(" The first {most_rows} are listed.", most_rows=MOST_ROWS)
        if len(listed) > MOST_ROWS
        else ""
    )
    with st.expander(
        _("Rows with a reading note ({count})", count=len(listed)), key="opening_noted"
    ):
        st.caption(
            _(
                "They are among the strikes; what could not be read of them is left out.{cut}",
                cut=cut,
            )
        )
        _draw(listed.head(MOST_ROWS), f"noted_{name}")


def _draw(rows: pd.DataFrame, key: str) -> None:
    """Draw rows with their reasons whole."""
    st.dataframe(
        rows,
        hide_index=True,
        key=f"table_{key}",
        column_order=order_columns(rows),
        column_config={
            name: st.column_config.Column(width=width)
            for name, width in fit_widths(rows, widest={"reason": WIDEST_REASON}).items()
        },
        row_height=ROW_HEIGHT * count_lines(rows["reason"]),
    )


def show_rejected(what: str, rejected: pd.DataFrame, file_name: str) -> None:
    """Draw the refused `what`, such as rows, of a file; nothing where none was refused."""
    if rejected.empty:
        return
    cut = (
        _(" The first {most_rows} are listed.", most_rows=MOST_ROWS)
        if len(rejected) > MOST_ROWS
        else ""
    )
    st.markdown(
        _(NOT_READ[what], count=len(rejected), cut=cut)
        + " "
        + _(
            "Download them, repair them and open the file again: the columns row and "
            "reason may stay."
        )
    )
    _draw(rejected.head(MOST_ROWS), file_name)
    st.download_button(
        _(DOWNLOAD[what]),
        lambda: rejected_to_csv(rejected),
        file_name,
        "text/csv",
        key=f"download_{file_name}",
        on_click="ignore",
    )

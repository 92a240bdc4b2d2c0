"""What a dropped file is, in words, and its first rows as they stand."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gazetteer.language import N_
from geo.reading.table import Table, text_table
from strikemap.web.opening.steps import Opened
from strikemap.web.wording import begin_large, escape_markdown, plural

__all__ = ["show_facts", "show_first_rows", "word_facts"]

OWN_COLUMNS = N_("a table with columns of its own")
FIRST_ROWS = 6
ROW_HEIGHT = 35  # CSS pixels of a row of st.dataframe


def word_facts(opened: Opened, title: str = "") -> str:
    """Say what a file is, as Markdown: the publisher's table by name, its kind, its size."""
    known = OWN_COLUMNS if opened.format.asks_columns else title or opened.format.name
    table = opened.table
    rows = len(table.cells) + len(table.broken)
    size = f"{plural(rows, 'row')}, {plural(table.cells.shape[1], 'column')}"
    kind = f"{opened.container} · " if opened.container else ""
    return f"**{escape_markdown(begin_large(known))}** · {kind}{size}"


def show_facts(place: DeltaGenerator, opened: Opened, title: str = "") -> None:
    """Draw what the file is, and what was noticed while it was opened."""
    notes = [f"- {escape_markdown(begin_large(note))}" for note in opened.table.notes]
    place.markdown("\n".join([word_facts(opened, title), "", *notes]))


def show_first_rows(table: Table) -> None:
    """Draw the first rows as they stand in the file, with the row numbers of a spreadsheet."""
    rows = text_table(replace(table, cells=table.cells.head(FIRST_ROWS))).cells
    if rows.empty:
        return
    st.dataframe(rows.rename_axis("row"), height=ROW_HEIGHT * (len(rows) + 1) + 3, key="first_rows")

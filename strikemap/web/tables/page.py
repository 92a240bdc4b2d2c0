"""The tables on the page: how many rows, the choice of columns, and a row that leads to the map."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st

from geo.strikes.totals import count_units
from strikemap.web.countries import area_words
from strikemap.web.datasets import current_dataset
from strikemap.web.tables.cells import MOST_ROWS, tabulate_strikes
from strikemap.web.tables.columns import choose_columns, fit_widths
from strikemap.web.tables.lists import LINKS, list_claims, list_undated, list_unlocated
from strikemap.web.wording import plural

__all__ = [
    "get_focus",
    "hold_choice",
    "show_choice",
    "show_claims",
    "show_strikes",
    "show_undated_and_unlocated",
]

CHOICE_KEY, FOCUS_KEY = "only_chosen", "row_focus"
TABLE_HEIGHT = 420  # CSS pixels
FEW = 10  # rows that are shown whole
TO_MAP = "Tick a row to read it on the map with its sources."


def hold_choice(strikes: gpd.GeoDataFrame, selection: Sequence[str]) -> gpd.GeoDataFrame:
    """Return the strikes chosen on the map, unless the visitor wants all; all where none is."""
    chosen = _mark_chosen(strikes, selection)
    held = chosen.any() and st.session_state.get(CHOICE_KEY, True)
    return strikes[chosen] if held else strikes


def _mark_chosen(strikes: pd.DataFrame, selection: Sequence[str]) -> np.ndarray:
    marks = np.zeros(len(strikes), bool)
    found = strikes.index.get_indexer(pd.Index(selection, dtype=strikes.index.dtype))
    marks[found[found >= 0]] = True
    return marks


def show_choice(strikes: pd.DataFrame, selection: Sequence[str]) -> None:
    """Offer to see all strikes again while some are chosen on the map."""
    count = int(_mark_chosen(strikes, selection).sum())
    if count:
        st.toggle(f"Only the {count:,} chosen on the map", value=True, key=CHOICE_KEY)


def get_focus() -> str | None:
    """Return the id of the strike whose row the visitor chose in the table, if any."""
    focus: str | None = st.session_state.get(FOCUS_KEY)
    return focus


def _remember_row(table_key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[table_key]["selection"]["rows"]
    st.session_state[FOCUS_KEY] = ids[rows[0]] if rows else None


def _say_count(count: int, what: str) -> None:
    cut = f"The first {MOST_ROWS:,} of ", "; the download holds all of them"
    before, after = cut if count > MOST_ROWS else ("", "")
    st.caption(f"{before}{plural(count, what)}{after}.", width="content")


def _draw(table: pd.DataFrame, key: str, *, count: int, what: str) -> None:
    """Draw a table with a column strike_id; a row that is chosen is gone to on the map.

    count: rows in all, called `what`.
    """
    called = area_words(current_dataset().countries)
    with st.container(horizontal=True, vertical_alignment="center"):
        _say_count(count, what)
        st.caption(TO_MAP, width="content")
        order = choose_columns(table, key, called)
    ids = table["strike_id"].tolist()
    # Rows are chosen by number: other rows make another table, in which none is chosen.
    drawn = f"{key}_{hashlib.sha256(repr(ids).encode()).hexdigest()[:12]}"
    st.dataframe(
        table,
        hide_index=True,
        height=TABLE_HEIGHT if len(table) > FEW else "content",
        column_order=order,
        column_config=_configure(table, called),
        key=drawn,
        on_select=partial(_remember_row, drawn, ids),
        selection_mode="single-row",
    )


def _configure(table: pd.DataFrame, called: dict[str, str]) -> dict[str, Any]:
    kinds = dict.fromkeys(LINKS.values(), st.column_config.LinkColumn)
    return {
        name: kinds.get(name, st.column_config.Column)(called.get(name), width=width)
        for name, width in fit_widths(table, called).items()
    }


def show_strikes(strikes: pd.DataFrame, every_strike: pd.DataFrame) -> None:
    """Draw the table of the strikes in view; a row that is chosen is gone to on the map."""
    noun = count_units(every_strike).noun
    if strikes.empty:
        st.info(f"No {noun} passes the filters in this period. Widen the period or clear a filter.")
        return
    table = tabulate_strikes(strikes, every_strike)
    _draw(table, "strikes_table", count=len(strikes), what=noun)


def show_undated_and_unlocated(
    strikes: pd.DataFrame, left_out: pd.DataFrame, claims: pd.DataFrame
) -> None:
    """Draw the undated and the unlocated rows in view, each list with its reasons.

    left_out: the undated rows that a period leaves out, listed where it does.
    """
    dateless = strikes if left_out.empty else left_out
    undated = int(dateless["date_start"].isna().sum())
    unlocated = int((strikes["location_status"] == "unlocated").sum())
    counted = "counted in no period but the whole" if left_out.empty else "left out of this period"
    st.markdown(f"**Undated ({undated:,})**: {counted}.")
    if undated:
        _draw(list_undated(dateless, claims), "undated_table", count=undated, what="row")
    st.markdown(f"**Not located ({unlocated:,})**: counted, but nowhere on the map.")
    if unlocated:
        _draw(list_unlocated(strikes), "unlocated_table", count=unlocated, what="row")


def show_claims(claims: pd.DataFrame, strikes: pd.DataFrame) -> None:
    """Draw the claims of the strikes in view, one row each."""
    table = list_claims(claims, strikes)
    if table.empty:
        st.info("No claim stands behind the strikes in view.")
        return
    _draw(table, "claims_table", count=len(claims), what="claim")

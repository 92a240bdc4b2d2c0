"""The tables on the page: how many rows, the choice of columns, and a row that leads to the map."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.strikes.filters import claims_of
from strikemap.web.countries import area_words
from strikemap.web.datasets import Dataset
from strikemap.web.strikes.link import note_read
from strikemap.web.tables.cells import MOST_ROWS, tabulate_strikes, told_by
from strikemap.web.tables.columns import (
    Measured,
    choose_columns,
    find_empty,
    fit_widths,
    measure_cells,
)
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
TO_MAP = N_("Tick a row to read it on the map with its sources.")


def hold_choice(strikes: gpd.GeoDataFrame, selection: Sequence[str]) -> gpd.GeoDataFrame:
    """Return the strikes chosen on the map, unless the visitor wants all; all where none is."""
    chosen = _mark_chosen(strikes, selection)
    held = chosen.any() and st.session_state.get(CHOICE_KEY, True)
    return strikes[chosen] if held else strikes


def _mark_chosen(strikes: pd.DataFrame, selection: Sequence[str]) -> np.ndarray:
    marks = np.zeros(len(strikes), bool)
    if not selection:  # without a look into the ids, of which a new table has no index yet
        return marks
    found = strikes.index.get_indexer(pd.Index(selection, dtype=strikes.index.dtype))
    marks[found[found >= 0]] = True
    return marks


def show_choice(strikes: pd.DataFrame, selection: Sequence[str]) -> None:
    """Offer to see all strikes again while some are chosen on the map."""
    count = int(_mark_chosen(strikes, selection).sum())
    if count:
        st.toggle(_("Only the {count} chosen on the map", count=count), value=True, key=CHOICE_KEY)


def get_focus() -> str | None:
    """Return the id of the strike whose row the visitor chose in the table, if any."""
    focus: str | None = st.session_state.get(FOCUS_KEY)
    return focus


def _remember_row(table_key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[table_key]["selection"]["rows"]
    st.session_state[FOCUS_KEY] = ids[rows[0]] if rows else None
    note_read(st.session_state[FOCUS_KEY])


def _say_count(count: int, what: str) -> None:
    counted = plural(count, what)
    cut = _(
        "The first {most} of {counted}; the download holds all of them.",
        most=MOST_ROWS,
        counted=counted,
    )
    st.caption(cut if count > MOST_ROWS else f"{counted}.", width="content")


@dataclass(frozen=True)
class _Listed:
    """A table with a column strike_id, and what is found out from all its cells."""

    table: pd.DataFrame
    called: Mapping[str, str]  # columns to their headings, where these are others
    widths: Mapping[str, int]
    empty: Sequence[str]


def _list(
    dataset: Dataset, rows: pd.DataFrame, what: str, make: Callable[[], pd.DataFrame],
    of: Callable[[], pd.DataFrame] | None = None,
) -> _Listed:  # fmt: skip
    """Return the table that `make` gives for rows: reruns of the page ask it again and again.

    of: all cells that it is made of, where a change of other rows leaves it as it is.
    """

    def measure() -> _Listed:
        table = make()
        called = _call_columns(dataset, table)
        return _Listed(table, called, fit_widths(table, called), find_empty(table))

    def measure_again() -> _Listed:
        return measure() if of is None else dataset.remember_alike(what, of, measure)

    return dataset.remember_of(rows, what, measure_again)


def _call_columns(dataset: Dataset, table: pd.DataFrame) -> dict[str, str]:
    return {str(name): _(str(name)) for name in table} | area_words(dataset.countries)


def _list_strikes(dataset: Dataset, strikes: pd.DataFrame) -> _Listed:
    """Return the table of some strikes; of data that one table holds each row is told once."""
    every = dataset.strikes
    if len(every) > MOST_ROWS:
        return _list(
            dataset, strikes, "strikes",
            lambda: tabulate_strikes(strikes, every), of=lambda: told_by(strikes, every),
        )  # fmt: skip

    def tell_every() -> tuple[pd.DataFrame, Measured, pd.Index]:
        table = tabulate_strikes(every, every)
        return table, measure_cells(table), pd.Index(table["strike_id"])

    table, measured, ids = dataset.remember_of(
        every, "every strike",
        lambda: dataset.remember_alike("strikes", lambda: told_by(every, every), tell_every),
    )  # fmt: skip
    rows = np.sort(ids.get_indexer(strikes.index))  # in the order of time, as all of them are
    called = _call_columns(dataset, table)
    return _Listed(
        table.take(rows).reset_index(drop=True), called,
        measured.fit_widths(rows, called), measured.find_empty(rows),
    )  # fmt: skip


def _draw(listed: _Listed, key: str, *, count: int, what: str) -> None:
    """Draw a table; a row that is chosen is gone to on the map.

    count: rows in all, called `what`.
    """
    table = listed.table
    with st.container(horizontal=True, vertical_alignment="center"):
        _say_count(count, what)
        st.caption(_(TO_MAP), width="content")
        order = choose_columns(table, key, listed.called, empty=listed.empty)
    ids = table["strike_id"].tolist()
    # Rows are chosen by number: other rows make another table, in which none is chosen.
    drawn = f"{key}_{hashlib.sha256(repr(ids).encode()).hexdigest()[:12]}"
    st.dataframe(
        table,
        hide_index=True,
        height=TABLE_HEIGHT if len(table) > FEW else "content",
        column_order=order,
        column_config=_configure(listed),
        key=drawn,
        on_select=partial(_remember_row, drawn, ids),
        selection_mode="single-row",
    )


def _configure(listed: _Listed) -> dict[str, Any]:
    kinds = dict.fromkeys(LINKS.values(), st.column_config.LinkColumn)
    return {
        name: kinds.get(name, st.column_config.Column)(listed.called.get(name), width=width)
        for name, width in listed.widths.items()
    }


def show_strikes(strikes: pd.DataFrame, dataset: Dataset) -> None:
    """Draw the table of the strikes in view; a row that is chosen is gone to on the map."""
    noun = dataset.units.noun
    if strikes.empty:
        st.info(
            _(
                "No {noun} passes the filters in this period. Widen the period or clear a filter.",
                noun=_(noun),
            )
        )
        return
    listed = _list_strikes(dataset, strikes)
    _draw(listed, "strikes_table", count=len(strikes), what=noun)


def show_undated_and_unlocated(
    strikes: pd.DataFrame, left_out: pd.DataFrame, dataset: Dataset
) -> None:
    """Draw the undated and the unlocated rows in view, each list with its reasons.

    left_out: the undated rows that a period leaves out, listed where it does.
    """
    dateless = strikes if left_out.empty else left_out
    undated = int(dateless["date_start"].isna().sum())
    unlocated = int((strikes["location_status"] == "unlocated").sum())
    counted = (
        _("counted in no period but the whole") if left_out.empty else _("left out of this period")
    )
    st.markdown(_("**Undated ({undated})**: {counted}.", undated=undated, counted=counted))
    if undated:
        listed = _list(dataset, dateless, "undated", lambda: list_undated(dateless, dataset.claims))
        _draw(listed, "undated_table", count=undated, what="row")
    st.markdown(
        _("**Not located ({unlocated})**: counted, but nowhere on the map.", unlocated=unlocated)
    )
    if unlocated:
        listed = _list(dataset, strikes, "unlocated", lambda: list_unlocated(strikes))
        _draw(listed, "unlocated_table", count=unlocated, what="row")


def show_claims(strikes: pd.DataFrame, dataset: Dataset) -> None:
    """Draw the claims of the strikes in view, one row each."""
    count = len(claims_of(dataset.claims, strikes))
    if not count:
        st.info(_("No claim stands behind the strikes in view."))
        return
    listed = _list(dataset, strikes, "claims", lambda: list_claims(dataset.claims, strikes))
    _draw(listed, "claims_table", count=count, what="claim")

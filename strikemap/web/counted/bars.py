"""Bars of a counted database: how many rows by area, kind, actor, month or source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.workspace.counting.groups import Group
from strikemap.web.counted.database import CountedDatabase
from strikemap.web.filters import choose_counted
from strikemap.web.wording import word_kind

__all__ = ["BARS", "show_bars"]

# What is counted by, its heading, and the field of the filters that it is counted without.
BARS = {
    "governorate": (N_("Areas"), "governorates"),
    "kind": (N_("Kinds"), "kinds"),
    "actor": (N_("Actors"), "actors"),
    "month": (N_("Months"), ""),
    "source": (N_("Sources"), "sources"),
}
MOST = 500  # bars of a list


def show_bars(database: CountedDatabase, filters: Filters, by: str) -> None:
    """Draw the bars by one of BARS, counted without its own filter; a ticked row filters."""
    field = BARS[by][1]
    groups = _count(database, filters, by)
    if not groups:
        st.caption(_("No row."))
        return
    table = pd.DataFrame({
        "name": [_word(one, by) for one in groups],
        "rows": [one.totals.rows for one in groups],
    })  # fmt: skip
    most = int(table["rows"].max())
    key = f"counted_bars_{by}"
    chooses = bool(field)
    st.dataframe(
        table, hide_index=True, height=330, key=key,
        column_config={
            "name": st.column_config.TextColumn(_(BARS[by][0])),
            "rows": st.column_config.ProgressColumn(
                _("Rows"), format="localized", min_value=0, max_value=max(most, 1)
            ),
        },
        on_select=partial(_choose, key, field, groups) if chooses else "ignore",
        selection_mode="single-row",
    )  # fmt: skip
    if chooses:
        st.caption(_("Counted without the filter of its own. Tick a row to filter by it."))


def _count(database: CountedDatabase, filters: Filters, by: str) -> list[Group]:
    field = BARS[by][1]
    if not field:
        return database.groups(filters, by)[-MOST:]  # the newest months, and those undated
    nothing: Any = ()
    return database.groups(replace(filters, **{field: nothing}), by)[:MOST]


def _word(group: Group, by: str) -> str:
    if group.key is None:
        return _(NOT_REPORTED)
    return word_kind(group.key) if by == "kind" else group.name


def _choose(key: str, field: str, groups: Sequence[Group]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        choose_counted(field, [groups[rows[0]].key or NOT_REPORTED])

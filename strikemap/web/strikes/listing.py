"""The strikes to choose from: those that pass Explore's filters, searched by any text."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.strikes.filters import filter_strikes
from strikemap.web.choices import list_choices
from strikemap.web.datasets import Dataset
from strikemap.web.filters import current_filters, start_filters
from strikemap.web.strikes.acts import HERE
from strikemap.web.strikes.link import AT, last_read, note_read
from strikemap.web.tables.columns import find_empty
from strikemap.web.visitors.said import forget
from strikemap.web.wording import escape_markdown, plural, word_dates, word_killed_cells, word_kind

__all__ = ["choose_strike", "find_rows"]

SEARCH, ALL, CORRECTED = "strikes_search", "strikes_all", "strikes_corrected"
MOST_ROWS = 200  # shown at once; a search finds the others
FEW, HEIGHT = 10, 420  # rows that are shown whole; CSS pixels of more of them
KILLED_WIDTH = 110  # CSS pixels; room for "not reported"
SEARCHED = ("place_text", "place_name", "governorate_text", "adm1_name", "actor", "target", "note",
            "corrected")  # fmt: skip


def choose_strike(dataset: Dataset) -> str:
    """Draw the list; return the id of the strike that is looked at, "" for none."""
    rows = _show_choices(dataset)
    ids = rows.index.tolist()
    read = last_read()
    asked = str(st.query_params.get(AT, "")) or (read if read in ids else "")
    at = ids.index(asked) if asked in ids else 0
    _show_steps(ids, at, asked)
    shown = rows.iloc[at : at + MOST_ROWS]
    key = f"strikes_list_{hash(tuple(shown.index)) & 0xFFFFFFFF:08x}"
    table = _tabulate(shown, dataset.strikes)
    st.dataframe(
        table, hide_index=True, height=HEIGHT if len(table) > FEW else "content", key=key,
        column_config={_("Killed"): st.column_config.TextColumn(width=KILLED_WIDTH)},
        selection_mode="single-row", on_select=lambda: _take_row(key, shown.index.tolist()),
    )  # fmt: skip
    return asked or (ids[0] if ids else "")


def _show_choices(dataset: Dataset) -> pd.DataFrame:
    start_filters(dataset.settle)
    st.text_input(_("Search place, actor, target or id"), key=SEARCH)
    boxes = st.container(horizontal=True)
    boxes.checkbox(_("Whatever Explore's filters say"), key=ALL)
    boxes.checkbox(_("Corrected or added only"), key=CORRECTED)
    strikes = dataset.strikes
    if not st.session_state.get(ALL):
        choices = dataset.remember("choices", lambda: list_choices(*dataset.choosable))
        strikes = filter_strikes(strikes, current_filters(choices), dataset.claims)
    if st.session_state.get(CORRECTED):
        strikes = strikes[strikes["corrected"].notna()]
    return find_rows(strikes, str(st.session_state.get(SEARCH) or ""))


def find_rows(strikes: pd.DataFrame, text: str) -> pd.DataFrame:
    """Return the strikes whose id or words hold a text, by time."""
    wanted = text.strip().casefold()
    if wanted:
        found = pd.Series(strikes.index.str.casefold().str.contains(wanted, regex=False))
        found.index = strikes.index
        for name in SEARCHED:
            cells = strikes[name].fillna("").astype("str").str.casefold()
            found |= cells.str.contains(wanted, regex=False)
        strikes = strikes[found.astype(bool)]
    return strikes.sort_values("date_start", kind="stable", na_position="last")


def _show_steps(ids: list[str], at: int, asked: str) -> None:
    steps = st.container(horizontal=True, vertical_alignment="center")
    for label, shortcut, to in ((N_("Back"), "b", at - 1), (N_("Next"), "n", at + 1)):
        steps.button(
            _(label), key=f"strikes_{label.lower()}", shortcut=shortcut,
            disabled=not 0 <= to < len(ids), on_click=_go, args=(ids[to : to + 1],),
        )  # fmt: skip
    outside = _("; {asked} is not among them", asked=asked) if asked and asked not in ids else ""
    steps.caption(f"{plural(len(ids), 'row')}{escape_markdown(outside)}")


def _go(ids: list[str]) -> None:
    if ids:
        st.query_params[AT] = ids[0]
        note_read(ids[0])
        forget(HERE)


def _take_row(key: str, ids: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    _go([ids[row] for row in rows])


def _tabulate(rows: pd.DataFrame, every: pd.DataFrame) -> pd.DataFrame:
    days = zip(rows["date_start"], rows["date_end"], rows["date_precision"], strict=True)
    place = rows["place_name"].fillna(rows["place_text"]).fillna("")
    cells = {
        _("Date"): [word_dates(*one) for one in days],
        _("Place"): place.tolist(),
        _("Kind"): rows["kind"].map(word_kind).tolist(),
        _("Killed"): word_killed_cells(rows, every),
        _("Corrected or added"): rows["corrected"].fillna("").tolist(),
        "strike_id": rows.index.tolist(),
    }
    table = pd.DataFrame(cells)
    return table.drop(columns=find_empty(table[[_("Corrected or added")]]))

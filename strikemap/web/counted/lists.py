"""A list of strikes of a counted database, some rows at a time, each with its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from gazetteer.language import _
from geo.strikes.filters import NOT_REPORTED, Filters
from geo.workspace.counting.cells import Square, cell_km
from geo.workspace.counting.groups import Group
from strikemap.web.counted.database import CountedDatabase
from strikemap.web.tables.cells import tabulate_strikes
from strikemap.web.tables.lists import LINKS, list_claims

__all__ = ["Picked", "pick_areas", "show_list"]

MOST = 200  # rows of a page
AT_KEY = "counted_list_at"  # what each page of the list begins after, the last one last


@dataclass(frozen=True, slots=True)
class Picked:
    """What was clicked on the map: a square, or the areas that strikes are known only to.

    filters: those that it was counted by. areas: by code, "" for no area that is told.
    """

    filters: Filters
    square: Square | None = None
    areas: tuple[str, ...] = ()
    name: str = ""
    rows: int = 0

    def narrow(self, filters: Filters) -> Filters:
        """Return filters that leave only the strikes of the areas, where some were clicked."""
        if self.square is not None:
            return filters
        areas = tuple(one or NOT_REPORTED for one in self.areas)
        return replace(filters, governorates=areas, statuses=("area_only",))

    def in_words(self) -> str:
        """Say what is listed."""
        if self.square is None:
            return _("{rows} known only to {name}", rows=self.rows, name=self.name)
        west, south, east, north = self.square.box
        box = _(
            "longitude {west} to {east}, latitude {south} to {north}", west=f"{west:.2f}",
            east=f"{east:.2f}", south=f"{south:.2f}", north=f"{north:.2f}",
        )  # fmt: skip
        if self.square.coarse:
            return _(
                "{rows} in the square {box}, known to within {km} km", rows=self.square.rows,
                box=box, km=round(cell_km(self.square.level)),
            )  # fmt: skip
        return _("{rows} in the square {box}", rows=self.square.rows, box=box)


def pick_areas(filters: Filters, keys: Sequence[str], groups: Sequence[Group]) -> Picked | None:
    """Return what a click on a badge lists, None where none of its areas is counted any more."""
    found = [one for one in groups if (one.key or "") in keys]
    if not found:
        return None
    name = found[0].name or _("no area that is told") if len(found) == 1 else _("several areas")
    areas = tuple(one.key or "" for one in found)
    rows = sum(one.totals.rows for one in found)
    return Picked(filters, areas=areas, name=name, rows=rows)


def show_list(database: CountedDatabase, filters: Filters, picked: Picked | None) -> None:
    """Draw a page of the strikes that pass, of what was picked, with the way to the next."""
    asked = picked.narrow(filters) if picked else filters
    square = picked.square if picked else None
    of = (database.changes, asked, square)
    held = st.session_state.get(AT_KEY)
    if not held or held[0] != of:
        held = st.session_state[AT_KEY] = (of, [0])
    starts = held[1]
    page = database.page(asked, MOST, starts[-1], square)
    first = MOST * (len(starts) - 1) + 1
    st.caption(
        _("Rows {first} to {last}, in the order of the database.", first=first,
          last=first + len(page.strikes) - 1)
        if len(page.strikes) else _("No row.")
    )  # fmt: skip
    if page.strikes.empty:
        return
    table = tabulate_strikes(page.strikes, page.strikes)
    st.dataframe(table, hide_index=True, height=360, key="counted_list")
    with st.container(horizontal=True):
        st.button(
            _("Rows before"),
            disabled=len(starts) == 1,
            on_click=lambda: starts.__delitem__(-1),
            key="counted_before",
        )
        st.button(
            _("Rows after"), disabled=page.after is None, key="counted_after",
            on_click=lambda: starts.append(page.after or 0),
        )  # fmt: skip
    with st.expander(_("Their sources"), key="counted_sources"):
        st.dataframe(
            list_claims(page.claims, page.strikes), hide_index=True,
            column_config=dict.fromkeys(LINKS.values(), st.column_config.LinkColumn()),
        )  # fmt: skip

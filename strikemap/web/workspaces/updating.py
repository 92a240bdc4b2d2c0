"""A file that is being opened, held against the open workspace as a newer edition of its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pandas as pd
import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from geo.editions.pairing import Edition
from geo.editions.words import list_changes, summarise_changes
from geo.placing.deciding import decide_rows
from geo.workspace.as_read import Standing
from geo.workspace.editing.records import Act
from geo.workspace.files import now
from geo.workspace.owning import match_own
from geo.workspace.store import Workspace
from geo.workspace.updating import ACCEPTED, Update, make_update
from strikemap.web.datasets import Dataset
from strikemap.web.visitors.name import who
from strikemap.web.visitors.said import say, show_said
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_update"]

HELD_KEY = "edition_held"
ALL_OF = {
    "new": N_("All that is new ({number})"), "changed": N_("All that is changed ({number})"),
    "gone": N_("All that is gone ({number})"),
}  # fmt: skip
MOST_LISTED = 5_000  # differences in the table; the command line lists all of them
MOST_TOLD = 10  # corrections that stand, and rows that are not taken in


def show_update(dataset: Dataset, workspace: SharedWorkspace, key: str) -> None:
    """Say what a file has otherwise than the workspace; take in what the visitor accepts.

    dataset: what was read of the file. key: tells this reading of it from others.
    """
    title = _("A newer edition of what is in {title}?", title=escape_markdown(workspace.title))
    with st.expander(title, key=f"edition_{key}"):
        st.caption(
            _(
                "What is decided and corrected there stays; what is taken in is one step of its "
                "log, which Undo on the page Places takes back. Sources are added, never dropped."
            )
        )
        show_said(_name_place(key))
        held = st.session_state.get(HELD_KEY)
        if held is None or held[0] != (key, workspace.name):
            st.button(
                _("Compare with the workspace"), key="edition_compare", on_click=_hold,
                args=(dataset, workspace, key),
            )  # fmt: skip
            return
        _show_differences(cast(Update, held[1]), dataset, workspace, key)


def _name_place(key: str) -> str:
    """Return where it is said what was taken in of this reading of a file."""
    return f"edition_{key}"


def _hold(dataset: Dataset, workspace: SharedWorkspace, key: str) -> None:
    """Compare, and remember what differs until something is taken in."""
    found = workspace.act(lambda opened: _compare(dataset, workspace, opened, ACCEPTED), who=who())
    st.session_state[HELD_KEY] = (key, workspace.name), found


def _compare(
    dataset: Dataset, workspace: SharedWorkspace, opened: Workspace, accept: Sequence[str]
) -> Update:
    decisions = opened.list_decisions()
    places, areas = workspace.land
    known = match_own(dataset.strikes, workspace.shown.own, places, areas)
    strikes, __ = decide_rows(known, decisions, places, boundaries=areas)
    act = Act(opened.who, now(), f"newer edition {dataset.name}")
    newer = Edition(strikes, dataset.claims)
    return make_update(Standing.of(opened), newer, act, accept=accept, name=dataset.name)


def _show_differences(
    found: Update, dataset: Dataset, workspace: SharedWorkspace, key: str
) -> None:
    lines = summarise_changes(found.found)
    if found.stays_out:
        lines.append(_("{rows} taken out by hand stay out", rows=plural(found.stays_out, "row")))
    lines += [
        _(
            "{strike_id}: {field} stays as corrected, the edition says otherwise",
            strike_id=one.strike_id,
            field=one.field,
        )
        for one in found.kept[:MOST_TOLD]
    ]
    lines += [f"{one}: {why}" for one, why in list(found.left.items())[:MOST_TOLD]]
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
    table = list_changes(found.found).head(MOST_LISTED)
    if table.empty:
        return
    shown = _word_table(table)
    chosen = st.dataframe(
        shown, hide_index=True, selection_mode="multi-row", on_select="rerun", key="edition_rows"
    )
    rows = chosen.selection.rows
    _show_buttons(table, rows, found, (dataset, workspace, key))


def _word_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return the differences as people read them: an empty cell says nothing, null is told."""
    changed = table["state"] == "changed"
    texts = table.astype(object).where(table.notna(), "")
    for name in ("before", "after"):
        texts[name] = texts[name].mask(changed & table[name].isna(), _("not reported")).map(str)
    texts["km"] = [f"{km:.1f}" if km else "" for km in texts["km"]]
    names = ["state", "date", "place", "field", "before", "after", "km", "strike_id"]
    return texts[[name for name in names if name != "km" or texts["km"].any()]]


def _show_buttons(
    table: pd.DataFrame, rows: Sequence[int], found: Update,
    what: tuple[Dataset, SharedWorkspace, str],
) -> None:  # fmt: skip
    counts = {
        "new": len(found.found.added), "changed": found.found.changed,
        "gone": len(found.found.gone),
    }  # fmt: skip
    with st.container(horizontal=True):
        ids = list(dict.fromkeys(table["strike_id"].iloc[list(rows)]))
        st.button(
            _("Take in the chosen ({count})", count=len(ids)), key="edition_chosen",
            disabled=not ids,
            on_click=_take, args=(*what, ids),
        )  # fmt: skip
        for state, number in counts.items():
            st.button(
                _(ALL_OF[state], number=number), key=f"edition_{state}",
                disabled=not number, on_click=_take, args=(*what, [state]),
            )  # fmt: skip


def _take(dataset: Dataset, workspace: SharedWorkspace, key: str, accept: list[str]) -> None:
    """Take in what was accepted, compared anew with what stands by now."""

    def work(opened: Workspace) -> str:
        found = _compare(dataset, workspace, opened, accept)
        if found.change.patches:
            opened.apply(found.change)
        return found.change.what

    try:
        said = workspace.act(work, who=who())
    except StrikemapError as error:
        say(_name_place(key), _("Nothing was taken in: {error}", error=error), refused=True)
        return
    say(_name_place(key), _("On disk: {said}.", said=said))
    _hold(dataset, workspace, key)

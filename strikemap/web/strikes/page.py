"""The Strikes page: a strike at a time, as it was read and as it is, and what may be done to it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from geo.workspace.changes import Step
from geo.workspace.editing.fields import ADDED
from geo.workspace.editing.records import Record
from geo.workspace.editing.telling import list_steps, word_step
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import dataset_or_stop
from strikemap.web.strikes.acts import HERE, OWN, WHY, act, clear_why, read_record, turn
from strikemap.web.strikes.form import show_fields, show_place
from strikemap.web.strikes.listing import choose_strike
from strikemap.web.strikes.sources import show_sources
from strikemap.web.strikes.whole import show_join, show_new, show_removed, show_split
from strikemap.web.visitors.name import ask_who
from strikemap.web.visitors.said import show_said
from strikemap.web.wording import begin_large, escape_markdown, word_place
from strikemap.web.workspaces.panel import show_line, show_panel
from strikemap.web.workspaces.session import current_workspace

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_page"]

SEEN = "strikes_seen"  # which strike is looked at, and its state when it was drawn
NEEDED = N_(
    "Single strikes are corrected, moved, split, joined, deleted and added in a workspace, where "
    "each change is kept with who, when and why, beside what was read. None is open."
)


def show_page() -> None:
    """Draw the page for the strikes of the open workspace."""
    dataset = dataset_or_stop()
    st.title(_("Strikes"))
    show_line()
    opened = current_workspace()
    if opened is None:
        st.info(_(NEEDED))
        show_panel(dataset)
        return
    show_said(HERE)
    left, right = st.columns([2, 3], gap="large")
    with left:
        chosen = choose_strike(dataset)
        _show_besides(opened)
    with right:
        if chosen:
            _show_strike(opened, chosen)


def _show_besides(opened: SharedWorkspace) -> None:
    with st.expander(_("A new strike"), key="strikes_new_open"):
        show_new(opened)
    with st.expander(_("Strikes that were taken out"), key="strikes_removed_open"):
        show_removed(opened)


def _show_strike(opened: SharedWorkspace, strike_id: str) -> None:
    try:
        record = read_record(opened, strike_id)
    except StrikemapError as error:
        st.warning(escape_markdown(say_trouble(word_error(error))))
        return
    edition = sha256(repr(record).encode()).hexdigest()[:10]
    _tell_others(opened, strike_id, edition)
    _show_head(opened, record)
    fields, place, sources, whole, history = st.tabs(
        [_("Fields"), _("Place"), _("Sources"), _("Split, join, delete"), _("History")],
        key="strikes_tabs",
    )
    with fields:
        show_fields(opened, record, edition)
    with place:
        show_place(opened, record, edition)
    with sources:
        show_sources(opened, record, edition)
    with whole:
        _show_whole(opened, record, edition)
    with history:
        _show_history(opened, record.strike_id)


def _tell_others(opened: SharedWorkspace, strike_id: str, edition: str) -> None:
    """Say where somebody else changed the strike that is looked at: its fields are others now."""
    place = st.container()  # there with and without words
    seen = st.session_state.get(SEEN)
    st.session_state[SEEN] = (strike_id, edition)
    own = st.session_state.pop(OWN, False)
    if own or seen is None or seen[0] != strike_id or seen[1] == edition:
        return
    steps = _list_steps(opened, strike_id)
    what = word_step(steps[0]) if steps else _("by a decision on its name, or taken back")
    words = _("Changed meanwhile by somebody else; what you typed was not saved. {what}", what=what)
    place.warning(escape_markdown(words))


def _list_steps(opened: SharedWorkspace, strike_id: str) -> list[Step]:
    return opened.act(lambda workspace: list_steps(workspace.list_steps(strike_id), strike_id))


def _word_corrected(words: str) -> str:
    """Return what was corrected with what was read, or how a strike came to be that is as read."""
    return (
        begin_large(words)
        if words.startswith(ADDED)
        else _("Corrected; as read: {words}", words=words)
    )


def _show_head(opened: SharedWorkspace, record: Record) -> None:
    row = record.strike
    place = word_place(row.get("place_text"), row.get("governorate_text"))
    st.header(
        escape_markdown(
            _("{place}, {day}", place=place, day=row.get("date_start") or _("undated"))
        ),
        anchor=False,
    )
    corrected = f". {_word_corrected(row['corrected'])}" if row.get("corrected") else ""
    st.caption(escape_markdown(f"{record.strike_id}{corrected}"))
    clear_why()
    columns = st.columns([3, 2])
    columns[0].text_input(_("Why, in your words"), key=WHY)
    with columns[1]:
        ask_who(_("Who, if you wish"))
    steps = st.container(horizontal=True)
    writes = not opened.shown.reading
    steps.button(_("Undo"), key="strikes_undo", shortcut="u", disabled=not writes,
                 on_click=turn, args=(opened,), kwargs={"back": True})  # fmt: skip
    steps.button(_("Redo"), key="strikes_redo", shortcut="y", disabled=not writes,
                 on_click=turn, args=(opened,), kwargs={"back": False})  # fmt: skip


def _show_whole(opened: SharedWorkspace, record: Record, edition: str) -> None:
    st.markdown(_("**Split**: several strikes that were told as one"))
    show_split(opened, record, edition)
    st.markdown(_("**Join**: one strike that was told as several"))
    show_join(opened, record, edition)
    st.markdown(_("**Delete**: no such strike; it is kept and can be restored"))
    st.button(_("Delete"), key="strikes_delete", on_click=act,
              args=(opened, lambda desk: desk.delete(record)))  # fmt: skip


def _show_history(opened: SharedWorkspace, strike_id: str) -> None:
    steps = _list_steps(opened, strike_id)
    for step in steps:
        st.markdown(f"- {escape_markdown(word_step(step))}")
    if not steps:
        st.caption(_("Nothing was done to it: all is as it was read."))

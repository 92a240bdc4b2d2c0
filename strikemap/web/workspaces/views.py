"""Saved views of the open workspace: filters, period and map by a name, as an address has them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.workspace.changes import Change, Patch
from strikemap.languages.troubles import say_trouble
from strikemap.web.filters import reset_filters
from strikemap.web.languages.choice import LANGUAGE_PART
from strikemap.web.map_view import DATA_PART, OF_PART
from strikemap.web.visitors.name import who
from strikemap.web.workspaces.session import current_workspace, forget_problem, tell_problem

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["delete_view", "keep_view", "list_views", "show_views"]

NAME_KEY, CHOSEN_KEY = "view_name", "view_chosen"
TABLE, PAGE = "views", "explore"
LONGEST = 80  # letters of a name


def list_views(opened: SharedWorkspace) -> dict[str, Any]:
    """Return the saved views by name: rows of the table views."""
    rows = opened.act(lambda workspace: workspace.find_rows(TABLE, "name", None))
    return {str(row["name"]): row for row in rows}


def keep_view(opened: SharedWorkspace, name: str, query: str) -> None:
    """Save a view under a name, in place of the one that has it."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    row = {"name": name, "page": PAGE, "query": query, "note": "", "who": who(), "at": now}
    before = list_views(opened).get(name)
    old = None if before is None else {key: before[key] for key in row}
    change = Change("save view", name, [Patch(TABLE, (name,), old, row)])
    opened.act(lambda workspace: workspace.apply(change), who=who())


def delete_view(opened: SharedWorkspace, name: str) -> None:
    """Take a view out; nothing where it is there no more."""
    before = list_views(opened).get(name)
    if before is not None:
        change = Change("delete view", name, [Patch(TABLE, (name,), before, None)])
        opened.act(lambda workspace: workspace.apply(change), who=who())


def show_views() -> None:
    """Draw the saved views of the open workspace, and the way to save the present one."""
    opened = current_workspace()
    if opened is None:
        return
    views = list_views(opened)
    with st.expander(_("Saved views ({count})", count=len(views)), key="views"):
        if views:
            chosen = st.selectbox(_("View"), sorted(views), key=CHOSEN_KEY)
            steps = st.container(horizontal=True)
            query = str(views[chosen]["query"])
            steps.button(_("Show it"), on_click=_open, args=(query,), key="view_open")
            steps.button(_("Delete it"), on_click=_delete, args=(opened, chosen), key="view_delete")
        with st.form("view_form", border=False, clear_on_submit=True):
            st.text_input(_("Save this view, named"), key=NAME_KEY, max_chars=LONGEST)
            st.form_submit_button(_("Save"), on_click=_keep, args=(opened,))


def _keep(opened: SharedWorkspace) -> None:
    forget_problem()
    name = str(st.session_state.get(NAME_KEY, "")).strip()
    if not name:
        tell_problem(_("The view has no name; give it one"))
        return
    parts = {part: st.query_params.get_all(part) for part in st.query_params}
    own = {
        part: said
        for part, said in parts.items()
        if part not in (DATA_PART, OF_PART, LANGUAGE_PART)
    }
    try:
        keep_view(opened, name, urlencode(own, doseq=True))
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))


def _delete(opened: SharedWorkspace, name: str) -> None:
    forget_problem()
    try:
        delete_view(opened, name)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))


def _open(query: str) -> None:
    forget_problem()
    reset_filters()
    st.query_params.from_dict(parse_qs(query))

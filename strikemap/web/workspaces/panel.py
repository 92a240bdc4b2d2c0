"""What is said of the open workspace, and the ways to open, make and close one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.abroad import list_countries, name_country
from gazetteer.decisions.decision import Decision
from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import Dataset
from strikemap.web.opening.title import keep_title, own_title
from strikemap.web.release.chosen import chosen_profile
from strikemap.web.visitors.name import who
from strikemap.web.visitors.session import DECISIONS_KEY, LAST_KEY, STEPS_KEY
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.folder import SUFFIX, list_workspaces, name_file, workspace_folder
from strikemap.web.workspaces.following import follow_others
from strikemap.web.workspaces.session import (
    close_workspace,
    current_workspace,
    forget_problem,
    show_problem,
    show_workspace_of_folder,
    tell_problem,
    write_here,
)

if TYPE_CHECKING:
    from geo.layers.layer import Layer
    from geo.workspace.changes import Change
    from strikemap.web.layers.own import OwnLayer
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["offer_last", "offer_workspace", "show_line", "show_panel", "show_views_of_workspace"]

NAME_KEY, CHOSEN_KEY = "workspace_name", "workspace_chosen"
_MAKING = threading.Lock()
COUNTRIES_KEY = "workspace_countries"  # of one that starts empty
MOST_COUNTRIES = 8
ABOUT = N_(
    "One file with these strikes, their sources, every decision and a log of every change, which "
    "can be undone. QGIS opens it as it is."
)
HELD_BACK = N_(
    "A release profile is on. A workspace would have all strikes with their sources, not the "
    "release: let go of the profile (Show all strikes) to make one."
)


def show_line() -> None:
    """Say which workspace is open, in a line, and what went wrong in it last."""
    place = st.container()  # there with and without words: what stands below stays what it is
    following = st.container()
    opened = current_workspace()
    if opened is not None:
        place.caption(word_line(opened))
        with place:
            _offer_whole(opened)
        if opened.shown.reading:
            place.button(_("Write here"), on_click=write_here, key="workspace_write")
        with following:
            follow_others(opened.shown.changes)
    show_problem()


def _offer_whole(opened: SharedWorkspace) -> None:
    if opened.asked is not None:
        from strikemap.web.counted.leaving import offer_whole

        offer_whole()


def word_line(opened: SharedWorkspace) -> str:
    """Return the open workspace's name, its changes, and who writes it."""
    shown = opened.shown
    reading = _("only read here ({reading})", reading=_(shown.reading)) if shown.reading else ""
    state = reading or _("every change is on disk before it is shown")
    if not opened.keeps_log:
        state += _("; its disk takes no log beside it, so who reads waits for who writes")
    said = _(
        "Workspace **{title}**: {changes}; {state}.",
        title=escape_markdown(opened.title),
        changes=plural(shown.changes, "change"),
        state=escape_markdown(state),
    )
    return f"{said} {escape_markdown(shown.part.in_words())}" if shown.part else said


def show_views_of_workspace() -> None:
    """Draw the saved views of the open workspace."""
    if current_workspace() is not None:
        from strikemap.web.workspaces.views import show_views  # its libraries, only where needed

        show_views()


def offer_workspace(name: str) -> None:
    """Offer to open a workspace that a link names, where it is one of the app's folder."""
    known = {f"{stem}{SUFFIX}": stem for stem in list_workspaces()}
    if name in known:
        st.button(
            _("Open the workspace {name}", name=escape_markdown(name)), key="workspace_of_link",
            type="primary",
            on_click=show_workspace_of_folder, args=(known[name],),
        )  # fmt: skip


def offer_last() -> None:
    """Say which workspace of the folder was open last in this browser, and offer it."""
    place = st.container()  # there with and without words: what stands below stays what it is
    name = str(st.session_state.get(LAST_KEY) or "")
    known = {f"{stem}{SUFFIX}": stem for stem in list_workspaces()}
    if name in known:
        place.caption(_("Open last: the workspace **{name}**.", name=escape_markdown(name)))
        place.button(
            _("Go on in {name}", name=escape_markdown(name)), key="workspace_last",
            on_click=show_workspace_of_folder, args=(known[name],),
        )  # fmt: skip


def show_panel(dataset: Dataset) -> None:
    """Draw the ways to open a workspace, to make one of what is shown, or to close it."""
    opened = current_workspace()
    if opened is not None:
        if not opened.started:
            st.button(_("Close the workspace"), on_click=close_workspace, key="workspace_close")
        return
    with st.expander(_("Keep your work: a workspace"), key="workspace_panel"):
        st.caption(_(ABOUT))
        with st.container():
            if _is_held_back():
                st.caption(_(HELD_BACK))
        if workspace_folder() is None:
            _offer_download(dataset)
        else:
            _offer_folder(dataset)


def _is_held_back() -> bool:
    """Say whether no workspace is made of the strikes: it has all of them, not the release."""
    return chosen_profile() is not None


def _offer_download(dataset: Dataset) -> None:
    with st.container():
        if not _is_held_back():
            _offer_file(
                _("Download a workspace of what is shown"), "workspace", lambda: _pack(dataset)
            )
    _offer_file(_("Download an empty one"), "empty", lambda: _pack_empty(dataset))
    st.caption(_("Work in it on a computer of your own: `strikemap app workspace.gpkg`."))


def _offer_file(label: str, name: str, pack: Callable[[], bytes]) -> None:
    st.download_button(
        label, pack, f"{name}.gpkg", "application/geopackage+sqlite3", on_click="ignore",
        key=f"{name}_download",
    )  # fmt: skip


def _offer_folder(dataset: Dataset) -> None:
    known_countries = [code.lower() for code in list_countries()]
    known = list_workspaces()
    if known:
        st.selectbox(_("Open one that is there"), known, index=None, key=CHOSEN_KEY)
        st.button(
            _("Open"), on_click=_open_chosen, key="workspace_open",
            disabled=st.session_state.get(CHOSEN_KEY) is None,
        )  # fmt: skip
    # In a form the page is not drawn anew, and moved under the hand, between name and button.
    with st.form("workspace_form", border=False):
        st.text_input(_("A new one, named"), key=NAME_KEY)
        st.multiselect(
            _("Countries, where it starts empty"), known_countries,
            [code for code in dataset.countries if code in known_countries][:MOST_COUNTRIES],
            key=COUNTRIES_KEY, max_selections=MOST_COUNTRIES,
            format_func=lambda code: _(name_country(code.upper())),
        )  # fmt: skip
        with st.container(horizontal=True):
            st.form_submit_button(
                _("Make it of what is shown"), on_click=_make, args=(dataset,),
                disabled=_is_held_back(),
            )  # fmt: skip
            st.form_submit_button(
                _("Start empty"), key="workspace_empty", on_click=_make_empty, args=(dataset,),
                help=_("A new workspace without strikes: for reports, strikes and layers to come."),
            )  # fmt: skip
    st.caption(
        _(
            "In the folder {workspace_folder}.",
            workspace_folder=escape_markdown(str(workspace_folder())),
        )
    )


def _make_empty(dataset: Dataset) -> None:
    """Make a workspace that holds nothing yet, and open it; a second press makes none."""
    with _MAKING:
        if current_workspace() is None:
            _make_empty_of(dataset)


def _make_empty_of(dataset: Dataset) -> None:
    from strikemap.web.workspaces.making import make_empty

    forget_problem()
    name = str(st.session_state.get(NAME_KEY, "")).strip()
    if not name:
        tell_problem(_("A workspace that starts empty needs a name."))
        return
    try:
        make_empty(name_file(name), tuple(st.session_state[COUNTRIES_KEY]) or dataset.countries)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))
        return
    show_workspace_of_folder(name)


def _open_chosen() -> None:
    show_workspace_of_folder(str(st.session_state.get(CHOSEN_KEY)))


def _own_decisions() -> Collection[Decision]:
    """Return what the visitor decided in the session."""
    held = st.session_state.get(DECISIONS_KEY)
    known: dict[object, Decision] = getattr(held, "known", {})
    return known.values()


def _own_changes(dataset: Dataset) -> Sequence[Change]:
    """Return what the visitor decided of drafts in the session, as far as it is shown."""
    if current_workspace() is not None:
        return ()
    from strikemap.web.reports.deciding.steps import list_steps

    return [step.change for step in list_steps(dataset)]


def _pack(dataset: Dataset) -> bytes:
    from strikemap.web.workspaces.making import pack_workspace

    layers = [(own.file, layer) for own, layer in _own_layers()]
    changes = _own_changes(dataset)
    return pack_workspace(dataset, _own_decisions(), changes=changes, layers=layers, who=who())


def _pack_empty(dataset: Dataset) -> bytes:
    from strikemap.web.workspaces.making import pack_empty

    return pack_empty(dataset.countries)


def _own_layers() -> list[tuple[OwnLayer, Layer]]:
    """Return the visitor's layers that could be read, the lowest first."""
    from strikemap.web.layers.own import list_layers  # its libraries, only where needed

    return [(own, own.measured.layer) for own in list_layers() if own.measured]


def _make(dataset: Dataset) -> None:
    """Make a workspace; a second press, which Streamlit runs beside the first, makes none."""
    with _MAKING:
        if current_workspace() is None and not _is_held_back():
            _make_of(dataset)


def _make_of(dataset: Dataset) -> None:
    from strikemap.web.layers.own import mark_kept
    from strikemap.web.workspaces.making import make_of

    forget_problem()
    name = str(st.session_state.get(NAME_KEY, "")) or Path(dataset.name).stem
    own = _own_layers()
    try:
        make_of(
            dataset, _own_decisions(), name_file(name), changes=_own_changes(dataset),
            layers=[(one.file, layer) for one, layer in own], who=who(),
        )  # fmt: skip
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))
        return
    for key in (DECISIONS_KEY, STEPS_KEY):
        st.session_state.pop(key, None)
    show_workspace_of_folder(name)
    if opened := current_workspace():
        keep_title(opened.title, own_title(dataset))
        for one, __ in own:
            mark_kept(one.number, opened.name)

"""Own layers and the open workspace: those that it keeps are shown, a visitor's are kept in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from strikemap.languages.troubles import say_trouble
from strikemap.web.layers.own import (
    OwnLayer,
    add_kept,
    find_layer,
    list_layers,
    mark_kept,
    remove_layer,
)
from strikemap.web.visitors.name import who
from strikemap.web.workspaces.session import current_workspace, forget_problem, tell_problem

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_keeping", "take_kept"]

TAKEN_KEY = "own_layers_taken_of"


def take_kept() -> None:
    """Give this visitor the layers of the open workspace once, and let go of those of another."""
    opened = current_workspace()
    name = opened.name if opened else ""
    for own in list_layers():
        if own.kept not in ("", name):
            remove_layer(own.number)
    if opened is None or st.session_state.get(TAKEN_KEY) == name:
        st.session_state[TAKEN_KEY] = name
        return
    st.session_state[TAKEN_KEY] = name
    there = {own.file for own in list_layers() if own.kept}
    from geo.workspace.layering import list_layers as list_of  # only where a workspace is open

    for layer in opened.act(list_of):
        if layer.name not in there:
            add_kept(layer, name)


def show_keeping(own: OwnLayer) -> None:
    """Draw how a layer is kept in the open workspace, or taken out of it."""
    opened = current_workspace()
    if opened is None or opened.shown.reading or own.measured is None:
        return
    word = _("Take out of the workspace") if own.kept else _("Keep in the workspace")
    st.button(word, key=f"own_layer_{own.number}_keep", on_click=partial(_turn, opened, own.number))


def _turn(opened: SharedWorkspace, number: int) -> None:
    """Keep a layer in the workspace, or take out one that is kept."""
    forget_problem()
    own = find_layer(number)
    if own is None:
        return
    try:
        (_take_out if own.kept else _keep)(opened, own)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))


def _keep(opened: SharedWorkspace, own: OwnLayer) -> None:
    from geo.workspace.layering import keep_layer

    if own.measured is not None:
        layer = own.measured.layer
        opened.act(lambda workspace: keep_layer(workspace, layer, file=own.file), who=who())
        mark_kept(own.number, opened.name)


def _take_out(opened: SharedWorkspace, own: OwnLayer) -> None:
    from geo.workspace.layering import remove_layer as remove_of

    opened.act(lambda workspace: remove_of(workspace, own.file), who=who())
    remove_layer(own.number)

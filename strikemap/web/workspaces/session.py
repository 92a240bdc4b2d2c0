"""Which workspace a visitor has open: the one the app was started with, or one of its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.workspace.naming import is_address
from strikemap.failures import word_error
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import return_to_shipped
from strikemap.web.filters import reset_filters
from strikemap.web.visitors.links import follow_link_to
from strikemap.web.visitors.said import forget, say, show_said
from strikemap.web.visitors.session import (
    COUNTED_KEY,
    ENTRY_KEY,
    LAST_KEY,
    UPLOAD_KEY,
    WORKSPACE_KEY,
    forget_hashes,
)
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.folder import name_file, started_workspace

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["close_workspace", "current_workspace", "forget_problem", "held_workspace",
           "let_go", "open_start",
           "show_problem", "show_workspace_of_folder", "tell_problem", "visitor",
           "write_here"]  # fmt: skip

HERE = "workspace"  # where the pages say what went wrong


def open_start() -> None:
    """Open the workspace that the app was started with; where it cannot be, say why and stop.

    A part of a database that gave way to others' meanwhile is opened again where there is room.
    """
    name = started_workspace()
    held = held_workspace()
    if held is not None and held.closed:
        del st.session_state[WORKSPACE_KEY]
    if name and WORKSPACE_KEY not in st.session_state:
        try:
            if not _counts(name):
                st.session_state[WORKSPACE_KEY] = _open(name)
            elif held is not None and held.asked is not None and held.name == name:
                from strikemap.web.counted.part import open_again

                open_again(held.asked)
        except StrikemapError as error:
            st.error(
                _(
                    "The workspace cannot be shown. {error}",
                    error=escape_markdown(say_trouble(word_error(error))),
                )
            )
            st.stop()
    if held := held_workspace():
        held.holders.note(visitor())


def current_workspace() -> SharedWorkspace | None:
    """Return the open workspace; None for none, and while an upload is looked at instead."""
    if st.session_state.get(UPLOAD_KEY) is not None:
        return None
    return held_workspace()


def show_workspace_of_folder(name: str) -> None:
    """Open a workspace of the folder in place of what is shown; what fails is told next."""
    forget_problem()
    try:
        opened = _open(str(name_file(name)))
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))
        return
    return_to_shipped()
    let_go()
    st.session_state[WORKSPACE_KEY] = opened
    st.session_state.pop(LAST_KEY, None)
    forget_hashes()
    reset_filters()
    follow_link_to(opened.title)


def write_here() -> None:
    """Write the open workspace here from now on, where nobody else does any more."""
    forget_problem()
    held = held_workspace()
    if held is not None and not held.write_here():
        tell_problem(
            _(
                "{title}: {reading}; close it there first",
                title=held.title,
                reading=_(held.shown.reading),
            )
        )


def close_workspace() -> None:
    """Close the open workspace for good, so that others may write it."""
    forget_problem()
    held = held_workspace()
    if held is not None:
        held.close()
        del st.session_state[WORKSPACE_KEY]
    forget_hashes()
    reset_filters()


def tell_problem(words: str) -> None:
    """Have the pages say what went wrong, until the next act in the workspace."""
    say(HERE, words, refused=True)


def forget_problem() -> None:
    """Say no more what went wrong before: for what begins an act in the workspace."""
    forget(HERE)


def show_problem() -> None:
    """Draw what went wrong in the last act, also where that is nothing."""
    show_said(HERE)


def held_workspace() -> SharedWorkspace | None:
    """Return the open workspace, also while an upload is looked at instead; None for none."""
    return cast("SharedWorkspace | None", st.session_state.get(WORKSPACE_KEY))


def let_go() -> None:
    """Note that this visitor has the part of a database that is held open no more."""
    held = held_workspace()
    if held is not None:
        held.holders.let_go(visitor())


def visitor() -> str:
    """Return who has this session."""
    return str(st.session_state.get(ENTRY_KEY, ""))


def _counts(name: str) -> bool:
    """Say whether a database is counted, with more strikes than a page holds; keep it then."""
    if not is_address(name):
        return False
    from strikemap.web.counted.database import open_counted  # its libraries, only where needed

    if COUNTED_KEY not in st.session_state and (found := open_counted(name)) is not None:
        st.session_state[COUNTED_KEY] = found
        from strikemap.web.counted.part import return_part

        return_part(found)
    return COUNTED_KEY in st.session_state


def _open(name: str) -> SharedWorkspace:
    from strikemap.web.workspaces.shared import open_shared  # its libraries, only where needed

    return open_shared(name)

"""What is done to strikes on the page: written to the open workspace, and said when it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.errors import StrikemapError
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land
from geo.workspace.editing.records import Record
from strikemap.web.visitors.name import who
from strikemap.web.wording import escape_markdown

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = [
    "OWN",
    "WHY",
    "act",
    "clear_why",
    "do",
    "land_of",
    "read_record",
    "show_said",
    "turn",
]

WHY = "strikes_why"
OWN = "strikes_own"  # whether what changed last was done on this page
SAID, PROBLEM, DONE = "strikes_said", "strikes_problem", "strikes_done"


def do(opened: SharedWorkspace, work: Callable[[Desk], Change]) -> Change | None:
    """Do something to strikes; None where it was refused, which the page then says."""
    try:
        change = opened.act(lambda workspace: work(Desk(workspace, why=_typed(WHY))), who=who())
    except StrikemapError as error:
        st.session_state[PROBLEM] = str(error)
        return None
    st.session_state[SAID] = f"{change.action}: {change.what}"
    st.session_state[DONE] = st.session_state[OWN] = True
    return change


def clear_why() -> None:
    """Empty the reason once what it was for is done; only before its field is drawn."""
    if st.session_state.pop(DONE, False):
        st.session_state[WHY] = ""


def act(opened: SharedWorkspace, work: Callable[[Desk], Change]) -> None:
    """Do something as a button's callback."""
    do(opened, work)


def turn(opened: SharedWorkspace, *, back: bool) -> None:
    """Take the last change back, or the last that was taken back again."""
    try:
        what = opened.undo(who()) if back else opened.redo(who())
    except StrikemapError as error:
        st.session_state[PROBLEM] = str(error)
        return
    st.session_state[OWN] = True
    verb = "taken back" if back else "done again"
    st.session_state[SAID] = f"{verb}: {what}" if what else "There is no step to take."


def show_said() -> None:
    """Say what the last act did, or why it was refused."""
    place = st.container()  # there with and without words: what stands below stays what it is
    problem = st.session_state.pop(PROBLEM, "")
    said = st.session_state.get(SAID, "")
    if problem:
        place.error(escape_markdown(str(problem)))
    elif said:
        place.success(escape_markdown(str(said)))


def _typed(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


def read_record(opened: SharedWorkspace, strike_id: str) -> Record:
    """Return a strike as it stands; raises CorrectionError where there is none."""
    return opened.act(lambda workspace: Desk(workspace).read(strike_id), who=who())


def land_of(opened: SharedWorkspace) -> Land:
    """Return where strikes are put, by what was decided of names."""
    gazetteer, boundaries = opened.land
    return Land(gazetteer.with_decisions(opened.shown.known.values()), boundaries)

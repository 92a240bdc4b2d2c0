"""What is done to strikes on the page: written to the open workspace, and said when it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.errors import CorrectionError
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land
from geo.workspace.editing.records import Record
from strikemap.web.visitors.name import who
from strikemap.web.visitors.said import say

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = [
    "HERE",
    "OWN",
    "WHY",
    "act",
    "clear_why",
    "do",
    "do_as_seen",
    "land_of",
    "read_record",
    "turn",
    "typed",
]

HERE = "strikes"  # where the page says what was done

WHY = "strikes_why"
OWN = "strikes_own"  # whether what changed last was done on this page
DONE = "strikes_done"


def do(opened: SharedWorkspace, work: Callable[[Desk], Change]) -> Change | None:
    """Do something to strikes; None where it was refused, which the page then says.

    work: runs in the workspace's own thread, where no field of the page can be read.
    """
    why = typed(WHY)  # here: the workspace's own thread has no visitor, and so no fields
    try:
        change = opened.act(lambda workspace: work(Desk(workspace, why=why)), who=who())
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return None
    say(HERE, f"{change.action}: {change.what}")
    st.session_state[DONE] = st.session_state[OWN] = True
    return change


def do_as_seen(
    opened: SharedWorkspace, record: Record, work: Callable[[Desk], Change]
) -> Change | None:
    """Do what a form says to a strike; refused where that is no more what the form was drawn of."""

    def check_first(desk: Desk) -> Change:
        if desk.read(record.strike_id) != record:
            raise CorrectionError(
                _(
                    "{strike_id}: was changed meanwhile, so nothing was saved; look at it as it is "
                    "now, and say it again",
                    strike_id=record.strike_id,
                )
            )
        return work(desk)

    return do(opened, check_first)


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
        say(HERE, str(error), refused=True)
        return
    st.session_state[OWN] = True
    verb = _("taken back") if back else _("done again")
    say(HERE, f"{verb}: {what}" if what else _("There is no step to take."))


def typed(key: str) -> str:
    """Return what a field holds, also in a callback of the form that it is in."""
    return str(st.session_state.get(key) or "").strip()


def read_record(opened: SharedWorkspace, strike_id: str) -> Record:
    """Return a strike as it stands; raises CorrectionError where there is none."""
    return opened.act(lambda workspace: Desk(workspace).read(strike_id), who=who())


def land_of(opened: SharedWorkspace) -> Land:
    """Return where strikes are put, by what was decided of names."""
    gazetteer, boundaries = opened.land
    return Land(gazetteer.with_decisions(opened.shown.known.values()), boundaries)

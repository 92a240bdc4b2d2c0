"""What was decided of names, in the open workspace, or in the session without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import Conflict, merge_decisions
from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import Dataset
from strikemap.web.places import in_session
from strikemap.web.visitors.name import who
from strikemap.web.wording import plural
from strikemap.web.workspaces.session import current_workspace, forget_problem, tell_problem

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["Decisions", "decide", "follow_data", "kept_decisions", "redo", "take_in", "undo"]

SAID_KEY = "places_said"
UNDONE, REDONE = N_("The last decision is taken back."), N_("The decision is taken again.")
Key = tuple[str, str]


@dataclass(frozen=True)
class Decisions:
    """The decisions on the names of the data, which steps can be taken, what the last one did."""

    known: Mapping[Key, Decision]
    can_undo: bool
    can_redo: bool
    said: str


def kept_decisions() -> Decisions:
    """Return the decisions of the open workspace, or the visitor's own."""
    said = str(st.session_state.get(SAID_KEY, ""))
    opened = current_workspace()
    if opened is not None:
        writes = not opened.shown.reading
        return Decisions(opened.shown.known, writes, writes, said)
    held = in_session.held_here()
    return Decisions(held.known, bool(held.past), bool(held.future), said)


def follow_data(dataset: Dataset) -> bool:
    """Take the visitor's decisions to the data that are shown now; say whether it was done.

    A workspace has its own.
    """
    return current_workspace() is None and in_session.follow_data(dataset)


def decide(dataset: Dataset, decision: Decision) -> None:
    """Take a decision: all rows that say the name are placed by it at once."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    _apply(dataset, [replace(decision, when=now)])


def take_in(dataset: Dataset, decisions: Iterable[Decision]) -> list[Conflict]:
    """Take a colleague's decisions in; those that contradict the visitor's are returned."""
    known = kept_decisions().known
    merged, conflicts = merge_decisions(list(known.values()), list(decisions))
    fresh = [one for one in merged if known.get(one.key) != one]
    if fresh:
        _apply(dataset, fresh)
    return conflicts


def undo(dataset: Dataset) -> None:
    """Take the last step back."""
    _turn(lambda opened: opened.undo(who()), lambda: in_session.undo_here(dataset), _(UNDONE))


def redo(dataset: Dataset) -> None:
    """Take the last step that was taken back again."""
    _turn(lambda opened: opened.redo(who()), lambda: in_session.redo_here(dataset), _(REDONE))


def _apply(dataset: Dataset, decisions: Sequence[Decision]) -> None:
    opened = current_workspace()
    forget_problem()
    try:
        if opened is not None:
            rows = opened.decide(decisions, who())
        else:
            rows = in_session.decide_here(dataset, decisions)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))
        return
    _say(_word_done(decisions, plural(rows, "row")))


def _word_done(decisions: Sequence[Decision], rows: str) -> str:
    """Say what was done by decisions, in how many rows."""
    if len(decisions) != 1:
        return _(
            "{names}: {rows} placed as decided", names=plural(len(decisions), "name"), rows=rows
        )
    verdict = decisions[0].verdict
    words = {
        "no place": _("not a place, in {rows}", rows=rows),
        "later": _("left for later, undecided"),
    }
    return f"{decisions[0].name}: {words.get(verdict) or _('{rows} placed as decided', rows=rows)}"


def _turn(
    in_workspace: Callable[[SharedWorkspace], str], here: Callable[[], bool], said: str
) -> None:
    opened = current_workspace()
    forget_problem()
    if opened is None:
        if here():
            _say(said)
        return
    try:
        what = in_workspace(opened)
    except StrikemapError as error:
        tell_problem(say_trouble(str(error)))
        return
    _say(f"{said} {what}" if what else _("There is no step to take."))


def _say(words: str) -> None:
    st.session_state[SAID_KEY] = words

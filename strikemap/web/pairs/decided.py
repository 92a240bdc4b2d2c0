"""What was decided of pairs: one strike, or two; in the workspace's log, or in the session."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import _
from geo.errors import CorrectionError
from geo.workspace.applying import now
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.joining import join
from geo.workspace.editing.records import Act, Record
from geo.workspace.editing.retelling import tell_besides
from geo.workspace.store import LogEntry, Workspace
from strikemap.web.datasets import Dataset
from strikemap.web.reports.deciding.decided import ANOTHER, HERE
from strikemap.web.reports.deciding.in_session import read_record_here, write_here
from strikemap.web.reports.deciding.steps import Step, Verdict, list_steps, push_step
from strikemap.web.visitors.name import who
from strikemap.web.visitors.said import say
from strikemap.web.workspaces.session import current_workspace

__all__ = ["Said", "decide_one", "decide_two", "find_said", "word_pair"]

APART, JOIN = "tell apart", "join"
SAID_KEY = "pairs_said"
PROPOSED = "a proposed pair"  # how the reason of a join ends that was decided here
# What the page itself says behind a person's words, which may hold the same ones.
_ANOTHER = re.compile(rf"(?s:.*; )?{ANOTHER} (.+); read from a report \(draft [^()]*\)")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands: pairs told apart, in the log's words, with strikes that are none of others.

    others: by the id of an added strike, the ids that it was said not to be. joined: how many
    proposed pairs were made one.
    """

    apart: frozenset[str]
    others: Mapping[str, Collection[str]]
    joined: int

    def tells_apart(self, one: str, other: str) -> bool:
        """Say whether somebody said that two strikes are two."""
        return any(
            word_pair(first, second) in self.apart or first in self.others.get(second, ())
            for first, second in ((one, other), (other, one))
        )


def word_pair(one: str, other: str) -> str:
    """Return what the log says of two strikes that are two."""
    return f"{one} and {other}"


def find_said(dataset: Dataset) -> Said:
    """Return what was decided of pairs and stands."""
    opened = current_workspace()
    if opened is None:
        changes = [step.change for step in list_steps(dataset)]
        return _gather(((one.action, one.what, one.why) for one in changes), dataset)
    stand = opened.name, opened.shown.changes
    kept = st.session_state.get(SAID_KEY)
    if kept is None or kept[0] != stand:
        log = opened.act(lambda workspace: workspace.list_log())
        kept = st.session_state[SAID_KEY] = stand, _read_log(log, dataset)
    said: Said = kept[1]
    return said


def _read_log(log: Sequence[LogEntry], dataset: Dataset) -> Said:
    return _gather(((one.action, one.what, one.why) for one in log if not one.undone), dataset)


def _gather(entries: Iterable[tuple[str, str, str]], dataset: Dataset) -> Said:
    apart: set[str] = set()
    others: dict[str, str] = {}
    joined = 0
    for action, what, why in entries:
        if action == APART:
            apart.add(what)
        elif action == JOIN:
            joined += f"; {why}".endswith(f"; {PROPOSED}")
        elif action == "add" and (met := _ANOTHER.fullmatch(why)):
            others[what] = met[1]
    with_commas = [one for one in dataset.strikes.index if ", " in one] if others else []
    split = {what: _split_ids(ids, with_commas) for what, ids in others.items()}
    return Said(frozenset(apart), split, joined)


def _split_ids(said: str, with_commas: Iterable[str]) -> frozenset[str]:
    """Return the ids that a log lists with commas between them; with_commas: ids that hold one."""
    found, rest = set(), f", {said}, "
    for one in sorted(with_commas, key=len, reverse=True):
        if f", {one}, " in rest:
            found.add(one)
            rest = rest.replace(f", {one}, ", ", ")
    return frozenset({*found, *rest.split(", ")} - {""})


def decide_two(dataset: Dataset, one: str, other: str, why: str) -> bool:
    """Note that two strikes are two: they are not asked again; say whether it was done."""
    change = Change(APART, word_pair(one, other), [], why)

    def in_workspace(desk: Desk) -> Change:
        desk.read_several([one, other])  # raises for one that is there no more
        return desk.note(change)

    def here() -> Change:
        _read_here(dataset, [one, other])
        return change

    words = _("Two strikes: {pair}", pair=word_pair(one, other))
    return _do(dataset, (one, other), (in_workspace, here), words, why)


def decide_one(dataset: Dataset, one: str, other: str, why: str) -> bool:
    """Make one strike of two: the first, with the claims of both and the range of their tolls.

    What it lacks is the other's, and its actors are those of both; its place and kind stay.
    """
    why = f"{why}; {PROPOSED}" if why else PROPOSED

    def in_workspace(desk: Desk) -> Change:
        first, second = desk.read_several([one, other])
        return desk.join([one, other], tell_besides(first, second.strike))

    def here() -> Change:
        led = dataset.strikes["toll_lead"].isin([one, other])
        first, second = _read_here(dataset, [one, other])
        followers = _read_here(dataset, dataset.strikes.index[led].tolist())
        values = tell_besides(first, second.strike)
        return join(first, [second], values, Act(who(), now(), why), followers=followers)

    ways = in_workspace, here
    words = _(
        "One strike: {other} is joined into {one}, with its claims; place and kind are {one}'s",
        other=other,
        one=one,
    )
    return _do(dataset, (one, other), ways, words, why)


def _read_here(dataset: Dataset, ids: Sequence[str]) -> list[Record]:
    return [read_record_here(dataset, one) for one in ids]


Ways = tuple[Callable[[Desk], Change], Callable[[], Change]]


def _do(dataset: Dataset, pair: tuple[str, str], ways: Ways, words: str, why: str) -> bool:
    """Do one of two: in the workspace, or in the session's data; say what came of it."""
    opened = current_workspace()

    def in_workspace(workspace: Workspace) -> Change:
        _refuse_twice(_read_log(workspace.list_log(), dataset), pair)
        return ways[0](Desk(workspace, why=why))

    try:
        if opened is None:
            _refuse_twice(find_said(dataset), pair)
            _keep_here(dataset, ways[1](), pair)
        else:
            opened.act(in_workspace, who=who())
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return False
    say(HERE, f"{words}; {_('on disk') if opened else _('in this session only')}")
    return True


def _keep_here(dataset: Dataset, change: Change, pair: tuple[str, str]) -> None:
    if change.patches:
        write_here(dataset, change)
    push_step(Step(f"pair {change.what}", Verdict(change.action), change, pair))


def _refuse_twice(said: Said, pair: tuple[str, str]) -> None:
    if said.tells_apart(*pair):
        raise CorrectionError(
            _(
                "{pair}: somebody said that they are two strikes; undo that first",
                pair=word_pair(*pair),
            )
        )

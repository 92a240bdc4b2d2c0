"""What was decided of drafts: accepted as strikes, told as claims of one that is there, rejected.

With a workspace its log says it, so that a text that is read again shows what was decided of it;
without one the session does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.errors import StrikemapError
from gazetteer.language import _
from gazetteer.several import Gazetteers
from geo.errors import CorrectionError
from geo.workspace.applying import now
from geo.workspace.changes import Change
from geo.workspace.editing.adding import add_strike
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land
from geo.workspace.editing.records import Act
from geo.workspace.editing.retelling import tell_again
from geo.workspace.store import LogEntry, Workspace
from strikemap.web.country import Countries, shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset, current_dataset
from strikemap.web.reports.deciding.in_session import read_record_here, write_here
from strikemap.web.reports.deciding.placing import Placed, find_where, origin_of
from strikemap.web.reports.deciding.steps import Step, Verdict, drop_step, list_steps, push_step
from strikemap.web.visitors.name import who
from strikemap.web.visitors.said import say
from strikemap.web.workspaces.session import current_workspace
from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["ANOTHER", "HERE", "Decided", "Verdict", "accept", "all_countries", "find_verdicts",
           "join", "land_of", "places_of", "reject", "undo"]  # fmt: skip

HERE = "reports"
ANOTHER = "another strike than"
VERDICTS_KEY = "reports_verdicts"
_DRAFT = re.compile(r"\(draft ([0-9a-f]+(?:-\w+)+)\)$")
_WORDS = {"add": "accepted", "add source": "joined"}
Values = Mapping[str, object]


def find_verdicts() -> Mapping[str, Verdict]:
    """Return what was decided and stands, by the keys of drafts."""
    opened = current_workspace()
    if opened is None:
        return {step.draft: step.verdict for step in list_steps(current_dataset())}
    stand = (opened.name, opened.shown.changes)
    kept = st.session_state.get(VERDICTS_KEY)
    if kept is None or kept[0] != stand:
        log = opened.act(lambda workspace: workspace.list_log())
        kept = st.session_state[VERDICTS_KEY] = stand, _read_log(log)
    verdicts: Mapping[str, Verdict] = kept[1]
    return verdicts


def _read_log(log: Sequence[LogEntry]) -> dict[str, Verdict]:
    """Return what a log, its last entry first, says of drafts; not of what was taken out since."""
    found: dict[str, tuple[Verdict, frozenset[str]]] = {}
    gone: set[str] = set()
    for entry in reversed(log):
        if entry.undone:
            continue
        met, named = _DRAFT.search(entry.why), re.split("; |: ", entry.what)
        if entry.action in ("delete", "remove source"):
            gone.add(named[0 if entry.action == "delete" else -1])
        elif entry.action == "restore":
            gone.discard(named[0])
        elif met and entry.action == "reject draft":
            found[met[1]] = Verdict("rejected"), frozenset()
        elif met and entry.action in _WORDS:
            found[met[1]] = Verdict(_WORDS[entry.action], named[0]), frozenset(named)
    return {key: verdict for key, (verdict, ids) in found.items() if not ids & gone}


def _refuse_twice(draft: Decided, verdicts: Mapping[str, Verdict]) -> None:
    """Raise CorrectionError for a draft that is decided: here, by another visitor, or just now."""
    verdict = verdicts.get(draft.key)
    if verdict is not None:
        strike = f" ({verdict.strike_id})" if verdict.strike_id else ""
        raise CorrectionError(
            _(
                "{words}: is {word} already{strike}; undo that first",
                words=draft.said or draft.words,
                word=_(verdict.word),
                strike=strike,
            )
        )


def places_of(dataset: Dataset, countries: Countries = ()) -> Gazetteer | Gazetteers:
    """Return the places of the countries, the open workspace's own and decided names among them.

    countries: other ones than those of the data.
    """
    own = _own_places(dataset)
    members = own.members if isinstance(own, Gazetteers) else (own,)
    known = {one.country: one for one in members}
    if not countries or set(countries) == known.keys():
        return own
    chosen = [known.get(code) or _load_one(code) for code in countries]
    return Gazetteers(chosen) if len(chosen) > 1 else chosen[0]


def _load_one(code: str) -> Gazetteer:
    """Return the places of one country."""
    places = shared_gazetteer((code,))
    return places.members[0] if isinstance(places, Gazetteers) else places


def _own_places(dataset: Dataset) -> Gazetteer | Gazetteers:
    opened = current_workspace()
    if opened is None:
        return shared_gazetteer(dataset.countries)
    return opened.land[0].with_decisions(opened.shown.known.values())


def all_countries(dataset: Dataset, others: Countries) -> Countries:
    """Return the countries of the data, then those of a text that are none of them."""
    return tuple(dict.fromkeys((*_own_places(dataset).country.split(","), *others)))


def land_of(dataset: Dataset, others: Countries = ()) -> Land:
    """Return where strikes are put: in the countries of the data, and those of a text."""
    opened = current_workspace()
    more = tuple(code for code in others if code not in dataset.countries)
    if more or opened is None:
        areas = shared_boundaries((*dataset.countries, *more))
    else:
        areas = opened.land[1]
    return Land(places_of(dataset, all_countries(dataset, others)), areas)


@dataclass(frozen=True, slots=True)
class Decided:
    """A draft that is decided on: its key, the draft in words, and why, in a person's words.

    others: ids of strikes that may be this one and, by this decision, are not. countries: those
    whose places its text was read with. changed: what a person says otherwise than was read.
    """

    key: str
    words: str
    why: str = ""
    others: tuple[str, ...] = ()
    countries: Countries = ()
    changed: tuple[str, ...] = ()
    said: str = ""  # the draft in a few words, as its visitor reads them

    @property
    def reason(self) -> str:
        """The reason that the log keeps, by which the draft is known again."""
        another = f"{ANOTHER} {', '.join(self.others)}" if self.others else ""
        parts = (self.why, another, f"read from a report (draft {self.key})")
        return "; ".join(part for part in parts if part)


def accept(dataset: Dataset, draft: Decided, told: tuple[Values, Values], placed: Placed) -> bool:
    """Make a draft a strike with its claim; say whether it was done.

    told: columns of the strike as the draft has them, and the claim. placed: where it was.
    """
    land, (values, claim) = land_of(dataset, draft.countries), told
    origin = origin_of(placed, draft.changed)

    def in_workspace(desk: Desk) -> Change:
        where = find_where(placed, desk.act, land)
        return desk.add(values, [claim], land, where=where, origin=origin)

    def here() -> Change:
        act = Act(who(), now(), draft.reason)
        used = set(dataset.strikes.index)
        where = find_where(placed, act, land)
        return add_strike(values, [claim], act, land=land, used=used, where=where, origin=origin)

    return _do(dataset, draft, "accepted", (in_workspace, here))


def join(dataset: Dataset, draft: Decided, told: tuple[Values, Values], strike_id: str) -> bool:
    """Make a draft a further claim of a strike that is there; say whether it was done."""
    values, claim = told

    def here() -> Change:
        record, used = read_record_here(dataset, strike_id), set(dataset.claims["claim_id"])
        return tell_again(record, values, claim, Act(who(), now(), draft.reason), used=used)

    ways = (lambda desk: desk.tell_again(strike_id, values, claim), here)
    return _do(dataset, draft, "joined", ways)


def reject(draft: Decided) -> bool:
    """Note that a draft is no strike; nothing else is written."""
    change = Change("reject draft", draft.words, [], draft.reason)
    return _do(
        current_dataset(), draft, "rejected", (lambda desk: desk.note(change), lambda: change)
    )


Ways = tuple[Callable[[Desk], Change], Callable[[], Change]]


def _do(dataset: Dataset, draft: Decided, verdict: str, ways: Ways) -> bool:
    """Do one of two: in the workspace, or in the session's data; say what came of it."""
    opened = current_workspace()
    if opened is not None:
        return _in_workspace(opened, ways[0], verdict, draft)
    try:
        _refuse_twice(draft, find_verdicts())
        change = ways[1]()
        if change.patches:
            write_here(_with_ground(dataset, draft), change)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return False
    strike = change.what.split(": ")[0] if change.patches else ""
    push_step(Step(draft.key, Verdict(verdict, strike), change))
    say(HERE, _word_done(verdict, _("in this session's data only"), draft, change))
    return True


def _with_ground(dataset: Dataset, draft: Decided) -> Dataset:
    """Return data whose map has the ground of the draft's countries too."""
    more = tuple(code for code in draft.countries if code not in dataset.countries)
    return replace(dataset, countries=(*dataset.countries, *more)) if more else dataset


def _in_workspace(
    opened: SharedWorkspace, work: Callable[[Desk], Change], verdict: str, draft: Decided
) -> bool:
    def do(workspace: Workspace) -> Change:
        _refuse_twice(draft, _read_log(workspace.list_log()))
        return work(Desk(workspace, why=draft.reason))

    try:
        change = opened.act(do, who=who())
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return False
    say(HERE, _word_done(verdict, _("on disk"), draft, change))
    return True


def _word_done(verdict: str, where: str, draft: Decided, change: Change) -> str:
    strike = change.what.split(": ")[0]
    words = {
        "accepted": _(
            "Accepted, {where}: {words} is strike {strike}",
            where=where,
            words=draft.said or draft.words,
            strike=strike,
        ),
        "joined": _(
            "Joined, {where}: {words} is a further claim of {strike}",
            where=where,
            words=draft.said or draft.words,
            strike=strike,
        ),
        "rejected": _("Rejected, {where}: {words}", where=where, words=draft.said or draft.words),
    }
    return words[verdict]


def undo(dataset: Dataset) -> None:
    """Take the last decision back: in a workspace its last change, whatever page it was made on."""
    opened = current_workspace()
    if opened is not None:
        try:
            what = opened.undo(who())
        except StrikemapError as error:
            say(HERE, str(error), refused=True)
            return
        say(
            HERE,
            _("Taken back: {what}", what=what) if what else _("There is no step to take back."),
        )
        return
    steps = list_steps(dataset)
    if not steps:
        say(HERE, _("There is no step to take back."))
        return
    change = steps[-1].change
    try:
        if change.patches:
            write_here(dataset, change.turn("undo"))
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    drop_step(steps[-1])
    what = _("a rejection") if change.action == "reject draft" else change.what
    say(HERE, _("Taken back: {what}", what=what))

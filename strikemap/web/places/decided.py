"""What a visitor decided of names: in the session only, each step taken back and forth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import cast

import streamlit as st

from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import Conflict, merge_decisions
from geo.placing.deciding import decide_rows
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset, keep_upload

__all__ = ["Decisions", "decide", "follow_data", "kept_decisions", "redo", "take_in", "undo"]

KEY = "place_decisions"
MOST_STEPS = 200  # that are taken back
Key = tuple[str, str]


@dataclass
class Decisions:
    """A visitor's decisions, and the data before each of them; `of` names the data."""

    of: str
    known: dict[Key, Decision] = field(default_factory=dict)
    past: list[tuple[Dataset, dict[Key, Decision]]] = field(default_factory=list)
    future: list[tuple[Dataset, dict[Key, Decision]]] = field(default_factory=list)
    said: str = ""  # what the last step did


def kept_decisions(dataset: Dataset) -> Decisions:
    """Return the visitor's decisions."""
    return cast(Decisions, st.session_state.setdefault(KEY, Decisions(_name(dataset))))


def follow_data(dataset: Dataset) -> bool:
    """Take what was decided on other data to those that are shown now; say whether it was."""
    kept = kept_decisions(dataset)
    if kept.of == _name(dataset):
        return False
    kept.of, kept.past, kept.future, kept.said = _name(dataset), [], [], ""
    if kept.known:
        _apply(dataset, list(kept.known.values()))
    return bool(kept.known)


def _name(dataset: Dataset) -> str:
    return f"{dataset.name}, {len(dataset.strikes)} rows"


def decide(dataset: Dataset, decision: Decision) -> None:
    """Take a decision: all rows that say the name are placed by it at once."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    _apply(dataset, [replace(decision, when=now)])


def take_in(dataset: Dataset, decisions: Iterable[Decision]) -> list[Conflict]:
    """Take a colleague's decisions in; those that contradict the visitor's are returned."""
    kept = kept_decisions(dataset)
    merged, conflicts = merge_decisions(list(kept.known.values()), list(decisions))
    fresh = [one for one in merged if kept.known.get(one.key) != one]
    if fresh:
        _apply(dataset, fresh)
    return conflicts


def _apply(dataset: Dataset, decisions: list[Decision]) -> None:
    kept = kept_decisions(dataset)
    kept.past = [*kept.past, (dataset, dict(kept.known))][-MOST_STEPS:]
    kept.future = []
    strikes, rows = decide_rows(
        dataset.strikes,
        decisions,
        shared_gazetteer(dataset.countries),
        boundaries=shared_boundaries(dataset.countries),
    )
    kept.known |= {one.key: one for one in decisions}
    names = decisions[0].name if len(decisions) == 1 else f"{len(decisions):,} names"
    kept.said = f"{names}: {rows:,} rows placed as decided"
    if rows:
        keep_upload(replace(dataset, strikes=strikes, shipped=False))


def undo(dataset: Dataset) -> None:
    """Take the last step back."""
    kept = kept_decisions(dataset)
    if kept.past:
        kept.future.append((dataset, dict(kept.known)))
        _return_to(kept, *kept.past.pop())
        kept.said = "The last decision is taken back."


def redo(dataset: Dataset) -> None:
    """Take the last step that was taken back again."""
    kept = kept_decisions(dataset)
    if kept.future:
        kept.past.append((dataset, dict(kept.known)))
        _return_to(kept, *kept.future.pop())
        kept.said = "The decision is taken again."


def _return_to(kept: Decisions, dataset: Dataset, known: dict[Key, Decision]) -> None:
    kept.known = known
    keep_upload(dataset)

"""Decisions without a workspace: kept in the visitor's session, each step taken back and forth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import streamlit as st

from gazetteer.decisions.decision import Decision
from geo.placing.deciding import PLACED, place_decided
from geo.strikes.patching import patch_rows
from geo.webmap.payload.kept import Kept
from geo.workspace.editing.fields import PLACE
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset, keep_upload
from strikemap.web.visitors.session import DECISIONS_KEY

__all__ = ["InSession", "decide_here", "follow_data", "held_here", "redo_here", "undo_here"]

MOST_STEPS = 200  # that are taken back
Key = tuple[str, str]
Known = Mapping[Key, Decision]


@dataclass(frozen=True)
class Step:
    """One step: what was decided and the changed rows, before and after it."""

    known: tuple[Known, Known]
    rows: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]


@dataclass(frozen=True)
class InSession:
    """A visitor's decisions on the data named `of`, and the steps that can be taken."""

    of: str = ""
    known: Known = field(default_factory=dict)
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()


def held_here() -> InSession:
    """Return the visitor's decisions."""
    held = st.session_state.get(DECISIONS_KEY)
    return held if isinstance(held, InSession) else InSession()


def follow_data(dataset: Dataset) -> bool:
    """Take what was decided on other data to those that are shown now; say whether it was."""
    held = held_here()
    name = f"{dataset.name}, {len(dataset.strikes)} rows"
    if held.of == name:
        return False
    _hold(InSession(name, held.known))
    if held.known:
        decide_here(dataset, list(held.known.values()))
    return bool(held.known)


def decide_here(dataset: Dataset, decisions: Sequence[Decision]) -> int:
    """Take decisions: all rows that say the names are placed by them; return how many rows."""
    held = held_here()
    land = shared_gazetteer(dataset.countries), shared_boundaries(dataset.countries)
    alone = {strike_id for strike_id, field in dataset.corrections if field == PLACE}
    ours = dataset.strikes[~dataset.strikes.index.isin(list(alone))]  # others were put elsewhere
    placed = place_decided(ours, decisions, land[0], boundaries=land[1])
    known = {**held.known, **{one.key: one for one in decisions}}
    step = Step((held.known, known), (dataset.strikes.loc[placed.index], placed))
    _hold(replace(held, known=known, past=(*held.past, step)[-MOST_STEPS:], future=()))
    _show(dataset, placed)
    return len(placed)


def undo_here(dataset: Dataset) -> bool:
    """Take the last step back; say whether there was one."""
    held = held_here()
    if not held.past:
        return False
    step = held.past[-1]
    _hold(replace(held, known=step.known[0], past=held.past[:-1], future=(*held.future, step)))
    _show(dataset, step.rows[0])
    return True


def redo_here(dataset: Dataset) -> bool:
    """Take the last step that was taken back again; say whether there was one."""
    held = held_here()
    if not held.future:
        return False
    step = held.future[-1]
    _hold(replace(held, known=step.known[1], past=(*held.past, step), future=held.future[:-1]))
    _show(dataset, step.rows[1])
    return True


def _hold(held: InSession) -> None:
    st.session_state[DECISIONS_KEY] = held


def _show(dataset: Dataset, rows: gpd.GeoDataFrame) -> None:
    """Show strikes where rows have them; all else that they say is as it is by now."""
    ids = rows.index.intersection(dataset.strikes.index)
    if len(ids):
        now, names = dataset.strikes.loc[ids].copy(), [*PLACED, "geometry"]
        now[names] = rows.loc[ids, names]
        strikes = patch_rows(dataset.strikes, now)
        kept = dataset.kept or Kept()
        keep_upload(replace(dataset, strikes=strikes, shipped=False, kept=kept))

"""Deciding: what locating fills in the rows that say a decided name, before and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import pandas as pd

from gazetteer.decisions.decision import Decided, Decision
from geo.land.boundaries import Boundaries
from geo.placing.deciding import forget_places
from geo.placing.evidence import Matches
from geo.placing.locate import locate
from geo.workspace.rows import (
    RowStates,
    Said,
    SaidByName,
    gather_states,
    read_rows_that_say,
    read_states,
)

__all__ = ["place_rows"]

ByKey = dict[tuple[str, str], RowStates]


def place_rows(
    connection: sqlite3.Connection,
    decisions: Sequence[Decision],
    gazetteer: Matches,
    *,
    said: SaidByName,
    boundaries: Boundaries | None,
) -> tuple[ByKey, ByKey]:
    """Return what locating filled before and fills by decisions, for the rows of each."""
    decided = Decided(
        decisions, get_place=lambda _: None, find_governorate=gazetteer.find_governorate
    )
    names = dict.fromkeys(decision.key[0] for decision in decisions)
    found = {
        one: decided.find(one.place, one.governorate)
        for name in names
        for one in said.get(name, ())
    }
    of = {one: decision for one, decision in found.items() if decision is not None}
    rows = read_rows_that_say(connection, of)
    if not len(rows):
        return {}, {}
    pairs = zip(rows["place_text"], rows["governorate_text"].astype(object), strict=True)
    ours = [of[Said(place, None if pd.isna(area) else area)] for place, area in pairs]
    reviewed = rows["match_method"].eq("reviewed").to_numpy()
    # What is left for later stays as it is, unless it was decided before.
    moved = np.array([one.verdict != "later" for one in ours]) | reviewed
    rows, ours = rows[moved], [one for one, does in zip(ours, moved, strict=True) if does]
    if not len(rows):
        return {}, {}
    known = gazetteer.with_decisions(decisions)
    placed = locate(forget_places(rows), known, boundaries=boundaries)
    ids: dict[tuple[str, str], list[str]] = {}
    for strike_id, decision in zip(rows.index, ours, strict=True):
        ids.setdefault(decision.key, []).append(str(strike_id))
    before, after = read_states(rows), read_states(placed)
    return (
        {key: gather_states(own, before) for key, own in ids.items()},
        {key: gather_states(own, after) for key, own in ids.items()},
    )

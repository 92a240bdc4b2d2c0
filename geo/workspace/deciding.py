"""Deciding: what locating fills in the rows that say a decided name, before and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pandas as pd

from gazetteer.decisions.decision import Decided, Decision
from geo.land.boundaries import Boundaries
from geo.placing.deciding import decide_rows
from geo.placing.evidence import Matches
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
    placed, _ = decide_rows(rows, decisions, gazetteer, boundaries=boundaries)
    before, after = read_states(rows), read_states(placed)
    ids: dict[tuple[str, str], list[str]] = {}
    places, areas = rows["place_text"], rows["governorate_text"].astype(object)
    for strike_id, place, area in zip(rows.index, places, areas, strict=True):
        if before[strike_id] != after[strike_id]:
            decision = of[Said(place, None if pd.isna(area) else area)]
            ids.setdefault(decision.key, []).append(strike_id)
    return (
        {key: gather_states(own, before) for key, own in ids.items()},
        {key: gather_states(own, after) for key, own in ids.items()},
    )

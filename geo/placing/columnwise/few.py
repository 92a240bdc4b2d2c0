"""A few rows placed by what was decided of their names, as `locate` places a table of them.

A table costs 0.1 s however few its rows; a person who decides waits for two or three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

import numpy as np
import shapely

from gazetteer.decisions.decision import Decision
from geo.land.boundaries import Boundaries
from geo.placing.columnwise.areas import ReadyAreas
from geo.placing.columnwise.names import read_area_names
from geo.placing.columnwise.points import READ, join_columns
from geo.placing.districts import READ as READ_OF_DISTRICTS
from geo.placing.districts import LowerLevels
from geo.placing.evidence import Matches, read_evidence
from geo.placing.outlines import Objects
from geo.placing.rows.answers import Answers
from geo.placing.rows.filled import SAID, ask, fill
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["FewRows", "State"]

State = dict[str, Any]  # what locating fills in a row, in the order of the table; its point `geom`
_NUMBERS = ("match_score", "uncertainty_km")
_FROM_WORDS = "nearby"  # the method of places worked out from words


class FewRows:
    """Places rows among places and areas that are made ready once, and kept."""

    def __init__(self, gazetteer: Matches, boundaries: Boundaries | None = None) -> None:
        """gazetteer: of the country, without the decisions; boundaries: None to join no areas."""
        self.gazetteer, self.boundaries = gazetteer, boundaries
        self._evidences = [*read_evidence(gazetteer)]
        self._members = [evidence.gazetteer for evidence in self._evidences]
        self._names = read_area_names(gazetteer)
        joins = boundaries is not None and not boundaries.governorates.empty
        self._areas = ReadyAreas(boundaries) if boundaries is not None and joins else None
        self._lower = LowerLevels(boundaries) if boundaries is not None and joins else None

    def place(
        self, rows: Sequence[Mapping[str, Any]], decisions: Iterable[Decision]
    ) -> list[State] | None:
        """Return what decisions fill in rows that say a decided name, one state each.

        rows: the columns of SAID, none with a point of its source; rows that say the same share
        one state. None where more than each row's own words counts, or what is filled would break
        the contract: such rows are for `locate`, which says what is wrong.
        """
        keys = [tuple(row[name] for name in SAID) for row in rows]
        said = list(dict.fromkeys(keys))
        if not said:
            return []
        self._hear(tuple(decisions))
        answers = Answers([ask(one) for one in said], self._evidences)
        filled = fill(answers.all)
        if answers.list_open() or _FROM_WORDS in filled["match_method"]:
            return None
        matches = [answer.match for answer in answers.all]
        states: list[State] = [
            dict(zip(filled, cells, strict=True)) for cells in zip(*filled.values(), strict=True)
        ]
        for state, match in zip(states, matches, strict=True):
            self._finish(state)
            lost = match.lon is None or match.lat is None
            state["geom"] = None if lost else [float(match.lon or 0), float(match.lat or 0)]
        if not all(map(_is_sound, states)):
            return None
        self._join(states, [dict(zip(SAID, one, strict=True)) for one in said])
        by_said = dict(zip(said, states, strict=True))
        return [by_said[key] for key in keys]

    def _hear(self, decisions: Sequence[Decision]) -> None:
        """Let the evidence of each country know what was decided; what it read of cells stays."""
        self._evidences = [*map(copy, self._evidences)]
        for evidence, member in zip(self._evidences, self._members, strict=True):
            evidence.gazetteer = member.with_decisions(decisions)

    def _finish(self, state: State) -> None:
        """Fill the names of areas, and make numbers floats."""
        for level, names in self._names.items():
            code = state[f"adm{level}_code"]
            if code is not None and state[f"adm{level}_name"] is None:
                state[f"adm{level}_name"] = names.get(code)
        for name in _NUMBERS:
            state[name] = None if state[name] is None else float(state[name])

    def _join(self, states: list[State], said: list[Mapping[str, Any]]) -> None:
        if self._areas is None or self._lower is None:
            return
        rows = [{**own, **state} for own, state in zip(said, states, strict=True)]
        columns = {name: _column([row[name] for row in rows]) for name in READ}
        points = _column([None if at is None else shapely.Point(at) for at in
                          (state["geom"] for state in states)])  # fmt: skip
        join_columns(columns, points, self._areas, self.gazetteer)
        for number, state in enumerate(states):
            state.update({name: columns[name][number] for name in READ if name in state})
            if self._lower and state["location_status"] != "located":
                told = {**said[number], **state}
                state.update(self._lower.count({name: told[name] for name in READ_OF_DISTRICTS}))


def _column(values: Sequence[object]) -> Objects:
    column: Objects = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _is_sound(state: State) -> bool:
    """Say whether the rules of the strikes table hold for what is filled."""
    status = state["location_status"]
    if STATUS_OF_PRECISION.get(state["precision"]) != status:
        return False
    if status == "area_only":
        return state["adm1_code"] is not None
    if status == "unlocated":
        return state["geom"] is None
    radius, at = state["uncertainty_km"], state["geom"]
    if radius is None or not radius > 0 or at is None:
        return False
    on_earth = abs(at[0]) <= 180 and abs(at[1]) <= 90
    return bool(on_earth and state["match_method"] == "reviewed")

"""Deciding: the changes of decisions on names, with what locating fills in the rows of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from gazetteer.decisions.decision import Decided, Decision
from geo.placing.columnwise.few import FewRows
from geo.placing.deciding import place_decided
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.rows import (
    Said,
    SaidByName,
    read_rows_that_say,
    read_states,
    read_strikes_that_say,
)
from geo.workspace.tables import TABLES

__all__ = ["change_decision", "from_row", "list_decisions", "place_rows"]

_DECISIONS = TABLES.tables["decisions"]
_OWN = ("geom", "name_key", "governorate_key", "fid", "version")  # columns of the table alone
FEW = 50  # decisions: more are faster as a table
Patches = dict[tuple[str, str], list[Patch]]


def place_rows(
    connection: Connection, decisions: Sequence[Decision], *, said: SaidByName, placer: FewRows
) -> Patches:
    """Return what locating changes by decisions, in the rows of each."""
    decided = Decided(
        decisions, get_place=lambda _: None, find_governorate=placer.gazetteer.find_governorate
    )
    names = dict.fromkeys(decision.key[0] for decision in decisions)
    found = {
        one: decided.find(one.place, one.governorate)
        for name in names
        for one in said.get(name, ())
    }
    keys = {one: decision.key for one, decision in found.items() if decision is not None}
    if not keys:
        return {}
    patches: Patches = {}
    for row, before, after in _place(connection, decisions, keys, placer):
        if before != after:
            key = keys[Said(row["place_text"], row["governorate_text"])]
            patches.setdefault(key, []).append(Patch("strikes", (row["strike_id"],), before, after))
    return patches


def _place(
    connection: Connection, decisions: Sequence[Decision], said: Iterable[Said], placer: FewRows
) -> Iterator[tuple[Row, Row, Row]]:
    """Give each row that decisions are on, what locating filled in it before, and what now."""
    if len(decisions) <= FEW and all(one.verdict != "later" for one in decisions):
        rows = read_rows_that_say(connection, said)
        states = placer.place(rows, decisions)
        if states is not None:
            for row, after in zip(rows, states, strict=True):
                yield row, {name: row[name] for name in after}, after
            return
    strikes = read_strikes_that_say(connection, said)
    placed = place_decided(strikes, decisions, placer.gazetteer, boundaries=placer.boundaries)
    strikes = strikes.loc[placed.index]
    columns = (strikes["place_text"], strikes["governorate_text"])
    places, areas = (one.astype(object).where(one.notna(), None) for one in columns)
    for strike_id, place, area, before, after in zip(
        strikes.index, places, areas, read_states(strikes), read_states(placed), strict=True
    ):
        row = {"strike_id": strike_id, "place_text": place, "governorate_text": area}
        yield row, before, after


def change_decision(
    decision: Decision, before: Decision | None, patches: Sequence[Patch]
) -> Change:
    """Return the change of one decision, with the rows that it places."""
    what = decision.name + (f" ({decision.governorate})" if decision.governorate else "")
    old = None if before is None else _to_row(before)
    own = Patch("decisions", decision.key, old, _to_row(decision))
    return Change("decide", what, [own, *patches], decision.reason)


def list_decisions(connection: Connection) -> dict[tuple[str, str], Decision]:
    """Return every decision by its key, in their order."""
    query = select(_DECISIONS).order_by(_DECISIONS.c.fid)
    found = [from_row(dict(row)) for row in connection.execute(query).mappings()]
    return {decision.key: decision for decision in found}


def from_row(row: Mapping[str, object]) -> Decision:
    """Return the decision that a row of the table holds."""
    values = {
        ("when" if name == "decided" else name): value
        for name, value in row.items() if name not in _OWN
    }  # fmt: skip
    return Decision(**values)  # type: ignore[arg-type]


def _to_row(decision: Decision) -> dict[str, object]:
    row = asdict(decision)
    row["decided"] = row.pop("when")  # WHEN is SQL's word
    row["name_key"], row["governorate_key"] = decision.key
    at = [decision.lon, decision.lat]
    row["geom"] = None if None in at else at
    return row

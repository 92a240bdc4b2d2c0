"""The tables of a workspace held in memory; a change must know what stands before it."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
from strike_rows import table

from geo.workspace.changes import Change, Row
from geo.workspace.editing.records import Act, Record, claim_row, to_rows, to_table
from geo.workspace.editing.removing import Standing, delete, near_of, restore

Tables = dict[str, dict[tuple[str, ...], dict[str, Any]]]
NAMES = ("strikes", "claims", "corrections", "removed")


@dataclass
class Held:
    """Tables by name and key, and the changes that were made."""

    tables: Tables = field(default_factory=lambda: {name: {} for name in NAMES})
    past: list[Change] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def apply(self, change: Change) -> Change:
        """Make a change; what it says of the rows before must be so."""
        self._write(change)
        self.past.append(change)
        return change

    def undo(self) -> None:
        """Take the last change back."""
        self._write(self.past.pop().turn("undo"))

    def _write(self, change: Change) -> None:
        for patch in change.patches:
            rows = self.tables[patch.table]
            if patch.before is None:
                assert patch.key not in rows, f"{patch.key} is there already"
                rows[patch.key] = dict(patch.after or {})
                self.used.add("/".join(patch.key))
                continue
            standing = rows[patch.key]
            for name, value in patch.before.items():
                assert standing[name] == value, (patch, name, standing[name])
            if patch.after is None:
                assert standing.keys() == patch.before.keys(), "the whole row is said"
                del rows[patch.key]
            else:
                standing.update(patch.after)

    def record(self, strike_id: str) -> Record:
        """Return a strike as it stands."""
        rows = self.tables
        claims = [row for row in rows["claims"].values() if row["strike_id"] == strike_id]
        own = {key[1]: row for key, row in rows["corrections"].items() if key[0] == strike_id}
        return copy.deepcopy(Record(rows["strikes"][strike_id,], claims, own))

    def followers(self, ids: Iterable[str]) -> list[Record]:
        """Return the strikes whose toll stands on one of several."""
        led = [row for row in self.tables["strikes"].values() if row["toll_lead"] in set(ids)]
        return [self.record(row["strike_id"]) for row in led]

    def delete(self, strike_id: str, act: Act) -> Change:
        """Delete a strike."""
        followers = self.followers([strike_id])
        return self.apply(delete(self.record(strike_id), act, followers=followers))

    def restore(self, strike_id: str, act: Act) -> Change:
        """Restore a strike that was taken out."""
        row = copy.deepcopy(self.tables["removed"][strike_id,])
        keys = {(str(one["claim_id"]),) for one in row["claims"]}
        claims = {key[0]: one for key, one in self.tables["claims"].items() if key in keys}
        near = {*near_of(row), *(one["strike_id"] for one in claims.values())}
        records = {one: self.record(one) for one in near if one in self.ids}
        into = [one["merged_into"] for one in self.tables["removed"].values()]
        standing = Standing(claims, records, into.count(row["merged_into"]) == 1)
        return self.apply(restore(row, standing, act))

    @property
    def ids(self) -> list[str]:
        """The ids of the strikes that stand."""
        return sorted(key[0] for key in self.tables["strikes"])


def hold(*changes: Row, claims: int = 2) -> Held:
    """Return tables with one strike for each change of the usual one, s:0 on, each with claims."""
    held = Held()
    for row in to_rows(table(*[dict(change) for change in changes])):
        row["source_count"] = claims
        held.tables["strikes"][row["strike_id"],] = row
        for number in range(1, claims + 1):
            key = f"{row['strike_id']}/{number}"
            held.tables["claims"][key,] = claim_row(
                {"claim_id": key, "strike_id": row["strike_id"], "claimant": f"Monitor {number}"}
            )
    held.used = set(held.ids) | {key[0] for key in held.tables["claims"]}
    return held


def whole_table(held: Held) -> gpd.GeoDataFrame:
    """Return the strikes as the strikes table."""
    return to_table([held.tables["strikes"][strike_id,] for strike_id in held.ids])

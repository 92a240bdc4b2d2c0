"""Updating: a newer edition of a source taken into a workspace, and what a person did kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from geo.editions.compare import CLAIMS, POINT, Comparison, compare_editions
from geo.editions.pairing import Edition
from geo.errors import CorrectionError
from geo.workspace.as_read import Standing
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.editing.correcting import place_state
from geo.workspace.editing.fields import PLACE, check_row, word_corrections
from geo.workspace.editing.ids import UsedIds
from geo.workspace.editing.records import (
    Act,
    Record,
    claim_row,
    insert_claim,
    insert_strike,
    to_rows,
    update_row,
)
from geo.workspace.editing.removing import delete

__all__ = ["ACCEPTED", "Kept", "Update", "make_update"]

ACCEPTED = ("new", "changed", "gone")
# What a row says of where it was: where one differs, the row is placed anew.
_WHERE = {
    POINT, "place_text", "place_text_ar", "governorate_text", "district_text", "subdistrict_text",
    "country_text", "pcode_text", "stated_precision",
}  # fmt: skip
_SAME_SOURCE = ("claimant", "outlet", "title", "url")


@dataclass(frozen=True, slots=True)
class Kept:
    """A field that a person corrected and of which the edition says something new, in words."""

    strike_id: str
    field: str
    corrected: object
    newer: object


@dataclass
class Update:
    """What a newer edition does to a workspace.

    found: the comparison with what was read before; change: what takes in what was accepted;
    kept: corrections that stand though the edition says otherwise (what it says is kept as read);
    stays_out: how many rows of it a person took out, which stay out; left: by strike, why a row
    is not taken in, in words.
    """

    found: Comparison
    change: Change
    kept: list[Kept] = field(default_factory=list)
    stays_out: int = 0
    left: dict[str, str] = field(default_factory=dict)


def make_update(
    standing: Standing, newer: Edition, act: Act, *,
    accept: Collection[str] = ACCEPTED, name: str = "a newer edition",
) -> Update:  # fmt: skip
    """Hold a newer edition against a workspace; return the change that takes it in.

    newer: located, with what was decided in the workspace. accept: of ACCEPTED, or ids of strikes,
    one by one: of the edition for what is new, of the workspace for the others. A source is added
    or revised, never taken from a strike; rows that a person added or split off are in no edition.
    """
    found = compare_editions(standing.as_read(), newer)
    update = Update(found, Change("update", name, (), act.why))
    work = _Work(standing, update, act, accept)
    patches = [*work.add(), *work.revise(), *work.remove()]
    counts = ", ".join(f"{rows:,} {what}" for what, rows in work.done.items() if rows)
    update.change = Change("update", f"{name}: {counts or 'nothing taken'}", patches, act.why)
    return update


class _Work:
    """The patches of one update."""

    def __init__(
        self, standing: Standing, update: Update, act: Act, accept: Collection[str]
    ) -> None:
        self._standing, self._update, self._act, self._accept = standing, update, act, accept
        self.done = dict.fromkeys(ACCEPTED, 0)
        found = update.found
        self._removed = {str(row["strike_id"]) for row in standing.removed}
        self._ids = UsedIds(set(standing.strikes.index), self._removed)
        self._claim_ids = UsedIds(
            set(standing.claims["claim_id"]),
            {str(one["claim_id"]) for row in standing.removed for one in row["claims"]},
        )
        left = found.old.strikes.index[found.pairs.old]
        right = found.new.strikes.index[found.pairs.new]
        self._of_new = dict(zip(right, left, strict=True))  # ids of the edition to the workspace's
        update.stays_out = sum(one in self._removed for one in left)

    def _wanted(self, what: str, strike_id: str) -> bool:
        return what in self._accept or strike_id in self._accept

    def add(self) -> Iterator[Patch]:
        """Yield what writes the rows that are new."""
        found = self._update.found
        fresh = [one for one in found.added.index if self._wanted("new", one)]
        for one in fresh:
            self._of_new[one] = one if one not in self._ids else self._ids.take(one, "~", 2)
        claims = _group(found.new.claims, fresh)
        for row in to_rows(found.added.loc[fresh]):
            own = self._of_new[row["strike_id"]]
            lead = self._of_new.get(row["toll_lead"] or "", row["toll_lead"])
            yield insert_strike(
                {**row, "strike_id": own, "toll_lead": lead, "added": self._today, "revised": None}
            )
            for claim in claims.get(row["strike_id"], ()):
                yield self._insert_claim(own, claim)
        self.done["new"] = len(fresh)

    @property
    def _today(self) -> str:
        return self._act.at[:10]

    def _insert_claim(self, strike_id: str, claim: Row) -> Patch:
        said = claim_row(claim)
        own = str(claim["claim_id"])
        own = own if own not in self._claim_ids else self._claim_ids.take(strike_id, "/", 1)
        return insert_claim({**said, "strike_id": strike_id, "claim_id": own})

    def revise(self) -> Iterator[Patch]:
        """Yield what writes the rows that changed."""
        found = self._update.found
        changes = found.changes[~found.changes["old_id"].isin(self._removed)]
        wanted = [self._wanted("changed", one) for one in changes["old_id"]]
        changes = changes[np.array(wanted, dtype=bool)]
        ours, theirs = (changes[name].unique().tolist() for name in ("old_id", "new_id"))
        rows = {row["strike_id"]: row for row in to_rows(found.new.strikes.loc[theirs])}
        told = _group(found.new.claims, theirs)
        records = self._read_records(ours)
        for (old_id, new_id), own in changes.groupby(["old_id", "new_id"], sort=False):
            fields = set(own["field"])
            fresh = _Fresh(rows[new_id], told.get(new_id, []), fields)
            try:
                patches = self._revise_one(records[old_id], fresh)
            except CorrectionError as error:
                self._update.left[old_id] = str(error)
                continue
            self.done["changed"] += bool(patches)
            yield from patches

    def _read_records(self, ids: list[str]) -> dict[str, Record]:
        standing, known = self._standing, set(ids)
        claims = _group(standing.claims, ids)
        corrections: dict[str, dict[str, Row]] = {}
        for row in standing.corrections:
            if row["strike_id"] in known:
                corrections.setdefault(str(row["strike_id"]), {})[str(row["field"])] = row
        return {
            row["strike_id"]: Record(
                row, claims.get(row["strike_id"], []), corrections.get(row["strike_id"], {})
            )
            for row in to_rows(standing.strikes.loc[ids])
        }

    def _revise_one(self, record: Record, fresh: _Fresh) -> list[Patch]:
        kept = {name: dict(row) for name, row in record.corrections.items()}
        values: dict[str, Any] = {}
        for name, value in fresh.values():
            if name in kept:
                self._keep(kept, record, name, value)
            else:
                values |= value if name == PLACE else {name: value}
        claims = self._revise_claims(record, fresh) if CLAIMS in fresh.fields else []
        added = sum(patch.before is None for patch in claims)
        values["source_count"] = len(record.claims) + added
        values["corrected"] = word_corrections(kept.values())
        check_row(record.strike, {**record.strike, **values})
        patches = claims + self._write_corrections(record, kept)
        if not patches and not update_row("strikes", (record.strike_id,), record.strike, values):
            return []  # the edition lacks a source that stays
        values["revised"] = self._today
        return [*update_row("strikes", (record.strike_id,), record.strike, values), *patches]

    def _write_corrections(
        self, record: Record, kept: Mapping[str, Mapping[str, Any]]
    ) -> list[Patch]:
        patches: list[Patch] = []
        for name, before in record.corrections.items():
            key = (record.strike_id, name)
            if name in kept:
                patches += update_row("corrections", key, before, kept[name])
            else:
                patches.append(Patch("corrections", key, before, None))
        return patches

    def _keep(
        self, kept: dict[str, dict[str, Any]], record: Record, name: str, value: object
    ) -> None:
        """Note what the edition says beside a correction; one that it now says itself is none."""
        if kept[name]["corrected"] == value:
            del kept[name]
            return
        said = kept[name]["corrected"]
        self._update.kept.append(Kept(record.strike_id, name, said, value))
        kept[name]["as_read"] = value

    def _revise_claims(self, record: Record, fresh: _Fresh) -> list[Patch]:
        """Return what adds and revises sources; one that the edition leaves out stays."""
        standing: dict[tuple[object, ...], list[Row]] = {}
        for claim in record.claims:
            standing.setdefault(_name_source(claim), []).append(claim)
        patches: list[Patch] = []
        for claim in fresh.claims:
            same = standing.get(_name_source(claim))
            if same:
                old = same.pop(0)
                said = {
                    **claim_row(claim),
                    "claim_id": old["claim_id"],
                    "strike_id": record.strike_id,
                }
                patches += update_row("claims", (str(old["claim_id"]),), old, said)
            else:
                patches.append(self._insert_claim(record.strike_id, claim))
        return patches

    def remove(self) -> Iterator[Patch]:
        """Yield what takes out the rows that are gone, which can be restored."""
        found = self._update.found
        gone = [
            one for one in found.gone.index
            if one not in self._removed and self._wanted("gone", one)
        ]  # fmt: skip
        leads = set(self._standing.strikes["toll_lead"].dropna())
        for strike_id, record in self._read_records(gone).items():
            if strike_id in leads:
                self._update.left[strike_id] = "carries the toll of others; delete it by hand"
                continue
            yield from delete(record, self._act).patches
            self.done["gone"] += 1


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A row of the newer edition that differs, its claims, and the fields that differ."""

    row: Row
    claims: Sequence[Row]
    fields: Collection[str]

    def values(self) -> Iterator[tuple[str, Any]]:
        """Yield the fields that differ with their values; PLACE for where the row is placed."""
        for name in sorted(set(self.fields) - {POINT, CLAIMS}):
            yield name, self.row[name]
        if _WHERE & set(self.fields):
            yield PLACE, place_state(self.row)


def _name_source(claim: Row) -> tuple[object, ...]:
    return tuple(claim.get(name) for name in _SAME_SOURCE)


def _group(claims: pd.DataFrame, ids: Collection[str]) -> Mapping[str, list[Row]]:
    """Return the claims of some strikes as rows, by strike."""
    own = claims[claims["strike_id"].isin(set(ids))]
    cells = own.astype(object).where(own.notna(), None)
    grouped: dict[str, list[Row]] = {}
    for row in cells.to_dict("records"):
        grouped.setdefault(str(row["strike_id"]), []).append(
            {str(name): value for name, value in row.items()}
        )
    return grouped

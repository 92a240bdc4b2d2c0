"""The desk: what a person does to strikes of an open workspace, from reading them to the log."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Protocol

from gazetteer.decisions.decision import Decision
from geo.errors import CorrectionError
from geo.workspace.applying import now
from geo.workspace.changes import Change, Row
from geo.workspace.editing.adding import Origin, add_strike
from geo.workspace.editing.claims import add_claim, edit_claim, remove_claim
from geo.workspace.editing.correcting import correct, take_back
from geo.workspace.editing.joining import join
from geo.workspace.editing.moving import Land, move, place_decided
from geo.workspace.editing.records import Act, Record
from geo.workspace.editing.removing import Standing, delete, near_of, restore
from geo.workspace.editing.retelling import tell_again
from geo.workspace.editing.splitting import Part, split

__all__ = ["Desk", "Holder"]

_GIVING = ("split", "add", "add source")  # acts that give ids


class Entry(Protocol):
    """An entry of the log."""

    @property
    def action(self) -> str:
        """Return what was done."""

    @property
    def what(self) -> str:
        """Return what it was done to."""


class Holder(Protocol):
    """What a desk needs of an open workspace."""

    who: str

    def find_rows(self, table: str, column: str, values: Sequence[str] | None) -> list[Row]:
        """Return the rows of a table that have one of several values in a column; None for all."""

    def list_log(self, most: int | None = None) -> Sequence[Entry]:
        """Return the changes, the last first."""

    def apply(self, change: Change) -> int:
        """Write a change; return how many strikes it wrote."""


Seen = str | Record


class Desk:
    """Strikes of an open workspace: each act is one change, checked, written and told in words.

    A strike is said by its id, or as the Record that a person saw: what was written to it since
    then is not written over. Every method returns the change that was written, `what` of which says
    what was done. Raises CorrectionError where an act is refused, WorkspaceError where it could not
    be written.
    """

    def __init__(self, workspace: Holder, *, why: str = "", at: str = "") -> None:
        self._workspace = workspace
        self.act = Act(workspace.who, at or now(), why)

    def read(self, strike_id: str) -> Record:
        """Return a strike as it stands."""
        return self.read_several([strike_id])[0]

    def read_several(self, ids: Sequence[str]) -> list[Record]:
        """Return strikes as they stand, in the order of their ids."""
        find = self._workspace.find_rows
        strikes = {str(row["strike_id"]): row for row in find("strikes", "strike_id", ids)}
        for one in ids:
            if one not in strikes:
                raise CorrectionError(self._word_missing(one))
        claims = _group(find("claims", "strike_id", ids))
        corrections = _group(find("corrections", "strike_id", ids))
        return [
            Record(
                strikes[one],
                claims.get(one, []),
                {str(row["field"]): row for row in corrections.get(one, [])},
            )
            for one in ids
        ]

    def find_removed(self, strike_id: str) -> Row:
        """Return a strike that was taken out."""
        found = self._workspace.find_rows("removed", "strike_id", [strike_id])
        if not found:
            raise CorrectionError(f"{strike_id}: was not taken out; see `strikemap workspace log`")
        return found[0]

    def correct(self, strike: Seen, values: Mapping[str, object]) -> Change:
        """Give fields of a strike other values."""
        return self._do(correct(self._take(strike), values, self.act))

    def take_back(self, strike: Seen, fields: Iterable[str], land: Land | None = None) -> Change:
        """Give corrected fields of a strike the values that were read.

        land: by which a place is what was decided of its name since.
        """
        record = self._take(strike)
        place = place_decided(record, land) if land else None
        return self._do(take_back(record, fields, self.act, place=place))

    def move(self, strike: Seen, where: Decision, land: Land) -> Change:
        """Put a strike on a point or a listed place."""
        return self._do(move(self._take(strike), where, land))

    def add_source(self, strike: Seen, values: Mapping[str, object]) -> Change:
        """Add a source to a strike."""
        return self._do(add_claim(self._take(strike), values, self.act, used=self._used()))

    def tell_again(
        self, strike: Seen, values: Mapping[str, object], claim: Mapping[str, object]
    ) -> Change:
        """Add a source that tells the same strike again; its toll widens to what both say."""
        record = self._take(strike)
        return self._do(tell_again(record, values, claim, self.act, used=self._used()))

    def mend_source(self, claim_id: str, values: Mapping[str, object]) -> Change:
        """Give fields of a source other values."""
        return self._do(edit_claim(self._of_claim(claim_id), claim_id, values, self.act))

    def remove_source(self, claim_id: str) -> Change:
        """Take a source out."""
        return self._do(remove_claim(self._of_claim(claim_id), claim_id, self.act))

    def split(self, strike: Seen, parts: Sequence[Part]) -> Change:
        """Make several strikes of one."""
        return self._do(split(self._take(strike), parts, self.act, used=self._used()))

    def join(self, ids: Sequence[str], values: Mapping[str, object]) -> Change:
        """Make one strike of several, the first."""
        first, *others = self.read_several(ids)
        followers = self._read_followers(ids)
        return self._do(join(first, others, values, self.act, followers=followers))

    def delete(self, strike: Seen) -> Change:
        """Take a strike out, with its claims; it can be restored."""
        record = self._take(strike)
        followers = self._read_followers([record.strike_id])
        return self._do(delete(record, self.act, followers=followers))

    def restore(self, strike_id: str) -> Change:
        """Bring a strike back that was taken out."""
        row, find = self.find_removed(strike_id), self._workspace.find_rows
        keys = [str(claim["claim_id"]) for claim in row["claims"]]
        claims = {str(one["claim_id"]): one for one in find("claims", "claim_id", keys)}
        near = {*near_of(row), *(str(one["strike_id"]) for one in claims.values())}
        there = [str(one["strike_id"]) for one in find("strikes", "strike_id", sorted(near))]
        records = {one.strike_id: one for one in self.read_several(there)}
        into = row["merged_into"]
        alike = len(find("removed", "merged_into", [into])) if into else 1
        return self._do(restore(row, Standing(claims, records, alike == 1), self.act))

    def add(
        self, values: Mapping[str, object], claims: Sequence[Mapping[str, object]], land: Land, *,
        where: Decision | None = None, origin: Origin | None = None,
    ) -> Change:  # fmt: skip
        """Add a strike that no table has."""
        used = self._used()
        return self._do(
            add_strike(values, claims, self.act, land=land, used=used, where=where, origin=origin)
        )

    def note(self, change: Change) -> Change:
        """Write a change that is told in the log alone, such as that something was rejected."""
        return self._do(change)

    def _take(self, strike: Seen) -> Record:
        return self.read(strike) if isinstance(strike, str) else strike

    def _do(self, change: Change) -> Change:
        self._workspace.apply(change)
        return change

    def _of_claim(self, claim_id: str) -> Record:
        found = self._workspace.find_rows("claims", "claim_id", [claim_id])
        if not found:
            raise CorrectionError(f"source: none is {claim_id!r}; see the strike's sources")
        return self.read(str(found[0]["strike_id"]))

    def _read_followers(self, ids: Sequence[str]) -> list[Record]:
        led = self._workspace.find_rows("strikes", "toll_lead", ids)
        return self.read_several([str(row["strike_id"]) for row in led])

    def _used(self) -> Container[str]:
        return _Used(self._workspace)

    def _word_missing(self, strike_id: str) -> str:
        found = self._workspace.find_rows("removed", "strike_id", [strike_id])
        if not found:
            return f"{strike_id}: no strike has this id; ids stand in the column strike_id"
        into = found[0]["merged_into"]
        what = f"is joined into {into}" if into else "is deleted"
        return f"{strike_id}: {what}; restore it first"


class _Used:
    """Every id that a workspace holds, or held once."""

    def __init__(self, workspace: Holder) -> None:
        self._find = workspace.find_rows
        self._told = [one.what for one in workspace.list_log() if one.action in _GIVING]

    def __contains__(self, one: object) -> bool:
        """Say whether an id was ever used."""
        known = [("strikes", "strike_id"), ("removed", "strike_id"), ("claims", "claim_id")]
        if any(self._find(table, column, [str(one)]) for table, column in known):
            return True
        return any(str(one) in what for what in self._told)


def _group(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(str(row["strike_id"]), []).append(row)
    return grouped

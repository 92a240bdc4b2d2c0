"""Adding: a strike that no table has, placed by a name or a point, with its source."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gazetteer.decisions.decision import Decision
from geo.placing.locate import locate
from geo.workspace.changes import Change, Patch
from geo.workspace.editing.claims import check_claim
from geo.workspace.editing.correcting import place_state
from geo.workspace.editing.fields import ORIGIN, PLACE, check_row, word_corrections
from geo.workspace.editing.ids import UsedIds
from geo.workspace.editing.moving import Land, locate_row
from geo.workspace.editing.records import (
    Act,
    claim_row,
    insert_claim,
    insert_strike,
    strike_row,
    to_rows,
    to_table,
)

__all__ = ["Origin", "add_strike"]

_USUAL = {
    "kind": "airstrike", "date_precision": "unknown", "event_status": "reported",
    "match_method": "none", "precision": "unknown", "location_status": "unlocated",
}  # fmt: skip
_BY_HAND = "added by hand"
_DIGITS = 12  # of the hash in an id


@dataclass(frozen=True, slots=True)
class Origin:
    """How a strike comes to be. read: how its place was found, where no person chose another.

    read: the columns match_method, match_score and match_reason.
    """

    word: str = _BY_HAND
    read: Mapping[str, object] | None = None


def add_strike(
    values: Mapping[str, object], claims: Sequence[Mapping[str, object]], act: Act, *,
    land: Land, used: Container[str] = (), where: Decision | None = None,
    origin: Origin | None = None,
) -> Change:  # fmt: skip
    """Return the change that adds a strike.

    values: columns of the strike, `place_text` and `governorate_text` among them, by which the
    gazetteer places it unless `where` says a point or a listed place. claims: its sources; without
    one it is told as "no source". used: ids that were ever given. origin: by hand, if not given.
    Raises CorrectionError naming the field, the value and the remedy.
    """
    for claim in claims:
        check_claim(claim)
    row = strike_row({**_USUAL, **values, "source_count": len(claims)})
    said = repr([sorted((name, str(value)) for name, value in row.items()), act.who, act.at])
    own = f"added:{sha256(said.encode()).hexdigest()[:_DIGITS]}"
    row["strike_id"] = own if own not in used else UsedIds(used).take(own, "-", 2)
    check_row(None, row)
    by_name = _locate_name(row, land)
    row |= by_name if where is None else locate_row(row, where, land)
    came = origin or Origin()
    is_read = where is not None and came.read is not None
    if is_read:
        row |= came.read or {}
        by_name = place_state(row)  # what was read is the report's, not that of its name alone
    word = came.word if claims else f"{came.word}, no source"
    told: dict[str, Any] = {
        "strike_id": row["strike_id"], "field": ORIGIN, "as_read": None, "corrected": [word],
        "reason": act.why, "who": act.who, "at": act.at,
    }  # fmt: skip
    corrections = [told]
    if is_read or place_state(row) != by_name:  # it stays, whatever is decided of its name later
        state = {"field": PLACE, "as_read": by_name, "corrected": place_state(row)}
        corrections.append(told | state)
    row["corrected"] = word_corrections(corrections)
    check_row(None, row)
    patches = [insert_strike(row)]
    for one in corrections:
        patches.append(Patch("corrections", (row["strike_id"], one["field"]), None, one))
    for number, claim in enumerate(claims, start=1):
        key = f"{row['strike_id']}/{number}"
        own_claim = {**claim, "claim_id": key, "strike_id": row["strike_id"]}
        patches.append(insert_claim(claim_row(own_claim)))
    return Change("add", row["strike_id"], patches, act.why)


def _locate_name(row: Mapping[str, Any], land: Land) -> Mapping[str, Any]:
    placed = locate(to_table([row]), land.gazetteer, boundaries=land.boundaries)
    return place_state(to_rows(placed)[0])

"""Removing: a strike deleted with its claims, all of it kept beside; and restored from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from geo.workspace.changes import Change, Patch, Row
from geo.workspace.editing.correcting import correct_row
from geo.workspace.editing.records import (
    TOLL_COLUMNS,
    Act,
    Record,
    has_toll,
    insert_claim,
    insert_strike,
    remove_row,
    update_row,
)

__all__ = ["JOINED", "Standing", "delete", "keep_removed", "name_lead", "near_of", "restore"]

# What a removed row knows beside the strike: the strike that took its toll over, and what joining
# changed in the strike that it was joined into, by field: [before, after].
HEIR, JOINED = "toll_handed_to", "joined"


def delete(record: Record, act: Act, *, followers: Sequence[Record] = ()) -> Change:
    """Return the change that takes a strike out; it is kept among those removed.

    followers: the strikes whose toll stands on it (`toll_lead`): the first of them takes the
    event's toll over.
    """
    heir, patches = _hand_over(record, followers, act)
    patches += [remove_row("claims", (str(one["claim_id"]),), one) for one in record.claims]
    patches += [
        remove_row("strikes", (record.strike_id,), record.strike),
        keep_removed(record, act, besides={HEIR: heir} if heir else {}),
    ]
    what = record.strike_id + (f"; its toll is now on {heir}" if heir else "")
    return Change("delete", what, patches, act.why)


def _hand_over(record: Record, followers: Sequence[Record], act: Act) -> tuple[str, list[Patch]]:
    """Return which strike takes a shared toll over, "" for none, and what writes that."""
    others = [one for one in followers if one.strike_id != record.strike_id]
    if not others:
        return "", []
    heir, *rest = others
    tolls = {name: record.strike[name] for name in TOLL_COLUMNS}
    patches = correct_row(heir, tolls, act, besides={"toll_lead": None})
    return heir.strike_id, [*patches, *name_lead(rest, heir.strike_id)]


def name_lead(followers: Sequence[Record], lead: str) -> list[Patch]:
    """Return what has strikes name another one that carries their toll."""
    patches: list[Patch] = []
    for one in followers:
        patches += update_row("strikes", (one.strike_id,), one.strike, {"toll_lead": lead})
    return patches


def keep_removed(
    record: Record, act: Act, *, besides: Row | None = None, into: str | None = None
) -> Patch:
    """Return what keeps a strike that is taken out, with its claims."""
    row = {
        "strike_id": record.strike_id, "strike": {**record.strike, **(besides or {})},
        "claims": [dict(claim) for claim in record.claims], "merged_into": into,
        "reason": act.why, "who": act.who, "at": act.at,
    }  # fmt: skip
    return Patch("removed", (record.strike_id,), None, row)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a removed strike's surroundings.

    claims: those of its claims that stand with other strikes; records: these strikes, the one it
    was joined into, and the one that took its toll over; alone: nothing else is joined into that.
    """

    claims: Mapping[str, Row] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    alone: bool = True


def near_of(removed: Row) -> list[str]:
    """Return the strikes that a removed one was joined into, or handed its toll to."""
    near = (removed["merged_into"], removed["strike"].get(HEIR))
    return [str(one) for one in near if one]


def restore(removed: Row, standing: Standing, act: Act) -> Change:
    """Return the change that brings a removed strike back with its claims.

    What joining it changed in the other strike is set back, where nothing else is joined into that
    and nobody changed it since; a toll that another strike took over stays there.
    """
    strike = dict(removed["strike"])
    strike_id = str(removed["strike_id"])
    heir, joined = strike.pop(HEIR, None), strike.pop(JOINED, {})
    if heir in standing.records and has_toll(standing.records[heir].strike):
        event = strike.get("event_id") or standing.records[heir].strike["event_id"]
        strike |= {**dict.fromkeys(TOLL_COLUMNS), "toll_lead": heir, "event_id": event}
    patches = _return_claims(removed, standing)
    into = standing.records.get(removed.get("merged_into") or "")
    changed = {}
    if into and standing.alone:
        changed = {n: was for n, (was, now) in joined.items() if into.strike.get(n) == now}
    for record in standing.records.values():
        lost = sum(one.get("strike_id") == record.strike_id for one in standing.claims.values())
        fewer = {"source_count": len(record.claims) - lost} if lost else {}
        back, word = (changed, f"{strike_id} apart again") if record is into else ({}, "")
        patches += correct_row(record, back, act, besides=fewer, origin=word)
    patches += [insert_strike(strike), remove_row("removed", (strike_id,), removed)]
    stays = f"; {into.strike_id} stays as it is" if into and joined and not changed else ""
    return Change("restore", f"{strike_id}{stays}", patches, act.why)


def _return_claims(removed: Row, standing: Standing) -> list[Patch]:
    """Return what writes the claims again, or takes them back from where they stand."""
    patches: list[Patch] = []
    for claim in removed["claims"]:
        key = str(claim["claim_id"])
        stands = standing.claims.get(key)
        if stands is None:
            patches.append(insert_claim(claim))
        else:
            own: dict[str, Any] = {"strike_id": removed["strike_id"]}
            patches += update_row("claims", (key,), stands, own)
    return patches

"""Splitting: one strike that is several; each claim goes to one of them or more, none is lost."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from geo.errors import CorrectionError
from geo.strikes.schema import TOLLS
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.editing.correcting import correct_row
from geo.workspace.editing.fields import FIELDS, ORIGIN, check_row, word_corrections
from geo.workspace.editing.ids import UsedIds
from geo.workspace.editing.records import (
    TOLL_COLUMNS,
    Act,
    Record,
    claim_row,
    insert_claim,
    insert_strike,
    strike_row,
    update_row,
)

__all__ = ["Part", "split"]

_COUNTED = ("strikes_min", "strikes_max")  # how many strikes a row stands for


@dataclass(frozen=True, slots=True)
class Part:
    """One of the strikes that a strike is split into: its claims, and what differs in it."""

    claims: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Held:
    """Ids that were ever used, and the claims that a part has kept."""

    ids: UsedIds
    kept: set[str]


def split(record: Record, parts: Sequence[Part], act: Act, *, used: Container[str]) -> Change:
    """Return the change that makes several strikes of one; the first part keeps its id.

    The others are ID.2, ID.3 and on, of those not in `used` (ids of strikes and claims that were
    ever given). A toll stays on the first part, to which the others refer (`toll_lead`), unless
    every part says its own. Raises CorrectionError where a claim goes to no part.
    """
    _check_parts(record, parts)
    first, *others = parts
    mine = {str(one["claim_id"]) for one in record.claims}
    held = _Held(UsedIds(used, mine, {record.strike_id}), set(first.claims))
    shared = _share_toll(record, parts)
    named: list[str] = []
    patches: list[Patch] = []
    for part in others:
        own = held.ids.take(record.strike_id, ".", 2)
        named.append(own)
        patches += _make_part(record, part, act, own=own, shared=shared)
        patches += _give_claims(record, part.claims, own, held)
    besides = {"source_count": len(set(first.claims))}
    if shared:
        besides |= {"event_id": shared["event_id"]}
    values, ids = _fewer_strikes(record, first, len(others)), [record.strike_id, *named]
    origin = f"split into {', '.join(ids)}"
    head = correct_row(record, values, act, besides=besides, origin=origin)
    what = f"{record.strike_id}: into {len(parts)}, with {', '.join(named)}"
    return Change("split", what, [*head, *patches], act.why)


def _check_parts(record: Record, parts: Sequence[Part]) -> None:
    if len(parts) < 2:
        raise CorrectionError(f"{record.strike_id}: one part is no split; say two or more")
    known = [str(one["claim_id"]) for one in record.claims]
    for number, part in enumerate(parts, start=1):
        strange = [one for one in part.claims if one not in known]
        if strange:
            raise CorrectionError(
                f"part {number}: {record.strike_id} has no source {strange[0]}; it has "
                f"{', '.join(known) or 'none'}"
            )
        if not part.claims and known:
            raise CorrectionError(
                f"part {number}: has no source; give it one, a source may go to several parts"
            )
        wrong = [name for name in part.values if name not in FIELDS]
        if wrong:
            raise CorrectionError(f"part {number}: {wrong[0]} is no field that can be corrected")
    lost = [one for one in known if all(one not in part.claims for part in parts)]
    if lost:
        raise CorrectionError(
            f"{record.strike_id}: source {lost[0]} goes to no part; no source may be lost"
        )


def _share_toll(record: Record, parts: Sequence[Part]) -> dict[str, Any]:
    """Return what the other parts say where the toll stays on the first; nothing where it is split.

    None may be counted twice.
    """
    given = [any(name in part.values for name in TOLL_COLUMNS) for part in parts]
    if not any(given[1:]):
        lead = record.strike.get("toll_lead") or record.strike_id
        event = record.strike.get("event_id") or record.strike_id
        return {**dict.fromkeys(TOLL_COLUMNS), "toll_lead": lead, "event_id": event}
    for toll in TOLLS:
        names = (f"{toll}_min", f"{toll}_max")
        whole = any(record.strike.get(name) is not None for name in names)
        unsaid = [
            number for number, part in enumerate(parts, start=1)
            if not any(name in part.values for name in names)
        ]  # fmt: skip
        if whole and unsaid:
            raise CorrectionError(
                f"{toll}: part {unsaid[0]} does not say its own, and the whole toll would be "
                "counted beside those of the other parts; say it for every part, or for none"
            )
    return {}


def _fewer_strikes(record: Record, first: Part, others: int) -> dict[str, object]:
    """Return what differs in the first part; it stands for fewer strikes than the whole did."""
    values = dict(first.values)
    for name in _COUNTED:
        count = record.strike.get(name)
        if count is not None and name not in values:
            values[name] = max(1, int(str(count)) - others)
    return values


def _make_part(
    record: Record, part: Part, act: Act, *, own: str, shared: Mapping[str, Any]
) -> list[Patch]:
    """Return what writes a new part: as the whole was, without the toll where that is shared."""
    bare = {"strike_id": own, **dict.fromkeys(_COUNTED), "toll_lead": None, **shared}
    whole = strike_row({**record.strike, **bare, "source_count": len(set(part.claims))})
    left = {ORIGIN, *_COUNTED, *shared}
    inherited = {
        name: {**_fresh(row), "strike_id": own}
        for name, row in record.corrections.items()
        if name not in left
    }
    inherited[ORIGIN] = _correction(
        own, ORIGIN, act, as_read=None, corrected=[f"split from {record.strike_id}"]
    )
    kept = _correct_part(whole, inherited, part, act)
    corrections = [Patch("corrections", (own, name), None, row) for name, row in kept.items()]
    return [insert_strike(whole), *corrections]


def _correct_part(
    whole: dict[str, Any], inherited: Mapping[str, dict[str, Any]], part: Part, act: Act
) -> dict[str, dict[str, Any]]:
    """Give a new part its own values, in place; return its corrections."""
    own = str(whole["strike_id"])
    kept = dict(inherited)
    for name, value in part.values.items():
        as_read = kept[name]["as_read"] if name in kept else whole[name]
        kept.pop(name, None)
        if as_read != value:
            kept[name] = _correction(own, name, act, as_read=as_read, corrected=value)
        whole[name] = value
    whole["corrected"] = word_corrections(kept.values())
    check_row(None, whole)
    return kept


def _fresh(row: Row) -> dict[str, Any]:
    """Return a correction without what the database fills."""
    return {name: value for name, value in row.items() if name not in ("fid", "version")}


def _correction(own: str, name: str, act: Act, **values: object) -> dict[str, Any]:
    return {"strike_id": own, "field": name, **values, "reason": act.why, "who": act.who,
            "at": act.at}  # fmt: skip


def _give_claims(record: Record, claims: Sequence[str], own: str, held: _Held) -> list[Patch]:
    """Return what gives a part its claims: the first part that has one keeps it, others copy it."""
    patches: list[Patch] = []
    for number, claim in enumerate((one for one in record.claims if one["claim_id"] in claims), 1):
        key = str(claim["claim_id"])
        if key not in held.kept:
            held.kept.add(key)
            patches += update_row("claims", (key,), claim, {"strike_id": own})
            continue
        copy = held.ids.take(own, "/", number)
        patches.append(insert_claim(claim_row({**claim, "claim_id": copy, "strike_id": own})))
    return patches

"""Joining: several strikes that are one; its claims are theirs, its toll the range they allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.errors import CorrectionError
from geo.strikes.schema import TOLLS
from geo.workspace.changes import Change, Patch
from geo.workspace.editing.correcting import correct_row
from geo.workspace.editing.fields import FIELDS
from geo.workspace.editing.records import TOLL_COLUMNS, Act, Record, remove_row, update_row
from geo.workspace.editing.removing import JOINED, keep_removed, name_lead

__all__ = ["join", "propose_tolls"]


def propose_tolls(records: Sequence[Record]) -> dict[str, object]:
    """Return the widest range of each toll that strikes give, by column.

    A strike that gives none of a toll says nothing of it; an open end stays open.
    """
    proposed: dict[str, object] = {}
    for toll in TOLLS:
        low, high = f"{toll}_min", f"{toll}_max"
        given = [
            (one.strike.get(low), one.strike.get(high))
            for one in records
            if (one.strike.get(low), one.strike.get(high)) != (None, None)
        ]
        lows = [least for least, _ in given if least is not None]
        highs = [most for _, most in given if most is not None]
        proposed[low] = min(lows) if given and len(lows) == len(given) else None
        proposed[high] = max(highs) if given and len(highs) == len(given) else None
    return proposed


def join(
    first: Record, others: Sequence[Record], values: Mapping[str, object], act: Act, *,
    followers: Sequence[Record] = (),
) -> Change:  # fmt: skip
    """Return the change that makes one strike of several: the first, which keeps its id.

    The claims of the others become its own, and they are kept among those removed. values: what
    differs in it; tolls that are not said are the widest of all, other fields the first's.
    followers: strikes whose toll stands on one of the others.
    """
    ids = [first.strike_id, *(one.strike_id for one in others)]
    if len(set(ids)) != len(ids) or len(ids) < 2:
        raise CorrectionError(f"{first.strike_id}: say which other strikes it is one with")
    wrong = [name for name in values if name not in FIELDS]
    if wrong:
        raise CorrectionError(f"{wrong[0]}: is no field that can be corrected")
    wanted = {**propose_tolls([first, *others]), **values}
    lead = _find_lead(first, ids, wanted)
    rest = [one for one in followers if one.strike_id not in ids]
    besides = {
        "source_count": len(first.claims) + sum(len(one.claims) for one in others),
        "toll_lead": lead,
        "event_id": first.strike.get("event_id") or (rest[0].strike["event_id"] if rest else None),
    }
    origin = f"joined with {', '.join(ids[1:])}"
    patches = correct_row(first, wanted, act, besides=besides, origin=origin)
    changed = {n: [first.strike[n], v] for n, v in wanted.items() if first.strike[n] != v}
    patches += name_lead(rest, str(lead or first.strike_id))
    for other in others:
        patches += _take_in(other, first.strike_id, act, changed)
    return Change("join", f"{', '.join(ids[1:])} into {ids[0]}", patches, act.why)


def _find_lead(first: Record, ids: Sequence[str], wanted: Mapping[str, object]) -> object | None:
    """Return the strike that carries the toll of the one strike, None for itself."""
    lead = first.strike.get("toll_lead")
    return None if lead in ids or any(wanted[name] is not None for name in TOLL_COLUMNS) else lead


def _take_in(other: Record, into: str, act: Act, changed: Mapping[str, object]) -> list[Patch]:
    """Return what gives the claims of one strike to another and keeps it among those removed."""
    patches: list[Patch] = []
    for claim in other.claims:
        patches += update_row("claims", (str(claim["claim_id"]),), claim, {"strike_id": into})
    besides = {JOINED: dict(changed)} if changed else {}
    return [
        *patches,
        remove_row("strikes", (other.strike_id,), other.strike),
        keep_removed(other, act, besides=besides, into=into),
    ]

"""Retelling: a further source tells of a strike that is there; its toll widens to what both say."""

from __future__ import annotations

from collections.abc import Container, Mapping

from geo.strikes.schema import SEPARATOR, split_several
from geo.workspace.changes import Change
from geo.workspace.editing.claims import check_claim
from geo.workspace.editing.correcting import correct_row
from geo.workspace.editing.ids import UsedIds
from geo.workspace.editing.joining import propose_tolls
from geo.workspace.editing.records import TOLL_COLUMNS, Act, Record, claim_row, insert_claim

__all__ = ["tell_again", "tell_besides"]

_LACKED = ("munition", "weapon", "time_local")
_WEAKEST = ("contested", "alleged", "claimed", "confirmed")


def tell_again(
    record: Record, values: Mapping[str, object], claim: Mapping[str, object], act: Act, *,
    used: Container[str] = (),
) -> Change:  # fmt: skip
    """Return the change by which one strike has a further claim; it stays where it is.

    values: columns of the strike as the claim tells it. Its tolls become the range of both, unless
    they stand on another strike; its actors all that are alleged, contested where the claim names
    others than it does; its days and target are taken where it has none. used: ids of claims that
    may not be given again. Raises CorrectionError for what is no claim.
    """
    check_claim(claim)
    ids = UsedIds(used, {str(one["claim_id"]) for one in record.claims})
    own = ids.take(record.strike_id, "/", len(record.claims) + 1)
    row = claim_row({**claim, "claim_id": own, "strike_id": record.strike_id})
    wanted = {**_widen(record, values), **tell_besides(record, values)}
    besides = {"source_count": len(record.claims) + 1}
    patches = correct_row(record, wanted, act, besides=besides)
    return Change(
        "add source", f"{record.strike_id}: {own}", [*patches, insert_claim(row)], act.why
    )


def tell_besides(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Return what another telling says besides a strike: what it lacks, and further actors."""
    return {**_fill(record, values), **_allege(record, values)}


def _widen(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Return the tolls of both; none for a strike whose toll stands on another."""
    if record.strike.get("toll_lead") not in (None, record.strike_id):
        return {}
    told = {name: values.get(name) for name in TOLL_COLUMNS}
    return propose_tolls([record, Record({"strike_id": record.strike_id, **told})])


def _fill(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Return what the strike does not say and the claim does."""
    strike = record.strike
    names = [name for name in _LACKED if strike.get(name) is None]
    if strike.get("date_start") is None:
        names += ["date_start", "date_end", "date_precision"]
    kinds = (None, values.get("target_kind"))
    if strike.get("target") is None and strike.get("target_kind") in kinds:
        names += ["target", "target_kind"]  # a kind alone may be that of another target
    return {name: values[name] for name in names if values.get(name) is not None}


def _allege(record: Record, values: Mapping[str, object]) -> dict[str, object]:
    """Return every actor that is alleged and their standing; nothing where it stays."""
    strike = record.strike
    known, told = (split_several(row.get("actor")) for row in (strike, values))
    further = [one for one in told if one not in known]
    if not further:
        fills = set(told) == set(known) and strike.get("attribution") is None
        return {"attribution": values["attribution"]} if fills and values.get("attribution") else {}
    actor = SEPARATOR.join([*known, *further])
    return {"actor": actor, "attribution": _weigh(strike, values, agree=set(known) <= set(told))}


def _weigh(strike: Mapping[str, object], values: Mapping[str, object], *, agree: bool) -> object:
    """Return the standing of all actors: no better than that of one of them."""
    if strike.get("actor") is None:
        return values.get("attribution")
    standings = [str(row.get("attribution") or "alleged") for row in (strike, values)]
    return min(standings, key=_WEAKEST.index) if agree else "contested"

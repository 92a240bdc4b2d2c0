"""Correcting: fields of one strike, each kept beside the value as it was read; and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.errors import CorrectionError
from geo.placing.deciding import PLACED
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.editing.fields import FIELDS, ORIGIN, PLACE, check_row, word_corrections
from geo.workspace.editing.records import Act, Record, update_row

__all__ = ["correct", "correct_place", "correct_row", "note_origin", "place_state", "take_back"]

Corrections = dict[str, dict[str, Any]]


def correct(record: Record, values: Mapping[str, object], act: Act) -> Change:
    """Return the change that gives fields other values; those as read stay known beside them.

    values: by field of FIELDS. Raises CorrectionError where one breaks a rule, or none differs.
    """
    strange = [name for name in values if name not in FIELDS]
    if strange:
        raise CorrectionError(
            f"{strange[0]}: is no field that can be corrected; choose of {', '.join(FIELDS)}"
        )
    patches = correct_row(record, values, act)
    if not patches:
        said = ", ".join(values) or "no field"
        raise CorrectionError(f"{record.strike_id}: {said} has that value already; give another")
    fields = [name for name in FIELDS if name in values and values[name] != record.strike[name]]
    return Change("correct", f"{record.strike_id}: {', '.join(fields)}", patches, act.why)


def correct_row(
    record: Record, values: Mapping[str, object], act: Act, *,
    besides: Row | None = None, origin: str = "",
) -> list[Patch]:  # fmt: skip
    """Return what writes corrected values, their corrections, and the words that tell of them.

    besides: columns that change along and are no corrections, such as a count of claims. origin:
    a further word on how the strike came to be as it is.
    """
    kept = {name: dict(row) for name, row in record.corrections.items()}
    changed = {name: new for name, new in values.items() if record.strike[name] != new}
    for name, new in changed.items():
        _keep(kept, record, name, act, before=record.strike[name], after=new)
    if origin:
        note_origin(kept, record.strike_id, origin, act)
    return _write(record, {**changed, **(besides or {})}, kept)


def place_state(row: Row) -> dict[str, Any]:
    """Return what the field `place` stands for: all that locating fills, and the point."""
    return {name: row.get(name) for name in (*PLACED, "geom")}


def correct_place(record: Record, state: Mapping[str, Any], act: Act) -> list[Patch]:
    """Return what puts a strike elsewhere, its place as read kept as one correction."""
    kept = {name: dict(row) for name, row in record.corrections.items()}
    _keep(kept, record, PLACE, act, before=place_state(record.strike), after=dict(state))
    return _write(record, state, kept)


def _keep(
    kept: Corrections, record: Record, name: str, act: Act, *, before: object, after: object
) -> None:
    """Note a correction; one that says again what was read is none."""
    as_read = kept[name]["as_read"] if name in kept else before
    if as_read == after:
        kept.pop(name, None)
        return
    kept[name] = {
        **kept.get(name, {"strike_id": record.strike_id, "field": name}),
        "as_read": as_read, "corrected": after, "reason": act.why, "who": act.who, "at": act.at,
    }  # fmt: skip


def note_origin(kept: Corrections, strike_id: str, word: str, act: Act) -> None:
    """Add a word on how a strike came to be as it is."""
    words = [*(kept[ORIGIN]["corrected"] if ORIGIN in kept else ()), word]
    kept[ORIGIN] = {
        **kept.get(ORIGIN, {"strike_id": strike_id, "field": ORIGIN, "as_read": None}),
        "corrected": words, "reason": act.why, "who": act.who, "at": act.at,
    }  # fmt: skip


def _write(record: Record, values: Row, kept: Corrections) -> list[Patch]:
    words = (word_corrections(kept.values()), _rest_of(record))
    after = {**values, "corrected": ", ".join(filter(None, words)) or None}
    check_row(record.strike, {**record.strike, **after})
    key = (record.strike_id,)
    patches = update_row("strikes", key, record.strike, after)
    for name in {**record.corrections, **kept}:
        before, now = record.corrections.get(name), kept.get(name)
        if before is None or now is None:
            patches.append(Patch("corrections", (*key, name), before, now))
        else:
            patches += update_row("corrections", (*key, name), before, now)
    return patches


def _rest_of(record: Record) -> str:
    """Return what a strike's `corrected` says that no correction of it does: its table had it."""
    told = word_corrections(record.corrections.values()) or ""
    stands = str(record.strike.get("corrected") or "")
    return stands.removeprefix(told).removeprefix(", ") if stands.startswith(told) else ""


def take_back(
    record: Record, names: Iterable[str], act: Act, *, place: Row | None = None
) -> Change:
    """Return the change that gives corrected fields the values that were read.

    place: where the strike is without a correction, if that is another place by now than was read.
    Raises CorrectionError for a field that is not corrected, and where what was read breaks a rule
    beside what stays corrected.
    """
    wanted = list(dict.fromkeys(names))
    known = [name for name in record.corrections if name != ORIGIN]
    for name in wanted:
        if name not in known:
            rest = f"corrected are {', '.join(known)}" if known else "nothing of it is corrected"
            raise CorrectionError(f"{record.strike_id}: {name} is not corrected; {rest}")
    kept = {n: dict(row) for n, row in record.corrections.items() if n not in wanted}
    values: dict[str, Any] = {}
    for name in wanted:
        as_read = record.corrections[name]["as_read"]
        values |= (place or as_read) if name == PLACE else {name: as_read}
    patches = _write(record, values, kept)
    return Change("take back", f"{record.strike_id}: {', '.join(wanted)}", patches, act.why)

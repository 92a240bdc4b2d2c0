"""Telling: a strike as it was read and as it is, its sources, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gazetteer.language import ENGLISH, speaking
from geo.strikes.killed import word_toll
from geo.strikes.schema import TOLLS
from geo.workspace.changes import Patch, Row, Step
from geo.workspace.editing.fields import FIELDS, ORIGIN, PLACE, word_place
from geo.workspace.editing.records import Record

__all__ = [
    "FORM_FIELDS", "list_steps", "name_source", "tell_record", "type_read", "type_values",
    "word_step",
]  # fmt: skip

NOT_GIVEN = "not given"
_GROUPED = {"date_start": "date", "date_end": "date", "date_precision": "date"} | {
    f"{toll}_{end}": toll for toll in TOLLS for end in ("min", "max")
}
# What a form asks for: dates and tolls each as one.
FORM_FIELDS = tuple(dict.fromkeys(_GROUPED.get(name, name) for name in FIELDS))
_ORDER = {name: at for at, name in enumerate(FIELDS)}
_QUIET = ("corrected", "source_count", "strike_id")  # columns that tell of others


def type_values(row: Row) -> dict[str, str]:
    """Return what a person would type for each of FORM_FIELDS; "" is null.

    `fields.read_typed` reads it back, but for a precision that the days do not show.

    >>> row = {"killed_min": 3, "killed_max": 5, "date_start": "2015-10-01"}
    >>> typed = type_values(row | {"date_end": "2015-10-04"})
    >>> typed["killed"], typed["date"], typed["injured"]
    ('3-5', '2015-10-01/2015-10-04', '')
    """
    typed = {}
    for name in FORM_FIELDS:
        if name == "date":
            typed[name] = _type_days(row.get("date_start"), row.get("date_end"))
        elif name in TOLLS:
            typed[name] = _type_toll(row.get(f"{name}_min"), row.get(f"{name}_max"))
        else:
            value = row.get(name)
            typed[name] = "" if value is None else str(value)
    return typed


def type_read(record: Record) -> dict[str, str]:
    """Return the same of what was read, before anything was corrected."""
    as_read = {n: row["as_read"] for n, row in record.corrections.items() if n in FIELDS}
    return type_values({**record.strike, **as_read})


def _type_days(start: object, end: object) -> str:
    if start is None:
        return ""
    return str(start) if start == end else f"{start}/{end}"


def _type_toll(low: object, high: object) -> str:
    if low is None and high is None:
        return ""
    with speaking(ENGLISH):  # it is read again as it stands
        return word_toll(low, high).replace(",", "").replace("–", "-")


def tell_record(record: Record) -> Iterator[str]:
    """Say a strike in lines: its fields, those corrected with what was read, and its sources."""
    row = record.strike
    yield f"{record.strike_id}: {row.get('place_text') or NOT_GIVEN}, as reported"
    was = record.corrections.get(PLACE)
    before = f" (as read: {word_place(was['as_read'])})" if was else ""
    yield f"place: {word_place(row)}{before}: {row.get('match_reason') or ''}"
    if row.get("adm_note"):
        yield f"disagrees: {row['adm_note']}"
    now, read = type_values(row), type_read(record)
    for name in FORM_FIELDS:
        if now[name] or read[name]:
            before = f" (as read: {read[name] or NOT_GIVEN})" if now[name] != read[name] else ""
            yield f"{name}: {now[name] or NOT_GIVEN}{before}"
    if ORIGIN in record.corrections:
        yield f"how it came to be: {', '.join(record.corrections[ORIGIN]['corrected'])}"
    for number, claim in enumerate(record.claims, start=1):
        yield f"source {number} ({claim['claim_id']}): {name_source(claim)}"
    if not record.claims:
        yield "no source"


def name_source(claim: Row) -> str:
    """Return who says so, where, when."""
    named = [claim.get(name) for name in ("claimant", "outlet", "title", "published", "url")]
    return ", ".join(str(part) for part in named if part) or "source not named"


def list_steps(steps: Iterable[Step], strike_id: str) -> list[Step]:
    """Return the steps that wrote a strike, with what they wrote of it and its sources alone."""
    found = []
    for step in steps:
        own = [patch for patch in step.patches if _is_of(patch, strike_id)]
        if own:
            found.append(Step(step.at, step.who, step.action, step.why, step.undone, own))
    return found


def _is_of(patch: Patch, strike_id: str) -> bool:
    if patch.table == "claims":
        rows = (patch.before or {}, patch.after or {})
        said = patch.key[0].startswith(f"{strike_id}/")
        return said or any(row.get("strike_id") == strike_id for row in rows)
    return patch.table == "strikes" and patch.key[0] == strike_id


def word_step(step: Step) -> str:
    """Say who did what when, from which value to which, and why."""
    by = f" by {step.who}" if step.who else ""
    why = f": {step.why}" if step.why else ""
    undone = " (undone)" if step.undone else ""
    what = "; ".join(dict.fromkeys(words for patch in step.patches for words in _word(patch)))
    return f"{step.at}{by}: {step.action}{undone}: {what}{why}"


def _word(patch: Patch) -> Iterator[str]:
    if patch.table == "claims":
        yield from _word_claim(patch)
    elif patch.before is None:
        yield "it is there"
    elif patch.after is None:
        yield "it is taken out"
    else:
        yield from _word_columns(patch.before, patch.after)


def _word_claim(patch: Patch) -> Iterator[str]:
    key = patch.key[0]
    if patch.before is None:
        yield f"source {key} added"
    elif patch.after is None:
        yield f"source {key} taken out"
    elif patch.before.get("strike_id") != patch.after.get("strike_id"):
        yield f"source {key} from {patch.before['strike_id']} to {patch.after['strike_id']}"
    else:
        for words in _word_columns(patch.before, patch.after):
            yield f"source {key}: {words}"


def _word_columns(before: Row, after: Row) -> Iterator[str]:
    """Say what changed, a move as one."""
    if "geom" in after or "match_reason" in after:
        yield f"place from {word_place(before)} to {word_place(after)}"
        names = [name for name in after if name in FIELDS]
    else:
        names = [name for name in after if name not in _QUIET]
    for name in sorted(names, key=lambda name: _ORDER.get(name, len(_ORDER))):
        yield f"{name} from {_show(before, name)} to {_show(after, name)}"


def _show(row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    return NOT_GIVEN if value is None else str(value)

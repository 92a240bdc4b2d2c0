"""Sources of one strike: its claims added, mended and taken out; a strike keeps one at least."""

from __future__ import annotations

from collections.abc import Container, Mapping

from geo.errors import CorrectionError
from geo.strikes.schema import CLAIM_COLUMNS, TOLLS
from geo.workspace.changes import Change, Patch
from geo.workspace.editing.ids import UsedIds
from geo.workspace.editing.records import (
    Act,
    Record,
    claim_row,
    insert_claim,
    remove_row,
    update_row,
)

__all__ = ["CLAIM_FIELDS", "add_claim", "check_claim", "edit_claim", "names_source",
           "remove_claim"]  # fmt: skip

CLAIM_FIELDS = tuple(
    column.name for column in CLAIM_COLUMNS if column.name not in ("claim_id", "strike_id")
)
# One of them names a source.
SOURCE = ("claimant", "outlet", "title", "url", "archive_url", "media_url")
_WORDS = {column.name: column.vocabulary for column in CLAIM_COLUMNS if column.vocabulary}


def check_claim(values: Mapping[str, object]) -> None:
    """Raise CorrectionError where values are no claim, or name no source."""
    for name, value in values.items():
        if name not in CLAIM_FIELDS:
            raise CorrectionError(
                f"{name}: is no field of a source; choose of {', '.join(CLAIM_FIELDS)}"
            )
        words = _WORDS.get(name)
        if words and value is not None and value not in words:
            raise CorrectionError(
                f"{name}: {value!r} is none of: {', '.join(words)}; choose one of them"
            )
    if not names_source(values):
        raise CorrectionError(f"source: names none; give one of {', '.join(SOURCE)}")
    for toll in TOLLS:
        low, high = values.get(f"{toll}_min"), values.get(f"{toll}_max")
        if isinstance(low, int) and isinstance(high, int) and high < low:
            raise CorrectionError(f"{toll}_max: {high} is below {toll}_min {low}; swap the two")


def names_source(values: Mapping[str, object]) -> bool:
    """Say whether values of a claim name a source, as every claim does."""
    return any(values.get(name) for name in SOURCE)


def add_claim(
    record: Record, values: Mapping[str, object], act: Act, *, used: Container[str] = ()
) -> Change:
    """Return the change that adds a source. used: ids of claims that may not be given again."""
    check_claim(values)
    ids = UsedIds(used, {str(claim["claim_id"]) for claim in record.claims})
    own = ids.take(record.strike_id, "/", len(record.claims) + 1)
    claim = claim_row({**values, "claim_id": own, "strike_id": record.strike_id})
    patches = [insert_claim(claim), *_count(record, len(record.claims) + 1)]
    return Change("add source", f"{record.strike_id}: {own}", patches, act.why)


def edit_claim(record: Record, claim_id: str, values: Mapping[str, object], act: Act) -> Change:
    """Return the change that gives fields of a source other values."""
    claim = _find(record, claim_id)
    check_claim({**{name: claim.get(name) for name in CLAIM_FIELDS}, **values})
    changed = {name: value for name, value in values.items() if claim.get(name) != value}
    if not changed:
        raise CorrectionError(f"{claim_id}: says that already; give another value")
    # With the strike that it is of: a source that was given to another one meanwhile is not mended.
    of = {"strike_id": record.strike_id}
    before = {**of, **{name: claim.get(name) for name in changed}}
    patch = Patch("claims", (claim_id,), before, {**of, **changed})
    what = f"{record.strike_id}: {claim_id}: {', '.join(changed)}"
    return Change("mend source", what, [patch], act.why)


def remove_claim(record: Record, claim_id: str, act: Act) -> Change:
    """Return the change that takes a source out; the log keeps it. Not the last of a strike."""
    claim = _find(record, claim_id)
    if len(record.claims) == 1:
        raise CorrectionError(
            f"{claim_id}: is the only source of {record.strike_id}; add another first, or delete "
            "the strike"
        )
    patches = [remove_row("claims", (claim_id,), claim), *_count(record, len(record.claims) - 1)]
    return Change("remove source", f"{record.strike_id}: {claim_id}", patches, act.why)


def _find(record: Record, claim_id: str) -> Mapping[str, object]:
    for claim in record.claims:
        if claim["claim_id"] == claim_id:
            return claim
    known = ", ".join(str(claim["claim_id"]) for claim in record.claims) or "none"
    raise CorrectionError(f"{record.strike_id} has no source {claim_id}; it has {known}")


def _count(record: Record, claims: int) -> list[Patch]:
    return update_row("strikes", (record.strike_id,), record.strike, {"source_count": claims})

"""Changes of strikes without a workspace: written to the session's data alone, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd

from gazetteer.language import _
from geo.errors import CorrectionError
from geo.strikes.checks import check_claims
from geo.strikes.patching import patch_rows
from geo.strikes.schema import make_claims
from geo.workspace.changes import Change, Patch, Row
from geo.workspace.editing.records import Record, to_rows, to_table
from strikemap.web.datasets import Dataset, keep_upload

__all__ = ["patch_here", "read_record_here", "write_here"]

Rows = dict[str, dict[str, Any] | None]


def read_record_here(dataset: Dataset, strike_id: str) -> Record:
    """Return a strike of the data with its claims and corrections.

    Raises CorrectionError for none.
    """
    if strike_id not in dataset.strikes.index:
        raise CorrectionError(
            _("{strike_id}: is not in the data that are shown; choose another", strike_id=strike_id)
        )
    (row,) = to_rows(dataset.strikes.loc[[strike_id]])
    own = dataset.claims[dataset.claims["strike_id"] == strike_id]
    corrected = {
        field: kept for (of, field), kept in dataset.corrections.items() if of == strike_id
    }
    return Record(row, _to_claims(own), corrected)


def write_here(dataset: Dataset, change: Change) -> None:
    """Show data with a change of strikes and claims to this visitor; what is shared stays."""
    keep_upload(patch_here(dataset, change))


def patch_here(dataset: Dataset, change: Change) -> Dataset:
    """Return data with a change of strikes, claims and corrections.

    Raises CorrectionError for a strike that is not there.
    """
    strikes = _gather(change.patches, "strikes", lambda key: _strike(dataset, key))
    claims = _gather(change.patches, "claims", lambda key: _claim(dataset, key))
    table = _patch_strikes(dataset, strikes)
    told = dataset.claims[~dataset.claims["claim_id"].isin(list(claims))]
    rows = [row for row in claims.values() if row is not None]
    if rows:
        told = pd.concat([told, make_claims(pd.DataFrame(rows))], ignore_index=True)
    return replace(
        dataset, strikes=table, claims=check_claims(told, table), shipped=False,
        corrections=_correct(dataset.corrections, change.patches),
    )  # fmt: skip


def _correct(
    known: Mapping[tuple[str, str], Row], patches: Sequence[Patch]
) -> Mapping[tuple[str, str], Row]:
    kept = dict(known)
    for patch in patches:
        if patch.table == "corrections":
            key = (patch.key[0], patch.key[1])
            before = kept.pop(key, {})
            if patch.after is not None:
                kept[key] = {**before, **patch.after}
    return kept


def _patch_strikes(dataset: Dataset, strikes: Rows) -> gpd.GeoDataFrame:
    removed = [key for key, row in strikes.items() if row is None]
    rows = [row for row in strikes.values() if row is not None]
    if not rows:
        return dataset.strikes.drop(index=removed)
    return patch_rows(dataset.strikes, to_table(rows), removed)


def _gather(patches: Sequence[Patch], table: str, read: Callable[[str], dict[str, Any]]) -> Rows:
    """Return whole rows of a table as they are after patches; None for one taken out."""
    rows: Rows = {}
    for patch in patches:
        if patch.table != table:
            continue
        key = patch.key[0]
        if patch.after is None:
            rows[key] = None
        elif patch.before is None:
            rows[key] = dict(patch.after)
        else:
            rows[key] = {**(rows.get(key) or read(key)), **patch.after}
    return rows


def _strike(dataset: Dataset, key: str) -> dict[str, Any]:
    return dict(read_record_here(dataset, key).strike)


def _claim(dataset: Dataset, key: str) -> dict[str, Any]:
    return _to_claims(dataset.claims[dataset.claims["claim_id"] == key])[0]


def _to_claims(claims: pd.DataFrame) -> list[dict[str, Any]]:
    cells = claims.astype(object).where(claims.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in cells.to_dict("records")]

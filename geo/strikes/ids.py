"""Stable ids: the same strike as reported has the same id in every reading of its source."""

from __future__ import annotations

import hashlib

import pandas as pd

__all__ = ["REPORTED_COLUMNS", "make_ids"]

# What a source says, before any matching or review.
REPORTED_COLUMNS: tuple[str, ...] = (
    "kind", "munition", "weapon", "date_start", "date_end", "date_precision", "time_local",
    "place_text", "governorate_text", "actor", "target",
)  # fmt: skip


def make_ids(table: pd.DataFrame, *, prefix: str = "row") -> pd.Index:
    """Return stable strike ids: a hash of the as-reported columns, numbered among equals.

    Coordinates count where the table has `lon` and `lat` columns as given by its source. A
    later correction of matching or review columns does not change an id.
    """
    names = [name for name in (*REPORTED_COLUMNS, "lon", "lat") if name in table]
    seen: dict[str, int] = {}
    ids = []
    for row in table[names].itertuples(index=False):
        text = "\x1f".join("" if pd.isna(value) else str(value) for value in row)
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        seen[digest] = seen.get(digest, 0) + 1
        ordinal = "" if seen[digest] == 1 else f"-{seen[digest]}"
        ids.append(f"{prefix}:{digest}{ordinal}")
    return pd.Index(ids, name="strike_id", dtype="str")

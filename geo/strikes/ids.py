"""Stable ids: the same strike as reported has the same id in every reading of its source."""

from __future__ import annotations

from hashlib import sha256

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

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
    texts = [_texts(table[name]) for name in names]
    between = pa.scalar("\x1f", pa.large_string())
    joined = pc.binary_join_element_wise(*texts, between) if len(texts) > 1 else texts[0]
    digests = pd.Series(_digest(joined), dtype="str")
    ordinal = digests.groupby(digests, sort=False).cumcount() + 1
    numbered = digests.where(ordinal == 1, digests + "-" + ordinal.astype("str"))
    return pd.Index(f"{prefix}:" + numbered, name="strike_id", dtype="str")


def _digest(texts: pa.Array) -> list[str]:
    """Return the first 12 hexadecimal digits of each text's SHA-256."""
    whole = b"".join(
        sha256(text).digest()[:6] for text in texts.cast(pa.large_binary()).to_pylist()
    ).hex()
    return [whole[at : at + 12] for at in range(0, len(whole), 12)]


def _texts(column: pd.Series) -> pa.Array:
    """Return each value as str writes it, null as an empty text."""
    codes, values = pd.factorize(column)
    words = pa.array([str(value) for value in values], pa.large_string())
    rows = pa.array(codes, mask=codes < 0)
    return pc.fill_null(words.take(rows), "")

"""Stable ids: the same strike as reported has the same id in every reading of its source."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

__all__ = ["REPORTED_COLUMNS", "make_ids"]

# What a source says, before any matching or review.
REPORTED_COLUMNS: tuple[str, ...] = (
    "kind", "munition", "weapon", "date_start", "date_end", "date_precision", "time_local",
    "place_text", "governorate_text", "actor", "target",
)  # fmt: skip

_BYTES = 6  # of the hash, which are kept
_AT_ONCE = 1 << 16  # texts hashed in one go
_HEX = np.array([f"{byte:02x}".encode() for byte in range(256)])


def make_ids(table: pd.DataFrame, *, prefix: str = "row") -> pd.Index:
    """Return stable strike ids: a hash of the as-reported columns, numbered among equals.

    Coordinates count where the table has `lon` and `lat` columns as given by its source. A
    later correction of matching or review columns does not change an id.
    """
    names = [name for name in (*REPORTED_COLUMNS, "lon", "lat") if name in table]
    between = pa.scalar("\x1f", pa.large_string())
    texts = [_texts(table[name]) for name in names]
    joined = pc.binary_join_element_wise(*texts, between) if len(texts) > 1 else texts[0]
    digests = _digest(joined)
    ids = pd.Series(pd.array(_word(prefix, digests), dtype="str"))
    alike = pd.Series(digests @ (256 ** np.arange(_BYTES)))  # one number for each digest
    again = alike.duplicated().to_numpy()
    if again.any():
        ordinal = alike[again].groupby(alike[again], sort=False).cumcount() + 2
        ids[again] = ids[again] + "-" + ordinal.astype("str")
    return pd.Index(ids, name="strike_id", dtype="str")


def _digest(texts: pa.Array) -> NDArray[np.uint8]:
    """Return the first bytes of each text's SHA-256, a row for each."""
    hashed = bytearray()
    content = texts.cast(pa.large_binary())
    for begin in range(0, len(content), _AT_ONCE):
        parts = content.slice(begin, _AT_ONCE).to_pylist()
        hashed += b"".join([sha256(part).digest()[:_BYTES] for part in parts])
    return np.frombuffer(hashed, np.uint8).reshape(len(texts), _BYTES)


def _word(prefix: str, digests: NDArray[np.uint8]) -> pa.Array:
    """Return "prefix:" and the digits of each digest, in hexadecimal."""
    begin = np.frombuffer(f"{prefix}:".encode(), np.uint8)
    width = len(begin) + 2 * _BYTES
    letters = np.empty((len(digests), width), np.uint8)
    letters[:, : len(begin)] = begin
    letters[:, len(begin) :] = _HEX[digests].view(np.uint8)
    ends = np.arange(0, letters.size + 1, width, dtype=np.int64)
    return pa.LargeStringArray.from_buffers(len(digests), pa.py_buffer(ends), pa.py_buffer(letters))


def _texts(column: pd.Series) -> pa.Array:
    """Return each value as str writes it, null as an empty text."""
    if isinstance(column.array, pd.arrays.ArrowStringArray):
        texts = pa.array(column, pa.large_string())
        texts = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
        return pc.fill_null(texts, "")
    codes, values = pd.factorize(column)
    words = pa.array([*(str(value) for value in values), ""], pa.large_string())
    return words.take(pa.array(codes % len(words)))

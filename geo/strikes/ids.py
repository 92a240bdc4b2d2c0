"""Stable ids of strikes as reported, and the hash by which the same data are known anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column

__all__ = ["REPORTED_COLUMNS", "hash_data", "make_ids"]

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


class Digest(Protocol):
    """What a hash takes in."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""


def hash_data(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return the SHA-256 of strikes and their claims, whatever order their rows have."""
    digest = sha256()
    order = strikes.index.argsort()
    _add_texts(digest, strikes.index.take(order))
    _add_columns(digest, strikes, STRIKE_COLUMNS, order)
    points = strikes.geometry
    for axis in (points.x, points.y):
        digest.update(axis.to_numpy(dtype="<f8", na_value=float("nan"))[order].tobytes())
    own = np.flatnonzero(find_strikes(claims, strikes) >= 0)
    by_id = claims["claim_id"].iloc[own].argsort(kind="stable").to_numpy()
    _add_columns(digest, claims, CLAIM_COLUMNS, own[by_id])
    return digest.hexdigest()


def _add_columns(
    digest: Digest, table: pd.DataFrame, columns: Iterable[Column], order: NDArray[np.intp]
) -> None:
    """Take in columns one by one: a table in another order would be a second one in memory."""
    for column in columns:
        values = table[column.name].iloc[order]
        digest.update(f"\x1d{column.name}\x1d".encode())
        if column.dtype == "text":
            _add_texts(digest, values)
        elif column.dtype == "date":
            digest.update(values.to_numpy(dtype="datetime64[D]").astype("<i8").tobytes())
        else:
            digest.update(values.to_numpy(dtype="<f8", na_value=float("nan")).tobytes())


def _add_texts(digest: Digest, values: pd.Series | pd.Index) -> None:
    if values.isna().all():
        digest.update(f"\x00{len(values)}".encode("ascii"))
        return
    filled = pd.Series(values.array).fillna("\x00")
    for first in range(0, len(filled), _AT_ONCE):
        texts = filled.iloc[first : first + _AT_ONCE].to_numpy(dtype=object).tolist()
        joined = "\x1f".join(["", *texts] if first else texts)
        digest.update(joined.encode("utf-8", "surrogatepass"))

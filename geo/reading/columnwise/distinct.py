"""Columns of text by their distinct values, so that each text is read once, whatever the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

__all__ = [
    "Codes",
    "Distinct",
    "find_distinct",
    "is_blank",
    "join_texts",
    "keep_texts",
    "take_texts",
    "to_arrow",
]

Codes: TypeAlias = NDArray[np.int64]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct combinations of some columns' texts, in order, and which one each row has."""

    codes: Codes
    texts: list[tuple[str, ...]]

    def read(self, reader: Callable[..., Made]) -> list[Made]:
        """Return what the reader makes of each combination."""
        return [reader(*texts) for texts in self.texts]

    def counts(self) -> NDArray[np.int64]:
        """Return the number of rows of each combination."""
        return np.bincount(self.codes, minlength=len(self.texts)).astype("int64")


def is_blank(texts: pd.Series) -> bool:
    """Say whether no row of a text column holds a letter or a blank."""
    return not pc.max(pc.binary_length(pa.array(texts, pa.large_string()))).as_py()


def find_distinct(columns: Sequence[pd.Series]) -> Distinct:
    """Find the distinct combinations of text columns of one length, at least one column."""
    codes = np.zeros(len(columns[0]), dtype="int64")
    for column in columns:
        if not is_blank(column):
            others, distinct = pd.factorize(column)
            codes, _ = pd.factorize(codes * max(len(distinct), 1) + others)
    first = np.zeros(codes.max(initial=-1) + 1, dtype="int64")
    first[codes[::-1]] = np.arange(len(codes), dtype="int64")[::-1]
    texts = [column.iloc[first].tolist() for column in columns]
    return Distinct(codes.astype("int64", copy=False), list(zip(*texts, strict=True)))


def take_texts(texts: Sequence[str | None], codes: Codes, index: pd.Index) -> pd.Series:
    """Return the text of each row as a column of dtype str; None is null."""
    words = pd.Series(list(texts), dtype="str")
    return pd.Series(words.array.take(codes), index=index)


def to_arrow(texts: pd.Series) -> pa.Array:
    """Return a text column as an arrow array, empty texts as null."""
    array = pa.array(texts, pa.large_string(), from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    empty = pc.equal(array, "")
    if not pc.any(empty).as_py():
        return array
    return pc.if_else(empty, pa.scalar(None, pa.large_string()), array)


def keep_texts(texts: pd.Series, rows: NDArray[np.bool_]) -> pd.Series:
    """Return the texts of some rows, null in the others."""
    # pandas' where makes a Python object of each text.
    kept = pc.if_else(rows, pa.array(texts, pa.large_string()), pa.scalar(None, pa.large_string()))
    return pd.Series(pd.array(kept, dtype="str"), index=texts.index)


def join_texts(parts: Sequence[pd.Series], separator: str = "; ") -> pd.Series:
    """Join the filled texts of each row; null where every one is empty or null."""
    arrays = [array for array in map(to_arrow, parts) if array.null_count < len(array)]
    if not arrays:
        return pd.Series(None, index=parts[0].index, dtype="str")
    joined, *others = arrays
    if others:
        joined = _join_arrays(joined, others, pa.scalar(separator, pa.large_string()))
    return pd.Series(joined.to_pandas().array, index=parts[0].index, dtype="str")


def _join_arrays(first: pa.Array, others: Sequence[pa.Array], between: pa.Scalar) -> pa.Array:
    joined = first
    for other in others:
        # With null_handling="skip" pyarrow 26 loses rows where every part is null.
        joined = pc.coalesce(pc.binary_join_element_wise(joined, other, between), joined, other)
    return joined

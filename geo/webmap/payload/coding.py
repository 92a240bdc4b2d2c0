"""Columns as codes that stand for words, and what else of tables the map takes as numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.webmap.payload.kept import Kept

__all__ = [
    "Codes", "Number", "encode_again", "encode_words", "find_rows", "number_again", "number_words",
    "to_arrow", "to_counts",
]  # fmt: skip

SAMPLE = 4096  # texts; where all of these differ, every row brings its own
Number = Callable[[pa.Array], tuple[np.ndarray, pa.Array]]  # as `number_words`


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of codes below `size`, that stand for words; `each` where no two rows share one.

    With `each`, codes are 1 for a text and 0 for none: the texts stand in the rows' order.
    """

    codes: np.ndarray
    size: int
    each: bool = False

    @property
    def kind(self) -> str:
        """The array type that holds the codes in the browser."""
        return _narrowest(len(self.codes) + 1 if self.each else self.size)


def _narrowest(size: int) -> str:
    return "u1" if size <= 2**8 else "u2" if size <= 2**16 else "u4"


def to_arrow(texts: pd.Series | pd.Index) -> pa.Array:
    """Return texts as one Arrow array of large strings."""
    array = pa.array(texts, from_pandas=True)
    whole = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    return whole.cast(pa.large_string())


def to_counts(values: pd.Series) -> np.ndarray:
    """Return counts with -1 for null; OverflowError where one does not fit the browser's int32."""
    counts: np.ndarray = values.to_numpy(dtype="i8", na_value=-1)
    if len(counts) and counts.max() >= 2**31:
        raise OverflowError(f"{values.name} of {counts.max():,}: the map holds less than 2**31")
    return counts


def find_rows(wanted: pa.Array, ids: pa.Array) -> np.ndarray:
    """Return where each wanted id stands among `ids`, -1 where it does not."""
    if not len(wanted):
        return np.zeros(0, "i8")
    found: np.ndarray = pc.index_in(wanted, value_set=ids).fill_null(-1).to_numpy()
    return found


def encode_words(
    texts: pa.Array, order: np.ndarray, *, own: bool = True, number: Number | None = None
) -> tuple[Codes, pa.Array]:
    """Return each row's code, 0 for null, in a new order, and the texts as they are met in it.

    own: texts of which hardly two are the same stand row by row. number: what gives
    `number_words` of the texts, which may know it already.
    """
    if own and _all_differ(texts, order):
        ordered = texts.take(pa.array(order))
        present = ordered.is_valid().to_numpy(zero_copy_only=False).view("u1")
        return Codes(present, 2, each=True), ordered.drop_null()
    numbers, words = (number or number_words)(texts)
    codes = numbers[order]
    met = pd.unique(codes)
    met = met[met > 0].astype("i8")
    size = len(met) + 1
    renumbered = np.zeros(len(words) + 1, f"<{_narrowest(size)}")
    renumbered[met] = np.arange(1, size)
    return Codes(renumbered[codes], size), words.take(pa.array(met - 1))


def encode_again(
    name: str, texts: pa.Array, order: np.ndarray, kept: Kept, *, own: bool = True
) -> tuple[Codes, pa.Array]:
    """Return what `encode_words` does, worked out anew only where the texts or the order changed.

    name: what the column is kept under.
    """
    return kept.remember(
        f"{name} encoded", (texts, order),
        lambda: encode_words(texts, order, own=own, number=number_again(name, kept)),
    )  # fmt: skip


def number_again(name: str, kept: Kept) -> Number:
    """Return what gives `number_words` of a column of this name, once while it is the same."""
    return lambda texts: kept.remember(f"{name} numbered", (texts,), lambda: number_words(texts))


def number_words(texts: pa.Array) -> tuple[np.ndarray, pa.Array]:
    """Return the number of each row's text among those that there are, 0 for null, and these."""
    encoded = texts.dictionary_encode()
    kind = _narrowest(len(encoded.dictionary) + 1)
    return (encoded.indices.fill_null(-1).to_numpy() + 1).astype(kind), encoded.dictionary


def _all_differ(texts: pa.Array, order: np.ndarray) -> bool:
    """Whether a sample of the texts, spread evenly over the rows, holds none twice."""
    sample = texts.take(pa.array(order[:: len(order) // SAMPLE + 1])).drop_null()
    return len(sample) > 1 and bool(pc.count_distinct(sample).as_py() == len(sample))

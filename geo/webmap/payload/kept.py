"""What was worked out of columns, kept for the next payload of strikes of which few changed.

A payload is made of whole columns. After a decision most of them are the very arrays that the last
payload was made of: their words are numbered already, and the rows stand nearly in its order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from geo.webmap.payload.blocks import Number, number_words

__all__ = ["Kept"]

Made = TypeVar("Made")
_Arrays = tuple[pa.Array, ...]


class Kept:
    """What was made of arrays, by a name for each; one that is another array now is made anew.

    It changes nothing of a payload but how soon it is made. Some 5 MB for 100,000 strikes.
    Several threads may ask at once.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[_Arrays, Any]] = {}
        self._order: np.ndarray | None = None

    def remember(self, name: str, arrays: _Arrays, make: Callable[[], Made]) -> Made:
        """Return what `make` gave for the same arrays under this name, else what it gives now."""
        held = self._made.get(name)
        if held is not None and all(map(_is_same, held[0], arrays)):
            known: Made = held[1]
            return known
        made = make()
        self._made[name] = arrays, made  # held, so that no other array comes to lie where they do
        return made

    def number(self, name: str) -> Number:
        """Return what numbers the words of a column of this name, once while it is the same."""
        return lambda texts: self.remember(name, (texts,), lambda: number_words(texts))

    def order_near(self, key: np.ndarray) -> np.ndarray:
        """Return the rows by their keys; the last order is where to begin, hardly changed."""
        before = self._order
        if before is None or len(before) != len(key):
            return np.argsort(key)
        order: np.ndarray = before[np.argsort(key[before], kind="stable")]
        return order

    def note_order(self, order: np.ndarray) -> None:
        """Keep the order that the rows have now."""
        self._order = order


def _is_same(one: pa.Array, other: pa.Array) -> bool:
    """Whether two arrays, which are never written, lie in the same memory."""
    if len(one) != len(other) or one.offset != other.offset:
        return False
    return all(
        mine is theirs or (mine and theirs and mine.address == theirs.address)
        for mine, theirs in zip(one.buffers(), other.buffers(), strict=True)
    )

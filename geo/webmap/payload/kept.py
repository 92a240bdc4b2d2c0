"""What was worked out for a payload, kept for the next one of strikes of which few changed.

A payload is made of whole columns. After a decision most of them are the very arrays that the last
payload was made of, and the rows stand nearly in its order: what follows from them is not worked
out again. It is known by what it was made of, never by its name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa

__all__ = ["Kept"]

Made = TypeVar("Made")
Array = TypeVar("Array")
Content = TypeVar("Content", bound=Hashable)
_From = tuple[Hashable | pa.Array | np.ndarray, ...]  # arrays, and what else tells one from another


class Kept:
    """What was made of arrays; of one that is another array now it is made anew.

    It changes nothing of a payload but how soon it is made. Some 15 MB for 100,000 strikes.
    Several threads may ask at once. Arrays that are handed over or given are never written.
    """

    def __init__(self) -> None:
        self._named: dict[str, tuple[_From, Any]] = {}
        self._settled: dict[str, np.ndarray] = {}
        self._tables: dict[str, tuple[pd.DataFrame, Any]] = {}
        self._lately: dict[object, tuple[object, Any]] = {}
        self._before: dict[object, tuple[object, Any]] = {}
        self._order: np.ndarray | None = None

    def remember(self, name: str, of: _From, make: Callable[[], Made]) -> Made:
        """Return what `make` gave under this name of the same arrays, else what it gives now."""
        held = self._named.get(name)
        if held is not None and len(held[0]) == len(of) and all(map(_is_same, held[0], of)):
            known: Made = held[1]
            return known
        made = make()
        self._named[name] = of, made  # held, so that no other array comes to lie where they do
        return made

    def remember_table(self, name: str, of: pd.DataFrame, make: Callable[[], Made]) -> Made:
        """Return what `make` gave under this name of a table with the same cells, else what now."""
        held = self._tables.get(name)
        if held is not None and held[0].equals(of):
            known: Made = held[1]
            return known
        made = make()
        self._tables[name] = of, made
        return made

    def settle(self, name: str, values: np.ndarray) -> np.ndarray:
        """Return the array that was last settled under this name where it has the same values."""
        last = self._settled.get(name)
        if last is not None and _equal(last, values):
            return last
        self._settled[name] = values
        return values

    def in_order(self, name: str, values: np.ndarray, order: np.ndarray) -> np.ndarray:
        """Return values in an order: the same array as last time where both are the same."""
        settled = self.settle(name, values)
        return self.remember(f"{name} in order", (settled, order), lambda: settled[order])

    def once(self, of: Array, make: Callable[[Array], Made]) -> Made:
        """Return what `make` gives for an array, made once while each payload asks for it."""
        return self._look_up((id(of), make), of, lambda: make(of))

    def once_of(self, content: Content, make: Callable[[Content], Made]) -> Made:
        """Return what `make` gives for what is equal to `content`, as `once` does."""
        return self._look_up((content, make), content, lambda: make(content))

    def _look_up(self, key: object, of: object, make: Callable[[], Made]) -> Made:
        held = self._lately.get(key) or self._before.get(key)
        if held is None:
            held = of, make()
        self._lately[key] = held  # with what it is of, whose id is nobody else's meanwhile
        made: Made = held[1]
        return made

    def end(self) -> None:
        """Say that a payload is made: what it did not ask for once is forgotten."""
        self._before, self._lately = self._lately, {}

    def order_near(self, key: np.ndarray) -> np.ndarray:
        """Return the rows by their keys; the last order is where to begin, hardly changed."""
        before = self._order
        if before is None or len(before) != len(key):
            return np.argsort(key)
        order: np.ndarray = before[np.argsort(key[before], kind="stable")]
        return order

    def note_order(self, order: np.ndarray) -> np.ndarray:
        """Keep the order that the rows have now; return it, the last one where it is the same."""
        before = self._order
        if before is not None and np.array_equal(before, order):
            return before
        self._order = order
        return order


def _equal(one: np.ndarray, other: np.ndarray) -> bool:
    return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")


def _is_same(one: object, other: object) -> bool:
    """Whether two arrays, which are never written, lie in the same memory; all else by value."""
    if one is other:
        return True
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return (
            isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and _lie_alike(one, other)
        )
    if not isinstance(one, pa.Array) or not isinstance(other, pa.Array):
        return one == other
    if len(one) != len(other) or one.offset != other.offset or one.type != other.type:
        return False
    return all(
        mine is theirs or (mine and theirs and mine.address == theirs.address)
        for mine, theirs in zip(one.buffers(), other.buffers(), strict=True)
    )


def _lie_alike(one: np.ndarray, other: np.ndarray) -> bool:
    return (one.ctypes.data, one.shape, one.strides, one.dtype) == (
        other.ctypes.data, other.shape, other.strides, other.dtype,
    )  # fmt: skip

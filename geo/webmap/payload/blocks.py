"""Numbers and texts as bytes that deflate well and that a browser reads in plain loops.

A `Block` holds arrays one after the other. What `put_numbers` returns says how one is read:
`[offset, width, lowest, wrap]`. The numbers, less the lowest, stand as byte planes: all lowest
bytes, then all second bytes, `width` planes, none where all are equal. Where `wrap` is not 0 they
are steps from one number to the next, the first from 0, each modulo `wrap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geo.webmap.payload.coding import Codes
from geo.webmap.payload.deflating import NUMBERS, Part, choose_strategy
from geo.webmap.payload.kept import Kept

__all__ = ["Block"]

SMALL_TABLE = 256  # columns of codes are joined while one byte holds their combinations


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Integers as byte planes, and what `put_numbers` returns but for the offset."""

    planes: tuple[bytes, ...]
    how: tuple[int, int, int]  # width, lowest, wrap


@dataclass(frozen=True, slots=True)
class _Words:
    """Texts as UTF-8 without what all of them begin with."""

    prefix: str
    lengths: np.ndarray
    raw: Part | None


@dataclass
class Block:
    """Bytes of arrays that the browser finds by their offsets.

    kept: has what the same arrays became in the block before.
    """

    kept: Kept = field(default_factory=Kept)
    parts: list[Part] = field(default_factory=list)
    size: int = 0

    def put_numbers(self, values: np.ndarray) -> list[int]:
        """Append integers; return how they are read. OverflowError where they span 2**32."""
        offset = self.size
        numbers = self.kept.once(values, _pack_numbers)
        for plane in numbers.planes:
            self._append((plane, NUMBERS))
        return [offset, *numbers.how]

    def put_runs(self, values: np.ndarray) -> dict[str, object]:
        """Append integers as runs of equal ones; return how they are read."""
        runs, lengths = self.kept.once(values, _find_runs)
        return {
            "runs": len(runs),
            "values": self.put_numbers(runs),
            "lengths": self.put_numbers(lengths),
        }

    def put_codes(self, columns: Mapping[str, Codes], called: str) -> list[dict[str, object]]:
        """Append columns of codes, those of few words joined; return how they are read.

        called: what columns of these names are known by.
        """
        entries: list[dict[str, object]] = []
        few = {name: column for name, column in columns.items() if _is_small(column)}
        codes = tuple(column.codes for column in few.values())
        for joined in self.kept.remember(
            f"joined {called} {' '.join(few)}", codes, lambda: list(_join_columns(few))
        ):
            entries.append(
                {
                    "names": joined.names,
                    "types": [columns[name].kind for name in joined.names],
                    "numbers": self.put_numbers(joined.codes),
                    "table": joined.size,
                    "tables": [self.put_numbers(table) for table in joined.tables],
                }
            )
        for name, column in columns.items():
            if name not in few:
                entry = {"names": [name], "types": [column.kind], "each": column.each}
                entries.append({**entry, "numbers": self.put_numbers(column.codes)})
        return entries

    def put_words(self, words: pa.Array) -> dict[str, object]:
        """Append texts without nulls as UTF-8; return how they are read."""
        packed = self.kept.once(words, _pack_words)
        entry: dict[str, object] = {"count": len(words), "prefix": packed.prefix}
        entry["lengths"] = self.put_numbers(packed.lengths)
        entry["bytes"] = [self.size, int(packed.lengths.sum())]
        if packed.raw is not None:
            self._append(packed.raw)
        return entry

    def _append(self, part: Part) -> None:
        self.parts.append(part)
        self.size += len(part[0])


def _pack_numbers(values: np.ndarray) -> _Numbers:
    if not len(values):
        return _Numbers((), (0, 0, 0))
    low, high = int(values.min()), int(values.max())
    if high - low >= 2**32:
        raise OverflowError(f"numbers from {low:,} to {high:,} are too far apart for the map")
    raised = (values - low).astype("<u4") if low else values.astype("<u4")
    steps, wrap = _steps_of(raised, high - low + 1)
    stored = steps if wrap else raised
    width = (int(stored.max()).bit_length() + 7) // 8
    planes = stored.view("u1").reshape(-1, 4)
    return _Numbers(tuple(planes[:, at].tobytes() for at in range(width)), (width, low, wrap))


def _find_runs(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the value of each run of equal ones, and how many they are."""
    changes = np.flatnonzero(np.diff(values)) + 1
    starts = np.concatenate([[0], changes]) if len(values) else changes
    return values[starts], np.diff(starts, append=len(values))


def _pack_words(words: pa.Array) -> _Words:
    prefix = _common_start(words)
    rest = pc.utf8_slice_codeunits(words, start=len(prefix)) if prefix else words
    _, offsets, data = rest.buffers()
    begin, end = rest.offset, rest.offset + len(rest) + 1
    bounds = np.frombuffer(offsets, "<i8")[begin:end] if offsets else np.zeros(1, "<i8")
    raw = None if data is None else bytes(memoryview(data)[bounds[0] : bounds[-1]])
    part = None if raw is None else (raw, choose_strategy(raw))
    return _Words(prefix, np.diff(bounds), part)


@dataclass
class _Joined:
    """Codes of several columns as one: `tables` give each column's code of every combination."""

    names: list[str]
    codes: np.ndarray
    tables: list[np.ndarray]

    @property
    def size(self) -> int:
        return len(self.tables[0])

    def join(self, name: str, column: Codes) -> _Joined | None:
        """Return one column more in it, None where there are too many combinations."""
        both = self.codes.astype("u2") * column.size + column.codes
        present = np.flatnonzero(np.bincount(both, minlength=self.size * column.size))
        if len(present) > SMALL_TABLE:
            return None
        renumbered = np.zeros(self.size * column.size, "u1")
        renumbered[present] = np.arange(len(present))
        tables = [table[present // column.size] for table in self.tables]
        tables.append((present % column.size).astype("u1"))
        return _Joined([*self.names, name], renumbered[both], tables)


def _is_small(column: Codes) -> bool:
    return column.size <= SMALL_TABLE and not column.each


def _join_columns(columns: Mapping[str, Codes]) -> Iterable[_Joined]:
    joined: _Joined | None = None
    for name, column in columns.items():
        more = joined.join(name, column) if joined else None
        if joined and not more:
            yield joined
        alone = _Joined([name], column.codes.astype("u1"), [np.arange(column.size, dtype="u1")])
        joined = more or alone
    if joined:
        yield joined


def _steps_of(values: np.ndarray, wrap: int) -> tuple[np.ndarray, int]:
    """Return uint32 values as steps modulo `wrap`; 0 for it where steps are no smaller."""
    steps = np.diff(values, prepend=np.uint32(0))
    back = values[1:] < values[:-1]
    steps[1:][back] += np.uint32(wrap % 2**32)
    return steps, wrap if 2 * steps.mean() < values.mean() else 0


def _common_start(words: pa.Array) -> str:
    """Return what all words begin with."""
    if len(words) < 2:
        return ""
    ends = pc.min_max(words).as_py()
    same = takewhile(lambda pair: pair[0] == pair[1], zip(ends["min"], ends["max"], strict=False))
    return "".join(letter for letter, _ in same)

"""Numbers and texts as bytes that deflate well and that a browser reads in plain loops.

A `Block` holds arrays one after the other. What `put_numbers` returns says how one is read:
`[offset, width, lowest, wrap]`. The numbers, less the lowest, stand as byte planes: all lowest
bytes, then all second bytes, `width` planes, none where all are equal. Where `wrap` is not 0 they
are steps from one number to the next, the first from 0, each modulo `wrap`.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import takewhile

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

__all__ = [
    "Block", "Codes", "encode_words", "find_rows", "number_words", "to_arrow", "to_counts",
    "zip_parts",
]  # fmt: skip

PIECE = 2**19  # bytes deflated at once, so that all processors have some
SMALL_TABLE = 256  # columns of codes are joined while one byte holds their combinations
SAMPLE = 4096  # texts; where all of these differ, every row brings its own
GLANCE = 2**14  # bytes deflated to choose a strategy
GZIP_HEAD = bytes.fromhex("1f8b0800000000000003")  # deflate, no name, no time
NUMBERS, TEXTS = zlib.Z_RLE, zlib.Z_DEFAULT_STRATEGY
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


@dataclass
class Block:
    """Bytes of arrays that the browser finds by their offsets."""

    parts: list[tuple[bytes, int]] = field(default_factory=list)
    size: int = 0

    def put_numbers(self, values: np.ndarray) -> list[int]:
        """Append integers; return how they are read. OverflowError where they span 2**32."""
        offset = self.size
        if not len(values):
            return [offset, 0, 0, 0]
        low, high = int(values.min()), int(values.max())
        if high - low >= 2**32:
            raise OverflowError(f"numbers from {low:,} to {high:,} are too far apart for the map")
        raised = (values - low).astype("<u4") if low else values.astype("<u4")
        steps, wrap = _steps_of(raised, high - low + 1)
        stored = steps if wrap else raised
        width = (int(stored.max()).bit_length() + 7) // 8
        planes = stored.view("u1").reshape(-1, 4)
        for plane in range(width):
            self._append(planes[:, plane].tobytes(), NUMBERS)
        return [offset, width, low, wrap]

    def put_runs(self, values: np.ndarray) -> dict[str, object]:
        """Append integers as runs of equal ones; return how they are read."""
        changes = np.flatnonzero(np.diff(values)) + 1
        starts = np.concatenate([[0], changes]) if len(values) else changes
        lengths = np.diff(starts, append=len(values))
        return {
            "runs": len(starts),
            "values": self.put_numbers(values[starts]),
            "lengths": self.put_numbers(lengths),
        }

    def put_codes(self, columns: Mapping[str, Codes]) -> list[dict[str, object]]:
        """Append columns of codes, those of few words joined; return how they are read."""
        entries: list[dict[str, object]] = []
        few = {name: column for name, column in columns.items() if _is_small(column)}
        for joined in _join_columns(few):
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
        prefix = _common_start(words)
        rest = pc.utf8_slice_codeunits(words, start=len(prefix)) if prefix else words
        _, offsets, data = rest.buffers()
        begin, end = rest.offset, rest.offset + len(rest) + 1
        bounds = np.frombuffer(offsets, "<i8")[begin:end] if offsets else np.zeros(1, "<i8")
        entry: dict[str, object] = {"count": len(words), "prefix": prefix}
        entry["lengths"] = self.put_numbers(np.diff(bounds))
        entry["bytes"] = [self.size, int(bounds[-1] - bounds[0])]
        if data is not None:
            raw = bytes(memoryview(data)[bounds[0] : bounds[-1]])
            self._append(raw, _choose_strategy(raw))
        return entry

    def _append(self, raw: bytes, strategy: int) -> None:
        self.parts.append((raw, strategy))
        self.size += len(raw)


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


def number_words(texts: pa.Array) -> tuple[np.ndarray, pa.Array]:
    """Return the number of each row's text among those that there are, 0 for null, and these."""
    encoded = texts.dictionary_encode()
    kind = _narrowest(len(encoded.dictionary) + 1)
    return (encoded.indices.fill_null(-1).to_numpy() + 1).astype(kind), encoded.dictionary


def _all_differ(texts: pa.Array, order: np.ndarray) -> bool:
    """Whether a sample of the texts, spread evenly over the rows, holds none twice."""
    sample = texts.take(pa.array(order[:: len(order) // SAMPLE + 1])).drop_null()
    return len(sample) > 1 and bool(pc.count_distinct(sample).as_py() == len(sample))


def _choose_strategy(raw: bytes) -> int:
    """Return what makes less of a sample: texts may be little more than numbers."""
    sample = raw[:GLANCE]
    sizes = {strategy: len(_deflate((sample, strategy))) for strategy in (TEXTS, NUMBERS)}
    return min(sizes, key=lambda strategy: sizes[strategy])


def zip_parts(parts: Iterable[tuple[bytes, int]]) -> bytes:
    """Return one gzip member of all parts, each deflated by its strategy, side by side."""
    pieces = [piece for run in _merge_small(parts) for piece in _split(*run)]
    check, size = 0, 0
    for raw, _ in pieces:
        check, size = zlib.crc32(raw, check), size + len(raw)
    if size > PIECE:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            deflated = list(pool.map(_deflate, pieces))
    else:
        deflated = [_deflate(piece) for piece in pieces]
    end = zlib.compressobj(wbits=-15).flush()
    tail = check.to_bytes(4, "little") + (size % 2**32).to_bytes(4, "little")
    return b"".join([GZIP_HEAD, *deflated, end, tail])


def _merge_small(parts: Iterable[tuple[bytes, int]]) -> Iterable[tuple[bytes, int]]:
    """Join neighbours of one strategy: each part costs some bytes and a new code."""
    waiting: list[bytes] = []
    kind, size = 0, 0
    for raw, strategy in parts:
        if waiting and (strategy != kind or size + len(raw) > PIECE):
            yield b"".join(waiting), kind
            waiting, size = [], 0
        waiting.append(raw)
        kind, size = strategy, size + len(raw)
    yield b"".join(waiting), kind


def _split(raw: bytes, strategy: int) -> Iterable[tuple[bytes, int]]:
    for start in range(0, len(raw), PIECE):
        yield raw[start : start + PIECE], strategy


def _deflate(piece: tuple[bytes, int]) -> bytes:
    raw, strategy = piece
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15, 9, strategy)
    return deflater.compress(raw) + deflater.flush(zlib.Z_SYNC_FLUSH)

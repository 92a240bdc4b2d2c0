"""Bytes of a block as one gzip member: cut into pieces, deflated side by side."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from geo.webmap.payload.kept import Kept

__all__ = ["NUMBERS", "TEXTS", "Part", "choose_strategy", "deflate", "zip_parts"]

PIECE = 2**19  # bytes deflated at once, so that all processors have some
GLANCE = 2**14  # bytes deflated to choose a strategy
GZIP_HEAD = bytes.fromhex("1f8b0800000000000003")  # deflate, no name, no time
NUMBERS, TEXTS = zlib.Z_RLE, zlib.Z_DEFAULT_STRATEGY
Part = tuple[bytes, int]  # and the strategy that makes little of them
_Run = tuple[tuple[bytes, ...], int]  # parts that are deflated as one piece


def choose_strategy(raw: bytes) -> int:
    """Return what makes less of a sample: texts may be little more than numbers."""
    sample = raw[:GLANCE]
    sizes = {strategy: len(deflate(sample, strategy)) for strategy in (TEXTS, NUMBERS)}
    return min(sizes, key=lambda strategy: sizes[strategy])


def zip_parts(parts: Iterable[Part], kept: Kept | None = None) -> bytes:
    """Return one gzip member of all parts, each deflated by its strategy, side by side.

    kept: has what was deflated before.
    """
    runs = list(_merge_small(parts))
    size = sum(len(raw) for raws, _ in runs for raw in raws)
    once = partial((kept or Kept()).once_of, make=_deflate_run)
    if size > PIECE:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            deflated = list(pool.map(once, runs))
    else:
        deflated = [once(run) for run in runs]
    check = 0
    for raws, _ in runs:
        for raw in raws:
            check = zlib.crc32(raw, check)
    end = zlib.compressobj(wbits=-15).flush()
    tail = check.to_bytes(4, "little") + (size % 2**32).to_bytes(4, "little")
    return b"".join([GZIP_HEAD, *deflated, end, tail])


def _merge_small(parts: Iterable[Part]) -> Iterator[_Run]:
    """Put neighbours of one strategy together: each costs some bytes and a new code.

    A large part is cut into several.
    """
    waiting: list[bytes] = []
    kind, size = 0, 0
    for raw, strategy in parts:
        if waiting and (strategy != kind or size + len(raw) > PIECE):
            yield from _cut(waiting, kind)
            waiting, size = [], 0
        waiting.append(raw)
        kind, size = strategy, size + len(raw)
    yield from _cut(waiting, kind)


def _cut(waiting: list[bytes], strategy: int) -> Iterator[_Run]:
    if len(waiting) > 1 and any(waiting):
        yield tuple(waiting), strategy
    for raw in waiting if len(waiting) == 1 else ():
        for start in range(0, len(raw), PIECE):
            yield (raw[start : start + PIECE],), strategy


def _deflate_run(run: _Run) -> bytes:
    raws, strategy = run
    return deflate(b"".join(raws), strategy)


def deflate(raw: bytes, strategy: int) -> bytes:
    """Return bytes deflated by a strategy, as a part of a stream that goes on."""
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15, 9, strategy)
    return deflater.compress(raw) + deflater.flush(zlib.Z_SYNC_FLUSH)

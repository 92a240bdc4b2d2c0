"""Work done ahead of the writing: the next pieces of a file while one is written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

__all__ = ["map_ahead"]

_AHEAD = 2  # pieces in memory beside the one that is written

One = TypeVar("One")
Other = TypeVar("Other")


def map_ahead(make: Callable[[One], Other], items: Iterable[One]) -> Iterator[Other]:
    """Yield what `make` makes of each item, in order; the next ones are made in threads."""
    with ThreadPoolExecutor(_AHEAD) as pool:
        waiting: deque[Future[Other]] = deque()
        for item in items:
            waiting.append(pool.submit(make, item))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

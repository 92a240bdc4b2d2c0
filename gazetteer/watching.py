"""How far a long work is: told to whoever watches it in the same thread, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

__all__ = ["Tell", "count_through", "watching"]

Tell = Callable[[int, int, str], None]  # how many are done, of how many, of what
Item = TypeVar("Item")
EVERY = 200  # items between two words
_TELL: ContextVar[Tell | None] = ContextVar("tell", default=None)


@contextmanager
def watching(tell: Tell) -> Iterator[None]:
    """Have `tell` called with how far each counted work in the block is; what it raises ends it."""
    token = _TELL.set(tell)
    try:
        yield
    finally:
        _TELL.reset(token)


def count_through(items: Collection[Item], what: str, *, every: int = EVERY) -> Iterator[Item]:
    """Yield the items; whoever watches is told how many are done before every 200th, or `every`."""
    tell = _TELL.get()
    for done, item in enumerate(items):
        if tell is not None and done % every == 0:
            tell(done, len(items), what)
        yield item

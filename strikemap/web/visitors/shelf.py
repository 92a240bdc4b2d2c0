"""A shelf in memory: what belongs to a secret token, found by that token alone, for some hours."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

__all__ = ["Kept", "Shelf"]

MOST_ENTRIES = 4  # of one token; each is what one page of the browser looks at


@runtime_checkable
class Forgetful(Protocol):
    """What can forget answers that it would give again."""

    def forget_answers(self) -> None:
        """Forget them."""
        ...


@dataclass(frozen=True)
class Kept:
    """What is kept: things by name, how large in rows, and the data hashes that links to it have.

    used: when it was put, in the clock's seconds.
    """

    things: Mapping[str, object]
    rows: int
    hashes: frozenset[str]
    used: float


class Shelf:
    """Kept things by token and entry; what was not used for `seconds` is forgotten.

    most_rows: of all tokens together; the one that was used least lately gives way.
    """

    def __init__(
        self, most_rows: int, seconds: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most_rows, self._seconds, self._clock = most_rows, seconds, clock
        self._kept: dict[tuple[str, str], Kept] = {}
        self._lock = threading.RLock()
        self._sweeper: threading.Timer | None = None

    def put(
        self, token: str, entry: str, things: Mapping[str, object], *,
        rows: int, hashes: frozenset[str],
    ) -> bool:  # fmt: skip
        """Keep things under a token in place of what its entry held; False where too large."""
        with self._lock:
            self._kept.pop((token, entry), None)
            self.sweep()
            if rows > self._most_rows:
                return False
            self._kept[token, entry] = Kept(dict(things), rows, hashes, self._clock())
            own = [key for key in self._kept if key[0] == token]
            for key in own[:-MOST_ENTRIES]:
                del self._kept[key]
            self._make_room()
            self.sweep()
            return True

    def find(self, token: str, data_hash: str = "") -> Kept | None:
        """Return what was kept last under a token, with that hash among its own if one is given."""
        with self._lock:
            self.sweep()
            for key in reversed(self._kept):
                kept = self._kept[key]
                if key[0] == token and (not data_hash or data_hash in kept.hashes):
                    return kept
            return None

    def knows(self, token: str) -> bool:
        """Say whether anything is kept under a token."""
        return self.find(token) is not None

    def drop(self, token: str, entry: str) -> None:
        """Forget what an entry holds."""
        with self._lock:
            self._kept.pop((token, entry), None)

    def drop_kept(self, token: str, kept: Kept) -> None:
        """Forget what was found under a token, whichever entry holds it."""
        with self._lock:
            for key in [key for key, one in self._kept.items() if one is kept]:
                if key[0] == token:
                    del self._kept[key]

    def forget_answers(self, used: Collection[str]) -> None:
        """Have things forget what was worked out of them, but for those of entries in use."""
        with self._lock:
            held = {id(one) for key, kept in self._kept.items() if key[1] in used
                    for one in kept.things.values()}  # fmt: skip
            things = [one for kept in self._kept.values() for one in kept.things.values()]
        for thing in things:
            if isinstance(thing, Forgetful) and id(thing) not in held:
                thing.forget_answers()

    def sweep(self) -> None:
        """Forget what was not used for too long, now and again when the next of it is due."""
        with self._lock:
            oldest = self._clock() - self._seconds
            for key in [key for key, kept in self._kept.items() if kept.used <= oldest]:
                del self._kept[key]
            if self._kept and self._sweeper is None:
                least = min(kept.used for kept in self._kept.values())
                self._sweeper = threading.Timer(least - oldest, self._sweep_later)
                self._sweeper.daemon = True
                self._sweeper.start()

    def _sweep_later(self) -> None:
        with self._lock:
            self._sweeper = None
            self.sweep()

    def _make_room(self) -> None:
        """Forget the least lately used until the rows fit; a thing kept twice counts once."""
        while self._count_rows() > self._most_rows:
            del self._kept[next(iter(self._kept))]

    def _count_rows(self) -> int:
        distinct = {
            tuple(id(thing) for thing in kept.things.values()): kept.rows
            for kept in self._kept.values()
        }
        return sum(distinct.values())

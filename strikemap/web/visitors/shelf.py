"""A shelf: what belongs to a secret token, found by that token alone, for some hours.

What a page is looking at is in memory anyway; what nobody looks at is put away on disk.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from strikemap.failures import note_failure
from strikemap.web.visitors.away import Away, NotYet

__all__ = ["Kept", "Shelf"]

MOST_ENTRIES = 4  # of one token; each is what one page of the browser looks at
MOST_AWAY = 200  # open files
_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Kept:
    """What is kept: things by name, how large in rows, and the data hashes that links to it have.

    used: when it was put, in the clock's seconds. away: where those things are that `things` has
    not, None where it has all. number: stays the same when they are put away and come back.
    """

    things: Mapping[str, object]
    rows: int
    hashes: frozenset[str]
    used: float
    away: Away | None = None
    number: int = field(default_factory=_NUMBERS.__next__)


class Shelf:
    """Kept things by token and entry; what was not used for `seconds` is forgotten.

    most_rows: of all tokens together; the one that was used least lately gives way. live: names of
    things that stay in memory, since they are no data but what works on them.
    """

    def __init__(
        self, most_rows: int, seconds: float, *, clock: Callable[[], float] = time.monotonic,
        live: Collection[str] = (),
    ) -> None:  # fmt: skip
        self._most_rows, self._seconds, self._clock = most_rows, seconds, clock
        self._live = frozenset(live)
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
            key = self._find(token, data_hash)
            kept = self._kept[key] if key else None
        if key is None or kept is None or kept.away is None:
            return kept
        try:
            things = kept.away.load()
        except Exception as error:  # whatever a thing does when it is made anew
            note_failure(error)
            self.drop(*key)
            return None
        whole = replace(kept, things={**kept.things, **things}, away=None)
        with self._lock:
            if self._kept.get(key) is kept:
                self._kept[key] = whole
        return whole

    def peek(self, token: str) -> Kept | None:
        """Return what was kept last under a token, without what is put away of it."""
        with self._lock:
            key = self._find(token)
            return self._kept[key] if key else None

    def _find(self, token: str, data_hash: str = "") -> tuple[str, str] | None:
        self.sweep()
        for key in reversed(self._kept):
            if key[0] == token and (not data_hash or data_hash in self._kept[key].hashes):
                return key
        return None

    def knows(self, token: str) -> bool:
        """Say whether anything is kept under a token."""
        return self.peek(token) is not None

    def drop(self, token: str, entry: str) -> None:
        """Forget what an entry holds."""
        with self._lock:
            self._kept.pop((token, entry), None)

    def drop_kept(self, token: str, kept: Kept) -> None:
        """Forget what was found under a token, whichever entry holds it."""
        with self._lock:
            for key in [key for key, one in self._kept.items() if one.number == kept.number]:
                if key[0] == token:
                    del self._kept[key]

    def put_away(self, used: Collection[str]) -> int:
        """Put on disk what no entry in use holds, and return how many entries that were.

        What is still at work stays for the next time; what cannot be put away is forgotten.
        """
        done: dict[tuple[int, ...], Away | None] = {}
        moved = 0
        for key, kept in self._list_unused(used):
            going = {name: one for name, one in kept.things.items() if name not in self._live}
            same = tuple(map(id, going.values()))
            if same not in done:
                try:
                    done[same] = Away(going)
                except NotYet:
                    continue
                except Exception as error:  # no room on the disk, or whatever a thing does
                    note_failure(error)
                    done[same] = None
            moved += self._replace(key, kept, done[same])
        return moved

    def _list_unused(self, used: Collection[str]) -> list[tuple[tuple[str, str], Kept]]:
        """Return the entries in memory of which a part is held by none that is in use."""
        with self._lock:
            held = {id(one) for key, kept in self._kept.items() if key[1] in used
                    for one in kept.things.values()}  # fmt: skip
            return [
                (key, kept) for key, kept in self._kept.items()
                if key[1] not in used
                and any(id(one) not in held for name, one in kept.things.items()
                        if name not in self._live)
            ]  # fmt: skip

    def _replace(self, key: tuple[str, str], kept: Kept, away: Away | None) -> bool:
        """Have an entry that is as it was hold what was put away, or nothing where None was."""
        with self._lock:
            if self._kept.get(key) is not kept:
                return False
            if away is None:
                del self._kept[key]
                return True
            live = {name: one for name, one in kept.things.items() if name in self._live}
            self._kept[key] = replace(kept, things=live, away=away)
            for old in [key for key, one in self._kept.items() if one.away][:-MOST_AWAY]:
                del self._kept[old]
            return True

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
            (id(kept.away), *(id(thing) for thing in kept.things.values())): kept.rows
            for kept in self._kept.values()
        }
        return sum(distinct.values())

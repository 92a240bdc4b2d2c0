"""Who has a part of a database open, and which parts give way where there are too many."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from gazetteer.language import _
from geo.errors import WorkspaceError

__all__ = ["MOST_PARTS", "Holders", "find_leaving"]

MOST_PARTS = 4  # of a database that are open at once, each some 100 MB at most
IDLE_S = 600.0  # without a run of a page, after which a part may give way to another visitor's


class Holders:
    """The visitors that have a part open, and when a page of each was last drawn."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._seen = clock, {"": clock()}

    def note(self, who: str) -> None:
        """Note that a page of a visitor is drawn with the part now."""
        self._seen[who] = self._clock()
        if who:
            self.let_go("")  # whoever opened it

    def let_go(self, who: str) -> None:
        """Note that a visitor has it open no more."""
        self._seen.pop(who, None)

    @property
    def last(self) -> float:
        """When a page was last drawn with it, by its clock; before all where nobody has it."""
        return max(list(self._seen.values()), default=float("-inf"))

    @property
    def in_use(self) -> bool:
        """Whether a visitor would miss it."""
        return self._clock() - self.last < IDLE_S


class _Held(Protocol):
    @property
    def holders(self) -> Holders: ...


Part = TypeVar("Part", bound=_Held)


def find_leaving(parts: Sequence[Part]) -> list[Part]:
    """Return which of the open parts are to be closed before one more is opened.

    Those that nobody has open, then those that were used least lately. Raises WorkspaceError
    where too few can be.
    """
    many = len(parts) - MOST_PARTS + 1
    if many <= 0:
        return []
    idle = sorted(
        (one for one in parts if not one.holders.in_use), key=lambda one: one.holders.last
    )
    if len(idle) < many:
        raise WorkspaceError(
            _(
                "other visitors have {most} parts of the database open, as many as there is room "
                "for; try again in some minutes",
                most=MOST_PARTS,
            )
        )
    return idle[:many]

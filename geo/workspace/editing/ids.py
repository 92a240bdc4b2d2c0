"""Ids of strikes and claims that a person makes: never one that was used before."""

from __future__ import annotations

from collections.abc import Container

__all__ = ["UsedIds"]


class UsedIds:
    """Ids that were used, in whatever knows them, and those taken since."""

    def __init__(self, *known: Container[str]) -> None:
        self._known, self._taken = known, set[str]()

    def __contains__(self, one: object) -> bool:
        """Say whether an id was used."""
        return one in self._taken or any(one in ids for ids in self._known)

    def take(self, first: str, between: str, number: int) -> str:
        """Return `first`, the sign between and the least number from this on that is free.

        >>> ids = UsedIds({"a.2"})
        >>> ids.take("a", ".", 2), ids.take("a", ".", 2)
        ('a.3', 'a.4')
        """
        while (own := f"{first}{between}{number}") in self:
            number += 1
        self._taken.add(own)
        return own

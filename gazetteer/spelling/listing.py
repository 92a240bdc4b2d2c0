"""What the rules of spelling ask of a list of places."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Listing"]


class Listing(Protocol):
    """A list of places, asked for its names."""

    def __hash__(self) -> int:
        """Return what tells one list from another."""

    @property
    def slavic(self) -> bool:
        """Whether most of its names are of the habit that `habits` reads."""

    def lists(self, name: str) -> bool:
        """Say whether some place is called so."""

    def lists_form(self, folded: str) -> bool:
        """Say whether some place's name has the form of a folded one."""

    def owners_of(self, glued: str) -> list[int]:
        """Return the places that a glued name is listed for, by their numbers."""

"""How a list of words is written: as one text, apart by spaces."""

from __future__ import annotations

__all__ = ["split_words"]


def split_words(text: str) -> frozenset[str]:
    """Return the words of a text, as a set."""
    return frozenset(text.split())

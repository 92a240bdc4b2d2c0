"""How a list of words is written: as one text, apart by spaces."""

from __future__ import annotations

from gazetteer.spelling.names import fold_all

__all__ = ["split_words"]


def split_words(text: str) -> frozenset[str]:
    """Return the words of a text, as a set, each folded as names are.

    >>> sorted(split_words("أحياء كتائب town"))
    ['town', 'احيا', 'كتايب']
    """
    return frozenset(word for word in fold_all(text.split()) if word)

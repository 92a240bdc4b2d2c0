"""Words of a text folded once: the same few are looked at again and again."""

from __future__ import annotations

from functools import lru_cache

from gazetteer.spelling.names import fold, glue

__all__ = ["fold_word", "key_of"]


@lru_cache(maxsize=100_000)
def fold_word(surface: str) -> str:
    """Return a word or name folded as spellings are."""
    return fold(surface)


@lru_cache(maxsize=100_000)
def key_of(surface: str) -> str:
    """Return what a name is looked up by: folded, without articles and spaces."""
    return glue(fold(surface))

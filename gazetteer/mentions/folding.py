"""Words of a text folded once, since the same few come again, and a text without what is unseen."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache

from gazetteer.spelling.names import fold, glue

__all__ = ["drop_unseen", "fold_word", "key_of"]

# Format characters, variation selectors and tags, of no width (Unicode: Default_Ignorable).
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)


@lru_cache(maxsize=100_000)
def fold_word(surface: str) -> str:
    """Return a word or name folded as spellings are."""
    return fold(surface)


@lru_cache(maxsize=100_000)
def key_of(surface: str) -> str:
    """Return what a name is looked up by: folded, without articles and spaces."""
    return glue(fold(surface))


def drop_unseen(text: str) -> tuple[str, array[int] | None]:
    """Return a text as it is seen, and where each of its characters stood; None for where it is.

    A zero-width space, a soft hyphen or a mark of the direction of writing within a word would
    hide a name that a reader sees.
    """
    if not _UNSEEN.search(text):
        return text, None
    stood, end = array("l"), 0
    for found in _UNSEEN.finditer(text):
        stood.extend(range(end, found.start()))
        end = found.end()
    stood.extend(range(end, len(text)))
    return _UNSEEN.sub("", text), stood

"""Hashtags as names: "#Saraqib #Idlib", "#MaaratAlNuman", "#ريف_إدلب"."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["write_tags"]

_TAG = re.compile(r"[#＃](?=\w)")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")  # before a capital inside a word
_BETWEEN = re.compile(r"\s*[,،]?\s*$")


def write_tags(text: str, lists: Callable[[str], bool]) -> str:
    """Return a text with its hashtags as words, several of them parted by commas.

    lists: says whether some place is called so. A word that is written together and listed so is
    left alone; one that is not is parted before its capitals, with a hash or without.

    >>> write_tags("#RasAlAin #Syria", lambda name: False)
    'Ras Al Ain, Syria'
    """
    pieces = _TAG.split(text)
    if len(pieces) == 1:
        return text if " " in text or lists(text) else _CAMEL.sub(" ", text)
    first, *tags = (_BETWEEN.sub("", piece) for piece in pieces)
    written = [first, *(_write(tag, lists) for tag in tags)]
    return ", ".join(piece for piece in written if piece)


def _write(tag: str, lists: Callable[[str], bool]) -> str:
    word, space, rest = tag.partition(" ")
    plain = word.replace("_", " ").strip()
    return (plain if lists(plain) else _CAMEL.sub(" ", plain)) + space + rest

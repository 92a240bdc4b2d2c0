"""Plain texts, for comparing words that people write in several ways.

Two steps that know no names and no language; whoever compares takes those that it needs.
`names.fold` goes further and is not made of them: it must know which mark says a second letter
(š as sh), and folds tens of thousands of names in one pass.
"""

from __future__ import annotations

import unicodedata

__all__ = ["fold_words", "strip_marks"]


def fold_words(text: str) -> str:
    """Return a text in one case, with single spaces between its words.

    >>> fold_words("  Not  Reported ")
    'not reported'
    """
    return " ".join(text.casefold().split())


def strip_marks(text: str) -> str:
    """Return a text without accents and vowel signs, its ligatures and wide letters taken apart.

    >>> strip_marks("Ma‘arrat an-Nu‘mān"), strip_marks("مُعَرَّة")
    ('Ma‘arrat an-Nu‘man', 'معرة')
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

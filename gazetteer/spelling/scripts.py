"""Letters of other scripts than Latin and Arabic, written in one of them: Харків as Kharkiv.

anyascii knows the letters; here is only what its letter by letter misses. Hebrew and the Kurdish of
Iraq go to Arabic letters, in which names of the same places are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

__all__ = ["write_in_latin"]

# Letters and marks of every script but Latin (to U+036F, and its additions) and Arabic; no symbols.
_OTHER = re.compile(
    "[\u0370-\u05ff\u0700-\u074f\u0780-\u08ff\u0900-\u1aaf\u1b00-\u1dbf\u1f00-\u1fff"
    "\u2c00-\u2c5f\u2c80-\u2ddf\u2de0-\u2dff\u2e80-\ufaff\ufb13-\ufb4f\U00010000-\U0001efff\U00020000-\U0003ffff]+"
)
# Hebrew leaves vowels out as Arabic does, letter for letter; geresh marks a second sound.
_HEBREW = str.maketrans(dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת",
                                 "ابغدهوزحطيككلممننسعففصصقرشت", strict=True)))  # fmt: skip
_GERESH = {"ג": "ج", "ח": "خ", "ד": "ذ", "ע": "غ", "צ": "ض", "ץ": "ض", "ת": "ث", "ט": "ظ"}
_MARKED_HEBREW = re.compile("([גחדעצץתט])['’׳‘`]")
_HEBREW_ARTICLE = re.compile(r"(?<![^\W_])אל?[-־](?=[א-ת]{2})")
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7]")
# Sorani writes the short a, Arabic does not; in front a bearer stands before every vowel.
_SORANI = re.compile("(?<![^\\W_])ئ(?=[اەیێۆو])ا?|ە(?=[\u0620-\u06d3\u06d5])")
_BEARER = "ئ"
# What Greek letters say together, and its chi.
_HEBREW_LETTER = re.compile("[א-ת]")
_GREEK = re.compile("μπ|ντ|γκ|τζ|ο[υύ]|χ", re.IGNORECASE)
_GREEK_AS = {"μπ": "b", "ντ": "d", "γκ": "g", "τζ": "j", "χ": "kh"}
# How anyascii writes soft and hard signs, and letters for a stop in the throat.
_SIGNS = str.maketrans("", "", "'\"`")
MOST_WORDS = 1 << 16  # kept as written in Latin: a pack's names are folded several times


def write_in_latin(text: str) -> str:
    """Return a text with letters of other scripts in Latin ones; those of Hebrew in Arabic ones.

    >>> write_in_latin("Харків"), write_in_latin("Куп'янськ, حلب"), write_in_latin("חלב")
    ('Kharkiv', "Kup'yansk, حلب", 'حلب')
    """
    if text.isascii():
        return text
    if "ە" in text:
        text = _SORANI.sub(lambda found: "ا" if found[0].startswith(_BEARER) else "", text)
    return _OTHER.sub(_write, _write_hebrew(text) if _HEBREW_LETTER.search(text) else text)


def _write_hebrew(text: str) -> str:
    text = _HEBREW_ARTICLE.sub("ال", _POINTS.sub("", text))
    return _MARKED_HEBREW.sub(lambda found: _GERESH[found[1]], text).translate(_HEBREW)


def _write(found: re.Match[str]) -> str:
    return _write_word(found[0])


@lru_cache(MOST_WORDS)
def _write_word(word: str) -> str:
    text = _GREEK.sub(lambda said: _GREEK_AS.get(said[0].lower(), "u"), word)
    return str(anyascii(text)).translate(_SIGNS)

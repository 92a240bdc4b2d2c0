"""Letters of other scripts than Latin and Arabic, written in Latin ones: Харків as Kharkiv."""

from __future__ import annotations

import re

from anyascii import anyascii

__all__ = ["write_in_latin"]

# Letters and marks of every script but Latin (to U+036F, and its additions) and Arabic; no symbols.
_OTHER = re.compile(
    "[\u0370-\u05ff\u0700-\u074f\u0780-\u08ff\u0900-\u1aaf\u1b00-\u1dbf\u1f00-\u1fff"
    "\u2c00-\u2c5f\u2c80-\u2ddf\u2de0-\u2dff\u2e80-\ufaff\ufb13-\ufb4f\U00010000-\U0001efff\U00020000-\U0003ffff]+"
)
# Hebrew leaves vowels out and writes v, o and u with one letter: it is read as a vowel, as in names
# it mostly is, and beth as b. Its final he is silent.
_HEBREW = str.maketrans({"ו": "u", "ב": "b", "י": "i", "כ": "k", "ך": "k", "צ": "ts", "ץ": "ts",
                         "ח": "h", "ק": "k", "ע": "a", "א": "a", "ט": "t", "ש": "sh"})  # fmt: skip
_FINAL_HE = re.compile("(?<=[א-ת])ה(?![א-ת])")
_SIGNS = "'\"`"  # how anyascii writes soft and hard signs, and letters for a stop in the throat


def write_in_latin(text: str) -> str:
    """Return a text with letters of other scripts than Latin and Arabic in Latin ones.

    >>> write_in_latin("Харків"), write_in_latin("Куп'янськ, حلب")
    ('Kharkiv', "Kup'yansk, حلب")
    """
    if text.isascii():
        return text
    return _OTHER.sub(_write, text)


def _write(found: re.Match[str]) -> str:
    written = str(anyascii(_FINAL_HE.sub("a", found[0]).translate(_HEBREW)))
    return written.translate(dict.fromkeys(map(ord, _SIGNS)))

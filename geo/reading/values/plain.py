"""Texts made comparable: one case, one kind of dash, quote and digit, no marks."""

from __future__ import annotations

import re
import unicodedata

from gazetteer.spelling.normalise import fold_words

__all__ = ["NOTHING", "CellError", "is_nothing", "plain_text"]


class CellError(ValueError):
    """A cell that cannot be read; the message says why and what to do."""


# Marks of writing direction and joiners, which spreadsheets leave around figures.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’‚‛′´`ʼʹ＇", "'"),
        **dict.fromkeys("“”„‟″ʺ＂«»", '"'),
        **dict.fromkeys("،，", ","),
        **dict.fromkeys("؛；", ";"),
        "٫": ".",
        "٬": ",",
        "：": ":",
        "º": "°",
        "˚": "°",
        "ـ": "",
    }
)


def plain_text(text: str) -> str:
    r"""Return a text to compare and to match: folded, its digits 0 to 9, its accents taken off.

    >>> plain_text("\u200f٣ – ٥"), plain_text("Blessés")
    ('3 - 5', 'blesses')
    """
    if text.isascii():
        return " ".join(text.casefold().split()).replace("`", "'")
    seen = _UNSEEN.sub("", text).translate(_ALIKE)
    # NFD takes accents apart and leaves superscripts and fractions as they are: 5² is no 52.
    apart = unicodedata.normalize("NFD", seen.casefold())
    return fold_words("".join(_digit(mark) for mark in apart if not unicodedata.combining(mark)))


def _digit(letter: str) -> str:
    """Return a digit of a script in use as 0 to 9; those of fonts and of formulas are marks."""
    written = letter.isdecimal() and not unicodedata.decomposition(letter).startswith("<font>")
    return str(unicodedata.decimal(letter)) if written else letter


# What people write where nothing is known or reported.
_NOTHING = (
    "-|--|---|----|?|??|???|.|..|...|/|n/a|n.a.|n.a|na|n\\a|nan|none|null|nul|<na>|<null>|(null)|"
    "(blank)|#n/a|#na|#null!|nat|unknown|unk|unk.|unkn|unknwn|not reported|not known|not available|"
    "not applicable|not specified|not stated|not given|unspecified|no data|no information|no info|"
    "undetermined|missing|tbd|tbc|"
    "غير معروف|غير معروفة|غير محدد|غير محددة|غير متوفر|غير متوفرة|غير متاح|لا يوجد|لا توجد|مجهول|"
    "مجهولة|لا تتوفر معلومات|"
    "inconnu|inconnue|non precise|non precisee|non renseigne|non disponible|nd|n/d|n.d.|"
    "desconocido|desconocida|sin datos|no disponible|s/d|sin informacion|"
    "неизвестно|неизвестен|неизвестна|не указано|нет данных|н/д|"
    "невідомо|невідомий|невідома|не вказано|немає даних|"
    "bilinmiyor|bilinmeyen|belirsiz|belirtilmemiş|yok|"
    "نامشخص|نامعلوم|ناشناس|ندارد"
)
NOTHING: frozenset[str] = frozenset(plain_text(word) for word in ("", *_NOTHING.split("|")))


def is_nothing(text: str) -> bool:
    """Say whether a cell says that nothing is known, in any of the languages read.

    >>> is_nothing("N/A"), is_nothing("غير معروف"), is_nothing("0")
    (True, True, False)
    """
    return plain_text(text) in NOTHING

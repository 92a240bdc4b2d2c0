"""Letter tables of `names`: what is folded away, and which consonants stand for one another.

Classes follow how Arabic names are romanised in English, French, Turkish and Kurdish habits:
kh/x, gh/g, sh/ch, q/k/c, j/dj, th/t/s, dh/d/z, w/u/o/ou, y/i/e/ee.
"""

from __future__ import annotations

import re

__all__ = [
    "ARABIC_CLASSES",
    "ARABIC_SOUNDS",
    "ARTICLES",
    "DIGRAPHS",
    "FOLDED",
    "GLUED_ARTICLE",
    "HABITS",
    "HEARD_OTHERWISE",
    "INVISIBLE",
    "LATIN_CLASSES",
    "LATIN_SOUNDS",
    "MARKED",
    "VOWELS",
]

# Zero-width, bidi and other format characters; controls but for line feeds and tabs.
INVISIBLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]),
    **dict.fromkeys([0xAD, 0x61C, 0x180E, 0xFEFF, 0x640]),
    **dict.fromkeys([*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0)], " "),
}

_MARKS = (
    *range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670,
    *range(0x6D6, 0x6DD), *range(0x6DF, 0x6E5), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00),
    *range(0xFE00, 0xFE10), 0x621, 0x640,
)  # fmt: skip
_APOSTROPHES = "'’‘`´ʿʾʻʼʹʽ′‛ˈ˒˓ʔʕ"
# The first of each is written as the second.
_SAME_LETTER = "ةه ىي یي ٱا کك ڪك گك چش پب ڤف ەه ێي ۆو ھه ہه ژز ıi øo łl đd əe əe"

FOLDED: dict[int, str | None] = {
    **dict.fromkeys(_MARKS),
    **dict.fromkeys(map(ord, _APOSTROPHES)),
    **{ord(pair[0]): pair[1] for pair in _SAME_LETTER.split()},
    **{ord("ð"): "dh", ord("þ"): "th", ord("æ"): "ae", ord("œ"): "oe", ord("ß"): "ss"},
    **{0x660 + digit: str(digit) for digit in range(10)},
    **{0x6F0 + digit: str(digit) for digit in range(10)},
}

# Letters whose mark says a second letter: of scholars, Turks and Slavs. Decomposed, before marks
# fold away. A cedilla under s stays out: the BGN writes ص with it, Turks sh.
MARKED: dict[str, str] = {
    "s\u030c": "sh", "z\u030c": "zh", "c\u030c": "ch", "c\u0327": "ch", "g\u030c": "j",
    "g\u0307": "gh", "g\u0304": "gh", "h\u032e": "kh", "k\u0331": "kh", "d\u0331": "dh",
    "t\u0331": "th", "s\u0301": "sh", "c\u0301": "ch", "e\u0328": "en", "a\u0328": "an",
}  # fmt: skip

ARTICLES = (
    *("al", "el", "il", "ul", "l"),
    *(vowel + sun for vowel in "aeu" for sun in ("s", "r", "n", "t", "d", "z", "sh", "ch")),
    *("ath", "adh", "eth", "edh"),
)

# Glued to its word: "al" before three letters, or a vowel before a doubled sun letter.
GLUED_ARTICLE = re.compile(
    r"(?m)(?:(?<=^)|(?<= ))(?:[ae]l(?=[^\W_]{3})|[ae](t|d|r|z|s|n|sh|ch)(?=\1[^\W_]{2}))"
)

# Capital letters stand for one consonant that Latin writes with two.
DIGRAPHS = (
    ("dzh", "j"), ("tch", "C"), ("sch", "C"), ("sh", "C"), ("ch", "C"), ("kh", "X"), ("gh", "G"),
    ("th", "T"), ("dh", "D"), ("dj", "j"), ("zh", "j"), ("ph", "f"), ("ck", "k"),
)  # fmt: skip

# How else Latin letters may be meant: in French of the mandate, in Central European languages, in
# Turkish and Kurdish, in Spanish. The longest that fits is read; what is read as itself is
# shielded.
HABITS: tuple[dict[str, str], ...] = (
    {"rh": "gh", "gue": "ge", "gui": "gi", "tch": "ch"},
    {"dsch": "j", "tsch": "ch", "sch": "sh", "sz": "sh", "cz": "ch", "ch": "kh", "dj": "j",
     "j": "y"},
    {"ch": "ch", "ck": "k", "c": "j", "v": "w"},
    {"j": "kh", "qu": "k", "gue": "ge", "gui": "gi"},
)  # fmt: skip

# One capital per class; a vowel or glide becomes a dot, so that doubled consonants stay apart from
# two consonants with a vowel between them.
LATIN_CLASSES: dict[int, str] = {
    **{ord(a): b for a, b in zip("bpfvtdjkqcgxhsrzlmn", "BBFFTDJKKKGXHSRZLMN", strict=True)},
    **{ord(letter): "." for letter in "aeiouwy"},
}

_ARABIC = "بتثجحخدذرزسشصضطظغفقكلمنه"
_ARABIC_AS = "BTTJHXDDRZSCSDTZGFKKLMNH"

ARABIC_CLASSES: dict[int, str | None] = {
    **{ord(a): b for a, b in zip(_ARABIC, _ARABIC_AS, strict=True)},
    **dict.fromkeys(map(ord, "اعوي "), None),
}

# ث is t or s, ظ is z or d, ذ is d or z, ق in the countryside is g.
HEARD_OTHERWISE: dict[int, str] = {ord(a): b for a, b in zip("ثظذق", "سدزغ", strict=True)}

# Several letters for one vowel; applied in this order.
VOWELS = (
    ("oua", "wa"), ("oue", "we"), ("oui", "wi"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("eu", "e"),
    ("ei", "ai"), ("ey", "ai"), ("o", "u"),
)  # fmt: skip

# Three symbols a consonant, near ones share some; one a vowel.
_SOUNDS = {
    "b": "BBb", "p": "BBp", "f": "FFf", "v": "FFv", "t": "TTt", "T": "TSt", "d": "DDd", "D": "DZd",
    "z": "ZZz", "s": "SSs", "C": "SCc", "j": "JJj", "k": "KKk", "q": "KKq", "c": "KKc", "g": "GKg",
    "G": "GGg", "x": "XHx", "X": "XHx", "h": "HHh", "l": "LLl", "m": "MMm", "n": "NNn", "r": "RRr",
    "a": "a", "e": "e", "i": "i", "y": "i", "o": "u", "u": "u", "w": "uw",
}  # fmt: skip
LATIN_SOUNDS: dict[int, str] = {ord(letter): sound for letter, sound in _SOUNDS.items()}
_ARABIC_HEARD = "btTjhXdDrzsCsdtDGfqklmnh"

ARABIC_SOUNDS: dict[int, str] = {
    **{ord(a): _SOUNDS[b] for a, b in zip(_ARABIC, _ARABIC_HEARD, strict=True)},
    **{ord(a): b for a, b in zip("اعوي", "aaui", strict=True)},
}

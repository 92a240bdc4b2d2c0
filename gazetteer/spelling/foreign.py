"""Sides and kinds of places in further languages, written in English: "Ost-Ghuta", "Idlib kırsalı".

French, German, Italian and Spanish, Russian and Ukrainian, Turkish. English and Arabic words are
`type_words`; here a whole name is rewritten, because these languages order its words otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["write_in_english"]

_POINTS: tuple[tuple[str, str], ...] = (
    ("northwestern", r"nord-?ouest|nordwest(?:lich\w*)?|kuzeybatı|северо-западн\w+|noroeste"),
    ("northeastern", r"nord-?est|nordost|nordöstlich\w*|kuzeydoğu|северо-восточн\w+|noreste"),
    ("southwestern", r"sud-?ouest|südwest(?:lich\w*)?|güneybatı|юго-западн\w+|suroeste"),
    ("southeastern", r"sud-?est|südost|südöstlich\w*|güneydoğu|юго-восточн\w+|sureste"),
    ("northern", r"nord|septentrionale?|nördlich\w*|kuzey|северн\w+|північн\w+|norte"),
    ("southern", r"sud|méridionale?|meridionale?|süd|sued|südlich\w*|güney|южн\w+|південн\w+|sur"),
    ("eastern", r"est|orientale?|ost|östlich\w*|doğu|восточн\w+|східн\w+|este"),
    ("western", r"ouest|occidentale?|west|westlich\w*|batı|западн\w+|західн\w+|oeste|ovest"),
)
_SIDES = tuple((point, re.compile(words, re.IGNORECASE)) for point, words in _POINTS)
_SIDE = "|".join(f"(?:{words})" for _, words in _POINTS)
_THE = r"(?:(?:le|la|les|l['’]|el|il|die|der|das|im|au)[ ]?)?"
_OF = r"(?P<of>[ ](?:de la |de l['’]|de |du |d['’]|von |del |di )|[ -])"
# Other words as well, French for "on" and "is", Spanish for "this": no side with a space alone.
_OTHER_WORDS = ("sur", "est", "este")
# Of the wordings: in front, behind, and with the possessive of Turkish behind.
_SIDED = (
    re.compile(rf"{_THE}(?P<side>{_SIDE}){_OF}(?P<name>[^\W\d].{{2,}})", re.IGNORECASE),
    re.compile(rf"{_THE}(?P<name>[^\W\d].{{2,}}?)(?P<of>[ -])(?P<side>{_SIDE})", re.IGNORECASE),
    re.compile(r"(?P<name>[^\W\d].{2,}?)['’][yn]?[ıiuü]n (?P<side>\w+?)s?[ıiuü]", re.IGNORECASE),
    re.compile(r"(?P<side>nord|süd|sued|ost|west)(?P<name>[^\W\d_]{4,})", re.IGNORECASE),
)  # the last alone in one word
_KINDS: tuple[tuple[str, str], ...] = (
    ("city", r"(?:die )?stadt (?P<a>.+)|(?P<b>.+)[ -]stadt|(?:la )?ville (?:de |d['’])(?P<c>.+)"),
    (
        "governorate",
        r"(?:die )?(?:provinz|gouvernement|gouvernorat) (?P<a>.+)|(?P<b>.+)[ -]provinz"
        r"|(?:la |le )?(?:province|gouvernorat) (?:de |d['’]|du )?(?P<c>.+)",
    ),
    (
        "countryside",
        r"(?:das )?umland von (?P<a>.+)|(?P<b>.+) kırsalı(?:nda)?"
        r"|(?:la )?(?:campagne|banlieue) (?:de |d['’])(?P<c>.+)",
    ),
)
_BETWEEN_WORDS = re.compile(r"[ -]")
_KIND_OF = tuple((word, re.compile(pattern, re.IGNORECASE)) for word, pattern in _KINDS)


def write_in_english(text: str, lists: Callable[[str], bool]) -> str:
    """Return a name with its side or its kind in English, where the rest is listed; else as it is.

    lists: says whether some place is called so.

    >>> write_in_english("Ost-Aleppo", lambda name: name == "Aleppo")
    'eastern Aleppo'
    """
    if lists(text):
        return text
    for name, written in _readings(text):
        if lists(name) or lists(written):
            return written
    return text


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the English wording of each way to read a text."""
    several = _BETWEEN_WORDS.search(text) is not None
    for pattern in _SIDED if several else _SIDED[-1:]:
        found = pattern.fullmatch(text)
        side = found and _point_of(found["side"])
        if found and side and not _is_other_word(found):
            yield found["name"], f"{side} {found['name']}"
    for word, pattern in _KIND_OF if several else ():
        found = pattern.fullmatch(text)
        if found:
            name = next(filter(None, found.groups()))
            yield name, f"{name} {word}"


def _is_other_word(found: re.Match[str]) -> bool:
    return found["side"].lower() in _OTHER_WORDS and found.groupdict().get("of") == " "


def _point_of(side: str) -> str | None:
    return next((point for point, said in _SIDES if said.fullmatch(side)), None)

"""Names in a case of their language, after a preposition: "у Бахмуті", "в Харькове", "під Києвом".

Endings and prepositions are data by language. What a name may be in the nominative is proposed
here; which of it is a place is for the index to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

__all__ = ["has_cases", "read_case"]

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile("[\u0400-\u04ff'’ʼ-]+")
_MOST = 64  # readings of a name of several words

# Before a name, said of what lies in it: Ukrainian, Russian, Belarusian, Bulgarian.
_IN = ("у", "в", "во", "ув", "на", "із", "зі", "з", "из", "со", "с-ще", "до", "по", "ў")
# Of what lies near it; two words first.
_NEAR = (
    "недалеко від", "неподалік від", "недалеко від", "неподалік", "поблизу", "поруч із", "поруч з",
    "біля", "під", "коло", "недалеко от", "неподалеку от", "рядом с", "вблизи", "возле", "около",
    "под", "близ", "у районі", "в районі", "в районе",
)  # fmt: skip
# Shortened words for a town, a village, a settlement: with a full stop, but for three letters.
_SHORT = r"(?:(?:м|г|с|х|ст|пос|сел|р-н)\.|смт\.?|пгт\.?|с-ще\.?)"

# (ending, what may stand in its place in the nominative), longest endings first. Locative,
# genitive, dative and instrumental of place names; "uk" and "ru" where they differ.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ському", ("ськ", "ське", "ський")), ("ского", ("ск", "ское", "ский")),
    ("ського", ("ськ", "ське", "ський")), ("ском", ("ск", "ское", "ский")),
    ("ською", ("ська",)), ("ской", ("ская",)), ("ській", ("ська",)),
    ("овому", ("ове", "овий", "ів")), ("овом", ("ово", "овое", "овый", "ов")),
    ("ового", ("ове", "овий", "ів", "овое", "овый", "ов")),
    ("ові", ("ів", "ов", "ове")), ("еві", ("їв", "ев", "еве")), ("єві", ("їв", "єв", "єве")),
    ("овом", ("ів", "ов")), ("євом", ("їв", "єв")), ("евом", ("їв", "ев")),
    ("ова", ("ів", "ове", "ово")), ("єва", ("їв", "єве")), ("ева", ("їв", "еве", "ево")),
    ("ову", ("ів", "ове")), ("єву", ("їв",)), ("полі", ("піль", "поль", "поле")),
    ("поля", ("піль", "поль", "поле")), ("полем", ("піль", "поль", "поле")),
    ("поле", ("поль", "поле")), ("ені", ("інь", "ень", "ена")), ("еня", ("інь", "ень")),
    ("ому", ("ий", "е", "ій")), ("ого", ("ий", "е", "ый", "ое", "ой")),
    ("ною", ("на",)), ("ым", ("ый", "ое")), ("им", ("ий", "е", "ое")),
    ("ці", ("ка", "ця", "ці")), ("зі", ("га",)), ("сі", ("ха", "са")), ("ії", ("ія",)),
    ("ії", ("ія",)), ("ії", ("ій",)), ("ах", ("и", "а", "ы")), ("ях", ("і", "я", "и")),
    ("ами", ("и", "ы")), ("ями", ("і", "и")), ("ам", ("и", "ы")),
    ("ом", ("", "е", "о", "ое", "ый")), ("ем", ("ь", "", "е", "ье")), ("єм", ("й", "є")),
    ("ям", ("я",)), ("ою", ("а",)), ("ею", ("я", "а")), ("єю", ("я",)), ("ой", ("а", "ая")),
    ("ей", ("я", "и")), ("і", ("", "а", "я", "ь", "о", "е", "и")), ("ї", ("я", "й")),
    ("у", ("", "а", "о")), ("ю", ("я", "ь", "й")), ("и", ("а", "я", "ь")), ("ы", ("а",)),
    ("е", ("", "а", "о", "я", "ь", "й")), ("а", ("", "о", "е")), ("я", ("ь", "е", "й", "ье")),
)  # fmt: skip

# (ending of what an area is called, what may stand in its place in the town's name).
_OF_AREAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("цьк", ("цьк", "ця", "ці")), ("цк", ("цк", "ца", "цы")), ("зьк", ("жжя", "га", "з")),
    ("жск", ("жье", "ж", "га")), ("ськ", ("", "и", "а", "ськ", "сько", "са", "о", "е")),
    ("ск", ("", "ы", "а", "ск", "ское", "са", "о", "ь")),
)  # fmt: skip
_AREA = re.compile(
    "^(?P<stem>[Ѐ-ӿ'’ʼ-]{2,}?)(?P<ending>цьк|зьк|ськ|цк|жск|ск)"
    "(?:а|ий|ій|ої|у|ю|ою|ого|ому|им|ая|ой|ую|ий|ом)\\s+"
    "(?:(?P<oblast>област\\w*|обл\\.?)|район\\w*|р-н\\w*)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(\s+(?:та|і|й|и|або|или)\s+|\s*[,;/]\s*)", re.IGNORECASE)

_PHRASE = re.compile(
    rf"^(?P<near>(?:{'|'.join(sorted(_NEAR, key=len, reverse=True))})\s+)?"
    rf"(?P<in>(?:{'|'.join(_IN)})\s+(?=\S{{3}}))?"
    rf"(?P<short>{_SHORT}\s*(?=\S{{3}}))?",
    re.IGNORECASE,
)


def has_cases(text: str) -> bool:
    """Say whether a text is in a script whose languages decline names."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def read_case(text: str, lists: Callable[[str], bool]) -> str:
    """Return names without their prepositions and in the nominative, where that is listed.

    lists: says of a name whether some place is called so. "near" in front of what is only near;
    an area called after a town is that town's: "Харківська область" is "Харків oblast".
    """
    if lists(text):
        return text
    return "".join(
        piece if number % 2 or not piece else _read_one(piece, lists)
        for number, piece in enumerate(_BETWEEN.split(text))
    )


def _read_one(text: str, lists: Callable[[str], bool]) -> str:
    found = _PHRASE.match(text)
    before = found.end() if found else 0
    near = "near " if found and found["near"] else ""
    name = text[before:]
    area = _AREA.match(name)
    if area is not None:
        return near + _read_area(area, lists)
    if lists(name) or not _WORD.fullmatch(name.replace(" ", "")):
        return near + name
    return near + next(filter(lists, islice(_nominatives(name), _MOST)), name)


def _read_area(area: re.Match[str], lists: Callable[[str], bool]) -> str:
    """Return "X oblast" or "X raion" of the town X that it is called after, if it is known."""
    level = "oblast" if area["oblast"] else "raion"
    ending = area["ending"].lower()
    towns = [area["stem"] + other for known, others in _OF_AREAS if known == ending
             for other in others]  # fmt: skip
    town = next(filter(lists, towns), towns[0] if area["oblast"] else None)
    return f"{town} {level}" if town else area[0]


def _nominatives(name: str) -> Iterator[str]:
    words = name.split()
    for readings in product(*(list(_read_word(word)) for word in words)):
        yield " ".join(readings)


def _read_word(word: str) -> Iterator[str]:
    yield word
    plain = word.lower()
    for ending, others in _ENDINGS:
        if plain.endswith(ending) and len(word) - len(ending) >= 2:
            yield from (word[: len(word) - len(ending)] + other for other in others)

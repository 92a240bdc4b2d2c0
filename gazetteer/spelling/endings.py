"""Names in a case of their language, after a preposition: "у Бахмуті", "в Харькове", "під Києвом".

Endings and prepositions are data by language. What a name may be in the nominative is proposed
here; which of it is a place is for the index to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

__all__ = ["has_cases", "read_case", "towns_of_area"]

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile("[\u0400-\u04ff'’ʼ-]+")
_MOST = 64  # readings of a name of several words

# Before a name, said of what lies in it: Ukrainian, Russian, Belarusian, Bulgarian.
_IN = ("у", "в", "во", "ув", "на", "із", "зі", "з", "из", "со", "с-ще", "до", "по", "ў")
# Of what lies near it; two words first.
_NEAR: tuple[str, ...] = (
    "недалеко від", "неподалік від", "недалеко від", "неподалік", "поблизу", "поруч із", "поруч з",
    "біля", "під", "коло", "недалеко от", "неподалеку от", "рядом с", "вблизи", "возле", "около",
    "под", "близ", "у районі", "в районі", "в районе",
)  # fmt: skip
# The same of its surroundings, and of its edge: in the nominative, and after "on" or "in".
_NEAR += ("в околицях", "у околицях", "околиці", "в окрестностях", "окрестности")
_EDGE = (
    "на околиці", "околиця", "на окраїні", "окраїна", "окраїни", "у передмісті", "в передмісті",
    "передмістя", "на окраине", "окраина", "окраины", "в пригороде", "пригород", "в предместье",
    "предместье",
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
    ("озі", ("іг",)), ("огу", ("іг",)), ("огом", ("іг",)), ("ога", ("іг",)),
    ("ій", ("а",)), ("ої", ("а",)), ("ця", ("ець",)), ("цю", ("ець",)), ("цем", ("ець",)),
    ("ому", ("ий", "е", "ій")), ("ого", ("ий", "е", "ый", "ое", "ой")),
    ("ною", ("на",)), ("ым", ("ый", "ое")), ("им", ("ий", "е", "ое")),
    ("ці", ("ка", "ця", "ці", "ець")), ("зі", ("га",)), ("сі", ("ха", "са")), ("ії", ("ія",)),
    ("ії", ("ія",)), ("ії", ("ій",)), ("ах", ("и", "а", "ы")), ("ях", ("і", "я", "и")),
    ("ами", ("и", "ы")), ("ями", ("і", "и")), ("ам", ("и", "ы")),
    ("ом", ("", "е", "о", "ое", "ый", "ой")), ("ем", ("ь", "", "е", "ье")), ("єм", ("й", "є")),
    ("ям", ("я",)), ("ою", ("а",)), ("ею", ("я", "а")), ("єю", ("я",)), ("ой", ("а", "ая")),
    ("ей", ("я", "и")), ("і", ("", "а", "я", "ь", "о", "е", "и")), ("ї", ("я", "й")),
    ("у", ("", "а", "о")), ("ю", ("я", "ь", "й")), ("и", ("а", "я", "ь")), ("ы", ("а",)),
    ("е", ("", "а", "о", "я", "ь", "й")), ("а", ("", "о", "е")), ("я", ("ь", "е", "й", "ье")),
)  # fmt: skip

# (ending of what an area is called, what may stand in its place in the town's name).
_OF_AREAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("цьк", ("цьк", "ця", "ці")), ("цк", ("цк", "ца", "цы")), ("зьк", ("жжя", "га", "з")),
    ("жск", ("жье", "ж", "га")), ("ськ", ("ськ", "", "и", "а", "сько", "са", "о", "е")),
    ("ск", ("ск", "", "ы", "а", "ское", "са", "о", "ь")),
)  # fmt: skip
_AREA = re.compile(
    "^(?P<stem>[Ѐ-ӿ'’ʼ-]{2,}?)(?P<ending>цьк|зьк|ськ|цк|жск|ск)"
    "(?:а|ий|ій|ої|у|ю|ою|ого|ому|им|ая|ой|ую|ий|ом)\\s+"
    "(?:(?P<oblast>област\\w*|обл\\.?)|район\\w*|р-н\\w*)$",
    re.IGNORECASE,
)
# The same in Latin letters: "Sumska oblast", "Kharkovskaya oblast", "Bakhmutskyi raion".
_OF_AREAS_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tsk", ("tsk", "t", "tsia", "tsya", "tsi", "tsa", "tsy")),
    ("zk", ("zhzhia", "zhzhya", "ha", "z")),
    ("zhsk", ("zhye", "zhe", "zh")), ("nsk", ("n", "ne", "na", "nsk", "no")),
    ("sk", ("sk", "", "y", "a", "sa", "o", "e", "i")), ("k", ("y",)),
)  # fmt: skip
_AREA_LATIN = re.compile(
    r"^(?P<stem>[^\W\d_][\w'’ʼ-]+?)(?P<ending>tsk|t['’ʼ]sk|zhsk|z['’ʼ]?k|ns['’ʼ]?k|s['’ʼ]?k|['’ʼ]k)"
    r"(?:a|aya|aia|aja|oi|oy|yi|yy|iy|ij|yj|y|i)\s+(?P<level>oblast\w*|raion|rayon)$",
    re.IGNORECASE,
)
# Between a name and the area that stands after it in the genitive: "Роботине Запорізької області".
_OF_AREA = re.compile(
    r"(?P<name>(?<!\w)[\u0400-\u042fҐ][\w'’ʼ-]*|району|района|р-ну)\s+"
    r"(?=[\u0400-\u042fҐ][\w'’ʼ-]+[сцз]ь?к(?:ої|ого|ой)\s+(?:област|обл\.|район|р-н))"
)
_BETWEEN = re.compile(r"(\s+(?:та|і|й|и|або|или)\s+|\s*[,;/]\s*)", re.IGNORECASE)

_PHRASE = re.compile(
    rf"^(?P<near>(?:{'|'.join(sorted(_NEAR, key=len, reverse=True))})\s+)?"
    rf"(?P<edge>(?:{'|'.join(sorted(_EDGE, key=len, reverse=True))})\s+)?"
    rf"(?P<in>(?:{'|'.join(_IN)})\s+(?=\S{{3}}))?"
    rf"(?P<short>{_SHORT}\s*(?=\S{{3}}))?",
    re.IGNORECASE,
)


def has_cases(text: str) -> bool:
    """Say whether a text is in a script whose languages decline names."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def read_case(text: str, lists: Callable[[str], bool]) -> str:
    """Return names without their prepositions and in the nominative, where that is listed.

    lists: says of a name whether some place is called so. "near" or "outskirts of" in front of
    what is only that;
    an area called after a town is that town's: "Харківська область" is "Харків oblast".
    """
    if lists(text):
        return text
    pieces = _BETWEEN.split(_OF_AREA.sub(r"\g<name>, ", text))
    return "".join(
        piece if number % 2 or not piece else _read_one(piece, lists)
        for number, piece in enumerate(pieces)
    )


def _read_one(text: str, lists: Callable[[str], bool]) -> str:
    found = _PHRASE.match(text)
    before = found.end() if found else 0
    near = "near " if found and found["near"] else ""
    near = "outskirts of " if found and found["edge"] else near
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
    whole = f"{area['stem']}{ending}{'а' if 'ь' in ending else 'ая'} область"
    if area["oblast"] and lists(whole):
        return whole
    towns = [area["stem"] + other for known, others in _OF_AREAS if known == ending
             for other in others]  # fmt: skip
    town = next(filter(lists, towns), towns[0] if area["oblast"] else None)
    return f"{town} {level}" if town else area[0]


def towns_of_area(text: str) -> tuple[list[str], str] | None:
    """Return what an area in Latin letters may be called after, and its level; None for others.

    >>> towns_of_area("Sumska oblast")[0][:3], towns_of_area("Sumy oblast")
    (['Sumsk', 'Sum', 'Sumy'], None)
    """
    area = _AREA_LATIN.match(text)
    if area is None:
        return None
    plain = area["ending"].lower().translate(dict.fromkeys(map(ord, "'’ʼ")))
    towns = [area["stem"] + other for known, others in _OF_AREAS_LATIN if known == plain
             for other in others]  # fmt: skip
    return towns, "oblast" if area["level"].lower().startswith("oblast") else "raion"


def _nominatives(name: str) -> Iterator[str]:
    words = name.split()
    for readings in product(*(list(_read_word(word)) for word in words)):
        yield " ".join(readings)


def _read_word(word: str) -> Iterator[str]:
    yield word
    plain = word.lower()
    for ending, others in _ENDINGS:
        least = 1 if len(ending) > 2 else 2  # letters before it: "Розі" is "Ріг"
        if plain.endswith(ending) and len(word) - len(ending) >= least:
            yield from (word[: len(word) - len(ending)] + other for other in others)

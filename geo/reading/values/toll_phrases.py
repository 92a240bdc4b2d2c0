"""Tolls told with their kind: "3 killed", "killed: 3, wounded: 5", "3 قتلى و5 جرحى".

A figure goes to the toll that its own word names. No figure is made of words, but for 0 of "no
deaths"; what is told of civilians or of others alone is no toll of all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.reading.values.plain import CellError, plain_text
from geo.reading.values.tolls import read_toll

__all__ = ["TOLD", "split_toll"]

TOLD = ("killed", "injured", "casualties")

# By language: English, Arabic, French, Spanish, German, Russian, Ukrainian, Turkish, Persian.
_KILLED = (
    "killed|dead|deaths|death|died|fatalities|fatality|martyrs|martyr|martyred|slain|"
    "قتيل|قتيلا|قتلى|قتل|مقتل|شهيد|شهيدا|شهداء|استشهاد|استشهد|وفاة|وفيات|"
    "morts|mort|tués|tué|tuées|décès|muertos|muerto|fallecidos|fallecido|tote|toter|getötete|"
    "убиты|убито|убитых|убит|погибших|погибло|погибли|погибший|загинуло|загинули|загиблих|вбито|"
    "ölü|öldü|hayatını kaybetti|şehit|کشته|کشته شدند"
)
_INJURED = (
    "injured|wounded|hurt|injuries|injury|"
    "جريح|جريحا|جرحى|مصاب|مصابا|مصابين|مصابون|إصابة|إصابات|أصيب|"
    "blessés|blessé|blessées|heridos|herido|verletzte|verletzter|verwundete|"
    "ранены|ранено|раненых|ранен|поранено|поранених|поранені|yaralı|yaralandı|زخمی|مجروح"
)
_BOTH = (
    "casualties|casualty|killed or injured|killed or wounded|killed and injured|"
    "killed and wounded|dead or injured|dead and injured|ضحية|ضحايا|قتلى وجرحى|"
    "morts ou blessés|tués ou blessés|tués et blessés|morts et blessés"
)
# No part of the people, but all of them.
_PEOPLE = (
    "people|persons|person|were|was|reported|a total of|total|"
    "شخص|أشخاص|شخصا|اشخاص|personnes|personne|personas|persona|menschen|personen|"
    "человек|человека|людей|осіб|особи|kişi|نفر"
)
_NONE = (
    "no|without|zero|لا|لا يوجد|لا توجد|دون|بدون|بلا|دون وقوع|من دون|aucun|aucune|pas de|sans|"
    "sin|ningún|keine|ohne|нет|без|немає"
)
_PART = (
    "including|incl|among them|of them|of whom|بينهم|من بينهم|منهم|dont|incluidos|darunter|"
    "в том числе|включая|зокрема|у тому числі"
)


def _any_of(words: str) -> str:
    listed = sorted((plain_text(word) for word in words.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


_KINDS = {"casualties": _any_of(_BOTH), "killed": _any_of(_KILLED), "injured": _any_of(_INJURED)}
_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
_ANY_KIND = "(?:" + "|".join(_KINDS.values()) + ")"
_ANY_KIND = "(?:" + "|".join(_KINDS.values()) + ")"
_AND = rf"(?:and|et|y|und|и|та|і|ve|{plain_text('و')})"
_BETWEEN = re.compile(r"\s*[,;&/]\s*(?!\d{3}\b)|[()\[\]\n]")
# Where another phrase begins with no mark between: after a kind before a figure, or after a figure
# before a kind with a figure of its own.
_FIGURE_FIRST = re.compile(rf"(?<!\w)({_ANY_KIND}) (?=\d+ {_ANY_KIND})")
_KIND_FIRST = re.compile(rf"(\d) (?={_ANY_KIND} ?[:=]? ?\d)")
_JOINED = (
    (re.compile(rf"(?<!\w)({_ANY_KIND}) {_AND} ?(?=[^,;]*\d)"), r"\1; "),
    (re.compile(rf"(\w) {_AND} ?(?={_ANY_KIND}[^,;]*\d)"), r"\1; "),
)
_PHRASE = re.compile(
    rf"(?P<before>.*?)(?<!\w)(?:{_KIND})(?!\w)(?:\s*[:=]\s*|\s+-\s+|\s*)(?P<after>.*)"
)
_PEOPLE_WORDS = re.compile(rf"(?<!\w){_any_of(_PEOPLE)}(?!\w)")
_NO = re.compile(_any_of(_NONE))
_INCLUDING = re.compile(rf"(?<!\w){_any_of(_PART)}(?!\w).*$")


@lru_cache(maxsize=4096)
def split_toll(text: str) -> dict[str, str] | None:
    """Return the figure of each toll that a cell tells with its kind, None where it tells none.

    Figures are as `read_toll` reads them; a toll whose figure is in words is left out, and a kind
    that is told twice makes it None.

    >>> split_toll("3 dead, 5 wounded"), split_toll("at least 3 killed"), split_toll("no deaths")
    ({'killed': '3', 'injured': '5'}, {'killed': 'at least 3'}, {'killed': '0'})
    >>> split_toll("dozens killed"), split_toll("3 civilians killed"), split_toll("5")
    (None, None, None)
    """
    told: dict[str, str] = {}
    plain = plain_text(text)
    plain = (_FIGURE_FIRST if plain[:1].isdigit() else _KIND_FIRST).sub(r"\1; ", plain)
    for joint, parted in _JOINED:
        plain = joint.sub(parted, plain)
    for piece in _BETWEEN.split(plain):
        phrase = _PHRASE.fullmatch(_INCLUDING.sub("", piece).strip(" ."))
        if phrase is None:
            continue
        kind = next(kind for kind in TOLD if phrase[kind])
        if kind in told:
            return None
        figure = _read_figure(phrase["before"], phrase["after"])
        if figure is not None:
            told[kind] = figure
    return told or None


def _read_figure(before: str, after: str) -> str | None:
    """Return the one figure around a kind of toll, None where there is none, or more is said."""
    if _NO.fullmatch(f"{before} {after}".strip()):
        return "0"
    said = [" ".join(_PEOPLE_WORDS.sub(" ", part).split()) for part in (before, after)]
    figures = [part for part in said if part]
    if len(figures) != 1:
        return None
    try:
        bounds = read_toll(figures[0])
    except CellError:
        return None
    return figures[0] if bounds != (None, None) else None

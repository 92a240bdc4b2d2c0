"""Tolls of two kinds that share a figure: "7 killed and injured", "قتلى وجرحى: 20".

Such a figure is of both together; none of it is known to be of the killed or of the injured alone.
The words for the kinds are here too.
"""

from __future__ import annotations

import re

from geo.reading.values.plain import NOTHING, CellError, plain_text
from geo.reading.values.tolls import read_toll

__all__ = ["AND", "BETWEEN", "KIND", "KINDS", "NO", "any_of", "mark_joint", "read_figure"]

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
_BOTH = "casualties|casualty|ضحية|ضحايا"
# Of people who were neither killed nor injured, as far as is known.
_OTHERS = (
    "missing|disappeared|detained|arrested|kidnapped|abducted|displaced|captured|"
    "مفقود|مفقودا|مفقودين|مفقودون|معتقل|معتقلا|معتقلين|مخطوف|نازح|نازحين|"
    "disparus|disparu|desaparecidos|desaparecido|vermisste|vermisster|"
    "пропавших|пропали|пропало|зниклих|зникли|задержанных|затриманих|kayıp|ناپدید|بازداشت"
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


def any_of(words: str) -> str:
    """Return a pattern for any of the words between bars, the longest first."""
    listed = sorted((plain_text(word) for word in words.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


KINDS = {"casualties": any_of(_BOTH), "killed": any_of(_KILLED), "injured": any_of(_INJURED)}
KIND = "(?:" + "|".join(KINDS.values()) + ")"
AND = rf"(?:and|et|y|und|и|та|і|ve|{plain_text('و')})"
NO = re.compile(any_of(_NONE))
BETWEEN = re.compile(r"[,;&]\s*(?!\d{3}\b)|(?<!\d)/|/(?!\d)|[()\[\]\n]")
_OR = any_of("or|ou|o|oder|или|або|чи|veya|أو|یا|as well as|plus|and/or")
_PEOPLE_WORD = any_of(_PEOPLE)
_PEOPLE_WORDS = re.compile(rf"(?<!\w){_PEOPLE_WORD}(?!\w)")
_WORD = rf"(?:{KIND}|{any_of(_OTHERS)})(?!\w)"
_WITH = plain_text("و")  # "and", written to the next word
_LINK = (
    rf"(?: ?[,;&/|+(\[-] ?(?:(?:{AND}|{_OR}) )?| (?:{AND}|{_OR}) | {_WITH} ?)"
    rf"(?:(?:\w+ly|also|{_PEOPLE_WORD}) )?"
)
_JOINT = re.compile(
    rf"(?:{any_of('between|both|entre|между|між|ما بين|بين')} )?"
    rf"(?<!\w){_WORD}(?P<links>(?:{_LINK}{_WORD})+)[)\]]?"
)
_SAID = {
    kind: re.compile(rf"(?<!\w){_WITH}?{words}(?!\w)")
    for kind, words in {**KINDS, "others": any_of(_OTHERS)}.items()
}
_OWN = re.compile(rf"[ :=-]+(?=\d[\d,]* (?:{_PEOPLE_WORD} )?{KIND})")
_LISTED = re.compile(r" ?[,;]")
_SPACED = re.compile(r"[ :=-]*")
_NOT_KNOWN = re.compile(rf"[ :=-]*{any_of('|'.join(word for word in NOTHING if word))}(?!\w)")
_NOT_ANY = re.compile(rf"(?<!\w){NO.pattern} $")
_ROW = rf"(?:\d|[ ,;&/|+-]|(?<!\w){AND}(?!\w))*"
_ROW_BEFORE, _ROW_AFTER = re.compile(rf"{_ROW}$"), re.compile(rf"[ :=]*{_ROW}")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?: ?- ?\d+)?")


def mark_joint(plain: str) -> str:
    """Write kinds with no figure between them as one: "casualties" for the killed and injured.

    Others, such as the missing, leave no kind there; nor do two figures in a row, which may be one
    of each. Kinds stay as they are where each has a figure of its own.

    >>> mark_joint("killed and injured: 20"), mark_joint("7 killed/missing"), mark_joint("3 dead")
    ('casualties: 20', '7 -', '3 dead')
    """
    return _JOINT.sub(_mark, plain)


def read_figure(before: str, after: str) -> str | None:
    """Return the one figure around a kind of toll, None where there is none, or more is said."""
    if NO.fullmatch(f"{before} {after}".strip()):
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


def _mark(found: re.Match[str]) -> str:
    kinds = {kind for kind, said in _SAID.items() if said.search(found[0])}
    before, after = found.string[: found.start()], found.string[found.end() :]
    own = _OWN.match(after)
    if len(kinds) == 1 or (not own and _told_apart(found["links"], before, after)):
        return found[0]
    rows = [_ROW_BEFORE.search(before), None if own else _ROW_AFTER.match(after)]
    figures = [figure for row in rows if row for figure in _FIGURE.findall(row[0])]
    ranged = (
        any("-" in figure for figure in figures) and not found["links"].replace(" ", "").isalpha()
    )
    both = kinds - {"casualties"} == {"killed", "injured"} and len(figures) < 2 and not ranged
    return ("casualties" if both else "-") + ("; " if own else "")


def _told_apart(links: str, before: str, after: str) -> bool:
    """Say whether each kind of a joint has a figure, or is said to have none."""
    if _LISTED.match(links) and (_NOT_KNOWN.match(after) or _NOT_ANY.search(before)):
        return True
    following = _SPACED.sub("", BETWEEN.split(after)[0], count=1)
    return bool(read_figure(BETWEEN.split(before)[-1], "") and read_figure("", following))

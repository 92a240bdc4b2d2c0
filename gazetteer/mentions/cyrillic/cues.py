"""Words around a place name in Ukrainian and Russian text: prepositions, types, joining words.

Written from the grammar of both languages and from how channels and agencies write.
"""

from __future__ import annotations

import re

from gazetteer.mentions.cues import MEDIUM, NONE, STRONG

__all__ = ["CITY", "IN_LIST", "cue_before", "is_attacked"]

CITY = "city"  # the hint of a name that a word for a town stands before
_TYPES = (
    r"міст\w+|містечк\w+|сел[оаіуи]|селом|селищ\w+|смт\.?|м\.|с\.|сел\.|хутор\w*|"
    r"город(?:а|е|у|ом|ов|ах)?|сел[ее]|сёл\w*|пос[её]л\w+|пгт\.?|г\.|деревн\w+|станиц\w+|"
    r"населен\w+ пункт\w*|громад\w+"
)
_STANDS_BEFORE = re.compile(rf"(?<!\w)(?:{_TYPES})\s+[«\"]?$", re.IGNORECASE)
_PREPOSITIONS = re.compile(
    r"(?<!\w)(?:у|в|во|на|по|до|з|із|зі|із-за|від|біля|під|поблизу|неподалік|за|над|через|між|"
    r"із|из|со|с|от|возле|около|под|вблизи|близ|к|ко|между|ў|районі|районах|районе|районах|"
    r"околиц\w+|окраин\w+|окрестност\w+|передміст\w+|пригород\w*|напрям\w+|направлени\w+|центр\w*|"
    r"(?:мікро|микро)?район\w*|порт\w*|аэродром\w*|аеродром\w*|"
    r"постражда(?:в|л\w+)|зазна(?:в|л\w+)|пострада(?:л|ла|ло|ли)|подверг\w+|"
    r"(?:вогн|обстріл|удар)(?:ем|ом|ами)\s+(?:був|була|було|були|перебува\w+|опини\w+)|"
    r"(?:огн[её]м|обстрелом|ударом)\s+(?:был\w*|оказал\w+|находил\w+)|"
    r"обстрі\w+|обстрел\w+|атак\w+|мер\w?|мэр\w?|жител\w+|мешкан\w+|"
    r"північніше|південніше|східніше|західніше|севернее|южнее|восточнее|западнее)\s+$",
    re.IGNORECASE,
)
IN_LIST = re.compile(
    rf"\s*(?:,|;|/)?\s*(?:(?:та|і|й|и|або|или|а також|а также)\s+)?(?:(?:у|в|на|по)\s+)?"
    rf"(?:(?:{_TYPES})\s+)?",
    re.IGNORECASE,
)


_ATTACKED = (
    r"(?:за)?(?:атаку(?:вав|вал[аи]|ють|є)|атакова(?:л[аи]?|ли)|атаку(?:ет|ют)|"
    r"обстріл(?:яв|ял[аи]|юють|ює)|обстреля(?:л[аи]?|ли)|обстрелива(?:ет|ют|л[аи]?)|"
    r"(?:роз|раз)?бомби(?:в|л[аи]?|ть|ли)|бомблять|бомбят|уража\w+|ураз(?:ив|ил[аи])|"
    r"пораз(?:ил[аи]?|или)|накри(?:в|л[аи])|накрыл[аи]?)"
)
_ATTACKED_BEFORE = re.compile(rf"(?<!\w){_ATTACKED}(?: (?!не )[\w'’ʼ-]+){{0,4}} $", re.IGNORECASE)
_ATTACKED_BEHIND = re.compile(rf" (?:[\w'’ʼ-]+ ){{0,3}}{_ATTACKED}(?!\w)", re.IGNORECASE)
_OBJECT = re.compile(r"(?:у|ю)$", re.IGNORECASE)  # the accusative of a name in -а, -я


def is_attacked(text: str, start: int, end: int) -> bool:
    """Say whether a name in the accusative is what a verb of attack in its clause is done to."""
    if _OBJECT.search(text[start:end]) is None:
        return False
    before = _ATTACKED_BEFORE.search(text[max(0, start - 70) : start])
    return before is not None or _ATTACKED_BEHIND.match(text, end) is not None


def cue_before(text: str, start: int) -> int:
    """Return how surely a place begins at start, by the words before it: a level of `cues`."""
    lead = text[max(0, start - 32) : start]
    if _STANDS_BEFORE.search(lead):
        return STRONG
    return MEDIUM if _PREPOSITIONS.search(lead) else NONE

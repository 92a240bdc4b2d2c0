"""Ukrainian and Russian names on no list that hold one that is: "Верхняя Липовка" is no Верхня."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.mentions.index import Found

__all__ = ["is_adjective", "takes_before", "takes_behind"]

_WELL_KNOWN = 2  # strength of a name that is meant by itself; see `Found`
_NEAR = 8  # signs before a word in which its sentence may begin
_ONE = re.compile(r"[ \u00a0]")
_OPENS = re.compile(r"(?:^|[\n.!?:;«»\"“”„•*▪–—-]|\d)[ \u00a0]*$")  # before a sentence's first word
# Adjectives in all cases: forms that only a nominative or accusative has, and the others.
_BASE = re.compile(r"(?:[аяеєіїыи]|[иыіо]й)$", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"(?:[оеє](?:го|му|м|й|ї|ю)|[ії]й|[иыії](?:м|х|ми)|[ую]ю|[ую]|[ії])$", re.IGNORECASE
)
_ADJECTIVE = re.compile(
    r"(?:[аяо]я|[ое]е|[ыи]й|ій|н[аяеє]|[оеє](?:го|му)|[оеє][йїюм]|[ыиі]м|ую|юю|н[ую])$"
    r"|^(?:нов|стар|мал|велик|бол[ьш]+|біл|бел|чорн|ч[её]рн|червон|красн|зелен|син|сив|верхн|"
    r"нижн|середн|перш|перв|друг|втор|крив|кругл|круг|довг|долг|глибок|глубок|широк|висок|"
    r"высок|сух|мокр|дальн|далек|ближн|близьк|добр|весел|ясн|тих|світл|светл|свят|гол|"
    r"вільн|вольн|мирн|багат|богат|крут|гостр|остр|красив|молод|лис|рус|турецьк|козач)"
    r"(?:а|я|е|є|о|і|у|ю|и|ы)$",
    re.IGNORECASE,
)


def is_adjective(word: str) -> bool:
    """Say whether a word has the form of an adjective: "Нижній", "Белая", "Заозёрном"."""
    return _ADJECTIVE.search(word) is not None


def takes_behind(text: str, name: re.Match[str], after: re.Match[str], found: Found) -> bool:
    """Say whether the capital word behind a listed name makes both a name of its own.

    Behind a town that is meant by its name alone stands who speaks there ("у Києві Зеленський"),
    but for a name that is an adjective.
    """
    if _ONE.fullmatch(text, name.end(), after.start()) is None or _is_short(after[0]):
        return False
    return found.strength < _WELL_KNOWN or is_adjective(name[0])


def takes_before(
    text: str, before: re.Match[str], name: re.Match[str], found: Found, *, declined: bool
) -> bool:
    """Say whether a capital word before a listed name makes both a name of its own.

    It is an adjective in the case of the name; a sentence's first word ("Нічний Харків") only
    goes with a name of which little is known.
    """
    if _ONE.fullmatch(text, before.end(), name.start()) is None or _is_short(before[0]):
        return False
    forms: Sequence[re.Pattern[str]] = (_BASE, _OBLIQUE) if not declined else (_OBLIQUE,)
    if not any(form.search(before[0]) for form in forms):
        return False
    start = before.start()
    return found.strength < _WELL_KNOWN or _OPENS.search(text, max(0, start - _NEAR), start) is None


def _is_short(word: str) -> bool:
    """Say whether a word is an abbreviation: "ЗСУ"."""
    return word.isupper()

"""Persons in Ukrainian and Russian text: a surname is no place, though a town is called so."""

from __future__ import annotations

import re

__all__ = ["is_given", "names_person"]

# Given names that stand before a surname; towns may be called so too ("Станіслав", "Марія").
_GIVEN = (
    "володимир владимир олександр александр роман іван иван ігор игорь олег богдан віктор виктор "
    "марія мария марина ірина ирина ольга софія софия надія надежда світлана светлана анатолій "
    "анатолий михайло михаил тарас максим денис павло павел олексій алексей сергій сергей дмитро "
    "дмитрий андрій андрей юрій юрий наталія наталья тетяна татьяна оксана юлія юлия анна "
    "катерина екатерина микола николай василь василий петро петр пётр степан григорій григорий "
    "євген евгений вадим віталій виталий владислав вячеслав станіслав станислав руслан рустем "
    "артем артём кирило кирилл антон валерій валерий геннадій геннадий леонід леонид борис микита "
    "никита данило ілля илья людмила галина валентина мирослав ярослав святослав федір федор тимур "
    "едуард эдуард костянтин константин георгій георгий яків яков олена елена лариса аліна алина"
)
_BASE = re.compile(r"(?:[аяоьй]|ий|ій|ей)$")
_CASES = (
    r"(?:а|я|о|и|і|ь|й|ю|у|ы|е|ом|ем|ём|єм|ові|еві|єві|ою|ею|єю|ой|ей|ії|ію|ією|ии|ию|ией|"
    r"ий|ій|ия|ія|ея|ієм|ием|еем|ієві)?"
)
_STEMS = "|".join(sorted({_BASE.sub("", name) for name in _GIVEN.split()}))
_FIRST = re.compile(rf"(?:{_STEMS}){_CASES}")
_PATRONYMIC = re.compile(r"\w{3,}(?:[оеє]вич|[ії]вич|[оеії]вн)(?:а|у|ем|ові|і|е|ы|и|ою|ой)?")
_TOWN = re.compile(r"[оа]ле[кс]{1,2}андр(?:[иі][яюї]|ії|ією|ии|ией)")  # Oleksandriia
_BEFORE = re.compile(r"[ \u00a0]")


def is_given(word: str) -> bool:
    """Say whether a word is a given name or a patronymic, in any case."""
    small = word.lower()
    if _TOWN.fullmatch(small):
        return False
    return _FIRST.fullmatch(small) is not None or _PATRONYMIC.fullmatch(small) is not None


def names_person(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Say whether a word follows a given name or a patronymic, as a surname does."""
    follows = _BEFORE.fullmatch(text, before.end(), word.start()) is not None
    return follows and is_given(before[0])

"""A toll as people write it -> a lower and an upper bound; no figure is made of words."""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.limits import FIGURE
from geo.reading.values.plain import NOTHING, CellError, plain_text

__all__ = ["WordedTollError", "read_toll", "toll_words"]

Bounds = tuple[int | None, int | None]


class WordedTollError(CellError):
    """A toll in words, such as "dozens", or as "3/5": no figure may be read from it."""


def _any_of(words: str) -> str:
    listed = sorted((plain_text(word) for word in words.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


_LOW = _any_of(
    "≥|>=|at least|at minimum|minimum|minimum of|a minimum of|min|min.|no fewer than|"
    "no less than|not less than|على الأقل|ما لا يقل عن|لا يقل عن|au moins|minimum de|"
    "al menos|por lo menos|не менее|как минимум|не менше|щонайменше|en az|حداقل|دست کم"
)
# People are whole: more than 3 are at least 4, fewer than 3 at most 2.
_ABOVE = _any_of(">|more than|over|أكثر من|plus de|más de|более|свыше|понад|більше|بیش از")
_HIGH = _any_of(
    "≤|<=|at most|up to|no more than|not more than|maximum|maximum of|"
    "a maximum of|max|max.|لا يزيد عن|حتى|jusqu'à|au plus|au maximum|hasta|como máximo|до|не более|"
    "не більше|en fazla|حداکثر|تا"
)
_BELOW = _any_of("<|fewer than|less than|under|أقل من|moins de|menos de|менее|менше|کمتر از")
_OPEN = _any_of(
    "+|or more|and more|and above|plus|at least|على الأقل|أو أكثر|ou plus|o más|и более"
)
_FROM = _any_of("between|from|بين|ما بين|من|entre|de|от|від|между|між|از|arası")
_TO_WORDS = _any_of("to|and|or|till|until|إلى|أو|à|et|ou|y|o|до|и|або|чи|или|та|ile|ve|تا")
_TO = f"(?: ?- ?| {_TO_WORDS} | {plain_text('و')} ?)"
_COUNT = r"(\d{1,9})(?:[.,]0{1,2})?"
# 3 to 5, 3 of 5, or 3 killed and 5 injured: no source that was found says which.
_SLASHED = re.compile(rf"{_COUNT} ?/ ?{_COUNT}")
_TOLLS = (
    (re.compile(_COUNT), "both"),
    (re.compile(rf"(?:{_FROM} ?)?{_COUNT}{_TO}{_COUNT}"), "range"),
    (re.compile(rf"{_COUNT} ?{_OPEN}|{_LOW} ?{_COUNT}"), "low"),
    (re.compile(rf"{_HIGH} ?{_COUNT}"), "high"),
    (re.compile(rf"{_ABOVE} ?{_COUNT}"), "above"),
    (re.compile(rf"{_BELOW} ?{_COUNT}"), "below"),
)
_BEYOND = re.compile(rf"(?:{_ABOVE}|{_BELOW}) ?\d")  # its bound is another number than its figure
# Codes that event tables give for "not reported"; GTD has -9 and -99.
_NO_TOLL = re.compile(r"-9{1,4}(?:\.0+)?")
_THOUSANDS = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{1,3}(?: \d{3})+\b|\b\d{1,3}(?:'\d{3})+\b")
_ASIDE = re.compile(r"([^()\[\]]*\d[^()\[\]]*?) ?[(\[]([^()\[\]]*)[)\]]")
# In brackets these make another toll, or another figure, of what stands before them.
_OTHER_TOLL = re.compile(
    r"injur|wound|missing|hurt|arrest|est\b|estimat|approx|about|circa|more|least|up to|over|~|"
    r"جرحى|جريح|مصاب|مفقود|bless|herid|ранен|поранен|yaral|زخمی|مجروح"
)
# Words for a number of people that is not given, or given in letters.
_QUANTITIES = (
    "dozens dozen scores hundreds thousands tens several many some few multiple numerous various"
    " couple handful most unknown unspecified undetermined unclear unconfirmed heavy mass massive"
    " no nobody zero one two three four five six seven eight nine ten eleven twelve fifteen twenty"
    " thirty forty fifty hundred entire whole family all number civilians"
    " عشرات العشرات عدة عدد بعض كثير كثيرون العديد مئات المئات آلاف الآلاف عائلة"
    " واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"
    " plusieurs dizaines quelques aucun nombreux varios decenas muchos ninguno несколько десятки"
    " много нет кілька десятки багато немає onlarca birçok birkaç چند چندین ده‌ها"
)
_QUANTITY_WORDS = frozenset(plain_text(word) for word in _QUANTITIES.split())
_FIGURE_IN_WORDS = re.compile(r"(?<![\w.,-])~?\d+(?![^\W_])(?![\w.,]*\d)")


@lru_cache(maxsize=4096)
def read_toll(text: str) -> Bounds:
    """Read "5", "3-5", "70+" or "up to 12" as (lower, upper); a bound not given is None.

    People are whole: ">3" is at least 4, and "<3" at most 2; `toll_words` returns how it is worded.
    Nothing known, in words or as -9 and -99, is (None, None). "5-7 (2 children)" reads as 5-7
    where the bracket breaks the figure down; `toll_words` returns what the bracket says. Words
    are not turned into numbers: raises WordedTollError for "dozens" or "about 5", and for "3/5",
    which is a range as little as 3 of 5; CellError for what is no toll at all.
    """
    if len(text) > FIGURE.most:
        raise CellError(f"{text[:40]!r}... is longer than {FIGURE}; write 5, 3-5, 70+ or up to 12")
    plain = _joined_thousands(plain_text(text))
    if plain in NOTHING or _NO_TOLL.fullmatch(plain):
        return None, None
    bounds = _match(plain, text) or _match_with_aside(plain, text)
    if bounds is not None:
        return bounds
    if re.match(r"(-|minus ) ?\d+(\.\d+)?\b", plain):
        raise CellError(f"{text!r} is negative; give 0 or more, or leave it empty")
    refusal = WordedTollError if _is_worded(plain) else CellError
    raise refusal(
        f"{text!r} is no whole number or range; write 5, 3-5, 70+ or up to 12, "
        "or leave it empty where nothing is reported"
    )


def toll_words(text: str) -> str:
    """Return what a toll's cell says beside the figures that `read_toll` reads, '' for nothing.

    >>> toll_words("5 - 7 (2 children)"), toll_words("more than 3"), toll_words("5-7")
    ('2 children', 'more than 3', '')
    """
    if _BEYOND.match(plain_text(text)):
        return " ".join(text.split())
    found = re.search(r"[(\[]([^()\[\]]*)[)\]]\s*$", text)
    return " ".join(found[1].split()) if found else ""


def _joined_thousands(plain: str) -> str:
    return _THOUSANDS.sub(lambda found: re.sub(r"[ ,']", "", found[0]), plain)


def _match(plain: str, text: str) -> Bounds | None:
    for pattern, meaning in _TOLLS:
        if found := pattern.fullmatch(plain):
            counts = [int(count) for count in found.groups() if count is not None]
            return _bounds(counts, meaning, text)
    return None


def _match_with_aside(plain: str, text: str) -> Bounds | None:
    """Read the figures before a bracket that breaks them down, None where it says other things."""
    found = _ASIDE.fullmatch(plain)
    if not found or _OTHER_TOLL.search(found[2]):
        return None
    bounds = _match(found[1], text)
    most = max((count for count in bounds or () if count is not None), default=0)
    return bounds if all(int(part) <= most for part in re.findall(r"\d{1,9}", found[2])) else None


def _is_worded(plain: str) -> bool:
    """Say whether a text states a number of people in words, a figure among words, or "3/5"."""
    words = re.findall(r"[^\W\d_]+", plain)
    if any(word in _QUANTITY_WORDS for word in words) or _SLASHED.fullmatch(plain):
        return True
    lettered = any(len(word) > 1 for word in words) or plain.startswith("~")
    return lettered and bool(_FIGURE_IN_WORDS.search(plain))


def _bounds(counts: list[int], meaning: str, text: str) -> Bounds:
    if meaning == "range":
        if counts[1] < counts[0]:
            raise CellError(f"{text!r} runs from high to low; swap the two")
        return counts[0], counts[1]
    if meaning == "above":
        return counts[0] + 1, None
    if meaning == "below":
        if counts[0] == 0:
            raise CellError(f"{text!r} is negative; give 0 or more, or leave it empty")
        return None, counts[0] - 1
    low = counts[0] if meaning in ("both", "low") else None
    return low, counts[0] if meaning in ("both", "high") else None

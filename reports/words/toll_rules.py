"""Patterns of the wordings of tolls of a language, and the numbers that they meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache

from reports.words.gate import Gated
from reports.words.wording import compiled, filled, load_wording, spaced

__all__ = ["NOTHING", "Range", "TollRules", "bounds_of", "sum_of", "toll_rules", "value_of"]

Range = tuple[int | None, int | None]  # least and most, None not given
NOTHING: Range = (None, None)
_GROUPED = r"\d{1,3}(?:[,\x20\xa0\u202f]\d{3})+(?!\d)"  # "1,200", "1 200"


@dataclass(frozen=True, slots=True)
class TollRules:
    """Patterns of tolls, made of the words of a language and of what stands between them."""

    item: Gated
    kin: Gated  # "and his wife"
    after: Gated  # what became of them, right of the number
    before: Gated  # left of it
    toll: Gated
    hurt_toll: Gated
    single: Gated
    part: Gated
    nobody: Gated
    unkilled: Gated
    unhurt: Gated
    listed: Gated  # further people after one named by what they are
    unsure: Gated  # before "kill": that did not happen
    dozens: Gated
    high: Gated
    goes_on: Gated
    named: Gated
    article: Gated
    by_word: Gated  # a number that is people by itself: a dual, "a man"
    joined: Gated  # between such people of one list
    generic: Gated  # people of any kind, whom a list after them may tell apart
    uncounted_kin: Gated  # "and his children": the count is not known
    ages: Gated
    bare: Gated  # "man killed": of a headline
    uncounted: Gated  # "No. 7": numbers of no people
    revised: Gated  # a sentence that tells one toll as it grew: "at first 2, by evening 9 dead"
    later: Gated  # a number of such a sentence that stands alone: "finally 59"
    more: Gated  # people besides those told first: "4 others died"
    more_later: Gated  # the same behind the people killed: ", later another 4"
    up_to: Gated  # "one civilian and up to three": a range over two numbers
    share: Gated  # of a toll, before the place that it is of: "four of them in "


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(spaced(word) for word in sorted(words, key=len, reverse=True))


def _compound(numbers: Mapping[str, int]) -> str:
    """Return the pattern of "twenty-two": tens and ones joined."""
    tens = "|".join(word for word, value in numbers.items() if value >= 20)
    ones = "|".join(word for word, value in numbers.items() if 0 < value < 10 and len(word) > 2)
    return rf"(?:{tens})[- ](?:{ones})(?![\w-])" if tens and ones else r"(?!)"


@cache
def toll_rules(language: str) -> TollRules:
    """Return the patterns of a language."""
    wording = load_wording(language)
    words = {name: _alternatives(value) for name, value in wording.tables["tolls"].items()}
    words["number"] = rf"(?:{_GROUPED}|\d{{1,5}}|{words['numbers']})"
    words["number"] = rf"(?:{_compound(wording.tables['tolls']['numbers'])}|{words['number']})"
    grammar: dict[str, str] = dict(wording.tables["grammar"]["tolls"])
    also = grammar.pop("part_also", ())
    made: dict[str, str] = {}
    for name, pattern in grammar.items():  # each may use those before it
        made[_NAMED.get(name, name)] = filled(pattern, {**words, **made})
    rules = {field.name: compiled(made[_NAMED.get(field.name, field.name)])
             for field in fields(TollRules)}  # fmt: skip
    needed = map(spaced, [*also, *wording.tables["tolls"]["part"]])
    return TollRules(**{**rules, "part": Gated(rules["part"].pattern, needed)})


# Patterns that bear the name of a list of words.
_NAMED = {
    "people": "people_after",
    "part": "part_of",
    "nobody": "nobody_was",
    "unkilled": "unkilled_was",
    "unhurt": "unhurt_was",
    "dozens": "dozens_of",
}


def bounds_of(met: re.Match[str], language: str) -> Range:
    """Return the least and the most that a number says with the words of its bound.

    NOTHING where its end lies below its beginning, as in "12 to 3": the words stay.
    """
    low = value_of(met["low"], language)
    said = met.groupdict()
    if said.get("high"):
        high = value_of(str(said["high"]), language)
        return (low, high) if high >= low else NOTHING  # "12 to 3" is no range
    if said.get("above"):
        return low + 1, None
    if said.get("below"):
        return (None, low - 1) if low else NOTHING
    return (None, low) if said.get("most") else (low, None)


def value_of(word: str, language: str) -> int:
    """Return a number in digits or words, those of several joined added up."""
    digits, wording = re.sub(r"[,٬\x20\xa0\u202f]", "", word), load_wording(language)
    if digits.isdigit():
        return int(digits)
    if " ".join(word.lower().translate(wording.alike).split()) in wording.numbers:
        return wording.value(word)
    return sum(wording.value(part) for part in re.split(r"[-\s]+", word))


def sum_of(one: Range, other: Range) -> Range:
    """Return two ranges added, each end by itself; a bound that one lacks is lacking."""
    low = one[0] + other[0] if one[0] is not None and other[0] is not None else None
    if one[1] is None and other[1] is None:
        return low, None
    tops = [top if top is not None else least for least, top in (one, other)]
    high = tops[0] + tops[1] if tops[0] is not None and tops[1] is not None else None
    return low, high

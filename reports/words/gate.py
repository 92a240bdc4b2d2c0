"""Patterns of words that are looked for only in texts with a word that may begin one.

Most sentences have none of a list's words. What the words of a text begin with is kept once for
all lists, and to compare two sets takes a tenth of the time of a search.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

__all__ = ["Gated", "gated"]

LONGEST = 4  # letters of a beginning
MOST = 400  # beginnings of one list; more are no gate
_WORD = re.compile(rf"\b\w{{1,{LONGEST}}}")
# What parts a word from the one before it; looks back may stand in front of it.
_BOUNDARY = re.compile(r"(?:\(\?<[!=](?!\\w\))[^()]*\))*(?:\\b|\(\?<!\\w\))")
_QUANTIFIER = re.compile(r"[*+?]\??|\{[\d,]*\}\??")
_DIGITS = "0123456789"

Start = tuple[str, bool]  # how a match may begin, in small letters; whether more may follow it


@lru_cache(maxsize=2048)
def _starts_of(text: str) -> frozenset[str]:
    """Return what the words of a text begin with, up to LONGEST letters."""
    found: set[str] = set()
    for met in _WORD.finditer(text.lower()):
        word = met[0]
        found.update(word[:end] for end in range(1, len(word) + 1))
        if word[0].isdigit() and not word.isascii():
            found.update(_DIGITS)
    return frozenset(found)


class Gated:
    """A pattern of whole words: search, match and finditer as those of `re` have them.

    begins: patterns without flags of which one holds for each match, from the beginning of a word.
    """

    __slots__ = ("_starts", "pattern")

    def __init__(self, pattern: re.Pattern[str], begins: Iterable[str]) -> None:
        self.pattern = pattern
        starts = {start for word in begins for start, _ in _starts(word)}
        self._starts = None if "" in starts or len(starts) > MOST else frozenset(starts)

    def _may_meet(self, text: str) -> bool:
        return self._starts is None or not self._starts.isdisjoint(_starts_of(text))

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, as `re.Pattern.search` does."""
        return self.pattern.search(text, pos, endpos) if self._may_meet(text) else None

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return a match at pos, as `re.Pattern.match` does."""
        return self.pattern.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return a match of the whole, as `re.Pattern.fullmatch` does."""
        return self.pattern.fullmatch(text, pos, endpos)

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches, as `re.Pattern.finditer` does."""
        return self.pattern.finditer(text, pos, endpos) if self._may_meet(text) else iter(())


def gated(pattern: re.Pattern[str], words: Iterable[str] | None = None) -> Gated:
    """Return a pattern with a gate where each of its alternatives begins a word, else with none.

    words: the alternatives, where they stand in the pattern with more around them.
    """
    given = [pattern.pattern] if words is None else words
    parts = [part for word in given for part in _alternatives(word)]
    begins = [part[met.end() :] if (met := _BOUNDARY.match(part)) else "" for part in parts]
    return Gated(pattern, begins)


def _alternatives(pattern: str) -> list[str]:
    """Return the parts between the bars that stand in no group or class."""
    parts, depth, begun, at, in_class = [], 0, 0, 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "[":
            in_class = True
        elif sign == "|" and not depth:
            parts.append(pattern[begun:at])
            begun = at + 1
        at += 1
    return [*parts, pattern[begun:]]


def _starts(pattern: str) -> set[Start]:
    """Return how matches of a pattern may begin; "" where that cannot be told."""
    return {start for part in _alternatives(pattern) for start in _starts_of_row(part)}


def _starts_of_row(pattern: str) -> set[Start]:
    found: set[Start] = {("", True)}
    at = 0
    while at < len(pattern) and any(open_ for _, open_ in found):
        choices, at = _next(pattern, at)
        if choices is None:
            return {(start, False) for start, _ in found}
        found = {new for start, open_ in found
                 for new in (_joined(start, choices) if open_ else {(start, open_)})}  # fmt: skip
        if len(found) > MOST:
            return {("", False)}
    return found


def _joined(start: str, choices: set[Start]) -> set[Start]:
    grown = {(start + choice, open_) for choice, open_ in choices}
    return {(word[:LONGEST], open_ and len(word) < LONGEST) for word, open_ in grown}


def _next(pattern: str, at: int) -> tuple[set[Start] | None, int]:
    """Return what the next part of a pattern may be, and where it ends; None where unknown."""
    sign = pattern[at]
    end = _end_of_part(pattern, at)
    part, choices = pattern[at:end], None
    if sign == "(":
        choices = _of_group(part)
    elif sign == "[" and re.fullmatch(r"\[[^\W_]+\]", part):
        choices = {(letter.lower(), True) for letter in part[1:-1]}
    elif part == r"\d":
        choices = {(digit, True) for digit in _DIGITS}
    elif part == r"\b":
        choices = {("", True)}
    elif sign.isalnum():
        choices = {(sign.lower(), True)}
    quantifier = _QUANTIFIER.match(pattern, end)
    if quantifier and choices is not None:
        end = quantifier.end()
        choices = choices | {("", True)} if quantifier[0][0] in "?*{" else choices
        if quantifier[0][0] != "?":  # it may stand more than once
            choices = {(start, False if start else open_) for start, open_ in choices}
    return choices, end


def _of_group(part: str) -> set[Start] | None:
    if part.startswith(("(?=", "(?!", "(?<=", "(?<!")):
        return {("", True)}
    met = re.match(r"\((?:\?:|\?P<\w+>|(?!\?))", part)
    return _starts(part[met.end() : -1]) if met else None


def _end_of_part(pattern: str, at: int) -> int:
    """Return where a group, a class or one sign ends."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    if pattern[at] != "(":
        return at + 1
    depth, in_class = 0, False
    while True:
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth == 0:
                return at + 1
        at += 1

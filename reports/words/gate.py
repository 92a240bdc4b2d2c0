"""Patterns of words that are looked for only in texts with words that may begin one.

Most sentences have none of a list's words. The beginnings of all lists stand in one tree: a text's
words are led through it once, which says of every list whether it may meet, and to ask that takes
a hundredth of the time of a search.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Any, TypeVar

from reports.words.starts import LONGEST, alternatives, starts_of

__all__ = ["Gated", "Gates", "gated"]

MOST = 2000  # beginnings of one list; more are no gate
MOST_KEPT = 4096  # texts whose lists are kept
ALWAYS = 1  # the mark of lists without a gate
MOST_SIGNS = 16384  # rows of signs whose lists are kept, of 12 signs each
_WORDS = re.compile(rf"\b(?=(\w.{{0,{LONGEST - 1}}}))", re.DOTALL)  # from each word on
_DIGIT = re.compile(r"[^\D0-9]")  # of another script
# What parts a word from the one before it; looks back may stand in front of it.
_BOUNDARY = re.compile(r"(?:\(\?<[!=](?!\\w\))[^()]*\))*(?:\\b|\(\?<!\\w\))|\^\\W\*")


Key = TypeVar("Key")


class _Tree:
    """The beginnings of all lists, letter by letter: at "" the marks of those that end there."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.marks = 1
        self.known: dict[str, int] = {}
        self.begun: dict[str, int] = {}  # by the signs from a word on
        self.lock = Lock()

    def add(self, starts: Iterable[str]) -> int:
        """Take in a list by its beginnings; return its mark."""
        with self.lock:
            mark = 1 << self.marks
            self.marks += 1
            for start in starts:
                node = self.root
                for sign in start:
                    node = node.setdefault(sign, {})
                node[""] = node.get("", 0) | mark
            self.known, self.begun = {}, {}  # what is being read elsewhere goes into the old one
            return mark

    def read(self, text: str) -> int:
        """Return the marks of the lists that a text's words may begin."""
        known = self.known
        marks = known.get(text)
        if marks is None:
            marks = self._read(_plain(text))
            if len(known) >= MOST_KEPT:
                known.clear()
            known[text] = marks
        return marks

    def forget(self) -> None:
        """Forget the texts that were read, and what they are made of."""
        with self.lock:
            self.known, self.begun = {}, {}

    def _read(self, text: str) -> int:
        marks, begun = ALWAYS, self.begun
        for signs in _WORDS.findall(text):
            own = begun.get(signs)
            if own is None:
                if len(begun) >= MOST_SIGNS:
                    begun.clear()
                own = begun[signs] = self._begins(signs)
            marks |= own
        return marks

    def _begins(self, signs: str) -> int:
        marks = 0
        node: Any = self.root
        for sign in signs:
            node = node.get(sign)
            if node is None:
                break
            marks |= node.get("", 0)
        return marks


_TREE = _Tree()


def _plain(text: str) -> str:
    """Return a text in small letters, with one space for all white space and digits of one kind."""
    plain = " ".join([*text.lower().split(), ""])
    if plain.isascii():
        return plain
    return _DIGIT.sub(lambda met: str(int(met[0])), plain).replace("i\u0307", "i")


class Gated:
    """A pattern of whole words: search, match and finditer as those of `re` have them.

    begins: patterns without flags of which one holds for each match, from the beginning of a word.
    """

    __slots__ = ("mark", "pattern")

    def __init__(self, pattern: re.Pattern[str], begins: Iterable[str]) -> None:
        self.pattern = pattern
        starts = {_from_word(start) for word in begins for start, _ in starts_of(word)}
        closed = "" not in starts and len(starts) <= MOST
        self.mark = _TREE.add(starts) if closed else ALWAYS

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, as `re.Pattern.search` does."""
        marks = _TREE.known.get(text) or _TREE.read(text)  # most texts were read before
        return self.pattern.search(text, pos, endpos) if marks & self.mark else None

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return a match at pos, as `re.Pattern.match` does."""
        return self.pattern.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return a match of the whole, as `re.Pattern.fullmatch` does."""
        return self.pattern.fullmatch(text, pos, endpos)

    def sub(self, put: Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with what `put` makes of each match in its place."""
        return self.pattern.sub(put, text) if _TREE.read(text) & self.mark else text

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches, as `re.Pattern.finditer` does."""
        return (
            self.pattern.finditer(text, pos, endpos) if _TREE.read(text) & self.mark else iter(())
        )


def forget_texts() -> None:
    """Forget the texts that were searched; the patterns stay."""
    _TREE.forget()


def gated(pattern: re.Pattern[str], words: Iterable[str] | None = None) -> Gated:
    """Return a pattern with a gate where each of its alternatives begins a word, else with none.

    words: the alternatives, where they stand in the pattern with more around them.
    """
    given = [pattern.pattern] if words is None else words
    parts = [part for word in given for part in alternatives(word)]
    begins = [part[met.end() :] if (met := _BOUNDARY.match(part)) else "" for part in parts]
    return Gated(pattern, begins)


def _from_word(start: str) -> str:
    """Return a beginning from its first word on: "-mine" begins a word at its second sign."""
    return re.sub(r"^\W+", "", start)


class Gates(dict[Key, Gated]):
    """Several patterns by name, asked at once which of them a text may meet."""

    def __init__(self, named: Mapping[Key, Gated]) -> None:
        super().__init__(named)
        self._marks = ALWAYS
        for gate in named.values():
            self._marks |= gate.mark
        self._of: dict[int, dict[Key, re.Pattern[str]]] = {}

    def met_by(self, text: str) -> Mapping[Key, re.Pattern[str]]:
        """Return the patterns of those that a text may meet, in their order."""
        marks = _TREE.read(text) & self._marks
        found = self._of.get(marks)
        if found is None:
            found = {name: gate.pattern for name, gate in self.items() if gate.mark & marks}
            if len(self._of) >= MOST_KEPT:
                self._of.clear()
            self._of[marks] = found
        return found

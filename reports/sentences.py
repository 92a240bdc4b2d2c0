"""Sentences of a text with their offsets, and the lines that head others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Sentence", "split_sentences"]

_PARAGRAPH = re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}")
_STOP = re.compile(r"[.!?؟。](?:[\"'”’»)\]]*)(?=\s)|؛(?=\s)")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec|approx|e\.g|i\.e|p\.m|a\.m|U\.S|U\.K|U\.N"
    r"|[мгсхр]|смт|пгт|сел|обл|вул|ул|ім|им|тис|ст|бл|тзв|т\.зв|стр|гр|р\. ?н|г\. ?р|н\. ?п)"
    r"|\b[A-ZА-ЯІЇЄҐ])\.$"
)
# "Attack 1. National hospital, ...": the number of a heading.
_NUMBERED = re.compile(
    r"\s*(?i:incident|attack|air ?strike|strike|case|event|raid|bombing) \d{1,2}\."
)
_SHORT = 12  # signs before a dot that say whether it shortens a word: more than any of them has
_LONGEST = 1200  # signs of a sentence: what is longer is read in parts
_LINE = re.compile(r"\r?\n")
_META = ("#META", "\ufeff#META")  # a line of its own
_ITEM = re.compile(r"\s*(?:[-–—•*▪●■►]|\d{1,2}[.):]\d{0,2})")
_ENDS = frozenset('.!?:;؟…"”»)]')
_SEEN = re.compile(r"\S")
_OPEN = re.compile(r"\b(?:the|a|an|of|in|and|by|Syrian)$")
_LAST = 12  # signs of a line's last words: more than any of those has


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: text[start:end]. paragraph: number of its line; item: in a list, or a caption."""

    start: int
    end: int
    paragraph: int
    item: bool = False


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order, none empty; lines of a list are sentences."""
    found: list[Sentence] = []
    number = 0
    for start, end in _paragraphs(text):
        lines = list(_lines(text, start, end))
        for first, last in lines:
            item = len(lines) > 1 and _is_item(text[first:last])
            found += _within(text, first, last, number, item=item)
            number += 1
    return found


def _is_item(line: str) -> bool:
    """Say whether a line among others is one of a list: marked, or no full sentence."""
    return _ITEM.match(line) is not None or not line.rstrip().endswith((".", "!", "?", "”", '"'))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _PARAGRAPH.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield lines, those joined that are one sentence broken by its layout."""
    at = begun = start
    while at < end:
        met = _LINE.search(text, at, end)
        stop, after = (met.start(), met.end()) if met else (end, end)
        if after >= end or not _goes_on(text, (begun, stop), (after, end)):
            yield begun, stop
            begun = after
        at = after


def _goes_on(text: str, line: tuple[int, int], rest: tuple[int, int]) -> bool:
    """Say whether the next line goes on with a sentence: small, or after a line of running text.

    line: from where a sentence has come to; rest: what follows. Only their ends that meet are read,
    for a sentence may be of thousands of lines.
    """
    begun, stop = line
    following = _SEEN.search(text, *rest)
    if following is None or _ITEM.match(text, *rest) or text.startswith(_META, begun, stop):
        return False
    while stop > begun and text[stop - 1].isspace():
        stop -= 1
    if text[max(begun, stop - 1) : stop] in _ENDS:
        return False
    if following[0].islower() or following[0] in "“\"'(":
        return True
    if _OPEN.search(text, max(begun, stop - _LAST), stop) is None:
        return False
    return len(text[begun:stop].rsplit(maxsplit=3)) > 3


def _within(text: str, start: int, end: int, paragraph: int, *, item: bool) -> Iterator[Sentence]:
    at = start
    for met in _STOP.finditer(text, start, end):
        dot = met.start()
        if met[0].startswith(".") and _NUMBERED.fullmatch(text, at, dot + 1):
            continue
        if met[0].startswith(".") and _SHORTENED.search(text, max(at, dot - _SHORT), dot + 1):
            continue
        yield from _trimmed(text, at, met.end(), paragraph, item=item)
        at = met.end()
    yield from _trimmed(text, at, end, paragraph, item=item)


def _trimmed(text: str, start: int, end: int, paragraph: int, *, item: bool) -> Iterator[Sentence]:
    while end - start > _LONGEST:  # no sentence: a table, or a text without stops
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut, paragraph, item=item)
        start = cut
    part = text[start:end]
    if stripped := part.strip():
        first = start + len(part) - len(part.lstrip())
        yield Sentence(first, first + len(stripped), paragraph, item)

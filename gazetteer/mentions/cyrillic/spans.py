"""Spans of place names in Ukrainian and Russian text: capitals, read in the case that they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.mentions.cues import MEDIUM, NONE, STRONG
from gazetteer.mentions.cyrillic.cues import CITY, IN_LIST, cue_before, is_attacked
from gazetteer.mentions.cyrillic.held import is_adjective, takes_before, takes_behind
from gazetteer.mentions.cyrillic.persons import is_given, names_person
from gazetteer.mentions.folding import fold_word
from gazetteer.mentions.index import Found, NameIndex
from gazetteer.mentions.lexicon.lists import split_words
from gazetteer.mentions.spans import BESIDE, Span
from gazetteer.spelling.endings import has_cases, read_case

__all__ = ["find_cyrillic_spans"]

MOST_WORDS = 3
LONGEST_ABBREVIATION = 5  # capitals: "ЗСУ"
WELL_KNOWN = 2  # strength of a name that is meant without any word beside it; see `Found`
_WORD = re.compile(r"[Ѐ-ӿ](?:[Ѐ-ӿ'’ʼ-]*[Ѐ-ӿ])?")
_SPACE = re.compile(r"[ \u00a0]")
_LEADING = split_words(
    "у в во на по до з із зі від біля під за над через між из со с от под к о об"
)
_AREA = re.compile(r"[ \u00a0](?:област\w*|обл\.|район\w*|р-н\w*)")
_ADJECTIVE = re.compile(r"(?:ськ|цьк|зьк|ск|цк)(?:а|ий|ій|ої|у|ю|ою|ого|ому|им|ая|ой|ую|ом)$")
_QUOTED = "«\"“„'"


def find_cyrillic_spans(text: str, index: NameIndex) -> list[Span]:
    """Return the spans of place names in a text, in order, none overlapping."""
    if not has_cases(text):
        return []
    spans: list[tuple[Span, bool]] = []
    words = [met for met in _WORD.finditer(text) if met[0][0].isupper()]
    at = 0
    while at < len(words):
        if at and _is_surname(text, words[at - 1], words[at]):
            at += 1
            continue
        run = _run_from(text, words, at)
        met = _read_area(text, run[0]) or _read_name(text, run, index)
        if met is None:
            at += 1
            continue
        span, taken = met
        if span.found is not None and _is_kept(span):
            span, taken = _with_held(text, words, at, (span, taken), index)
        span = _after_place(text, spans, span)
        spans.append((span, _is_kept(span)))
        at += taken
    _follow_back(text, spans)
    return [span for span, kept in spans if kept]


def _with_held(
    text: str,
    words: Sequence[re.Match[str]],
    at: int,
    read: tuple[Span, int],
    index: NameIndex,
) -> tuple[Span, int]:
    """Return a listed name, or the longer one on no list that it is a word of."""
    span, taken = read
    found = span.found
    if found is None or taken > 1:
        return read
    name, declined = words[at], _look_up(words[at][0], index)[1]
    start, end = span.start, span.end
    for before in words[at - 1 : at] if at else ():
        if _may_be_part(before, index) and takes_before(
            text, before, name, found, declined=declined
        ):
            start = before.start()
    for after in words[at + 1 : at + 2]:
        if (
            _read_area(text, after) is None
            and (_may_be_part(after, index) or is_adjective(name[0]))
            and takes_behind(text, name, after, found)
        ):
            end, taken = after.end(), 2
    if (start, end) == (span.start, span.end):
        return read
    return replace(span, start=start, end=end, surface=text[start:end], found=None), taken


def _may_be_part(word: re.Match[str], index: NameIndex) -> bool:
    """Say whether a word is no person's name, and no place's but one that is an adjective."""
    if is_given(word[0]) or fold_word(word[0]) in _LEADING:
        return False
    found = _look_up(word[0], index)[0]
    return found is None or (found.strength < WELL_KNOWN and is_adjective(word[0]))


def _is_surname(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Say whether a word is a person's: "Іван Полтава", not "Володимир Волинської області"."""
    return names_person(text, before, word) and _read_area(text, word) is None


def _run_from(text: str, words: Sequence[re.Match[str]], at: int) -> list[re.Match[str]]:
    """Return the words with a capital that only spaces part, up to an area of its own name."""
    run = [words[at]]
    for word in words[at + 1 : at + MOST_WORDS]:
        if _SPACE.fullmatch(text, run[-1].end(), word.start()) is None or _read_area(text, word):
            break
        run.append(word)
    return run


def _read_area(text: str, word: re.Match[str]) -> tuple[Span, int] | None:
    """Return "Харківської області" as one name: it is called after a town."""
    met = _AREA.match(text, word.end())
    if met is None or _ADJECTIVE.search(word[0]) is None:
        return None
    surface = text[word.start() : met.end()]
    hint = "oblast" if "обл" in met[0] else "district"
    return Span(word.start(), met.end(), surface, None, STRONG, hint), 1


def _read_name(
    text: str, run: Sequence[re.Match[str]], index: NameIndex
) -> tuple[Span, int] | None:
    start = run[0].start()
    if fold_word(run[0][0]) in _LEADING or text[start - 1 : start] in (*_QUOTED, "#"):
        return None
    for count in range(len(run), 0, -1):
        words = " ".join(word[0] for word in run[:count])
        if count == 1 and _is_no_name(words, len(run)):
            return None
        found, declined = _look_up(words, index)
        if found is not None:
            end = run[count - 1].end()
            cue = cue_before(text, start)
            if declined and is_attacked(text, start, end):
                cue = max(cue, MEDIUM)
            hint = CITY if cue == STRONG else None
            # A form that is no nominative stands for a place only where a word before governs it.
            strength = found.strength if not declined or cue else min(found.strength, 1)
            found = replace(found, strength=strength)
            return Span(start, end, text[start:end], found, cue, hint), count
    return None


def _is_no_name(word: str, in_run: int) -> bool:
    is_short = word.isupper() and len(word) <= LONGEST_ABBREVIATION
    return is_short or len(word) < MOST_WORDS or (in_run > 1 and is_given(word))


def _look_up(words: str, index: NameIndex) -> tuple[Found | None, bool]:
    """Return what words name in whichever case they stand, and whether it is no nominative."""

    def key_of(name: str) -> str:
        return "".join(index.bare(word) for word in name.split())

    name = read_case(words, lambda name: index.holds(key_of(name)))
    key = key_of(name)
    return (index.find(key, name) if index.holds(key) else None), name != words


def _after_place(text: str, spans: Sequence[tuple[Span, bool]], span: Span) -> Span:
    if not spans or not spans[-1][1] or not _are_listed(text, spans[-1][0], span):
        return span
    before = spans[-1][0]
    return replace(span, cue=max(MEDIUM, span.cue), in_list=BESIDE, hint=span.hint or before.hint)


def _are_listed(text: str, one: Span, other: Span) -> bool:
    gap = text[one.end : other.start]
    return bool(gap.strip()) and IN_LIST.fullmatch(gap) is not None


def _follow_back(text: str, spans: list[tuple[Span, bool]]) -> None:
    """Keep what a place follows in a list."""
    for at in range(len(spans) - 2, -1, -1):
        span, kept = spans[at]
        after, is_place = spans[at + 1]
        if not kept and is_place and _are_listed(text, span, after):
            span = replace(span, cue=max(MEDIUM, span.cue), in_list=BESIDE)
            spans[at] = (span, _is_kept(span))


def _is_kept(span: Span) -> bool:
    found = span.found
    if found is None:
        return True
    if found.strength == 0:
        return span.cue == STRONG
    return found.strength >= WELL_KNOWN or span.cue > NONE

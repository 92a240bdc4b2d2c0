"""Spans of place names in running Arabic text, which has no capitals and joins small words on.

A word is looked up whole, then without the and-, in-, to- that may be joined to it; the span is
the name alone: "إدلب" of "بإدلب". Everyday words count after a type word only, and "أبو عمر" is a
person unless what stands by it says that it is a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.mentions.cues import MEDIUM, NONE, STRONG, WEAK
from gazetteer.mentions.folding import fold_word
from gazetteer.mentions.index import Found, NameIndex
from gazetteer.mentions.lexicon import arabic
from gazetteer.mentions.lexicon.persons import DOERS, SPEECH, STANDS_BY_PLACES, is_called_as_person
from gazetteer.mentions.spans import BESIDE, Span
from gazetteer.spelling.names import fold
from gazetteer.spelling.parts import Parts, is_type_word, names_nothing

__all__ = ["find_arabic_spans"]

MOST_WORDS = 5
_LETTERS = "\u0621-\u063a\u0640-\u0652\u0670\u0671\u067e\u0686\u0698\u06a4\u06a9\u06af\u06cc"
_WORD = re.compile(rf"(?!\u0640)[{_LETTERS}]+")
_SPACES = (" ", "\u00a0", "_")
_SHORT_OPENERS = arabic.OPENERS | arabic.TYPES  # "Tell", "Umm", dam: two letters each
FAMOUS = 3  # strength of what is meant by its name alone
SHORTEST = 3  # letters of a name after a joined word
_PERSON, _LIKE_PERSON = 2, 1  # said of a person; spelled as a person is called
_IN_LIST = re.compile(r"\s*(?:،|,|و|/|-|–)\s*و?(?:ال)?\s*|\s+و?|\s*و\s*")


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to read a word: how many letters are joined on in front, and what they are."""

    offset: int
    bare: str
    clitic: str


def find_arabic_spans(text: str, index: NameIndex) -> list[Span]:
    """Return the spans of place names in a text, in order, none overlapping."""
    tokens = _Tokens(text)
    openings: dict[str, tuple[_Form, ...]] = {}
    spans: list[tuple[Span, bool]] = []
    at, count = 0, len(tokens.words)
    while at < count:
        word = tokens.words[at]
        forms = openings.get(word)
        if forms is None:
            forms = openings[word] = tuple(_openings(word, index))
        if not forms and not (at and _bare_cue(tokens.words[at - 1]) in arabic.NAMED_TYPES):
            at += 1
            continue
        span, last = _read(tokens, at, forms, index)
        if span is None:
            at += 1
            continue
        span = _in_list(text, spans, span) or span
        persons = _read_persons(tokens, at, last)
        if persons != _PERSON:
            is_famous = span.found is not None and span.found.strength >= FAMOUS
            is_bare = persons == _LIKE_PERSON and not (span.in_list or is_famous)
            spans.append((span, _is_kept(span) and not is_bare))
        at = last + 1
    _follow_back(text, spans)
    _follow_same(spans)
    return [span for span, kept in spans if kept]


def _follow_back(text: str, spans: list[tuple[Span, bool]]) -> None:
    """Keep what a place follows in a list: "نبل" of "نبل والزهراء"."""
    for at in range(len(spans) - 2, -1, -1):
        span, kept = spans[at]
        after, is_place = spans[at + 1]
        if kept or not is_place or not _is_home(after) or not _is_listing(text, span, after):
            continue
        span = replace(span, cue=max(MEDIUM, span.cue), in_list=BESIDE)
        spans[at] = (span, _is_kept(span))


def _follow_same(spans: list[tuple[Span, bool]]) -> None:
    """Keep a name that looks like a person's where the text says elsewhere that it is a place."""
    said = {span.surface for span, kept in spans if kept and span.cue >= MEDIUM}
    spans[:] = [
        (span, kept or (span.surface in said and is_called_as_person(span.surface.split())))
        for span, kept in spans
    ]


def _read_persons(tokens: _Tokens, at: int, last: int) -> int:
    """Say whether a name is a person's, is like one's and no word says place, or is neither."""
    first, *rest = tokens.words[at : last + 1]
    for clitic in ("", *arabic.CLITICS):
        if first.startswith(clitic) and is_called_as_person([first[len(clitic) :], *rest]):
            break
    else:
        return 0
    before = _bare_cue(tokens.words[at - 1]) if tokens.joined(at) else ""
    after = fold_word(tokens.words[last + 1]) if tokens.joined(last + 1) else ""
    if {before, before.removeprefix("و")} & DOERS or after in SPEECH:
        return _PERSON
    return 0 if before in STANDS_BY_PLACES or clitic in ("ب", "وب") else _LIKE_PERSON


def _is_home(span: Span) -> bool:
    return span.found is None or span.found.listed


def _is_listing(text: str, span: Span, after: Span) -> bool:
    gap = text[span.end : after.start]
    return bool(gap.strip()) and _IN_LIST.fullmatch(gap) is not None


class _Tokens:
    """The words of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = [met[0] for met in found]
        self.starts = [met.start() for met in found]

    def end(self, at: int) -> int:
        """Return where a word ends."""
        return self.starts[at] + len(self.words[at])

    def joined(self, at: int) -> bool:
        """Say whether only a space parts a word from the one before it."""
        return 0 < at < len(self.words) and self.text[self.end(at - 1) : self.starts[at]] in _SPACES


def _offsets(word: str) -> list[tuple[int, str]]:
    offsets = [(0, "")]
    if fold_word(word) in arabic.WHOLE:
        return offsets
    if word.startswith("لل") and len(word) >= SHORTEST + 2:
        offsets.append((2, "ل"))
    elif word.startswith("ولل") and len(word) >= SHORTEST + 3:
        offsets.append((3, "ول"))
    for clitic in arabic.CLITICS:
        rest = word[len(clitic) :]
        if word.startswith(clitic) and (
            len(rest) >= SHORTEST or (clitic != "ك" and fold_word(rest) in _SHORT_OPENERS)
        ):
            offsets.append((len(clitic), clitic))
    return offsets


def _openings(word: str, index: NameIndex) -> Iterator[_Form]:
    """Yield the ways to take joined words off the front that leave the beginning of a name."""
    for offset, clitic in _offsets(word):
        bare = index.bare(word[offset:])
        if bare and index.begins(bare):
            yield _Form(offset, bare, clitic)


def _read(
    tokens: _Tokens, at: int, forms: tuple[_Form, ...], index: NameIndex
) -> tuple[Span | None, int]:
    best: tuple[int, _Form, Found] | None = None
    for form in forms:
        met = _longest(tokens, at, form, index)
        if met and (best is None or met[0] > best[0]):
            best = (met[0], form, met[1])
    cue, hint, compass = _read_cues(tokens, at)
    if best is not None and best[0] == at:
        is_type = _is_type(tokens.words[at][best[1].offset :])
        best = None if is_type or _opens_longer(tokens, at, best[1]) else best
    if best is None:
        return _read_unknown(tokens, at, cue, hint)
    last, form, found = best
    if _is_blocked(tokens, at, last):
        return None, at
    start, end = tokens.starts[at] + form.offset, tokens.end(last)
    if hint not in arabic.ADMINISTRATIVE and _has_pronoun(tokens.text[start:end]):
        return None, at
    first = _bare_cue(tokens.words[at][form.offset :])
    if last > at and first in arabic.ADMINISTRATIVE:
        start, cue, hint = tokens.starts[at + 1], STRONG, first
    return Span(start, end, tokens.text[start:end], found, cue, hint, False, compass), last


@lru_cache(maxsize=100_000)
def _is_type(word: str) -> bool:
    """Say whether a word says what kind of place, with and- joined to it or not, and not which."""
    bare = _bare_cue(word)
    return bare in arabic.TYPES or is_type_word(bare) or names_nothing(Parts(bare, bare))


def _has_pronoun(surface: str) -> bool:
    """Say whether a word is a preposition and a pronoun: "around it", spelled as a town is."""
    return not surface.endswith("ة") and fold_word(surface) in arabic.WITH_PRONOUN


def _opens_longer(tokens: _Tokens, at: int, form: _Form) -> bool:
    """Say whether a name is only the "Tell" of a longer one that is on no list."""
    return tokens.joined(at + 1) and fold_word(tokens.words[at][form.offset :]) in arabic.OPENERS


def _longest(tokens: _Tokens, at: int, form: _Form, index: NameIndex) -> tuple[int, Found] | None:
    key, best, last = form.bare, None, at
    opens = fold_word(tokens.words[at][form.offset :]) in arabic.OPENERS
    while True:
        if index.holds(key):
            words_read = tokens.words[at : last + 1]
            words_read[0] = words_read[0][form.offset :]
            found = index.find(key, " ".join(words_read))
            best = (last, found) if found else best
        last += 1
        if last - at >= MOST_WORDS or not tokens.joined(last):
            return best
        key += index.bare(tokens.words[last])
        ends = fold_word(tokens.words[last]) in arabic.GRAMMAR and not (opens and index.holds(key))
        if ends or not index.begins(key):
            return best


@lru_cache(maxsize=100_000)
def _bare_cue(word: str) -> str:
    """Return a word folded, without the and- or in- joined to it where that makes it a cue."""
    folded = fold(word)
    for clitic in ("", "و", "ب", "ل", "وب", "ول", "ف"):
        if folded.startswith(clitic):
            rest = folded[len(clitic) :]
            if rest in arabic.TYPES:
                return rest
    return folded


def _read_cues(tokens: _Tokens, at: int) -> tuple[int, str | None, str | None]:
    if not tokens.joined(at):
        return NONE, None, None
    previous = _bare_cue(tokens.words[at - 1])
    if previous in arabic.TYPES:
        return STRONG, previous, None
    if previous in arabic.PREPOSITIONS:
        return MEDIUM, None, previous if previous[:3] in ("شما", "جنو", "شرق", "غرب") else None
    return NONE, None, None


def _read_unknown(tokens: _Tokens, at: int, cue: int, hint: str | None) -> tuple[Span | None, int]:
    """Take one word (two after "Tell", "Kafr" ...) after town, village or quarter as a name."""
    folded = fold_word(tokens.words[at])
    if cue != STRONG or hint not in arabic.NAMED_TYPES:
        return None, at
    if any(_is_type(tokens.words[at].removeprefix(joined)) for joined in ("", "و", "ب", "ل")):
        return None, at
    opens = folded in arabic.OPENERS
    if not opens and (folded in arabic.COMMON or len(folded) < SHORTEST):
        return None, at
    last = at
    if opens:
        if not tokens.joined(at + 1):
            return None, at
        last = at + 1
    start, end = tokens.starts[at], tokens.end(last)
    return Span(start, end, tokens.text[start:end], None, cue, hint), last


def _is_blocked(tokens: _Tokens, at: int, last: int) -> bool:
    """Say whether a group's or person's word stands before, or an organisation's after."""
    if tokens.joined(at):
        previous = fold_word(tokens.words[at - 1])
        both = {previous, previous[1:] if previous[:1] in "وبلف" else previous}
        if both & arabic.GROUPS:
            return True
        if last == at and both & arabic.HONORIFICS - {"علي"}:
            return True
    tails = arabic.GROUP_TAILS - (arabic.TIMES if _read_cues(tokens, at)[0] else set())
    return tokens.joined(last + 1) and fold_word(tokens.words[last + 1]) in tails


def _in_list(text: str, spans: list[tuple[Span, bool]], span: Span) -> Span | None:
    if not spans or not spans[-1][1] or span.cue == STRONG:
        return None
    before = spans[-1][0]
    if not _is_home(before) or not _is_listing(text, before, span):
        return None
    several = before.cue == STRONG and before.hint in arabic.PLURAL_TYPES
    hint = before.hint if several else None
    cue = STRONG if several else max(MEDIUM, span.cue)
    return replace(span, cue=cue, hint=hint, in_list=BESIDE)


def _is_kept(span: Span) -> bool:
    found = span.found
    if found is None:
        return True
    if not found.listed and found.world:
        needed = STRONG if found.strength == 0 else WEAK
        return found.world.kind != "city" or span.cue >= needed or found.strength >= 2
    if found.strength == 0:
        return span.cue == STRONG or (found.town and span.in_list > 0)
    return found.strength >= 2 or span.cue >= MEDIUM

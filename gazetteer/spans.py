"""Spans of place names in running Latin text: runs of capitals, read by what stands around them.

A span is kept when how well its name is known and what cues it add up: "Aleppo" anywhere,
"Salma" only after "town of". Runs that name a group or a person are left out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gazetteer import mention_words as words
from gazetteer.letters import ARTICLES
from gazetteer.mention_index import Found, NameIndex
from gazetteer.mention_words import split_words as _words

__all__ = ["Span", "find_latin_spans"]

MOST_WORDS = 6  # of one name
STRONG, MEDIUM, WEAK, NONE = 3, 2, 1, 0  # cues

_ARTICLE = (
    "(?:" + "|".join(sorted({a for a in ARTICLES if len(a) > 1}, key=len, reverse=True)) + ")"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĞĢĪİĶŁĻŃŅŌŐŒŚŞŠŢŤŪŮŰŹŻŽḐḨḪṢṬẔẒḤ]"
_WORD = rf"['’‘ʿʻ`]?{_CAPITAL}\w*(?:['’‘ʼʿʻ`´](?!s\b)\w+|[-‐‑]\d+(?!\w))*"
_GAP = r"(?:[ \u00a0]{1,2}|[ ]?\r?\n|[-‐‑])"
_NAME = rf"(?:(?i:{_ARTICLE})[-‐‑ \u00a0'’])?{_WORD}"
RUN = re.compile(rf"(?<![\w@#/]){_NAME}(?:{_GAP}{_NAME})*")
_PIECE = re.compile(
    rf"(?i:\b{_ARTICLE}(?=[-‐‑ \u00a0'’]))|['’‘ʿʻ`]?\w+(?:['’‘ʼʿʻ`´](?!s\b)\w+|[-‐‑]\d+(?!\w))*"
)
_APPOSED = re.compile(
    r",?[ \u00a0\n]+(?:which is )?an? (?:[a-z-]+ ){0,2}"
    r"(village|town|city|hamlet|neighbou?rhood|suburb|district)\b"
)
_AFTER = re.compile(r"(?:['’]s)?[ \u00a0\n]+([a-zA-Z]+)(?:[ \u00a0\n]+([a-zA-Z]+))?")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:U\.S\.A\.|U\.S\.|U\.K\.|U\.A\.E\.)(?!\w)|(?<!\w)(?:U\.S|U\.K)(?=\W)"
)
_LIST = re.compile(
    r"(?:\s*,\s*(?:and\s+)?(?:the\s+)?|\s+(?:and|or|&)\s+(?:the\s+)?|\s*/\s*)(?:in\s+)?"
)
FUNCTION_WORDS = _words(
    "in on at to of for by from with as the a an and or but if near after before since while when "
    "where this that these those there here then however also it its he she they we you his her "
    "their our not no yes all some many most more other another two three four five six first "
    "between around inside outside over under during against among towards toward into about "
    "meanwhile elsewhere earlier later today yesterday last next both former according despite "
    "although though because until following only even just"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place name in a text, offsets in code points. cue: how strongly its surroundings say so."""

    start: int
    end: int
    surface: str
    found: Found | None  # None: on no list, but cued
    cue: int
    hint: str | None = None  # the type word beside it, folded: town, province, countryside ...
    after_of: bool = False
    compass: str | None = None  # "southern" of "southern Idlib", "south" of "south of Idlib"
    previous: str = ""  # the word before, small


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    bare: str
    folded: str
    joined: bool  # to the token before it, on one line
    inside: bool = False  # in mid-sentence, after no word that a place follows


@dataclass(slots=True)
class _Piece:
    """Tokens first..last of a run: a name that is known, or words that are not."""

    first: int
    last: int
    found: Found | None = None
    blocked: bool = False


@dataclass(slots=True)
class _Draft:
    span: Span
    strength: int
    known: bool
    kept: bool = field(default=False)


def find_latin_spans(text: str, index: NameIndex) -> list[Span]:
    """Return the spans of place names in a text, in order, none overlapping."""
    drafts = list(_abbreviations(text, index))
    for run in RUN.finditer(text):
        drafts += _read_run(text, run, index)
    drafts.sort(key=lambda draft: draft.span.start)
    _keep(text, drafts)
    return [draft.span for draft in drafts if draft.kept]


def _abbreviations(text: str, index: NameIndex) -> Iterator[_Draft]:
    for met in _ABBREVIATED.finditer(text):
        found = index.find(index.bare(met[0]), met[0].replace(".", ""))
        if found:
            yield _Draft(Span(*met.span(), met[0], found, MEDIUM), 3, known=True)


def _read_run(text: str, run: re.Match[str], index: NameIndex) -> list[_Draft]:
    tokens = _tokens(text, run, index)
    pieces = _cut(tokens, index)
    if not any(piece.found for piece in pieces) and len(tokens) > MOST_WORDS:
        return []
    _block(tokens, pieces)
    return [
        draft
        for piece in pieces
        if not piece.blocked
        for draft in [_draft(text, tokens, piece, index)]
        if draft is not None
    ]


def _tokens(text: str, run: re.Match[str], index: NameIndex) -> list[_Token]:
    tokens: list[_Token] = []
    for met in _PIECE.finditer(text, *run.span()):
        word = met[0]
        gap = text[tokens[-1].end : met.start()] if tokens else ""
        bare = index.bare(word)
        tokens.append(
            _Token(met.start(), met.end(), word, bare, bare or word.lower(), "\n" not in gap)
        )
    if len(tokens) == 2:
        tokens[0].inside = _is_inside(text, run.start())
    return tokens


def _is_inside(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    if not before or not (before[-1] == "," or before[-1].islower()):
        return False
    previous = re.split(r"\W+", before.rstrip(","))[-1]
    return before[-1] == "," or previous not in words.PLACE_PREPOSITIONS | words.TYPES


def _cut(tokens: list[_Token], index: NameIndex) -> list[_Piece]:
    """Cut a run into known names, longest first from the left, and what lies between."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(tokens):
        last, found = _longest(tokens, at, index)
        if found and _opens_longer(tokens, at, last):
            found = None
        if found:
            if pieces and _ends_longer(tokens, pieces[-1], at, found):
                pieces[-1].last = last
            else:
                pieces.append(_Piece(at, last, found))
            at = last + 1
            continue
        goes_on = pieces and pieces[-1].found is None and tokens[at].joined
        if goes_on and tokens[pieces[-1].last].folded not in FUNCTION_WORDS:
            pieces[-1].last = at
        else:
            pieces.append(_Piece(at, at))
        at += 1
    return pieces


def _opens_longer(tokens: list[_Token], at: int, last: int) -> bool:
    """Say whether a name is only the "Tell" of a longer one that is on no list."""
    goes_on = last + 1 < len(tokens) and tokens[last + 1].joined
    return last == at and goes_on and tokens[at].folded in words.OPENERS


def _ends_longer(tokens: list[_Token], before: _Piece, at: int, found: Found) -> bool:
    """Say whether a name is only the "al-Kubra" of a longer one that is on no list."""
    last = tokens[before.last]
    if before.found or not tokens[at].joined or found.strength == 3:
        return False
    opens = before.first == before.last and last.folded in words.OPENERS
    plain = last.folded not in FUNCTION_WORDS | words.COMMON | words.GIVEN_NAMES | words.TYPES
    return opens or (not tokens[at].bare and plain and last.folded not in words.HONORIFICS)


def _longest(tokens: list[_Token], at: int, index: NameIndex) -> tuple[int, Found | None]:
    key, best, found = "", at, None
    for last in range(at, min(at + MOST_WORDS, len(tokens))):
        token = tokens[last]
        if last > at and not (token.joined or token.bare):
            break
        key += token.bare
        if not token.bare:
            continue
        if not index.begins(key):
            break
        if index.holds(key):
            surface = " ".join(t.word for t in tokens[at : last + 1])
            met = index.find(key, surface)
            if met:
                best, found = last, met
    if found and tokens[at].folded in FUNCTION_WORDS and best == at:
        return at, None
    return best, found


def _block(tokens: list[_Token], pieces: list[_Piece]) -> None:
    """Mark the pieces of a run that belong to the name of a group or a person."""
    headed = False
    for number, piece in enumerate(pieces):
        first = tokens[piece.first]
        if not first.joined:
            headed = False
        if piece.found is None:
            own = [token.folded for token in tokens[piece.first : piece.last + 1]]
            headed = headed or any(word in words.GROUP_HEADS for word in own)
            piece.blocked = headed or _follows_person(tokens, pieces, number)
            continue
        piece.blocked = headed or _tailed(tokens, pieces, number) or _is_person(
            tokens, pieces, number
        )  # fmt: skip


def _tailed(tokens: list[_Token], pieces: list[_Piece], number: int) -> bool:
    """Say whether an organisation's word follows in the same run: "Aleppo Media Center"."""
    for piece in pieces[number + 1 :]:
        if not tokens[piece.first].joined:
            return False
        own = [token.folded for token in tokens[piece.first : piece.last + 1]]
        if piece.found is not None and not all(word in words.COMMON for word in own):
            return False
        if own[0] in FUNCTION_WORDS and own[0] not in words.GROUP_TAILS:
            return False
        if any(word in words.GROUP_TAILS for word in own):
            kept = own[0] in words.KEPT_TYPES | words.TYPES and len(own) == 1
            return not kept
    return False


def _is_person(tokens: list[_Token], pieces: list[_Piece], number: int) -> bool:
    piece = pieces[number]
    assert piece.found is not None  # noqa: S101 - for mypy; the caller has looked
    several = sum(bool(token.bare) for token in tokens[piece.first : piece.last + 1]) > 1
    if piece.found.strength >= 3 and several:
        return False
    if _follows_person(tokens, pieces, number) or (not several and _is_surname(tokens, pieces)):
        return True
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    own = tokens[piece.first].folded
    if own not in words.GIVEN_NAMES | words.HONORIFICS or piece.found.strength == 3:
        return False
    if after is None or not tokens[after.first].joined:
        return False
    goes_on = after.found is None or after.found.strength <= 1
    return goes_on and tokens[after.first].folded not in words.TYPES


def _follows_person(tokens: list[_Token], pieces: list[_Piece], number: int) -> bool:
    """Say whether a first name or a title stands before, in the same run: "Omar al-Homsi"."""
    first = pieces[number].first
    if not first or not tokens[first].joined:
        return False
    before = pieces[number - 1]
    start = before.first if before.found is None else before.last
    own = {token.folded for token in tokens[start : before.last + 1]}
    return bool(own & (words.GIVEN_NAMES | words.HONORIFICS))


def _is_surname(tokens: list[_Token], pieces: list[_Piece]) -> bool:
    """Say whether a name is the second of just two capitals in mid-sentence: "Amed Afrin"."""
    if len(pieces) != 2 or pieces[0].found is not None or pieces[0].first != pieces[0].last:
        return False
    first = tokens[0]
    plain = FUNCTION_WORDS | words.COMMON | words.TYPES | words.COMPASS
    return first.inside and first.folded not in plain and not _is_adjective(first.folded)


def _draft(text: str, tokens: list[_Token], piece: _Piece, index: NameIndex) -> _Draft | None:
    first, last = piece.first, piece.last
    if piece.found is None:
        first, last = _trim_unknown(tokens, first, last)
        if first > last or not _may_be_name(text[tokens[first].start : tokens[last].end]):
            return None
    else:
        last = _trim_type(tokens, first, last)
    start, end = tokens[first].start, tokens[last].end
    cues = _read_cues(text, start, end)
    cue, hint = cues.cue, cues.hint
    end = _with_kept_type(text, tokens[first : last + 1], end, index)
    if last < piece.last and tokens[last + 1].folded in words.TYPES:  # cut off the name
        cue, hint = STRONG, tokens[last + 1].folded
    surface = text[start:end]
    if surface[0] in "'‘’`":
        start, surface = start + 1, surface[1:]
    if piece.found is None:
        if (ahead := _AFTER.match(text, end)) and ahead[1].lower() in words.FACILITIES:
            return None
        if last > first and tokens[first].folded in words.OPENERS:
            cue = STRONG
    span = Span(
        start, end, surface, piece.found, cue, hint, cues.after_of, cues.compass, cues.previous
    )
    if piece.found is None:
        return _Draft(span, 0, known=False)
    return _Draft(span, piece.found.strength, known=True)


def _with_kept_type(text: str, tokens: list[_Token], end: int, index: NameIndex) -> int:
    """Take a small-written word into the name where the list has it so: "Ghab plain"."""
    ahead = _AFTER.match(text, end)
    if not ahead or ahead[1] not in words.KEPT_TYPES or text[end] in "'’":
        return end
    whole = "".join(token.bare for token in tokens) + ahead[1]
    return ahead.end(1) if index.holds(whole) else end


def _trim_unknown(tokens: list[_Token], first: int, last: int) -> tuple[int, int]:
    """Take function words and type words off the ends of words that are on no list."""
    while first <= last and (
        tokens[first].folded in FUNCTION_WORDS or tokens[first].folded in words.COMPASS
    ):
        first += 1
    while last >= first and tokens[last].folded in words.TYPES | FUNCTION_WORDS:
        last -= 1
    return first, last


def _trim_type(tokens: list[_Token], first: int, last: int) -> int:
    """Leave "Province" or "City" out of the name; what ends a name of nature stays."""
    while last > first and (
        tokens[last].folded in words.TYPES and tokens[last].folded not in words.KEPT_TYPES
    ):
        last -= 1
    return last


@dataclass(frozen=True, slots=True)
class _Cues:
    cue: int
    hint: str | None = None
    after_of: bool = False
    compass: str | None = None
    previous: str = ""


def _read_cues(text: str, start: int, end: int) -> _Cues:
    """Read what stands around a span: type words, compass words, prepositions."""
    ahead = _AFTER.match(text, end)
    word = ahead[1].lower() if ahead else ""
    second = (ahead[2] or "").lower() if ahead else ""
    earlier, previous = _words_before(text, start)
    compass = previous if previous in words.COMPASS else None
    after_of = previous == "of"
    if after_of and earlier in words.COMPASS:
        compass = earlier
    if word in words.TYPES and not (word == "front" and second != "line"):
        return _Cues(STRONG, word, after_of, compass, previous)
    if word in words.COMPASS and second in words.TYPES:
        return _Cues(STRONG, second, after_of, compass, previous)
    if after_of and earlier in words.TYPES:
        return _Cues(STRONG, earlier, True, None, previous)
    if after_of and earlier in words.COMPASS:
        return _Cues(STRONG, None, True, earlier, previous)
    if previous in words.TYPES:
        return _Cues(STRONG, previous, False, None, previous)
    if apposed := _APPOSED.match(text, end):
        return _Cues(STRONG, apposed[1], after_of, compass, previous)
    if previous in words.PLACE_PREPOSITIONS:
        weak = previous in ("of", "to", "from", "into", "over", "left", "between", "across")
        return _Cues(WEAK if weak else MEDIUM, None, after_of, None, previous)
    return _Cues(MEDIUM if compass else NONE, None, False, compass, previous)


def _words_before(text: str, start: int) -> tuple[str, str]:
    """Return the two words before a span, "the" aside; "" past punctuation."""
    before = text[max(0, start - 40) : start]
    if not before or before[-1].isalnum():
        return "", ""
    parts = [part for part in before.rstrip("'\"“‘(").lower().split() if part != "the"][-2:]
    if not parts or not parts[-1][-1].isalnum():
        return "", ""
    earlier = parts[0] if len(parts) > 1 and parts[0][-1].isalnum() else ""
    return earlier, parts[-1]


def _keep(text: str, drafts: list[_Draft]) -> None:
    """Decide what is kept: first by itself, then as a member of a list of places."""
    for draft in drafts:
        if draft.known:
            draft.kept = _is_enough(draft.strength, draft.span)
        else:
            strong, weak = draft.span.cue == STRONG, draft.span.cue >= WEAK
            draft.kept = strong or (weak and not draft.span.after_of)
    _follow_lists(text, drafts)
    sure = {d.span.found.key for d in drafts if d.kept and d.span.found and d.span.cue == STRONG}
    for draft in drafts:
        found = draft.span.found
        if found and not draft.kept and found.key in sure:
            draft.kept = draft.span.cue >= WEAK


def _is_enough(strength: int, span: Span) -> bool:
    found = span.found
    if found and not found.listed and found.world:
        if found.world.kind == "city":
            return span.cue >= (STRONG if strength == 0 else WEAK) or strength >= 2
        return True
    needed = {0: STRONG, 1: MEDIUM}.get(strength, NONE)
    return span.cue >= needed or (found is not None and found.town and span.cue == MEDIUM)


@lru_cache(maxsize=50_000)
def _may_be_name(surface: str) -> bool:
    parts = re.findall(r"\w+", surface.lower())
    if len(parts) > 1 and parts[0] in words.OPENERS:
        parts = parts[1:]
    return len(parts) <= 4 and not any(
        part in words.COMMON
        or part in words.GIVEN_NAMES
        or part in words.GROUP_TAILS
        or _is_adjective(part)
        for part in parts
    )


def _is_adjective(word: str) -> bool:
    return word.endswith(("ian", "ish", "ese", "ist", "ists", "ians", "ite", "ites"))


def _follow_lists(text: str, drafts: list[_Draft]) -> None:
    """Keep what stands in a list with a place: "Zaafrana" of "al-Lataminah, Zaafrana and X"."""
    for order in (range(1, len(drafts)), range(len(drafts) - 2, -1, -1)):
        step = -1 if order.step == 1 else 1
        for at in order:
            draft, beside = drafts[at], drafts[at + step]
            is_settled = draft.kept and (draft.known or draft.span.cue == STRONG)
            if is_settled or not beside.kept:
                continue
            if beside.span.found and not beside.span.found.listed:
                continue
            left, right = sorted((draft.span, beside.span), key=lambda span: span.start)
            if not _LIST.fullmatch(text[left.end : right.start]):
                continue
            if beside.span.found is None and beside.span.cue < STRONG:
                continue
            several = (beside.span.hint or "").endswith("s")  # "X and Y villages"
            strong = beside.span.cue == STRONG and (step == -1 or several)
            cue = STRONG if strong else MEDIUM
            if draft.known:
                draft.kept = draft.strength + cue >= 3
            else:
                draft.kept = True
            if draft.kept:
                hint = beside.span.hint if strong else None
                draft.span = replace(draft.span, cue=max(cue, draft.span.cue), hint=hint)

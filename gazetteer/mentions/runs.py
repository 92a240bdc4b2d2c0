"""Runs of capitals in Latin text: cut into known names and the rest, groups and persons apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazetteer.mentions.index import Found, NameIndex
from gazetteer.mentions.lexicon import english
from gazetteer.spelling.letters import ARTICLES

__all__ = [
    "MOST_WORDS",
    "RUN",
    "Piece",
    "Token",
    "block_groups",
    "cut_run",
    "is_adjective",
    "is_unlisted",
    "read_tokens",
]

MOST_WORDS = 6  # of one name
_LONGEST_FIRST = sorted({a for a in ARTICLES if len(a) > 1}, key=len, reverse=True)
_ARTICLE = f"(?:{'|'.join(_LONGEST_FIRST)})"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĞĢĪİĶŁĻŃŅŌŐŒŚŞŠŢŤŪŮŰŹŻŽḐḨḪṢṬẔẒḤ]"
# A letter or digit that is not Arabic: "Saraqibسراقب" is two names.
_LETTER = r"[^\W\u0600-\u06ff]"
_WORD = rf"['’‘ʿʻ`]?{_CAPITAL}{_LETTER}*(?:['’‘ʼʿʻ`´](?!s\b){_LETTER}+|[-‐‑]\d+(?!\w))*"
_GAP = r"(?:[ \u00a0]{1,2}|[ ]?\r?\n|[-‐‑])"
# After an article's hyphen a blank or the end of a line may stand: "al- Nu'man".
_TIE = r"(?:[-‐‑](?:[ \u00a0]{1,2}|[ ]?\r?\n)?|[ ]-|[ \u00a0'’])"
# "at", "as" and "an" by themselves are English, but before the letter that makes them articles.
_ENGLISH = r"(?:at[ \u00a0](?!t)|as[ \u00a0](?!s)|an[ \u00a0](?!n))"
_NAME = rf"(?:(?!(?i:{_ENGLISH}))(?i:{_ARTICLE}){_TIE})?{_WORD}"
_FIRST = f"(?=['’‘ʿʻ`]|(?i:[{''.join(sorted({a[0] for a in _LONGEST_FIRST}))}])|{_CAPITAL})"
RUN = re.compile(rf"(?<![\w@]){_FIRST}{_NAME}(?:{_GAP}{_NAME})*")
_PIECE = re.compile(
    rf"(?i:\b{_ARTICLE}(?=[-‐‑ \u00a0'’]))"
    rf"|['’‘ʿʻ`]?{_LETTER}+(?:['’‘ʼʿʻ`´](?!s\b){_LETTER}+|[-‐‑]\d+(?!\w))*"
)

# Words that are no first part of a name.
_NOT_OF_NAMES = english.FUNCTION_WORDS | english.COMMON | english.GIVEN_NAMES | english.TYPES
# Words that are no part of a name that they alone make longer.
_NEVER_PART = (
    _NOT_OF_NAMES | english.COMPASS | english.HONORIFICS | english.GROUP_TAILS | english.GROUP_HEADS
)
# Joined once, for they are asked of each word.
_NOT_INSIDE = english.PLACE_PREPOSITIONS | english.TYPES
_PERSONS = english.GIVEN_NAMES | english.COMMON
_TYPES = english.KEPT_TYPES | english.TYPES
_ADDRESSED = english.GIVEN_NAMES | english.HONORIFICS


@dataclass(slots=True)
class Token:
    """One word of a run. bare: folded, without its article; folded: that, or the article."""

    start: int
    end: int
    word: str
    bare: str
    folded: str
    joined: bool  # to the token before it, on one line
    inside: bool = False  # in mid-sentence, after no word that a place follows


@dataclass(slots=True)
class Piece:
    """Tokens first..last of a run: a name that is known, or words that are not."""

    first: int
    last: int
    found: Found | None = None
    blocked: bool = False


def read_tokens(text: str, run: re.Match[str], index: NameIndex) -> list[Token]:
    """Return the words of a run."""
    tokens: list[Token] = []
    for met in _PIECE.finditer(text, *run.span()):
        word = met[0]
        gap = text[tokens[-1].end : met.start()] if tokens else ""
        bare = index.bare(word)
        tokens.append(
            Token(met.start(), met.end(), word, bare, bare or word.lower(), "\n" not in gap)
        )
    while len(tokens) > 1 and _is_preposition(text, tokens[0]):
        tokens.pop(0)
    if len(tokens) == 2:
        tokens[0].inside = _is_inside(text, run.start())
    return tokens


def _is_preposition(text: str, token: Token) -> bool:
    """Say whether an article is the "at" of "at Talbiseh" instead."""
    return not token.bare and token.word in english.PLACE_PREPOSITIONS and text[token.end] == " "


def _is_inside(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    if not before or not (before[-1] == "," or before[-1].islower()):
        return False
    previous = re.split(r"\W+", before.rstrip(","))[-1]
    return before[-1] == "," or previous not in _NOT_INSIDE


def cut_run(tokens: list[Token], index: NameIndex) -> list[Piece]:
    """Cut a run into known names, longest first from the left, and what lies between."""
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        last, found = _longest(tokens, at, index)
        if found and _opens_longer(tokens, at, last):
            found = None
        if found:
            if pieces and _ends_longer(tokens, pieces[-1], at, found):
                pieces[-1].last = last
            else:
                pieces.append(Piece(at, last, found))
            at = last + 1
            continue
        goes_on = pieces and pieces[-1].found is None and tokens[at].joined
        if goes_on and tokens[pieces[-1].last].folded not in english.FUNCTION_WORDS:
            pieces[-1].last = at
        else:
            pieces.append(Piece(at, at))
        at += 1
    return _join_longer(tokens, pieces)


def _join_longer(tokens: list[Token], pieces: list[Piece]) -> list[Piece]:
    """Return pieces with a little known name and the word after it as one: "Qara Qozak"."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(tokens, before, piece):
            joined[-1] = Piece(before.first, piece.last)
        else:
            joined.append(piece)
    return joined


def _goes_on(tokens: list[Token], name: Piece, after: Piece) -> bool:
    if name.found is None or name.found.strength == 3 or not name.found.listed or after.found:
        return False
    alone = name.first == name.last and after.first == after.last
    own, word = tokens[name.first], tokens[after.first]
    persons = own.folded in _PERSONS
    return alone and word.joined and _is_plain(word) and not persons


def _is_plain(word: Token) -> bool:
    """Say whether a word on no list may be part of a place's name."""
    return word.folded not in _NEVER_PART and not is_adjective(word.folded)


def is_unlisted(tokens: list[Token], piece: Piece) -> bool:
    """Say whether a piece is words on no list that may be part of a place's name."""
    own = tokens[piece.first : piece.last + 1]
    return piece.found is None and all(map(_is_plain, own))


def _opens_longer(tokens: list[Token], at: int, last: int) -> bool:
    """Say whether a name is only the "Tell" of a longer one that is on no list."""
    goes_on = last + 1 < len(tokens) and tokens[last + 1].joined
    return last == at and goes_on and tokens[at].folded in english.OPENERS


def _ends_longer(tokens: list[Token], before: Piece, at: int, found: Found) -> bool:
    """Say whether a name is only the "al-Kubra" of a longer one that is on no list."""
    last = tokens[before.last]
    if before.found or not tokens[at].joined:
        return False
    opens = before.first == before.last and last.folded in english.OPENERS
    if found.strength == 3:
        return opens
    plain = last.folded not in _NOT_OF_NAMES
    return opens or (not tokens[at].bare and plain and last.folded not in english.HONORIFICS)


def _longest(tokens: list[Token], at: int, index: NameIndex) -> tuple[int, Found | None]:
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
    if found and tokens[at].folded in english.FUNCTION_WORDS and best == at:
        return at, None
    return best, found


def block_groups(tokens: list[Token], pieces: list[Piece]) -> None:
    """Mark the pieces of a run that belong to the name of a group or a person."""
    headed = False
    for number, piece in enumerate(pieces):
        first = tokens[piece.first]
        if not first.joined:
            headed = False
        if piece.found is None:
            own = [token.folded for token in tokens[piece.first : piece.last + 1]]
            headed = headed or any(word in english.GROUP_HEADS for word in own)
            piece.blocked = headed or _follows_person(tokens, pieces, number)
            continue
        piece.blocked = headed or _tailed(tokens, pieces, number) or _is_person(
            tokens, pieces, number
        )  # fmt: skip


def _tailed(tokens: list[Token], pieces: list[Piece], number: int) -> bool:
    """Say whether an organisation's word follows in the same run: "Aleppo Media Center"."""
    for piece in pieces[number + 1 :]:
        if not tokens[piece.first].joined:
            return False
        own = [token.folded for token in tokens[piece.first : piece.last + 1]]
        if piece.found is not None and not all(word in english.COMMON for word in own):
            return False
        if own[0] in english.FUNCTION_WORDS and own[0] not in english.GROUP_TAILS:
            return False
        if any(word in english.GROUP_TAILS for word in own):
            kept = own[0] in _TYPES and len(own) == 1
            return not kept
    return False


def _is_person(tokens: list[Token], pieces: list[Piece], number: int) -> bool:
    piece = pieces[number]
    assert piece.found is not None  # noqa: S101 - for mypy; the caller has looked
    several = sum(bool(token.bare) for token in tokens[piece.first : piece.last + 1]) > 1
    if piece.found.strength >= 3 and several:
        return False
    if _follows_person(tokens, pieces, number) or (not several and _is_surname(tokens, pieces)):
        return True
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    own = tokens[piece.first].folded
    if own not in _ADDRESSED or piece.found.strength == 3:
        return False
    if after is None or not tokens[after.first].joined:
        return False
    goes_on = after.found is None or after.found.strength <= 1
    return goes_on and tokens[after.first].folded not in english.TYPES


def _follows_person(tokens: list[Token], pieces: list[Piece], number: int) -> bool:
    """Say whether a first name or a title stands before, in the same run: "Omar al-Homsi"."""
    first = pieces[number].first
    if not first or not tokens[first].joined:
        return False
    before = pieces[number - 1]
    start = before.first if before.found is None else before.last
    own = {token.folded for token in tokens[start : before.last + 1]}
    return bool(own & (english.GIVEN_NAMES | english.HONORIFICS))


def _is_surname(tokens: list[Token], pieces: list[Piece]) -> bool:
    """Say whether a name is the second of just two capitals in mid-sentence: "Amed Afrin"."""
    if len(pieces) != 2 or pieces[0].found is not None or pieces[0].first != pieces[0].last:
        return False
    first = tokens[0]
    plain = english.FUNCTION_WORDS | english.COMMON | english.TYPES | english.COMPASS
    return first.inside and first.folded not in plain and not is_adjective(first.folded)


def is_adjective(word: str) -> bool:
    """Say whether a small-written word ends as those of peoples and creeds do."""
    return word.endswith(("ian", "ish", "ese", "ist", "ists", "ians", "ite", "ites"))

"""Spans of place names in running Latin text: runs of capitals, read by what stands around them.

A span is kept when how well its name is known and what cues it add up: "Aleppo" anywhere,
"Salma" only after "town of". Runs that name a group or a person are left out whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from gazetteer.errors import GazetteerError
from gazetteer.limits import MENTIONED
from gazetteer.mentions.cues import MEDIUM, NONE, STRONG, WEAK, read_cues, word_after
from gazetteer.mentions.index import Found, NameIndex
from gazetteer.mentions.lexicon import english
from gazetteer.mentions.lists_latin import Draft, follow_lists
from gazetteer.mentions.runs import (
    MOST_WORDS,
    RUN,
    Piece,
    Token,
    block_groups,
    cut_run,
    is_adjective,
    is_unlisted,
    read_tokens,
)
from gazetteer.mentions.spans import Span
from gazetteer.spelling.letters import ARTICLES

__all__ = ["find_latin_spans", "may_be_name"]

SHORTEST = 3  # letters of a name on no list
MOST_HELD = 4  # words of a name on no list around one that is listed
SYLLABLE = 3  # letters; a name so short is a part of many others
NEAR = 80  # characters of a sentence on either side of a name
LONGEST_RUN = 100_000  # characters of names alone: no list of names is so long
LONGEST_ABBREVIATION = 5  # capitals: "CSV", "SANA"
_SMALL_WORDS = {count: re.compile(rf"(?:[ \u00a0][a-z]+){{{count}}}") for count in (1, 2, 3)}
_SMALL = re.compile(r"(?:[ \u00a0][a-z]+){1,3}")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:U\.S\.A\.|U\.S\.|U\.K\.|U\.A\.E\.)(?!\w)|(?<!\w)(?:U\.S|U\.K)(?=\W)"
)

_NOT_LAST = english.TYPES | english.FUNCTION_WORDS
_LARGE = re.compile(r"(?<![\w'’])[a-z]{5,}")  # small-written; a title writes it with a capital
_ADDRESS = re.compile(
    r"(?<!\w)(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|(?<![\w.-])[\w-]{1,63}\.[a-z]{2,4}/\S*"
)
_IN_ADDRESSES = ("/", "@", "www.")  # of which each address has one
# The stop ends the run of capitals that the title would else be part of.
_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Brig|Cmdr|Rev|Sen|Amb|Pres|Eng)"
    r"\.[ \u00a0]{1,2}$"
)
# After "U.S.": an army or an office is meant, not the country.
_OF_STATE = re.compile(
    r"(?:-\w+|\s+(?:troops?|forces?|military|army|air|aircraft|warplanes?|jets?|drones?|strikes?|"
    r"airstrikes?|officials?|officers?|soldiers?|president|secretary|government|embassy|envoy|"
    r"central|special|state|department|coalition|led|backed|bombers?|raids?|base|bases|support))\b",
    re.IGNORECASE,
)


def find_latin_spans(text: str, index: NameIndex) -> list[Span]:
    """Return the spans of place names in a text, in order, none overlapping.

    Raises GazetteerError for a run of names that is no text.
    """
    drafts = list(_abbreviations(text, index))
    covered = [(draft.span.start, draft.span.end) for draft in drafts]
    if any(sign in text for sign in _IN_ADDRESSES):
        covered += [met.span() for met in _ADDRESS.finditer(text)]
    covered = _joined(covered)
    for run in RUN.finditer(text):
        if run.end() - run.start() > LONGEST_RUN:
            why = f"has over {LONGEST_RUN:,} letters of names without another word"
            raise GazetteerError(f"{why}; give a part of it")
        read = _read_run(text, run, index)
        drafts += (draft for draft in read if not _is_covered(draft.span, covered))
        if len(drafts) > 3 * MENTIONED.most:  # more than one in 16 letters
            raise GazetteerError(f"may name over {MENTIONED}; give a part of it")
    drafts.sort(key=lambda draft: draft.span.start)
    _keep(text, drafts)
    return [draft.span for draft in drafts if draft.kept and not _is_of_state(text, draft.span)]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_covered(span: Span, covered: Sequence[tuple[int, int]]) -> bool:
    """Say whether a name overlaps one of some spans in order that are apart."""
    before = bisect_left(covered, span.end, key=lambda pair: pair[0]) - 1
    return before >= 0 and span.start < covered[before][1]


def _is_of_state(text: str, span: Span) -> bool:
    return "." in span.surface and _OF_STATE.match(text, span.end) is not None


def _abbreviations(text: str, index: NameIndex) -> Iterator[Draft]:
    for met in _ABBREVIATED.finditer(text) if "U." in text else ():
        found = index.find(index.bare(met[0]), met[0].replace(".", ""))
        if found:
            yield Draft(Span(*met.span(), met[0], found, MEDIUM), 3, known=True)


def _read_run(text: str, run: re.Match[str], index: NameIndex) -> list[Draft]:
    if run[0] in index.nameless:
        return []
    tokens = read_tokens(text, run, index)
    pieces = _join_held(text, tokens, cut_run(tokens, index))
    if not any(piece.found for piece in pieces):
        if text[run.start() - 1 : run.start()] == "#" or len(tokens) > MOST_WORDS:
            return []
        if len(tokens) == 1 and not any(_is_unknown_name(text, tokens, one) for one in pieces):
            index.note_nameless(run[0])
            return []
    elif text[run.start() - 1 : run.start()] == "#":
        pieces = [piece for piece in pieces if piece.found]
    block_groups(tokens, pieces)
    if _TITLED.search(text, max(0, run.start() - 9), run.start()):
        _block_person(tokens, pieces)
    return [
        draft
        for piece in pieces
        if not piece.blocked
        for draft in [_draft(text, tokens, piece, index)]
        if draft is not None
    ]


def _join_held(text: str, tokens: list[Token], pieces: list[Piece]) -> list[Piece]:
    """Return pieces with a known name and words on no list around it as one: "Akyi Pan Malun".

    Only in the middle of a sentence: in a headline every word has a capital, and so has the first
    of a sentence. A well-known name must stand between two such words, any other before one.
    """
    joined = list(pieces)
    for at in range(len(pieces) - 2, -1, -1):
        if at + 1 >= len(joined) or not is_unlisted(tokens, joined[at + 1]):
            continue
        name, last = joined[at], joined[at + 1].last
        start = at - 1 if at and is_unlisted(tokens, joined[at - 1]) else at
        held = tokens[joined[start].first : last + 1]
        if (
            name.found
            and (start < at or name.found.strength < 3 or len(name.found.key) <= SYLLABLE)
            and len(held) <= MOST_HELD
            and all(token.joined for token in held[1:])
            and _is_in_sentence(text, held[0].start, held[-1].end)
        ):
            joined[start : at + 2] = [Piece(joined[start].first, last)]
    return joined


def _is_in_sentence(text: str, start: int, end: int) -> bool:
    """Say whether words stand in a sentence, after its first, whose other words are small."""
    before = text[max(0, start - NEAR) : start].rsplit("\n", 1)[-1].rstrip()
    after = text[end : end + NEAR].split("\n", 1)[0]
    small = (*_LARGE.findall(before), *_LARGE.findall(after))
    in_middle = before and before[-1] not in '.!?:;"“”'
    return bool(in_middle) and any(word not in english.FUNCTION_WORDS for word in small)


def _block_person(tokens: list[Token], pieces: list[Piece]) -> None:
    """Mark what goes on from a title on the same line: "Dr. Nawa"."""
    for number, piece in enumerate(pieces):
        if number and not tokens[piece.first].joined:
            return
        piece.blocked = True


def _draft(text: str, tokens: list[Token], piece: Piece, index: NameIndex) -> Draft | None:
    first, last = piece.first, piece.last
    if piece.found is None:
        if not _is_unknown_name(text, tokens, piece):
            return None
        first, last = _trim_unknown(tokens, first, last)
    else:
        last = _trim_type(tokens, first, last)
    start, end = tokens[first].start, tokens[last].end
    cues = read_cues(text, start, end)
    cue, hint = cues.cue, cues.hint
    end, grown = _with_kept_type(text, tokens[first : last + 1], end, index)
    found = grown or piece.found
    if last < piece.last and tokens[last + 1].folded in english.TYPES:  # cut off the name
        cue, hint = STRONG, tokens[last + 1].folded
    surface = text[start:end]
    if surface[0] in "'‘’`":
        start, surface = start + 1, surface[1:]
    if found is None:
        if word_after(text, end)[0].lower() in english.FACILITIES:
            return None
        if last > first and tokens[first].folded in english.OPENERS:
            cue = STRONG
    span = Span(start, end, surface, found, cue, hint, cues.after_of, cues.compass, cues.previous)
    if found is None:
        return Draft(span, 0, known=False)
    return Draft(span, found.strength, known=True)


def _is_unknown_name(text: str, tokens: list[Token], piece: Piece) -> bool:
    """Say whether words on no list may be a name, by themselves."""
    first, last = _trim_unknown(tokens, piece.first, piece.last)
    return first <= last and may_be_name(text[tokens[first].start : tokens[last].end])


def _with_kept_type(
    text: str, tokens: list[Token], end: int, index: NameIndex
) -> tuple[int, Found | None]:
    """Take small-written words into the name where the list has it so: "Ghab plain".

    Returns where the name ends, and what it is where it grew.
    """
    met = _SMALL.match(text, end)
    words = met[0].split() if met else []
    start, bare = tokens[0].start, "".join(token.bare for token in tokens)
    for count in range(len(words), 0, -1):
        whole = bare + "".join(words[:count])
        if words[count - 1] in english.KEPT_TYPES and index.holds(whole):
            last = _SMALL_WORDS[count].match(text, end)
            assert last is not None  # noqa: S101 - for mypy; the longer one has met
            return last.end(), index.find(whole, " ".join(text[start : last.end()].split()))
    return end, None


def _trim_unknown(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Take function words and type words off the ends of words that are on no list."""
    while first <= last and (
        tokens[first].folded in english.FUNCTION_WORDS or tokens[first].folded in english.COMPASS
    ):
        first += 1
    while last >= first and tokens[last].folded in _NOT_LAST:
        last -= 1
    return first, last


def _trim_type(tokens: list[Token], first: int, last: int) -> int:
    """Leave "Province" or "City" out of the name; what ends a name of nature stays."""
    while last > first and (
        tokens[last].folded in english.TYPES and tokens[last].folded not in english.KEPT_TYPES
    ):
        last -= 1
    return last


def _keep(text: str, drafts: list[Draft]) -> None:
    """Decide what is kept: first by itself, then as a member of a list of places."""
    for draft in drafts:
        if draft.known:
            draft.kept = _is_enough(draft.strength, draft.span)
        else:
            strong, weak = draft.span.cue == STRONG, draft.span.cue >= WEAK
            draft.kept = strong or (weak and not draft.span.after_of)
    follow_lists(text, drafts)
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
def may_be_name(surface: str, *, is_town: bool = False) -> bool:
    """Say whether capitals on no list may be a place's name: no given name, group or adjective."""
    parts = re.findall(r"\w+", surface.lower())
    if len(surface) < SHORTEST or (surface.isupper() and len(surface) <= LONGEST_ABBREVIATION):
        return False
    if len(parts) > 1 and parts[0] in english.OPENERS:
        parts = [part for part in parts if part not in english.OPENERS]
    return len(parts) <= 4 and not any(
        (part in english.COMMON and not (is_town and before in ARTICLES))  # "the town X al-Sham"
        or part in english.GIVEN_NAMES
        or part in english.GROUP_TAILS
        or is_adjective(part)
        for before, part in pairwise(["", *parts])
    )

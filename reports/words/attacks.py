"""Acts: the words of a sentence that tell of an attack, of which kind, and how they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from geo.strikes.schema import FROM_AIR
from reports.words.gate import Gated
from reports.words.wording import LANGUAGES, Wording, load_wording

__all__ = [
    "Act",
    "clause_around",
    "find_acts",
    "is_trace",
    "is_weak_word",
    "standing_of",
    "trace_act",
]

ORDER = ("shelling", "drone", "missile", "ied", "ground", "airstrike")  # the first of one length
OPEN = ("struck", "fell", "from_afar", "weak", "traces")
_REACH = 60  # signs before an act in which a word of negation or plan bears on it


@dataclass(frozen=True, slots=True)
class Act:
    """Words that tell of an attack. kind: None where it is open; how: the words in `standing`.

    weak: a word such as "hit" or "target", which alone is no strike; open: no weapon tells what
    struck.
    """

    start: int
    end: int
    kind: str | None
    weak: bool = False
    by_weapon: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    acts: dict[str, Gated]
    weapons: dict[str, Gated]
    open: dict[str, Gated]
    standing: dict[str, Gated]


@cache
def _patterns(language: str) -> _Patterns:
    wording = load_wording(language)
    standings = load_wording(LANGUAGES[0]).words("attacks", "standing")

    def listed(*path: str) -> Gated:
        return wording.any_of(wording.words("attacks", *path))

    return _Patterns(
        {kind: listed("kinds", kind, "acts") for kind in ORDER},
        {kind: listed("kinds", kind, "weapons") for kind in ORDER},
        {name: listed("open", name) for name in OPEN},
        {name: listed("standing", name) for name in standings},
    )


def find_acts(text: str, wording: Wording, topic: str | None) -> list[Act]:
    """Return the acts of a sentence, in order; offsets count in it.

    topic: the kind that the text spoke of before; an open word has it where no weapon stands by.
    """
    patterns = _patterns(wording.language)
    sure = _longest(_spans(text, patterns.acts))
    weapons = [span for span in _longest(_spans(text, patterns.weapons)) if not _in(span, sure)]
    acts = [Act(start, end, kind) for start, end, kind in sure]
    for met in patterns.open["struck"].finditer(text):
        if not any(act.start < met.end() and met.start() < act.end for act in acts[: len(sure)]):
            acts.append(_open(text, met, weapons, acts[: len(sure)], wording))
    acts += _of_weapons(text, weapons, wording, acts)
    acts.sort(key=lambda act: act.start)
    return [act for act in (_settle(act, acts, wording, topic) for act in acts) if act.kind]


def _spans(text: str, by_kind: dict[str, Gated]) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in by_kind.items():
        for met in pattern.finditer(text):
            yield met.start(), met.end(), kind


def _longest(spans: Iterator[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return spans that do not overlap, the longest first among those that do."""
    kept: list[tuple[int, int, str]] = []
    ranked = sorted(spans, key=lambda span: (span[0] - span[1], ORDER.index(span[2]), span[0]))
    for span in ranked:
        if not _in(span, kept):
            kept.append(span)
    return sorted(kept)


def _in(span: tuple[int, int, str], others: Sequence[tuple[int, int, str]]) -> bool:
    return any(other[0] < span[1] and span[0] < other[1] for other in others)


def _open(
    text: str,
    met: re.Match[str],
    weapons: Sequence[tuple[int, int, str]],
    sure: Sequence[Act],
    wording: Wording,
) -> Act:
    """Return an open word with the kind of the weapon or act beside it in its clause."""
    afar = _patterns(wording.language).open["from_afar"].fullmatch(met[0]) is not None
    beside = [
        (start, end, kind, True)
        for start, end, kind in weapons
        if not _is_instrument(text, start, met, sure, wording)
        if not wording.pattern("weapons", "struck").fullmatch(text[met.end() : start])
        if not (kind == "ground" and afar)
        if kind != "ground" or (end <= met.start() and "," not in text[end : met.start()])
    ]
    beside += [(act.start, act.end, str(act.kind), False) for act in sure]
    near = sorted(
        ((kind == "ground", _distance(met, start, end), kind, by) for start, end, kind, by in beside
         if not _parted(text, min(end, met.end()), max(start, met.start()), wording))
    )  # fmt: skip
    weak = is_weak_word(met[0], wording)
    if near:
        return Act(met.start(), met.end(), near[0][2], weak=False, by_weapon=near[0][3])
    return Act(met.start(), met.end(), None, weak=weak, open=True)


def _is_instrument(
    text: str, start: int, verb: re.Match[str], sure: Sequence[Act], wording: Wording
) -> bool:
    """Say whether a weapon before a verb is only what a strike told before it was made with."""
    if start > verb.start() or verb[0].endswith("ing") or not any(act.end <= start for act in sure):
        return False
    return wording.pattern("weapons", "instrument").search(text, 0, start) is not None


def _distance(met: re.Match[str], start: int, end: int) -> int:
    """Return how far a weapon is from a verb; before it it is its subject, which counts more."""
    return met.start() - end if end <= met.start() else 2 * (start - met.end())


def _parted(text: str, start: int, end: int, wording: Wording) -> bool:
    return start < end and wording.pattern("clause", "break").search(text, start, end) is not None


def _of_weapons(
    text: str, weapons: Sequence[tuple[int, int, str]], wording: Wording, acts: Sequence[Act]
) -> Iterator[Act]:
    """Yield weapons that fell, landed or were fired: acts without a word of striking."""
    for start, end, kind in weapons:
        if kind == "ground" or any(act.by_weapon and act.kind == kind for act in acts):
            continue
        for met in _patterns(wording.language).open["fell"].finditer(text):
            if not _parted(text, min(end, met.start()), max(start, met.start()), wording):
                yield Act(start, end, kind, by_weapon=True)
                break


def _settle(act: Act, acts: Sequence[Act], wording: Wording, topic: str | None) -> Act:
    """Give an open act its kind: another's of the sentence, the text's, else what is usual."""
    if act.kind is not None:
        return act
    if act.weak:
        strong = [other.kind for other in acts if other.kind]
        return replace(act, kind=strong[0] if strong else topic)
    usual = str(wording.tables["attacks"]["open"]["usual"])
    return replace(act, kind=topic if topic in FROM_AIR else usual)


def is_trace(text: str, wording: Wording) -> bool:
    """Say whether a sentence shows what a strike left: rubble, the site, a damaged building."""
    return _patterns(wording.language).open["traces"].search(text) is not None


def is_weak_word(words: str, wording: Wording) -> bool:
    """Say whether a word of an act, such as "hit", alone tells of no strike."""
    return _patterns(wording.language).open["weak"].fullmatch(words) is not None


def trace_act(text: str, wording: Wording, topic: str) -> Act:
    """Return what a strike left as an act of the kind that the text speaks of.

    Raises ValueError for a sentence that shows none; see `is_trace`.
    """
    met = _patterns(wording.language).open["traces"].search(text)
    if met is None:
        raise ValueError(text)
    return Act(met.start(), met.end(), topic, weak=True)


def clause_around(text: str, start: int, end: int, wording: Wording) -> tuple[int, int]:
    """Return where the clause begins and ends that words of a sentence stand in."""
    first, last = 0, len(text)
    for begins, ends in _breaks(text, wording.language):
        if ends <= start:
            first = ends
        elif begins >= end:
            last = begins
            break
    return first, last


@lru_cache(maxsize=64)  # the acts and places of a sentence ask one after another
def _breaks(text: str, language: str) -> list[tuple[int, int]]:
    return [met.span() for met in load_wording(language).pattern("clause", "break").finditer(text)]


def standing_of(text: str, act: Act, wording: Wording) -> str | None:
    """Say why an act is no strike that is reported here; None where it is one.

    The words are those of the language's [standing]: other_sense, negated, planned, denied,
    rhetoric, intercepted, refuted, history, summary.
    """
    patterns = _patterns(wording.language).standing
    first, last = clause_around(text, act.start, act.end, wording)
    if _is_other_sense(text, act, (first, last), wording):
        return "other_sense"
    before = text[max(first, act.start - _REACH) : act.start]
    if _bears(patterns["negated"], before) or patterns["after_negated"].match(
        text[act.end : last].lstrip()
    ):
        return "negated"
    undone = patterns["undone"].search(text, act.end, last)
    if undone and wording.pattern("other", "subject").fullmatch(text, act.end, undone.start()):
        return "negated"
    if _bears_small(patterns["planned"], before):
        return "planned"
    if patterns["denied"].search(text, 0, act.start):
        return "denied"
    if _is_intercepted(text, act, (first, last), patterns):
        return "intercepted"
    for name in ("refuted", "rhetoric", "history", "summary"):
        if any(
            not _is_told_aside(text, met, act, wording) for met in patterns[name].finditer(text)
        ):
            return name
    return None


def _is_told_aside(text: str, met: re.Match[str], act: Act, wording: Wording) -> bool:
    """Say whether words stand in a clause on the place or the people, which the act is not in."""
    first, last = clause_around(text, met.start(), met.end(), wording)
    relative = wording.pattern("clause", "relative").search(text[:first]) is not None
    return relative and not first <= act.start < last


def _is_other_sense(text: str, act: Act, clause: tuple[int, int], wording: Wording) -> bool:
    """Say whether an act is of nature, of labour, of a court or of the removal of bombs."""
    patterns = _patterns(wording.language).standing
    if any(act.open or (met.start() < act.end and act.start < met.end())
           for met in patterns["other_sense"].finditer(text, *clause)):  # fmt: skip
        return True
    if any(act.open or _bears_by(text, met, act, wording)
           for met in patterns["nature"].finditer(text, *clause)):  # fmt: skip
        return True
    shortly = wording.pattern("other", "shortly")
    return any(
        met.start() < act.end or shortly.fullmatch(text, act.end, met.start()) is not None
        for met in patterns["later"].finditer(text, *clause)
    )


def _bears_by(text: str, met: re.Match[str], act: Act, wording: Wording) -> bool:
    """Say whether what met stands for did an act: "a quake struck", "struck by a quake"."""
    if met.end() <= act.start:
        return wording.pattern("other", "before").fullmatch(text, met.end(), act.start) is not None
    return wording.pattern("other", "by").fullmatch(text, act.end, met.start()) is not None


def _is_intercepted(
    text: str, act: Act, clause: tuple[int, int], patterns: dict[str, Gated]
) -> bool:
    """Say whether what was sent was shot down, and nothing is said to have been hit all the same.

    An act of another clause stands where that has words of a hit, or a verb of its own.
    """
    if not patterns["intercepted"].search(text):
        return False
    if patterns["still_hit"].search(text) and not patterns["unharmed"].search(text):
        return False
    elsewhere = not patterns["intercepted"].search(text, *clause)
    return not (elsewhere and not act.weak and clause[0] <= act.start and act.by_weapon)


def _bears(pattern: Gated, before: str) -> bool:
    """Say whether a word of negation is the act's: at most four words before it."""
    found = list(pattern.finditer(before))
    return bool(found) and len(before[found[-1].end() :].split()) <= 4


def _bears_small(pattern: Gated, before: str) -> bool:
    """Say whether a word of plan bears on the act; "May" is a month."""
    found = [met for met in pattern.finditer(before) if met[0] != "May"]
    return bool(found) and len(before[found[-1].end() :].split()) <= 7

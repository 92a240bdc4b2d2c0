"""Acts: the words of a sentence that tell of an attack, of which kind, and how they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.strikes.schema import FROM_AIR
from reports.words.gate import Gates
from reports.words.wording import LANGUAGES, Wording, load_wording

__all__ = [
    "Act", "find_acts", "is_trace", "is_weak_word", "patterns_of", "trace_act",
    "untold_acts", "weapons_in",
]  # fmt: skip

ORDER = ("shelling", "drone", "missile", "ied", "ground", "airstrike")  # the first of one length
FIRED = ("missile", "shelling")  # kinds of what may be fired from the air as well
OPEN = ("struck", "fell", "from_afar", "weak", "traces", "by_plane", "another", "untold")


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
    acts: Gates[str]
    weapons: Gates[str]
    open: Gates[str]
    standing: Gates[str]


@cache
def patterns_of(language: str) -> _Patterns:
    """Return the patterns of a language's acts, weapons and how acts stand."""
    wording = load_wording(language)
    standings = load_wording(LANGUAGES[0]).words("attacks", "standing")

    def listed(names: Iterable[str], *path: str) -> Gates[str]:
        words = {name: [name if part == "*" else part for part in path] for name in names}
        return Gates({name: wording.any_of(wording.words("attacks", *own))
                      for name, own in words.items()})  # fmt: skip

    return _Patterns(
        listed(ORDER, "kinds", "*", "acts"),
        listed(ORDER, "kinds", "*", "weapons"),
        listed(OPEN, "open", "*"),
        listed(standings, "standing", "*"),
    )


def find_acts(text: str, wording: Wording, topic: str | None) -> list[Act]:
    """Return the acts of a sentence, in order; offsets count in it.

    topic: the kind that the text spoke of before; an open word has it where no weapon stands by.
    """
    patterns = patterns_of(wording.language)
    sure = _longest(_spans(text, patterns.acts))
    weapons = [span for span in _longest(_spans(text, patterns.weapons)) if not _in(span, sure)]
    weapons = [_fired_from(text, span, weapons, wording, sure) for span in weapons]
    sure = [_fired_from(text, span, weapons, wording) if span[2] == "missile" else span
            for span in sure]  # fmt: skip
    acts = [Act(start, end, kind) for start, end, kind in sure]
    for met in patterns.open["struck"].finditer(text):
        if any(act.start < met.end() and met.start() < act.end for act in acts[: len(sure)]):
            continue
        does = acts[len(sure) :][-1:]  # "raids hit": what raids did, and no rockets told before
        if does and does[0].open and does[0].end == met.start() - 1 and not does[0].weak:
            acts.append(Act(*met.span(), None, open=True))
        else:
            acts.append(_open(text, met, weapons, acts[: len(sure)], wording))
    acts += _of_weapons(text, weapons, wording, acts)
    acts.sort(key=lambda act: act.start)
    acts = _with_others(text, acts, weapons, wording)
    for weak in (False, True):  # "massacre" is of the raids that are told with it
        acts = [_settle(act, acts, wording, _topic_of(text, act, wording, topic))
                if act.weak == weak else act for act in acts]  # fmt: skip
    heading = wording.pattern("places", "numbered").match(text)  # "Attack 2: ..." is no act
    return [act for act in acts if act.kind and not (heading and act.start < heading.end())]


def _spans(text: str, by_kind: Gates[str]) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in by_kind.met_by(text).items():
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


def _fired_from(
    text: str,
    span: tuple[int, int, str],
    weapons: Sequence[tuple[int, int, str]],
    wording: Wording,
    sure: Sequence[tuple[int, int, str]] = (),
) -> tuple[int, int, str]:
    """Return missiles that a warplane or a drone fired as a weapon of that kind."""
    if span[2] in FIRED and not wording.pattern("weapons", "beside").match(text, span[0]):
        carried = wording.pattern("weapons", "carried")
        for _, end, kind in reversed(weapons):  # the nearest first
            if end <= span[0] and kind in FROM_AIR and kind not in FIRED:
                return (*span[:2], kind) if carried.fullmatch(text, end, span[0]) else span
        by_act = wording.pattern("weapons", "carried_act")
        for _, end, kind in sure:
            flown = end <= span[0] and kind in FROM_AIR and kind not in FIRED
            if flown and by_act.fullmatch(text, end, span[0]):
                return (*span[:2], kind)
        carrier = wording.pattern("weapons", "carrier")
        for start, _, kind in weapons:
            if start >= span[1] and kind in FROM_AIR and kind not in FIRED:
                return (*span[:2], kind) if carrier.fullmatch(text, span[1], start) else span
    return span


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
    afar = patterns_of(wording.language).open["from_afar"].fullmatch(met[0]) is not None
    denied = patterns_of(wording.language).standing["denied"]
    beside = [
        (start, end, kind, True)
        for start, end, kind in weapons
        if not _is_instrument(text, start, met, sure, wording)
        if not _is_object(text, met, start, wording)
        if not denied.search(text, met.end(), start)  # "was denied, a rocket fell on X"
        if not (kind == "ground" and afar)
        if kind != "ground" or (end <= met.start() and "," not in text[end : met.start()])
    ]
    joined = wording.pattern("clause", "joined")  # "strikes on X and shelling of Y"
    beside += [
        (act.start, act.end, str(act.kind), False)
        for act in sure
        if act.start < met.end() or not joined.search(text[met.end() : act.start])
    ]
    near = sorted(
        ((kind == "ground", _distance(met, start, end), kind, by) for start, end, kind, by in beside
         if not _parted(text, min(end, met.end()), max(start, met.start()), wording))
    )  # fmt: skip
    weak = is_weak_word(met[0], wording)
    if near:
        return Act(met.start(), met.end(), near[0][2], weak=False, by_weapon=near[0][3])
    return Act(met.start(), met.end(), None, weak=weak, open=True)


def _is_object(text: str, verb: re.Match[str], start: int, wording: Wording) -> bool:
    """Say whether a weapon behind a verb is what was hit: "raids on tanks", "hit a mortar"."""
    gap = text[verb.end() : start]
    if wording.pattern("weapons", "struck").fullmatch(gap):
        return True
    harms = wording.pattern("weapons", "harms").fullmatch(verb[0]) is not None
    return harms and wording.pattern("weapons", "object").fullmatch(gap) is not None


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
        if kind == "ground" or any(
            act.by_weapon
            and act.kind == kind
            and not _parted(text, min(end, act.end), max(start, act.start), wording)
            for act in acts
        ):
            continue
        for met in patterns_of(wording.language).open["fell"].finditer(text):
            if not _parted(text, min(end, met.start()), max(start, met.start()), wording):
                yield Act(start, end, kind, by_weapon=True)
                break


def _with_others(
    text: str, acts: Sequence[Act], weapons: Sequence[tuple[int, int, str]], wording: Wording
) -> list[Act]:
    """Return acts where "another" is of the kind told last, and what was left is of its weapon.

    "A rocket hit X, and another hit Y"; "12 of 15 drones were shot down; three hit a depot in X".
    """
    another = patterns_of(wording.language).open["another"]
    left = wording.pattern("weapons", "left")
    told: list[Act] = []
    for act in acts:
        sent = [kind for _, end, kind in weapons if end <= act.start]
        if act.kind is None and told and another.fullmatch(text, act.start, act.end):
            act = replace(act, kind=told[-1].kind)
        elif act.kind is None and sent and left.search(text, 0, act.start):
            act = replace(act, kind=sent[-1], weak=False, by_weapon=True)
        told.append(act)
    return told


def _topic_of(text: str, act: Act, wording: Wording, topic: str | None) -> str | None:
    """Return the kind spoken of before, where an open word may be of it: no raids of missiles."""
    flown = topic in ("missile", "drone") and patterns_of(wording.language).open[
        "by_plane"
    ].fullmatch(text, act.start, act.end)
    return None if flown else topic


def _settle(act: Act, acts: Sequence[Act], wording: Wording, topic: str | None) -> Act:
    """Give an open act its kind: another's of the sentence, the text's, else what is usual."""
    if act.kind is not None:
        return act
    if act.weak:
        strong = [other.kind for other in acts if other.kind]
        return replace(act, kind=strong[0] if strong else topic)
    usual = str(wording.tables["attacks"]["open"]["usual"])
    told = [one.kind for one in acts if one.end <= act.start and one.kind and not one.open]
    flown = told[-1:] if usual not in FROM_AIR and FROM_AIR[0] in told[-1:] else []
    return replace(act, kind=topic if topic in FROM_AIR else (flown or [usual])[0])


def is_trace(text: str, wording: Wording) -> bool:
    """Say whether a sentence shows what a strike left: rubble, the site, a damaged building."""
    return patterns_of(wording.language).open["traces"].search(text) is not None


def untold_acts(text: str, wording: Wording) -> list[Act]:
    """Return attacks on a place that are told without a weapon: "a Russian attack on Kherson"."""
    untold = patterns_of(wording.language).open["untold"]
    return [Act(met.start(), met.end(), "other", open=True) for met in untold.finditer(text)]


def weapons_in(text: str, wording: Wording) -> set[str]:
    """Return the kinds of the weapons that a sentence names."""
    return {kind for _, _, kind in _spans(text, patterns_of(wording.language).weapons)}


def is_weak_word(words: str, wording: Wording) -> bool:
    """Say whether a word of an act, such as "hit", alone tells of no strike."""
    return patterns_of(wording.language).open["weak"].fullmatch(words) is not None


def trace_act(text: str, wording: Wording, topic: str) -> Act:
    """Return what a strike left as an act of the kind that the text speaks of.

    Raises ValueError for a sentence that shows none; see `is_trace`.
    """
    met = patterns_of(wording.language).open["traces"].search(text)
    if met is None:
        raise ValueError(text)
    return Act(met.start(), met.end(), topic, weak=True)

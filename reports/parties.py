"""Who is said to have struck, how surely, who says so, and what was hit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reports.attacks import Act, clause_around
from reports.wording import Actor, Wording, any_of, load_wording

__all__ = ["find_actor", "find_actor_alone", "find_claimants", "find_target", "standing_of_actor"]

_BY = re.compile(r"\b(?:by|of suspected|accus(?:ed|es|ing)|blamed)\s+(?:the |a |an )?(?:[a-z-]+ )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the )?$", re.IGNORECASE)
_NOT_AGENT = re.compile(
    r"\b(?:against|of|with|members of|held by|backed by|between|from|for|to|on|in|near|and|aided|called|at)"
    r"\s+(?:the |an? |its |three |two )?$", re.IGNORECASE,
)  # fmt: skip
_LINK = re.compile(
    r"(?:['’]s)?\s+(?:[\w'’-]+\s+){0,3}?$|(?:['’]s)?[- ]+(?:and|or)\s+\w+\s+(?:[\w-]+\s+)?$|\s*$"
)
_SPEECH = re.compile(r"\s+(?:den(?:y|ies|ied)|condemned|said (?:the|that the)|accus(?:ed|es)|reported|says|blamed|responded)\b", re.IGNORECASE)
_MIX = re.compile(r"-(?:turkish|russian|backed|led|held|aided)\b|[- ]backed\b|[- ]held\b|[- ]trained\b|[- ]supplied\b", re.IGNORECASE)
WEAPONS = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:air ?force|warplanes?|jets?|aircraft|planes?|helicopters?|artillery|drones?|missiles?"
    r"|tanks?|forces|troops|soldiers|gunships?|rockets?|army|fighters)\b", re.IGNORECASE,
)  # fmt: skip


def find_actor(text: str, act: Act, wording: Wording, country: str) -> tuple[str | None, float]:
    """Return who is said to have done an act of a sentence, and how surely; None where nobody.

    Never guessed from the place: only words of the sentence that stand to the act as its doer.
    """
    found = _candidates(text, wording, country)
    best: tuple[float, str] | None = None
    for start, end, actor in found:
        score = _score(text, start, end, act)
        if score > 0 and (best is None or score > best[0]):
            best = (score, actor.name)
    return (best[1], best[0]) if best else (None, 0.0)


def find_actor_alone(text: str, wording: Wording) -> str | None:
    """Return the party that a field names, in the words of our tables; None for one unknown."""
    return next((actor.name for actor in wording.actors if actor.words.search(text)), None)


def _candidates(text: str, wording: Wording, country: str) -> list[tuple[int, int, Actor]]:
    spans = [
        (met.start(), met.end(), actor)
        for actor in wording.actors
        if not actor.countries or country in actor.countries
        for met in actor.words.finditer(text)
    ]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, Actor]] = []
    for span in spans:
        if not any(one[0] < span[1] and span[0] < one[1] for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[0])


def _score(text: str, start: int, end: int, act: Act) -> float:
    """Say how surely a party did an act, 0-1, by what stands between and before."""
    lead = text[max(0, start - 40) : start]
    if _MIX.match(text, end):
        return 0.0
    if _BY.search(lead):
        return 0.9 if "by" in lead[-25:].lower() or act.start > start or "accus" in lead.lower() else 0.6
    first, last = clause_around(text, act.start, act.end)
    if _FROM.search(lead):
        return 0.6 if re.match(r"\s+(?:positions|areas|forces|lines)", text[end:]) or "position" in text[start:end].lower() else 0.0
    if end <= act.start:
        gap = text[end : act.start]
        if _SPEECH.match(gap):
            return 0.0
        if not _NOT_AGENT.search(lead) or WEAPONS.match(text, end):
            if len(gap.split()) <= 4 and not re.search(r"[,;:.]", gap):
                return 0.9
            if start >= first:
                return 0.75
            return 0.5 if not re.search(r"[;:]", gap) else 0.0
        return 0.0
    if start < act.end:  # inside the act's own words, as "Saudi-led strikes"
        return 0.9
    return 0.6 if WEAPONS.match(text, end) and not _NOT_AGENT.search(lead) and end <= last else 0.0


@cache
def _standing(language: str) -> dict[str, re.Pattern[str]]:
    table = load_wording(language).tables["actors"]
    return {name: any_of(table[name])
            for name in ("attributed", "own_words", "denies", "claims", "unknown")}  # fmt: skip


def standing_of_actor(text: str, wording: Wording) -> str:
    """Return claimed where the actor says so himself, contested where it is denied, else alleged."""
    patterns = _standing(wording.language)
    if patterns["denies"].search(text):
        return "contested"
    return "claimed" if patterns["own_words"].search(text) else "alleged"


def find_claimants(text: str, wording: Wording) -> list[str]:
    """Return who a sentence gives as its source: those whom a word of saying stands by."""
    if not _standing(wording.language)["claims"].search(text):
        bracketed = re.search(r"\(([^()]{2,40})\)\s*\.?\s*$", text)
        text = bracketed[1] if bracketed else ""
    found = [(met.start(), name) for name, words in wording.claimants.items()
             if (met := words.search(text))]  # fmt: skip
    return [name for _, name in sorted(found)]


def find_target(text: str, act: Act, taken: Sequence[tuple[int, int]], wording: Wording) -> tuple[str, str] | None:
    """Return what was hit, in the text's words, and its kind; None where it is not said.

    taken: spans that are no targets: a toll's, a place's.
    """
    best: tuple[int, str, str] | None = None
    for kind, words in wording.targets.items():
        for met in words.finditer(text):
            if any(start < met.end() and met.start() < end for start, end in taken):
                continue
            if act.start <= met.start() < act.end or _is_aside(text, met.start()):
                continue
            far = abs(met.start() - act.end)
            if far < 90 and (best is None or far < best[0]):
                best = (far, " ".join(met[0].split()), kind)
    return (best[1], best[2]) if best else None


_ASIDE = re.compile(r"\b(?:to|from|at|hospital|their|his|its)\s+(?:the |an? |their |its )?(?:[a-z-]+ )?$", re.IGNORECASE)


def _is_aside(text: str, start: int) -> bool:
    return _ASIDE.search(text, max(0, start - 30), start) is not None

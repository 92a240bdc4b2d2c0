"""How an act stands in its sentence: reported, or denied, planned, shot down, long past."""

from __future__ import annotations

import re

from reports.words.attacks import Act, clause_around, patterns_of, weapons_in
from reports.words.gate import Gated
from reports.words.wording import Wording

__all__ = ["NO_ACT", "NO_PLACE", "WHY_ASIDE", "kinds_shot_down", "standing_of"]

_REACH = 60  # signs before an act in which a word of negation or plan bears on it

WHY_ASIDE = {
    "other_sense": "the words are not of an attack here",
    "negated": "the text says that it did not happen",
    "planned": "a plan, a threat or a possibility",
    "denied": "a denial",
    "intercepted": "shot down or repelled; no place is said to have been hit",
    "memorial": "remembered, not reported",
    "rhetoric": "spoken about, not reported",
    "refuted": "called false",
    "history": "background: an earlier time",
    "summary": "a total over a longer time, not one strike",
}
NO_PLACE = "no place that was hit is named"
NO_ACT = "a weapon in a list, without a word of what it did"


def standing_of(text: str, act: Act, wording: Wording) -> str | None:
    """Say why an act is no strike that is reported here; None where it is one.

    The words are those of the language's [standing]: other_sense, negated, planned, denied,
    memorial, rhetoric, intercepted, refuted, history, summary.
    """
    patterns = patterns_of(wording.language).standing
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
    for name in ("refuted", "memorial", "rhetoric", "history", "summary"):
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
    patterns = patterns_of(wording.language).standing
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


def kinds_shot_down(text: str, wording: Wording) -> set[str]:
    """Return the kinds of what a sentence says was shot down; empty where it says so of nothing."""
    patterns = patterns_of(wording.language)
    if not patterns.standing["intercepted"].search(text):
        return set()
    return weapons_in(text, wording)

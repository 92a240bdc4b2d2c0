"""How an act stands in its sentence: reported, or denied, planned, shot down, long past."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reports.words.attacks import Act, find_acts, patterns_of, weapons_in
from reports.words.wording import Wording, clause_around, load_wording

__all__ = [
    "NO_ACT",
    "NO_KIND",
    "NO_PLACE",
    "OF_ROWS",
    "WHY_ASIDE",
    "kinds_shot_down",
    "standing_in_cells",
    "standing_of",
    "standing_of_cell",
]

Near = Mapping[str, re.Pattern[str]]  # of the lists of standing those that a text may meet

ASIDES = ("refuted", "memorial", "rhetoric", "history", "summary")
_REACH = 60  # signs before an act in which a word of negation or plan bears on it
_SENT = ("drone", "missile", "shelling")  # kinds of what air defence shoots down
_HABIT = 12  # signs from words of a habit to the act that they are of

WHY_ASIDE = {
    "other_sense": "the words are not of an attack here",
    "negated": "the text says that it did not happen",
    "planned": "a plan, a threat or a possibility",
    "denied": "a denial",
    "intercepted": "shot down or repelled; no place is said to have been hit",
    "memorial": "remembered, not reported",
    "rhetoric": "spoken about, not reported",
    "refuted": "called false",
    "habit": "background: done time and again",
    "history": "background: an earlier time",
    "summary": "a total of several places or of a longer time, not one strike",
}
NO_PLACE = "no place that was hit is named"
OF_ROWS = "several rows of the list of this text together"
NO_KIND = "a list of fields, without a word of which kind of attack it was"
NO_ACT = "a weapon in a list, without a word of what it did"


def standing_of(text: str, act: Act, wording: Wording) -> str | None:
    """Say why an act is no strike that is reported here; None where it is one.

    The words are those of the language's [standing]: other_sense, negated, planned, denied,
    memorial, rhetoric, intercepted, refuted, habit, history, summary.
    """
    near = patterns_of(wording.language).standing.met_by(text)
    if not near:
        return None
    first, last = clause_around(text, act.start, act.end, wording)
    if _is_other_sense(text, act, (first, last), near, wording):
        return "other_sense"
    begins = max(first, act.start - _REACH)
    if _is_negated(text, act, (text[begins : act.start], last), near, wording):
        return "negated"
    if "planned" in near and _bears_small(near["planned"], text, begins, act.start):
        return "planned"
    if "planned_after" in near and near["planned_after"].match(text[act.end : last].lstrip()):
        return "planned"
    if _is_denied(text, act, near, wording):
        return "denied"
    if "intercepted" in near and _is_intercepted(text, act, (first, last), near):
        return "intercepted"
    return _aside_of(text, act, near, wording)


def _aside_of(text: str, act: Act, near: Near, wording: Wording) -> str | None:
    """Return the first of the lists ASIDES whose words bear on an act, "habit" before them."""
    if any(start <= act.start < end + _HABIT for start, end in _met("habit", near, text)):
        return "habit"
    held = (name for name in ASIDES
            if name in near and _stands_aside(text, act, near[name], wording))  # fmt: skip
    return next(held, None)


def _is_denied(text: str, act: Act, near: Near, wording: Wording) -> bool:
    """Say whether words of a denial stand before an act, and no clause between is of another.

    "Denied the shelling of X, which came a day after jets bombed Y" denies nothing of Y.
    """
    met = _met("denied", near, text)
    if not met or met[0][0] >= act.start:
        return False
    said = list(near["denied"].finditer(text, 0, act.start))
    if not said:
        return False
    ends = wording.pattern("other", "denial_ends").search(text, said[-1].end())
    return ends is None or ends.start() >= act.start


def _stands_aside(text: str, act: Act, pattern: re.Pattern[str], wording: Wording) -> bool:
    """Say whether words of a list bear on an act, not only on the place or the people."""
    return any(
        aside is None or aside[0] <= act.start < aside[1]
        for aside in _asides(text, pattern, wording.language)
    )


def _is_negated(text: str, act: Act, around: tuple[str, int], near: Near, wording: Wording) -> bool:
    """Say whether an act did not happen; around: what is before it, and where its clause ends."""
    before, last = around
    if "negated" in near and _bears(near["negated"], before):
        return True
    if "after_negated" in near and _is_undone_after(text, act, last, near, wording):
        return True
    undone = near["undone"].search(text, act.end, last) if "undone" in near else None
    subject = wording.pattern("other", "subject")
    return undone is not None and bool(subject.fullmatch(text, act.end, undone.start()))


_PART = 40  # signs before an act


def _is_undone_after(text: str, act: Act, last: int, near: Near, wording: Wording) -> bool:
    """Say whether what follows an act undoes it: "strikes on X were not reported".

    Not where what is not reported is something else, of which a verb, a dash, a bracket or a word
    of harm tells: "bombed X, deaths were not reported".
    """
    after = text[act.end : last].lstrip()
    met = near["after_negated"].match(after)
    if met is None:
        return False
    part = wording.pattern("other", "own_part")  # "responsibility for the strike was denied"
    if part.search(text, max(0, act.start - _PART), act.start):
        return False
    is_verb = wording.pattern("other", "verb").search(text[act.start : act.end]) is not None
    if is_verb and not wording.pattern("other", "undone_near").match(after):
        return False
    return wording.pattern("other", "undone_else").search(met[0]) is None


@lru_cache(maxsize=64)  # the acts of a sentence ask one after another
def _asides(text: str, pattern: re.Pattern[str], language: str) -> list[tuple[int, int] | None]:
    """Return the clauses on the place or the people that words stand in, None where in none.

    The words do not bear on an act that is outside such a clause.
    """
    wording = load_wording(language)
    found: list[tuple[int, int] | None] = []
    relative = wording.pattern("clause", "relative")
    for start, end in _spans(text, pattern, 0, len(text)):
        first, last = clause_around(text, start, end, wording)
        begins = [at for at in (first, start) if relative.search(text[:at])]
        found.append((min(begins), last) if begins else None)
    return found


def _is_other_sense(
    text: str, act: Act, clause: tuple[int, int], near: Near, wording: Wording
) -> bool:
    """Say whether an act is of nature, of labour, of a court or of the removal of bombs."""
    if any(act.open or (start < act.end and act.start < end)
           for start, end in _met("other_sense", near, text, clause)):  # fmt: skip
        return True
    if any(act.open or _bears_by(text, met, act, wording)
           for met in _met("nature", near, text, clause)):  # fmt: skip
        return True
    shortly = wording.pattern("other", "shortly")
    return any(
        start < act.end or shortly.fullmatch(text, act.end, start) is not None
        for start, _ in _met("later", near, text, clause)
    )


def _met(
    name: str, near: Near, text: str, within: tuple[int, int] | None = None
) -> Sequence[tuple[int, int]]:
    """Return where words of a list stand in a text, or in a clause of it."""
    first, last = within or (0, len(text))
    return _spans(text, near[name], first, last) if name in near else ()


@lru_cache(maxsize=256)  # the acts of a sentence ask one after another
def _spans(text: str, pattern: re.Pattern[str], first: int, last: int) -> list[tuple[int, int]]:
    return [met.span() for met in pattern.finditer(text, first, last)]


def _bears_by(text: str, met: tuple[int, int], act: Act, wording: Wording) -> bool:
    """Say whether what met stands for did an act: "a quake struck", "struck by a quake"."""
    start, end = met
    if end <= act.start:
        return wording.pattern("other", "before").fullmatch(text, end, act.start) is not None
    return wording.pattern("other", "by").fullmatch(text, act.end, start) is not None


def _is_intercepted(text: str, act: Act, clause: tuple[int, int], near: Near) -> bool:
    """Say whether what was sent was shot down, and nothing is said to have been hit all the same.

    An act of another clause stands where that has words of a hit, or a verb of its own.
    """
    if not _met("intercepted", near, text):
        return False
    for start, end in _met("all_shot_down", near, text) if act.kind in _SENT else ():
        rest = f"{text[:start]} {text[end:]}"  # "all of them" stands there
        if start >= act.end and not ("still_hit" in near and near["still_hit"].search(rest)):
            return True
    unharmed = "unharmed" in near and near["unharmed"].search(text)
    if "still_hit" in near and near["still_hit"].search(text) and not unharmed:
        return False
    elsewhere = not _met("intercepted", near, text, clause)
    return not (elsewhere and not act.weak and clause[0] <= act.start and act.by_weapon)


def _bears(pattern: re.Pattern[str], before: str) -> bool:
    """Say whether a word of negation is the act's: at most four words before it."""
    found = list(pattern.finditer(before))
    return bool(found) and len(before[found[-1].end() :].split()) <= 4


def _bears_small(pattern: re.Pattern[str], text: str, first: int, last: int) -> bool:
    """Say whether a word of plan from `first` on bears on the act at `last`; "May" is a month."""
    found = [met for met in pattern.finditer(text, first, last) if met[0] != "May"]
    return bool(found) and len(text[found[-1].end() : last].split()) <= 7


def kinds_shot_down(text: str, wording: Wording) -> set[str]:
    """Return the kinds of what a sentence says was shot down; empty where it says so of nothing."""
    patterns = patterns_of(wording.language)
    if not patterns.standing["intercepted"].search(text):
        return set()
    return weapons_in(text, wording)


def standing_of_cell(said: str, wording: Wording) -> str | None:
    """Say why a cell tells of no strike: each act in it is denied, or shot down; else None."""
    stand = [standing_of(said, act, wording) for act in find_acts(said, wording, None)]
    none = all(name in ("negated", "denied", "refuted", "intercepted") for name in stand)
    return stand[0] if stand and none else None


def standing_in_cells(kind: str, remarks: str, wording: Wording) -> str | None:
    """Say why a row of a list is no strike, by its cells of the kind and of remarks; None if it is.

    Remarks speak only where the kind names no act, such as "drone": "shot down, no damage".
    """
    if why := standing_of_cell(kind, wording):
        return why
    acts = find_acts(kind, wording, None)
    if wording.pattern("fields", "none").fullmatch(kind.strip(" .")) or kind.strip(" .") == "0":
        return "negated"
    if wording.pattern("fields", "denied").search(kind):
        return "denied"
    near = patterns_of(wording.language).standing.met_by(f"{kind}, {remarks}")
    said = kind if acts else f"{kind}, {remarks}"
    shot_down = "intercepted" in near and near["intercepted"].search(said) is not None
    hit = "still_hit" in near and near["still_hit"].search(said) is not None
    unharmed = "unharmed" in near and near["unharmed"].search(said) is not None
    return "intercepted" if shot_down and not acts and (unharmed or not hit) else None

"""Which act of a sentence each of its places belongs to."""

from __future__ import annotations

from reports.telling import Told
from reports.words.attacks import Act, clause_around
from reports.words.roles import Part
from reports.words.wording import Wording, is_list

__all__ = ["beside_act", "governing"]

_APART = 3  # places that two kinds of strikes may each have been on


def governing(told: Told, part: Part, wording: Wording) -> Act | None:
    """Return the act that a place belongs to: the last before it in its clause, else the next.

    A place in a clause without an act has that of another clause, unless this has its own place.
    """
    acts = list(told.stands)
    if told.text.startswith(" (", part.end):  # "Lyptsi (guided bomb), Kupiansk (drone)"
        end = told.text.find(")", part.end)
        if own := [act for act in acts if part.end <= act.start < end]:
            return own[0]
    headed = wording.pattern("places", "headed").match(told.text, part.end)
    if own := [act for act in acts if headed and act.start == headed.end()]:
        return own[0]  # "Khotin - drone strike"
    if suffered := _suffered(told, part, wording):
        return suffered
    first, last = clause_around(told.text, part.start, part.end, wording)
    before = [act for act in acts if first <= act.start < part.start]
    if before:
        sure = [act for act in before if not act.weak]
        return (sure or before)[-1]
    after = [act for act in acts if part.end <= act.start < last]
    if after:
        return None if _is_scene(told, part, after[0], wording) else after[0]
    act = min(acts, key=lambda act: abs(act.start - part.start))
    if act.start < part.start and _is_of_list(told, (first, last), wording):
        return act
    if wording.pattern("clause", "joined").search(told.text[:first]):
        return act
    first, last = clause_around(told.text, act.start, act.end, wording)
    taken = any(first <= other.start < last for other in told.struck if other is not part)
    return None if taken else act


def _suffered(told: Told, part: Part, wording: Wording) -> Act | None:
    """Return the act that a place, or the list that it is in, has suffered: "X was shelled".

    A place right behind an act is of that: "jets bombed X, and Y and Z were shelled".
    """
    end = part.end
    since = max((other.end for other in told.struck if other.end <= part.start), default=0)
    if not any(since <= act.start < part.start for act in told.stands):
        for other in told.struck:
            if other.start >= end and is_list(told.text[end : other.start], wording):
                end = other.end
    met = wording.pattern("places", "suffers").match(told.text, end)
    if met is None:
        return None
    return next((act for act in told.stands if met.start() < act.start < met.end()), None)


def _is_of_list(told: Told, clause: tuple[int, int], wording: Wording) -> bool:
    """Say whether a clause is a part of a list between ";": places, and what joins them, alone.

    "; Rastan and Talbiseh in Homs; and Hish", not "; Rastan had power cuts".
    """
    first, last = clause
    if not told.text[:first].endswith(";"):
        return False
    spans = [(part.start, part.end) for part in told.parts]
    left = "".join("," if any(start <= at < end for start, end in spans) else told.text[at]
                   for at in range(first, last))  # fmt: skip
    return wording.pattern("clause", "listed").fullmatch(left) is not None


def _is_scene(told: Told, part: Part, act: Act, wording: Wording) -> bool:
    """Say whether a place is only where something else was, after an act on another place."""
    gap = told.text[part.end : act.start]
    return wording.pattern("telling", "after").search(gap) is not None and any(
        other.start >= act.end for other in told.struck
    )


def beside_act(told: Told, part: Part, act: Act, wording: Wording) -> Act | None:
    """Return a further act on the same place: "air strikes and shelling hit X"; None for most.

    Of a list of places it is not told which was hit with what, so each stays one strike.
    """
    if len(told.struck) > _APART:
        return None
    for other in told.stands:
        if other.weak or told.stands[other] or other.kind == act.kind:
            continue
        if other.by_weapon and not (act.by_weapon and other.end <= act.start):
            continue
        if other.end <= act.start < part.start:
            name, gap = "before", told.text[other.end : act.start]
        elif act is not other and part.end <= other.start and not _has_place_after(told, part):
            name, gap = "after", told.text[part.end : other.start]
        else:
            continue
        if wording.pattern("together", name).fullmatch(gap) and not _has_own_place(
            told, other, act
        ):
            return other
    return None


def _has_own_place(told: Told, other: Act, act: Act) -> bool:
    """Say whether a place stands between two acts: "raids hit X and shelling hit Y"."""
    return any(other.end <= part.start < act.start for part in told.struck)


def _has_place_after(told: Told, part: Part) -> bool:
    """Say whether another struck place stands behind a place, so that an act there is of that."""
    return any(other.start > part.end for other in told.struck)

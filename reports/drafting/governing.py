"""Which act of a sentence each of its places belongs to, and whether one goes on with the last."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from gazetteer.mentions.document import Mention
from geo.strikes.schema import FROM_AIR
from reports.draft import Draft
from reports.same import key_of_mention
from reports.telling import Told, is_of_other_days
from reports.words.attacks import FIRED, Act
from reports.words.roles import Part
from reports.words.wording import Wording, clause_around, is_list

__all__ = [
    "beside_act", "governing", "is_further_there", "is_of_other_arms", "is_of_other_time",
    "names_other_place", "names_unlisted",
]  # fmt: skip

_BEFORE = 25  # signs before an act in which "after" makes it one told of already
_NEWS = datetime.timedelta(days=14)  # before a publication, of which its undated strikes are
_START = attrgetter("start")
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


def is_further_there(told: Told, last: Draft, wording: Wording, *, definite: bool) -> bool:
    """Say whether a sentence without a place tells a further strike on that of the one before.

    "Jets bombed Hish. Shells fell on the same village", "The day before, the town's clinic had been
    hit". definite: "the shells", which were told of before. What is of another day or made with
    other weapons, and names no place by such a word, is not said to have been there.
    """
    if not told.alive or wording.pattern("telling", "there").search(told.text) is None:
        return False
    act, after = told.alive[0], wording.pattern("telling", "after")
    if definite or after.search(told.text, max(0, act.start - _BEFORE), act.start):
        return False
    if told.toll and wording.pattern("telling", "updated").search(told.text):
        return False
    return is_of_other_arms(act, last) or (
        bool(told.days) and last.days is not None and is_of_other_days(told, last.days, wording)
    )


def is_of_other_arms(act: Act, last: Draft) -> bool:
    """Say whether an act was made with other weapons than the strike told before.

    Missiles and shells may be what a warplane fired, shelling is not.
    """
    if act.open or act.weak or act.kind == last.kind or last.is_open:
        return False
    return not (last.kind in FROM_AIR and act.kind in FIRED and act.by_weapon)


def names_other_place(mentions: Sequence[Mention], span: tuple[int, int], key: str) -> bool:
    """Say whether a span of the text names a place that is none of this key, countries aside.

    mentions: those of the text, in order.
    """
    first, last = (bisect_left(mentions, at, key=_START) for at in span)
    return any(one.match.precision != "country" and key_of_mention(one) != key
               for one in mentions[first:last])  # fmt: skip


def is_of_other_time(
    told: Told, last: Draft, published: datetime.date | None, *, named: bool
) -> bool:
    """Say whether a sentence tells the day of a strike that is not that of the one before.

    published: the day of the text, where it is known; named: "the strike", told of before.
    """
    days = last.days
    if days is None and published is not None:  # told as news: "the war began on 7 October when"
        return not named and all(day.last and published - day.last > _NEWS for day in told.days)
    return days is not None and days.first is not None and any(
        day.first and (day.last or day.first) < days.first and not days.is_told_of(day)
        for day in told.days
    )  # fmt: skip


def names_unlisted(told: Told, wording: Wording) -> bool:
    """Say whether a sentence with a day of its own names where, by a name on no list."""
    known = [(part.start, part.end) for part in told.parts]
    known += [(day.start, day.end) for day in told.days]
    other = wording.pattern("telling", "other_place")
    return bool(told.days) and any(
        not any(first < met.end() and met.start() < last for first, last in known)
        for met in other.finditer(told.text)
    )

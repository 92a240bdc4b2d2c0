"""What a sentence gives a draft: its days, its doer and target, its toll, each with why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from geo.strikes.schema import FROM_AIR
from reports.draft import Draft
from reports.same import join_tolls
from reports.telling import Told
from reports.words.attacks import Act, is_trace
from reports.words.day_spans import days_in_units
from reports.words.days import Days
from reports.words.parties import (
    find_actor,
    find_actor_alone,
    find_claimants,
    find_target,
    standing_of_actor,
)
from reports.words.tolls import NOTHING, Toll, find_toll
from reports.words.wording import Wording, clause_around

__all__ = [
    "blame",
    "contest",
    "days_at",
    "days_of",
    "give_days",
    "give_own_toll",
    "give_parties",
    "give_toll",
    "give_words",
    "settle_kind",
    "share_toll",
    "sure_of_kind",
    "take_days",
    "widen_toll",
]

_SEEN = 0.4  # sure of the day on which what a strike left was seen


def days_of(text: str, act: Act, days: Sequence[Days], wording: Wording) -> Days | None:
    """Return the date that an act is told with: the nearest, those that were placed first.

    The day of "said on Wednesday that" is of the saying, not of the act told after it.
    """
    if not days:
        return None
    saying, background = (wording.pattern("days", name) for name in ("saying", "background"))
    days = [replace(day, said=True) if saying.search(text, 0, day.start) else day for day in days
            if not background.search(text, 0, day.start)]  # fmt: skip
    since, of_next = (wording.pattern("days", name) for name in ("since_then", "of_next"))
    days = [day for day in days if (day.start > act.start or not day.said)
            and not since.search(text, act.end, max(act.end, day.start))
            and not of_next.search(text, act.end, max(act.end, day.start))]  # fmt: skip
    if not days:
        return None
    first, last = clause_around(text, act.start, act.end, wording)
    return min(
        days,
        key=lambda day: (day.first is None, day.said, not first <= day.start < last,
                         min(abs(day.start - act.end), abs(act.start - day.end))),
    )  # fmt: skip


def days_at(
    text: str, place: tuple[int, int], act: Act, days: Sequence[Days], wording: Wording
) -> Days | None:
    """Return the date of a strike on a place: its own behind it, else its act's; see `days_of`.

    A trace, such as rubble, was seen on the day beside it, so that the strike's is not sure.
    """
    if is_trace(text[act.start : act.end], wording):
        seen = days_of(text, act, days, wording)
        return seen and replace(seen, sure=_SEEN, reason=f"traces were seen: {seen.reason}")
    beside = wording.pattern("days", "beside")
    own = next((day for day in days if beside.fullmatch(text[place[1] : day.start])), None)
    first, last = clause_around(text, *place, wording)
    if not first <= act.start and wording.pattern("clause", "joined").search(text[:first]):
        own = own or next((day for day in days if first <= day.start < last), None)
    if own and own.end <= act.start and any(day.start >= act.end and day.first for day in days):
        own = None  # "searched X on Friday after it was hit on Thursday"
    told = days_of(text, act, days, wording)
    if told is not None and told.first and not told.said and act.end <= told.start < last:
        return own or told  # "weeks after an attack on 30 November"
    return own or _days_before(text, act, days, wording) or told


def _days_before(text: str, act: Act, days: Sequence[Days], wording: Wording) -> Days | None:
    """Return the day of an act that came before what is told: "a week after a strike on X".

    It is seen from the day just named, else from the strike told before; unplaced where the text
    says no more than "days after".
    """
    met = wording.pattern("telling", "day_after").search(text, 0, act.start)
    if met is None:
        return None
    table, unit = wording.tables["days"], met["unit"]
    many, about = days_in_units(met["many"], unit, table) if unit else (0, 0)
    why, end = f"{met['said']!r}, seen from another strike", met.end("said")
    shifted = Days(met.start(), end, None, None, "unknown", 0.0, why, -many, about=about)
    named = [day for day in days if day.end <= met.start() and day.precision == "day"]
    return shifted.after(named[-1]) if named and many else shifted


def sure_of_kind(act: Act, word: str) -> tuple[float, str]:
    """Return how sure an act's kind is, and why; where no weapon is named it is the usual one."""
    if act.weak:
        return 0.6, repr(word)
    if act.open:
        return 0.5, f"{word!r}, and no weapon is named"
    return 0.85 if act.by_weapon else 0.9, repr(word)


def settle_kind(draft: Draft, text: str, act: Act, wording: Wording) -> None:
    """Give a strike told without a weapon the kind of the weapon that the text goes on with."""
    kinds = set(FROM_AIR)
    if wording.pattern("telling", "made_with").search(text):
        kinds |= {"shelling"}
    if draft.is_open and not (act.open or act.weak) and {draft.kind, act.kind} <= kinds:
        draft.kind, draft.is_open = str(act.kind), False
        draft.why["kind"] = sure_of_kind(act, text[act.start : act.end])


def give_days(draft: Draft, days: Days | None, offset: int) -> None:
    """Give a draft a date; offset: where its sentence begins in the text."""
    if days is not None:
        draft.days = replace(days, start=days.start + offset, end=days.end + offset)
        draft.why["date"] = (days.sure, days.reason)


def give_parties(
    draft: Draft, text: str, act: Act, wording: Wording, *, country: str, place: tuple[int, int]
) -> None:
    """Give a draft the doer, the sources and the target of its sentence, where it lacks them.

    place: the span of the place's name, which is no target; country: ISO 3166, small.
    """
    actor, sure = find_actor(text, act, wording, country)
    if actor is not None and draft.actor is None:
        draft.actor, draft.attribution = actor, standing_of_actor(text, actor, wording, country)
        draft.why["actor"] = (round(sure, 2), "named as the doer in the sentence")
    draft.claimants += [name for name in find_claimants(text, wording)
                        if name not in draft.claimants]  # fmt: skip
    target = find_target(text, act, [place], wording)
    if target is not None and draft.target is None:
        draft.target, draft.target_kind = target
        draft.why["target"] = (0.7, "named beside the act")


def contest(drafts: Sequence[Draft], text: str, wording: Wording, country: str) -> None:
    """Note that the doer of strikes denies them in a sentence after; country as `give_parties`."""
    denier = find_actor_alone(text, wording, country)
    for draft in drafts:
        if draft.actor is not None and draft.actor == denier:
            draft.attribution = "contested"
            draft.why["actor"] = (draft.why["actor"][0], "named as the doer, who denies it")


def blame(drafts: Sequence[Draft], text: str, wording: Wording, country: str) -> None:
    """Give the one strike told before whom a sentence without an act blames for it."""
    met = wording.pattern("doers", "blamed").search(text)
    if met is None or len(drafts) != 1 or drafts[0].actor is not None:
        return
    if wording.pattern("doers", "blamed_else").search(text, met.end()):
        return
    actor = find_actor_alone(text[met.end() :], wording, country)
    if actor is not None:
        drafts[0].actor, drafts[0].attribution = actor, "alleged"
        drafts[0].why["actor"] = (0.7, "blamed for it in a sentence after")


def give_toll(draft: Draft, toll: Toll, offset: int) -> None:
    """Give a draft a toll, or what it lacks of it."""
    if not toll:
        return
    old = draft.toll
    if not old:
        draft.toll = replace(toll, start=toll.start + offset, end=toll.end + offset)
        draft.why["toll"] = (0.8, "told with the strike")
        return
    draft.toll = replace(
        old,
        text=f"{old.text}; {toll.text}",
        killed=toll.killed if old.killed == NOTHING else old.killed,
        injured=toll.injured if old.injured == NOTHING else old.injured,
        casualties=toll.casualties if old.casualties == NOTHING else old.casualties,
    )
    draft.why["toll"] = (0.7, "told over several sentences")


def widen_toll(draft: Draft, toll: Toll, offset: int) -> None:
    """Give a draft the toll of a later sentence on its place: another number makes a range."""
    if draft.toll:
        draft.toll = join_tolls(draft.toll, toll)
        draft.why["toll"] = (0.7, "told again of the same place")
    else:
        give_toll(draft, toll, offset)


def share_toll(
    made: Sequence[tuple[Draft, int]],
    text: str,
    toll: Toll,
    offset: int,
    wording: Wording,
    acts: Collection[Act],
) -> None:
    """Give a toll to the place of whose clause it is told; in words alone to several.

    made: drafts with where their places begin in the sentence; acts: those of the sentence.
    """
    if wording.pattern("telling", "for_each").match(text, toll.end):  # "killing three and one"
        _give_to([draft for draft, _ in made], toll, offset)
        return
    tellings = _told_apart(made, text, acts, wording)
    if len(tellings) > 1:
        for drafts, told, start in tellings:
            _give_to(drafts, told, offset + start)
        return
    first, last = clause_around(text, toll.start, toll.end, wording)
    own = [draft for draft, start in made if first <= start < last]
    if not own and wording.pattern("clause", "where").match(text[max(0, first - 7) : last]):
        own = [draft for draft, start in made if start < first][-1:]
    _give_to(own if len(own) == 1 else [draft for draft, _ in made], toll, offset)


def _give_to(drafts: Sequence[Draft], toll: Toll, offset: int) -> None:
    if len(drafts) == 1:
        give_toll(drafts[0], toll, offset)
    else:
        give_words(drafts, toll, offset, "of several places together, so in words only")


def _told_apart(
    made: Sequence[tuple[Draft, int]], text: str, acts: Collection[Act], wording: Wording
) -> list[tuple[list[Draft], Toll, int]]:
    """Return the parts of a sentence that each tell of a strike: drafts, toll, where it begins.

    None where a part with a toll has no place of its own: the toll may then be of any.
    """
    parts = []
    for first, last in _parts(text, acts, wording):
        drafts = [draft for draft, start in made if first <= start < last]
        told = find_toll(text[first:last], wording.language)
        if told and not drafts:
            return []
        acted = any(first <= act.start < last for act in acts)
        if drafts and not acted:
            return []
        parts.append((drafts, told, first))
    return [part for part in parts if part[0]]


def _parts(text: str, acts: Collection[Act], wording: Wording) -> Iterator[tuple[int, int]]:
    """Return the spans of the parts of a sentence that tell of strikes of their own."""
    bounds = [0, *(met.end() for met in wording.pattern("clause", "apart").finditer(text)
                   if any(act.start >= met.end() for act in acts)), len(text)]  # fmt: skip
    return pairwise(bounds)


def give_own_toll(draft: Draft, at: int, told: Told, wording: Wording) -> None:
    """Give a sentence's one strike its toll, but not what a part with another place tells.

    at: where its place begins. "Kherson shelled, 1 killed; Beryslav shelled, 2 wounded".
    """
    parts = list(_parts(told.text, told.stands, wording))
    start, end = next((one for one in parts if one[0] <= at < one[1]), (0, len(told.text)))
    own = find_toll(told.counted[start:end], wording.language)
    of_others = any(
        any(first <= act.start < last for act in told.stands)
        and any(first <= part.start < last for part in told.parts)
        and find_toll(told.counted[first:last], wording.language)
        for first, last in parts
        if (first, last) != (start, end)
    )
    acted = any(start <= act.start < end for act in told.stands)
    if own and acted and of_others:
        give_toll(draft, own, told.sentence.start + start)
    else:
        give_toll(draft, told.toll, told.sentence.start)


def give_words(drafts: Sequence[Draft], toll: Toll, offset: int, why: str) -> None:
    """Give drafts a toll's words without its numbers, which are of more than each of them."""
    words = Toll(text=toll.text, start=toll.start, end=toll.end)
    for draft in drafts if toll else ():
        give_toll(draft, words, offset)
        draft.why["toll"] = (0.5, why)


def take_days(draft: Draft, before: Draft) -> None:
    """Give a draft without a date that of the strike told before it."""
    if draft.days is None and before.days is not None:
        draft.days = before.days
        draft.why["date"] = (0.6, f"of the sentence before: {before.why['date'][1]}")

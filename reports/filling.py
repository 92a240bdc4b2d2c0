"""What a sentence gives a draft: its days, its doer and target, its toll, each with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.draft import Draft
from reports.same import join_tolls
from reports.words.attacks import Act, clause_around
from reports.words.days import Days
from reports.words.parties import find_actor, find_claimants, find_target, standing_of_actor
from reports.words.tolls import NOTHING, Range, Toll
from reports.words.wording import Wording

__all__ = [
    "days_of",
    "give_days",
    "give_parties",
    "give_toll",
    "give_words",
    "share_toll",
    "widen_toll",
]


def days_of(text: str, act: Act, days: Sequence[Days], wording: Wording) -> Days | None:
    """Return the date that an act is told with: the nearest, those that were placed first.

    The day of "said on Wednesday that" is of the saying, not of the act told after it.
    """
    saying = wording.pattern("days", "saying")
    days = [day for day in days
            if day.start > act.start or not saying.search(text[: day.start])]  # fmt: skip
    if not days:
        return None
    first, last = clause_around(text, act.start, act.end, wording)
    return min(
        days,
        key=lambda day: (day.first is None, not first <= day.start < last,
                         min(abs(day.start - act.end), abs(act.start - day.end))),
    )  # fmt: skip


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
        draft.actor, draft.attribution = actor, standing_of_actor(text, wording)
        draft.why["actor"] = (round(sure, 2), "named as the doer in the sentence")
    draft.claimants += [name for name in find_claimants(text, wording)
                        if name not in draft.claimants]  # fmt: skip
    target = find_target(text, act, [place], wording)
    if target is not None and draft.target is None:
        draft.target, draft.target_kind = target
        draft.why["target"] = (0.7, "named beside the act")


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
        killed=_first(old.killed, toll.killed),
        injured=_first(old.injured, toll.injured),
        casualties=_first(old.casualties, toll.casualties),
    )
    draft.why["toll"] = (0.7, "told over several sentences")


def widen_toll(draft: Draft, toll: Toll, offset: int) -> None:
    """Give a draft the toll of a later sentence on its place: another number makes a range."""
    if draft.toll:
        draft.toll = join_tolls(draft.toll, toll)
        draft.why["toll"] = (0.7, "told again of the same place")
    else:
        give_toll(draft, toll, offset)


def _first(one: Range, other: Range) -> Range:
    return other if one == NOTHING else one


def share_toll(
    made: Sequence[tuple[Draft, int]], text: str, toll: Toll, offset: int, wording: Wording
) -> None:
    """Give a toll to the place of whose clause it is told; in words alone to several.

    made: drafts with where their places begin in the sentence.
    """
    first, last = clause_around(text, toll.start, toll.end, wording)
    own = [draft for draft, start in made if first <= start < last]
    if not own and wording.pattern("clause", "where").match(text[max(0, first - 7) : last]):
        own = [draft for draft, start in made if start < first][-1:]
    if len(own) == 1:
        give_toll(own[0], toll, offset)
    else:
        drafts = [draft for draft, _ in made]
        give_words(drafts, toll, offset, "of several places together, so in words only")


def give_words(drafts: Sequence[Draft], toll: Toll, offset: int, why: str) -> None:
    """Give drafts a toll's words without its numbers, which are of more than each of them."""
    words = Toll(text=toll.text, start=toll.start, end=toll.end)
    for draft in drafts if toll else ():
        give_toll(draft, words, offset)
        draft.why["toll"] = (0.5, why)

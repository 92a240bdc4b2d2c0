"""What a text only recalls: strikes of an earlier time, told beside those that it reports."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from reports.document import Published
from reports.draft import Draft
from reports.telling import Told
from reports.words.days import Days
from reports.words.wording import Wording

__all__ = ["are_recalled", "leave_recalled"]

_NEWS = datetime.timedelta(days=3)  # back from the publication, in which a reminder is news still
_OLD = datetime.timedelta(days=14)  # back from it, from where on what "it is noted" is past


def leave_recalled(told: Told, published: Published, wording: Wording) -> Told:
    """Return a sentence whose attacks are of an earlier time where the text says that it recalls.

    "We remind that on 7 February planes bombed Arbin", unless the day is one of the news. "It is
    worth noting that", and "residents recalled how", recall only where the day is weeks past.
    """
    if not told.alive:
        return told
    strong, weak = (wording.pattern("telling", name) for name in ("recalled", "noted"))
    if strong.search(told.text):
        recalls = not any(_is_news(day, published) for day in told.days)
    else:
        recalls = weak.search(told.text) is not None and _are_old(told.days, published)
    if not recalls:
        return told
    return replace(told, stands={act: why or "history" for act, why in told.stands.items()})


def are_recalled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the strikes that a text recalls by their month or year alone, after its own.

    What it reports is told to the day before them, is later, and there is as much of it: "Jets hit
    Zakho on Wednesday. In May a strike on Sinjar killed a boy". A chronicle tells months first.
    """
    told = [draft for draft in drafts
            if draft.days and draft.days.first and draft.days.precision == "day"]  # fmt: skip
    if not told:
        return []
    first = min(draft.days.first for draft in told if draft.days and draft.days.first)
    begins = min(draft.start for draft in told)
    coarse = [draft for draft in drafts if draft.days and draft.days.precision in ("month", "year")]
    past = [draft for draft in coarse
            if draft.days and draft.days.last and first - draft.days.last > _OLD
            and draft.start > begins and not draft.is_lead]  # fmt: skip
    return past if len(past) == len(coarse) <= len(told) else []


def _is_news(day: Days, published: Published) -> bool:
    """Say whether a day is one of the last before the publication, or the one after it."""
    if published is None or day.last is None or day.precision != "day":
        return False
    return published[0] - day.last <= _NEWS


def _are_old(days: Sequence[Days], published: Published) -> bool:
    """Say whether days are told, and all are weeks before the publication."""
    placed = [day.last for day in days if day.last is not None]
    return bool(placed) and published is not None and all(
        published[0] - last > _OLD for last in placed
    )  # fmt: skip

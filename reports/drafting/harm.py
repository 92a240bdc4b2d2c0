"""People harmed in attacks that a text's opening tells in sum, place by place."""

from __future__ import annotations

from collections.abc import Iterator

from reports.drafting.areas import holds
from reports.drafting.heading import Lead
from reports.drafting.narrowing import tolls_apart
from reports.telling import Told, is_of_other_cause
from reports.words.attacks import Act
from reports.words.roles import Part
from reports.words.tolls import Toll
from reports.words.wording import Wording

__all__ = ["harm_of_opening"]


def harm_of_opening(told: Told, lead: Lead, wording: Wording) -> Iterator[tuple[Part, Act, Toll]]:
    """Yield the places where people were harmed, with an act of the opening's kind and the toll.

    "Over the past day 7 villages were shelled. In Saraqib a man was killed." The act stands where
    the toll does in the sentence, the toll counts in its own clause. Only in the area that the
    opening names, and nothing where other days or another cause are told.
    """
    harmed = wording.pattern("places", "harmed")
    if lead.kind is None or lead.ends is not None or told.days:
        return
    if wording.pattern("telling", "other_harm").search(told.text):
        return
    if is_of_other_cause(told, wording):
        return
    for toll, parts, start in tolls_apart(told.text, told.toll, told.parts, wording):
        struck = [part for part in parts if part.is_struck]
        if len(struck) != 1 or not harmed.search(told.text, 0, struck[0].start):
            continue
        if any(holds(area.match, struck[0].mention.match) for area in lead.areas):
            act = Act(start + toll.start, start + toll.end, lead.kind, weak=True, open=True)
            yield struck[0], act, toll

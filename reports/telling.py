"""A sentence told apart: its acts and how they stand, its places, days and toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.mentions.document import Mention
from reports.document import Report
from reports.sentences import Sentence
from reports.words.attacks import Act, clause_around, find_acts, is_trace, standing_of, trace_act
from reports.words.days import Days, find_days
from reports.words.roles import Part, parts_of
from reports.words.tolls import Toll, find_toll
from reports.words.wording import Wording

__all__ = ["Told", "beside_act", "governing", "tell"]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with what was found in it; spans count in it. stands: act to why it is none."""

    at: int
    sentence: Sentence
    text: str
    stands: dict[Act, str | None]
    parts: list[Part]
    days: list[Days]
    toll: Toll

    @property
    def alive(self) -> list[Act]:
        """The acts that are reported as having happened."""
        return [act for act, why in self.stands.items() if why is None]

    @property
    def counts_the_denied(self) -> bool:
        """Whether a toll is told and the strikes beside it only denied."""
        return bool(self.toll) and set(self.stands.values()) == {"denied"}

    @property
    def struck(self) -> list[Part]:
        """The places that a strike may be put in."""
        return [part for part in self.parts if part.is_struck]


def tell(
    report: Report,
    numbered: tuple[int, Sentence],
    mentions: Sequence[Mention],
    wording: Wording,
    *,
    topic: str | None,
    home: str,
) -> Told:
    """Return what a sentence holds; topic: the kind spoken of before; home: ISO 3166."""
    at, sentence = numbered
    text = report.text[sentence.start : sentence.end]
    acts = find_acts(text, wording, topic)
    named = [m for m in mentions if sentence.start <= m.start < sentence.end]
    parts = parts_of(text, sentence.start, named, wording, home)
    if not acts and topic and is_trace(text, wording):
        acts = [trace_act(text, wording, topic)]
    days = find_days(text, report.published, wording.language)
    stands = {act: standing_of(text, act, wording) for act in acts}
    if _is_report(parts, days):
        stands = {act: None if why == "rhetoric" else why for act, why in stands.items()}
    if _has_own_day(text, days, wording):
        stands = {act: None if why == "summary" else why for act, why in stands.items()}
    toll = find_toll(text, wording.language)
    return Told(at, sentence, text, stands, parts, days, toll)


def _is_report(parts: Sequence[Part], days: Sequence[Days]) -> bool:
    """Say whether what is condemned is reported as well: a day and a settlement are named."""
    fine = any(part.is_struck and part.mention.match.lon is not None for part in parts)
    return fine and any(day.first for day in days)


def _has_own_day(text: str, days: Sequence[Days], wording: Wording) -> bool:
    """Say whether a sentence tells the day of one strike, whatever it sums up besides."""
    happened = wording.pattern("days", "happened")
    return any(day.precision == "day" and day.first and happened.search(text[: day.start])
               for day in days)  # fmt: skip


def governing(told: Told, part: Part, wording: Wording) -> Act | None:
    """Return the act that a place belongs to: the last before it in its clause, else the next.

    A place in a clause without an act has that of another clause, unless this has its own place.
    """
    acts = list(told.stands)
    first, last = clause_around(told.text, part.start, part.end, wording)
    before = [act for act in acts if first <= act.start < part.start]
    if before:
        sure = [act for act in before if not act.weak]
        return (sure or before)[-1]
    after = [act for act in acts if part.end <= act.start < last]
    if after:
        return after[0]
    act = min(acts, key=lambda act: abs(act.start - part.start))
    if wording.pattern("clause", "joined").search(told.text[:first]):
        return act
    first, last = clause_around(told.text, act.start, act.end, wording)
    taken = any(first <= other.start < last for other in told.struck if other is not part)
    return None if taken else act


def beside_act(told: Told, part: Part, act: Act, wording: Wording) -> Act | None:
    """Return a further act on the same place: "air strikes and shelling hit X"; None for most."""
    for other in told.stands:
        if other.weak or other.by_weapon or told.stands[other] or other.kind == act.kind:
            continue
        if other.end <= act.start < part.start:
            name, gap = "before", told.text[other.end : act.start]
        elif act is not other and part.end <= other.start and not _has_place_after(told, part):
            name, gap = "after", told.text[part.end : other.start]
        else:
            continue
        if wording.pattern("together", name).fullmatch(gap):
            return other
    return None


def _has_place_after(told: Told, part: Part) -> bool:
    """Say whether another struck place stands behind a place, so that an act there is of that."""
    return any(other.start > part.end for other in told.struck)

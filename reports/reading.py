"""A report to draft strikes: sentence by sentence, with what each inherits from those before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Gazetteer
from gazetteer.mentions.document import Mention, find_mentions
from reports.attacks import Act, clause_around, find_acts, is_trace, standing_of, trace_act
from reports.days import Days, find_days
from reports.document import Report
from reports.draft import Aside, Draft
from reports.fields import read_sheets
from reports.parties import find_actor, find_claimants, find_target, standing_of_actor
from reports.roles import Part, parts_of
from reports.same import merge_same
from reports.sentences import Sentence, split_sentences
from reports.tolls import Toll, find_toll
from reports.wording import Wording, any_of, load_wording

__all__ = ["Reading", "read_report"]

_ORDINAL = re.compile(r"\b(?:a|one|the)?\s*(second|another|third|new|further)\s+(?:air ?|drone |missile )?"
                      r"(?:strike|raid|attack|bomb|shell|missile|rocket|explosion|drone)", re.IGNORECASE)  # fmt: skip
_NEAR_BY = 2  # sentences after a draft that may go on with it
WHY_ASIDE = {
    "negated": "the text says that it did not happen",
    "planned": "a plan, a threat or a possibility",
    "denied": "a denial",
    "intercepted": "shot down or repelled; no place is said to have been hit",
    "rhetoric": "spoken about, not reported",
    "history": "background: an earlier time",
    "summary": "a total over a longer time, not one strike",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a report holds: drafts in the order of the text, and words of attacks set aside."""

    drafts: list[Draft]
    aside: list[Aside]


def read_report(report: Report, gazetteer: Gazetteer, language: str = "en") -> Reading:
    """Return the draft strikes of a report, each told once.

    Places are those of the gazetteer's country; a strike without a place that was hit is aside.
    """
    reader = _Reader(report, gazetteer, load_wording(language))
    sheets, covered = read_sheets(report, reader.mentions, reader.wording)
    for at, sentence in enumerate(reader.sentences):
        if not any(start <= sentence.start < end for start, end in covered):
            reader.read(at, sentence)
    drafts = merge_same([*sheets, *reader.drafts])
    return Reading(reader.date_the_rest(drafts), reader.aside)


class _Reader:
    """One report while it is read; drafts and what is set aside grow."""

    def __init__(self, report: Report, gazetteer: Gazetteer, wording: Wording) -> None:
        self.report, self.wording = report, wording
        self.text, self.country = report.text, gazetteer.country.lower()
        self.mentions = find_mentions(report.text, gazetteer)
        self.sentences = split_sentences(report.text)
        self.drafts: list[Draft] = []
        self.aside: list[Aside] = []
        self.topic: str | None = None
        self.last: list[Draft] = []  # of the sentence that drafts were last made of
        self.last_at = -9
        self.default = self._default_days()

    def read(self, at: int, sentence: Sentence) -> None:
        """Read one sentence: make drafts, go on with those before, or set its words aside."""
        text = self.text[sentence.start : sentence.end]
        acts = find_acts(text, self.wording, self.topic)
        parts = parts_of(text, sentence.start, self._mentions_of(sentence), self.wording.language)
        if not acts and self.topic and is_trace(text, self.wording):
            acts = [trace_act(text, self.wording, self.topic)]
        self._note_topic(acts)
        stands = {act: standing_of(text, act, self.wording) for act in acts}
        stands = {act: self._excuse(why, parts, text) for act, why in stands.items()}
        alive = [act for act, why in stands.items() if why is None]
        struck = [part for part in parts if part.is_struck]
        if alive and struck:
            self._draft(at, sentence, text, parts, stands)
        elif alive or not acts:
            self._go_on(at, sentence, text, alive, parts)
        for act, why in stands.items():
            if why is not None:
                self._set_aside(sentence, act, WHY_ASIDE[why])

    def _mentions_of(self, sentence: Sentence) -> list[Mention]:
        return [m for m in self.mentions if sentence.start <= m.start < sentence.end]

    def _note_topic(self, acts: Sequence[Act]) -> None:
        sure = [act.kind for act in acts if act.kind not in (None, "ground", "ied")]
        if sure:
            self.topic = sure[0]

    def _excuse(self, why: str | None, parts: Sequence[Part], text: str) -> str | None:
        """Take what is condemned for reported where a day and a settlement are named."""
        if why != "rhetoric":
            return why
        fine = any(part.is_struck and part.mention.match.lon is not None for part in parts)
        dated = any(days.first for days in self._days(text))
        return None if fine and dated else why

    def _set_aside(self, sentence: Sentence, act: Act, reason: str) -> None:
        start = sentence.start
        self.aside.append(Aside(start, sentence.end, act.kind, reason))

    def _days(self, text: str) -> list[Days]:
        return find_days(text, self.report.published, self.wording.language)

    def _draft(
        self,
        at: int,
        sentence: Sentence,
        text: str,
        parts: Sequence[Part],
        stands: dict[Act, str | None],
    ) -> None:
        """Make a draft for each place of a sentence that an act which stands was on."""
        made: list[Draft] = []
        toll = find_toll(text, self.wording.language)
        days = self._days(text)
        struck = [part for part in parts if part.is_struck]
        for part in struck:
            act = _governing(text, part, list(stands))
            if stands[act] is None:
                made.append(self._draft_of(sentence, text, part, act, days))
        if not made:
            return
        if len(made) == 1:
            self._give_toll(made[0], toll, sentence.start)
        else:
            self._share_toll(made, struck, text, toll, sentence.start)
        for draft in made:
            self._inherit_days(draft, sentence)
        self.drafts += made
        self.last, self.last_at = made, at

    def _draft_of(
        self, sentence: Sentence, text: str, part: Part, act: Act, days: Sequence[Days]
    ) -> Draft:
        draft = Draft(str(act.kind), part.mention, sentence.start, sentence.end,
                      near=part.role == "near")  # fmt: skip
        kind_sure = 0.6 if act.weak else 0.85 if act.by_weapon else 0.9
        draft.why["kind"] = (kind_sure, f"{text[act.start : act.end]!r}")
        score = part.mention.match.score
        draft.why["place"] = (round((score or 0.5) * (0.9 if part.role == "struck" else 0.8), 2),
                              f"named with the act{' as near it' if draft.near else ''}")  # fmt: skip
        self._give_days(draft, _days_of(text, act, days), sentence.start)
        self._give_parties(draft, text, act, part)
        if met := _ORDINAL.search(text):
            draft.order = 3 if met[1].lower() == "third" else 2
        return draft

    def _give_days(self, draft: Draft, days: Days | None, offset: int) -> None:
        if days is not None:
            draft.days = replace(days, start=days.start + offset, end=days.end + offset)
            draft.why["date"] = (days.sure, days.reason)

    def _give_parties(self, draft: Draft, text: str, act: Act, part: Part) -> None:
        actor, sure = find_actor(text, act, self.wording, self.country)
        if actor is not None and draft.actor is None:
            draft.actor, draft.attribution = actor, standing_of_actor(text, self.wording)
            draft.why["actor"] = (round(sure, 2), "named as the doer in the sentence")
        draft.claimants += [name for name in find_claimants(text, self.wording)
                            if name not in draft.claimants]  # fmt: skip
        target = find_target(text, act, [(part.start, part.end)], self.wording)
        if target is not None and draft.target is None:
            draft.target, draft.target_kind = target
            draft.why["target"] = (0.7, "named beside the act")

    def _give_toll(self, draft: Draft, toll: Toll, offset: int) -> None:
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
            killed=old.killed if old.killed != (None, None) else toll.killed,
            injured=old.injured if old.injured != (None, None) else toll.injured,
            casualties=old.casualties if old.casualties != (None, None) else toll.casualties,
        )
        draft.why["toll"] = (0.7, "told over several sentences")

    def _share_toll(
        self, made: Sequence[Draft], struck: Sequence[Part], text: str, toll: Toll, offset: int
    ) -> None:
        """Give a toll to the place of whose clause it is told; to none where it is of several."""
        if not toll:
            return
        first, last = clause_around(text, toll.start, toll.end)
        own = [draft for draft, part in zip(made, struck, strict=False)
               if first <= part.start < last]  # fmt: skip
        if len(own) == 1:
            self._give_toll(own[0], toll, offset)
            return
        words = Toll(text=toll.text, start=toll.start, end=toll.end)
        for draft in made:
            self._give_toll(draft, words, offset)
            draft.why["toll"] = (0.5, "of several places together, so in words only")

    def _inherit_days(self, draft: Draft, sentence: Sentence) -> None:
        """Give a draft the day of the sentence before it in one paragraph of running text."""
        previous = self.last[-1] if self.last else None
        if draft.days is not None or sentence.item or previous is None or previous.days is None:
            return
        before = self.sentences[self.last_at] if self.last_at >= 0 else None
        if before is not None and before.paragraph == sentence.paragraph:
            draft.days = previous.days
            draft.why["date"] = (0.6, f"of the sentence before: {previous.why['date'][1]}")

    def _go_on(
        self, at: int, sentence: Sentence, text: str, alive: Sequence[Act], parts: Sequence[Part]
    ) -> None:
        """Add to the strike told just before what a sentence without a place says of it."""
        reach = _NEAR_BY + (2 if alive and _ORDINAL.search(text) else 0)
        near = 0 < at - self.last_at <= reach and len(self.last) >= 1
        same = bool(alive) or not any(part.is_struck for part in parts)
        if alive and (not near or sentence.item):
            self._set_aside(sentence, alive[0], "no place that was hit is named")
        if not near or not same or sentence.item:
            return
        toll = find_toll(text, self.wording.language)
        if alive and _ORDINAL.search(text) and len(self.last) == 1:
            self._draft_second(at, sentence, text, alive[0], toll)
            return
        if not alive and not toll:
            return
        if len(self.last) == 1:
            draft = self.last[0]
            self._give_toll(draft, toll, sentence.start)
            if alive:
                self._give_parties(draft, text, alive[0], Part(draft.place, -1, -1, "struck"))
                if draft.days is None:
                    self._give_days(draft, _days_of(text, alive[0], self._days(text)), sentence.start)
        elif alive:
            days = _days_of(text, alive[0], self._days(text))
            for draft in self.last:
                if draft.days is None:
                    self._give_days(draft, days, sentence.start)
        if alive:
            self.last_at = at

    def _draft_second(
        self, at: int, sentence: Sentence, text: str, act: Act, toll: Toll
    ) -> None:
        """Draft "a second strike" on the place of the first."""
        first = self.last[0]
        draft = Draft(first.kind, first.place, sentence.start, sentence.end, near=first.near,
                      order=max(2, first.order + 1))  # fmt: skip
        draft.why["kind"] = (0.8, "a further strike of the kind told before")
        draft.why["place"] = (round(first.why["place"][0] * 0.8, 2), "of the sentence before")
        self._give_days(draft, _days_of(text, act, self._days(text)), sentence.start)
        if draft.days is None and first.days is not None:
            draft.days = first.days
            draft.why["date"] = (0.6, f"of the sentence before: {first.why['date'][1]}")
        self._give_parties(draft, text, act, Part(draft.place, -1, -1, "struck"))
        if draft.actor is None and first.actor is not None:
            draft.actor, draft.attribution = first.actor, first.attribution
            draft.why["actor"] = (0.6, "that of the first strike")
        self._give_toll(draft, toll, sentence.start)
        self.drafts.append(draft)
        self.last, self.last_at = [first], at

    def _default_days(self) -> tuple[Days, str] | None:
        """Return the day that a whole text is of: its heading's, or today's where it says so."""
        live = any_of(self.wording.words("days", "live"))
        said = any_of(self.wording.words("days", "said"))
        for sentence in self.sentences[:3]:
            text = self.text[sentence.start : sentence.end]
            days = [day for day in self._days(text) if day.first and day.precision == "day"]
            heads = not text.endswith(".") and len(text.split()) <= 14
            if heads and days and not find_acts(text, self.wording, None):
                return self._at(days[0], sentence.start), "the day in the text's heading"
            if live.match(text) and self.report.day:
                return self._published_day(), "a text of the day of its publication"
        today = any_of(self.wording.words("days", "today"))
        for sentence in self.sentences:
            text = self.text[sentence.start : sentence.end]
            met = today.search(text)
            if met and self.report.day and not said.search(text, max(0, met.start() - 12), met.start()):
                return self._published_day(), f"the text speaks of {met[0]!r}"
        return None

    def _at(self, days: Days, offset: int) -> Days:
        return replace(days, start=days.start + offset, end=days.end + offset)

    def _published_day(self) -> Days:
        day = self.report.day
        return Days(-1, -1, day, day, "day", 0.6, f"published {day} ({self.report.basis})")

    def date_the_rest(self, drafts: list[Draft]) -> list[Draft]:
        """Give drafts without any wording of a date the day that the whole text is of."""
        for draft in drafts:
            if draft.days is None and self.default is not None:
                days, why = self.default
                draft.days, draft.why["date"] = days, (min(0.65, days.sure), f"{why}: {days.reason}")
        return drafts


def _governing(text: str, part: Part, acts: Sequence[Act]) -> Act:
    """Return the act that a place belongs to: the last one before it in its clause, else the next."""
    first, last = clause_around(text, part.start, part.end)
    before = [act for act in acts if first <= act.start < part.start]
    after = [act for act in acts if part.end <= act.start < last]
    if before:
        sure = [act for act in before if not act.weak]
        return (sure or before)[-1]
    if after:
        return after[0]
    return min(acts, key=lambda act: abs(act.start - part.start))


def _days_of(text: str, act: Act, days: Sequence[Days]) -> Days | None:
    """Return the date that an act is told with: the nearest, those that were placed first."""
    if not days:
        return None
    first, last = clause_around(text, act.start, act.end)
    return min(
        days,
        key=lambda day: (day.first is None, not first <= day.start < last,
                         min(abs(day.start - act.end), abs(act.start - day.end))),
    )  # fmt: skip

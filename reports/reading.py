"""A report to draft strikes: sentence by sentence, with what each inherits from those before."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.mentions.document import find_mentions
from reports import filling, telling
from reports.document import Report
from reports.draft import Aside, Draft
from reports.fields import read_sheets
from reports.heading import Lead, date_rest, is_told_as_past
from reports.narrowing import counted_at, is_of_people_elsewhere, narrow, near_of
from reports.same import key_of_mention, merge_same, place_key
from reports.sentences import Sentence, split_sentences
from reports.telling import Told, beside_act, governing, tell
from reports.words.attacks import Act, is_weak_word, weapons_in
from reports.words.gate import Gated
from reports.words.languages import languages_of
from reports.words.parties import find_actor, find_actor_alone
from reports.words.roles import COUNTRY, Part
from reports.words.standing import NO_ACT, NO_PLACE, WHY_ASIDE
from reports.words.wording import load_wording

__all__ = ["Reading", "read_report"]

_NEAR_BY = 2  # sentences after a draft that may go on with it
_FAR_BY = 6  # sentences back to strikes of the same kind, others in between
_OF_ONE = 8  # sentences that may go on with the one place that a text tells of
_SURE_DOER = 0.9  # a doer that later sentences inherit


@dataclass(frozen=True, slots=True)
class Reading:
    """What a report holds: drafts in the order of the text, and words of attacks set aside."""

    drafts: list[Draft]
    aside: list[Aside]


def read_report(report: Report, gazetteer: Gazetteer) -> Reading:
    """Return the draft strikes of a report, each told once.

    Each sentence is read in its own language, one of those that `reports/languages` has. Places are
    those of the gazetteer's country; a strike without a place that was hit is aside.
    """
    reader = _Reader(report, gazetteer)
    sheets, covered = read_sheets(report, reader.mentions, reader.wording, reader.country)
    for at, sentence in enumerate(reader.sentences):
        if not any(start <= sentence.start < end for start, end in covered):
            reader.read(at, sentence)
    drafts = narrow(merge_same([*sheets, *reader.drafts]))
    date_rest(drafts, report, reader.sentences, reader.whole, reader.lead)
    return Reading(drafts, reader.aside)


class _Reader:
    """One report while it is read; drafts and what is set aside grow."""

    def __init__(self, report: Report, gazetteer: Gazetteer) -> None:
        self.report, self.gazetteer = report, gazetteer
        self.country = gazetteer.country.lower()
        self.mentions = find_mentions(report.text, gazetteer)
        self.sentences = split_sentences(report.text)
        whole, self.languages = languages_of([report.text[s.start : s.end] for s in self.sentences])
        self.wording = self.whole = load_wording(whole)
        self.drafts: list[Draft] = []
        self.aside: list[Aside] = []
        self.topic: str | None = None  # the kind of strike spoken of last
        self.last: list[Draft] = []  # of the sentence that drafts were last made of
        self.last_at = -9
        self.groups: list[tuple[int, list[Draft]]] = []
        self.lead = Lead()
        self.doer: tuple[str | None, int, str | None, set[str]] = (None, -1, None, set())

    def read(self, at: int, sentence: Sentence) -> None:
        """Read one sentence: make drafts, go on with those before, or set its words aside."""
        self.wording = load_wording(self.languages[at])
        told = tell(self.report, (at, sentence), self.mentions, self.wording,
                    topic=self.topic, home=self.country.upper())  # fmt: skip
        self._note(told)
        self.lead.note(told, self.wording)
        if told.toll and not told.stands and self._add_by_place(told):
            return
        if told.alive and told.struck:
            self._draft(told)
        elif told.alive or not told.stands or told.counts_the_denied:
            self._go_on(told)
        if not told.stands and sentence.item and weapons_in(told.text, self.wording):
            self._set_aside(sentence, None, NO_ACT)
        self._answer(told)
        for act, why in told.stands.items():
            if why is not None:
                self._set_aside(sentence, act, WHY_ASIDE[why])

    def _tells(self, name: str) -> Gated:
        return self.wording.pattern("telling", name)

    def _note(self, told: Told) -> None:
        """Keep what kind is spoken of, and who is said to have done what."""
        sure = [act.kind for act in told.stands if act.kind not in (None, "ground", "ied")]
        if sure:
            self.topic = sure[0]
        struck = {key_of_mention(part.mention) for part in told.struck}
        for act in told.alive:
            actor, likely = find_actor(told.text, act, self.wording, self.country)
            if actor is not None and likely >= _SURE_DOER:
                self.doer = (act.kind, told.sentence.paragraph, actor, struck)

    def _set_aside(self, sentence: Sentence, act: Act | None, reason: str) -> None:
        aside = Aside(sentence.start, sentence.end, act.kind if act else None, reason)
        if aside not in self.aside:
            self.aside.append(aside)

    def _draft(self, told: Told) -> None:
        """Make a draft for each place of a sentence that an act which stands was on."""
        governed = [
            (part, act)
            for part in told.struck
            if (act := governing(told, part, self.wording)) and not told.stands[act]
        ]
        if not (made := [(self._draft_of(told, *pair), pair[0].start) for pair in governed]):
            return
        further = [self._draft_of(told, part, other) for part, act in governed
                   if (other := beside_act(told, part, act, self.wording))]  # fmt: skip
        drafts, offset = [draft for draft, _ in made], told.sentence.start
        if len(made) > 1:
            filling.share_toll(made, told.text, told.toll, offset, self.wording, told.stands)
        elif self._tells("most").match(told.text, told.toll.end):
            filling.give_words(drafts, told.toll, offset, "of a wider area, so in words only")
        elif telling.tells_own_toll(told, self.wording):
            filling.give_toll(drafts[0], told.toll, offset)
        for draft in [*drafts, *further]:
            self._inherit(draft, told.sentence)
        self.drafts += [*drafts, *further]
        self.last, self.last_at = drafts, told.at
        self.groups.append((told.at, drafts))

    def _draft_of(self, told: Told, part: Part, act: Act) -> Draft:
        word = told.text[act.start : act.end]
        draft = Draft(
            str(act.kind),
            part.mention,
            told.sentence.start,
            told.sentence.end,
            near=near_of(part, self.gazetteer),
            beside=tuple(key_of_mention(other.mention) for other in told.parts
                         if not other.is_struck and other.role != COUNTRY),
            paragraph=told.sentence.paragraph,
            is_lead=told.at == 0,
            is_open=act.open,
            is_weak=act.weak or is_weak_word(word, self.wording),
            is_definite=self._tells("definite").search(told.text, 0, act.start) is not None,
            is_former=self._tells("former").search(told.text) is not None,
        )  # fmt: skip
        draft.why["kind"] = filling.sure_of_kind(act, word)
        beside, how = (0.9, "with") if draft.near is None else (0.8, "near")
        sure = round((part.mention.match.score or 0.5) * beside, 2)
        draft.why["place"] = (sure, f"named {how} the act")
        days = filling.days_at(told.text, (part.start, part.end), act, told.days, self.wording)
        filling.give_days(draft, days, told.sentence.start)
        self._give_parties(draft, told, act, (part.start, part.end))
        if met := self._tells("further").search(told.text):
            draft.order = 3 if self._tells("third").search(met[0]) else 2
        return draft

    def _give_parties(self, draft: Draft, told: Told, act: Act, place: tuple[int, int]) -> None:
        filling.give_parties(draft, told.text, act, self.wording, country=self.country, place=place)

    def _inherit(self, draft: Draft, sentence: Sentence) -> None:
        """Give a draft what the sentence before it in one paragraph of running text says."""
        if sentence.item:
            return
        kind, paragraph, actor, places = self.doer
        same = (kind, paragraph) == (draft.kind, sentence.paragraph)
        there = draft.is_open or not places or place_key(draft) in places
        if draft.actor is None and same and there and not self._names_party(draft):
            draft.actor, draft.attribution = actor, "alleged"
            draft.why["actor"] = (0.5, "of the strikes told before in the paragraph")
        before = self.sentences[self.last_at] if self.last_at >= 0 else None
        back = self._tells("same_day").search(self.report.text, sentence.start, sentence.end)
        same = before is not None and (before.paragraph == sentence.paragraph or back is not None)
        after_past = same and self.last[-1].is_former > draft.is_former
        if same and not after_past and not is_told_as_past(draft, self.report, self.wording):
            filling.take_days(draft, self.last[-1])

    def _names_party(self, draft: Draft) -> bool:
        """Say whether the sentence of a draft names a party before the place that was hit."""
        before = self.report.text[draft.start : draft.place.start]
        return find_actor_alone(before, self.wording, self.country) is not None

    def _go_on(self, told: Told) -> None:
        """Add to the strike told just before what a sentence without a place says of it."""
        if told.alive:
            self._recall(told)
        further = bool(told.alive) and self._tells("further").search(told.text) is not None
        near = bool(self.last) and 0 < told.at - self.last_at <= self._reach(told, further)
        if not near or told.sentence.item:
            if told.alive:
                self._set_aside(told.sentence, told.alive[0], NO_PLACE)
            return
        if further and len(self.last) == 1:
            self._draft_second(told, told.alive[0])
        elif told.alive or (told.toll and not told.struck):
            keys = {place_key(draft) for draft in self.last}
            if not is_of_people_elsewhere(told.text, told.parts, keys, self.wording):
                self._add(told)
            elif told.alive:
                self._set_aside(told.sentence, told.alive[0], NO_PLACE)

    def _reach(self, told: Told, further: bool) -> int:
        """Say how many sentences back the strike may be that a sentence goes on with."""
        told_of = [one for one in self.drafts if not one.is_lead] or self.drafts
        places = {place_key(draft) for draft in told_of}
        tells = self._tells("definite")
        definite = any(tells.search(told.text, 0, act.start) for act in told.alive)
        if len(places) == 1 and (further or definite):
            return _OF_ONE
        return _NEAR_BY + 2 * further

    def _add_by_place(self, told: Told) -> bool:
        """Add a toll told of a place alone to the last strike on it; say whether that is all."""
        if telling.is_of_other_cause(told, self.wording):
            return True
        named = counted_at(told.text, told.parts, self.wording)
        last = next((draft for draft in reversed(self.drafts) if place_key(draft) in named), None)
        if last is None:
            return False
        far = sum(last.start < other.start for other in self.sentences[: told.at + 1])
        if far <= _FAR_BY and not telling.is_of_other_days(told, last.days, self.wording):
            filling.widen_toll(last, told.toll, told.sentence.start)
        return True

    def _answer(self, told: Told) -> None:
        """Note who denies the strikes told just before, or is blamed for them."""
        far, denied = told.at - self.last_at, "denied" in told.stands.values()
        if far <= _FAR_BY and (denied or telling.denies_this(told, self.wording)):
            filling.contest(self._denied(told), told.text, self.wording, self.country)
        elif far <= _NEAR_BY and not told.stands:
            filling.blame(self.last, told.text, self.wording, self.country)

    def _denied(self, told: Told) -> list[Draft]:
        """Return the strikes that a denial is of: the denier's own last ones within reach."""
        denier = find_actor_alone(told.text, self.wording, self.country)
        reach = 1 if telling.denies_at_once(told, self.wording) else _FAR_BY
        for at, group in reversed(self.groups):
            near = told.at - (self.last_at if group is self.last else at) <= reach
            if near and any(draft.actor == denier for draft in group):
                return group
        return []

    def _recall(self, told: Told) -> None:
        """Turn back to the last strikes of a kind, past those of another told in between."""
        if not self.last or self.last[0].kind == (kind := told.alive[0].kind):
            return
        for told_at, group in reversed(self.groups):
            if told.at - told_at > _FAR_BY:
                return
            if group[0].kind == kind:
                self.last, self.last_at = group, told.at - 1
                return

    def _add(self, told: Told) -> None:
        offset = told.sentence.start
        if telling.hits_back(told, self.wording):
            return
        other = not told.stands and telling.is_of_other_days(told, self.last[0].days, self.wording)
        if len(self.last) == 1 and not other:
            filling.give_toll(self.last[0], told.toll, offset)
        if not told.alive:
            return
        act = told.alive[0]
        for draft in self.last:
            if len(self.last) == 1:
                self._give_parties(draft, told, act, (-1, -1))
            if draft.days is None:
                days = filling.days_of(told.text, act, told.days, self.wording)
                filling.give_days(draft, days, offset)
        self.last_at = told.at

    def _draft_second(self, told: Told, act: Act) -> None:
        """Draft "a second strike" on the place of the first."""
        first, sentence = self.last[0], told.sentence
        kind = str(act.kind) if act.by_weapon or not (act.open or act.weak) else first.kind
        draft = Draft(kind, first.place, sentence.start, sentence.end, near=first.near,
                      paragraph=sentence.paragraph, order=max(2, first.order + 1))  # fmt: skip
        draft.why["kind"] = (0.8, "a further strike, of the kind told")
        draft.why["place"] = (round(first.why["place"][0] * 0.8, 2), "of the sentence before")
        days = filling.days_of(told.text, act, told.days, self.wording)
        filling.give_days(draft, days, sentence.start)
        filling.take_days(draft, first)
        self._give_parties(draft, told, act, (-1, -1))
        if draft.actor is None and first.actor is not None:
            draft.actor, draft.attribution = first.actor, first.attribution
            draft.why["actor"] = (0.6, "that of the first strike")
        filling.give_toll(draft, told.toll, sentence.start)
        self.drafts.append(draft)
        self.last, self.last_at = [first], told.at

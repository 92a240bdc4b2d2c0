"""Sentences that go on with strikes told before: their tolls, doers, denials, further strikes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter

from gazetteer.mentions.document import Mention
from reports import telling
from reports.draft import Draft
from reports.drafting import filling, governing
from reports.drafting.harm import harm_going_on, harm_of_opening
from reports.drafting.lede import take_lede
from reports.drafting.narrowing import counted_at, is_of_people_elsewhere, tolls_apart
from reports.drafting.strikes import Drafting
from reports.same import is_better, place_key
from reports.telling import Told
from reports.words.attacks import Act
from reports.words.parties import find_actor_alone
from reports.words.roles import STRUCK, Part
from reports.words.standing import NO_PLACE
from reports.words.tolls import Toll

__all__ = ["Continuing"]

_START = attrgetter("start")
_NEAR_BY = 2  # sentences after a draft that may go on with it
_FAR_BY = 6  # sentences back to strikes of the same kind, others in between
_OF_ONE = 8  # sentences that may go on with the one place that a text tells of


class Continuing(Drafting):
    """One report while it is read, with what sentences without a place of their own add."""

    def _go_on(self, told: Told) -> None:
        """Add to the strike told just before what a sentence without a place says of it."""
        if told.alive and self._draft_at_head(told):
            return
        away = self._tells("elsewhere").search(told.text) is not None
        if told.alive and not away:
            self._recall(told)
        further = bool(told.alive) and self._tells("further").search(told.text) is not None
        further = (further and not self._told_several()) or self._is_further_there(told)
        reach = self._reach(told, further) if self.last and not away else 0
        near = 0 < told.at - self.last_at <= reach
        if not near or self._is_of_other_entry(told):
            if told.alive:
                self._set_aside(told.sentence, told.alive[0], NO_PLACE)
                self._note_placeless(told)
            return
        if further and len(self.last) == 1:
            self._draft_second(told, told.alive[0])
        elif told.alive or (told.toll and not told.struck):
            keys = {place_key(draft) for draft in self.last}
            if not is_of_people_elsewhere(told.text, told.parts, keys, self.wording):
                self._add(told)
            elif told.alive:
                self._set_aside(told.sentence, told.alive[0], NO_PLACE)

    def _is_further_there(self, told: Told) -> bool:
        """Say whether "the town" of a sentence was struck again, the one that was told of last."""
        if len(self.last) != 1 or told.struck or not told.alive:
            return False
        spans = self.sentences[self.last_at].end, told.sentence.end
        if governing.names_other_place(self.mentions, spans, place_key(self.last[0])):
            return False
        named = self._names_act(told)
        return governing.is_further_there(told, self.last[0], self.wording, definite=named)

    def _names_act(self, told: Told) -> bool:
        """Say whether "the strike" of a sentence is one that was told of already."""
        return any(self._is_definite(told, act.start) for act in told.alive)

    def _note_placeless(self, told: Told) -> None:
        """Keep an opening that tells of one strike with its toll and of no place."""
        one = not any(told.text[: act.end].endswith("s") for act in told.alive)
        if one and told.toll and told.at < telling.FIRST and not self.drafts:
            self.placeless = told

    def _told_several(self) -> bool:
        """Say whether the strike told just before was of several blows, a second one among them."""
        before = self.sentences[self.last_at] if self.last else None
        return before is not None and (
            self._tells("several").search(self.report.text[before.start : before.end]) is not None
        )

    def _is_of_other_entry(self, told: Told) -> bool:
        """Say whether a sentence is of another line of a list or a log, and no toll that grew."""
        own = told.sentence.paragraph
        if own == self.sentences[self.last_at].paragraph:
            return False
        entry, before = (self.hours.get(at) for at in (own, self.sentences[self.last_at].paragraph))
        if entry is None:
            return told.sentence.item
        if before is not None and entry.line == before.line:
            return False
        return self._tells("updated").search(told.text) is None and all(
            not self._is_definite(told, act.start) for act in told.alive
        )

    def _head_of(self, told: Told) -> Mention | None:
        """Return the place of the line or heading that a sentence is of, until it is drafted."""
        if self.head is None or told.struck:
            return None
        first, place = self.head
        if not first <= told.sentence.paragraph <= first + self.under:
            return None
        return None if any(draft.place is place for draft in self.last) else place

    def _harm_at_head(self, told: Told) -> bool:
        """Draft a strike where people were harmed under a heading, of the kind of the lede."""
        kinds = sorted({str(kind) for kind in self.lede.kinds})
        if not self.under or self._head_of(told) is None or len(kinds) != 1:
            return False
        if telling.is_of_other_cause(told, self.wording) or not any(told.toll.killed[:1]):
            return False
        act = Act(told.toll.start, told.toll.end, kinds[0], weak=True, open=True)
        return self._draft_at_head(replace(told, stands={act: None}))

    def _draft_at_head(self, told: Told) -> bool:
        """Draft a strike on the place that its line began with; say whether there is one."""
        place = self._head_of(told)
        if place is None:
            return False
        sure = [act for act in told.alive if not act.weak] or told.alive
        draft = self._draft_of(told, Part(place, 0, 0, STRUCK), sure[0])
        if self.under:
            take_lede(draft, self.lede)
        draft.why["place"] = (
            round(draft.why["place"][0] * 0.9, 2),
            "the place its line begins with",
        )
        if telling.tells_own_toll(told, self.wording):
            filling.give_toll(draft, told.toll, told.sentence.start)
        self._inherit(draft, told.sentence)
        self._date_by_section(draft)
        self._keep(told, [draft])
        return True

    def _reach(self, told: Told, further: bool) -> int:
        """Say how many sentences back the strike may be that a sentence goes on with."""
        if self.drafts.are_of_one_place and (further or self._names_act(told)):
            return _OF_ONE
        updated = bool(told.toll) and self._tells("updated").search(told.text) is not None
        updated = updated and not telling.is_of_region(told, self.wording)
        return _NEAR_BY + 2 * (further or updated)

    def _add_by_place(self, told: Told) -> bool:
        """Add a toll told of a place alone to the last strike on it; say whether that is all."""
        if telling.is_of_other_cause(told, self.wording):
            return True
        parts = tolls_apart(told.counted, told.toll, told.parts, self.wording)
        found = [self._last_drafts(counted_at(told.text, places, self.wording))
                 for _, places, _ in parts]  # fmt: skip
        for (toll, _, start), drafts in zip(parts, found, strict=True):
            self._widen_last(told, drafts, toll, told.sentence.start + start)
        return any(found)

    def _add_harm(self, told: Told) -> bool:
        """Draft strikes where people were harmed in attacks told before; say whether there are."""
        why, found = "the text's opening", list(harm_of_opening(told, self.lead, self.wording))
        before = self.sentences[self.last_at] if self.last and not told.sentence.item else None
        is_next = before is not None and before.paragraph == told.sentence.paragraph
        if not found and is_next and told.at - self.last_at == 1:
            why, found = "the sentence before", harm_going_on(told, self.last[-1], self.wording)
        made = []
        for part, act, toll in found:
            draft = self._draft_of(told, part, act)
            draft.why["kind"] = (0.5, f"of the attacks that {why} tells")
            filling.give_toll(draft, toll, told.sentence.start + act.start - toll.start)
            self._inherit(draft, told.sentence)
            made.append(draft)
        if made:
            self._keep(told, made)
        return bool(made)

    def _last_drafts(self, keys: set[str]) -> list[Draft]:
        """Return the last strike on each of some places, the places in no order."""
        return [there[-1] for there in self.drafts.on(keys)]

    def _widen_last(self, told: Told, drafts: list[Draft], toll: Toll, offset: int) -> None:
        """Give one strike a toll told of its place; of several places together in words only."""
        drafts = [draft for draft in drafts if self._is_near(told, draft)]
        if len(drafts) == 1:
            filling.widen_toll(drafts[0], toll, offset)
        else:
            filling.give_words(drafts, toll, offset, "of several places together, so in words only")

    def _is_near(self, told: Told, draft: Draft) -> bool:
        far = told.at + 1 - bisect_right(self.sentences, draft.start, 0, told.at + 1, key=_START)
        other_days = telling.is_of_other_days(told, draft.days, self.wording)
        return far <= _FAR_BY and not other_days

    def _answer(self, told: Told) -> None:
        """Note who denies the strikes told just before, or is blamed for them."""
        far, denied = told.at - self.last_at, "denied" in told.stands.values()
        if far <= _FAR_BY and (denied or telling.denies_this(told, self.wording)):
            filling.contest(self._denied(told), told.text, self.wording, self._country_spoken_of())
        elif far <= _NEAR_BY and not told.stands:
            filling.blame(self.last, told.text, self.wording, self._country_spoken_of())

    def _country_spoken_of(self) -> str:
        """Return the country of the strikes told just before."""
        return self._country_of(self.last[0].place) if self.last else self.country

    def _denied(self, told: Told) -> list[Draft]:
        """Return the strikes that a denial is of: the denier's own last ones within reach."""
        denier = find_actor_alone(told.text, self.wording, self._country_spoken_of())
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
        other = telling.is_of_other_days(told, self.last[0].days, self.wording)
        if told.alive and (
            self._is_of_other_strike(told) if other else self._is_of_other_arms(told)
        ):
            self._set_aside(told.sentence, told.alive[0], NO_PLACE)
            return
        other = other and not told.stands
        if len(self.last) == 1 and not other and not telling.is_of_region(told, self.wording):
            grown = told.toll and telling.has_grown(told, self.wording)
            give = filling.widen_toll if grown else filling.give_toll
            give(self.last[0], told.toll, offset)
        if not told.alive:
            return
        act = told.alive[0]
        for draft in self.last:
            if len(self.last) == 1:
                filling.settle_kind(draft, told.text, act, self.wording)
                self._give_parties(draft, told, act, (-1, -1))
            if act.open or act.kind == draft.kind:
                self._date_again(draft, told, act)
        self.last_at = told.at

    def _date_again(self, draft: Draft, told: Told, act: Act) -> None:
        """Give a draft the day that a later sentence tells of its act, in place of a telling's."""
        days = filling.days_of(told.text, act, told.days, self.wording)
        if days is None or days.precision not in ("day", "unknown"):
            return
        if draft.days is None or is_better(days, draft.days):
            filling.give_days(draft, days, told.sentence.start)

    def _is_of_other_strike(self, told: Told) -> bool:
        """Say whether a sentence tells the day of a strike that is not that of the one before."""
        if self._is_of_other_arms(told):
            return True
        named = self._names_act(told)
        return governing.is_of_other_time(told, self.last[0], self.report.day, named=named)

    def _is_of_other_arms(self, told: Told) -> bool:
        """Say whether a sentence is of a place on no list, or its paragraph of another kind."""
        before, kind = self.sentences[self.last_at], self.last[0].kind
        if governing.names_unlisted(told, self.wording):
            return True
        if not self._names_act(told) and all(
            governing.is_of_other_arms(act, self.last[0]) for act in told.alive
        ):
            return True
        apart = before.paragraph != told.sentence.paragraph and not self.last[0].is_open
        return apart and all(not act.open and not act.weak and act.kind != kind
                             for act in told.alive)  # fmt: skip

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
        self._date_by_last(draft, told)
        filling.take_days(draft, first)
        self._give_parties(draft, told, act, (-1, -1))
        if draft.actor is None and first.actor is not None and kind == first.kind:
            draft.actor, draft.attribution = first.actor, first.attribution
            draft.why["actor"] = (0.6, "that of the first strike")
        filling.give_toll(draft, told.toll, sentence.start)
        self.drafts.append(draft)
        self.last, self.last_at = [first], told.at

"""Draft strikes of a sentence, with what each inherits from those before."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Gazetteer
from gazetteer.mentions.document import Mention
from geo.strikes.schema import FROM_AIR
from reports import telling
from reports.document import Report
from reports.draft import Aside, Asides, Draft
from reports.drafting import filling
from reports.drafting.areas import is_area, is_many, is_sum
from reports.drafting.governing import beside_act, governing
from reports.drafting.harm import give_tolls
from reports.drafting.heading import META, Lead, is_told_as_past
from reports.drafting.issue import is_off_section
from reports.drafting.lede import LastDay, Lede, is_since
from reports.drafting.lines import is_recent, lists_places
from reports.drafting.logs import day_of_log, hours_of_lines
from reports.drafting.masthead import Years, with_published
from reports.drafting.narrowing import near_of
from reports.drafting.unlisted import with_unlisted
from reports.model.names import NamesModel
from reports.places import find_places
from reports.same import Drafts, key_of_mention, place_key
from reports.sentences import Sentence, split_sentences
from reports.telling import FIRST, Told
from reports.words.attacks import FIRED, Act, is_weak_word
from reports.words.days import Days
from reports.words.gate import Gated
from reports.words.languages import languages_of
from reports.words.parties import find_actor_alone
from reports.words.roles import COUNTRY, Part
from reports.words.wording import load_wording

__all__ = ["Drafting"]

_GOES_ON = 2  # sentences after a strike in which "the attack" is that one
_DEFINITE = 32  # signs before an act in which "the first", "days before the" stand
_NEXT = 4  # sentences after a strike in which "the next day" is that after it


class Drafting:
    """One report while it is read; drafts and what is set aside grow."""

    def __init__(
        self, report: Report, packs: Sequence[Gazetteer], model: NamesModel | None
    ) -> None:
        self.places = find_places(report.text, packs)
        self.country = self.places.main.country.lower()
        self.sentences = split_sentences(report.text)
        whole, self.languages = languages_of([report.text[s.start : s.end] for s in self.sentences])
        numbered = list(zip(self.sentences, map(load_wording, self.languages), strict=True))
        self.mentions = with_unlisted(report.text, numbered, self.places, model)
        self.wording = self.whole = load_wording(whole)
        self.report = with_published(report, self.sentences, self.languages)
        self.opens = int(report.text.lstrip("\ufeff").startswith(META))  # its first sentence
        self.section: Days | None = None  # of a line over those that are read
        self.daily: Days | None = None  # the same, of a bulletin of that day
        self.section_line = -1  # of the line whose first words it is; -1: a line of its own
        self.hours = hours_of_lines(report.text, self.sentences)
        self.is_listed = lists_places(report.text, self.sentences, self.mentions, self.whole)
        self.years = Years()
        self.head: tuple[int, Mention] | None = None  # of a line that begins with its place
        self.under, self.last_at = 0, -9  # lines after it that are of that place; see `last`
        self.drafts = Drafts()
        self.aside = Asides()
        self.topic: str | None = None  # the kind of strike spoken of last
        self.last: list[Draft] = []  # of the sentence that drafts were last made of
        self.groups: list[tuple[int, list[Draft]]] = []
        self.lead, self.lede, self.last_day = Lead(), Lede(), LastDay()
        self.placeless: Told | None = None  # an opening that tells of a strike and of no place
        self.doer: tuple[str | None, int, str | None, set[str]] = (None, -1, None, set())

    def _tells(self, name: str) -> Gated:
        return self.wording.pattern("telling", name)

    def _is_definite(self, told: Told, at: int) -> bool:
        """Say whether "the" stands before what a sentence tells at a sign."""
        return self._tells("definite").search(told.text, max(0, at - _DEFINITE), at) is not None

    def _country_of(self, place: Mention) -> str:
        """Return the country of a place, ISO 3166 in small letters."""
        return self.places.pack_of(place).country.lower()

    def _set_aside(self, sentence: Sentence, act: Act | None, reason: str) -> None:
        aside = Aside(sentence.start, sentence.end, act.kind if act else None, reason)
        if aside not in self.aside:
            self.aside.append(aside)

    def _draft(self, told: Told) -> None:
        """Make a draft for each place of a sentence that an act which stands was on."""
        again = {part.start: draft for part in told.struck
                 if (draft := self._named_again(told, part))}  # fmt: skip
        ahead = self._tells("ahead_of")  # "two days before the raid on X"
        governed = [
            (part, act)
            for part in told.struck
            if part.start not in again
            if (act := governing(told, part, self.wording)) and not told.stands[act]
            if not ahead.search(told.text, max(0, act.start - _DEFINITE), act.start)
        ]
        if not (made := [(self._draft_of(told, *pair), pair[0].start) for pair in governed]):
            self._widen_tolls(told, list(again.values()))
            return
        further = [self._draft_of(told, part, other) for part, act in governed
                   if (other := beside_act(told, part, act, self.wording))]  # fmt: skip
        drafts = [draft for draft, _ in made]
        give_tolls(made, told, self.wording)
        if len(drafts) == 1:
            self._take_opening(drafts[0], told)
        for draft in [*drafts, *further]:
            self._date_by_last(draft, told)
            self._inherit(draft, told.sentence)
            self._date_by_section(draft)
        self._keep(told, drafts, further)

    def _take_opening(self, draft: Draft, told: Told) -> None:
        """Give a place the toll of an opening without one: "It killed 54. The strike hit X"."""
        opening = self.placeless
        if opening is None or told.at - opening.at > _GOES_ON or self.drafts or draft.toll:
            return
        if draft.is_former or draft.kind != opening.alive[0].kind or len(told.alive) > 1:
            return
        is_it = self._tells("only_where").match(told.text) and telling.is_one_day(opening, told)
        if is_it and all(part.role == COUNTRY for part in opening.parts):
            filling.give_toll(draft, opening.toll, opening.sentence.start)

    def _keep(self, told: Told, drafts: list[Draft], further: Sequence[Draft] = ()) -> None:
        self.drafts.extend([*drafts, *further])
        self.last, self.last_at = drafts, told.at
        self.groups.append((told.at, drafts))

    def _widen_tolls(self, told: Told, drafts: list[Draft]) -> None:
        """Give the one strike that a sentence names again the toll that it tells."""
        if len(drafts) == 1 and not telling.is_of_other_days(told, drafts[0].days, self.wording):
            filling.widen_toll(drafts[0], told.toll, told.sentence.start)

    def _named_again(self, told: Told, part: Part) -> Draft | None:
        """Return the strike told before that "the X attack" names; None where it names none."""
        before = self._is_definite(told, part.start)
        named = self.wording.pattern("places", "told").match(told.text, part.end)
        if not before or named is None:
            return None
        return self._last_on(part.mention)

    def _last_on(self, place: Mention) -> Draft | None:
        """Return the strike told last of a place."""
        return self.drafts.last_on(key_of_mention(place))

    def _draft_of(self, told: Told, part: Part, act: Act) -> Draft:
        word = told.text[act.start : act.end]
        own_line = told.sentence.item or told.text.startswith(":", part.end)  # "Homs: ..."
        draft = Draft(
            str(act.kind),
            part.mention,
            told.sentence.start,
            told.sentence.end,
            near=near_of(told.text, part, self.places.pack_of(part.mention), self.wording),
            beside=tuple(key_of_mention(other.mention) for other in told.parts
                         if not other.is_struck and other.role != COUNTRY),
            paragraph=told.sentence.paragraph,
            is_lead=self._is_lead(told),
            opens=told.at < self.opens + FIRST and not told.sentence.item,
            is_open=act.open,
            is_weak=not own_line and (act.weak or is_weak_word(word, self.wording)),
            is_definite=self._is_definite(told, act.start),
            is_area=self._is_of_area(told, part, act),
            is_many=is_many(told.text, part, self.wording),
            is_sum=is_sum(told.text, part, act.end, self.wording),
            is_added=self._tells("as_well").search(told.text) is not None,
            is_former=any(self._tells(name).search(told.text, 0, last) is not None for name, last in
                          (("former", len(told.text)), ("day_after", act.start))),
        )  # fmt: skip
        draft.why["kind"] = filling.sure_of_kind(act, word)
        self._keep_kind(draft, told, act)
        beside, how = (0.9, "with") if draft.near is None else (0.8, "near")
        sure = round((part.mention.match.score or 0.5) * beside, 2)
        draft.why["place"] = (sure, f"named {how} the act")
        days = filling.days_at(told.text, (part.start, part.end), act, told.days, self.wording)
        filling.give_days(draft, days, told.sentence.start)
        if days is not None and days.first and not days.shift:  # its own day tells it from others
            draft.is_former = self._tells("former").search(told.text) is not None
        self._give_parties(draft, told, act, (part.start, part.end))
        if met := self._tells("further").search(told.text):
            draft.order = 3 if self._tells("third").search(met[0]) else 2
        return draft

    def _is_lead(self, told: Told) -> bool:
        """Say whether a sentence is the text's first, or its title below the name of the source."""
        if told.at == self.opens:
            return True
        at, own = told.at, told.sentence.paragraph
        alone = at + 1 < len(self.sentences) and self.sentences[at + 1].paragraph != own
        titled = at == self.opens + 1 and alone and self.sentences[at - 1].paragraph != own
        return titled and not self.drafts and not told.sentence.item and not told.text.endswith(".")

    def _is_of_area(self, told: Told, part: Part, act: Act) -> bool:
        """Say whether a single strike is told of a region: "an air strike in Idlib province"."""
        one = told.at == self.opens or self._tells("one").search(told.text, 0, act.end) is not None
        titles = told.parts if self._is_lead(told) else ()
        return one and is_area(told.text, part, titles, self.wording)

    def _keep_kind(self, draft: Draft, told: Told, act: Act) -> None:
        """Leave "the attack" on a place the kind of what flew, which a sentence before told of.

        "A drone attack killed ten. The attack hit Hish with four missiles" tells of the drone's.
        "The attack on Hish", without a weapon, is of the kind told of Hish before.
        """
        if draft.is_definite and act.open:
            same = self._last_on(draft.place) or draft
            draft.kind, draft.why["kind"] = same.kind, same.why["kind"]
            return
        last = self.last[0] if 0 < told.at - self.last_at <= _GOES_ON and self.last else None
        definite = any(self._is_definite(told, one.start) for one in told.alive
                       if one.start <= act.start)  # fmt: skip
        if last is None or not definite or draft.kind not in FIRED:
            return
        if last.kind in FROM_AIR and last.kind not in FIRED and act.by_weapon:
            draft.kind, draft.why["kind"] = last.kind, last.why["kind"]

    def _give_parties(self, draft: Draft, told: Told, act: Act, place: tuple[int, int]) -> None:
        country = self._country_of(draft.place)
        filling.give_parties(draft, told.text, act, self.wording, country=country, place=place)

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
        words = self.report.text[sentence.start : sentence.end]
        back = self._tells("same_day").search(words)
        next_to = before is not None and before.paragraph == sentence.paragraph - 1
        goes_on = next_to and self._tells("goes_on").match(words) is not None
        on = goes_on and is_recent(self.last[-1], self.report)
        on = on or back is not None
        same = before is not None and (before.paragraph == sentence.paragraph or on)
        after_past = same and self.last[-1].is_former > draft.is_former
        after_past = after_past or (same and back is None and (
            is_off_section(self.last[-1].days, self.daily)
            or is_since(self.last[-1], self.report.text, self.wording)
        ))  # fmt: skip
        if same and not after_past and not is_told_as_past(draft, self.report, self.wording):
            filling.take_days(draft, self.last[-1])

    def _date_by_last(self, draft: Draft, told: Told) -> None:
        """Place "the next day" by the day told just before, and "the same day" of a list."""
        near = bool(self.last) and told.at - self.last_at <= _NEXT
        days = self.last[-1].days if near else None
        if days is None or self.last_day.at > self.last_at:
            days = self.last_day.seen_at(told.at)
        if days is None or days.precision != "day":
            return
        if draft.days is not None and draft.days.shift and draft.days.first is None:
            draft.days = draft.days.after(days)
            draft.why["date"] = (draft.days.sure, draft.days.reason)
        elif draft.days is None and (
            self._tells("same_day").search(told.text)
            or (self._tells("adds").match(told.text) and not is_off_section(days, self.daily))
        ):
            draft.days = days
            draft.why["date"] = (0.6, f"of the day told before: {days.reason}")

    def _date_by_section(self, draft: Draft) -> None:
        """Give a draft without a date the day of the line over its part of the text, or its log."""
        day = self.section if self.section_line in (-1, draft.paragraph) else None
        if draft.days or is_told_as_past(draft, self.report, self.wording):
            return
        if day is None or (day.first != day.last and draft.paragraph in self.hours):
            self._date_by_log(draft)
            return
        draft.days = day
        why = f"the day over this part of the text: {day.reason}"
        draft.why["date"] = (min(0.7, day.sure), why)

    def _date_by_log(self, draft: Draft) -> None:
        """Give a strike told under an hour the day of its log, of a night the one of the hour."""
        entry = self.hours.get(draft.paragraph)
        found = entry and day_of_log(self.report, self.sentences, entry, self.whole)
        if found:
            draft.days = found
            draft.why["date"] = (found.sure, f"an hour of a log: {found.reason}")

    def _names_party(self, draft: Draft) -> bool:
        """Say whether the sentence of a draft names a party before the place that was hit."""
        before = self.report.text[draft.start : draft.place.start]
        return find_actor_alone(before, self.wording, self.country) is not None

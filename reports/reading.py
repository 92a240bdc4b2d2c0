"""A report to draft strikes: sentence by sentence, with what each inherits from those before."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer import Gazetteer
from gazetteer.errors import GazetteerError
from reports.document import Report
from reports.draft import Aside, Draft
from reports.drafting.heading import date_rest, seen_from_day
from reports.drafting.issue import date_by_issue, is_of_bulletin
from reports.drafting.lines import UNDER, is_numbered, place_of_heading
from reports.drafting.masthead import (
    day_of_section,
    opens_other_day,
    place_of_line,
)
from reports.drafting.narrowing import narrow
from reports.drafting.recalled import are_recalled, leave_recalled
from reports.drafting.withdrawing import Withdrawing
from reports.errors import ReportError
from reports.fields import read_sheets
from reports.model.names import NamesModel
from reports.same import key_of_mention, merge_same, part_by_rows
from reports.sentences import Sentence
from reports.telling import Told, tell
from reports.words.attacks import weapons_in
from reports.words.days import Days
from reports.words.parties import find_actor
from reports.words.standing import NO_ACT, OF_ROWS, WHY_ASIDE, kinds_shot_down
from reports.words.wording import load_wording

__all__ = ["Reading", "read_report"]

_SURE_DOER = 0.9  # a doer that later sentences inherit


@dataclass(frozen=True, slots=True)
class Reading:
    """What a report holds: drafts in the order of the text, and words of attacks set aside."""

    drafts: list[Draft]
    aside: list[Aside]


def read_report(report: Report, *packs: Gazetteer, model: NamesModel | None = None) -> Reading:
    """Return the draft strikes of a report, each told once.

    Each sentence is read in its own language, one of those that `reports/languages` has. Places are
    those of the packs' countries; a strike without a place that was hit is aside. A model adds
    names of places that are on no list. Raises ReportError for a text of more names than
    gazetteer.limits lets in.

    >>> from gazetteer import load_gazetteer
    >>> text = "Aircraft bombed Talbiseh on 30 September 2015, killing 3 people."
    >>> report = Report("sana", text)
    >>> [draft] = read_report(report, load_gazetteer("sy")).drafts
    >>> draft.kind, draft.place.surface, draft.match.place.name, draft.toll.killed
    ('airstrike', 'Talbiseh', 'Talbiseh', (3, None))
    >>> draft.days.first
    datetime.date(2015, 9, 30)
    """
    try:
        reader = _Reader(report, packs, model)
    except GazetteerError as error:
        raise ReportError(f"{report.name}: {error}") from error
    sheets, covered, aside = read_sheets(reader.report, reader.places, reader.wording)
    reader.aside.extend(aside)
    days = {draft.days.first: draft.days for draft in sheets if draft.days}
    if len(days) == 1 and all(day.precision == "day" for day in days.values()):
        reader.last_day.of_list = next(iter(days.values()))
    by_sheet: dict[int, set[Days]] = defaultdict(set)
    for draft in sheets:
        by_sheet[_number_at(draft.start, covered)] |= {draft.days} if draft.days else set()
    for at, sentence in enumerate(reader.sentences):
        if _is_in(sentence.start, covered):
            continue
        if len(covered) > 1:
            reader.take_sheet(_number_at(sentence.start, covered), by_sheet)
        reader.read(at, sentence)
    of_rows, running = part_by_rows(reader.drafts, sheets)
    reader.aside.extend(Aside(one.start, one.end, one.kind, OF_ROWS) for one in of_rows)
    recalled = are_recalled([*sheets, *running])
    past = set(map(id, recalled))
    reader.aside.extend(
        Aside(one.start, one.end, one.kind, WHY_ASIDE["history"]) for one in recalled
    )
    drafts, sums = narrow(merge_same([one for one in running if id(one) not in past], sheets))
    reader.aside.extend(Aside(one.start, one.end, one.kind, WHY_ASIDE["summary"]) for one in sums)
    date_rest(drafts, reader.report, reader.sentences, reader.whole, (reader.lead, reader.lede))
    date_by_issue(drafts, reader.report, reader.sentences, reader.whole)
    for draft in drafts if report.source else ():
        _write_out(draft, report)
    return Reading(drafts, [*reader.aside])


def _write_out(draft: Draft, report: Report) -> None:
    """Give a draft its place and toll as they are written, marks of vowels among them."""
    draft.place = replace(draft.place, surface=report.words_at(draft.place.start, draft.place.end))
    told = (draft.toll.text or "").split("; ")
    draft.toll = replace(draft.toll, text="; ".join(
        report.as_written(words, min(draft.start, draft.toll.start)) for words in told
    ) or None)  # fmt: skip


def _is_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a place in a text lies in one of some spans that stand in order."""
    number = _number_at(at, spans)
    return number >= 0 and at < spans[number][1]


def _number_at(at: int, spans: Sequence[tuple[int, int]]) -> int:
    """Return the number of the last of some spans in order that begins at a place or before it."""
    return bisect_right(spans, at, key=lambda span: span[0]) - 1


class _Reader(Withdrawing):
    """One report, read sentence by sentence."""

    under_sheet = -1  # number of the list above the sentence that is read
    day_of_sheet: Days | None = None  # of its strikes, where they are of one

    def read(self, at: int, sentence: Sentence) -> None:
        """Read one sentence: make drafts, go on with those before, or set its words aside."""
        self.wording = load_wording(self.languages[at])
        told = tell(self.report, (at, sentence), self.mentions, self.wording,
                    topic=self.topic, homes=self.places.packs,
                    years=self.years.of(sentence, self.report))  # fmt: skip
        if self.lead.is_first and not self.drafts and not self.last_day.has_begun:
            told = seen_from_day(told, self.report)
        told = leave_recalled(told, self.report.published_at(sentence.start), self.wording)
        self._note(told)
        self._note_days(told)
        self._read_told(told)
        self.last_day.note(told, self.wording)

    def take_sheet(self, number: int, days: Mapping[int, set[Days]]) -> None:
        """Take the day of the list above a sentence as that of the text under it.

        number: of the list, -1 where none stands above; days: of the strikes that each tells.
        """
        if number == self.under_sheet:
            return
        if self.section is self.day_of_sheet:  # of the list before, whose text has ended
            self.section = None
        self.under_sheet, self.day_of_sheet = number, None
        own = days.get(number, set())
        if len(own) == 1 and (day := next(iter(own))).precision == "day":
            self.section = self.day_of_sheet = day
            self.section_line = -1

    def _read_told(self, told: Told) -> None:
        """Make of what a sentence tells drafts, or go on with those before, or set it aside."""
        sentence = told.sentence
        if place := place_of_line(
            told, self._before(told.at), self.wording, is_listed=self.is_listed
        ):
            self.head, self.under = (sentence.paragraph, place), 0
        elif is_numbered(told, self.wording, over := self._line_before(told)):
            heading = place_of_heading(told, self.wording, over)
            self.head = (sentence.paragraph, heading) if heading else None
            self.under = UNDER
        if (
            told.toll
            and not told.stands
            and (self._add_by_place(told) or self._add_harm(told) or self._harm_at_head(told))
        ):
            return
        if told.alive and told.struck:
            self._draft(told)
            self.years.note(told, self.wording)
        elif told.alive or not told.stands or told.counts_the_denied:
            self._go_on(told)
        if not told.stands and sentence.item and weapons_in(told.text, self.wording):
            self._set_aside(sentence, None, NO_ACT)
        self._answer(told)
        self._withdraw(told)
        self._intercept(told)
        for act, why in told.stands.items():
            if why is not None:
                self._set_aside(sentence, act, WHY_ASIDE[why])

    def _note_days(self, told: Told) -> None:
        """Keep what the text opens with, and the day that a line puts over those after it."""
        before = self._before(told.at)
        heads = told.at > 0 or is_numbered(told, self.wording)
        if heads and (day := day_of_section(told, self.wording)):
            self.section, self.section_line = day, self._line_of(told.at)
            self.years.note_section(told, day)
            is_daily = is_of_bulletin(day, self.report, self.sentences, self.wording)
            self.daily = day if is_daily else None
        elif opens_other_day(told, before) or self._tells_of_days_before(told):
            self.section = self.daily = None
        if told.sentence.paragraph not in self.hours:  # an entry of a log dates no other
            self.lead.note(told, self.wording)
            self.lede.note(told, self.wording)
        whole = self.lead.whole
        if whole is not None and self.section is not None and self.section.start < whole.start:
            self.section = None

    def _tells_of_days_before(self, told: Told) -> bool:
        """Say whether the line over a text is the day of its writing, after what it tells.

        A bulletin's is that of what it tells, but for what has a day of its own.
        """
        if self.daily is not None:
            return False
        before = self.lede.is_before(told, self.report.day)
        return before and self.section is not None and self.section.first == self.report.day

    def _line_of(self, at: int) -> int:
        """Return the number of the line that goes on after a sentence; -1 where it ends with it."""
        own = self.sentences[at].paragraph
        goes_on = at + 1 < len(self.sentences) and self.sentences[at + 1].paragraph == own
        return own if goes_on else -1

    def _line_before(self, told: Told) -> str:
        """Return the line above a sentence that begins its own; "" for one within a line."""
        before = self._before(told.at)
        if before is None or before.paragraph == told.sentence.paragraph:
            return ""
        return self.report.text[before.start : before.end]

    def _before(self, at: int) -> Sentence | None:
        return self.sentences[at - 1] if at else None

    def _note(self, told: Told) -> None:
        """Keep what kind is spoken of, and who is said to have done what."""
        sure = [act.kind for act in told.stands if act.kind not in (None, "ground", "ied")]
        if sure or len(sure := list(kinds_shot_down(told.text, self.wording))) == 1:
            self.topic = sure[0]
        struck = {key_of_mention(part.mention) for part in told.struck}
        country = self._country_of(told.struck[0].mention) if told.struck else self.country
        for act in told.alive:
            actor, likely = find_actor(told.text, act, self.wording, country)
            if actor is not None and likely >= _SURE_DOER:
                self.doer = (act.kind, told.sentence.paragraph, actor, struck)

"""The day that a whole text is of: its heading's, or today's where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gazetteer.mentions.document import Mention
from geo.strikes.schema import FROM_AIR
from reports.document import Report
from reports.draft import Draft
from reports.drafting import filling
from reports.drafting.areas import holds, is_wide
from reports.drafting.lede import Lede, shifted, with_eve
from reports.same import key_of_mention
from reports.sentences import Sentence
from reports.telling import FIRST, Told
from reports.words.attacks import find_acts
from reports.words.day_spans import DAY
from reports.words.days import Days, find_days
from reports.words.standing import kinds_shot_down, standing_of
from reports.words.wording import Wording

__all__ = [
    "META", "Lead", "date_rest", "day_of_heading", "is_told_as_past",
    "published_day", "seen_from_day",
]  # fmt: skip

META = "#META"  # before what a file says of itself
_WORDS = 18  # words of a heading at most
_SAID_BEFORE = 12  # signs before "today" in which a word of saying makes it the day of saying
_SURE = 0.6
_HAPPENED = (None, "intercepted", "summary")  # how an act stands that an opening dates
_WORDS_BEFORE = 1  # "on" the previous day
_AFAR = {*FROM_AIR, "shelling"}  # kinds that an opening in sum tells in one word
_OPENS = 15  # signs of an opening in which the day of its attacks begins


@dataclass(slots=True)
class Lead:
    """What a text says first of days: of its opening in sum, and of its first dated acts.

    days: of an opening that tells attacks on no place in particular ("yesterday the region was
    shelled"), of what is told after it without a day, as far as `ends`, where a sentence tells an
    act of other days. whole: the day of a text that opens as one of the past day, or of
    "yesterday's attacks". firsts: the first day told with an act, by kind, with the places that
    were struck. later: sentences further down that tell attacks of the past day in sum, each with
    where it stands and, once known, where what it dates ends.
    """

    days: Days | None = None
    kinds: set[str | None] = field(default_factory=set)
    ends: int | None = None
    whole: Days | None = None
    firsts: dict[str | None, tuple[Days, tuple[Mention, ...]]] = field(default_factory=dict)
    kind: str | None = None  # of the attacks of `days`
    areas: tuple[Mention, ...] = ()  # named in the opening that `days` is of
    later: list[tuple[Days, int | None]] = field(default_factory=list)
    is_open: bool = True  # no strike on a place in particular has been told yet

    def note(self, told: Told, wording: Wording) -> None:
        """Keep what a sentence says of days, the sentences taken in order."""
        offset = told.sentence.start
        if (
            self.days is not None
            and self.ends is None
            and (
                _tells_others(told, self.days)
                or wording.pattern("days", "recalls").search(told.text) is not None
            )
        ):
            self.ends = offset
        sure = [day for day in told.days if day.first and day.precision == "day"]
        places = tuple(part.mention for part in told.struck)
        for one in told.alive if sure else ():
            own = filling.days_of(told.text, one, sure, wording) or sure[0]
            self.firsts.setdefault(one.kind, (shifted(own, offset), places))
        if self.whole is None and told.at < FIRST and (day := _day_of_all(told, sure, wording)):
            self.whole = shifted(day, offset)
        asked = self.is_open or (bool(told.alive) and bool(sure))
        in_sum = asked and all(is_wide(told.text, part, wording) for part in told.struck)
        if self.later and self.later[-1][1] is None and _tells_others(told, self.later[-1][0]):
            self.later[-1] = (self.later[-1][0], offset)
        if told.at and told.alive and in_sum and sure:
            past_day = wording.pattern("days", "past_day")
            self.later += [(shifted(day, offset), None) for day in sure[:1]
                           if past_day.search(told.text[day.start : day.end])]  # fmt: skip
        opens = self.is_open and told.at < FIRST and in_sum
        self.is_open = self.is_open and (in_sum or not told.alive)
        several = told.sentence.item and len({(day.first, day.last) for day in told.days}) > 1
        if opens and self.days is None and not several:
            acts = [act for act, why in told.stands.items() if why in _HAPPENED]
            act = next(iter(acts), None)
            kinds: set[str | None] = {a.kind for a in acts}
            kinds |= set() if told.stands else kinds_shot_down(told.text, wording)
            days = filling.days_of(told.text, act, sure, wording) if act else next(iter(sure), None)
            if days is not None and kinds:
                self.days, self.kinds = shifted(days, offset), kinds
                self.areas = tuple(part.mention for part in told.parts)
                self.kind = next((one.kind for one in acts if one in told.alive), None)
                if not kinds.isdisjoint(_AFAR) or any(act.open for act in acts):
                    self.kinds = kinds | _AFAR

    @property
    def is_first(self) -> bool:
        """Whether no day has been told with an act yet."""
        return self.days is None and not self.firsts


def seen_from_day(told: Told, report: Report) -> Told:
    """Return an opening that begins "On the previous day" with that of its publication's eve."""
    first = next(iter(told.days), None)
    if first is None or first.shift >= 0 or first.first is not None or report.day is None:
        return told
    if told.at >= FIRST or len(told.text[: first.start].split()) > _WORDS_BEFORE:
        return told
    return replace(told, days=[day.after(published_day(report)) if day is first else day
                               for day in told.days])  # fmt: skip


def _tells_others(told: Told, days: Days) -> bool:
    """Say whether a sentence tells acts of days that are not those of the opening."""
    return bool(told.stands) and any(
        day.first is None
        or day.last is None
        or days.first is None
        or days.last is None
        or not (days.first <= day.first and day.last <= days.last)
        for day in told.days
    )


def _day_of_all(told: Told, sure: Sequence[Days], wording: Wording) -> Days | None:
    """Return the day that an opening puts over its whole text; None for a strike on one place.

    "Over the past day the region was shelled 60 times", or "Yesterday's attack, in short".
    """
    if not all(is_wide(told.text, part, wording) for part in told.struck):
        return None
    if wording.pattern("days", "past_day").search(told.text):
        said = wording.pattern("days", "saying").search
        own = [day for day in sure if not said(told.text, 0, day.start)]
        return next(iter([*_exact(told.text, own, wording), *sure]), None)
    if told.stands and not told.alive:
        return None
    attacks, sums = (wording.pattern("days", name) for name in ("attacks", "sums"))
    summed = sums.search(told.text) is not None
    return next((day for day in sure if day.start <= _OPENS
                 and (summed or attacks.match(told.text, day.end))), None)  # fmt: skip


def _exact(text: str, days: Sequence[Days], wording: Wording) -> list[Days]:
    """Return the days that are told otherwise than as the past day."""
    past_day = wording.pattern("days", "past_day")
    return [day for day in days if not past_day.search(text[day.start : day.end])]


def date_rest(
    drafts: Sequence[Draft],
    report: Report,
    sentences: Sequence[Sentence],
    wording: Wording,
    opening: tuple[Lead, Lede],
) -> None:
    """Date drafts without any wording of a date: by the opening, or by the whole text's day.

    What is told as past, beside what the text reports, stays without one.
    """
    own = [one for one in sentences if not report.is_quoted(one.start)]
    default = _day_of_text(report, own, wording)
    lead, lede = opening
    if default and lede.is_written_after and default[0].start >= 0:
        default = default if default[0].first != report.day else _today(report, own, wording)
    for draft in drafts:
        if is_told_as_past(draft, report, wording):
            continue
        found = (
            _of_lede(draft, report, lede, wording)
            or _of_lead(draft, report, lead)
            or (None if report.is_quoted(draft.start) else default)
        )
        if draft.days is None and found is not None:
            days, why = found
            draft.days = days
            draft.why["date"] = (min(0.65, days.sure), f"{why}: {days.reason}")
    for draft in drafts:
        _date_night(draft, report, wording)


def _date_night(draft: Draft, report: Report, wording: Wording) -> None:
    """Give "during the night" of the news of a day, which tell no other, the evening before too."""
    days, said = draft.days, wording.pattern("days", "in_night")
    if days is None or days.first is None or not days.first == days.last == report.day:
        return
    is_own = draft.start <= days.start < draft.end
    if not is_own and said.search(report.text, draft.start, draft.end):
        draft.days = replace(days, first=days.first - DAY, night=True)
        draft.why["date"] = (min(0.6, days.sure), f"in the night to the day of: {days.reason}")


def _of_lede(draft: Draft, report: Report, lede: Lede, wording: Wording) -> tuple[Days, str] | None:
    same = report.part_at(lede.start) == report.part_at(draft.start)
    days = lede.day_of(draft, report.text, wording) if same else None
    return (days, "the day of the lede, which sums it up") if days else None


def _of_lead(draft: Draft, report: Report, lead: Lead) -> tuple[Days, str] | None:
    """Return the day of a headline's strike, or of one that the opening sentence sums up."""
    heads = draft.paragraph < FIRST and not report.text[: draft.end].endswith(".")
    if heads and (first := lead.firsts.get(draft.kind)) and _heads(draft, *first):
        return first[0], "the first day that the text under the heading tells"
    same = lead.days is not None and report.part_at(lead.days.start) == report.part_at(draft.start)
    told_of = same and not draft.is_lead and (lead.ends is None or draft.start < lead.ends)
    if lead.days is not None and told_of and draft.kind in lead.kinds:
        return lead.days, "the day of the text's opening"
    for days, ends in reversed(lead.later):
        if days.end < draft.start and (ends is None or draft.start < ends):
            return days, "the past day that is told in sum before it"
    if lead.whole is not None and draft.start > lead.whole.end:
        return lead.whole, "the day that the text's opening puts over it"
    return None


def _heads(draft: Draft, first: Days, places: Sequence[Mention]) -> bool:
    """Say whether a headline's strike is what the first dated sentence tells of.

    The kind is the same, and so is the place, or is an area that it lies in, or none is named.
    """
    if draft.end > first.start:
        return False
    own = key_of_mention(draft.place)
    return not places or any(
        key_of_mention(place) == own or holds(draft.place.match, place.match) for place in places
    )


def is_told_as_past(draft: Draft, report: Report, wording: Wording) -> bool:
    """Say whether the sentence of a draft has words that put it before what the text reports."""
    words = report.text[draft.start : draft.end]
    by_then = wording.pattern("days", "by_then")  # "when the crew had come, a second one fell"
    return any(
        by_then.search(words[: met.end()]) is None
        for met in wording.pattern("days", "before").finditer(words)
    )


def _day_of_text(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    """Return the day of strikes that a text tells without one, and why; None where none is said."""
    return day_of_heading(report, sentences, wording) or _today(report, sentences, wording)


def day_of_heading(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    """Return the day of a heading over a text, and why; None where none has one."""
    live, saying = wording.any_of(wording.words("days", "live")), wording.pattern("days", "saying")
    dated = wording.any_of(wording.words("fields", "date"), after=r"\s*:")
    own = [one for one in sentences if not report.text.startswith(META, one.start)]
    meta = [one for one in sentences[:1] if one not in own]
    for sentence in [*own[:FIRST], *meta]:  # what says no more than the day of publication last
        text = report.text[sentence.start : sentence.end]
        found = find_days(text, report.published, wording.language)
        found = [day for day in found if not saying.search(text, 0, day.start)] or found
        days = [day for day in found if day.first and day.precision == "day"]
        days = _exact(text, days, wording) or days  # "in the past day (18-19 February)"
        labelled = dated.match(text) is not None
        spans = wording.pattern("days", "past_day").search(text)  # "Situation in the past day."
        ended = text.endswith(".") and not text.endswith(".m.")  # "9 p.m."
        fine = len(text.split()) <= _WORDS and not wording.pattern("days", "credit").search(text)
        heads = fine and (labelled or spans or not ended)
        ends = days and wording.pattern("days", "week_of").search(text, 0, days[0].start)
        stand = [standing_of(text, act, wording) for act in find_acts(text, wording, None)]
        if heads and days and not ends and {*stand} <= {"other_sense"}:  # "Strikes list, 9 May"
            offset = sentence.start
            first = replace(days[0], start=days[0].start + offset, end=days[0].end + offset)
            return with_eve(first, text, report.text, wording), "the day in the text's heading"
        if live.match(text) and report.day:
            return published_day(report), "a text of the day of its publication"
    return None


def _today(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    today = wording.any_of(wording.words("days", "today"))
    said = wording.any_of(wording.words("days", "said"))
    for sentence in sentences if report.day else ():
        text = report.text[sentence.start : sentence.end]
        met = today.search(text)
        if met and not said.search(text, max(0, met.start() - _SAID_BEFORE), met.start()):
            return published_day(report), f"the text speaks of {met[0]!r}"
    return None


def published_day(report: Report) -> Days:
    """Return the day of publication of a report that has it to the day."""
    day = report.day
    return Days(-1, -1, day, day, "day", _SURE, f"published {day} ({report.basis})")

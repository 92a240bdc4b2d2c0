"""The day told last, which "the same day" is, and that of a story's lede with its area."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace

from gazetteer.match import Match
from gazetteer.places import distance_km
from geo.strikes.schema import FROM_AIR
from reports.draft import Draft
from reports.drafting import filling
from reports.drafting.areas import AREA_KM, NEAR_KM, holds
from reports.telling import FIRST, Told
from reports.words.attacks import FIRED
from reports.words.day_spans import DAY
from reports.words.days import Days
from reports.words.roles import Part
from reports.words.wording import Wording

__all__ = ["LastDay", "Lede", "is_since", "shifted", "take_lede", "with_eve"]

_TOWN_KM = 8  # from a town to what was struck in it and beside it
_PARAGRAPHS = 2  # after the lede that enumerate what it sums up
_NEWS = 7 * DAY  # before the day of writing, of which the first sentence of news tells
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_OPENING = 600  # signs of a text in which it says that it is of the past day
_STEPS = 4  # sentences after which "the same day" is of another


@dataclass(slots=True)
class LastDay:
    """The day that strikes or their dead were told with last; days: None where it was not one."""

    days: Days | None = None
    at: int = -99  # number of its sentence
    has_begun: bool = False  # a full sentence has told of strikes or their dead
    of_list: Days | None = None  # of the one strike of a list of fields, until another is told

    def note(self, told: Told, wording: Wording) -> None:
        """Keep the day of a sentence, the sentences taken in order."""
        tells = bool(told.alive or told.toll)
        self.has_begun = self.has_begun or (tells and told.text.endswith("."))
        if not told.days or not tells:
            return
        own = _happened(told, wording)
        if not own:
            return
        self.of_list = None
        one = own[0] if len({(day.first, day.last) for day in own}) == 1 else None
        sure = one is not None and one.first is not None and one.precision == "day"
        self.days, self.at = (shifted(one, told.sentence.start) if one and sure else None), told.at

    def seen_at(self, at: int) -> Days | None:
        """Return the day where it was told not long before a sentence."""
        return self.days if 0 < at - self.at <= _STEPS else self.of_list


def _happened(told: Told, wording: Wording) -> list[Days]:
    """Return the days of a sentence that are not of a saying or of what it is seen against."""
    saying, background = (wording.pattern("days", name) for name in ("saying", "background"))
    before = [(day, told.text[: day.start]) for day in told.days]
    return [day for day, words in before if not (saying.search(words) or background.search(words))]


def shifted(days: Days, offset: int) -> Days:
    """Return days whose words are counted from so many signs before."""
    return replace(days, start=days.start + offset, end=days.end + offset)


@dataclass(slots=True)
class Lede:
    """The sentence that a story opens with: strikes on an area or a town, and their one day.

    What the next two paragraphs tell of places in it without a day of their own is of that day,
    until `ends`, where a sentence tells another.
    """

    days: Days | None = None
    places: list[tuple[Match, float]] = field(default_factory=list)  # with how far around, km
    kinds: set[str | None] = field(default_factory=set)
    is_open: bool = False  # no weapon is told
    start: int = -1
    paragraph: int = -1
    ends: int | None = None
    is_written_after: bool = (
        False  # the first full sentence tells of a day before the publication's
    )
    has_text: bool = False  # a full sentence was read
    is_past: bool = False  # strikes have been told, so that none that follow are a lede

    def note(self, told: Told, wording: Wording) -> None:
        """Keep the lede, then where another day is told; the sentences taken in order."""
        if self.days is not None:
            if self.ends is None and any(not _is_within(day, self.days) for day in told.days):
                self.ends = told.sentence.start
            return
        if self.is_past or not told.alive or not told.struck:
            return
        own = [filling.days_of(told.text, act, told.days, wording) for act in told.alive]
        one = next((day for day in own if day), None)
        self.is_past = one is not None or told.at >= FIRST or told.sentence.item
        if self.is_past and (one is None or told.at >= FIRST or told.sentence.item):
            return
        if one is None or one.first is None or one.precision != "day" or one.said:
            return
        if any(not _is_within(day, one) for day in _happened(told, wording)):
            return
        self.days, self.start = shifted(one, told.sentence.start), told.sentence.end
        self.places = [(part.mention.match, _km_around(part)) for part in told.struck]
        self.kinds = {act.kind for act in told.alive}
        self.is_open = any(act.open for act in told.alive)
        self.paragraph = told.sentence.paragraph

    def is_before(self, told: Told, written: datetime.date | None) -> bool:
        """Say whether a text's first full sentence tells of a day before the one it is written on.

        Then "Geneva, 9 May" over it is not the day of what it tells.
        """
        if self.has_text or not told.text.endswith("."):
            return False
        self.has_text = True
        self.is_written_after = written is not None and any(
            day.last is not None and day.precision == "day" and day.last < written
            and written - day.last <= _NEWS
            for day in told.days
        )  # fmt: skip
        return self.is_written_after

    def day_of(self, draft: Draft, text: str, wording: Wording) -> Days | None:
        """Return the day of a strike without one of its own that the lede sums up."""
        if self.days is None or draft.days is not None or draft.is_former:
            return None
        if draft.start < self.start or (self.ends is not None and draft.start >= self.ends):
            return None
        if not 0 <= draft.paragraph - self.paragraph <= _PARAGRAPHS:
            return None
        if wording.pattern("telling", "longer").search(text, draft.start, draft.end):
            return None
        from_air = draft.kind in FROM_AIR and not self.kinds.isdisjoint(FROM_AIR)
        if not (draft.kind in self.kinds or from_air or self.is_open or draft.is_open):
            return None
        held = any(_lies_in(draft.place.match, one, most) for one, most in self.places)
        return self.days if held else None


def take_lede(draft: Draft, lede: Lede) -> None:
    """Give a strike under a heading the day of the lede, and what flew where that says so."""
    if lede.days is None or (lede.ends is not None and draft.start >= lede.ends):
        return
    if draft.days is None and not draft.is_former:
        draft.days = lede.days
        draft.why["date"] = (0.6, f"the day of the lede over its heading: {lede.days.reason}")
    flown = lede.kinds <= {*FROM_AIR} - {*FIRED}
    if draft.kind in FIRED and len(lede.kinds) == 1 and flown:
        draft.kind = str(next(iter(lede.kinds)))
        draft.why["kind"] = (0.6, "that of the lede over its heading")


def _is_within(day: Days, other: Days) -> bool:
    """Say whether a day is one of those of another; false for one that cannot be placed."""
    if day.first is None or day.last is None or other.first is None or other.last is None:
        return False
    return other.first <= day.first and day.last <= other.last


def _km_around(part: Part) -> float:
    """Return how far a lede's place reaches: "a pocket east of Damascus" farther than Damascus."""
    if part.role == "near":
        return NEAR_KM
    return AREA_KM if part.mention.match.precision == "area" else _TOWN_KM


def _lies_in(one: Match, area: Match, most: float) -> bool:
    """Say whether a place is in an area, or in a town or within so many km of it."""
    if one.lon is None or holds(area, one):
        return one.lon is not None
    apart = distance_km(one.place, area.place) if one.place and area.place else None
    return apart is not None and apart <= most


def with_eve(day: Days, head: str, text: str, wording: Wording) -> Days:
    """Return the day of a heading, with its eve where it says an hour that the past day ends at.

    "As of 9:00 on 6 May" over "in the past day the town was shelled" speaks of both.
    """
    if day.first is None or not wording.pattern("days", "as_of").search(head):
        return day
    told = _HOUR.search(head) and wording.pattern("days", "past_day").search(text[:_OPENING])
    return replace(day, first=day.first - DAY) if told else day


def is_since(draft: Draft, text: str, wording: Wording) -> bool:
    """Say whether a strike is told as going on "since last night", which dates no other."""
    days = draft.days
    said = wording.any_of(wording.words("days", "since"), after=r"\s*(?:the )?$")
    return days is not None and days.start > 0 and (
        said.search(text[max(0, days.start - 12) : days.start]) is not None
    )  # fmt: skip

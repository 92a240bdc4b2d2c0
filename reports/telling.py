"""A sentence told apart: its acts and how they stand, its places, days and toll."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from operator import attrgetter

from gazetteer.mentions.document import Mention
from reports.document import Published, Report
from reports.sentences import Sentence
from reports.words.attacks import Act, find_acts, is_trace, trace_act, untold_acts
from reports.words.days import Days, days_in_years, find_days, is_of_dateline
from reports.words.gate import Gated, Gates
from reports.words.roles import Part, parts_of
from reports.words.standing import standing_of
from reports.words.tolls import Toll, find_toll
from reports.words.wording import Wording, load_wording

__all__ = [
    "FIRST", "Told", "denies_at_once", "denies_this", "hits_back", "is_of_other_cause",
    "is_of_other_days", "is_one_day", "tell", "tells_own_toll",
]  # fmt: skip


_START = attrgetter("start")
FIRST = 3  # sentences that may head a text
_COUNTED = timedelta(days=14)  # in which a strike's dead are counted
_LEAD = 9  # signs in front of a sentence that a line begins with
_HEAD = re.compile(r"[ \t]*(?:[A-ZА-ЯІЇЄҐء-ي][^:.;\n]{2,50})?:")  # the names behind a day, ":"
_BLANK = "\x1f"  # in the place of words that are not read
_COMPARED = "compared"  # the role of a place whose strikes are only compared
_SHORT = 60  # signs of a sentence that may be the place alone of those after it


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with what was found in it; spans count in it. stands: act to why it is none.

    counted: the text with people of other strikes left blank, as long as it. alive: the acts that
    are reported as having happened. struck: the places that a strike may be put in.
    """

    at: int
    sentence: Sentence
    text: str
    stands: dict[Act, str | None]
    parts: list[Part]
    days: list[Days]
    toll: Toll
    counted: str
    alive: list[Act] = field(init=False)
    struck: list[Part] = field(init=False)

    def __post_init__(self) -> None:
        alive = [act for act, why in self.stands.items() if why is None]
        object.__setattr__(self, "alive", alive)
        object.__setattr__(self, "struck", [part for part in self.parts if part.is_struck])

    @property
    def counts_the_denied(self) -> bool:
        """Whether a toll is told and the strikes beside it only denied."""
        return bool(self.toll) and set(self.stands.values()) == {"denied"}


def tell(
    report: Report,
    numbered: tuple[int, Sentence],
    mentions: Sequence[Mention],
    wording: Wording,
    *,
    topic: str | None,
    homes: Collection[str],
    years: Published = None,
) -> Told:
    """Return what a sentence holds; topic: the kind spoken of before; homes: ISO 3166.

    years: the days around the full date told before, for days without a year.
    """
    at, sentence = numbered
    text = report.text[sentence.start : sentence.end]
    own = _without_compared(text, wording)
    toll = find_toll(own, wording.language)
    acts = find_acts(text, wording, topic) or (untold_acts(text, wording) if toll else [])
    if not acts and topic and is_trace(text, wording):
        acts = [trace_act(text, wording, topic)]
    parts = []
    if acts or toll or at < FIRST or len(text) <= _SHORT:  # elsewhere nobody asks where
        first = bisect_left(mentions, sentence.start, key=_START)
        named = mentions[first : bisect_left(mentions, sentence.end, first, key=_START)]
        before = report.text[max(0, sentence.start - _LEAD) : sentence.start].rstrip(" \t\u00a0")
        goes_on = before[-1:] not in ("", "\n", "\r")  # so that "X - " is no dateline
        parts = parts_of(
            text, sentence.start, named, wording, homes,
            is_item=sentence.item or goes_on,
            has_toll=bool(toll) or _counts_after(report.text, sentence, mentions, wording),
        )  # fmt: skip
        if own is not text:
            parts = [replace(part, role=_COMPARED) if part.is_struck and own[part.start] == _BLANK
                     else part for part in parts]  # fmt: skip
    published = report.published_at(sentence.start)
    days = days_in_years(text, published, years, wording.language)
    days = [day for day in days if own[day.start] != _BLANK] if own is not text else days
    days = _under_head(text, _beside_dateline(text, days, wording), wording)
    stands = {act: standing_of(text, act, wording) for act in acts}
    if _is_report(parts, days):
        stands = {act: None if why == "rhetoric" else why for act, why in stands.items()}
    if is_dated := _has_own_day(text, days, wording):
        stands = {act: None if why == "summary" else why for act, why in stands.items()}
    if is_dated or toll:
        stands = {act: None if why == "habit" else why for act, why in stands.items()}
    return Told(at, sentence, text, stands, parts, days, toll, own)


def _counts_after(text: str, one: Sentence, mentions: Sequence[Mention], wording: Wording) -> bool:
    """Say whether the next words tell the dead of several places: "17 were killed"."""
    many = wording.pattern("places", "many")
    first, last = (bisect_left(mentions, at, key=_START) for at in (one.start, one.end))
    if first == last:
        return False
    after = re.split(r"\.\s|\n", text[one.end : one.end + _SHORT], maxsplit=1)[0]
    end = bisect_left(mentions, one.end + len(after), key=_START)
    if end != last or not find_toll(after, wording.language):
        return False
    return any(many.search(text, one.start, name.start) for name in mentions[first:last])


def _without_compared(text: str, wording: Wording) -> str:
    """Return a sentence with ages, and what it is compared with or answers, left blank, as long.

    "Killed 15, more than the 12 killed last week in Ariha", "bringing the week's toll to 40",
    "in retaliation for the attack on Azaz that killed two".
    """
    meant = _besides(wording.language).met_by(text)
    if not meant:
        return text
    for met in _telling("aged", wording).finditer(text):
        text = f"{text[: met.start()]}{' ' * len(met[0])}{text[met.end() :]}"
    spans = [met.span() for met in _telling("answers", wording).finditer(text)]
    for met in _telling("compared", wording).finditer(text):
        bounds = (wording.pattern("clause", "apart"), _telling("compared_ends", wording))
        ends = [bound.search(text, met.end()) for bound in bounds]
        spans.append((met.start(), min([end.start() for end in ends if end], default=len(text))))
    for first, last in spans:
        text = f"{text[:first]}{_BLANK * (last - first)}{text[last:]}"
    return text


@cache
def _besides(language: str) -> Gates[str]:
    wording = load_wording(language)
    return Gates({name: _telling(name, wording) for name in ("aged", "answers", "compared")})


def _beside_dateline(text: str, days: list[Days], wording: Wording) -> list[Days]:
    """Leave out the day that a dateline was written on, where the sentence tells another."""
    return [day for day in days if not is_of_dateline(text, day, wording)] or days


def _under_head(text: str, days: list[Days], wording: Wording) -> list[Days]:
    """Return the days told under a head of the day of writing: "21 April: ... late on Sunday".

    Also "21-4-2017 Homs, Talbiseh: ... this morning".
    """
    head = days[0] if len(days) > 1 else None
    if head is None or head.first is None or head.first != head.last:
        return days
    end = head.end + 1
    if any(map(str.isalnum, text[: head.start])) or not _HEAD.match(text, head.end):
        return days
    seen = find_days(text[end:], (head.first, head.first), wording.language)
    own = [replace(day, start=day.start + end, end=day.end + end) for day in seen if day.first]
    return own or days


def _is_report(parts: Sequence[Part], days: Sequence[Days]) -> bool:
    """Say whether what is condemned is reported as well: a day and a settlement are named."""
    fine = any(part.is_struck and part.mention.match.lon is not None for part in parts)
    return fine and any(day.first for day in days)


def _has_own_day(text: str, days: Sequence[Days], wording: Wording) -> bool:
    """Say whether a sentence tells the day of one strike, whatever it sums up besides."""
    happened = wording.pattern("days", "happened")
    return any(day.precision == "day" and day.first and happened.search(text[: day.start])
               for day in days)  # fmt: skip


@cache
def _causes(language: str) -> Gated:
    wording = load_wording(language)
    return wording.any_of(wording.words("tolls", "causes"))


def is_of_other_cause(told: Told, wording: Wording) -> bool:
    """Say whether the toll of a sentence without an act is told with what it is of.

    A sentence that has no word of an attack names no strike as what people died of.
    """
    text, begins = told.text, told.toll.start
    if _causes(wording.language).search(text) or _telling("of_cause", wording).search(text):
        return True
    if _telling("leaves", wording).search(text, 0, begins):
        return True
    is_active = _telling("causing", wording).match(text, begins) is not None
    return is_active and _telling("caused", wording).search(text[:begins]) is not None


def tells_own_toll(told: Told, wording: Wording) -> bool:
    """Say whether the toll of a sentence with an act is of it, not told to compare it."""
    before = told.text[: told.toll.start]
    days = _telling("over_days", wording).match(told.text, told.toll.end)
    if days or _telling("earlier", wording).search(before):
        return False
    nearest = list(_causes(wording.language).finditer(before))[-1:]
    if nearest and _telling("caused", wording).fullmatch(before, nearest[0].end()):
        return False
    of_other = _telling("of_other", wording).match(told.text, told.toll.end)
    if of_other and _causes(wording.language).match(told.text, of_other.end()):
        return False
    later = [day for day in told.days
             if day.start > told.toll.start and day.precision in ("month", "year")]  # fmt: skip
    return not (later and _telling("apart", wording).search(before))


def denies_this(told: Told, wording: Wording) -> bool:
    """Say whether a sentence without an act denies what was told just before it."""
    return not told.stands and wording.pattern("doers", "this").search(told.text) is not None


def denies_at_once(told: Told, wording: Wording) -> bool:
    """Say whether "denied that" is of the sentence just before, whatever strikes were told."""
    return not told.alive and wording.pattern("doers", "at_once").search(told.text) is not None


def hits_back(told: Told, wording: Wording) -> bool:
    """Say whether a sentence tells how those who were struck struck in their turn."""
    return _telling("hits_back", wording).search(told.text) is not None


def is_of_other_days(told: Told, days: Days | None, wording: Wording) -> bool:
    """Say whether the toll of a sentence is of more days than a strike's, or of others.

    days: those of the strike; None where they are not known, as then any day may be another.
    """
    if _telling("longer", wording).search(told.text):
        return True
    saying = wording.pattern("days", "saying")
    own = [day for day in told.days if not saying.search(told.text[: day.start])]
    if _telling("updated", wording).search(told.text):
        next_day = "unknown" if has_grown(told, wording) else None
        own = [day for day in own if day.precision != next_day and not _is_soon_after(day, days)]
    return any(day.precision != "day" or not _overlap(day, days) for day in own)


def has_grown(told: Told, wording: Wording) -> bool:
    """Say whether a sentence tells that the toll rose."""
    return _telling("rises", wording).search(told.text) is not None


def is_of_region(told: Told, wording: Wording) -> bool:
    """Say whether a toll is of a wider area, of which no place is known: "dead in Gaza"."""
    of_all = _telling("of_all", wording).search(told.text, told.toll.start) is not None
    known = any(part.mention.match.lon is not None for part in told.parts)
    is_total = _telling("updated", wording).search(told.text) is not None and not known
    return of_all or (is_total and _telling("of_region", wording).search(told.text) is not None)


def _is_soon_after(day: Days, strike: Days | None) -> bool:
    """Say whether a toll that has grown was told on a day, within two weeks of its strike."""
    if strike is None or strike.first is None or day.first is None or day.precision != "day":
        return False
    return timedelta(0) <= day.first - strike.first <= _COUNTED


def _overlap(one: Days, other: Days | None) -> bool:
    if other is None or one.first is None or one.last is None:
        return False
    if other.first is None or other.last is None:
        return False
    if other.is_told_of(one):
        return True
    return one.first <= other.last and other.first <= one.last


def _telling(name: str, wording: Wording) -> Gated:
    return wording.pattern("telling", name)


def is_one_day(opening: Told, told: Told) -> bool:
    """Say whether two sentences tell no days that differ."""
    return all(
        one.first == other.first or one.first is None or other.first is None
        for one in opening.days
        for other in told.days
    )

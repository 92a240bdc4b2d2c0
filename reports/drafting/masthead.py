"""What the lines over a text say of days: when it was published, and of which day a part is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer.mentions.document import Mention
from reports.document import Part, Published, Report
from reports.drafting.areas import is_wide
from reports.drafting.lines import (
    CITY_NAME,
    CLOCK,
    begun_on,
    is_field,
    is_numbered,
    year_of_title,
)
from reports.sentences import Sentence
from reports.telling import FIRST, Told
from reports.words.attacks import find_acts
from reports.words.days import Days, find_days
from reports.words.roles import Part as RolePart
from reports.words.wording import Wording, load_wording

__all__ = [
    "Years", "day_of_section", "opens_other_day", "place_of_line", "with_published",
]  # fmt: skip

_WORDS = 16  # of a line over a text at most
_LEFT = 3  # words of a line over a part besides its day
_FINE = ("settlement", "neighbourhood", "site")
# What stands before the name on such a line; a dash is a list's only among other lines.
_MARKED = re.compile(r"[^\w()\[\]]*[📍📌][^\w()\[\]]*|\s*[•*▪●■►]\s*|(?P<dash>\s*[-–—]\s*)")
_CITY = 250_000  # inhabitants
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b(?: ?[AaPp]\.?[Mm]\b\.?)?(?![.:/-]\d)")
_TO_DAY = re.compile(r"[\W_]*(?:\w+[\W_]+){0,2}")  # "updated: late on 9 May"
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = tuple(",،;؛|([–—-·•/")  # before a day that a line ends in
# Behind it: the year's word, a closing bracket, what stands in brackets or behind a bar.
_BEHIND = re.compile(r"(?: ?(?:року|р|года|г|م)\b\.?)?[\s)\]]*(?:[(\[|].*)?")
_STAMP = 8  # words of the line over a post at most
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AROUND = datetime.timedelta(days=183)  # after a full date: the days that are read by its year
_WEEK = datetime.timedelta(days=6)  # from the first day of a week to its last
_WITHIN = datetime.timedelta(days=31)  # from a day in a headline on strikes to its text


_Line = tuple[int, str, Wording]  # a sentence: where it begins, its words, those of its language


def with_published(
    report: Report, sentences: Sequence[Sentence], languages: Sequence[str]
) -> Report:
    """Return a report with the day of publication that its own first lines give, where none is.

    A line with a day and without an act is of that day ("23 September 2016", "PARIS, July 14,
    2016", "as of 24 January 2024"); a month, or the day in a headline on strikes, gives the year
    alone: days without one are then read, and "yesterday" is not. Of several posts each under a
    line of its day and hour, each is of its own.
    """
    lines = [(one.start, report.text[one.start : one.end], load_wording(language))
             for one, language in zip(sentences, languages, strict=True)]  # fmt: skip
    posts = tuple(_posts(lines, report.published))
    if len(posts) > 1 and not report.parts:
        report = replace(report, parts=posts)
    if report.published is None and (begun := begun_on([line[1:] for line in lines])):
        return replace(report, published=(begun[0], begun[0]), basis=begun[1])
    for text, wording in _edges(lines) if report.published is None else ():
        short = len(text.split()) <= _WORDS and not text.endswith(".")
        if short and (_CLOCK.search(text) or not is_field(text, wording)):
            found = _published_by(text, wording)
            if found is not None:
                return replace(report, published=found, basis=f"the text's own line {text!r}")
    wordings = [load_wording(language) for language in languages]
    if year := year_of_title(report.text, sentences, wordings, report.published):
        return replace(report, published=year, basis="the year in the text's title")
    return report


def _posts(lines: Sequence[_Line], published: Published) -> Iterator[Part]:
    """Yield where each post under a line of its day and hour begins: "Channel, [9 May, 14:20]"."""
    for start, text, wording in lines:
        if not _CLOCK.search(text) or len(text.split()) > _STAMP or is_field(text, wording):
            continue
        days = [day for day in find_days(text, published, wording.language) if day.first]
        if len(days) != 1 or text.endswith(".") or find_acts(text, wording, None):
            continue
        first, last, end = days[0].first, days[0].last, days[0].end
        by_number = any(map(str.isdigit, text[days[0].start : end]))
        bare = not any(map(str.isalnum, _CLOCK.sub("", text[end:])))
        if first and last == first and by_number and bare:
            yield start, False, (first, first)


def _edges(lines: Sequence[_Line]) -> Iterator[tuple[str, Wording]]:
    """Yield the sentences that may say when a text was published: the first, "Published ..."."""
    for number, (_, text, wording) in enumerate(lines):
        if number < FIRST or (number >= len(lines) - FIRST and _is_as_of(text, wording)):
            yield text, wording


def _is_as_of(text: str, wording: Wording) -> bool:
    """Say whether the words of a day of writing stand right before a date: "updated on 9 May"."""
    as_of = wording.pattern("days", "as_of")
    return any(
        _TO_DAY.fullmatch(_CLOCK.sub("", text[met.end() : day.start]))
        for day in find_days(text, None, wording.language)
        for met in as_of.finditer(text, 0, day.start)
    )


def _nothing(_met: re.Match[str]) -> str:
    return ""


def _is_head(text: str, day: Days, wording: Wording) -> bool:
    """Say whether a line is a head with its day, which is set off from a name or a bulletin's."""
    before = _CLOCK.sub("", text[: day.start]).rstrip()
    if _is_set_off(text, day) or wording.pattern("days", "week_of").search(text, 0, day.start):
        return True
    before = wording.pattern("days", "of_day").sub(_nothing, before).rstrip()
    bulletin = wording.pattern("days", "bulletin")
    left = bulletin.sub(_nothing, before + " " + text[day.end :])
    small = [word for word in _LETTERS.findall(left) if word.islower()]
    named = CITY_NAME.fullmatch(before) is not None and not text[day.end :].strip(" .م")
    set_off = not before[-1:].isalnum() or bulletin.search(before) is not None or named
    return len(small) <= _LEFT and set_off


def _is_set_off(text: str, day: Days) -> bool:
    """Say whether a line ends in its day, behind a sign: "Statement by a network, 9 May 2023"."""
    before = text[: day.start].rstrip()
    return before[-1:] in _SIGNS and _BEHIND.fullmatch(text, day.end) is not None


def _published_by(text: str, wording: Wording) -> Published:
    if any(wording.pattern("days", name).search(text) for name in ("history", "credit")):
        return None
    told = [day for day in find_days(text, None, wording.language) if day.first and day.last]
    told = [day for day in told if day.precision != "year"] or told  # "no. 12 of 2025, 9 May 2025"
    if len(told) != 1:
        return None
    first, last, precision = told[0].first, told[0].last, told[0].precision
    if first == last and wording.pattern("days", "week_of").search(text, 0, told[0].start):
        return _week_of(text, told[0], wording)
    if first is None or last is None or precision not in ("day", "month"):
        return None
    stated = wording.pattern("days", "statement").match(text) and _is_set_off(text, told[0])
    if stated or _is_as_of(text, wording):
        return first, last
    if any(not act.weak for act in find_acts(text, wording, None)):
        return first, last if first != last else first + _WITHIN
    return (first, last) if first != last or _is_head(text, told[0], wording) else None


def _week_of(text: str, day: Days, wording: Wording) -> Published:
    """Return the day that "the week to" ends with, or all of "the week of" its first day."""
    met = wording.pattern("days", "week_of").search(text, 0, day.start)
    if met is None or day.first is None:
        return None
    return (day.first, day.first + _WEEK) if met["first"] else (day.first, day.first)


def day_of_section(told: Told, wording: Wording) -> Days | None:
    """Return the day that a line of its own puts over the lines after it: "Friday, 6 October"."""
    text = told.text
    days = [day for day in told.days if day.first and day.precision == "day"]
    if len({day.first for day in days}) != 1 or told.stands:
        return None
    day = days[-1]
    places = [(part.start, part.end) for part in told.parts]
    left = _without(text, [*places, (days[0].start, day.end)]).split()
    is_titled = text.endswith(".") and not is_numbered(told, wording)
    if is_titled and any(map(str.isalnum, "".join(left))):
        return None
    others = any(wording.pattern("days", name).search(text) for name in ("as_of", "credit"))
    if others or len([word for word in left if any(map(str.isalpha, word))]) > _LEFT:
        return None
    return replace(day, start=day.start + told.sentence.start, end=day.end + told.sentence.start)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some spans of it, which may overlap."""
    for first, last in spans:
        text = f"{text[:first]}{' ' * len(text[first:last])}{text[last:]}"
    return text


def opens_other_day(told: Told, before: Sentence | None) -> bool:
    """Say whether a line begins with a day that cannot be placed: the one before is past."""
    first = next(iter(told.days), None)
    if first is None or first.first is not None or first.shift:
        return False
    new = before is None or before.paragraph != told.sentence.paragraph
    return new and not any(map(str.isalnum, told.text[: first.start]))


def place_of_line(
    told: Told, before: Sentence | None, wording: Wording, *, is_listed: bool = False
) -> Mention | None:
    """Return the place that a line of a list is headed with: "📍 Nikopol. A drone ...".

    "м. Чугуїв." marks a line below the first. None for an oblast or a district, where the sentence
    says more than the name, and where nothing marks the line: "Kyiv." before running text is where
    it was written. is_listed: several lines of the text begin with a name and tell of an attack.
    """
    if told.stands or told.toll or not told.parts:
        return None
    if is_listed and (place := _place_of_entry(told, wording)):
        return place
    if before is not None and before.paragraph == told.sentence.paragraph:
        return None
    part = told.parts[0]
    marked = _MARKED.fullmatch(told.text, 0, part.start)
    if marked and marked["dash"] and not told.sentence.item:
        return None
    if marked is None and (before is None or not _is_town_named(told.text, part, wording)):
        return None
    if any(sign.isalnum() or sign in "([" for sign in told.text[part.end :]):
        return None
    return part.mention if part.is_struck and part.mention.match.precision in _FINE else None


def _place_of_entry(told: Told, wording: Wording) -> Mention | None:
    """Return the one place that a line of several alike begins with, beside its day or hour."""
    fine = [part for part in told.parts if part.is_struck]
    if len(fine) > 1:  # "Izium district, Hish village"
        fine = [part for part in fine if not is_wide(told.text, part, wording)]
    if len(fine) != 1 or fine[0].mention.match.precision not in (*_FINE, "unknown"):
        return None
    place = fine[0].mention.match.place
    if place is not None and (place.population or 0) >= _CITY:
        return None  # reports are written from there
    clock = CLOCK.match(told.text)
    spans = [(part.start, part.end) for part in told.parts]
    spans += [(day.start, day.end) for day in told.days] + ([clock.span()] if clock else [])
    return fine[0].mention if len(_LETTERS.findall(_without(told.text, spans))) <= _LEFT else None


def _is_town_named(text: str, part: RolePart, wording: Wording) -> bool:
    """Say whether "town of" stands before a name, and no city that reports are written from."""
    place = part.mention.match.place
    typed = wording.pattern("places", "typed").fullmatch(text, 0, part.start)
    return typed is not None and place is not None and 0 < (place.population or 0) < _CITY


@dataclass(slots=True)
class Years:
    """The full date of the strike told last, by which days without a year after it are read."""

    days: Published = None
    paragraph: int = -1

    def note(self, told: Told, wording: Wording) -> None:
        """Keep the full date that a sentence tells strikes with."""
        if not _YEAR.search(told.text) or wording.pattern("days", "history").search(told.text):
            return
        for day in find_days(told.text, None, wording.language):
            if day.first is not None and day.first == day.last:
                self.days, self.paragraph = (
                    (day.first, day.first + _AROUND),
                    told.sentence.paragraph,
                )

    def note_section(self, told: Told, day: Days) -> None:
        """Keep the day that a line of the text begins with, where it has its year."""
        if _YEAR.search(told.text) and day.first is not None:
            self.days, self.paragraph = (day.first, day.first + _AROUND), told.sentence.paragraph

    def of(self, sentence: Sentence, report: Report) -> Published:
        """Return the days around that date, in its paragraph, or in a text without a day."""
        known = report.published_at(sentence.start) is not None
        return None if known and sentence.paragraph != self.paragraph else self.days

"""The day that a whole text is of: its heading's, or today's where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.document import Report
from reports.sentences import Sentence
from reports.words.attacks import find_acts
from reports.words.days import Days, find_days
from reports.words.wording import Wording, any_of

__all__ = ["day_of_text"]

_FIRST = 3  # sentences that may head a text
_WORDS = 14  # words of a heading at most
_SAID_BEFORE = 12  # signs before "today" in which a word of saying makes it the day of saying
_SURE = 0.6


def day_of_text(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    """Return the day of strikes that a text tells without one, and why; None where none is said."""
    return _day_of_heading(report, sentences, wording) or _today(report, sentences, wording)


def _day_of_heading(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    live = any_of(wording.words("days", "live"))
    for sentence in sentences[:_FIRST]:
        text = report.text[sentence.start : sentence.end]
        found = find_days(text, report.published, wording.language)
        days = [day for day in found if day.first and day.precision == "day"]
        heads = not text.endswith(".") and len(text.split()) <= _WORDS
        if heads and days and not find_acts(text, wording, None):
            offset = sentence.start
            first = replace(days[0], start=days[0].start + offset, end=days[0].end + offset)
            return first, "the day in the text's heading"
        if live.match(text) and report.day:
            return _published(report), "a text of the day of its publication"
    return None


def _today(
    report: Report, sentences: Sequence[Sentence], wording: Wording
) -> tuple[Days, str] | None:
    today = any_of(wording.words("days", "today"))
    said = any_of(wording.words("days", "said"))
    for sentence in sentences if report.day else ():
        text = report.text[sentence.start : sentence.end]
        met = today.search(text)
        if met and not said.search(text, max(0, met.start() - _SAID_BEFORE), met.start()):
            return _published(report), f"the text speaks of {met[0]!r}"
    return None


def _published(report: Report) -> Days:
    day = report.day
    return Days(-1, -1, day, day, "day", _SURE, f"published {day} ({report.basis})")

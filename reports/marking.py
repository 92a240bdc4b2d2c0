"""Marks: where in a text the places, days, tolls and actors of its drafts were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.document import Report
from reports.draft import Draft
from reports.words.wording import LANGUAGES, load_wording

__all__ = ["MARKED", "Mark", "Piece", "cut_text", "find_marks"]

MARKED = ("place", "date", "actor", "toll")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a draft: text[start:end], what they say (one of MARKED), and which draft, from 0."""

    start: int
    end: int
    what: str
    draft: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not: what is "" and draft None where it is not."""

    text: str
    what: str = ""
    draft: int | None = None


def find_marks(report: Report, drafts: Sequence[Draft]) -> list[Mark]:
    """Return the marks of drafts in the order of the text; where two overlap, the first of MARKED.

    A toll that runs over a sentence is marked around the places, days and actors in it.
    """
    found = [
        Mark(start, end, what, number)
        for number, draft in enumerate(drafts)
        for what, (start, end) in _spans(report, draft)
        if 0 <= start < end <= len(report.text)
    ]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda one: (MARKED.index(one.what), one.start, -one.end)):
        within = [one for one in kept if one.start < mark.end and mark.start < one.end]
        if not within:
            kept.append(mark)
        elif mark.what == "toll":
            kept += _cut_around(mark, within, report.text)
    return sorted(kept, key=lambda one: one.start)


def _cut_around(mark: Mark, others: Iterable[Mark], text: str) -> Iterator[Mark]:
    """Yield the parts of a mark that no other has, those without a word left out."""
    at = mark.start
    for other in sorted(others, key=lambda one: one.start):
        if _WORD.search(text, at, max(at, other.start)):
            yield replace(mark, start=at, end=other.start)
        at = max(at, other.end)
    if _WORD.search(text, at, max(at, mark.end)):
        yield replace(mark, start=at)


def _spans(report: Report, draft: Draft) -> Iterator[tuple[str, tuple[int, int]]]:
    yield "place", (draft.place.start, draft.place.end)
    if draft.days is not None:
        yield "date", (draft.days.start, draft.days.end)
    if draft.toll:
        yield "toll", (draft.toll.start, draft.toll.end)
    yield from (("actor", span) for span in _actor_spans(report, draft))


def _actor_spans(report: Report, draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where the sentence of a draft names its actor, in whichever language it does."""
    for language in LANGUAGES if draft.actor else ():
        for actor in load_wording(language).actors:
            if actor.name == draft.actor:
                found = actor.words.finditer(report.text, draft.start, draft.end)
                yield from (met.span() for met in found)


def cut_text(report: Report, marks: Iterable[Mark], first: int, last: int) -> list[Piece]:
    """Return the words of a span of a report as written, in pieces, those of marks whole."""
    pieces, at = [], first
    for mark in marks:
        if mark.start < at or mark.end > last:
            continue
        pieces += [Piece(report.words_at(at, mark.start))] if mark.start > at else []
        pieces.append(Piece(report.words_at(mark.start, mark.end), mark.what, mark.draft))
        at = mark.end
    return [*pieces, Piece(report.words_at(at, last))] if at < last else pieces

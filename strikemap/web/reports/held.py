"""The texts that a visitor reads, in the session: what each says of itself, and its drafts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.several import Gazetteers
from reports.about import About, word_published
from reports.document import Report, parse_published
from reports.draft import Aside, Draft
from reports.forgetting import forget_passages
from reports.reading import read_report
from strikemap.web.visitors.session import TEXTS_KEY

__all__ = [
    "Told", "current_at", "current_text", "drop_text", "go_to_draft", "go_to_text", "hold_texts",
    "key_of_draft", "list_texts", "read_again", "read_text",
]  # fmt: skip

AT, TEXT_AT = "reports_at", "reports_text"
_KEY_LETTERS = 12
_META = re.compile(r"\A\ufeff?#META\b[^\n]*\n\s*")  # what a text says of itself, before its words
_NAMED = 60  # code points of a text that its name on the page shows


@dataclass(frozen=True, eq=False)
class Told:
    """A text that was read: what it says of itself, its drafts, and the passages that made none.

    key: by which the same text of the same source is known again, whoever reads it. countries:
    two-letter codes, small, of those whose places were looked up.
    """

    key: str
    report: Report
    about: About
    drafts: tuple[Draft, ...]
    aside: tuple[Aside, ...]
    countries: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called on the page: its title, else its name and its first words."""
        if self.about.title:
            return self.about.title
        text = _META.sub("", self.report.text)
        first = " ".join(text[:_NAMED].split())
        return f"{self.report.name}: {first}…" if len(text) > _NAMED else first

    @property
    def size(self) -> int:
        """Its length in code points."""
        return len(self.report.text)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each of its drafts is known by in the log: what was read where; no two alike."""
        met: Counter[str] = Counter()
        keys = []
        for draft in self.drafts:
            key = f"{self.key}-{draft.place.start}-{draft.kind}-{draft.order}-{draft.start}"
            met[key] += 1
            keys.append(key if met[key] == 1 else f"{key}-{met[key]}")
        return tuple(keys)


def read_text(report: Report, about: About, gazetteer: Gazetteer | Gazetteers) -> Told:
    """Return a text with its drafts; of several countries as `strikemap read` reads it.

    Nothing of its passages is kept for the next visitor.
    """
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    try:
        reading = read_report(report, *members)
    finally:
        forget_passages()
    said = "\0".join([report.text, *filter(None, (about.outlet, about.url))])
    key = sha256(said.encode()).hexdigest()[:_KEY_LETTERS]
    countries = tuple(one.country for one in members)
    return Told(key, report, about, tuple(reading.drafts), tuple(reading.aside), countries)


def read_again(told: Told, about: About, gazetteer: Gazetteer | Gazetteers) -> Told:
    """Return a text with what a person says of it; another day of publication dates it anew.

    The day is held as 2023-05-10, 2023-05 or 2023, however it is written.
    Raises ValueError for what is no day.
    """
    if about.published == told.about.published:
        return replace(told, about=about)
    days = parse_published(about.published) if about.published else None
    report = replace(told.report, published=days, basis="as given" if days else "")
    mended = replace(about, published=word_published(report))
    return replace(read_text(report, mended, gazetteer), key=told.key)


def key_of_draft(told: Told, number: int) -> str:
    """Return what a draft is known by in the log; no other draft is."""
    return told.keys[number]


def list_texts() -> tuple[Told, ...]:
    """Return the visitor's texts, the last that was added first."""
    held: tuple[Told, ...] = st.session_state.get(TEXTS_KEY, ())
    return held


def hold_texts(texts: Sequence[Told]) -> None:
    """Hold these texts, each once."""
    st.session_state[TEXTS_KEY] = tuple({one.key: one for one in texts}.values())


def current_text() -> Told | None:
    """Return the text that is looked at; None without texts."""
    texts = {one.key: one for one in list_texts()}
    chosen = texts.get(str(st.session_state.get(TEXT_AT, "")))
    return chosen or next(iter(texts.values()), None)


def go_to_text(key: str) -> None:
    """Look at a text from its first draft on."""
    st.session_state[TEXT_AT] = key
    st.session_state.pop(AT, None)


def drop_text(key: str) -> None:
    """Forget a text; what was accepted of it stays."""
    hold_texts([one for one in list_texts() if one.key != key])
    st.session_state.pop(TEXT_AT, None)
    st.session_state.pop(AT, None)


def current_at(told: Told) -> int:
    """Return the number, from 0, of the draft of a text that is looked at."""
    return min(max(int(st.session_state.get(AT, 0)), 0), max(len(told.drafts) - 1, 0))


def go_to_draft(number: int) -> None:
    """Look at a draft by its number, from 0."""
    st.session_state[AT] = number

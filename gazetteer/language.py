"""The language that is spoken: words and sentences by catalogue, in the thread that asks.

Whoever speaks to a person hands over a catalogue; without one all is English, as it stands in the
code. A sentence is marked where it is made, `_("{rows} of {all} located", rows=3, all=4)`, and
a catalogue knows it by its English. Whole numbers are grouped as the language groups them; what a
file or a person wrote is filled in and never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from numbers import Integral
from typing import TypeVar
from unicodedata import bidirectional

__all__ = [
    "ENGLISH",
    "N_",
    "Catalogue",
    "_",
    "nN_",
    "ngettext",
    "say_all",
    "speak",
    "speaking",
    "spoken",
    "word_day",
    "word_number",
]  # fmt: skip

Key = TypeVar("Key", bound=Hashable)
FIRST_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"  # Unicode: the direction is the text's own


def _group(number: int) -> str:
    return f"{number:,}"


def _word_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language by their English; what it lacks is said in English.

    forms: a phrase with a count by its English singular: one text for each plural form of the
    language, which choose_form numbers. number, day: how whole numbers and days are written.
    """

    code: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choose_form: Callable[[int], int] = int
    number: Callable[[int], str] = _group
    day: Callable[[date], str] = _word_day
    rtl: bool = False


ENGLISH = Catalogue()
_SPOKEN: ContextVar[Catalogue] = ContextVar("language", default=ENGLISH)


def speak(catalogue: Catalogue) -> None:
    """Speak a language in this thread from now on."""
    _SPOKEN.set(catalogue)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Speak a language within the block: files are written in English whoever asks for them."""
    token = _SPOKEN.set(catalogue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Catalogue:
    """Return the language that this thread speaks."""
    return _SPOKEN.get()


def N_(text: str) -> str:  # noqa: N802 gettext's own name
    """Mark a text that is said later: it is returned as it is, and `_` says it."""
    return text


def nN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 beside N_
    """Mark the two English forms of a phrase that `ngettext` says later."""
    return one, many


def _(text: str, /, **values: object) -> str:
    """Say a text; values fill its {names}, whole numbers grouped.

    >>> _("{rows} of {all} located", rows=1200, all="many")
    '1,200 of many located'
    """
    catalogue = _SPOKEN.get()
    said = catalogue.words.get(text, text)
    return _fill(said, values, catalogue) if values else said


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Say the form of a phrase that a count asks for; {count} and the values are filled in.

    >>> ngettext("{count} row", "{count} rows", 1), ngettext("{count} row", "{count} rows", 2000)
    ('1 row', '2,000 rows')
    """
    catalogue = _SPOKEN.get()
    forms = catalogue.forms.get(one)
    said = forms[catalogue.choose_form(count)] if forms else one if count == 1 else many
    return _fill(said, {"count": count, **values}, catalogue)


def say_all(named: Mapping[Key, str]) -> dict[Key, str]:
    """Say every value of a table of marked texts."""
    return {key: _(text) for key, text in named.items()}


def word_number(number: int) -> str:
    """Say a whole number, grouped."""
    return _SPOKEN.get().number(number)


def word_day(day: date) -> str:
    """Say a day: "30 September 2015"."""
    return _SPOKEN.get().day(day)


def _fill(text: str, values: Mapping[str, object], catalogue: Catalogue) -> str:
    return text.format_map({name: _word_value(one, catalogue) for name, one in values.items()})


def _word_value(value: object, catalogue: Catalogue) -> object:
    """Return a value as it stands in a sentence: what is Latin in Arabic runs its own way."""
    if isinstance(value, Integral) and not isinstance(value, bool):
        return catalogue.number(int(value))
    if catalogue.rtl and isinstance(value, str) and "\n" not in value and _runs_right(value):
        return f"{FIRST_ISOLATE}{value}{POP_ISOLATE}"
    return value


def _runs_right(text: str) -> bool:
    """Return whether a text has letters or digits that run from left to right.

    Behind Arabic letters a browser would turn the parts of 2015-10-04 round.
    """
    return any(bidirectional(sign) in ("L", "EN") for sign in text)

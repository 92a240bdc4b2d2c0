"""The languages of a sheet: phrases, months, direction, and how each writes numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from geo.briefing.terms.phrases import arabic, english, hebrew, ukrainian

__all__ = ["LANGUAGES", "Language"]


def _choose_one(count: int) -> str:
    return "one" if count == 1 else ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of sheets.

    months: as they stand before a year. months_of_days: as they stand between a day and a year.
    choose_form: the form of a phrase or a noun that a number asks for, "" for the usual.
    letters: of which alone names are written; own_letters: of them
    those that no other language with most of them has; "" where names cannot be told by them.
    thousands, decimal: the marks in numbers.
    """

    name: str  # in the language itself
    phrases: Mapping[str, str]
    months: tuple[str, ...]
    months_of_days: tuple[str, ...]
    short_months: tuple[str, ...]  # between a day and a year
    choose_form: Callable[[int], str] = _choose_one
    letters: str = ""
    own_letters: str = ""
    rtl: bool = False
    thousands: str = ","
    decimal: str = "."
    short: Mapping[str, str] = field(default_factory=dict)  # ends of names of areas on a map
    headed: str = ""  # end of names of areas that a column's head says for all


_HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"

LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        "English", english.PHRASES, english.MONTHS, english.MONTHS,
        tuple(month[:3] for month in english.MONTHS),
    ),
    "ar": Language(
        "العربية", arabic.PHRASES, arabic.MONTHS, arabic.MONTHS, arabic.MONTHS, rtl=True
    ),
    "uk": Language(
        "Українська", ukrainian.PHRASES, ukrainian.MONTHS, ukrainian.MONTHS_OF_DAYS,
        ukrainian.SHORT_MONTHS, ukrainian.choose_form,
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ'", "ґєії’ʼ'", thousands="\xa0", decimal=",",
        short={" область": " обл.", "Автономна Республіка Крим": "АР Крим"}, headed=" область",
    ),
    "he": Language(
        "עברית", hebrew.PHRASES, hebrew.MONTHS, hebrew.MONTHS_OF_DAYS, hebrew.MONTHS_OF_DAYS,
        letters=_HEBREW, own_letters=_HEBREW, rtl=True,
    ),
}  # fmt: skip

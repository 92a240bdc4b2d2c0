"""The languages of a sheet: phrases, months, direction, and how each writes numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.briefing.terms.phrases import arabic, english, hebrew, ukrainian
from geo.briefing.terms.romance import french, spanish

__all__ = ["LANGUAGES", "Language"]


def _choose_one(count: int) -> str:
    return "one" if count == 1 else ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of sheets.

    months: as they stand before a year. months_of_days: as they stand between a day and a year.
    months_by_country: whether countries call them differently, as `geo.land.months` says.
    choose_form: the form of a phrase or a noun that a number asks for, "" for the usual.
    letters: of which alone names are written; own_letters: of them
    those that no other language with most of them has; "" where names cannot be told by them.
    thousands, decimal: the marks in numbers, the first of them from `parted` on.
    first: the first day of a month, "" where it is a number like others.
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
    parted: int = 1_000
    first: str = ""
    months_by_country: bool = False
    short: Mapping[str, str] = field(default_factory=dict)  # ends of names of areas on a map
    headed: str = ""  # end of names of areas that a column's head says for all

    def name_date(self, day: date) -> str:
        """Return the day of the month as the language writes it."""
        return self.first if self.first and day.day == 1 else str(day.day)


_HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"

LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        "English", english.PHRASES, english.MONTHS, english.MONTHS,
        tuple(month[:3] for month in english.MONTHS),
    ),
    "ar": Language(
        "العربية", arabic.PHRASES, arabic.MONTHS, arabic.MONTHS, arabic.MONTHS, rtl=True,
        months_by_country=True,
    ),
    "uk": Language(
        "Українська", ukrainian.PHRASES, ukrainian.MONTHS, ukrainian.MONTHS_OF_DAYS,
        ukrainian.SHORT_MONTHS, ukrainian.choose_form,
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ'", "ґєії’ʼ'", thousands="\xa0", decimal=",",
        short={" область": " обл.", "Автономна Республіка Крим": "АР Крим"}, headed=" область",
    ),
    # Numbers of four digits stay whole: RAE, Ortografía de la lengua española, VIII 2.2.1.
    "es": Language(
        "Español", spanish.PHRASES, spanish.MONTHS, spanish.MONTHS_OF_DAYS, spanish.SHORT_MONTHS,
        thousands="\u202f", decimal=",", parted=10_000,
    ),
    "fr": Language(
        "Français", french.PHRASES, french.MONTHS, french.MONTHS, french.SHORT_MONTHS,
        french.choose_form, thousands="\u202f", decimal=",", first="1er",
    ),
    "he": Language(
        "עברית", hebrew.PHRASES, hebrew.MONTHS, hebrew.MONTHS_OF_DAYS, hebrew.MONTHS_OF_DAYS,
        letters=_HEBREW, own_letters=_HEBREW, rtl=True,
    ),
}  # fmt: skip

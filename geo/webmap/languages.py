"""The languages that the map speaks: names, and the words of each as data.

`words/` has a file a language, of one object: `code` and `locale` (as `Intl` takes it),
`direction`, `thousands`, `decimal` and `grouping` (marks in numbers, and from how many digits
on, as `Intl` takes it), `first` (the first of a month, null
where it is a number like others), `nouns` (by what the data call a row, words of phrases that are
exchanged then), `areas` (the same by what a country calls its areas) and `phrases`: by their
English, one text or one for each plural form that `Intl.PluralRules` has of the language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from geo.errors import ExportError
from geo.land.months import find_locale, name_months
from geo.land.world import world_countries

__all__ = ["LANGUAGES", "check_language", "load_words", "name_labels"]

WORDS = Path(__file__).parent / "words"
# In the language itself; English stands in the scripts.
LANGUAGES: Mapping[str, str] = {
    "en": "English", "ar": "العربية", "uk": "Українська", "es": "Español", "fr": "Français",
}  # fmt: skip


def check_language(code: str) -> str:
    """Return a language's code; raises ExportError for one that the map does not speak."""
    if code not in LANGUAGES:
        raise ExportError(f"language {code!r}: the map speaks {', '.join(LANGUAGES)}")
    return code


@cache
def load_words(code: str, countries: tuple[str, ...] = ()) -> dict[str, Any] | None:
    """Return the words of a language as the browser takes them, None for English.

    countries: two letters each, whose names of months are taken where they have others. Raises
    ExportError for a language that the map does not speak.

    >>> load_words("fr")["phrases"]["Legend"], load_words("en")
    ('Légende', None)
    """
    if check_language(code) == "en":
        return None
    found: dict[str, Any] = json.loads((WORDS / f"{code}.json").read_text(encoding="utf-8"))
    usual, own = found["locale"].replace("-", "_"), find_locale(code, countries)
    if countries and name_months(own) != name_months(usual):
        found["locale"] = own.replace("_", "-")
    return found


def name_labels(code: str, countries: Sequence[str]) -> dict[str, str]:
    """Return the way to show names of a map in a language: {} for the usual, the Latin ones.

    >>> name_labels("ar", ["sy"]), name_labels("uk", ["ua"]), name_labels("uk", ["sy"])
    ({'labels': 'ar'}, {'labels': 'local'}, {})
    """
    if code == "ar":
        return {"labels": "ar"}
    known = [world_countries().get(country.upper(), {}) for country in countries]
    first = {next(iter(country.get("languages", ())), "") for country in known}
    return {"labels": "local"} if code != "en" and first == {code} else {}

"""The catalogues of the languages, each read once, when somebody first needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.abroad import list_countries, name_country
from gazetteer.language import ENGLISH, Catalogue
from geo.land.months import find_locale

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

__all__ = ["FOLDER", "LANGUAGES", "RTL", "catalogue_of", "read_file"]

LANGUAGES = {
    "en": "English", "ar": "العربية", "uk": "Українська", "es": "Español", "fr": "Français",
}  # fmt: skip
RTL = frozenset({"ar"})
# Digits are the same in all. Months where no country is at hand: in Arabic those of the Levant.
LOCALES = {"ar": "ar_SY", "uk": "uk_UA", "es": "es", "fr": "fr"}
DAYS = {"es": "d 'de' MMMM 'de' y"}  # how a day is written, where not as in the others
FOLDER = Path(__file__).parent
MOST = 16  # catalogues that are kept: languages, and their months of other countries


def catalogue_of(code: str, countries: Iterable[str] = ()) -> Catalogue:
    """Return the words of a language by its two letters, one of LANGUAGES.

    countries: two letters each, whose own names of months are taken where they have others.
    """
    if code == "en":
        return ENGLISH
    asked = tuple(countries)
    return _read(code, find_locale(code, asked) if asked else LOCALES[code])


@lru_cache(MOST)
def _read(code: str, days: str) -> Catalogue:
    from gettext import c2py

    from babel import Locale
    from babel.dates import format_date
    from babel.numbers import format_decimal

    said = read_file(code)
    locale = Locale.parse(LOCALES[code])
    forms = {message.id[0]: tuple(message.string or ()) for message in said if message.pluralizable}
    words = {str(one.id): str(one.string) for one in said if one.id and not one.pluralizable}
    return Catalogue(
        code,
        {**_name_countries(locale.territories), **words},
        forms,
        c2py(said.plural_expr),
        lambda number: format_decimal(number, locale=locale, numbering_system="latn"),
        lambda day: format_date(day, DAYS.get(code, "d MMMM y"), locale=days),
        code in RTL,
    )


def _name_countries(names: Mapping[str, str]) -> dict[str, str]:
    """Return the world's countries by their English names."""
    return {name_country(code): names[code] for code in list_countries() if code in names}


def read_file(code: str) -> Catalog:
    """Read the gettext file of a language."""
    from babel.messages.pofile import read_po  # only where another language than English is read

    with (FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)

"""The catalogues of the app's languages, each read once, when the first visitor needs it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.abroad import list_countries, name_country
from gazetteer.language import ENGLISH, Catalogue

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

__all__ = ["FOLDER", "LANGUAGES", "RTL", "catalogue_of", "read_file"]

LANGUAGES = {
    "en": "English", "ar": "العربية", "uk": "Українська", "es": "Español", "fr": "Français",
}  # fmt: skip
RTL = frozenset({"ar"})
# Digits are the same in all. Months are those of the Levant, as on sheets.
LOCALES = {"ar": "ar_SY", "uk": "uk_UA", "es": "es", "fr": "fr"}
FOLDER = Path(__file__).parent


@lru_cache(len(LANGUAGES))
def catalogue_of(code: str) -> Catalogue:
    """Return the words of a language by its two letters, one of LANGUAGES."""
    if code == "en":
        return ENGLISH
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
        lambda day: format_date(day, "d MMMM y", locale=locale),
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

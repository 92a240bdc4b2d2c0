"""How months are called where a language has other names for them in other countries."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["find_locale", "name_months"]


def find_locale(language: str, countries: Iterable[str]) -> str:
    """Return the locale of a language in countries, such as "ar_YE"; "ar" where they differ.

    countries: two letters each, as in ISO 3166. Names of months are those of the Unicode CLDR,
    which says them by country.

    >>> find_locale("ar", ["ye"]), find_locale("ar", ["sy", "lb"]), find_locale("ar", ["sy", "ye"])
    ('ar_YE', 'ar_SY', 'ar')
    """
    found = [_locale_of(language, country) for country in countries]
    alike = {name_months(each) for each in found}
    return found[0] if len(alike) == 1 else language


def _locale_of(language: str, country: str) -> str:
    from babel import Locale, UnknownLocaleError  # only where another language than English is

    own = f"{language}_{country.upper()}"
    try:
        Locale.parse(own)
    except (UnknownLocaleError, ValueError):
        return language
    return own


def name_months(locale: str) -> tuple[str, ...]:
    """Return the twelve months of a locale, as they stand between a day and a year."""
    from babel import Locale

    names = Locale.parse(locale).months["format"]["wide"]
    return tuple(str(names[month]) for month in range(1, 13))

"""The countries of the data: said, and chosen otherwise, on the page and in the address."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import streamlit as st

from gazetteer.abroad import is_country, list_countries, name_country
from gazetteer.language import _
from geo.land.country import name_level
from strikemap.web.country import Countries
from strikemap.web.wording import begin_large

__all__ = [
    "COUNTRY_PART",
    "area_words",
    "ask_countries",
    "asked_countries",
    "chosen_countries",
    "started_countries",
    "take_countries",
]

COUNTRY_PART = "country"  # of the address: two-letter codes with commas
COUNTRIES_KEY = "countries_asked"


def chosen_countries() -> Countries:
    """Return the countries that the visitor or the address chose; () for none."""
    if COUNTRIES_KEY not in st.session_state:
        said = (st.query_params.get(COUNTRY_PART) or "").lower().split(",")
        st.session_state[COUNTRIES_KEY] = tuple(code for code in said if is_country(code))
    chosen: Countries = st.session_state[COUNTRIES_KEY]
    return chosen


def asked_countries() -> Countries:
    """Return the countries chosen, else those of STRIKEMAP_COUNTRY; () to find them in the data."""
    return chosen_countries() or started_countries()


def area_words(countries: Countries) -> dict[str, str]:
    """Return the headings of tables' areas, as the countries of the data call them."""
    word = begin_large(_(name_level(countries)))
    return {
        "Governorate": word,
        "Governorate as reported": _("{word} as reported", word=word),
    }


def started_countries() -> Countries:
    """Return the countries that the app was started with; () for none."""
    return tuple(code for code in os.environ.get("STRIKEMAP_COUNTRY", "").split(",") if code)


def take_countries(countries: Countries) -> None:
    """Show the data in these countries from the next run on; () to find them in the data."""
    st.session_state[COUNTRIES_KEY] = countries


def ask_countries(current: Sequence[str], key: str, take: Callable[[Countries], None]) -> None:
    """Draw the choice of countries; `take` is called with another choice, none for none."""
    key = f"{key}_{'_'.join(current)}"  # begun anew wherever the data say others

    def change() -> None:
        take(tuple(st.session_state[key]))

    st.multiselect(
        _("Countries"),
        [code.lower() for code in list_countries()],
        default=list(current),
        format_func=lambda code: _(name_country(code.upper())),
        key=key,
        on_change=change,
        help=_("Places are looked up in these countries only. Empty: found in the data."),
    )

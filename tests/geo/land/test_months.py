"""Arabic months are called as the countries of the strikes call them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sheet_cases import base_map, seeds

from geo.briefing.sheet import make_words
from geo.briefing.terms.options import SheetOptions
from geo.land.months import find_locale, name_months
from geo.webmap.languages import load_words

MARCH = date(2016, 3, 15)


@pytest.mark.parametrize(
    ("countries", "march"),
    [
        (("sy",), "آذار"), (("iq", "lb"), "آذار"), (("ye",), "مارس"), (("sd", "ly"), "مارس"),
        (("sy", "ye"), "مارس"), (("ua",), "مارس"), ((), "مارس"),
    ],
)  # fmt: skip
def test_months_are_those_of_the_countries_or_those_of_most_where_they_differ(countries, march):
    assert name_months(find_locale("ar", countries))[2] == march


def test_an_arabic_map_has_the_months_of_its_country():
    locales = {each: load_words("ar", (each,))["locale"] for each in ("sy", "iq", "ye")}
    assert locales == {"sy": "ar-SY", "iq": "ar-SY", "ye": "ar-YE"}
    assert load_words("fr", ("ye",)) == load_words("fr")


def say(text: str) -> str:
    return text.replace("\xa0", " ")


def test_a_sheet_has_the_months_of_its_country():
    strikes, _ = seeds()
    yemen = replace(base_map(), countries=("ye",))
    arabic = SheetOptions(language="ar")
    assert say(make_words(arabic, base_map(), strikes).day(MARCH)) == "15 آذار 2016"
    assert say(make_words(arabic, yemen, strikes).day(MARCH)) == "15 مارس 2016"
    assert say(make_words(arabic, yemen, strikes).month(MARCH)) == "مارس 2016"
    ukrainian = SheetOptions(language="uk")
    assert say(make_words(ukrainian, yemen, strikes).day(MARCH)) == "15 березня 2016"

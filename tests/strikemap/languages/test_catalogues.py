"""The catalogues of both doors: days as the countries of the data call their months."""

from __future__ import annotations

import re
from datetime import date

import pytest
from outgoing import table

from gazetteer.language import ENGLISH, speaking, word_day
from geo.export.map_page import describe_page
from geo.strikes.schema import empty_claims
from strikemap.languages.catalogues import LANGUAGES, catalogue_of


@pytest.mark.parametrize(
    ("countries", "said"),
    [
        ((), "4 كانون الثاني 2016"),
        (("sy",), "4 كانون الثاني 2016"),
        (("ye",), "4 يناير 2016"),
        (("sd",), "4 يناير 2016"),
        (("sy", "lb"), "4 كانون الثاني 2016"),
        (("sy", "ye"), "4 يناير 2016"),  # no country's own: those of the language
    ],
)
def test_months_are_those_of_the_countries(countries: tuple[str, ...], said: str):
    with speaking(catalogue_of("ar", countries)):
        assert word_day(date(2016, 1, 4)) == said


def test_a_language_with_one_name_for_a_month_says_it_everywhere():
    assert catalogue_of("en", ("ye",)) is ENGLISH
    with speaking(catalogue_of("uk", ("ye",))):
        assert word_day(date(2016, 1, 4)) == "4 січня 2016"


@pytest.mark.parametrize("code", sorted(LANGUAGES.keys() - {"en"}))
def test_the_notes_of_a_map_page_are_in_its_language(code: str):
    notes = []
    with speaking(catalogue_of(code)):
        for facts in (
            {"strikes_min": 3, "strikes_max": 3}, {"strikes_min": 3}, {"not_strike": "Riots"},
            {"kind": "shelling"}, {"adm_note": "outside the country"}, {"civilians_killed_min": 5},
        ):  # fmt: skip
            strikes = table(["Homs", "Hama"], **facts)
            page = describe_page(strikes, empty_claims(), title="", country="Syria")
            notes += page.notes
    assert len(notes) >= 6
    english = re.compile(r"\b(row|rows|strikes|the|point|lie|lies|killed|map)\b", re.IGNORECASE)
    assert [note for note in notes if english.search(note)] == []
    assert not any("Syria" in note for note in notes)

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


def test_a_day_in_spanish_has_its_little_words():
    with speaking(catalogue_of("es")):
        assert word_day(date(2024, 1, 1)) == "1 de enero de 2024"


# Two rows, of which one is no strike and one stands for 1 or for 21.
STANDS = {
    "en": ("All 2 rows stand for 1 strike; 1 row stands for no strike",
           "All 2 rows stand for 1 strike or more", "All 2 rows stand for 2 to 21 strikes"),
    "uk": ("2 рядки означають: 1 удар; 1 рядок не означає жодного удару",
           "2 рядки означають: щонайменше 1 удар", "2 рядки означають: від 2 до 21 удару"),
    "fr": ("Les 2 lignes représentent 1 frappe ; 1 ligne ne représente aucune frappe",
           "Les 2 lignes représentent 1 frappe ou plus",
           "Les 2 lignes représentent 2 à 21 frappes"),
    "es": ("Las 2 filas representan 1 ataque; 1 fila no representa ningún ataque",
           "Las 2 filas representan 1 ataque o más", "Las 2 filas representan de 2 a 21 ataques"),
    "ar": ("صفان، ويمثلان: ضربة واحدة؛ صف واحد لا يمثل أي ضربة",
           "صفان، ويمثلان: ضربة واحدة أو أكثر", "صفان، ويمثلان: ضربات عددها من 2 إلى 21"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_page_says_which_rows_are_no_strikes_and_what_the_others_stand_for(code: str):
    said = []
    with speaking(catalogue_of(code)):
        for facts in (
            {"not_strike": [None, "Riots"]},
            {"not_strike": [None, "Riots"], "strikes_min": [1, None]},
            {"strikes_min": [1, 1], "strikes_max": [1, 20]},
        ):
            page = describe_page(table(["Homs", "Hama"], **facts), empty_claims(), title="")
            said.append(re.sub("[\u2066-\u2069]", "", page.notes[0]))
    none, open_ended, between = STANDS[code]
    assert said[0].startswith(none)
    assert said[1].startswith(open_ended)
    assert said[2].startswith(between)


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

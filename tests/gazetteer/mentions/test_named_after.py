"""Streets, hospitals and the like of a text that are called after a place elsewhere."""

from __future__ import annotations

import pytest
from mentions_in import found_in

IN_WHOLE = [
    ("Shells hit Manbij Street, Aleppo, on Monday.", "Manbij", "Aleppo"),
    ("Two people died on Manbij Street in Aleppo.", "Manbij", "Aleppo"),
    ("A strike on Azaz Street in the city of Aleppo killed three.", "Azaz", "Aleppo"),
    ("Warplanes hit the Palmyra Road in Homs.", "Palmyra", "Homs"),
    ("A bomb fell near the Damascus Gate in Homs.", "Damascus", "Homs"),
    ("Strikes on Idlib Street, Aleppo, killed two.", "Idlib", "Aleppo"),
    ("قصفت الطائرات شارع منبج في حلب.", "منبج", "Aleppo"),
    ("سقطت قذائف على دوار السلمية في مدينة حماة", "السلمية", "Hama"),
]


@pytest.mark.parametrize(("text", "surface", "town"), IN_WHOLE)
def test_a_street_lies_in_the_town_that_the_text_puts_it_in(text, surface, town):
    match = found_in(text)[surface]
    assert (match.place.name, match.precision) == (town, "area")


BY_THE_TOWN = [
    ("Strikes hit Idlib hospital.", "Idlib", "Idlib", 0.7),
    ("The Manbij national hospital in Aleppo province was hit.", "Manbij", "Manbij", 0.7),
    ("قصف الطيران مشفى منبج", "منبج", "Manbij", 0.7),
]


@pytest.mark.parametrize(("text", "surface", "town", "most"), BY_THE_TOWN)
def test_what_is_called_after_a_town_is_somewhere_near_it_where_nothing_else_is_said(
    text, surface, town, most
):
    match = found_in(text)[surface]
    assert (match.place.name, match.precision) == (town, "near")
    assert match.score <= most


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Bombs fell on Manbij Street.", "Manbij"),
        ("The hospital on Idlib Street was hit.", "Idlib"),
        ("قصف الطيران شارع منبج", "Manbij"),
    ],
)
def test_a_street_with_no_town_around_it_is_not_placed_by_the_town_of_its_name(text, town):
    (match,) = found_in(text).values()
    assert (match.method, match.rivals[0].name) == ("ambiguous", town)


THE_TOWN = [
    "Clashes on the Homs-Palmyra road.",
    "They drove down the Palmyra road.",
    "Streets of Palmyra were shelled.",
]


@pytest.mark.parametrize("text", THE_TOWN)
def test_a_town_beside_other_words_is_itself(text):
    assert found_in(text)["Palmyra"].precision == "settlement"


def test_a_town_does_not_take_the_answer_of_its_street_elsewhere():
    found = found_in("Shells hit Azaz Street in Aleppo. Later Manbij was shelled, and Azaz Street.")
    assert found["Manbij"].place.name == "Manbij"


def test_a_hospital_in_a_list_of_towns_does_not_lie_in_the_next():
    found = found_in("Strikes hit Ariha hospital, Saraqib and Sarmin.")
    assert found["Ariha"].place.name == "Ariha"

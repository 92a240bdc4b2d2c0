"""Names in lists: what one member says of the others, and of a governorate's name among them."""

from __future__ import annotations

import pytest
from mentions_in import SYRIA

from gazetteer.mentions.document import find_mentions


def places_in(text: str) -> dict[str, str | None]:
    return {
        m.surface: m.match.place.name if m.match.place else None for m in find_mentions(text, SYRIA)
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jets hit Mansoura, Karama and Hneida.", ["Mansoura", "Karama", "Hneida"]),
        ("Residents fled to Jarablus, al-Bab and Akhtarin.", ["Jarablus", "al-Bab", "Akhtarin"]),
        ("Bombs fell on Kufrzita, al-Latamina and Morek.", ["Kufrzita", "al-Latamina", "Morek"]),
        ("In Ma'arrat al- Nu'man and al- Tah.", ["Ma'arrat al- Nu'man", "al- Tah"]),
        ("Raids on #Saraqeb, #Ariha now", ["Saraqeb", "Ariha"]),
        ("غارات على الطبقة والكرامة والمنصورة", ["الطبقة", "الكرامة", "المنصورة"]),
        ("قصفت الطائرات أحياء السكري والفردوس في حلب", ["السكري", "الفردوس", "حلب"]),
    ],
)
def test_every_name_of_a_list_is_found(text: str, names: list[str]) -> None:
    assert list(places_in(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("It hit Idlib, Ariha and Binnish.", "Idlib", "settlement"),
        ("It hit Ariha, Binnish and Idlib.", "Idlib", "settlement"),
        ("It hit Binnish, Ariha, Idlib.", "Idlib", "governorate"),
        ("It hit Binnish/Idlib.", "Idlib", "governorate"),
        ("Camps filled across Idlib, Daraa and Latakia.", "Idlib", "governorate"),
        ("It hit Killi in the north of Idlib.", "Idlib", "governorate"),
    ],
)
def test_a_governorate_among_towns_is_the_town(text: str, name: str, precision: str) -> None:
    found = {m.surface: m.match.precision for m in find_mentions(text, SYRIA)}
    assert found[name] == precision


def test_a_name_alike_is_looked_for_among_its_list() -> None:
    assert places_in("Bombs fell on Kufrzita, al-Latamina and Morek.")["Kufrzita"] == "Kafr Zita"
    assert "Kufrzita" not in places_in("They spoke of Kufrzita again.")


@pytest.mark.parametrize(
    "text",
    [
        "قصف الحي وما حوله", "تحدث جيش إدلب الحر إن المعارك", "It is at https://x.org/Idlib/Homs",
        "Karama was their word, and Thawra.", "The U.S. military and U.S.-led jets",
    ],
)  # fmt: skip
def test_words_that_are_no_places(text: str) -> None:
    assert set(places_in(text)) <= {"إدلب"}


def test_of_two_places_of_a_name_the_one_among_its_list_is_taken() -> None:
    found = places_in("They took al-Mashlab, al-Sinaa and al-Rumaila that day.")
    assert found["al-Sinaa"] == "Al-Sinaa (Raqqa)"
    assert places_in("They took al-Sinaa that day.")["al-Sinaa"] != "Al-Sinaa (Raqqa)"
    assert places_in("They hit Mansoura, Dar'iyah and Hneida.")["Dar'iyah"] == "Al-Daraiyah"


@pytest.mark.parametrize(
    "text",
    [
        "نزح الناس من نبل والزهراء نحو عفرين وعندان",
        "They fled Nubl and al-Zahraa for Afrin and Anadan.",
    ],
)  # fmt: skip
def test_of_several_places_that_by_the_others_of_its_list_is_meant(text: str) -> None:
    assert "Al-Zahraa (Nubl)" in places_in(text).values()

"""What a text says right beside a name comes before what it says of the name elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer
from gazetteer.match import answer_place, answer_rivals
from gazetteer.mentions.document import find_mentions
from gazetteer.mentions.rivals import choose_near


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    return load_gazetteer("sy")


def areas_of(gazetteer: Gazetteer, text: str, surface: str) -> list[str | None]:
    """Return the governorates that a name is placed in, each time it stands in a text."""
    found = [m for m in find_mentions(text, gazetteer) if m.surface.casefold() == surface]
    return [m.match.adm1_name if m.match.place else None for m in found]


@pytest.mark.parametrize(
    ("text", "surface", "areas"),
    [
        ("Shells hit Suran, Hama. In the north Aleppo town of Suran one died.", "suran",
         ["Hama", "Aleppo"]),
        ("Shells hit Suran, Hama. Afrin, Azaz, Marea and Suran were quiet.", "suran",
         ["Hama", "Aleppo"]),
        ("قصفت طائرات صوران بريف حماة. ثم قصفت عفرين والباب وإعزاز ومارع وصوران.", "صوران",
         ["Hama", "Aleppo"]),
        ("Shells hit Suran, Hama. Later a shell hit Suran again.", "suran", ["Hama", "Hama"]),
        ("Jobar, in Damascus, was hit. A shell fell on Jobar, in Homs city.", "jobar",
         ["Damascus", "Homs"]),
        ("The Salihiyah quarter of Damascus; jets hit Salihiyah, east of the Euphrates near Abu "
         "Kamal.", "salihiyah", ["Damascus", None]),
        ("In Homs, the neighbourhoods of al-Khalidiya, Jobar and Baba Amr; in Damascus, Jobar "
         "and Qaboun.", "jobar", ["Homs", "Damascus"]),
        ("Shells hit Aleppo's Tishrin neighbourhood.", "tishrin", ["Aleppo"]),
    ],
)  # fmt: skip
def test_a_name_lies_where_it_is_said_to_lie_each_time(
    syria: Gazetteer, text: str, surface: str, areas: list[str | None]
) -> None:
    assert areas_of(syria, text, surface) == areas


def test_what_stands_between_two_strikes_says_nothing_of_nearness(syria: Gazetteer) -> None:
    text = "Strikes hit Kobani and clashes erupted near Raqqa."
    assert areas_of(syria, text, "kobani") == ["Aleppo"]


def test_of_the_bearers_of_a_name_the_one_near_what_it_is_near_is_taken() -> None:
    far, close, by = (
        Place(name, name, "settlement", lon, 35.0, 2.0, adm1_code="A", adm1_name="Ashmark")
        for name, lon in (("Far", 40.0), ("Close", 36.2), ("By", 36.0))
    )
    beside = answer_place("By", by, "", method="exact", score=0.9)
    asked = answer_rivals("X", "several places fit", (far, close))
    found = choose_near(answer_place("X", far, "", method="exact", score=0.9), beside, asked)
    assert (found.place, found.rivals) == (close, (far,))
    twin = replace(close, place_id="Twin", lon=36.25)
    asked = answer_rivals("X", "several places fit", (far, close, twin))
    found = choose_near(answer_place("X", far, "", method="exact", score=0.9), beside, asked)
    assert (found.method, found.rivals) == ("ambiguous", (close, twin))


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Clashes near Qara Qozak bridge went on.", ["Qara Qozak"]),
        ("Troops entered the village of Umm Marja.", ["Umm Marja"]),
        ("They shelled Qara and left.", ["Qara"]),
        ("استهدف القصف قرية ومسجد ومعسكر قرب المدينة", []),
        ("غارة على بيت سوى", ["بيت سوى"]),
    ],
)
def test_names_are_whole_and_words_for_kinds_are_none(
    syria: Gazetteer, text: str, surfaces: list[str]
) -> None:
    assert [m.surface for m in find_mentions(text, syria)] == surfaces

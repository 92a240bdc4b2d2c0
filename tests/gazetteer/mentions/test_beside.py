"""What a text says lies beside a town, and bare seats of one sentence."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.mentions.document import Mention, find_mentions


def read(text: str) -> dict[str, Mention]:
    return {mention.surface: mention for mention in find_mentions(text, load_gazetteer("sy"))}


@pytest.mark.parametrize(
    ("text", "town", "least_km"),
    [
        ("A raid took place 5 km south of Saraqib.", "Saraqib", 7.0),
        ("A raid took place west of Palmyra.", "Palmyra", 9.0),
        ("Strikes hit an area between Morek and Khan Shaykhun.", "Morek", 7.0),
        ("Shelling along the Kabani frontline went on.", "Kabani", 9.0),
        ("It hit the northern neighbourhood of Khan Shaykhun.", "Khan Shaykhun", 4.0),
        ("قصف على بعد 5 كم جنوب سراقب.", "سراقب", 7.0),
        ("غارة بين مورك وخان شيخون.", "مورك", 7.0),
        ("غارات غرب تدمر.", "تدمر", 9.0),
    ],
)
def test_what_lies_beside_a_town_has_a_wider_radius(text: str, town: str, least_km: float) -> None:
    match = read(text)[town].match
    assert match.place is not None
    assert match.uncertainty_km is not None
    assert match.uncertainty_km >= least_km
    assert match.precision in ("near", "area")


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("A raid took place 100 miles north of Palmyra.", ["Palmyra"]),
        ("A raid took place 60 km south of Aleppo.", ["Aleppo"]),
        ("A raid took place 50 km from Saraqib.", ["Saraqib"]),
        ("A convoy was hit between Palmyra and Deir ez-Zor.", ["Palmyra", "Deir ez-Zor"]),
    ],
)
def test_what_is_too_vague_for_a_point_leaves_none_to_its_town(text: str, towns: list[str]) -> None:
    found = read(text)
    for town in towns:
        match = found[town].match
        assert (match.method, match.lon, match.place) == ("vague", None, None)
        assert "too wide for a point" in match.reason


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Strikes hit Ariha, Jordan.", "Ariha", "Jordan"),
        ("Strikes hit Qamishli in northern Iraq.", "Qamishli", "Iraq"),
        ("Strikes hit Sarmada, a town in Turkey.", "Sarmada", "Turkey"),
        ("Strikes hit Ariha (Jordan) twice.", "Ariha", "Jordan"),
        ("قصفت الطائرات القامشلي في العراق.", "القامشلي", "Iraq"),
    ],
)
def test_a_town_said_to_lie_abroad_is_not_placed(text: str, town: str, country: str) -> None:
    match = read(text)[town].match
    assert (match.method, match.lon, match.reason) == ("none", None, f"said to be in {country}")


@pytest.mark.parametrize(
    "text",
    [
        "In Saraqib, Russia bombed a market.", "Saraqib, in Syria, was hit.",
        "Fighters left Saraqib in Turkey-backed convoys.", "Saraqib, Idlib, Syria.",
    ],
)  # fmt: skip
def test_a_country_that_says_nothing_of_a_town_leaves_it(text: str) -> None:
    assert read(text)["Saraqib"].match.precision == "settlement"


def test_a_town_by_itself_keeps_its_radius() -> None:
    for text in ("A raid hit Saraqib.", "Between raids, Saraqib was quiet."):
        assert read(text)["Saraqib"].match.precision == "settlement"


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Raids killed 10 in Hama, 4 in Homs, 3 in Daraa and 2 in Idlib.",
         ("Hama", "Homs", "Daraa", "Idlib")),
        ("وحماة تشهد هدوءا، وحمص ودرعا كذلك.", ("حماة", "حمص", "درعا")),
        ("Homs: shelling on Rastan. Idlib: shelling on Saraqib.", ("Homs", "Idlib")),
        ("Aleppo (Hreitan, Anadan), Idlib (Saraqib/Sarmin).", ("Aleppo", "Idlib")),
    ],
)  # fmt: skip
def test_bare_seats_of_one_form_are_all_areas(text: str, seats: tuple[str, ...]) -> None:
    mentions = read(text)
    assert {mentions[seat].match.precision for seat in seats} == {"governorate"}


def test_a_large_city_alone_is_the_city() -> None:
    assert read("Ten died in Homs.")["Homs"].match.precision == "settlement"

"""Strikes that words beside them neither take away, make, nor date."""

from __future__ import annotations

import pytest

from reports.document import Report, parse_published
from reports.reading import read_report
from tests.support.reports_dev import pack


def told(text: str, country: str, published: str = "2023-05-10"):
    """Return of each draft its place, kind and first day."""
    days = parse_published(published)
    return [
        (one.place.surface, one.kind, f"{one.days.first:%m-%d}" if one.days else None)
        for one in read_report(Report("a", text, days, "given"), pack(country)).drafts
    ]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("A drone hit a cyclist in Antonivka on Tuesday.", "ua", [("Antonivka", "drone")]),
        ("On Tuesday a shell hit a power pole in Nikopol.", "ua", [("Nikopol", "shelling")]),
        ("The raid that killed twelve civilians left Saraqib without power.", "sy",
         [("Saraqib", "airstrike")]),
        ("Shelling of the residents left Talbiseh in ruins.", "sy", [("Talbiseh", "shelling")]),
        ("An air raid on Monday left a family buried in Saraqib.", "sy",
         [("Saraqib", "airstrike")]),
        ("Jets bombed Jobar and Talbiseh on Monday.", "sy",
         [("Jobar", "airstrike"), ("Talbiseh", "airstrike")]),
        ("Jets raided Idlib, and a barrel bomb fell on Bustan al-Qasr on Monday.", "sy",
         [("Idlib", "airstrike"), ("Bustan al-Qasr", "airstrike")]),
        ("Rockets destroyed in Izium a school and a shop on Tuesday.", "ua",
         [("Izium", "shelling")]),
        ("Khaled recalled that a rocket struck his house in Ariha.", "sy",
         [("Ariha", "shelling")]),
        ("The army shelled Bahri on Monday. Artillery hit the Al-Thawra neighbourhood of "
         "Omdurman.", "sd", [("Bahri", "shelling"), ("Al-Thawra", "shelling")]),
    ],
)  # fmt: skip
def test_a_strike_is_kept_beside_words_that_mean_another_thing_elsewhere(text, country, expected):
    assert [strike[:2] for strike in told(text, country)] == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A bus hit a pole on the road in Homs, and a bomb disposal team passed by.", "sy"),
        ("Two drones destroyed over Synelnykove district, the governor said.", "ua"),
        ("Coalition jets bombed positions of the Houthis who left Aden.", "ye"),
        ("Bodies were buried in Ariha after the raid.", "sy"),
    ],
)
def test_what_is_no_strike_there_makes_none(text, country):
    assert told(text, country) == []


@pytest.mark.parametrize(
    "words",
    [
        "Incident: kidnapping\n\nThe man had lost his home in an airstrike on Aleppo years ago.",
        "Type of incident: arrest\n\nTwo who filmed an air strike were detained.",
        "Victims: 2\n\nPolice said a gas cylinder exploded. It was not an airstrike.",
    ],
)
def test_no_strike_is_made_of_a_list_by_words_on_another_one(words):
    assert told(f"Location: Douma\nDate: 3 May 2023\n{words}", "sy") == []


def test_a_page_on_one_incident_keeps_its_kind_beside_a_later_denial():
    text = (
        "Incident date\nMay 3, 2023\nLocation\nDouma\n\nAssessment\n"
        "Four died in air strikes on the town. The air force said that no raids were carried out."
    )
    assert told(text, "sy") == [("Douma", "airstrike", "05-03")]


@pytest.mark.parametrize(
    "words", ["No one was held to account up to now.", "The hospital is closed until now."]
)
def test_no_day_is_made_of_a_state_that_lasts_until_now(words):
    text = f"Jets bombed the hospital in Hass.\n\nShells struck the clinic in Saraqib. {words}"
    assert [day for _, _, day in told(text, "sy")] == [None, None]


@pytest.mark.parametrize("heads", [("1.1", "2.1", "3.1"), ("1/3 of", "2/3 of", "3/4 of")])
def test_numbers_of_sections_and_parts_of_a_whole_are_no_days(heads):
    lines = ("Douma was shelled.", "Arbin was shelled.", "Saqba was shelled.")
    text = "\n".join(f"{head} {line}" for head, line in zip(heads, lines, strict=True))
    assert {day for _, _, day in told(text, "sy")} == {None}

"""What a text takes back or only compares: fire that was shot down, tolls of others, mock raids."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import Reading, read_report
from reports.words.standing import WHY_ASIDE


def read(text: str, *countries: str) -> Reading:
    report = Report("a", text, parse_published("2023-05-10"), "given")
    return read_report(report, *map(pack, countries or ("sy",)))


def told(text: str, *countries: str):
    return [(d.place.surface, d.kind, d.toll.killed, d.toll.injured[0])
            for d in read(text, *countries).drafts]  # fmt: skip


NONE = (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Rockets were fired at Ashkelon. All were intercepted by air defences.",
        "Gunmen in Gaza fired two rockets at Ashkelon. The rockets were shot down, nobody hurt.",
        "Eight drones were launched at Ashkelon overnight. The army shot down all of them.",
    ],
)
def test_what_was_fired_and_all_shot_down_is_set_aside(text):
    reading = read(text, "il", "ps")
    assert reading.drafts == []
    assert WHY_ASIDE["intercepted"] in [aside.reason for aside in reading.aside]


@pytest.mark.parametrize(
    "text",
    [
        "Rockets were fired at Ashkelon. Six of them were shot down.",
        "Rockets were fired at Ashkelon. All were shot down, but debris damaged a house.",
        "Rockets hit a house in Ashkelon. The rockets were intercepted elsewhere.",
        "Rockets were fired at Ashkelon, killing one. All others were intercepted.",
        "Rockets were fired at Ashkelon. The army has air defences there.",
    ],
)
def test_what_was_not_all_shot_down_stays(text):
    assert [place for place, *_ in told(text, "il")] == ["Ashkelon"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen in Gaza fired two rockets at Ashkelon.", ["Ashkelon"]),
        ("Raids on Gaza launched on Monday killed two.", ["Gaza"]),
        ("The army parked dozens of drones at Khan Younis, and drones hit Ashkelon.", ["Ashkelon"]),
        ("The army has escalated its attacks on Khan Younis.", []),
    ],
)
def test_where_a_party_fired_from_is_not_where_it_hit(text, places):
    assert [place for place, *_ in told(text, "ps", "il")] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid on Ariha killed 15 people, more than the 12 killed last week in Rastan.",
         [("Ariha", "airstrike", (15, None), None)]),
        ("Jets bombed Ariha, killing three and bringing the toll of the week to 40.",
         [("Ariha", "airstrike", (3, None), None)]),
        ("Jets bombed Ariha, killing more than 12 people.",
         [("Ariha", "airstrike", (13, None), None)]),
        ("A raid on Ariha hurt three people aged 39, 44 and 61, and two men aged 38 and 42 died.",
         [("Ariha", "airstrike", (2, None), 3)]),
        ("A raid on Ariha killed a boy aged 7 and 3 adults.",
         [("Ariha", "airstrike", (4, None), None)]),
        ("Jets bombed Ariha, bringing the week's toll to 40, while shells fell on Rastan.",
         [("Ariha", "airstrike", NONE, None), ("Rastan", "shelling", NONE, None)]),
    ],
)  # fmt: skip
def test_people_of_other_strikes_are_not_counted(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Kherson: shelling, 2 wounded. Beryslav - FPV drone, 1 dead. Nova Kakhovka, quiet.", "ua",
         [("Kherson", "shelling", NONE, 2), ("Beryslav", "drone", (1, None), None)]),
        ("The mayor of Nikopol said a missile had hit a mill. Two people were killed.", "ua",
         [("Nikopol", "missile", (2, None), None)]),
        ("The mayor of Nikopol said a missile had hit Marhanets.", "ua",
         [("Marhanets", "missile", NONE, None)]),
        ("The mayor of Nikopol said that the water was back.", "ua", []),
        ("Soldiers raided Jenin at dawn and arrested four people.", "ps",
         [("Jenin", "ground", NONE, None)]),
        ("Jets raided Jenin at dawn.", "ps", [("Jenin", "airstrike", NONE, None)]),
        ("Jets broke the sound barrier over Sidon and dropped leaflets over Tyre.", "lb", []),
        ("Jets dropped bombs on Tyre.", "lb", [("Tyre", "airstrike", NONE, None)]),
    ],
)  # fmt: skip
def test_entries_mayors_and_raids_on_foot_are_read_as_they_are_told(text, country, expected):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reports of a strike on Saraqib were denied.", []),
        ("A report of a raid on Binnish turned out to be false.", []),
        ("Rumours of a raid on Saraqib proved untrue.", []),
        ("Reports of a strike on Saraqib were confirmed.", ["Saraqib"]),
        ("The strike on Saraqib was denied by Damascus.", ["Saraqib"]),
        ("Responsibility for the strike on Saraqib was denied.", ["Saraqib"]),
        ("Involvement in the raid on Sarmin was denied.", ["Sarmin"]),
    ],
)
def test_a_report_that_was_denied_is_no_strike_and_who_denies_is_not_struck(text, names):
    assert [draft.place.surface for draft in read(text).drafts] == names

"""Sentences without a place of their own: further strikes on the town told before, and tolls."""

from __future__ import annotations

import datetime

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report

TUESDAY = datetime.date(2024, 3, 5)


def read(text: str, country: str = "sy"):
    return read_report(Report("a", text, (TUESDAY, TUESDAY)), pack(country)).drafts


def told(text: str, country: str = "sy") -> list[tuple[str, str, int | None, int | None]]:
    """Return place, kind, day of March and least killed of each draft."""
    return [
        (draft.place.surface, draft.kind,
         draft.days.first.day if draft.days and draft.days.first else None, draft.toll.killed[0])
        for draft in read(text, country)
    ]  # fmt: skip


BOMBED = ("Hass", "airstrike", 4, None)


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Two hours later shells fell on the same village.", [("Hass", "shelling", 4, None)]),
        ("Shelling of the town on Tuesday killed two.", [("Hass", "shelling", 5, 2)]),
        ("A drone hit a car in the same area.", [("Hass", "drone", 4, None)]),
        ("Shelling on Tuesday killed two.", []),
        ("Shelling killed two.", []),
        ("On Tuesday residents of the town buried those killed in the air strike.", []),
        ("On Tuesday the town was still burning after air raids.", []),
        ("Shells fell on the town of Nowheresham and on its market on Tuesday, killing six.",
         [("Nowheresham", "shelling", 5, 6)]),
    ],
)  # fmt: skip
def test_what_was_done_with_other_arms_or_on_another_day_is_no_part_of_the_first(text, further):
    assert told(f"Warplanes bombed Hass on Monday. {text}") == [BOMBED, *further]


def test_the_day_before_is_seen_from_the_strike_told_before():
    text = (
        "On Sunday warplanes used two missiles against the bakery of Kafranbel. The day before, the"
        " town's clinic had been hit by shrapnel from a missile, fired by regime warplanes."
    )
    assert [(place, kind, day) for place, kind, day, _ in told(text)] == [
        ("Kafranbel", "airstrike", 3),
        ("Kafranbel", "airstrike", 2),
    ]


def test_a_further_strike_of_another_kind_takes_over_no_doer():
    first, second = read("Regime jets bombed Hass on Monday. Shells fell on the same village.")
    assert (first.actor, second.actor) == ("Syrian government", None)


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Fuel in Hass ran out. Ariha - The army shelled the town again today.", "sy",
         [("Ariha", "shelling", 5, None)]),
        ("Warplanes bombed Hass on Monday.\n\nAriha. On Tuesday shells hit the port of the city.",
         "sy", [BOMBED]),
        ("Jets bombed Hass on Monday. Four days before the raid on Hass, a group had fired missiles"
         " at Nowheresham, where three workers were killed.", "sy", [BOMBED]),
    ],
)  # fmt: skip
def test_the_town_is_that_of_the_line_and_never_the_one_before_it(text, country, strikes):
    assert told(text, country) == strikes


@pytest.mark.parametrize(
    ("text", "country", "killed"),
    [
        ("Raids on Idlib province killed ten, among them four in Saraqib.", "sy",
         {"Saraqib": 4}),
        ("Raids on Idlib province killed ten people, four of them in Saraqib and two in Ariha.",
         "sy", {"Saraqib": 4, "Ariha": 2}),
        ("Air strikes killed ten people, including at least four in the town of Saraqib.", "sy",
         {"Saraqib": 4}),
        ("Shelling killed 12 civilians across Aleppo governorate, three of whom died in Atarib.",
         "sy", {"Atarib": 3}),
        ("Air strikes on Idlib killed ten people, including four children in Saraqib.", "sy",
         {"Saraqib": None}),
        ("An air strike killed ten people, including four children in Saraqib.", "sy",
         {"Saraqib": 10}),
        ("قتل عشرة مدنيين بغارات على محافظة إدلب بينهم أربعة في سراقب.", "sy", {"سراقب": 4}),
        ("Росіяни обстріляли Херсонську область, загинули п'ятеро людей, з них двоє у Бериславі.",
         "ua", {"Бериславі": 2}),
        ("При обстреле Херсонской области погибли пять человек, в том числе двое в Бериславе.",
         "ua", {"Бериславе": 2}),
    ],
)  # fmt: skip
def test_a_place_has_its_own_share_of_a_wider_toll(text, country, killed):
    drafts = read(text, country)
    assert {draft.place.surface: draft.toll.killed[0] for draft in drafts} == killed


HEADINGS = [
    "Attack 1. Hospital, Kafranbel, 3 February 2019.\nAn air strike hit the hospital.\n\n"
    "Attack 2. School, Hass, 4 February 2019.\nWarplanes fired two missiles at the school.",
    "Incident 1\nKafranbel hospital, 3 February 2019\nAn air strike hit the hospital.\n\n"
    "Incident 2\nHass, school, 4 February 2019\nWarplanes fired two missiles at the school.",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_numbered_heading_gives_its_place_and_day(text):
    assert [(draft.place.surface, draft.days and draft.days.first) for draft in read(text)] == [
        ("Kafranbel", datetime.date(2019, 2, 3)),
        ("Hass", datetime.date(2019, 2, 4)),
    ]

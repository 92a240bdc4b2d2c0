"""Strikes and tolls that must not be made one, given to another or set aside with others."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report


def told(text: str, country: str = "sy"):
    report = Report("a", text, parse_published("2023-05-10"), "given")
    return [(d.place.surface, d.toll.killed[0], d.toll.injured[0])
            for d in read_report(report, pack(country)).drafts]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ворог обстріляв село Білопілля Сумського району, загинув чоловік.",
         [("Білопілля", 1, None)]),
        ("Ракета влучила поблизу Нікополя Дніпропетровської області.", [("Нікополя", None, None)]),
        ("Обстреляли село Белополье Сумского района, ранены двое.", [("Белополье", None, 2)]),
        ("Ворог обстріляв село Вербовеньке Сумського району, загинув чоловік.",
         [("Вербовеньке", 1, None)]),
    ],
)  # fmt: skip
def test_a_known_village_with_its_district_behind_it_is_one_place(text, expected):
    assert told(text, "ua") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An air strike killed 14 people, medics say. The strike was on a market in Saraqib.",
         [("Saraqib", 14, None)]),
        ("An air strike killed 14 people, medics say. It recalled the strike on Ariha in 2019.",
         []),  # what is recalled with its day is past
        ("An air strike killed two medics. It was the worst since the air strike on Ariha.",
         [("Ariha", None, None)]),
        ("An air strike on a hamlet killed nine. The air strike on Ariha hit empty land.",
         [("Ariha", None, None)]),
        ("An air strike killed 14 people. The strike on Saraqib came later.",
         [("Saraqib", None, None)]),
        ("A raid killed four on Sunday. The raid was in Saraqib on Monday.",
         [("Saraqib", None, None)]),
    ],
)  # fmt: skip
def test_the_toll_of_an_opening_is_of_the_strike_that_is_placed_not_of_another(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army escalated its air strikes on Ariha on Friday, killing 12.",
         [("Ariha", 12, None)]),
        ("Jets, which often bomb the hills, killed two in an air strike on Ariha on Monday.",
         [("Ariha", 2, None)]),
        ("Four died when jets bombed Ariha, the latest in a series of raids.",
         [("Ariha", 4, None)]),
        ("The army shelled Ariha, escalating its campaign.", [("Ariha", None, None)]),
        ("The army has stepped up its attacks on Ariha.", []),
        ("Jets often bomb Ariha.", []),
    ],
)  # fmt: skip
def test_words_of_a_habit_leave_a_strike_with_its_day_or_dead(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed Rafah overnight. The army said it intercepted all rockets.",
        "Guns shelled Rafah at dawn. The drones were all shot down.",
        "Ten drones were launched at Rafah. All but two were shot down.",
        "Ten drones were launched at Rafah. All were shot down. A school burned.",
        "Ten drones were launched at Rafah. All rockets were shot down over Jenin.",
        "Drones attacked Rafah. All were shot down.",
    ],
)
def test_what_was_not_itself_all_shot_down_stays(text):
    assert [place for place, *_ in told(text, "ps")] == ["Rafah"]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("A missile hit Kharkiv on Tuesday, killing three. A missile hit Chuhuiv on Tuesday, "
         "killing one.", "ua", [("Kharkiv", 3, None), ("Chuhuiv", 1, None)]),
        ("Jets bombed Daraa on Monday, killing seven. Jets bombed Nawa on Monday, killing two.",
         "sy", [("Daraa", 7, None), ("Nawa", 2, None)]),
        ("A raid in Idlib province killed eight people.\n\nA raid on the village of Zarfoun "
         "wounded six.", "sy", [("Idlib", 8, None), ("Zarfoun", None, 6)]),
        ("A raid in Idlib province killed nine.\n\nA raid on a post in Saraqib killed two.", "sy",
         [("Idlib", 9, None), ("Saraqib", 2, None)]),
        ("A raid in Idlib province killed eight people.\n\nThe raid hit a home in Saraqib.", "sy",
         [("Saraqib", 8, None)]),
        ("A raid in Idlib province killed two people.\n\nA raid on Saraqib killed two people.",
         "sy", [("Saraqib", 2, None)]),
        ("Three soldiers were killed when a shell hit their post in the province of Latakia.\n\nAt "
         "least 20 were at the post in Kessab when the shell struck.", "sy",
         [("Kessab", 3, None)]),
    ],
)  # fmt: skip
def test_the_dead_of_a_capital_or_an_area_are_not_lost_in_another_town(text, country, expected):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Warplanes struck 14 villages in Idlib on Monday, leaving 22 dead.", "sy",
         [("Idlib", 22, None)]),
        ("Ворог обстріляв 12 населених пунктів Харківської області, загинуло троє людей.", "ua",
         [("Харківської області", 3, None)]),
        ("قصف الطيران مواقع في مأرب وقتل عشرة.", "ye", [("مأرب", 10, None)]),
        ("Warplanes struck 14 villages in Idlib on Monday.", "sy", []),
    ],
)  # fmt: skip
def test_several_places_of_an_area_keep_the_dead_told_of_them(text, country, expected):
    assert told(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Over the past day the army shelled the Idlib region.\n\nIn Saraqib a man was killed.",
         "sy", [("Saraqib", 1, None)]),
        ("Over the past day the army shelled the Idlib region.\n\nIn Saraqib a man was killed in "
         "a brawl.", "sy", [("Idlib", None, None)]),
        ("Over the past day the army shelled the Idlib region.\n\nIn Aleppo a man was killed.",
         "sy", [("Idlib", None, None)]),
        ("Росіяни минулої доби обстріляли Харківську область. У Лозовій через пожежу загинуло двоє "
         "людей.", "ua", [("Харківську область", None, None)]),
        ("تعرضت محافظة إدلب أمس لقصف مدفعي. وفي سرمين قتل شابان برصاص.", "sy",
         [("إدلب", None, None)]),
    ],
)  # fmt: skip
def test_people_harmed_elsewhere_or_by_something_else_are_of_no_attack(text, country, expected):
    assert told(text, country) == expected

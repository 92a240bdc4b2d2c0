"""What a sentence tells of one place, day or number where others stand beside it."""

from __future__ import annotations

import datetime

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report
from reports.words.tolls import find_toll

THURSDAY = datetime.date(2024, 8, 22)


def read(text: str, country: str = "sy"):
    return read_report(Report("a", text, (THURSDAY, THURSDAY)), pack(country)).drafts


def told(text: str, country: str = "sy") -> list[tuple[str, str]]:
    return [(draft.place.surface, draft.kind) for draft in read(text, country)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Five civilians, a father and three of his children among them, died.", (5, None)),
        ("Seven people died, two women among them.", (7, None)),
        ("At least one civilian and up to three were killed.", (1, 3)),
        ("At least 4 people and as many as 9 were killed.", (4, 9)),
        ("Two men and up to three others were killed.", (None, 5)),
    ],
)
def test_people_among_the_dead_and_a_higher_bound_are_not_added(text, killed):
    assert find_toll(text, "en").killed == killed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Семеро людей, двоє дітей серед них, загинули.", "uk"),
        ("Семь человек, двое детей среди них, погибли.", "ru"),
    ],
)
def test_children_among_the_dead_are_not_the_dead(text, language):
    assert find_toll(text, language).killed == (7, None)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("An air strike in the Damascus countryside killed four.", "Rural Damascus", "governorate"),
        ("Shelling hit Damascus Countryside.", "Rural Damascus", "governorate"),
        ("Warplanes bombed the Damascus suburbs.", "Rural Damascus", "governorate"),
        ("Israeli strikes hit Damascus.", "Damascus", "settlement"),
    ],
)
def test_what_lies_around_damascus_is_the_governorate_around_it(text, name, precision):
    [draft] = read(text)
    assert (draft.match.place.name, draft.match.precision) == (name, precision)


@pytest.mark.parametrize(
    ("text", "country", "strikes"),
    [
        ("Raids hit Hass, where ten people died when a row of shops was brought down.", "sy",
         [("Hass", "airstrike")]),
        ("Air defence brought down a drone over Hass.", "sy", []),
        ("A rumour that Hass was bombed was found to be false.", "sy", []),
        ("Forces stationed in Kafranbel shelled areas in Hass with heavy artillery.", "sy",
         [("Hass", "shelling")]),
        ("Shells of the Turkish base in Azaz hit the outskirts of Tell Rifaat.", "sy",
         [("Tell Rifaat", "shelling")]),
        ("Saudi rockets and artillery shelled villages in Hass, and two raids hit Ariha.", "sy",
         [("Hass", "shelling"), ("Ariha", "airstrike")]),
        ("Life goes on in Aleppo, with leaflets dropped over al-Sukkari after the raids.", "sy",
         []),
        ("The first blew up outside a mosque in Azaz, where a child died.", "sy",
         [("Azaz", "ied")]),
        ("У Межовій Синельниківського району двічі влучили безпілотниками.", "ua",
         [("Межовій", "drone")]),
        ("واصلت الطائرات الحربية قصفها على مناطق في ريف حماة، حيث استهدفت بمزيد من الضربات مناطق في"
         " بلدة كفرزيتا.", "sy", [("كفرزيتا", "airstrike")]),
    ],
)  # fmt: skip
def test_the_place_and_the_kind_are_those_of_the_act(text, country, strikes):
    assert told(text, country) == strikes


def test_more_dead_in_other_towns_are_of_the_raids_told_before():
    first, second, third = read(
        "The deadliest raids hit Hamouriya on Tuesday, where a dozen people died. Three more were"
        " killed in Erbin and two in Mudayra."
    )
    assert [draft.place.surface for draft in (first, second, third)] == [
        "Hamouriya", "Erbin", "Mudayra",
    ]  # fmt: skip
    assert (second.toll.killed[0], third.toll.killed[0]) == (3, 2)
    assert first.days == second.days == third.days
    assert len(read("Raids hit Hamouriya on Tuesday. Five people were wounded in Erbin.")) == 1


DAILY = """Over the past day the enemy attacked 3 settlements of the Kharkiv region, its head wrote this Thursday.

- 18:30, Kharkiv district, Kozacha Lopan village. A drone hit a civilian car: the driver was killed.
- 16:54, Kupiansk district, Shevchenkove village. A house was damaged by shelling. A man was injured.
- 15:40, Kharkiv district, Budy village. Two Iskander missiles fell near the railway station.
"""  # noqa: E501 - lines as they are posted


def test_lines_of_hour_district_and_village_are_of_the_past_day():
    drafts = read(DAILY, "ua")
    assert [(draft.place.surface, draft.kind) for draft in drafts] == [
        ("Kozacha Lopan", "drone"), ("Shevchenkove", "shelling"), ("Budy", "missile"),
    ]  # fmt: skip
    assert all(draft.days.first == THURSDAY - datetime.timedelta(1) for draft in drafts)


def test_yesterday_is_not_the_day_of_writing():
    text = "Yesterday shells fell on Hass, the mayor wrote on Facebook this Thursday."
    assert [draft.days.first.day for draft in read(text)] == [21]


PAGES = """Incident date: June 16, 2017
Incident code: A1
Location: Hass, Idlib, Syria

At least one civilian was killed when shells fell on a mosque in Hass.

Incident date: June 18, 2017
Incident code: A2
Location: Ariha, Idlib, Syria

A man died when an aircraft fired at his motorbike in Ariha.

Incident date: June 20, 2017
Incident code: A3
Location: Sarmin, Idlib, Syria

Reports of an air raid on Sarmin were found to refer to a car that caught fire.
"""


def test_each_page_of_several_has_its_own_day():
    drafts = read(PAGES)
    assert [(draft.place.surface, draft.kind, draft.days.first.day) for draft in drafts] == [
        ("Hass", "shelling", 16), ("Ariha", "airstrike", 18),
    ]  # fmt: skip


def test_a_page_without_a_strike_leaves_the_day_of_the_page_before_it():
    drafts = read(f"{PAGES}\nShells fell on Saraqib at some time.\n")
    days = {draft.place.surface: draft.days and draft.days.first for draft in drafts}
    assert days["Ariha"] == datetime.date(2017, 6, 18)
    assert days["Saraqib"] != datetime.date(2017, 6, 18)


def test_a_row_of_bars_says_under_what_how_a_place_was_struck():
    rows = ["Date | Place | What | Killed", "18 May 2024 | Hass | artillery | 4",
            "19 May 2024 | Ariha | drone | 1"]  # fmt: skip
    text = "\n".join(rows)
    assert told(text) == [("Hass", "shelling"), ("Ariha", "drone")]


def test_a_title_of_a_list_of_strikes_dates_its_lines():
    lines = ["Strikes list, Idlib mountains, 13 Nov. 2019 (24 h)", "", "Hass: 2 raids",
             "Ariha: 30 artillery shells"]  # fmt: skip
    text = "\n".join(lines)
    drafts = read(text)
    assert [(d.place.surface, d.days.first) for d in drafts] == [
        ("Hass", datetime.date(2019, 11, 13)), ("Ariha", datetime.date(2019, 11, 13)),
    ]  # fmt: skip

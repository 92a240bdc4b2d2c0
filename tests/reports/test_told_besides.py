"""What a sentence tells besides its strike: other tolls, other attacks, mayors, days of a war."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report

NONE = (None, None)


def read(text: str, country: str, published: str):
    return read_report(Report("a", text, parse_published(published), "given"), pack(country)).drafts


def told(text: str, country: str = "sy", published: str = "2023-05-10"):
    return [(d.place.surface, d.kind, d.toll.killed, d.toll.injured[0])
            for d in read(text, country, published)]  # fmt: skip


def days(text: str, country: str = "sy", published: str = "2023-05-10"):
    return [(d.place.surface, str(d.days.first)[5:] if d.days and d.days.first else None)
            for d in read(text, country, published)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bodies were dug out of a mill that jets bombed in Ariha, bringing the toll to nine.",
         [("Ariha", "airstrike", (2, 9), None)]),
        ("A raid hit Ariha, killing two and raising the number of wounded to 30.",
         [("Ariha", "airstrike", (2, None), 30)]),
        ("A raid on Ariha killed two, bringing the week's toll to 40.",
         [("Ariha", "airstrike", (2, None), None)]),
        ("A raid on Ariha killed two, raising the number of dead in the war to 900.",
         [("Ariha", "airstrike", (2, None), None)]),
        ("More than in April, shells hit Ariha and killed six people.",
         [("Ariha", "shelling", (6, None), None)]),
        ("More than the usual number of shells hit Ariha, killing four people.",
         [("Ariha", "shelling", (4, None), None)]),
        ("A raid wounded 20 people, down from the 30 first reported, in Ariha.",
         [("Ariha", "airstrike", NONE, 20)]),
        ("Rather than bringing a large number of people home, jets bombed Ariha, killing five.",
         [("Ariha", "airstrike", (5, None), None)]),
        ("A raid killed 15 in Saraqib, more than the 12 killed last week in Ariha.",
         [("Saraqib", "airstrike", (15, None), None)]),
    ],
)  # fmt: skip
def test_a_toll_that_grew_is_the_strikes_and_one_compared_is_not(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed Saraqib in retaliation for a rocket attack on Hama that killed two.",
         [("Saraqib", "airstrike", NONE, None)]),
        ("In response to the attack on Hama that killed three, jets struck Saraqib, killing one.",
         [("Saraqib", "airstrike", (1, None), None)]),
        ("Jets bombed Saraqib in response to a rocket attack and killed two people.",
         [("Saraqib", "airstrike", (2, None), None)]),
    ],
)  # fmt: skip
def test_the_dead_of_the_attack_that_a_strike_answers_are_not_its_own(text, expected):
    assert told(text) == expected


def test_the_day_of_the_attack_that_a_strike_answers_is_not_its_own():
    text = "Jets bombed Saraqib in response to an attack on Hama on Monday."
    assert days(text) == [("Saraqib", None)]
    assert days("In response to an attack on Hama, jets bombed Saraqib on Monday.") == [
        ("Saraqib", "05-08")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Nikopol said in exile that a missile hit a base, killing 20 men.", []),
        ("The mayor of Nikopol said the strikes on the country killed nine.", []),
        ("The mayor of Nikopol said a missile hit a school in another city.", []),
        ("The mayor of Nikopol said shelling had driven 400 people to the town.", []),
        ("The mayor of Nikopol said that shelling of the plant must end.", []),
        ("The mayor of Nikopol said a missile hit a school, killing two.",
         [("Nikopol", "missile", (2, None), None)]),
    ],
)  # fmt: skip
def test_a_mayor_tells_of_the_own_town_only_where_no_other_is_meant(text, expected):
    assert told(text, "ua") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warplanes raided Saraqib, and rescuers searched the rubble.", "airstrike"),
        ("Jets raided Saraqib, and crews are searching for the missing.", "airstrike"),
        ("Air raids on Saraqib killed five as families searched for water.", "airstrike"),
        ("Israeli forces raided Saraqib from the air with four missiles.", "missile"),
        ("Israeli forces raided Saraqib and arrested four men.", "ground"),
        ("Soldiers raided Saraqib, searching houses for wanted men.", "ground"),
        ("The raid on Saraqib ended with six men arrested.", "ground"),
    ],
)
def test_a_raid_from_the_air_stays_one_beside_a_search(text, kind):
    assert [told_of[1] for told_of in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Shells struck soldiers assembled in Ariha, killing 19.", "sy", ["Ariha"]),
        ("Missiles destroyed aircraft parked at an airfield in Ariha.", "sy", ["Ariha"]),
        ("Jets hit ammunition stored at a depot in Ariha.", "sy", ["Ariha"]),
        ("Missiles hit a depot in Odesa with drones assembled in Kharkiv.", "ua", ["Odesa"]),
        ("Kharkiv launches drones at Odesa.", "ua", ["Odesa"]),
        ("أطلقت الصواريخ على مأرب في أوقات مختلفة من صنعاء.", "ye", ["مأرب"]),
        ("أطلقت صواريخ من عدد من مواقع غزة على عسقلان.", "ps", []),
        ("قصف الطيران مناطق مختلفة من سرمين.", "sy", ["سرمين"]),
        ("إحياء لضحايا غارة على سرمين.", "sy", []),
        ("قصف الطيران أحياء سرمين.", "sy", ["سرمين"]),
    ],
)
def test_what_stands_where_it_was_hit_is_no_place_of_launch(text, country, expected):
    assert [told_of[0] for told_of in told(text, country)] == expected


def test_a_raid_beside_missiles_of_others_is_not_theirs():
    text = "Jets carried out a raid on Saraqib while rebels fired missiles at Hama."
    assert [told_of[:2] for told_of in told(text)] == [
        ("Saraqib", "airstrike"), ("Hama", "missile"),
    ]  # fmt: skip


def test_israeli_shelling_by_artillery_is_shelling():
    assert [one[1] for one in told("قصف إسرائيلي بالمدفعية على رفح.", "ps")] == ["shelling"]
    assert [one[1] for one in told("قصف إسرائيلي على رفح.", "ps")] == ["airstrike"]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Drones attacked Odesa, MV Seafarer and a pier.", "ua", ["Odesa"]),
        ("Jets targeted Saraqib, Zarfoun and Ahrar fighters.", "sy", ["Saraqib"]),
        ("Jets targeted Saraqib and Zarfoun.", "sy", ["Saraqib", "Zarfoun"]),
        ("Загинув працівник поліції с. Мельник під час обстрілу.", "ua", []),
        ("Обстріл: с. Коваленко В. поранена.", "ua", []),
        ("Завдали удару по території Запоріжсталі.", "ua", []),
        ("Обстріляли с. Грозьківка, поранено жінку.", "ua", ["Грозьківка"]),
    ],
)
def test_ships_armed_groups_persons_and_firms_are_no_places(text, country, expected):
    assert [told_of[0] for told_of in told(text, country)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit Saraqib on Monday.\n\nElsewhere, a drone hit Ariha.",
         [("Saraqib", "05-08"), ("Ariha", None)]),
        ("Shells hit Saraqib on 2 March.\n\nAnd jets hit Ariha.",
         [("Saraqib", "03-02"), ("Ariha", None)]),
        ("Shells hit Saraqib on 2 March.\n\nAlso, jets hit Ariha.",
         [("Saraqib", "03-02"), ("Ariha", None)]),
        ("Shells hit Saraqib on Monday.\n\nAlso, jets hit Ariha.",
         [("Saraqib", "05-08"), ("Ariha", "05-08")]),
        ("Shelling of Saraqib that began on Monday killed nine people.", [("Saraqib", "05-08")]),
        ("Shells hit Saraqib in the war that began on 3 March.", [("Saraqib", None)]),
        ("The following day was quiet after shells hit Saraqib.", [("Saraqib", None)]),
    ],
)  # fmt: skip
def test_days_of_other_events_date_no_strike(text, expected):
    assert days(text) == expected


def test_the_eve_of_the_publication_is_its_opening_day():
    assert days("A day earlier, shells hit Saraqib.") == [("Saraqib", "05-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid hit Ariha, officials said on Tuesday. They said a raid hit Ariha on Sunday as "
         "well.", [("Ariha", "05-09"), ("Ariha", "05-07")]),
        ("A raid hit Ariha, officials said on Tuesday. They said a raid hit Ariha on Sunday.",
         [("Ariha", "05-07")]),
        ("A raid on Ariha killed three, officials said on Tuesday. On Sunday a raid on "
         "Ariha killed four.", [("Ariha", "05-09"), ("Ariha", "05-07")]),
        ("A raid on Ariha killed three, officials said on Tuesday. The raid on Ariha on "
         "Sunday killed four, medics said.", [("Ariha", "05-07")]),
    ],
)  # fmt: skip
def test_two_tellings_with_other_dead_or_told_as_another_are_two(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("between", "day"),
    [("", "05-08"), ("History of the war: a missile hit Kramatorsk station. ", None),
     ("Before the liberation, a missile hit Beryslav. ", None)],
)  # fmt: skip
def test_what_recalls_an_earlier_time_ends_the_openings_day(between, day):
    text = (
        f"Russia attacked the country with missiles on Monday.\n\n{between}A missile hit Vinnytsia."
    )
    told_days = days(text, "ua")
    assert told_days[-1] == ("Vinnytsia", day)
    assert {one for _, one in told_days} == {day}

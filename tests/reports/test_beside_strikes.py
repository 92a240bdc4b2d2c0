"""What stands beside a strike and is none of it: doers, denials, memorials, plans, other places."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import Reading, read_report


def read(text: str, country: str = "sy") -> Reading:
    return read_report(Report("a", text, parse_published("2023-05-10"), "given"), pack(country))


def places(text: str, country: str = "sy") -> list[str]:
    return [draft.place.match.place.name for draft in read(text, country).drafts]


@pytest.mark.parametrize(
    ("text", "country", "actors"),
    [
        ("Ukrainian drones attacked a depot in Feodosia. Russia's General Staff reported a strike "
         "on an airfield in Myrhorod.", "ua", ["Ukraine", None]),
        ("The Russian army struck Kharkiv. Ukraine's army said a strike hit Luhansk.", "ua",
         ["Russia", None]),
        ("Ukrainian missiles hit Dzhankoi. In Kharkiv a missile hit a school.", "ua",
         ["Ukraine", None]),
        ("Russian jets bombed Ariha. Strikes were reported in Sarmin.", "sy", ["Russia", "Russia"]),
        ("An air strike killed two Turkish soldiers in Binnish. Turkey said that it hit back at "
         "regime positions.", "sy", [None]),
        ("An air strike hit Binnish. Turkish forces retaliated with shelling.", "sy", [None]),
        ("An air strike hit Ariha. Residents blamed the Syrian government for the shortage of "
         "bread.", "sy", [None]),
        ("An air strike hit Ariha. Residents accused the Syrian government of cutting the water.",
         "sy", [None]),
        ("An air strike hit Ariha. Residents blamed the Syrian government for the attack.", "sy",
         ["Syrian government"]),
    ],
)  # fmt: skip
def test_a_doer_is_not_one_of_another_strike_or_of_another_deed(text, country, actors):
    assert [draft.actor for draft in read(text, country).drafts] == actors


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Russian jets bombed Ariha. Russia denied that.", ["contested"]),
        ("Russian jets bombed Ariha. Talks resumed. Russia said a deal was near. Moscow denied "
         "that.", ["alleged"]),
        ("Russian jets bombed Ariha. Turkish artillery shelled Ayn Issa. Russia denied the "
         "reports.", ["contested", "alleged"]),
    ],
)  # fmt: skip
def test_a_denial_is_of_the_deniers_own_strike_within_reach(text, standings):
    assert [draft.attribution for draft in read(text).drafts] == standings


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("У разі ракетного удару по Харкову евакуюють лікарні.", "ua"),
        ("В случае ракетного удара по Одессе порт закроют.", "ua"),
        ("في حال قصف مدينة إدلب ستغلق المستشفيات.", "sy"),
        ("Doctors rehearsed a response to drone attacks in Lviv.", "ua"),
        ("تصادف اليوم الذكرى العاشرة لمجزرة الكيماوي في الغوطة الشرقية التي قتل فيها 1400 شخص "
         "بقصف للنظام على زملكا.", "sy"),
        ("Сьогодні в Дніпрі вшанували пам'ять загиблих унаслідок удару.", "ua"),
        ("У Харкові 12 квітня згадали жертв обстрілу.", "ua"),
        ("9 мая в Одессе почтили память погибших при обстреле.", "ua"),
        ("On Monday people in Douma commemorated the dead of an air strike.", "sy"),
    ],
)  # fmt: skip
def test_what_may_come_or_is_remembered_is_no_strike_of_today(text, country):
    reading = read(text, country)
    assert reading.drafts == []
    assert [aside.reason for aside in reading.aside] in (
        ["a plan, a threat or a possibility"], ["remembered, not reported"],
    )  # fmt: skip


def test_a_strike_on_an_anniversary_is_reported():
    assert places("On the anniversary of the war jets bombed Ariha on Monday.") == ["Ariha"]


@pytest.mark.parametrize(
    ("text", "country", "struck"),
    [
        ("Turkey shelled Manbij in response to the killing of two soldiers in Afrin.", "sy",
         ["Manbij"]),
        ("قصفت تركيا منبج ردا على مقتل جنديين في عفرين.", "sy", ["Manbij"]),
        ("The minister visited Kharkiv a day after missiles hit Odesa, and in Lviv 5 people were "
         "detained over the shelling.", "ua", ["Odesa"]),
        ("The army pulled out of Saraqib after an air strike on Ariha.", "sy", ["Ariha"]),
        ("We heard a jet before the air strike on Ariha, said a man in Binnish.", "sy", ["Ariha"]),
        ("قصفت الطائرات مدينة سرمين أمس وتوفي طفل في مشفى باب الهوى.", "sy", ["Sarmin"]),
        ("In Ariha four people were killed after an air strike.", "sy", ["Ariha"]),
        ("Air strikes killed 20 people in Ariha, 14 in Saraqib and two in Binnish.", "sy",
         ["Ariha", "Saraqib", "Binnish"]),
        ("російські війська атакували безпілотниками Одесу.", "ua", ["Odesa"]),
        ("В ночь на 9 мая Одессу обстреляли ракетами.", "ua", ["Odesa"]),
        ("Ракетами обстріляли порт, Одесу залишили без світла.", "ua", []),
    ],
)  # fmt: skip
def test_a_place_is_struck_and_no_mere_scene(text, country, struck):
    assert places(text, country) == struck


@pytest.mark.parametrize(
    ("text", "country", "lost"),
    [
        ("ВСУ обстреляли Донецк. 12 июня ранены 4 жителя Горловки при обстреле.", "ua", 1),
        ("Shelling killed 34 in Balyun. On 9 May four residents of Sarmin were wounded by "
         "shelling.", "sy", 1),
        ("An air strike hit Ariha. Twelve wounded people were taken to a hospital in Ariha from "
         "Saraqib.", "sy", 0),
    ],
)  # fmt: skip
def test_people_of_another_place_are_not_counted(text, country, lost):
    reading = read(text, country)
    (draft,) = reading.drafts
    assert draft.toll.injured == (None, None)
    assert draft.days is None
    assert len(reading.aside) == lost


def test_each_place_has_the_day_that_it_is_told_with():
    told = read("Air strikes killed 20 people in Ariha on Monday and 14 in Saraqib on Sunday.")
    assert [str(draft.days.first) for draft in told.drafts] == ["2023-05-08", "2023-05-07"]
    told = read("Air strikes on Ariha killed four on Tuesday, a day after strikes on Saraqib "
                "killed nine.")  # fmt: skip
    days = {draft.place.surface: str(draft.days.first) for draft in told.drafts}
    assert days == {"Ariha": "2023-05-09", "Saraqib": "2023-05-08"}
    assert [draft.toll.killed[0] for draft in told.drafts] == [4, 9]


def test_what_is_not_said_makes_a_field_less_sure():
    (draft,) = read("Ворог ударив по Чугуєву.", "ua").drafts
    assert draft.why["kind"][0] == 0.5
    _, seen = read("Jets bombed Ariha. It showed the rubble of a house in Saraqib, May 2, 2023.")\
        .drafts  # fmt: skip
    assert seen.why["date"][0] == 0.4


def test_a_weapon_in_a_list_that_no_word_follows_is_set_aside():
    reading = read("- Нікополь: обстріл з артилерії\n- Марганець: дрон-камікадзе", "ua")
    assert [draft.place.surface for draft in reading.drafts] == ["Нікополь"]
    assert [aside.reason for aside in reading.aside] == [
        "a weapon in a list, without a word of what it did"
    ]


@pytest.mark.parametrize(
    ("text", "country", "tolls"),
    [
        ("A raid on Ain Qana killed four and a raid on Jibchit wounded two.", "lb",
         [("Ain Qana", 4, None), ("Jibchit", None, 2)]),
        ("In previous 24 hours: Kherson shelled, 1 killed; Beryslav shelled, 2 wounded.", "ua",
         [("Kherson", 1, None), ("Beryslav", None, 2)]),
        ("A strike hit Ariha on Monday. Elsewhere, shelling of a convoy killed ten.", "sy",
         [("Ariha", None, None)]),
        ("A strike hit Ariha on Monday. Elsewhere, ten people were killed.", "sy",
         [("Ariha", None, None)]),
        ("A raid on Ariha killed five; the strike wounded ten.", "sy", [("Ariha", 5, 10)]),
        ("Ariha was hit by a missile and a drone, killing two.", "sy", [("Ariha", 2, None)]),
    ],
)  # fmt: skip
def test_a_toll_is_of_the_place_that_its_part_of_a_sentence_names(text, country, tolls):
    drafts = read(text, country).drafts
    assert [(one.place.surface, one.toll.killed[0], one.toll.injured[0]) for one in drafts] == tolls


@pytest.mark.parametrize(
    ("text", "country", "named"),
    [
        ("A drone struck Ukrenergo.", "ua", []),
        ("Drones hit Lukoil and Gazprom in Odesa.", "ua", ["Odesa"]),
        ("Дрони вдарили по Лукойлу в Одесі.", "ua", ["Одесі"]),
        ("A missile struck Hadi, 60, and killed him.", "sy", []),
        ("A drone hit Zarfoun, the operator.", "lb", []),
        ("Rockets hit Zarfoun, the town of his birth.", "lb", ["Zarfoun"]),
        ("Rockets hit Zarfoun 12 to 15 May.", "lb", ["Zarfoun"]),
    ],
)
def test_a_firm_a_person_and_a_days_number_are_no_place(text, country, named):
    assert [draft.place.surface for draft in read(text, country).drafts] == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Tuesday, Saraqib was bombed and on Wednesday Ariha.",
         [("Saraqib", "airstrike", 9), ("Ariha", "airstrike", 10)]),
        ("On Monday Saraqib was bombed and on Tuesday Ariha was shelled.",
         [("Saraqib", "airstrike", 8), ("Ariha", "shelling", 9)]),
    ],
)  # fmt: skip
def test_two_days_of_one_sentence_are_each_of_their_own_place(text, told):
    drafts = read(text).drafts
    assert [(one.place.surface, one.kind, one.days.first.day) for one in drafts] == told

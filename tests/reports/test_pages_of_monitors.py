"""Kinds met on pages of monitors: lists with names on no list, openings and what follows them."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report, parse_published
from reports.reading import read_report


def told(text: str, country: str = "sy", published: str | None = "2023-05-10"):
    days = parse_published(published) if published else None
    drafts = read_report(Report("a", text, days, "given"), pack(country)).drafts
    return [(d.place.surface, d.kind, *_days(d)) for d in drafts]


def _days(draft) -> tuple[str, ...]:
    first, last = (draft.days.first, draft.days.last) if draft.days else (None, None)
    return tuple(str(day)[5:] for day in dict.fromkeys((first, last)) if day)


@pytest.mark.parametrize(
    ("text", "country", "places"),
    [
        ("Jets carried out raids on Saraqib, Ariha, Hish, Zarfoun and Talqoun in Idlib.", "sy",
         ["Saraqib", "Ariha", "Hish", "Zarfoun", "Talqoun"]),
        ("The raids targeted Saraqib, Ariha, Zarfoun and Hish.", "sy",
         ["Saraqib", "Ariha", "Zarfoun", "Hish"]),
        ("Planes fired missiles at the two villages of Zarfoun and Talqoun.", "sy",
         ["Zarfoun", "Talqoun"]),
        ("Окупанти обстріляли Нікополь, Марганець, Вербове й Зелений Яр.", "ua",
         ["Нікополь", "Марганець", "Вербове", "Зелений Яр"]),
        ("The raids targeted Zarfoun, Nasrallah and the party.", "sy", []),
        ("Jets bombed Saraqib. The envoy met Zarfoun, Talqoun and Beit Qalon in Ariha.", "sy",
         ["Saraqib"]),
    ],
)  # fmt: skip
def test_names_on_no_list_go_on_a_list_that_begins_with_a_known_place(text, country, places):
    assert [place for place, *_ in told(text, country)] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف الطيران الحربي كلا من أحياء الصاخور والسكري في حلب.",
         [("الصاخور", "airstrike"), ("السكري", "airstrike")]),
        ("قصف طيران حربي نعتقد أنه روسي بصاروخين بلدة سرمين.", [("سرمين", "airstrike")]),
        ("استهدف الطيران الحربي والمدفعية بلدة سرمين.", [("سرمين", "airstrike")]),
        ("قصفت قوات النظام بالصواريخ بلدة سرمين.", [("سرمين", "missile")]),
        ("في إحياء يوم المجزرة تحدث أهالي سرمين عن قصف بلدة بنش.", []),
    ],
)  # fmt: skip
def test_arabic_quarters_and_what_aircraft_fired(text, expected):
    assert [told_of[:2] for told_of in told(text, published=None)] == expected


def test_missiles_of_one_clause_and_raids_of_another_are_both_told():
    text = "Jets launched missiles on Ariha, where planes carried out raids that hit Saraqib."
    assert [place for place, *_ in told(text)] == ["Ariha", "Saraqib"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army carried out 12 strikes across Syria yesterday.\n\nMonitors have a list of "
         "yesterday's strikes.\n\n- Near Saraqib, three strikes destroyed a store.\n\n- Near "
         "Rastan, a drone strike killed two people.",
         [("Saraqib", "airstrike", "05-09"), ("Rastan", "drone", "05-09")]),
        ("On the previous day, air strikes hit several parts of the country.\n\nA raid on "
         "Saraqib killed two people.", [("Saraqib", "airstrike", "05-09")]),
        ("Jets struck across Syria yesterday.\n\nOn Saturday a raid hit Ariha.\n\nA raid hit Hish.",
         [("Ariha", "airstrike", "05-06"), ("Hish", "airstrike")]),
        ("Jets bombed Saraqib yesterday.\n\nA raid hit Hish.",
         [("Saraqib", "airstrike", "05-09"), ("Hish", "airstrike")]),
        ("Jets struck across Syria yesterday.\n\nClashes went on near Hish.",
         [("Hish", "ground")]),
        ("A raid hit Ariha on Saturday. On the previous day, raids hit Hish.",
         [("Ariha", "airstrike", "05-06"), ("Hish", "airstrike", "05-05")]),
    ],
)  # fmt: skip
def test_the_day_of_an_opening_in_sum_is_that_of_what_follows_without_one(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Monitor for Rights\n\nPlanes bomb Idlib province\n\nJets bombed Saraqib.",
         ["Saraqib"]),
        ("Planes bombed Idlib province on Tuesday, monitors said.\n\nA raid hit Saraqib.",
         ["Saraqib"]),
        ("Planes bombed Idlib province on Tuesday, monitors said.\n\nA raid hit Rastan.",
         ["Idlib", "Rastan"]),
        ("As for Idlib, guns shelled houses in Saraqib city, in Idlib countryside.", ["Saraqib"]),
    ],
)  # fmt: skip
def test_an_opening_on_a_province_is_told_again_by_its_towns(text, places):
    assert [place for place, *_ in told(text)] == places


def test_missile_attacks_of_warplanes_are_air_strikes():
    assert told("Warplanes carried out missile attacks on Saraqib.") == [("Saraqib", "airstrike")]
    assert told("Jets flew over, and missile attacks hit Saraqib.")[0][1] == "missile"


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("وأفاد مراسلنا باستشهاد مدنيين في سرمين جراء غارة جوية.", "sy", [("سرمين", "airstrike")]),
        ("أفاد مراسلنا في سرمين بأن غارة جوية أصابت بنش.", "sy", [("بنش", "airstrike")]),
        ("استهدف الثوار تجمعات قوات النظام المتمركزة في بلدة سرمين بقذائف الهاون.", "sy",
         [("سرمين", "shelling")]),
        ("قصفت قوات النظام المتمركزة في سرمين بلدة بنش بالمدفعية.", "sy", [("بنش", "shelling")]),
        ("قصفت الطائرات مناطق متفرقة من ريف إدلب.", "sy", []),
        ("قصف المجلس العسكري لمدينة بنش بلدة سرمين بالمدفعية.", "sy", [("سرمين", "shelling")]),
        ("شن الجيش غارات عبر الطيران المسير على مدينة نيالا عاصمة ولاية جنوب دارفور.", "sd",
         [("نيالا", "drone")]),
        ("The rebels shelled the army's forces based in Saraqib.", "sy", [("Saraqib", "shelling")]),
        ("Guns based in Saraqib shelled Ariha.", "sy", [("Ariha", "shelling")]),
        ("Shells fell on three villages in Idlib province.", "sy", []),
        ("Shells fell on three villages near Saraqib.", "sy", [("Saraqib", "shelling")]),
        ("Ворог обстріляв 7 населених пунктів Харківської області.", "ua", []),
        ("Удар нанесли по с. Зеленое Изюмского района.", "ua", [("Зеленое", "airstrike")]),
        ("Обстріляли сел. Вербове.", "ua", [("Вербове", "shelling")]),
    ],
)  # fmt: skip
def test_who_was_struck_where_and_areas_of_which_no_place_is_named(text, country, expected):
    assert [told_of[:2] for told_of in told(text, country, None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid hit Saraqib on Monday.\n\nAlso, a raid on Ariha killed two people.",
         [("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike", "05-08")]),
        ("A raid hit Saraqib on Monday.\n\nAnother raid on Ariha killed two people.",
         [("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike")]),
        ("A raid hit Saraqib on Monday.\n\nA raid on Ariha killed two people.",
         [("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike")]),
        ("A raid hit Saraqib on Monday.\n\nAnother raid on Ariha in April killed two people.",
         [("Saraqib", "airstrike", "05-08"), ("Ariha", "airstrike", "04-01", "04-30")]),
        ("قصفت الطائرات بلدة سرمين يوم الاثنين.\n\nكما قصفت الطائرات بلدة بنش.",
         [("سرمين", "airstrike", "05-08"), ("بنش", "airstrike", "05-08")]),
        ("Jets launched raids across Idlib yesterday.\n\nA raid hit a home in Saraqib.",
         [("Saraqib", "airstrike", "05-09")]),
        ("A bomb fell near the ministry of health in Ariha.", [("Ariha", "airstrike")]),
        ("The ministry of health in Ariha said a raid hit Saraqib.", [("Saraqib", "airstrike")]),
    ],
)  # fmt: skip
def test_a_paragraph_that_goes_on_has_the_day_before_it(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Over the past day the army shelled seven villages of Idlib province.\n\nIn Saraqib a man "
         "was killed; in Hish three people were wounded.", "sy",
         [("Saraqib", "shelling", "05-09", "05-10"), ("Hish", "shelling", "05-09", "05-10")]),
        ("Over the past day the army shelled seven villages of Idlib province.\n\nIn Saraqib a man "
         "was killed by a mine. Two people died in an accident in Hish.", "sy", []),
        ("Ministers met over the past day.\n\nIn Saraqib a man was killed.", "sy", []),
        ("A shell fell on Hish on Monday.\n\nIn Saraqib a man was killed.", "sy",
         [("Hish", "shelling", "05-08")]),
        ("Минулої доби ворог обстріляв 6 населених пунктів Харківської області.\n\nУ сел. Борова "
         "загинув чоловік; у м. Ізюм поранено двох людей.", "ua",
         [("Борова", "shelling", "05-09", "05-10"), ("Ізюм", "shelling", "05-09", "05-10")]),
        ("Минулої доби ворог обстріляв 6 населених пунктів Харківської області.\n\nУ сел. Борова "
         "чоловік підірвався на міні, його поранено.", "ua", [("Борова", "ied", "05-09", "05-10")]),
    ],
)  # fmt: skip
def test_people_harmed_under_an_opening_in_sum_are_of_its_attacks(text, country, expected):
    assert told(text, country) == expected


def test_a_region_without_bounds_in_a_title_is_told_again():
    text = "Drones attack western Darfur region\n\nDrones struck Nyala on Monday."
    assert [place for place, *_ in told(text, "sd")] == ["Nyala"]


def test_the_middle_of_a_month_is_the_month():
    assert told("In mid-April jets bombed Saraqib.") == [("Saraqib", "airstrike", "04-01", "04-30")]


@pytest.mark.parametrize(
    ("text", "country", "places"),
    [
        ("قال مصدر إن “ست غارات استهدفت بلدة سرمين” في محافظة إدلب.", "sy", ["سرمين"]),
        ('The ministry reported an "enemy strike" on Zarfoun.', "sy", ["Zarfoun"]),
        ("У Сумській області вчора обстрілювали території Верболозької громади.", "ua",
         ["Верболозької громади"]),
        ("У Сумській області вчора обстріляли шість населених пунктів.", "ua", []),
    ],
)  # fmt: skip
def test_quotation_marks_and_communities(text, country, places):
    assert [place for place, *_ in told(text, country)] == places


def test_people_who_had_been_killed_are_of_the_day_of_the_opening():
    text = (
        "Strikes on several villages killed 15 people on Saturday.\n\nFour people had been killed "
        "in a raid on Saraqib, the ministry said.\n\nJets had bombed Hish."
    )
    assert told(text) == [("Saraqib", "airstrike", "05-06"), ("Hish", "airstrike")]


def test_a_sentence_in_sum_further_down_dates_what_follows_it():
    text = (
        "A raid hit Saraqib on Saturday.\n\nOver the past day shells fell on several parts of the "
        "country.\n\nA shell hit a mill in Hish."
    )
    assert told(text)[1:] == [("Hish", "shelling", "05-09", "05-10")]
    (_, last) = told(text.replace("Over the past day shells", "Shells"))
    assert last == ("Hish", "shelling")

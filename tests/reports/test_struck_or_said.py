"""Ukrainian and Russian strikes beside denials, speakers, streets and buildings; assault planes."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report


def read(text: str):
    return read_report(Report("a", text), pack("ua"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Президент у Києві заявив про удар по Харкову.", ["Харкову"]),
        ("Президент в Киеве заявил об ударе по Харькову.", ["Харькову"]),
        ("Удар по вулиці Полтавський Шлях у Харкові, двоє поранених.", ["Харкові"]),
        ("Обстрел улицы Полтавский Шлях в Харькове.", ["Харькове"]),
        ("Снаряд влучив в Епіцентр у Нікополі.", ["Нікополі"]),
        ("Дрон попал в Эпицентр в Никополе.", ["Никополе"]),
        ("В Укрпошту в Херсоні влучив снаряд.", ["Херсоні"]),
        ("Удар по Києву спростовано.", []),
        ("Удар по Киеву опровергли в мэрии.", []),
        ("A strike on Kyiv was denied by officials.", []),
        ("A strike on Kyiv was debunked; a missile fell in Brovary.", ["Brovary"]),
        ("Удар по Сумах: троє загиблих, інформацію про пожежу спростували.", ["Сумах"]),
    ],
)
def test_where_it_was_said_a_street_a_building_and_a_denial_are_not_struck(text, expected):
    assert [one.place.surface for one in read(text).drafts] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Штурмовики нанесли удар по Авдіївці.", "airstrike"),
        ("Штурмовики нанесли удар по Авдеевке.", "airstrike"),
        ("Удари штурмовиків по Авдіївці.", "airstrike"),
        ("Штурмовая авиация нанесла удар по Авдеевке.", "airstrike"),
        ("Attack aircraft struck Avdiivka.", "airstrike"),
        ("Російські штурмовики атакували Авдіївку.", "ground"),
        ("Штурмовики завдали ворогу втрат біля Авдіївки.", "ground"),
        ("Assault troops attacked Avdiivka.", "ground"),
    ],
)
def test_assault_aircraft_fly_and_assault_troops_do_not(text, kind):
    assert [one.kind for one in read(text).drafts] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Удар по Володимиру Волинської області, двоє поранених.", ["Володимиру"]),
        ("Обстріл Станіслава Херсонської області, загинув чоловік.", ["Станіслава"]),
        ("Ракетний удар по Олександрії Кіровоградської області.", ["Олександрії"]),
        ("Ракета попала в Александрии Кировоградской области.", ["Александрии"]),
        ("Іван Полтава загинув під час удару по Сумах.", ["Сумах"]),
        ("Сергій Харків розповів про обстріл Нікополя.", ["Нікополя"]),
        ("Президент Володимир Зеленський заявив про удар по Харкову.", ["Харкову"]),
    ],
)
def test_a_town_called_as_a_person_is_read_before_its_region(text, expected):
    found = read(text).drafts
    assert [one.place.surface for one in found] == expected
    assert all(one.match.lon is not None for one in found)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Ворог обстріляв Станіслав Херсонської області.", "Kherson"),
        ("Обстрел посёлка Станислав Херсонской области.", "Kherson"),
        ("Ворог обстріляв Суми Сумської області.", "Sumy"),
    ],
)
def test_an_oblast_behind_a_name_leads_to_the_place_in_it(text, area):
    assert [one.match.adm1_name for one in read(text).drafts] == [area]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чугуїв Харківської області зазнав ракетного удару.", "Чугуїв"),
        ("У Чугуєві Харківської області загинули двоє внаслідок обстрілу.", "Чугуєві"),
        ("В Чугуеве Харьковской области погибли двое при обстреле.", "Чугуеве"),
        ("На Харківщині обстріляли Чугуїв.", "Чугуїв"),
    ],
)
def test_a_sentence_that_begins_with_a_town_and_its_oblast_is_of_the_town(text, expected):
    assert [one.place.surface for one in read(text).drafts] == [expected]

"""Rivers that bear a town's name, and the ends of roads and lines: no struck places."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import Report
from reports.reading import read_report


def places(text: str, country: str = "ua"):
    return [one.place.surface for one in read_report(Report("a", text), pack(country)).drafts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дрон влучив у судно на Дніпрі біля Херсона, двоє поранених.", ["Херсона"]),
        ("Беспилотник ударил по лодке на Днепре у Никополя.", ["Никополя"]),
        ("A drone hit a vessel on the Dnipro near Kherson, wounding two.", ["Kherson"]),
        ("A drone hit a boat on the Dnipro River near Kherson.", ["Kherson"]),
        ("Ракета влучила у міст через Дніпро в Запоріжжі.", ["Запоріжжі"]),
        ("Ракета попала в мост через Днепр в Запорожье.", ["Запорожье"]),
        ("Ракетний удар по Дніпру: загинули троє.", ["Дніпру"]),
        ("В Днепре ракета попала в дом, погибли двое.", ["Днепре"]),
        ("Удар по Десні, загинули 87 людей.", ["Десні"]),
        ("Strikes on the Dnipro, Kharkiv and Odesa regions killed two.",
         ["Dnipro", "Kharkiv", "Odesa"]),
        ("У травні 2022 р. Харків зазнав ракетного удару.", ["Харків"]),
        ("Ракета впала в Дунай біля Ізмаїла.", ["Ізмаїла"]),
    ],
)  # fmt: skip
def test_a_river_is_not_the_town_that_is_called_as_it(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дрон влучив у маршрутку Херсон — Білозерка, троє поранених.", []),
        ("Дрон атакував маршрутку «Херсон – Білозерка» поблизу Чорнобаївки.", ["Чорнобаївки"]),
        ("Ворог ударив по трасі Харків – Чугуїв, загинула жінка.", []),
        ("Удар по трассе Харьков – Чугуев, погибла женщина.", []),
        ("Беспилотник попал в поезд Киев — Краматорск возле Барвенково.", ["Барвенково"]),
        ("Дрон атакував потяг Суми – Верхня Липовка, двоє поранених.", []),
        ("A drone hit the Kyiv–Kramatorsk train near Barvinkove.", ["Barvinkove"]),
        ("A drone struck a bus on the Kherson–Mykolaiv route.", []),
        ("KHERSON – Bilozerka bus hit by a drone, two wounded.", ["Bilozerka"]),
        ("Дрон ударив по автобусу у Херсоні — двоє поранених.", ["Херсоні"]),
        ("Обстріляно дорогу в Херсоні.", ["Херсоні"]),
        ("Обстреляна дорога в Херсоне, погиб мужчина.", ["Херсоне"]),
    ],
)
def test_the_ends_of_a_route_are_not_struck(text, expected):
    assert places(text) == expected


def test_the_ends_of_a_route_are_not_struck_in_syria():
    assert places("A drone hit the Homs–Palmyra bus near Furqlus, killing ten.", "sy") == [
        "Furqlus"
    ]
    assert places("Homs - Talbiseh shelling hits a bus, two killed.", "sy") == ["Talbiseh"]
    assert places("قصفت طائرة مسيرة حافلة حماة - حمص.", "sy") == []
    assert places("قصفت طائرة مسيرة مدينة حماة.", "sy") == ["حماة"]

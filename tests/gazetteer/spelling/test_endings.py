"""Names in a case of their language are the listed ones."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.spelling.endings import has_cases, read_case

LISTED = {"Бахмут", "Харків", "Авдіївка", "Авдеевка", "Часів Яр", "Суми", "Мариуполь", "Рубіжне",
          "Запоріжжя", "Одеса", "Соледар", "Київ", "Херсон", "Вінниця", "Курахове",
          "Кривий Ріг", "Кривой Рог", "Біла Церква", "Тростянець", "Роботине"}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("у Бахмуті", "Бахмут"), ("в Бахмуте", "Бахмут"), ("в Авдіївці", "Авдіївка"),
        ("в Авдеевке", "Авдеевка"), ("у Харкові", "Харків"), ("у Часовому Яру", "Часів Яр"),
        ("у Сумах", "Суми"), ("в Мариуполе", "Мариуполь"), ("у Рубіжному", "Рубіжне"),
        ("у Запоріжжі", "Запоріжжя"), ("в Одесі", "Одеса"), ("м. Херсон", "Херсон"),
        ("из Херсона", "Херсон"), ("у Вінниці", "Вінниця"), ("у Курахові", "Курахове"),
        ("під Києвом", "near Київ"), ("біля Бахмута", "near Бахмут"),
        ("у Бахмуті та Соледарі", "Бахмут та Соледар"),
        ("Харківська область", "Харків oblast"), ("в Одеській області", "Одеса oblast"),
        ("Сумської обл.", "Суми oblast"), ("Бахмутський район", "Бахмут raion"),
        ("у Кривому Розі", "Кривий Ріг"), ("з Кривого Рогу", "Кривий Ріг"),
        ("в Кривом Роге", "Кривой Рог"), ("у Білій Церкві", "Біла Церква"),
        ("до Білої Церкви", "Біла Церква"), ("у Тростянці", "Тростянець"),
        ("з Тростянця", "Тростянець"),
        ("с. Роботине Запорізької області", "Роботине, Запоріжжя oblast"),
        ("Соледар Бахмутського району Харківської обл.",
         "Соледар, Бахмут raion, Харків oblast"),
        ("Біла Церква Київської області", "Біла Церква, Київ oblast"),
        ("Верхнє Нижнє", "Верхнє Нижнє"), ("у Нижньому", "Нижньому"),
    ],
)  # fmt: skip
def test_a_name_is_read_as_it_is_listed(said: str, name: str) -> None:
    assert read_case(said, LISTED.__contains__) == name


def test_only_cyrillic_has_cases() -> None:
    assert has_cases("у Бахмуті")
    assert not has_cases("Bakhmut")
    assert not has_cases("إدلب")


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer(
        "xx",
        [
            Place("g", "Sumy", "governorate", adm1_code="XX1", adm1_name="Sumy",
                  spellings=("Sumy Oblast",)),
            Place("s", "Sumy", "settlement", 34.8, 50.9, 3.0, adm1_code="XX1", adm1_name="Sumy",
                  population=260_000),
            Place("b", "Bakhmut", "settlement", 38.0, 48.6, 3.0, adm1_code="XX2"),
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "place", "precision"),
    [("Бахмут", "b", "settlement"), ("у Бахмуті", "b", "settlement"), ("під Бахмутом", "b", "near"),
     ("місто Бахмут", "b", "settlement"), ("Sumy region", "g", "governorate"),
     ("у Сумській області", "g", "governorate"), ("Sumy", "s", "settlement")],
)  # fmt: skip
def test_the_gazetteer_places_it(places: Gazetteer, name: str, place: str, precision: str) -> None:
    found = places.match(name)
    assert found.place is not None, found.reason
    assert (found.place.place_id, found.precision) == (place, precision)


@pytest.mark.parametrize("name", ["Homs", "у Бахмуті", "Idlib: Ariha", "A and B", "near X"])
def test_a_gazetteer_without_places_answers_none(name: str) -> None:
    nothing = Gazetteer("xx", [])
    assert nothing.match(name, "Idlib").method == "none"
    assert nothing.match_many([name, name])[0].method == "none"
    assert nothing.explain(name) == []

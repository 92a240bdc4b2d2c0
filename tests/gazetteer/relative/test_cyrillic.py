"""Relative places in Ukrainian and Russian, by what they say in English."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.relative.cyrillic import write_english
from gazetteer.relative.parse import parse_relative


@pytest.mark.parametrize(
    ("text", "kind", "anchors", "km", "bearing"),
    [
        ("15 км на північ від Харкова", "offset", ("Харкова",), 15.0, 0.0),
        ("в 10 км к югу от Донецка", "offset", ("Донецка",), 10.0, 180.0),
        ("10 км севернее Бахмута", "offset", ("Бахмута",), 10.0, 0.0),
        ("за 7 км на південний схід від Роботиного", "offset", ("Роботиного",), 7.0, 135.0),
        ("500 м от Криничного", "offset", ("Криничного",), 0.5, None),
        ("західніше Суджі", "direction", ("Суджі",), None, 270.0),
        ("юго-восточнее Авдеевки", "direction", ("Авдеевки",), None, 135.0),
        ("між Бахмутом і Лиманом", "between", ("Бахмутом", "Лиманом"), None, None),
        ("траса Харків - Чугуїв", "road", ("Харків", "Чугуїв"), None, None),
    ],
)
def test_what_lies_beside_a_town_is_read(
    text: str, kind: str, anchors: tuple[str, ...], km: float | None, bearing: float | None
) -> None:
    found = parse_relative(text)
    assert found is not None
    assert (found.kind, found.anchors, found.distance_km, found.bearing) == (
        kind, anchors, km, bearing
    )  # fmt: skip
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    ["Північна Салтівка", "Південне", "Южноукраинск", "Сєвєродонецьк", "Восточный", "Північ",
     "Запад Украины", "трасса М-4", "до 5 км на схід від Лимана", "Kharkiv", "شمال سراقب"],
)  # fmt: skip
def test_names_with_a_side_in_them_are_names(text: str) -> None:
    assert write_english(text) is None


def test_a_point_is_worked_out_from_the_town_whatever_its_case() -> None:
    found = load_gazetteer("ua").match("10 км севернее Бахмута", "Донецкая область")
    assert found.lat == pytest.approx(48.684, abs=0.01)
    assert (found.name, found.precision) == ("10 км севернее Бахмута", "near")

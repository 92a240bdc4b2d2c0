"""A region that the text names beside, over or before a place binds the place."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.mentions.document import find_mentions


def meant(text: str, country: str):
    return {m.surface: m.match for m in find_mentions(text, load_gazetteer(country))}


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("Ворог обстріляв селище Дружба на Донеччині.", "ua", "Дружба"),
        ("Обстріляли селище Дружба, Донецька область.", "ua", "Дружба"),
        ("Донецька область. Удень обстріляли селище Дружба.", "ua", "Дружба"),
        ("Вдень на Донеччині дрон ударив по селищу Дружба.", "ua", "Дружба"),
        ("Шебекинский городской округ. Село Муром обстреляли из миномёта.", "ru", "Муром"),
        ("Обстріл: у Куйбишевському районі пожежа, у Петровському поранено жінку.", "ua",
         "Петровському"),
    ],
)  # fmt: skip
def test_a_place_of_that_name_in_another_region_is_not_taken(text, country, name):
    found = meant(text, country)[name]
    assert (found.lon, found.method) == (None, "ambiguous")
    assert found.rivals, "whom the name may mean is kept"


@pytest.mark.parametrize(
    ("text", "country", "name", "place", "region"),
    [
        ("Depots in Aleppo burnt. A monitor said that others near Qarah, on the Qalamoun side of "
         "the border, were hit.", "sy", "Qarah", "Qarah", "Rural Damascus"),
        ("Удар по селищу Дружба на Сумщині.", "ua", "Дружба", "Khutir-Mykhailivskyi", "Sumy"),
        ("Село Муром обстреляли из миномёта.", "ru", "Муром", "Murom", "Vladimir"),
    ],
)  # fmt: skip
def test_the_place_of_that_name_in_the_region_is_taken(text, country, name, place, region):
    found = meant(text, country)[name]
    assert found.place is not None
    assert (found.place.name, found.adm1_name) == (place, region)
    assert found.lon is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("На Донеччині поранено двох, їх доправили до Полтави.", "Полтави"),
        ("У Харкові спокійно. Обстріляно селище Дружба.", "Дружба"),
        ("Удари по селищу Дружба, Донеччині та Харківщині.", "Дружба"),
    ],
)  # fmt: skip
def test_a_region_told_apart_binds_no_place(text, name):
    assert meant(text, "ua")[name].lon is not None


@pytest.mark.parametrize("text", ["Saraqib " * 2_000, "Idlib province: Saraqib.\n" * 1_500])
def test_a_long_text_of_names_is_bound_in_time_that_grows_with_it(text):
    assert len(find_mentions(text, load_gazetteer("sy"))) >= 1_500


TOWN = "Каленики"  # of both


@pytest.mark.parametrize("oblast", ["Полтавської області", "Черкаської області"])
def test_an_oblast_right_behind_a_place_binds_it(oblast):
    found = meant(f"Ворог обстріляв село {TOWN} {oblast}, загиблих немає.", "ua")
    assert found[TOWN].adm1_name == found[oblast].adm1_name
    assert found[oblast].precision == "governorate"
    assert found[TOWN].lon is not None


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("Рівненською областю", "Rivne"), ("Вінницькій області", "Vinnytsia"),
        ("Хмельницької обл.", "Khmelnytskyi"), ("Чернівецьку область", "Chernivtsi"),
        ("Днепропетровскую область", "Dnipropetrovsk"), ("Николаевской области", "Mykolaiv"),
    ],
)  # fmt: skip
def test_an_oblast_is_known_in_every_case(said, region):
    found = load_gazetteer("ua").match(said)
    assert (found.method, found.adm1_name, found.precision) == ("exact", region, "governorate")


@pytest.mark.parametrize(
    ("head", "region"),
    [
        ("AL-HASAKEH GOVERNORATE", "Hasakah"),
        ("Aleppo Governorate (4)", "Aleppo"),
        ("## Hasakah governorate:", "Hasakah"),
        ("محافظة الحسكة", "Hasakah"),
    ],
)
def test_a_line_of_a_region_binds_the_places_of_the_lines_after_it(head, region):
    text = (
        "Weekly notes from the field\n\nALEPPO GOVERNORATE\nQuiet.\n\n"
        f"{head}\nA post near Al-Malikeyyeh was hit twice.\nPatients went to Damascus."
    )
    found = meant(text, "sy")
    assert found["Al-Malikeyyeh"].adm1_name == region
    assert found["Damascus"].lon is not None, "what everybody knows lies elsewhere"


def test_the_next_heading_ends_the_part_of_a_region():
    text = (
        "IDLEB GOVERNORATE\nA mill in Sarmin was shelled.\n\n"
        "Access\nThe road to Tadaf was shut, a clinic in Tadaf was hit."
    )
    assert meant(text, "sy")["Tadaf"].lon is not None


def test_what_is_fired_across_a_river_is_in_no_region_of_its_name():
    found = meant("Shells fired across the Nile hit a bus in the Karari area of Omdurman.", "sd")
    assert found["Karari"].adm1_name == "Khartoum"


def test_each_of_many_parts_is_bound_by_its_own_line():
    parts = ["Aleppo governorate\n\nOne hit Al-Bab.", "Homs governorate\n\nOne hit Hreitan."]
    found = find_mentions("\n\n".join(parts * 30), load_gazetteer("sy"))
    bab = [one.match.adm1_name for one in found if one.surface == "Al-Bab"]
    elsewhere = [one.match.lon for one in found if one.surface == "Hreitan"]
    assert bab == ["Aleppo"] * 30
    assert elsewhere == [None] * 30


@pytest.mark.parametrize(
    ("country", "text", "name", "place"),
    [
        ("ua", "Дрони атакували Воронеж.", "Воронеж", None),
        ("ua", "Дроны поразили нефтебазу в Новороссийске.", "Новороссийске", None),
        ("ua", "Missiles were fired from Voronezh.", "Voronezh", None),
        ("ua", "Ворог обстріляв Шостку та Воронеж на Сумщині.", "Воронеж", "Voronizh"),
        ("ua", "Drones hit Voronezh in Sumy oblast.", "Voronezh", "Voronizh"),
    ],
)
def test_a_village_called_as_a_town_next_door_is_meant_where_the_text_says_so(
    country, text, name, place
):
    found = meant(text, country)[name]
    assert (found.place.name if found.place else None) == place
    assert found.place or [rival.name for rival in found.rivals]

"""What a name is rewritten to, and that it is left alone where the list has it."""

from __future__ import annotations

import pytest
from listed_names import ListedNames

from gazetteer import Gazetteer, Place
from gazetteer.spelling.listed import write_as_listed

UKRAINE = ListedNames(
    "Horlivka", "Sumy", "Sumy Oblast", "Bakhmut", "Kharkiv", "Kyiv City", "Kyiv", "Izium",
    "Donetsk", "Donetsk Oblast", slavic=True,
)  # fmt: skip
SYRIA = ListedNames("Idlib", "Jisr al-Shughur")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Gorlovka", "horlivka"), ("Gorlovka town", "horlivka town"),
        ("Горловка", "horlivka"), ("в Горловке", "horlivka"), ("у Бахмуті", "Бахмут"),
        ("Sumy region", "Sumy oblast"), ("Sumska oblast", "Sumy oblast"),
        ("Sums'ka oblast", "Sumy oblast"), ("Kharkovskaya oblast", "Kharkov oblast"),
        ("Gorlovka, Donetskaya oblast", "horlivka, Donetsk oblast"),
        ("Bakhmutskyi raion", "Bakhmut raion"), ("Kyiv", "Kyiv"), ("Kyiv City", "Kyiv City"),
        ("Kyiv city", "Kyiv city"), ("Alder", "Alder"), ("Izyum (Kharkiv)", "izium (Kharkiv)"),
    ],
)  # fmt: skip
def test_a_name_is_written_as_its_list_has_it(said: str, written: str) -> None:
    assert write_as_listed(said, UKRAINE) == written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Idlib region", "Idlib region"), ("Gorlovka", "Gorlovka"), ("İdlib'de", "İdlib"),
        ("Cisr eş-Şuğur", "Cisr esh-Shuğur"), ("Şāfītā", "Şāfītā"), ("Ma'in", "Ma'in"),
    ],
)  # fmt: skip
def test_another_list_keeps_what_is_not_its_habit(said: str, written: str) -> None:
    assert write_as_listed(said, SYRIA) == written


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    towns = [("h", "Horlivka", 38.0, 48.3), ("k", "Kurakhove", 37.3, 48.0),
             ("d", "Donetsk", 37.8, 48.0), ("p", "Pokrovsk", 37.2, 48.3)]  # fmt: skip
    areas = [
        Place("g", "Donetsk Oblast", "governorate", adm1_code="X1", adm1_name="Donetsk"),
        Place("l", "Luhansk Oblast", "governorate", adm1_code="X2", adm1_name="Luhansk"),
    ]
    return Gazetteer("xx", [*areas, *(
        Place(key, name, "settlement", lon, lat, 3.0, adm1_code="X1", adm1_name="Donetsk",
              population=100_000) for key, name, lon, lat in towns)])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "governorate", "place"),
    [
        ("Gorlovka", None, "h"), ("Горловка", "Донецька область", "h"),
        ("Gorlivka, Donetsk region", None, "h"), ("Kurakhovo", "Donetska oblast", "k"),
        ("Kurakhove, Donetsk", None, "k"), ("Donetskaya oblast", None, "g"),
    ],
)  # fmt: skip
def test_the_gazetteer_places_it(
    places: Gazetteer, name: str, governorate: str | None, place: str
) -> None:
    found = places.match(name, governorate)
    assert found.place is not None, found.reason
    assert found.place.place_id == place


@pytest.mark.parametrize("text", ["Donetsk", "Донецька область", "Donets'ka oblast"])
def test_a_stated_oblast_is_found(places: Gazetteer, text: str) -> None:
    found = places.find_governorate(text)
    assert found is not None
    assert found.place_id == "g"

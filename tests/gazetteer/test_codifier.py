"""The official list of settlements: found in any spelling, and what it adds to an answer."""

from __future__ import annotations

import csv

import pytest

from gazetteer import load_gazetteer
from gazetteer.codifier import RANKS, Codifier, Settlement, load_codifier, write_key
from gazetteer.tables.packs.shipped import DATA
from tools.packs.build_codifier import gather


@pytest.fixture(scope="module")
def ukraine():
    return load_gazetteer("ua")


@pytest.fixture(scope="module")
def shipped() -> Codifier:
    found = load_codifier("UA")
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["Левковичі", "Levkovychi", "Levkovichi", "levkovichy"])
def test_spellings_of_three_languages_find_the_same_settlements(shipped, name):
    assert [one.adm2_code for one in shipped.find(name)] == ["UA1806", "UA3210", "UA7410"]


def test_no_country_without_a_list_has_one(shipped):
    assert load_codifier("sy") is None
    assert shipped.find("Nowhere at all") == () == shipped.find("")


def test_the_file_is_in_order_and_of_districts_that_the_pack_has(ukraine):
    with (DATA / "ua" / "codifier.csv").open(encoding="utf-8", newline="") as file:
        keys, cells = zip(*list(csv.reader(file))[1:], strict=True)
    assert list(keys) == sorted(set(keys))
    assert [write_key(key) for key in keys] == list(keys)
    listed = [one.split() for cell in cells for one in cell.split("|")]
    assert {rank for rank, _ in listed} == set(RANKS)
    districts = {place.adm2_code for place in ukraine.places if place.kind == "district"}
    # The zone of Chornobyl, where nobody is listed as living, is of no raion.
    assert {code for _, code in listed} - districts == {"UA3200"}


def test_rows_of_the_workbook_are_gathered_by_rank_and_district():
    def row(kind: str, name: str, district: str = "UA12340000000000001") -> list[object]:
        return ["UA12000000000000001", district, None, None, None, kind, name]

    rows = [row("O", "Область"), row("C", "Гай"), row("M", "Гаї"), row("X", "Гай", "UA98760000")]
    assert gather(rows) == {"hai": ["C UA1234", "T UA9876", "V UA1234"]}
    assert Codifier({"hai": "C UA1234|V UA1234"}).find("Гай") == (
        Settlement("C", "UA1234"), Settlement("V", "UA1234")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "stated", "precision", "area"),
    [
        ("Hurivshchyna", None, "district", "Bucha Raion"),  # the only one of the country
        ("Гурівщина", None, "district", "Bucha Raion"),
        ("village of Hurivshchyna", None, "district", "Bucha Raion"),
        ("Hurivshchyna, Kyiv Oblast", None, "district", "Bucha Raion"),
        ("с. Гурівщина Київської області", None, "district", "Bucha Raion"),
        ("Levkovychi", "Chernihiv Oblast", "district", "Chernihiv Raion"),  # of three
        ("Kolisnyky", "Chernihiv Oblast", "governorate", "Chernihiv"),  # two of that oblast
    ],
)  # fmt: skip
def test_a_village_without_a_point_is_counted_on_its_district(
    ukraine, name, stated, precision, area
):
    found = ukraine.match(name, stated)
    assert (found.method, found.precision, found.place.name) == ("spelling", precision, area)
    assert found.lon is None
    assert "listed without a point" in found.reason


@pytest.mark.parametrize("name", ["Berlin", "Sofia", "Samara", "Mali"])
def test_a_name_of_another_country_stays_one(ukraine, name):
    found = ukraine.match(name)
    assert (found.method, found.place) == ("none", None)


@pytest.mark.parametrize(
    ("name", "stated", "area"),
    [
        ("Dobropillia", "Zaporizhzhia Oblast", "Polohy Raion"),
        ("Chornobaivka in Kharkiv Oblast", None, "Izium Raion"),
        ("Lyman", "Luhansk Oblast", "Luhansk"),  # several there
    ],
)
def test_a_town_of_another_oblast_is_not_meant_where_the_stated_one_has_the_name(
    ukraine, name, stated, area
):
    found = ukraine.match(name, stated)
    assert (found.lon, found.place.name) == (None, area)


def test_a_town_around_a_city_of_its_own_code_stays(ukraine):
    assert ukraine.match("Borodianka", "Kyiv").place.name == "Borodianka"


def test_one_of_several_is_chosen_by_nobody(ukraine):
    found = ukraine.match("Levkovychi")
    assert (found.method, found.lon) == ("ambiguous", None)
    assert found.reason.startswith("3 settlements are called so, none of them listed with a point")
    assert {place.adm1_name for place in found.rivals} == {"Zhytomyr", "Kyiv Oblast", "Chernihiv"}


@pytest.mark.parametrize("name", ["Hurivshchyna hospital", "Hurivshchyna", "Zzhurivshchyna"])
def test_a_facility_another_oblast_and_another_name_are_not_answered_by_the_list(ukraine, name):
    stated = "Lviv Oblast" if name == "Hurivshchyna" else None
    assert "listed without a point" not in ukraine.match(name, stated).reason


def test_a_small_place_that_stands_for_many_of_its_name_is_no_answer(ukraine):
    found = ukraine.match("Molodizhne")
    assert (found.method, found.lon) == ("ambiguous", None)
    assert "13 settlements are called so" in found.reason
    assert found.rivals[0].adm1_name == "Poltava"


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("Molodizhne", "Poltava Oblast"),  # the only one there
        ("Ivankiv", None),  # a town, all others villages
        ("Makiivka", None),  # eight, one of them a city
    ],
)
def test_what_its_area_or_rank_tells_from_its_namesakes_stays(ukraine, name, stated):
    assert ukraine.match(name, stated).method == "exact"


def test_the_other_places_of_a_file_tell_a_place_from_its_namesakes(ukraine):
    alone = ["Molodizhne", "Kherson", "Odesa", "Lviv"]
    assert ukraine.match_many(alone)[0].method == "ambiguous"
    around = ["Molodizhne", "Poltava", "Kremenchuk", "Lubny", "Myrhorod"]
    assert ukraine.match_many(around)[0].place.adm1_name == "Poltava"

"""Names in a language are in its letters, and are the place's own: all packs, all world files."""

from __future__ import annotations

import pandas as pd
import pytest
from packs import PACKS, read_pack_places

from gazetteer import load_gazetteer
from gazetteer.spelling.names import fold, glue
from gazetteer.tables.packs.world_file import FOLDER, list_world_files, read_world_file
from geo import load_boundaries
from tools.world.world_names import is_in_letters

# Of towns that are called a town, a village: the words are in the English name too, or are names.
LEVELS = r"^(?:قضاء|محافظة|مديرية|ناحية|ولاية|بلدية|مقاطعة|دائرة) "
SAYS_LEVEL = r"(?i)district|commune|nahiyat|state"


@pytest.fixture(scope="module")
def world():
    tables = {code: pd.read_parquet(FOLDER / f"{code}.parquet") for code in list_world_files()}
    return pd.concat([table.assign(country=code) for code, table in tables.items()])


@pytest.fixture(scope="module")
def packs():
    return pd.concat([read_pack_places(folder).assign(country=folder.name) for folder in PACKS])


def foreign(names: pd.Series, language: str) -> list[str]:
    return [name for name in names.dropna() if name and not is_in_letters(name, language)]


@pytest.mark.parametrize(
    ("name", "language", "is_in"),
    [
        ("الحويجة", "ar", True),
        ("كىيېۋ", "ar", False),
        ("مۇگادىشۇ", "ar", False),
        ("کابل", "ar", False),
        ("کابل", "fa", True),
        ("ئالېپپو", "ar", False),
        ("Іваново", "uk", True),
        ("Иваново", "uk", True),
        ("Рыбное", "uk", False),
        ("Львів", "ru", False),
        ("Kyiv", "", True),
    ],
)
def test_letters_tell_languages_that_are_written_alike(name, language, is_in):
    assert is_in_letters(name, language) is is_in


def test_arabic_names_are_in_the_letters_of_arabic(world, packs):
    assert foreign(world["name_ar"], "ar") == []
    assert foreign(packs["name_ar"], "ar") == []


@pytest.mark.parametrize(
    ("country", "language"),
    [("ua", "uk"), ("ru", "ru"), ("by", "be"), ("bg", "bg"), ("rs", "sr"), ("pk", "ur")],
)
def test_local_names_of_towns_are_in_the_letters_of_the_countrys_language(world, country, language):
    towns = world[(world["country"] == country) & (world["kind"] == "settlement")]
    assert foreign(towns["name_local"], language) == []


def test_the_arabic_name_of_a_town_is_not_its_districts(world, packs):
    for table in (world, packs):
        towns = table[(table["kind"] == "settlement") & table["name_ar"].notna()]
        district = towns[towns["name_ar"].str.contains(LEVELS)]
        said = district["name"].str.contains(SAYS_LEVEL)
        assert district.loc[~said, ["name", "name_ar"]].to_numpy().tolist() == []


def test_a_name_is_one_place_without_what_it_lies_in(packs):
    assert [n for n in packs["name_ar"].dropna() if set("/،|") & set(n)] == []


@pytest.mark.parametrize("country", ["ua", "ye", "ps", "sd", "iq", "so", "lb", "ml"])
def test_an_area_has_one_name_in_the_map_and_in_the_gazetteer(country):
    held = {area.adm1_code: area.name for area in load_gazetteer(country).governorates}
    drawn = load_boundaries(country).governorates
    assert dict(zip(drawn["code"], drawn["name"], strict=True)) == held


def test_a_village_is_not_renowned_for_the_city_of_its_name():
    named = [p for p in read_world_file("ua") if glue(fold(p.name)).startswith("zaporizhzh")]
    large = {p.prominence for p in named if (p.population or 0) > 100_000}
    assert large == {3}
    small = [p.prominence for p in named if p.kind == "settlement" and (p.population or 0) < 5000]
    assert small
    assert max(small) == 0


@pytest.mark.parametrize("country", ["iq", "ua", "sd", "so", "il"])
def test_one_place_leads_by_the_name_of_the_capital(world, country):
    towns = world[(world["country"] == country) & (world["kind"] == "settlement")]
    largest = towns.sort_values("population").iloc[-1]
    named = towns[towns["name"] == largest["name"]]
    assert named["prominence"].eq(3).sum() == 1

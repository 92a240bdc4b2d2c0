"""Walk the world's places: identity, codes, points, names, credits, and that each country loads."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from packs import distance_km

from gazetteer import load_gazetteer
from gazetteer.abroad import is_country
from gazetteer.spelling.names import fold, glue
from gazetteer.tables.packs.shipped import list_curated, list_packs
from gazetteer.tables.packs.world_file import FOLDER, list_world_files, read_world_file

COUNTRIES = list_world_files()
# Of every size and script, one without areas, one over the date line, those of the brief.
SAMPLE = ("ua", "ps", "ye", "sd", "ml", "iq", "mm", "et", "il", "ge", "fj", "va", "tk", "nz")
TOLERANCE_KM = 12.0  # beyond an area's circle, whose outline is coarse
LARGEST = 20_000_000  # bytes of all files


@pytest.fixture(scope="module")
def places():
    tables = {code: pd.read_parquet(FOLDER / f"{code}.parquet") for code in COUNTRIES}
    return pd.concat([table.assign(country=code) for code, table in tables.items()])


@pytest.fixture(scope="module")
def towns(places):
    return places[places["kind"] == "settlement"]


@pytest.fixture(scope="module")
def areas(places):
    return places[places["kind"] == "governorate"]


def test_every_country_has_its_places_and_a_hand_made_pack_no_second_file():
    assert len(list_packs()) > 240
    assert all(map(is_country, COUNTRIES))
    assert "sy" not in COUNTRIES
    assert "sy" in list_packs()


def test_all_files_together_are_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LARGEST


def test_ids_are_unique_in_the_world(places, towns):
    assert places["place_id"].is_unique
    assert towns["place_id"].str.fullmatch(r"gn:\d+").all()
    assert len(towns) > 234_000


def test_an_area_is_called_by_its_code_which_its_country_has_once(areas):
    assert (areas["place_id"] == areas["adm1_code"]).all()
    assert not areas.duplicated(["country", "name"]).any()
    assert (areas["uncertainty_km"] >= 1).all()


def test_every_code_is_that_of_an_area_of_the_country(towns, areas):
    known = set(zip(areas["country"], areas["place_id"], strict=True))
    coded = towns[towns["adm1_code"] != ""]
    assert set(zip(coded["country"], coded["adm1_code"], strict=True)) <= known
    bare = towns[(towns["adm1_code"] == "") & towns["country"].isin(set(areas["country"]))]
    assert len(bare) < 100, bare[["country", "name"]].to_string()


def test_points_lie_in_their_area(towns, areas):
    both = towns.merge(areas, on=["country", "adm1_code"], suffixes=("", "_of"))
    points = [both[name] * 1e-5 for name in ("lon", "lat", "lon_of", "lat_of")]
    over = distance_km(*points) - both["uncertainty_km_of"]
    far = both[over > TOLERANCE_KM]
    assert len(far) < 0.001 * len(both), far[["country", "name", "name_of"]].to_string()


def test_points_are_on_the_globe_and_names_are_written(places):
    assert places["lon"].abs().max() <= 180 / 1e-5
    assert places["lat"].abs().max() <= 90 / 1e-5
    assert (places["name"].str.strip() == places["name"]).all()
    assert (places["name"] != "").all()
    arabic = places.loc[places["name_ar"] != "", "name_ar"]
    assert arabic.str.contains(r"[\u0621-\u064a]").all()


def test_no_spelling_is_a_link_a_code_or_a_machines(places):
    spellings = places["spellings"].str.split("|").explode()
    assert not spellings.str.contains(r"://|www\.|\d", na=False).any()
    towns = places.loc[places["kind"] == "settlement", "spellings"].str.split("|").explode()
    assert not towns.str.fullmatch(r"[A-Z]{2,4}|[a-z ]+", na=False).any()


def test_capitals_lead():
    assert {place.name for place in read_world_file("ua") if place.prominence == 3} >= {"Kyiv"}


@pytest.mark.parametrize("country", SAMPLE)
def test_a_country_loads_credits_its_sources_and_answers_to_its_areas_and_towns(country):
    gazetteer = load_gazetteer(country)
    assert gazetteer.country == country
    assert not gazetteer.lists_whole_country
    if country not in list_curated():
        credited = {s.split()[0] for p in gazetteer.places for s in p.sources}
        assert credited <= {"GeoNames", "Natural", "ISO"}
    for area in gazetteer.governorates:
        assert gazetteer.find_governorate(area.place_id) == area
        assert gazetteer.find_governorate(area.name) == area
    largest = max(gazetteer.places, key=lambda place: place.population or 0, default=None)
    if largest is not None and largest.population:
        assert gazetteer.match(largest.name).place == largest


@pytest.mark.parametrize("country", SAMPLE)
def test_no_two_spellings_of_a_town_are_alike(country):
    for draft in read_world_file(country)[-200:]:
        if draft.kind == "settlement":
            folded = [glue(fold(name)) for name in (draft.name, *draft.spellings)]
            twice = [name for name in folded if folded.count(name) > 1]
            assert twice in ([], 2 * [folded[0]]), draft.place_id  # the name in its own script


@pytest.mark.parametrize("home", ["ua", "ye", "iq"])
def test_names_of_other_countries_are_hardly_ever_placed(home):
    gazetteer = load_gazetteer(home)
    asked, placed = 0, []
    for country in ("ru", "pl", "tr", "eg", "ir", "dz"):
        names = sorted({d.name for d in read_world_file(country) if d.kind == "settlement"})
        for name in random.Random(country).sample(names, 150):
            if not gazetteer.lists(name):
                asked += 1
                placed += [name] if gazetteer.match(name).lon is not None else []
    assert asked > 800
    assert len(placed) < 0.01 * asked, placed

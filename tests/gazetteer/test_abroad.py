"""Abroad: names of other countries are known as such, whatever the country at home."""

from __future__ import annotations

import csv

import pytest

from gazetteer.abroad import (
    WORLD,
    find_abroad,
    is_country,
    read_countries,
    read_country,
)
from gazetteer.tables.packs.shipped import read_pack
from gazetteer.world import world_names

HOMES = ("SY", "UA", "YE", "SD", "ML", "XT")


def test_the_file_is_sorted_and_says_each_name_once():
    names = [line.split(b"\t")[0] for line in (WORLD / "elsewhere.txt").read_bytes().splitlines()]
    assert names == sorted(set(names))
    assert len(names) > 100_000


@pytest.mark.parametrize("home", HOMES)
def test_every_name_of_the_world_is_found_as_the_file_was_folded(home):
    """Fails where names are folded otherwise than when elsewhere.txt was made: make it again."""
    asked = [(name, s) for name in world_names() for s in name.spellings if name.country]
    asked = [(name, s) for name, s in asked if name.kind != "country" and len(s) > 4]
    lost = [s for name, s in asked if name.country != home and find_abroad(s, "ZZ") is None]
    assert lost == []


@pytest.mark.parametrize("country", ["sy", "ua", "ye", "ml", "ir"])
def test_areas_and_large_towns_are_abroad_for_every_other_country_and_never_at_home(country):
    for place in read_pack(country):
        large = place.kind == "settlement" and (place.population or 0) >= 100_000
        if large or place.kind == "governorate":
            assert find_abroad(place.name, country) is None
            elsewhere = find_abroad(place.name, "XT") or len(place.name) < 4 or None
            assert elsewhere is not None, place.name


def test_towns_count_for_their_neighbours_and_for_all_where_wars_are():
    assert find_abroad("Przemysl", "UA") == ("city", "PL")  # 67,847 people, GeoNames
    assert find_abroad("Przemysl", "YE") is None
    assert find_abroad("Saraqib", "UA") == find_abroad("سراقب", "ML") == ("city", "SY")


@pytest.mark.parametrize("name", ["Central", "Northern Province", "Eastern", "region", ""])
def test_points_of_the_compass_and_type_words_are_no_names(name):
    assert find_abroad(name, "XT") is None


def test_a_name_of_two_countries_is_home_to_both():
    assert find_abroad("Tripoli", "LB") is find_abroad("Tripoli", "LY") is None
    assert find_abroad("Tripoli", "SY") is not None


@pytest.mark.parametrize(
    ("name", "code"), [("Soomaaliya", "SO"), ("Hrvatska", "HR"), ("日本", "JP"), ("ኢትዮጵያ", "ET")]
)
def test_a_country_is_known_by_its_name_in_its_own_language(name, code):
    assert read_country(name) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Democratic Republic of Congo", "CD"),
        ("Congo, The Democratic Republic of the", "CD"),
        ("RDC", "CD"),
        ("Republic of Congo", "CG"),
        ("Korea, Dem. People's Rep.", "KP"),
        ("Republic of Korea", "KR"),
        ("Yemen, Rep.", "YE"),
        ("Sudan, South", "SS"),
        ("Burma/Myanmar", "MM"),
    ],
)
def test_a_country_is_known_as_tables_write_it(written, code):
    assert read_countries(written) == (code,)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Artsakh", ("AZ",)),
        ("Нагорный Карабах", ("AZ",)),
        ("قطاع غزة", ("PS",)),
        ("Iraqi Kurdistan", ("IQ",)),
        ("Kurdistan", ("IQ", "IR", "SY", "TR")),
        ("Kashmir", ("IN", "PK")),
        ("Atlantis", ()),
    ],
)
def test_a_part_in_a_countrys_place_is_of_the_countries_that_it_may_mean(written, codes):
    assert read_countries(written) == codes
    assert read_country(written) is None


def test_every_name_of_columns_is_of_countries_and_says_no_other_country():
    with (WORLD / "columns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [(row, name) for row in rows for name in (row["name"], *row["spellings"].split("|"))]
    for row, name in names:
        codes = row["countries"].split("|")
        assert all(map(is_country, codes)), name
        assert row["kind"] == "part" or len(codes) == 1, name
        if name:
            assert set(read_countries(name)) == set(codes), name

"""Merging: one record a place, its sources kept, its governorate found."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import REFERENCE
from toyland import load_toyland

from gazetteer import Gazetteer, load_gazetteer

OCHA = REFERENCE / "ocha_places" / "locations.csv"
WOF = REFERENCE / "whos_on_first" / "wof_sy_places.csv"


def test_one_place_of_two_sources_is_one_place_and_keeps_both(tmp_path: Path) -> None:
    toyland = load_toyland(
        tmp_path,
        "name,lon,lat,adm1_code\nZwickford,10.500,49.500,TL02\n",
        "name,lon,lat,alternatenames\nZwickford,10.510,49.505,Tsvikfort\n",
    )
    found = [place for place in toyland.places if place.name == "Zwickford"]
    assert [place.sources for place in found] == [("table0", "table1")]
    assert toyland.match("Tsvikfort").place == found[0]


def test_a_place_of_the_pack_gains_a_tables_spellings(tmp_path: Path) -> None:
    toyland = load_toyland(tmp_path, "name,lon,lat,variants\nOstmouth,12.01,50.10,Ustmuth\n")
    match = toyland.match("Ustmuth")
    assert match.place is not None
    assert (match.place.place_id, match.place.sources) == ("toy:ostmouth", ("toy", "table0"))


def test_the_same_name_far_away_is_another_place(tmp_path: Path) -> None:
    toyland = load_toyland(tmp_path, "name,lon,lat\nOstmouth,10.20,49.00\n")
    assert len([place for place in toyland.places if place.name == "Ostmouth"]) == 2


def test_rows_of_one_table_are_never_merged(tmp_path: Path) -> None:
    toyland = load_toyland(tmp_path, "name,lon,lat\nZwickford,10.5,49.5\nZwickford,10.51,49.5\n")
    assert len([place for place in toyland.places if place.name == "Zwickford"]) == 2


BARE = "name,lon,lat,governorate\nQuellheim,11.05,49.02,\n"


def test_a_place_among_places_of_one_governorate_takes_its_code(tmp_path: Path) -> None:
    assert load_toyland(tmp_path, BARE).match("Quellheim").adm1_code == "TL02"


def test_a_place_among_places_of_two_governorates_stays_without_a_code(tmp_path: Path) -> None:
    two = "name,lon,lat,governorate\nElsewhere,11.06,49.03,Norwold\n"
    found = load_toyland(tmp_path, BARE, two).match("Quellheim")
    assert (found.adm1_code, found.adm1_name) == (None, None)


def test_a_governorate_without_a_code_gives_its_name_to_no_place(tmp_path: Path) -> None:
    region = "name,lon,lat,type\nFarland,14.0,52.0,region\nLonely,14.2,52.1,village\n"
    assert load_toyland(tmp_path, region).match("Lonely").adm1_name is None


def test_a_tables_districts_are_areas_without_points(tmp_path: Path) -> None:
    toyland = load_toyland(
        tmp_path,
        "name,lon,lat,adm1_code,adm2_code,adm2_name\nZwickford,10.5,49.5,TL02,TL0299,Zedmark\n",
    )
    match = toyland.match("Zedmark district")
    assert (match.precision, match.location_status, match.lon) == ("district", "area_only", None)


needs_reference = pytest.mark.skipif(
    not (OCHA.exists() and WOF.exists()), reason="../shared/reference is not on this machine"
)


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    return load_gazetteer("sy", extra=[OCHA, WOF])


@needs_reference
def test_the_reference_tables_load_as_plain_tables_and_merge(syria: Gazetteer) -> None:
    both = [p for p in syria.places if {"locations", "wof_sy_places"} <= set(p.sources)]
    assert 13_000 < len(syria.places) < 17_000
    assert len(both) > 2_500
    assert len({place.place_id for place in syria.places}) == len(syria.places)


@needs_reference
def test_a_subdistrict_of_the_reference_is_counted_not_pinned(syria: Gazetteer) -> None:
    match = syria.match("Sarmin nahiyah")
    assert (match.precision, match.location_status) == ("subdistrict", "area_only")
    assert match.adm1_code == "SY07"

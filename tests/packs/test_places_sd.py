"""The Sudanese pack: its ids, codes, sources and points, and names as reports write them."""

from __future__ import annotations

import re

import pytest
from packs import (
    ids_of,
    misstated_singles,
    points_outside,
    read_pack_places,
    read_pack_table,
    unknown_sources,
)
from paths import ROOT

from gazetteer import load_gazetteer

PACK = ROOT / "gazetteer" / "data" / "sd"
TOLERANCE_KM = 15.0  # Natural Earth's outlines are coarse
# Natural Earth draws the north-west of North Darfur into West Darfur.
DRAWN_ELSEWHERE = {"sd:saraf-omra", "sd:tina-sd", "sd:kornoi", "sd:umm-baru", "sd:furawiya"}
SINGLE_SOURCE_KM = {"settlement": 3.0}
SINGLE_SOURCE_OTHERS_KM = 2.0
SOURCE = re.compile(
    r"(GeoNames \d+|GeoNames admin1 SD\.\d\d|Natural Earth SDN-\d+|ISO SD-\w\w|OCHA SD\d{5}"
    r"|OurAirports [\w-]+|SimpleMaps \(.+\)|khartoumap \(.+\)|US State Department villages \(.+\)"
    r"|file \d+ \(.+\)|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_places(PACK)


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer("sd")


def test_ids_say_where_they_come_from(places):
    own = r"gn:\d+|sd:[a-z0-9-]+|SD\d\d|SD-K[NS]|SD\d{5}"
    odd = places[~places["place_id"].str.fullmatch(own)]
    assert odd.empty, ids_of(odd)


def test_the_pack_has_every_state_that_has_an_outline(places):
    assert len(places[places["kind"] == "governorate"]) == 17


def test_a_locality_is_under_its_own_code(places):
    localities = places[places["kind"] == "district"]
    assert (localities["place_id"] == localities["adm2_code"]).all()
    assert len(localities) >= 90


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []
    assert (places["sources"] != "").all()


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    own = places[places["place_id"].str.startswith("sd:") & places["kind"].ne("area")]
    assert misstated_singles(own, SINGLE_SOURCE_KM, SINGLE_SOURCE_OTHERS_KM) == []


def test_every_point_lies_in_its_own_state(places):
    assert set(points_outside(places, "sd", tolerance_km=TOLERANCE_KM)) == DRAWN_ELSEWHERE


def test_what_is_taken_out_of_geonames_has_its_reason():
    table = read_pack_table(PACK)
    taken = table[table["kind"] == "excluded"]
    assert len(taken) == 5


# Names as lists of strikes and reports write them, and the place that is meant.
REPORTED = (
    ("El Geneina", None, "gn:379303"),
    ("Al-Geneina", None, "gn:379303"),
    ("الجنينة", None, "gn:379303"),
    ("El-Fasher", None, "gn:379555"),
    ("الفاشر", None, "gn:379555"),
    ("Al-Obeid", None, "gn:379003"),
    ("الأبيض", None, "gn:379003"),
    ("Wad Medani", None, "gn:364103"),
    ("Khartoum Bahri", None, "gn:379251"),
    ("بحري", None, "gn:379251"),
    ("Umm Ruwaba", None, "gn:364706"),
    ("An Nuhud", None, "gn:378699"),
    ("Al-Nuhud", "West Kordofan", "gn:378699"),
    ("Babanousa", None, "gn:377962"),
    ("Sinja", None, "gn:366847"),
    ("Al-Dinder", None, "gn:13132448"),
    ("Ed Dueim", None, "gn:380129"),
    ("Rabak", None, "gn:368277"),
    ("ربك", None, "gn:368277"),
    ("Zamzam camp", None, "sd:zamzam"),
    ("معسكر زمزم", None, "sd:zamzam"),
    ("Wadi Seidna airbase", None, "sd:wadi-seidna"),
    ("مطار بورتسودان", None, "sd:port-sudan-airport"),
    ("El Fasher airport", None, "sd:el-fasher-airport"),
    ("Armored Corps", None, "sd:armoured-corps"),
    ("سلاح المدرعات", None, "sd:armoured-corps"),
    ("Kalakla", "Khartoum", "sd:kalakla"),
    ("الكلاكلة", None, "sd:kalakla"),
    ("Al-Nau Hospital", None, "sd:al-nao-hospital"),
    ("Bashair Teaching Hospital", None, "sd:bashair-hospital"),
    ("العمارات", None, "sd:amarat"),
    ("كوبري شمبات", None, "sd:shambat"),
    ("Sabreen market, Omdurman", None, "sd:sabreen-market"),
    ("Heglig oilfield", None, "sd:heglig"),
    ("Sharq al-Nil locality", None, "SD01004"),
    ("Umbada locality", "Khartoum", "SD01002"),
    ("محلية كرري", None, "SD01005"),
    ("Kutum locality", None, "SD02128"),
    ("Tawila", "North Darfur", "sd:tawila"),
    ("Tine", "North Darfur", "sd:tina-sd"),
    ("أمبرو", None, "sd:umm-baru"),
    ("Misteri", "West Darfur", "sd:misterei"),
    ("Garsila", None, "sd:garsila"),
    ("Muhajeria", None, "sd:muhajiriya"),
    ("Wadi Salih locality", None, "SD06137"),
    ("Al Jazirah State", None, "SD15"),
    ("ولاية الجزيرة", None, "SD15"),
)


@pytest.mark.parametrize(("spelling", "area", "place_id"), REPORTED)
def test_a_name_as_reports_spell_it_is_its_place(gazetteer, spelling, area, place_id):
    match = gazetteer.match(spelling, area)
    assert match.place is not None, (match.method, match.reason)
    assert match.place.place_id == place_id


@pytest.mark.parametrize(
    "name", ["several areas", "unknown", "the front line", "Darfur", "مناطق متفرقة"]
)
def test_words_that_name_no_place_are_not_placed(gazetteer, name):
    assert gazetteer.match(name).method == "vague"

"""The Iraqi pack: its ids, sources and points, and names as lists write them."""

from __future__ import annotations

import re

import pytest
from packs import (
    ids_of,
    misstated_singles,
    points_outside,
    read_pack_places,
    unknown_sources,
)
from paths import ROOT

from gazetteer import load_gazetteer

PACK = ROOT / "gazetteer" / "data" / "iq"
TOLERANCE_KM = 5.0
# Natural Earth draws Baghdad governorate too small.
DRAWN_ELSEWHERE = {
    "gn:98403", "gn:99100", "iq:hussainiyah-baghdad", "iq:saba-al-bour", "iq:nasr-wa-al-salam",
    "iq:zaidan",
}  # fmt: skip
SINGLE_SOURCE_KM = {"settlement": 3.0}
SINGLE_SOURCE_OTHERS_KM = 2.0
SOURCE = re.compile(
    r"(GeoNames \d+|Natural Earth IRQ-\d+|ISO IQ-\w\w|OCHA IQG\d\d|Wikipedia map of Iraq"
    r"|Wikipedia Al-Qa'im \(town\)|OurAirports [A-Z]{4})"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_places(PACK)


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer("iq")


def test_ids_say_where_they_come_from(places):
    odd = places[~places["place_id"].str.fullmatch(r"gn:\d+|iq:[a-z0-9-]+|IQG\d\d")]
    assert odd.empty, ids_of(odd)


def test_the_pack_has_every_governorate_that_has_an_outline(places):
    assert len(places[places["kind"] == "governorate"]) == 18


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []


def test_points_lie_in_the_governorate_that_administers_them(places):
    assert set(points_outside(places, "iq", tolerance_km=TOLERANCE_KM)) == DRAWN_ELSEWHERE


def test_a_single_source_is_said_and_its_radius_is_wide(places):
    own = places[places["place_id"].str.startswith("iq:") & places["kind"].ne("area")]
    assert misstated_singles(own, SINGLE_SOURCE_KM, SINGLE_SOURCE_OTHERS_KM) == []


@pytest.mark.parametrize(
    ("name", "governorate", "place"),
    [
        ("Jalawlā’ town", "Diyālá province", "Jalawla"),
        ("Garma", "Anbar", "Al-Karmah"),
        ("Ain al-Asad airbase", "Anbar", "Al Asad Air Base"),
        ("الكرمة", "الأنبار", "Al-Karmah"),
        ("Sulaiman Beg", "Salahuddin", "Sulayman Bek"),
        ("Tilkaif", "Ninewa", "Tel Keppe"),
        ("Tel Afar", None, "Tal Afar"),
        ("Huwaija", None, "Hawijah"),
        ("Farouk area of Old Mosul", None, "Old Mosul"),
        ("Turaibil", None, "Trebil"),
    ],
)
def test_names_are_found_as_lists_write_them(gazetteer, name, governorate, place):
    match = gazetteer.match(name, governorate)
    assert match.place is not None, match.reason
    assert match.place.name == place


@pytest.mark.parametrize("name", ["northern Iraq", "Hamrin mountains", "Iraq-Syria border"])
def test_wide_names_are_not_placed(gazetteer, name):
    assert gazetteer.match(name).lon is None

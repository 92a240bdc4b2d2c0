"""The Palestinian pack: its ids, codes, sources and points, and names as reports write them."""

from __future__ import annotations

import re

import pytest
from packs import (
    distance_km,
    ids_of,
    misstated_singles,
    read_pack_places,
    unknown_sources,
    with_points,
)
from paths import ROOT
from shapely.geometry import Point

from gazetteer import load_gazetteer
from gazetteer.places import AREA_KINDS
from geo.land.boundaries import load_boundaries

PACK = ROOT / "gazetteer" / "data" / "ps"
# The shipped outline leaves the annexed part of Jerusalem out of the West Bank.
TOLERANCE_KM = 2.5
KM_PER_DEGREE = 103.0
# A point that only one source gives is no better than this.
SINGLE_SOURCE_KM = {"settlement": 3.0}
SINGLE_SOURCE_OTHERS_KM = 2.0
WEST_BANK = ("01", "05", 10, 15, 20, 25, 30, 35, 40, 45, 50)
GAZA = (55, 60, 65, 70, 75)
DISTRICTS = {f"PS01{number}" for number in WEST_BANK} | {f"PS02{number}" for number in GAZA}
SOURCE = re.compile(
    r"(OCHA PS\d{2,4}(\+PS\d{4})*|OCHA checkpoints \(.+\)|OpenStreetMap \(.+\)"
    r"|Home Front Command \(.+\)|GeoNames \d+(\+\d+)*|GeoNames admin1 PS\.\w\w"
    r"|ACLED PSE\d+(\+PSE\d+)* \(.+\)|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_places(PACK)


@pytest.fixture(scope="module")
def points(places):
    return with_points(places)


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer("ps")


def test_ids_say_where_they_come_from(places):
    assert places["place_id"].str.fullmatch(r"gn:\d+|ps:[a-z0-9-]+|PS\d{2}|PS\d{4}").all()


def test_the_pack_has_both_parts_and_every_governorate_under_its_code(places):
    assert set(places.loc[places["kind"] == "governorate", "place_id"]) == {"PS01", "PS02"}
    assert set(places.loc[places["kind"] == "district", "place_id"]) == DISTRICTS
    assert set(places["adm2_code"]) - {""} <= DISTRICTS


def test_only_roads_lack_a_point(places):
    bare = places[places["lon"] == ""]
    assert set(bare["kind"]) == {"road"}, ids_of(bare)


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []
    assert (places["sources"] != "").all()


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    own = places[places["place_id"].str.startswith("ps:") & places["kind"].ne("area")]
    assert misstated_singles(own, SINGLE_SOURCE_KM, SINGLE_SOURCE_OTHERS_KM) == []


def test_every_point_lies_in_its_own_part_and_near_its_own_governorate(points):
    areas = load_boundaries("ps").governorates
    outlines = dict(zip(areas["code"], areas.geometry, strict=True))
    districts = points[points["kind"] == "district"].set_index("place_id")
    for place in points[~points["kind"].isin(AREA_KINDS)].itertuples():
        here = Point(place.lon, place.lat)
        apart = outlines[place.adm1_code].distance(here) * KM_PER_DEGREE
        assert apart <= TOLERANCE_KM, (place.place_id, apart)
        if place.adm2_code:
            own = districts.loc[place.adm2_code]
            far = distance_km(place.lon, place.lat, own["lon"], own["lat"])
            assert far <= own["uncertainty_km"] + TOLERANCE_KM, (place.place_id, far)


# Names as lists of strikes and reports write them, and the place that is meant.
REPORTED = (
    ("Jabalia", "gn:281129"),
    ("Jabaliya", "gn:281129"),
    ("جباليا", "gn:281129"),
    ("Jabalia camp", "ps:jabalia-camp"),
    ("Jabalia refugee camp", "ps:jabalia-camp"),
    ("مخيم جباليا", "ps:jabalia-camp"),
    ("Shujaiya", "ps:shujaiya"),
    ("Shuja'iyya", "ps:shujaiya"),
    ("Al-Shujaiya", "ps:shujaiya"),
    ("الشجاعية", "ps:shujaiya"),
    ("סג'עיה", "ps:shujaiya"),
    ("Beit Lahiya", "gn:281145"),
    ("בית לאהיא", "gn:281145"),
    ("Khan Yunis", "gn:281124"),
    ("Khan Younis", "gn:281124"),
    ("خان يونس", "gn:281124"),
    ("Nuseirat refugee camp", "gn:281109"),
    ("Rafah", "gn:281102"),
    ("Tel al-Sultan", "ps:tel-al-sultan"),
    ("Tel al-Hawa", "ps:tel-al-hawa"),
    ("تل الهوا", "ps:tel-al-hawa"),
    ("Beach camp", "ps:shati-camp"),
    ("Al-Shati refugee camp", "ps:shati-camp"),
    ("Al-Shifa Hospital", "ps:shifa-hospital"),
    ("مستشفى ناصر", "ps:nasser-hospital"),
    ("Baptist Hospital", "ps:ahli-hospital"),
    ("Karem Abu Salem", "ps:kerem-shalom"),
    ("מעבר ארז", "ps:erez-crossing"),
    ("al-Mawasi", "ps:mawasi"),
    ("المواصي", "ps:mawasi"),
    ("Philadelphi corridor", "ps:philadelphi-corridor"),
    ("Nour Shams camp", "ps:nur-shams"),
    ("Tulkarem camp", "ps:tulkarm-camp"),
    ("مخيم جنين", "ps:jenin-camp"),
    ("Askar camp", "ps:askar-camp"),
    ("Qalandiya refugee camp", "ps:qalandia-camp"),
    ("al-Arroub", "ps:arroub-camp"),
    ("Ma'ale Michmash", "ps:maale-michmas"),
    ("אלקנה", "gn:283986"),
    ("הכפר בורין", "gn:284214"),
    ("העיר שכם", "gn:282615"),
    ("מחנה הפליטים עסכר", "ps:askar-camp"),
    ("מאחז גבעת אסף", "ps:givat-asaf"),
    ("מחסום עטרה", "ps:cp-atara"),
    ("בית החולים אל-שיפא", "ps:shifa-hospital"),
    ("مستوطنة يتسهار", "gn:281286"),
    ("Masafer Yatta", "ps:masafer-yatta"),
    ("Huwwara", "gn:283636"),
    ("חווארה", "gn:283636"),
    ("Qalandia checkpoint", "ps:cp-qalandia"),
    ("Turmus Ayya", "gn:281560"),
    ("Kiryat Arba", "ps:kiryat-arba"),
    ("Hebron", "gn:285066"),
    ("Elon Moreh", "ps:elon-moreh"),
    ("Ofra", "gn:282489"),
    ("Burqin", "gn:284194"),
    ("شمال قطاع غزة", "ps:northern-gaza"),
    ("Al-Zahra", "ps:al-zahra"),
    ("حي البرازيل", "ps:rafah-brazil"),
    ("Jourat al-Lut", "ps:jourat-al-lut"),
    ("Qizan Abu Rashwan", "ps:qizan-abu-rashwan"),
    ("حي الأمل", "ps:al-amal-khan-younis"),
    ("Ma'an", "ps:maan-khan-younis"),
    ("Khirbet al-Adas", "ps:khirbet-al-adas"),
    ("Sheikh Ajleen", "ps:sheikh-ijlin"),
    ("حي النصر", "ps:nasr"),
    ("Tel al-Zaatar", "ps:tal-al-zaatar"),
)


@pytest.mark.parametrize(("spelling", "place_id"), REPORTED)
def test_a_name_as_reports_spell_it_is_its_place(gazetteer, spelling, place_id):
    match = gazetteer.match(spelling)
    assert match.place is not None, spelling
    assert match.place.place_id == place_id

"""The Yemeni pack: its ids, codes, sources and points, and names as reports write them."""

from __future__ import annotations

import re

import pytest
import shapely
from packs import (
    distance_km,
    misstated_singles,
    read_pack_table,
    unknown_sources,
    with_points,
)
from paths import ROOT

from gazetteer import Gazetteer, load_gazetteer
from gazetteer.places import AREA_KINDS
from geo.land.boundaries import load_boundaries

PACK = ROOT / "gazetteer" / "data" / "ye"
# Natural Earth's outlines are coarse along the coast and around the capital.
TOLERANCE_KM = 6.5
KM_PER_DEGREE = 107.0
AT_SEA = ("ye:fso-safer",)  # a tanker moored off the coast
# A point that only one source gives is no better than this.
SINGLE_SOURCE_KM = {"settlement": 3.0}
SINGLE_SOURCE_OTHERS_KM = 2.0
SOURCE = re.compile(
    r"(OCHA YE\d{2,4}|UCDP \d+|GeoNames \d+|Natural Earth YEM-\d+( islands)?|ISO YE-\w\w"
    r"|country-state-city \(.+\)|airportsdata OY\w\w|airports-py OY\w\w|searoute YE\w{3}"
    r"|dronestream \(.+\)|Sanaa Center \(.+\)|situation-room \(.+\)|yemen-regions-py \(.+\)|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_table(PACK)


@pytest.fixture(scope="module")
def points(places):
    return with_points(places)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer("ye")


def test_ids_say_where_they_come_from(places):
    assert places["place_id"].str.fullmatch(r"gn:\d+|ye:[a-z0-9-]+|YE\d{2}|YE\d{4}").all()


def test_the_pack_has_every_governorate_and_district_and_no_list_of_all_villages(places):
    kinds = places["kind"].value_counts()
    assert (kinds["governorate"], kinds["district"]) == (22, 333)
    assert len(places) - kinds["district"] <= 450


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    own = places[places["place_id"].str.startswith("ye:") & places["adm2_code"].ne("district")]
    own = own[~own["note"].str.startswith("the land of YE")]
    assert misstated_singles(own, SINGLE_SOURCE_KM, SINGLE_SOURCE_OTHERS_KM) == []


def test_every_point_lies_in_its_own_governorate_and_near_its_own_district(points):
    outlines = load_boundaries("ye").governorates.set_index("code")["geometry"]
    districts = points[points["kind"] == "district"].set_index("place_id")
    for place in points[~points["kind"].isin(AREA_KINDS)].itertuples():
        here = shapely.Point(place.lon, place.lat)
        if place.adm1_code and place.place_id not in AT_SEA:
            apart = outlines[place.adm1_code].distance(here) * KM_PER_DEGREE
            assert apart <= TOLERANCE_KM, (place.place_id, apart)
        if place.adm2_code in districts.index:
            own = districts.loc[place.adm2_code]
            far = distance_km(place.lon, place.lat, own["lon"], own["lat"])
            assert far <= own["uncertainty_km"] + TOLERANCE_KM, (place.place_id, far)


def test_districts_lie_in_their_own_governorate(points):
    outlines = load_boundaries("ye").governorates.set_index("code")["geometry"]
    for place in points[points["kind"] == "district"].itertuples():
        here = shapely.Point(place.lon, place.lat)
        apart = outlines[place.adm1_code].distance(here) * KM_PER_DEGREE
        assert apart <= TOLERANCE_KM, (place.place_id, apart)


# Names as lists of strikes and reports write them, the stated area, and the place that is meant.
REPORTED = (
    ("Hodeida", None, "gn:79415"),
    ("الحديدة", None, "gn:79415"),
    ("Taez", "Taizz", "gn:70225"),
    ("Sa'ada", "Sa'ada", "gn:71334"),
    ("صعدة", "محافظة صعدة", "gn:71334"),
    ("Mareb", None, "gn:72968"),
    ("Haradh", "Hajja", "gn:75163"),
    ("حرض", "حجة", "gn:75163"),
    ("Medi", "Hajjah", "gn:72752"),
    ("Serwah", "Marib", "gn:34703"),
    ("Durayhmi", "Hodeidah", "gn:80309"),
    ("Al-Tuhaita", "Hodeidah", "gn:77655"),
    ("Khokha", None, "gn:79131"),
    ("Mokha", None, "gn:78751"),
    ("Bakem", "Saada", "gn:8015577"),
    ("Kutaf", "Sa'dah", "gn:73668"),
    ("Harf Sufyan", "Amran", "gn:79531"),
    ("Qaatabah", "Al-Dhale", "gn:71904"),
    ("Khormaksar", "Aden", "gn:73786"),
    ("Nehm", None, "ye:nihm"),
    ("نهم", "صنعاء", "ye:nihm"),
    ("Al-Raqw", "Saada", "ye:ar-raqw"),
    ("سوق الرقو", "صعدة", "ye:ar-raqw"),
    ("Dhahyan", "Saada", "ye:dahyan"),
    ("Al-Kassara front", "Marib", "ye:al-kasarah"),
    ("المشجح", None, "ye:al-mashjah"),
    ("Wadi Obeida", "Marib", "ye:wadi-abidah"),
    ("Yakla", "Al Bayda", "ye:yakla"),
    ("Faj Attan", "Sanaa", "ye:attan"),
    ("فج عطان", "أمانة العاصمة", "ye:attan"),
    ("Houban", "Taiz", "ye:al-hawban"),
    ("الضباب", "تعز", "ye:al-dabab"),
    ("Al-Basateen", "Aden", "ye:al-basatin"),
    ("Ghulail", "Hodeidah", "ye:ghulayl"),
    ("Hadda", "Sanaa", "ye:haddah"),
    ("Jabal Noqum", "Sana'a", "ye:nuqum"),
    ("نقم", None, "ye:nuqum"),
    ("Al-Hafa camp", "Sanaa", "ye:hafa-camp"),
    ("Al-Dulaimi air base", "Sanaa", "ye:dailami-air-base"),
    ("قاعدة الديلمي الجوية", "صنعاء", "ye:dailami-air-base"),
    ("Al-Anad air base", "Lahj", "ye:al-anad-air-base"),
    ("Sanaa airport", None, "ye:sanaa-airport"),
    ("Hodeidah airport", "Hodeidah", "ye:hodeidah-airport"),
    ("Hodeidah port", None, "ye:hudaydah-port"),
    ("Ras Issa oil terminal", "Hodeidah", "ye:ras-isa"),
    ("ميناء رأس عيسى", None, "ye:ras-isa"),
    ("Port of Salif", "Hodeidah", "ye:salif-port"),
    ("Kamaran Island", None, "ye:kamaran"),
    ("Sirwah District", "Marib", "YE2606"),
    ("مديرية كتاف والبقع", "صعدة", "YE2214"),
    ("مديرية حرض", None, "YE1702"),
    ("عزلة الضباب", "تعز", "ye:al-dabab"),
)


@pytest.mark.parametrize(("name", "area", "place_id"), REPORTED)
def test_a_name_as_reports_spell_it_is_its_place(gazetteer, name, area, place_id):
    match = gazetteer.match(name, area)
    assert (match.place.place_id if match.place else None) == place_id, match.reason


@pytest.mark.parametrize("area", ["Sana'a", "صنعاء", "Amanat al-Asimah", None])
def test_the_capital_is_meant_by_its_name_whichever_of_its_two_governorates_is_stated(
    gazetteer, area
):
    match = gazetteer.match("صنعاء" if area == "صنعاء" else "Sana'a", area)
    assert match.place is not None, match.reason
    assert (match.place.place_id, match.lon is None) == ("gn:71137", False)


@pytest.mark.parametrize("name", ["Madhbah", "Haddah", "Sanaa International Airport"])
def test_a_quarter_of_the_capital_is_placed_where_the_governorate_around_it_is_stated(
    gazetteer, name
):
    assert gazetteer.match(name, "Sana'a").lon is not None


def test_the_arabic_word_for_an_area_leaves_a_village_its_point(gazetteer):
    assert gazetteer.match("منطقة آل ثابت", "صعدة").lon is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [("Sana'a", "YE23"), ("Amanat Al Asimah", "YE13"), ("Sana'a City", "YE13"), ("Dhale", "YE30")],
)
def test_the_city_and_the_governorate_around_it_are_told_apart(gazetteer, text, code):
    assert gazetteer.find_governorate(text).adm1_code == code


@pytest.mark.parametrize(
    "name", ["western coast", "الساحل الغربي", "a farm", "near the Saudi border"]
)
def test_words_that_name_no_place_are_not_placed(gazetteer, name):
    assert gazetteer.match(name).method == "vague"

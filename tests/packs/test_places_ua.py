"""The Ukrainian pack: its ids, codes and sources, each point against the oblasts' outlines."""

from __future__ import annotations

import re

import pytest
import shapely
from packs import ids_of, parts_of, read_pack_table, unknown_sources, with_points
from paths import ROOT

from gazetteer import Gazetteer, load_gazetteer
from gazetteer.places import AREA_KINDS
from geo.land.boundaries import load_boundaries

PACK = ROOT / "gazetteer" / "data" / "ua"
# Natural Earth's outlines are coarse and pass by suburbs of Kyiv and harbours.
TOLERANCE = 0.15  # degrees, about 15 km
EXCLAVES = ("ua:snake-island", "gn:6930327")  # an island; Slavutych, within another oblast
SINGLE_SOURCE_KM = 3.0
SOURCE = re.compile(
    r"(GeoNames \d+|GeoNames admin1 UA\.\d\d|Natural Earth \w+-\d+|ISO UA-\d\d|OCHA UA\d{4}"
    r"|KATOTTG UA\d{4}|GPPD WRI\d+|OurAirports [\w-]+|airportsdata \w+|searoute \w+"
    r"|file \d+ \(.+\)|https?://\S+)"
)


@pytest.fixture(scope="module")
def places():
    return read_pack_table(PACK)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer("ua")


def test_ids_say_where_they_come_from(places):
    assert places["place_id"].str.fullmatch(r"gn:\d+|ua:[a-z0-9-]+|UA\d{2}|UA\d{4}").all()


def test_the_pack_has_every_oblast_and_raion_and_no_list_of_all_villages(places):
    kinds = places["kind"].value_counts()
    assert (kinds["governorate"], kinds["district"]) == (27, 136)
    assert 600 <= len(places) <= 1200


def test_sources_are_of_known_publishers(places):
    assert unknown_sources(places, SOURCE) == []


def test_a_single_source_is_said_and_has_a_wider_radius(places):
    own = places[~places["kind"].isin(AREA_KINDS) & places["place_id"].str.startswith("ua:")]
    for place in own.itertuples():
        alone = len(parts_of(place.sources)) == 1
        assert not alone or place.note.startswith("single source"), place.place_id
        if place.note.startswith("single source"):
            assert float(place.uncertainty_km) >= SINGLE_SOURCE_KM or place.kind == "facility"


def test_every_point_lies_in_its_own_oblast(places):
    areas = load_boundaries("ua").governorates.set_index("code")["geometry"]
    points = with_points(places)
    points = points[~points["kind"].isin(AREA_KINDS)]
    off = [
        place.place_id
        for place in points.itertuples()
        if areas[place.adm1_code].distance(shapely.Point(place.lon, place.lat)) > TOLERANCE
        and place.place_id not in EXCLAVES
    ]
    assert off == []


def test_names_in_cyrillic_stand_beside_every_name(places):
    latin = places[~places["spellings"].str.contains("[а-яіїє]") & ~places["kind"].eq("dam")]
    assert latin.empty, ids_of(latin)


@pytest.mark.parametrize(
    ("name", "area", "place_id"),
    [
        ("Artemovsk", None, "gn:713174"),  # Bakhmut before 2016
        ("Дзержинск", None, "gn:709354"),  # Toretsk before 2016
        ("Красноармейск", None, "gn:704422"),
        ("Konstantinovka", "Donetsk", "gn:705104"),
        ("Часов Яр", None, "gn:710915"),
        ("м. Харків, Салтівка", None, "gn:6722148"),
        ("Троєщина", "Київ", "gn:688758"),
        ("Irpin", None, "gn:707565"),
        ("с. Роботине", None, "ua:robotyne"),
        ("Клещеевка", "Донецкая область", "ua:klishchiivka"),
        ("Посад-Покровське", None, "ua:posad-pokrovske"),
        ("Новомихайловка", "Донецк", "ua:novomykhailivka"),
        ("Яни Капу", None, "gn:704362"),
        ("Shumenskyi", "Kherson", "ua:kherson-shumenskyi"),
        ("Корабельний район", "Херсон", "ua:kherson-korabelnyi"),
        ("ЗАЕС", None, "ua:znpp"),
        ("Запорожская АЭС", None, "ua:znpp"),
        ("Kakhovka HPP", None, "ua:kakhovka-dam"),
        ("Antonovsky Bridge", None, "ua:antonivka-bridge"),
        ("Змеиный", None, "ua:snake-island"),
        ("аэродром Саки", None, "ua:saky-airbase"),
        ("Бахмутський район", None, "UA1402"),
        ("Донецкая область", None, "UA14"),
        ("Одещина", None, "UA51"),
    ],
)
def test_names_as_lists_write_them_are_their_place(gazetteer, name, area, place_id):
    match = gazetteer.match(name, area)
    assert match.place is not None, match.reason
    assert match.place.place_id == place_id


@pytest.mark.parametrize("name", ["лінія фронту", "several settlements", "приграничье", "зона СВО"])
def test_words_that_name_no_place_are_not_placed(gazetteer, name):
    assert gazetteer.match(name).method == "vague"


def test_a_name_that_begins_as_a_type_word_is_not_placed_in_the_town_after_it(gazetteer):
    match = gazetteer.match("Stanytsia Luhanska village", "Luhansk Oblast")
    assert match.place is None or match.place.place_id == "gn:692953"


def test_a_name_of_several_villages_of_an_oblast_is_none_of_them(gazetteer):
    assert gazetteer.match("Andreyevka", "Donetsk Oblast").method == "ambiguous"

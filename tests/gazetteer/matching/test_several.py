"""Several places in one cell: an area that holds them, what they share, or ambiguous."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer
from gazetteer.places import Place, distance_km

KASTELRAN, MILBROOK = "toy:kastelran", "toy:milbrook-s"


@pytest.mark.parametrize(
    "name",
    [
        "Kastelran and Milbrook",
        "Kastelran or Milbrook",
        "Kastelran & Milbrook villages",
        "villages of Kastelran and Milbrook",
        "Milbrook; Kastelran",
        "Kastelran + Milbrook",
        "Kastelran and Milbrook, Sudmark",
        "Kastelran and Milbrook (Sudmark)",
        "Sudmark: Kastelran and Milbrook",
        "قسطل ران و Milbrook",
    ],
)
def test_two_places_are_an_area_that_holds_both(toyland: Gazetteer, name: str) -> None:
    match = toyland.match(name)
    assert {place.place_id for place in match.members} == {KASTELRAN, MILBROOK}
    assert (match.method, match.precision, match.place) == ("nearby", "area", None)
    assert match.adm1_code == "TL02"
    middle = Place("", "", "area", match.lon, match.lat)
    for place in match.members:
        apart = distance_km(middle, place)
        assert apart is not None
        assert apart + (place.uncertainty_km or 0) <= (match.uncertainty_km or 0) + 0.1
        assert place.name in match.reason


@pytest.mark.parametrize(
    "name",
    [
        "Kastelran and its countryside", "قرية قسطل ران وريفها", "Kastelran and nearby villages",
        "Kastelran, nearby villages", "Kastelran (nearby villages)", "Kastelran: nearby villages",
        "Kastelran - surrounding villages", "Kastelran; nearby villages",
        "Kastelran, surrounding areas", "Kastelran (and its countryside)",
        "قسطل ران، القرى المجاورة",
    ],
)  # fmt: skip
def test_a_town_and_what_is_around_it_is_an_area_wider_than_the_town(
    toyland: Gazetteer, name: str
) -> None:
    match = toyland.match(name)
    assert [place.place_id for place in match.members] == [KASTELRAN]
    assert (match.method, match.precision) == ("nearby", "area")
    assert (match.uncertainty_km or 0) > 15


def test_a_name_listed_twice_is_the_one_beside_the_other(toyland: Gazetteer) -> None:
    assert toyland.match("Milbrook").method == "ambiguous"
    assert MILBROOK in {p.place_id for p in toyland.match("Milbrook and Kastelran").members}


def test_places_of_one_governorate_far_apart_are_counted_on_it(toyland: Gazetteer) -> None:
    match = toyland.match("Kastelran and Tarnfield")  # 36 km
    assert (match.place and match.place.place_id, match.precision) == ("TL02", "governorate")
    assert (match.lon, len(match.members)) == (None, 2)


def test_places_of_two_governorates_far_apart_are_ambiguous(toyland: Gazetteer) -> None:
    match = toyland.match("Kastelran or Ostmouth")
    assert match.method == "ambiguous"
    assert {place.place_id for place in match.rivals} == {KASTELRAN, "toy:ostmouth"}


def test_a_place_that_is_not_listed_widens_the_area_and_is_named(toyland: Gazetteer) -> None:
    one, both = toyland.match("Kastelran and Zyxfold"), toyland.match("Kastelran")
    assert [place.place_id for place in one.members] == [KASTELRAN]
    assert "zyxfold" in one.reason
    assert one.score is not None
    assert both.score is not None
    assert one.score < both.score
    assert (one.uncertainty_km or 0) > 10


def test_a_listed_name_that_holds_an_and_stays_one(tmp_path) -> None:
    pack = tmp_path / "tl"
    pack.mkdir()
    table = tmp_path / "places.csv"
    table.write_text(
        "name,lon,lat\nAlder and Birch,1.0,1.0\nAlder,1.1,1.0\nBirch,1.0,1.1\nWardle,2.0,2.0\n"
    )
    found = load_gazetteer(pack, extra=[table])
    assert (found.match("Alder and Birch").lon, found.match("Alder and Birch").members) == (1.0, ())
    assert len(found.match("Birch and Alder").members) == 2


def test_three_names_with_commas_are_a_list(toyland: Gazetteer) -> None:
    match = toyland.match("Ostmouth, Kastelran, Tarnfield")
    assert match.method == "ambiguous"
    assert len(match.rivals) == 3


def test_between_two_places_is_no_list(toyland: Gazetteer) -> None:
    assert toyland.match("road between Kastelran and Milbrook").members == ()


@pytest.mark.parametrize(
    ("name", "members"),
    [("Azaz / Tal Rifaat & Marea", {"Azaz", "Tell Rifaat", "Marea"}),
     ("Sarmin and Binnish / Taftanaz", {"Sarmin", "Binnish", "Taftanaz"}),
     ("سرمين وبنش/تفتناز", {"Sarmin", "Binnish", "Taftanaz"}),
     ("Raqqa / Tabqa & Mansura", {"Raqqa", "Tabqa", "Al-Mansoura"}),
     ("Kobani / Ain al-Arab and Manbij", {"Kobani", "Manbij"}),
     ("Kafr Zita and Latamneh / Lataminah", {"Kafr Zita", "Al-Lataminah"})],
)  # fmt: skip
def test_a_stroke_in_a_list_drops_no_place(name, members):
    match = load_gazetteer("sy").match(name)
    assert {place.name for place in match.members} == members

"""Streets, squares and facilities that bear a town's name."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer
from gazetteer.matching.reasons import write_place


@pytest.mark.parametrize("word", ["Street", "road", "square", "roundabout", "junction", "gate"])
def test_a_way_named_after_another_town_lies_where_the_name_says(
    toyland: Gazetteer, word: str
) -> None:
    match = toyland.match(f"Ostmouth {word}, Norwold")
    assert (match.place and match.place.place_id, match.precision) == ("toy:norwold", "area")
    assert "Ostmouth" in match.reason
    assert (match.score or 1) <= 0.6


@pytest.mark.parametrize("word", ["hospital", "camp"])
def test_without_a_whole_a_facility_is_near_the_town_and_scores_low(
    toyland: Gazetteer, word: str
) -> None:
    match = toyland.match(f"Ostmouth {word}")
    assert (match.place and match.place.place_id, match.precision) == ("toy:ostmouth", "near")
    assert (match.score or 1) <= 0.75


def test_a_hospital_of_a_town_in_the_stated_governorate_is_near_the_town(
    toyland: Gazetteer,
) -> None:
    match = toyland.match("Ostmouth hospital, Norwold")
    assert (match.place and match.place.place_id, match.precision) == ("toy:ostmouth", "near")


def test_a_facility_named_after_a_place_nobody_knows_is_not_pinned_there(tmp_path) -> None:
    pack = tmp_path / "tl"
    pack.mkdir()
    table = tmp_path / "places.csv"
    table.write_text("name,lon,lat,adm1_name\nLantern,1.0,1.0,North\nWardle,2.0,2.0,North\n")
    found = load_gazetteer(pack, extra=[table]).match("Lantern hospital")
    assert (found.method, [place.name for place in found.rivals]) == ("ambiguous", ["Lantern"])


def test_a_quarter_listed_in_another_governorate_only_is_in_the_stated_capital(tmp_path) -> None:
    pack = tmp_path / "tl"
    pack.mkdir()
    table = tmp_path / "places.csv"
    table.write_text(
        "name,lon,lat,adm1_name,adm1_code,kind\n"
        "North,1.0,1.0,North,N1,settlement\nSouth,5.0,5.0,South,S1,settlement\n"
        "Lantern,5.01,5.0,South,S1,neighbourhood\n"
        "North,,,North,N1,governorate\nSouth,,,South,S1,governorate\n"
    )
    places = load_gazetteer(pack, extra=[table])
    there, elsewhere = (places.match("Lantern quarter", area) for area in ("South", "North"))
    assert (there.precision, there.lon) == ("neighbourhood", 5.01)
    assert (elsewhere.precision, elsewhere.lon) == ("area", 1.0)


@pytest.mark.parametrize(
    ("name", "place_id", "precision"),
    [
        ("منطقة منبج", "SY0205", "district"),  # as listed, type word and all
        ("قضاء حارم", "SY0703", "district"),  # another word for the level than the list has
        ("Harim qada", "SY0703", "district"),
        ("ناحية سلقين", "gn:164898", "subdistrict"),  # by its seat, where it is not listed
        ("Al-Bab subdistrict", "gn:174018", "subdistrict"),
        ("مركز ناحية سلقين", "gn:164898", "settlement"),  # the seat itself
        ("منطقة القلمون", "sy:qalamun", "area"),  # the Arabic word is that for any area
    ],
)
def test_areas_are_met_by_any_word_for_their_level(syria, name, place_id, precision):
    found = syria.match(name)
    assert (found.place.place_id, found.precision) == (place_id, precision)
    assert (found.lon is None) == (precision in ("district", "subdistrict"))


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("Sinjar, Iraq", None),
        ("سنجار - العراق", None),
        ("Saida (Lebanon)", None),
        ("Azaz, Diyarbakir", None),  # a region abroad says so as a country does
        ("Sinjar", "Nineveh"),
        ("Saada", "Yemen"),
    ],
)
def test_what_is_said_to_lie_in_another_country_is_not_placed(syria, name, stated):
    found = syria.match(name, stated)
    assert (found.method, found.place, found.lon) == ("none", None, None)
    assert "this gazetteer covers Syria" in found.reason


@pytest.mark.parametrize(
    ("name", "stated"),
    [("Sinjar, Syria", None), ("Sinjar", "Idlib"), ("Sinjar", "Syria"), ("Azaz, Aleppo", None)],
)
def test_what_is_said_to_lie_here_is_placed(syria, name, stated):
    assert syria.match(name, stated).place is not None


BARE = (
    ("المعسكر", "settlement"), ("المحطة", "settlement"), ("الجسر", "neighbourhood"),
    ("معمل السكر", "facility"), ("الأفران", "settlement"), ("Mahatta", "settlement"),
    ("المحطة الحرارية", "facility"), ("sugar factory", "facility"), ("الصوامع", "settlement"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), BARE)
def test_a_bare_type_word_names_nothing_whatever_a_table_lists(name: str, kind: str) -> None:
    areas = Place("A", "Ashmark", "governorate", adm1_code="A", adm1_name="Ashmark")
    listed = Place("x", name, kind, 40.0, 35.0, 2.0, None, "A", "Ashmark", prominence=1)
    country = Gazetteer("toy", (areas, listed), lists_whole_country=True)
    assert country.match(name).place is None
    assert (country.match(name, "Ashmark").place is None) == (kind == "settlement")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Tarmin", "Tarmin (Eastham)"),
        ("Tarmin (Eastham)", "Tarmin (Eastham)"),
        ("Tarmin (Dawra)", "Tarmin (Dawra, Eastham)"),
    ],
)
def test_a_reason_says_a_places_governorate_once(name: str, written: str) -> None:
    assert write_place(Place("t", name, "settlement", adm1_name="Eastham")) == written


@pytest.mark.parametrize(("people", "method"), [(8_000, "exact"), (900, "none"), (None, "none")])
def test_a_short_name_is_a_town_that_alone_bears_it_and_hardly_a_hamlet(
    people: int | None, method: str
) -> None:
    places = [
        Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham"),
        Place("one", "Bryn", "settlement", 40.0, 35.0, 2.0, adm1_code="E", population=people),
    ]
    found = Gazetteer("toy", places, lists_whole_country=False).match("Bryn")
    assert found.method == method
    assert (found.score or 0) < 0.7

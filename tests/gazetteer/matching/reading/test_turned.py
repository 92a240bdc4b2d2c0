"""A part of a town said after it is in the town, whatever mark stands between the two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place

AREA = Place("area", "Eastham", "governorate", adm1_code="E", adm1_name="Eastham")
TOWN = Place("town", "Tarmin", "settlement", 40.0, 35.0, 2.0, name_ar="ترمين", adm1_code="E",
             adm1_name="Eastham", prominence=2, sources=("a", "b"))  # fmt: skip
CROSSING = Place("crossing", "Tarmin crossing", "crossing", 40.2, 35.0, 1.0, adm1_code="E",
                 adm1_name="Eastham", prominence=1)  # fmt: skip
QUARTER = Place("quarter", "Zahr", "neighbourhood", 40.01, 35.01, 1.0, adm1_code="E",
                adm1_name="Eastham", parent_id="town", prominence=1)  # fmt: skip
LISTED = Gazetteer("toy", [AREA, TOWN, CROSSING, QUARTER], lists_whole_country=False)
MARKS = ["{}: {}", "{} - {}", "{} – {}", "{} ({})", "{}, {}", "{} / {}", "{}; {}"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "part",
    ["bakery", "school", "main road", "vegetable market", "surgical hospital", "old town",
     "northern neighborhood", "Oakdale neighbourhood", "clock roundabout"],
)  # fmt: skip
def test_an_unlisted_part_is_an_area_in_its_town(mark: str, part: str) -> None:
    found = LISTED.match(mark.format("Tarmin", part))
    assert (found.place, found.precision, found.uncertainty_km) == (TOWN, "area", 3.0)
    assert found.score is not None
    assert found.score <= 0.7


@pytest.mark.parametrize("mark", ["{}: {}", "{} - {}", "{} ({})", "{}، {}"])
@pytest.mark.parametrize("part", ["الحي الشرقي", "مدرسة", "السوق القديم", "مشفى ميداني"])
def test_so_in_arabic(mark: str, part: str) -> None:
    found = LISTED.match(mark.format("ترمين", part))
    assert (found.place, found.precision) == (TOWN, "area")


@pytest.mark.parametrize("place", ["behind the hospital", "near the mosque", "next to the bakery"])
def test_where_in_a_town_is_in_it(place: str) -> None:
    found = LISTED.match(f"Tarmin, {place}")
    assert (found.place, found.precision) == (TOWN, "area")


@pytest.mark.parametrize("name", ["Tarmin (town)", "Tarmin - city", "Tarmin (Eastham)"])
def test_what_says_the_town_itself_or_its_area_is_no_part_of_it(name: str) -> None:
    found = LISTED.match(name)
    assert (found.place, found.precision) == (TOWN, "settlement")


@pytest.mark.parametrize("mark", ["{} ({})", "{} - {}"])
def test_a_bare_word_for_what_lies_by_a_town_bears_its_name(mark: str) -> None:
    assert LISTED.match(mark.format("Tarmin", "crossing")).place == CROSSING
    near = LISTED.match(mark.format("Tarmin", "airport"))
    assert (near.place, near.precision) == (TOWN, "near")


@pytest.mark.parametrize("name", ["Tarmin - Zahr neighborhood", "Tarmin (Zahr quarter)"])
def test_a_listed_part_is_met(name: str) -> None:
    assert LISTED.match(name).place == QUARTER


def test_a_governorate_after_the_part_is_read_as_well() -> None:
    other = replace(TOWN, place_id="other", lon=42.0, adm1_code="W", adm1_name="Westham")
    west = replace(AREA, place_id="west", name="Westham", adm1_code="W", adm1_name="Westham")
    both = Gazetteer("toy", [AREA, west, TOWN, other], lists_whole_country=True)
    found = both.match("Tarmin (main road), Westham")
    assert (found.place, found.precision) == (other, "area")

"""Parts of cities are told from towns by GeoNames' codes, or by lying within one."""

from pathlib import Path

import pytest

from tools.world.list_sections import _messages, find_sections, read_codes


def _city(number: int, north: float, people: int, name: str = "Some Town") -> dict[str, object]:
    return {"geonameid": number, "name": name, "latitude": north, "longitude": 10.0,
            "population": people}  # fmt: skip


CITY = _city(1, 50.0, 400_000, "Norwold")  # its people need a circle of 5.6 km
CODES = {1: "PPLA", 2: "PPLX", 3: "PPL", 4: "PPLW"}


def _found(*cities: dict[str, object]) -> dict[object, str]:
    return {city["geonameid"]: why for city, why in find_sections([CITY, *cities], CODES)}


def test_a_section_and_a_place_that_is_gone_are_none_though_they_have_more_people():
    assert _found(_city(2, 50.01, 500_000), _city(4, 60.0, 20_000)) == {
        2: "GeoNames PPLX", 4: "GeoNames PPLW",
    }  # fmt: skip


def test_a_place_without_a_code_is_a_section_within_a_town_alone():
    within, beyond = _city(7, 50.03, 30_000), _city(8, 50.1, 30_000)
    assert _found(within, beyond) == {7: "3.3 km from Norwold"}
    assert _found(_city(9, 50.03, 600_000)) == {9: "3.3 km from Norwold"}, "the whole city's people"
    assert _found(_city(9, 50.03, 900_000)) == {}, "a city of its own"
    assert _found(_city(3, 50.03, 30_000)) == {}, "GeoNames calls it a town"
    assert _found(_city(7, 50.03, 3_000)) == {}, "too small to be drawn"


def test_the_file_is_read_city_by_city_and_another_is_refused(tmp_path: Path):
    assert list(_messages(b"\x02ab\x01c")) == [b"ab", b"c"]
    other = tmp_path / "cities.pbf"
    other.write_bytes(b"\x00")
    with pytest.raises(SystemExit, match=r"is not cities\.pbf"):
        read_codes(other)

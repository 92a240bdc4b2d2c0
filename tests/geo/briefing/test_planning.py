"""What a sheet's map shows where nobody says it: the strikes, with so much land as is needed."""

from __future__ import annotations

import pytest
from map_strikes import AREA_ONLY, strikes_of
from shapely.geometry import box as make_box
from sheet_cases import base_map, no_claims, seed_sheet

from geo.briefing.planning import LEAST_AROUND
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions

TALBISEH = {"lon": 36.73, "lat": 34.84}
ABU_KAMAL = {"lon": 40.92, "lat": 34.45}
TO_HOMS = {**AREA_ONLY, "adm1_code": "SY04"}


def box_of(**rows):
    sheet = make_sheet(strikes_of(**rows), no_claims(), base_map(), SheetOptions())
    return sheet.page.plan.box


def test_strikes_in_a_part_of_the_country_have_the_map_to_themselves():
    sheet = seed_sheet()
    west, _, east, _ = sheet.page.plan.box
    assert east - west < 0.6 * (base_map().bounds[2] - base_map().bounds[0])
    assert sheet.drawn.content.outside == 0
    assert seed_sheet(extent="country").page.plan.box == base_map().bounds


def test_strikes_all_over_the_country_are_shown_on_all_of_it():
    there = {"lon": 41.9, "lat": 37.1}
    assert box_of(west=TALBISEH, south={"lon": 36.1, "lat": 32.6}, east=there) == base_map().bounds


def test_one_strike_is_seen_among_its_towns():
    west, south, east, north = box_of(one=TALBISEH)
    assert west < 36.73 < east
    assert south < 34.84 < north
    assert min(east - west, north - south) == pytest.approx(LEAST_AROUND, abs=0.01)


def test_an_area_that_counts_strikes_is_shown_whole():
    outline = base_map().find_governorate("SY04").outline.bounds
    west, south, east, north = box_of(here=TALBISEH, somewhere=TO_HOMS)
    assert (west, south, east, north) == pytest.approx(outline, abs=0.3)


def test_the_areas_of_many_strikes_are_shown_whole():
    many = {f"s{number:02}": {"lon": 36.5 + number / 500, "lat": 35.8, "adm1_code": "SY07"}
            for number in range(70)}  # fmt: skip
    sheet = make_sheet(strikes_of(**many), no_claims(), base_map(), SheetOptions())
    assert sheet.page.plan.symbols == "areas"
    idlib = base_map().find_governorate("SY07").outline
    assert make_box(*sheet.page.plan.box).covers(idlib)
    assert sheet.page.plan.box[2] < ABU_KAMAL["lon"]


def test_a_note_of_the_author_is_on_the_map_that_the_strikes_have():
    notes = ("38.3,34.5,20: Held by nobody",)
    sheet = make_sheet(strikes_of(one=TALBISEH), no_claims(), base_map(), SheetOptions(notes=notes))
    assert sheet.page.plan.box[2] > 38.5
    assert sheet.drawn.content.notes_outside == 0


def test_a_point_off_the_country_does_not_stretch_the_map_to_it():
    for off in ({"lon": 0.0, "lat": 34.8}, {"lon": -36.7, "lat": 34.8}, {"lon": 179.99, "lat": 35}):
        strikes = strikes_of(one=TALBISEH, other=off)
        sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions())
        assert sheet.page.plan.box == base_map().bounds
        assert sheet.drawn.content.outside == 1


def test_many_strikes_at_a_few_places_of_one_area_are_circles_and_no_single_shade():
    few = {f"s{number:02}": {"lon": 36.5 + number % 7 / 20, "lat": 35.8, "adm1_code": "SY07"}
           for number in range(70)}  # fmt: skip
    one = make_sheet(strikes_of(**few), no_claims(), base_map(), SheetOptions())
    assert one.page.plan.symbols == "places"
    assert sorted(circle.count for circle in one.drawn.content.circles) == [10] * 7
    few["hama"] = {"lon": 36.75, "lat": 35.1, "adm1_code": "SY05"}
    two = make_sheet(strikes_of(**few), no_claims(), base_map(), SheetOptions())
    assert two.page.plan.symbols == "areas"

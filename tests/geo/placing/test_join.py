"""The join: which governorate a point lies in, and what disagrees about it."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from joined import SEEN, SYRIA, join_one, note_of, strikes_at
from shapely.geometry import Point

from gazetteer import Place, load_gazetteer
from geo.errors import BoundaryError, SchemaError
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.reading.read import read_strikes
from geo.strikes.checks import validate
from geo.strikes.schema import make_strikes


def test_a_given_point_takes_the_polygons_code_whatever_the_table_said():
    row = join_one(SEEN["Palmyra"], adm1_code="SY02", adm1_name="Aleppo")
    assert (row.adm1_code, row.adm1_name) == ("SY04", "Homs")
    assert "the table says Aleppo, the outline Homs" in note_of(row)


def test_a_gazetteer_place_keeps_its_code_and_the_disagreement_is_noted():
    row = join_one(SEEN["Palmyra"], match_method="exact", adm1_code="SY02", adm1_name="Aleppo")
    assert (row.adm1_code, row.adm1_name) == ("SY02", "Aleppo")
    assert "the gazetteer says Aleppo, the outline Homs" in note_of(row)
    assert "km from Aleppo)" in note_of(row)


@pytest.mark.parametrize("method", ["exact", "reviewed"])
def test_a_place_without_a_code_takes_the_polygons(method):
    assert join_one(SEEN["Palmyra"], match_method=method).adm1_code == "SY04"


def test_a_gazetteer_place_just_over_the_coarse_border_needs_no_note():
    row = join_one(SEEN["Kobani"], match_method="exact", adm1_code="SY02")
    assert (row.adm1_code, note_of(row)) == ("SY02", "")


@pytest.mark.parametrize(
    ("point", "code", "note"),
    [
        ((0.5, 0.5), "XX1", ""),
        ((0.99, 0.5), "XX1", "1.1 km from East"),
        ((1.0001, 0.5), "XX2", "under 0.1 km from West"),
        ((0.97, 0.5), "XX1", ""),
        ((-0.02, 0.5), "XX1", "2.2 km outside the outline of West, the nearest"),
        ((2.041, 0.5), "XX2", "4.6 km outside the outline of East, the nearest"),
        ((2.06, 0.5), None, "outside the country; in the sea"),
        ((50.0, 60.0), None, "outside the country"),
        ((1.0, 0.5), "XX1", "under 0.1 km from East"),
    ],
)
def test_a_given_point_is_noted_how_near_a_border_it_lies(toyland, point, code, note):
    row = join_one(point, boundaries=toyland)
    assert (row.adm1_code if pd.notna(row.adm1_code) else None) == code
    assert note_of(row) == note


@pytest.mark.parametrize("method", ["given", "exact"])
def test_majdal_shams_is_noted_as_contested_and_quneitra_town_is_not(method):
    assert "contested" in note_of(join_one(SEEN["Majdal Shams"], match_method=method))
    assert "contested" not in note_of(join_one(SEEN["Quneitra town"], match_method=method))


def test_the_contested_note_reaches_a_kilometre_over_the_coarse_edge():
    notes = [note_of(join_one(p)) for p in [(35.75, 33.0), (35.862, 33.0), (35.89, 33.0)]]
    assert notes[0] == "contested: Golan, occupied by Israel"
    assert notes[1].startswith("contested: ")
    assert " km from Golan" in notes[1]
    assert "contested" not in notes[2]


@pytest.mark.parametrize(
    ("country", "point", "part"),
    [
        ("ma", (-9.57, 26.35), "Western Sahara east of the berm"),
        ("eh", (-13.2, 27.15), "Western Sahara, held by Morocco"),
        ("eg", (34.45, 31.5), "Gaza Strip, occupied Palestinian territory"),
        ("ml", (3.0, 36.0), ""),
    ],
)
def test_a_point_outside_the_country_is_told_of_land_that_is_contested_there(country, point, part):
    note = note_of(join_one(point, boundaries=load_boundaries(country)))
    assert note == "; ".join(["outside the country", *([f"contested: {part}"] if part else [])])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Homs", ""),
        ("حمص", ""),
        ("SY04", ""),
        ("aleppo", "reported in Aleppo"),
        ("ريف دمشق", "reported in Rural Damascus"),
        ("Halab province", ""),
    ],
)
def test_a_reported_governorate_that_differs_is_noted(text, note):
    assert note_of(join_one(SEEN["Palmyra"], governorate_text=text)) == note


def test_with_a_gazetteer_other_spellings_of_the_governorate_are_understood():
    class Knows:
        def find_governorate(self, text):
            return Place("SY02", "Aleppo", "governorate", adm1_code="SY02") if text else None

    row = join_one(SEEN["Palmyra"], governorate_text="Halab province", gazetteer=Knows())
    assert note_of(row) == "reported in Aleppo"


def test_the_shipped_gazetteer_reads_reported_governorates():
    row = join_one(
        SEEN["Palmyra"], governorate_text="Aleppo governorate", gazetteer=load_gazetteer("sy")
    )
    assert note_of(row) == "reported in Aleppo"


def test_rows_without_a_point_keep_their_area_and_are_checked_against_the_report():
    strikes = strikes_at([SEEN["Palmyra"]] * 2)
    strikes["location_status"] = pd.Series(["area_only", "unlocated"], strikes.index, dtype="str")
    strikes["precision"] = pd.Series(["governorate", "unknown"], strikes.index, dtype="str")
    strikes["match_method"] = pd.Series(["exact", "none"], strikes.index, dtype="str")
    strikes["adm1_code"] = pd.Series(["SY07", None], strikes.index, dtype="str")
    strikes["governorate_text"] = pd.Series(["Hama", "Hama"], strikes.index, dtype="str")
    strikes = strikes.set_geometry(gpd.GeoSeries([None, None], strikes.index, crs=strikes.crs))
    joined = join_areas(strikes, SYRIA)
    assert joined["adm1_code"].iloc[0] == "SY07"
    assert joined["adm1_name"].iloc[0] == "Idlib"
    assert joined["adm_note"].iloc[0] == "reported in Hama"
    assert joined[["adm1_code", "adm_note"]].iloc[1].isna().all()


def test_a_district_of_another_governorate_is_not_filled_in(toyland):
    row = join_one((0.5, 0.75), boundaries=toyland, match_method="exact", adm1_code="XX2")
    assert row.adm1_code == "XX2"
    assert pd.isna(row.adm2_code)


def test_no_rows_are_no_problem():
    assert join_areas(strikes_at([(0, 0)]).iloc[:0], SYRIA).empty


def test_the_join_composes_and_leaves_its_input_alone():
    strikes = strikes_at(SEEN.values(), governorate_text="Homs", adm_note="seen by A")
    before = strikes.copy(deep=True)
    joined = strikes.pipe(join_areas, SYRIA)
    pd.testing.assert_frame_equal(strikes, before)
    assert joined["adm_note"].str.startswith("seen by A").all()
    assert validate(joined) is joined


places = st.tuples(st.floats(34.5, 43.0, allow_nan=False), st.floats(31.5, 38.0, allow_nan=False))


rows = st.tuples(places, st.sampled_from(["given", "exact"]), st.sampled_from(["Homs", None]))


@settings(max_examples=10, deadline=None)
@given(some_rows=st.lists(rows, min_size=1, max_size=20))
@example([((39.0, 35.3125), "exact", "Homs")])  # a kilometre over the line, by the row's word
def test_a_second_join_changes_nothing_and_a_code_means_within_reach(some_rows):
    points, methods, texts = map(list, zip(*some_rows, strict=True))
    strikes = strikes_at(points).assign(match_method=methods, governorate_text=texts)
    once = join_areas(make_strikes(strikes), SYRIA)
    pd.testing.assert_frame_equal(join_areas(once, SYRIA), once)
    metres = SYRIA.levels[1].set_index("code").geometry.to_crs("EPSG:32637")
    spots = gpd.GeoSeries([Point(point) for point in points], crs="EPSG:4326").to_crs("EPSG:32637")
    for spot, code in zip(spots, once["adm1_code"], strict=True):
        away = metres.distance(spot)
        if pd.notna(code):
            assert away[code] < 5_100
        else:
            assert away.min() > 4_900


def test_a_reading_comes_back_as_a_reading_joined_to_what_ships():
    table = pd.DataFrame({"date": ["2015-09-30"], "lon": [38.284], "lat": [34.5624]})
    reading = read_strikes(table)
    joined = join_areas(reading)
    assert joined.strikes["adm1_name"].tolist() == ["Homs"]
    assert joined.claims is reading.claims
    assert reading.strikes["adm1_name"].isna().all()


def test_what_is_no_strikes_table_is_refused_with_the_remedy():
    with pytest.raises(SchemaError, match=r"join_areas: .* read it first: read_strikes"):
        join_areas(pd.DataFrame({"lon": [36.7], "lat": [34.8]}))
    with pytest.raises(BoundaryError, match="no boundaries ship for 'zz'"):
        join_areas(strikes_at([(0, 0)]), country="zz")

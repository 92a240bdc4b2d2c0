"""Locating: what a row gets when its place is known, ambiguous, vague, absent or settled."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point
from toy_gazetteer import MILL, OTHER_MILL, ToyGazetteer

from gazetteer import GazetteerError, Match, load_gazetteer
from geo.errors import SchemaError
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.strikes.checks import validate
from geo.strikes.schema import make_strikes


def strikes_of(*rows, index=None):
    settled = {
        "kind": "airstrike", "date_precision": "unknown", "match_method": "none",
        "precision": "unknown", "location_status": "unlocated", "event_status": "reported",
        "source_count": 0,
    }  # fmt: skip
    table = pd.DataFrame([{**settled, **row} for row in rows])
    table.index = index or [f"s{number}" for number in range(len(table))]
    return make_strikes(table)


def locate_one(**row):
    return locate(strikes_of(row), ToyGazetteer()).iloc[0]


def test_a_known_place_gets_point_names_and_codes():
    row = locate_one(place_text="Mill", governorate_text="North")
    assert row.geometry == Point(1.0, 2.0)
    assert (row.place_id, row.place_name, row.place_name_ar) == ("t:mill", "Mill", "طاحون")
    assert (row.match_method, row.match_score, row.precision) == ("exact", 0.9, "settlement")
    assert (row.location_status, row.uncertainty_km) == ("located", 3.0)
    assert (row.adm1_code, row.adm2_code, row.adm3_code) == ("T1", "T101", "T10101")
    assert (row.adm1_name, row.adm2_name, row.adm3_name) == ("North", "Millshire", "Mill")


@pytest.mark.parametrize(
    ("row", "method", "status", "precision", "code"),
    [
        ({"place_text": "near Mill"}, "nearby", "located", "near", "T1"),
        ({"place_text": "Millshire"}, "exact", "area_only", "district", "T1"),
        ({"place_text": "mills"}, "ambiguous", "unlocated", "unknown", None),
        ({"place_text": "several towns"}, "vague", "unlocated", "unknown", None),
        ({"place_text": "Nowhere"}, "none", "unlocated", "unknown", None),
        ({"governorate_text": "north"}, "exact", "area_only", "governorate", "T1"),
        ({"governorate_text": "شمال"}, "exact", "area_only", "governorate", "T1"),
        ({"place_text": "  ", "governorate_text": "T1"}, "exact", "area_only", "governorate", "T1"),
        ({"governorate_text": "Atlantis"}, "none", "unlocated", "unknown", None),
        ({}, "none", "unlocated", "unknown", None),
    ],
)
def test_every_row_gets_an_answer_and_only_the_located_get_a_point(
    row, method, status, precision, code
):
    answer = locate_one(**row)
    found = (answer.match_method, answer.location_status, answer.precision)
    assert found == (method, status, precision)
    assert (answer.adm1_code if pd.notna(answer.adm1_code) else None) == code
    assert (answer.geometry is not None) == (status == "located")
    assert answer.match_reason


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "neither place nor governorate"),
        ({"governorate_text": "North"}, "counted on the governorate North"),
        ({"governorate_text": "Atlantis"}, "'Atlantis'"),
        ({"place_text": "mills"}, "Mill (North), Mill (T2)"),
    ],
)
def test_the_reason_says_what_happened(row, words):
    assert words in locate_one(**row).match_reason


def test_an_ambiguous_reason_that_names_its_rivals_is_not_named_twice():
    class Telling(ToyGazetteer):
        def match(self, name):
            rivals = (MILL, OTHER_MILL)
            return Match(name, "ambiguous", 0.5, "Mill or Mill?", "unknown", rivals=rivals)

    row = locate(strikes_of({"place_text": "mills"}), Telling()).iloc[0]
    assert row.match_reason == "Mill or Mill?"


def test_given_and_reviewed_rows_are_left_alone():
    settled = {
        "place_text": "Mill", "precision": "site", "location_status": "located",
        "uncertainty_km": 0.1, "geometry": Point(9, 9), "adm_note": "seen",
    }  # fmt: skip
    strikes = strikes_of(
        {**settled, "match_method": "given"},
        {**settled, "match_method": "reviewed", "place_id": "t:other"},
        {"place_text": "Mill"},
    )
    located = locate(strikes, ToyGazetteer())
    pd.testing.assert_frame_equal(located.iloc[:2], strikes.iloc[:2])
    assert located.iloc[2].geometry == Point(1, 2)


@pytest.mark.parametrize(
    ("place", "method", "words"),
    [
        ("several towns", "vague", "names no place"),
        ("Nowhere", "none", "nothing alike"),
        ("mills", "ambiguous", "Mill (North), Mill (T2)"),
    ],
)
def test_a_place_not_found_is_counted_on_the_governorate_of_its_report(place, method, words):
    row = locate_one(place_text=place, governorate_text="شمال")
    assert (row.location_status, row.precision, row.geometry) == ("area_only", "governorate", None)
    assert (row.adm1_code, row.adm1_name, row.match_method) == ("T1", "North", method)
    assert pd.isna(row.place_id)
    assert words in row.match_reason
    assert row.match_reason.endswith("; counted on the governorate North, as reported")


def test_a_given_row_without_a_point_is_counted_on_the_governorate_of_its_report():
    strikes = strikes_of({"match_method": "given", "governorate_text": "North", "adm_note": "seen",
                          "match_reason": "stands for an area"})  # fmt: skip
    row = locate(strikes, ToyGazetteer()).iloc[0]
    assert (row.adm1_code, row.adm_note, row.precision) == ("T1", "seen", "governorate")
    reason = "stands for an area; counted on the governorate North, as reported"
    assert row.match_reason == reason
    again = locate(strikes_of({"match_method": "reviewed", "governorate_text": "North"}),
                   ToyGazetteer()).iloc[0]  # fmt: skip
    assert pd.isna(again.adm1_code)


def test_a_settled_row_is_given_the_names_of_its_record_and_no_others():
    point = {"match_method": "reviewed", "precision": "near", "location_status": "located",
             "uncertainty_km": 5.0, "geometry": Point(9, 9), "adm1_code": "T1"}  # fmt: skip
    strikes = strikes_of(
        {**point, "place_id": "t:mill"},
        {**point, "place_id": "t:mill", "place_name": "The Mill"},
        {**point, "place_id": "t:gone"},
    )
    named = locate(strikes, ToyGazetteer())
    assert named["place_name"].astype(object).tolist()[:2] == ["Mill", "The Mill"]
    assert named["place_name_ar"].iloc[0] == "طاحون"
    assert named["place_name_ar"].iloc[1:].isna().all()
    assert pd.isna(named["place_name"].iloc[2])
    assert named["adm1_name"].tolist() == ["North"] * 3
    assert (named.geometry == Point(9, 9)).all()


def test_only_settled_rows_need_no_gazetteer_at_all():
    gazetteer = ToyGazetteer()
    row = {
        "match_method": "given", "precision": "site", "location_status": "located",
        "uncertainty_km": 1.0, "geometry": Point(1, 1),
    }  # fmt: skip
    locate(strikes_of(row), gazetteer)
    assert gazetteer.asked == []


def test_a_second_pass_clears_what_the_first_one_found():
    strikes = locate(strikes_of({"place_text": "Mill"}), ToyGazetteer())
    strikes["place_text"] = pd.Series(["Nowhere"], index=strikes.index, dtype="str")
    row = locate(strikes, ToyGazetteer()).iloc[0]
    assert row.geometry is None
    assert row[["place_id", "adm1_code", "adm3_code", "uncertainty_km"]].isna().all()


def test_the_input_stays_as_it_was_and_order_and_index_are_kept():
    strikes = strikes_of({"place_text": "Mill"}, {}, {"place_text": "mills"}, index=["b", "c", "a"])
    before = strikes.copy(deep=True)
    located = locate(strikes, ToyGazetteer())
    pd.testing.assert_frame_equal(strikes, before)
    assert list(located.index) == ["b", "c", "a"]
    assert validate(located) is located


def test_equal_places_are_asked_once_with_their_governorates():
    gazetteer = ToyGazetteer()
    rows = [{"place_text": "Mill", "governorate_text": g} for g in ("North", "North", None)]
    locate(strikes_of(*rows), gazetteer)
    assert gazetteer.asked == [(["Mill", "Mill"], ["North", None])]


def test_no_rows_are_no_problem():
    assert locate(strikes_of({}).iloc[:0], ToyGazetteer()).empty


def test_the_shipped_gazetteer_places_names_of_the_reports():
    strikes = strikes_of(
        {"place_text": "Khan Shaykhun", "governorate_text": "Idlib"},
        {"place_text": "كفر زيتا"},
        {"governorate_text": "Deir ez-Zor"},
        {"place_text": "Several towns"},
    )
    located = locate(strikes, load_gazetteer("sy"))
    assert located["adm1_code"].iloc[:3].tolist() == ["SY07", "SY05", "SY09"]
    expected = ["located", "located", "area_only", "unlocated"]
    assert located["location_status"].tolist() == expected
    assert located.geometry.iloc[0].distance(Point(36.65, 35.44)) < 0.03


def test_a_road_or_a_desert_is_known_yet_no_point():
    rows = strikes_of({"place_text": "M4 highway"}, {"place_text": "the Badia"})
    found = locate(rows, load_gazetteer("sy"))
    assert found["place_id"].tolist() == ["sy:m4", "sy:badia"]
    assert (found["location_status"] == "unlocated").all()
    assert found["match_reason"].str.contains("no one point").all()


def reading_of(**columns):
    return read_strikes(pd.DataFrame({"date": ["2015-09-30"], "source": ["SOHR"], **columns}))


def test_a_reading_is_placed_and_joined_with_what_ships():
    reading = reading_of(town=["Talbisah"], province=["Homs"])
    placed = locate(reading)
    assert placed.strikes["place_name"].tolist() == ["Talbiseh"]
    assert placed.strikes.geometry.notna().all()
    assert placed.claims is reading.claims
    assert reading.strikes["place_name"].isna().all()
    given = locate(reading_of(lon=[38.284], lat=[34.5624])).strikes
    assert given["adm1_name"].tolist() == ["Homs"]


def test_with_a_gazetteer_of_ones_own_areas_are_joined_only_where_boundaries_are_given(toyland):
    given = reading_of(lon=[0.5], lat=[0.5]).strikes
    assert locate(given, ToyGazetteer())["adm1_code"].isna().all()
    assert locate(given, ToyGazetteer(), boundaries=toyland)["adm1_code"].tolist() == ["XX1"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (pd.DataFrame({"town": ["Talbisah"]}), "not this DataFrame; read it first: read_strikes"),
        (["Talbisah"], "not this list; read it first"),
        ("notes.csv", "not this str; read it first"),
        (gpd.GeoDataFrame({"town": ["Talbisah"]}), "not this GeoDataFrame; read it first"),
    ],
)
def test_what_is_no_strikes_table_is_refused_with_the_remedy(given, why):
    with pytest.raises(SchemaError, match=f"locate: takes a strikes table, {why}"):
        locate(given)


def test_a_country_that_does_not_ship_is_named():
    with pytest.raises(GazetteerError, match=r"no such pack; there are: .*sy"):
        locate(reading_of(town=["Talbisah"]), country="zz")

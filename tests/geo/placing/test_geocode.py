"""Names of a table, asked as they stand and answered beside them."""

from __future__ import annotations

import pytest
from toy_gazetteer import ToyGazetteer

from geo.errors import ReadError
from geo.placing.geocode import ADDED, RecordingGazetteer, add_answers, read_asked
from geo.placing.locate import locate
from geo.reading.inputs import read_table

NAMES = b"""town,stated,x,y,precision
Mill,North,,,exact
mills,,,,=1
Mill,,36.7,34.8,
Mill,,36.7,95,
 ,North,,,
,,,,
"""


def answer(**columns):
    table = read_table(NAMES, name="names.csv")
    recorded = RecordingGazetteer(ToyGazetteer())
    asked = read_asked(table, place="town", **columns)
    located = locate(asked.strikes, recorded)
    return add_answers(table, asked, located=located, recorded=recorded)


def test_every_row_keeps_its_cells_and_gets_its_answer():
    rows = answer(governorate="stated")
    assert rows.index.tolist() == [2, 3, 4, 5, 6, 7]
    assert list(rows) == ["town", "stated", "x", "y", "precision_in", *ADDED]
    assert rows["precision_in"].tolist() == ["exact", "=1", "", "", "", ""]
    assert rows["match_method"].tolist() == [
        "exact",
        "ambiguous",
        "exact",
        "exact",
        "exact",
        "none",
    ]
    assert rows["rivals"].tolist() == ["", "t:mill;t:mill-2", "", "", "", ""]
    assert rows["location_status"].tolist()[-2:] == ["area_only", "unlocated"]
    assert rows.loc[7, "match_reason"] == "the row is empty"


def test_coordinates_of_named_columns_go_before_the_name_and_bad_ones_place_nothing():
    rows = answer(lon="x", lat="y")
    assert rows.loc[4, ["match_method", "lon", "lat"]].tolist() == ["given", "36.7", "34.8"]
    assert rows.loc[5, "match_method"] == "none"
    assert rows.loc[5, "match_reason"].startswith("not placed: latitude 95 is out of range")
    assert rows.loc[5, ["lon", "place_id"]].tolist() == ["", ""]


def test_columns_besides_the_name_are_asked_with_it():
    table = read_table(NAMES, name="names.csv")
    besides = {"place_ar": "x", "district": "stated", "subdistrict": "y", "pcode": "precision"}
    strikes = read_asked(table, place="town", **besides).strikes
    columns = ["place_text_ar", "district_text", "subdistrict_text", "pcode_text"]
    assert strikes[columns].iloc[2].fillna("").tolist() == ["36.7", "", "34.8", ""]
    assert strikes["pcode_text"].iloc[0] == "exact"


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(ReadError, match="there is no column 'province'; it has town, stated"):
        answer(governorate="province")

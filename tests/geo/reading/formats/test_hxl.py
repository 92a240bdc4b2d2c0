"""A table with HXL tags is read by its tags, and by names where it has none."""

from __future__ import annotations

import pandas as pd
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.hxl import HXL
from geo.reading.kinds import ReadOptions
from geo.reading.table import Table

TAGS = {"wann": "#date+start", "wo": "#loc+name", "amt": "#adm1+name", "code": "#adm1+code",
        "tote": "#affected+killed", "kinder": "#affected+killed+children",
        "wer": "#meta+source"}  # fmt: skip
ROW = {"wann": "2016-05-04", "wo": "Milltown", "amt": "Northgov", "code": "XT01", "tote": "3",
       "kinder": "1", "wer": "Office A", "Injured": "4"}  # fmt: skip


def tagged(tags: dict[str, str]) -> Table:
    return Table("t.csv", pd.DataFrame([ROW], index=[3], dtype="str"), tags=tags)


def test_tags_say_what_columns_mean_and_names_what_no_tag_does() -> None:
    reading = HXL.read(tagged(TAGS), ReadOptions())
    strike = rows_of(reading)[0]
    names = ("place_text", "governorate_text", "pcode_text", "killed_min", "injured_min")
    assert values_of(strike, *names) == ["Milltown", "Northgov", "XT01", 3, 4]
    assert reading.claims["claimant"].tolist() == ["Office A"]
    assert "columns not used: kinder" in reading.notes


def test_a_file_of_hdx_is_read_by_its_second_row() -> None:
    reading = read("wann,wo,tote\n#date+start,#loc+name,#affected+killed\n2016-05-04,Mill,3\n")
    assert reading.title == "HDX table with HXL tags"
    names = ("place_text", "killed_min", "killed_max")
    assert [values_of(row, *names) for row in rows_of(reading)] == [["Mill", 3, 3]]


def test_dates_in_parts_are_joined_parts_of_tolls_kept_and_totals_left_out() -> None:
    reading = read(
        "jahr,monat,tag,wo,children killed,tote\n"
        "#date+year,#date+month,#date+day,#loc+name,#affected+killed+children,#affected+killed\n"
        "2016,5,4,Mill,2,3\nTotal,,,,2,3\n"
    )
    strike = rows_of(reading)[0]
    names = ("date_precision", "killed_min", "note")
    assert values_of(strike, *names) == ["day", 3, "children killed: 2"]
    assert strike["date_start"].isoformat()[:10] == "2016-05-04"
    assert reading.rejected["reason"].tolist() == ["the row is a total of others: no record"]


def test_words_under_a_tag_that_says_too_little_are_named_by_their_header() -> None:
    reading = read(
        "Date,Town,Event Description,Reported Perpetrator,Weapon Carried/Used\n"
        "#date,#loc+name,#event+description,,#event+weapon\n"
        "2016-05-04,Mill,The mill burned,Power A,Aerial bomb\n"
    )
    names = ("note", "actor", "kind")
    expected = ["The mill burned", "Power A", "airstrike"]
    assert values_of(rows_of(reading)[0], *names) == expected


def test_only_tags_of_a_date_and_a_place_make_it_an_hdx_table() -> None:
    assert HXL.recognise(tagged(TAGS)) > 0.1
    assert HXL.recognise(tagged({"tote": "#affected+killed", "wann": "#date"})) == 0
    assert HXL.recognise(tagged({})) == 0

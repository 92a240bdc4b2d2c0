"""Every column of a table is said to be read, as a field or a publisher's own, or not used."""

from __future__ import annotations

import pandas as pd

from geo.reading.columns import guess_columns
from geo.reading.frames import table_of_frame
from geo.reading.kinds import ReadOptions
from geo.reading.read import read_as, read_seeds, read_strikes
from geo.reading.registry import choose_format

RAIDS = (
    "date,country,location,number,manually_edited,description,line,shoe_size\n"
    "03/04/2016,Syria,Milbrook,1,,A strike hit a shed.,- Near Milbrook.,44\n"
)


def test_a_publishers_columns_are_fields_its_own_or_not_used():
    meanings = read_strikes(RAIDS.encode(), name="t.csv").meanings
    assert list(meanings) == RAIDS.split("\n")[0].split(",")
    assert meanings["date"] == "date_mdy"
    assert meanings["line"] == meanings["manually_edited"] == ""
    assert meanings["shoe_size"] is None


def test_recognised_columns_are_fields_or_not_used():
    reading = read_strikes(b"date,town,shoe\n2016-03-04,A,44\n", name="t.csv")
    assert reading.meanings == {"date": "date", "town": "place_text", "shoe": None}


def test_our_own_tables_are_known_by_their_names():
    meanings = read_seeds().meanings
    assert meanings["strike_id"] == meanings["kind"] == ""
    assert None not in meanings.values()


def test_reading_the_same_table_anew_says_nothing_of_the_reading_before():
    row = {"date": ["2016-03-04"], "town": ["A"], "words": ["B"]}
    table = table_of_frame(pd.DataFrame(row), "t")
    known = choose_format("any-table")
    columns = {"date": "date", "town": "place_text"}
    first = read_as(known, table, ReadOptions({**columns, "words": "note"}))
    again = read_as(known, table, ReadOptions(columns))
    assert first.meanings["words"] == "note"
    assert again.meanings["words"] is None


def test_plain_headers_of_a_log_are_known_and_what_only_where_it_tells_kinds() -> None:
    names = ["When?", "Location", "Prov.", "What", "Blamed on", "src"]
    log = [["08/10/2015", "Rastan", "Homs", "air raid", "unknown", "SOHR"],
           ["17/10/2015", "Talbiseh", "Homs", "shelling", "RuAF?", "LCC"]]  # fmt: skip
    fields = ["date", "place_text", "governorate_text", "kind", "actor", "source"]
    assert guess_columns(names, pd.DataFrame(log, columns=names)) == dict(
        zip(names, fields, strict=True)
    )
    goods = [[*row[:3], "bread", *row[4:]] for row in log]
    assert "What" not in guess_columns(names, pd.DataFrame(goods, columns=names))

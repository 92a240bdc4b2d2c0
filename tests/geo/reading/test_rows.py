"""Rows of any table become strikes: dates, tolls and words are read, never guessed."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read, reasons


def test_a_toll_in_words_keeps_its_row_without_figures_and_its_words() -> None:
    reading = read(
        "date,place,killed,injured,source\n2015-09-30,Homs,dozens,3,SOHR\n"
        "2015-09-30,Hama,عشرات,several,\n2015-10-01,Idlib,about 5,,SOHR;SNHR\n"
        "2015-10-02,Idlib,5,,SOHR\n"
    )
    assert reading.rejected.empty
    assert reading.strikes["place_text"].tolist() == ["Homs", "Hama", "Idlib", "Idlib"]
    assert reading.strikes["killed_min"].astype(object).tolist() == [pd.NA] * 3 + [5]
    assert reading.strikes["injured_max"].astype(object).tolist() == [3, pd.NA, pd.NA, pd.NA]
    assert reading.strikes["source_count"].tolist() == [1, 0, 2, 1]
    words = reading.claims["toll_text"].astype(object).tolist()
    assert words[0] == "killed: dozens; injured: 3"
    notes = reading.strikes["note"].astype(object).tolist()
    assert notes[1:3] == ["killed: عشرات; injured: several", "killed: about 5"]
    notes = [note for note in reading.notes if "told in words" in note]
    assert len(notes) == 1
    assert notes[0].startswith("4 tolls are told in words ('dozens', ")


BAD_ROWS = """date,place,lat,lon,killed_min,killed_max,id
2015-09-30,Talbisah,34.84,36.73,1,2,a
soon,Talbisah,34.84,36.73,1,2,b
2015-09-30,Talbisah,95,36.73,1,2,c
2015-09-30,Talbisah,34.84,,1,2,d
2015-09-30,Talbisah,34.84,36.73,-1,2,e
2015-09-30,Talbisah,34.84,36.73,plenty,,f
2015-09-30,Talbisah,34.84,36.73,5,2,g
2015-09-30,Talbisah,34.84,36.73,1,2,a

2015-09-30,"Talbisah
second line",34.84,36.73,1,2
soon,Talbisah,95,36.73,-1,2,i
2015-09-30,Talbisah,34.84,36.73,1,2,
"""


def test_a_bad_cell_is_left_empty_with_a_note_and_never_costs_its_row() -> None:
    reading = read(BAD_ROWS)
    assert {row: why[:32] for row, why in reasons(reading).items()} == {
        11: "6 cells where the header has 7 ("
    }
    notes = reading.strikes["reading_note"].astype(object).tolist()
    expected = [
        (),
        ("date 'soon' is not understood; write it as", "(left out)"),
        ("latitude 95 is out of range", "(the point is left out)"),
        ("longitude is missing though the other is given",),
        ("killed min '-1' is negative", "left empty"),
        ("killed min 'plenty' is no whole number or range; write 5, 3-5",),
        ("the upper bound 2 is below the lower 5: both left empty",),
        ("id a stands in more than one row: numbered",),
        ("'soon'", "latitude 95", "killed min '-1'"),
        (),
    ]
    for note, parts in zip(notes, expected, strict=True):
        assert bool(parts) == isinstance(note, str)
        assert all(part in note for part in parts)
    assert reading.strikes.index[:2].tolist() == ["field-notes:a", "field-notes:b"]
    assert reading.strikes.index[7] == "field-notes:a-2"
    bad_dates = reading.strikes["date_precision"] == "unknown"
    assert np.flatnonzero(bad_dates).tolist() == [1, 8]
    assert np.flatnonzero(reading.strikes.geometry.isna()).tolist() == [2, 3, 8]
    assert reading.strikes["killed_max"].isna().tolist() == [False] * 5 + [True] * 2 + [False] * 3


def test_a_row_that_names_neither_date_nor_place_is_no_record() -> None:
    reading = read("date,place,killed,actor\n2015-09-30,Homs,1,\n,,8,Group A\n,,,Group B\n")
    assert list(reasons(reading)) == [3, 4]
    assert "neither a date nor a place" in reasons(reading)[3]
    assert len(reading.strikes) == 1


def test_the_order_of_day_and_month_is_decided_by_the_file_or_by_the_reader() -> None:
    decided = read("date,place\n3/4/2015,Homs\n30/09/2015,Homs\n")
    assert decided.strikes["date_start"].astype(str).tolist() == ["2015-04-03", "2015-09-30"]
    assert any("day first" in note for note in decided.notes)
    unclear = read("date,place\n3/4/2015,Homs\n2015-09-30,Homs\n")
    assert "may be day/month or month/day" in reasons(unclear)[2]
    chosen = read(
        "date,place\n3/4/2015,Homs\n", columns={"date": "date_mdy", "place": "place_text"}
    )
    assert chosen.strikes["date_start"].astype(str).tolist() == ["2015-03-04"]


def test_a_precision_column_widens_the_date() -> None:
    reading = read(
        "date,date_precision,place\n2015-10-15,month,Homs\n2015-10-15,year,Homs\n"
        "2015-10-15,week,Homs\n2015-10-15,3,Homs\n"
    )
    spans = zip(reading.strikes["date_start"].astype(str), reading.strikes["date_end"].astype(str),
                strict=True)  # fmt: skip
    assert list(spans) == [
        ("2015-10-01", "2015-10-31"),
        ("2015-01-01", "2015-12-31"),
        ("2015-10-12", "2015-10-18"),
        ("2015-10-15", "2015-10-15"),
    ]
    assert "none of day, week, month, year" in reading.strikes["reading_note"].iloc[3]


def test_words_that_are_not_understood_are_noted_and_not_guessed() -> None:
    reading = read(
        "date,place,strike_type,outcome\n2015-09-30,Homs,Zing,hit\n2015-09-30,Homs,,odd\n"
    )
    assert reading.strikes["kind"].tolist() == ["other", "other"]
    assert reading.strikes["outcome"].tolist()[0] == "hit"
    assert pd.isna(reading.strikes["outcome"].iloc[1])
    assert any("'Zing' is not understood" in note for note in reading.notes)
    assert any("'odd' is not understood" in note for note in reading.notes)


def test_what_struck_may_be_said_for_the_whole_file() -> None:
    table = "date,place\n2015-09-30,Homs\n2015-09-30,Hama\n"
    assert read(table).strikes["kind"].tolist() == ["other"] * 2
    assert read(table, kind="airstrike").strikes["kind"].tolist() == ["airstrike"] * 2


hostile_cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(hostile_cells, min_size=5, max_size=5), max_size=5))
def test_nothing_is_lost_whatever_the_cells_hold(rows: list[list[str]]) -> None:
    def quote(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = ["date,place,lat,lon,killed"] + [",".join(map(quote, row)) for row in rows]
    reading = read("\n".join(lines))
    filled = sum(any(cell.strip() for cell in row) for row in rows)
    assert len(reading.strikes) + len(reading.rejected) == filled


def test_a_point_in_one_cell_fills_the_rows_that_have_no_degrees_of_their_own() -> None:
    columns = {"date": "date", "lat": "lat", "lon": "lon", "where": "point"}
    reading = read(
        'date,lat,lon,where\n2015-09-30,,,"34.84, 36.73"\n2015-09-30,35,37,"34.84, 36.73"\n'
        "2015-09-30,,,POINT (36.61 35.81)\n2015-09-30,,,behind the mill\n",
        columns=columns,
    )
    points = [(p.x, p.y) if p is not None else None for p in reading.strikes.geometry]
    assert points == [(36.73, 34.84), (37, 35), (36.61, 35.81), None]
    notes = reading.strikes["reading_note"]
    assert "the point is left out" in notes.iloc[3]
    assert notes.iloc[:3].isna().all()


def test_of_many_words_that_are_not_understood_the_commonest_are_named() -> None:
    rows = "".join(f"2015-09-30,Homs,Zing{n % 30}\n" for n in range(45))
    notes = [n for n in read(f"date,place,strike_type\n{rows}").notes if n.startswith("kind")]
    assert len(notes) == 11
    assert notes[0] == "kind 'Zing0' is not understood, kept as 'other' (2 rows)"
    assert notes[-1] == "kind: 20 other words (25 rows), kept as 'other'"


def test_of_many_columns_that_are_not_used_the_first_are_named() -> None:
    names = ",".join(f"c{number}" for number in range(100))
    note = next(n for n in read(f"date,place,{names}\n2015-09-30,Homs{',' * 100}\n").notes
                if n.startswith("columns not used"))  # fmt: skip
    assert note.endswith("c39 and 60 more")

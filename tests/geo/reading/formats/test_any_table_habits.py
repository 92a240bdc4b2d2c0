"""Habits of programs and of people in tables of any make."""

from __future__ import annotations

import pandas as pd
import pytest
from readings import read

from geo.reading.formats.any_table import ANY_TABLE
from geo.reading.kinds import ReadOptions
from geo.reading.result import Reading
from geo.reading.table import Table


def days(reading: Reading) -> list[str]:
    return [f"{day:%Y-%m-%d}" for day in reading.strikes["date_start"]]


def test_rs_index_column_is_no_longitude_and_na_is_nothing() -> None:
    reading = read(
        "X,date,location,governorate,kind,killed\n1,2016-01-02,Hama,Hama,NA,4\n"
        "2,2016-01-03,NA,Hama,Airstrike,NA\n3,NA,Salqin,Idlib,Airstrike,3\n"
    )
    assert "columns not used: X" in reading.notes
    assert not any("not understood" in note for note in reading.notes)
    assert reading.strikes["kind"].tolist() == ["other", "airstrike", "airstrike"]
    assert reading.strikes["killed_min"].fillna(-1).tolist() == [4, -1, 3]
    assert reading.strikes["date_precision"].tolist() == ["day", "day", "unknown"]


def test_a_date_in_three_columns_and_day_numbers_of_a_spreadsheet() -> None:
    spread = read("Year,Month,Day,Town\n2016,1,2,Hama\n2016,January,,Salqin\n")
    assert days(spread) == ["2016-01-02", "2016-01-01"]
    assert spread.strikes["date_precision"].tolist() == ["day", "month"]
    numbers = read("Date,Town\n42371,Hama\n42372,Salqin\n")
    assert days(numbers) == ["2016-01-02", "2016-01-03"]
    assert any("42371 is 2016-01-02" in note for note in numbers.notes)


def test_a_time_with_a_zone_is_of_the_local_day_and_that_is_said() -> None:
    reading = read("date,place,country\n2016-01-02T22:30:00Z,Hama,\n2016-01-02T22:30:00Z,X,UA\n")
    assert days(reading) == ["2016-01-03", "2016-01-03"]
    assert reading.strikes["time_local"].tolist() == ["00:30", "00:30"]
    assert any("time zone are read as local (Asia/Damascus, Europe/Kyiv)" in note
               for note in reading.notes)  # fmt: skip
    assert "is 2016-01-03 in Asia/Damascus" in reading.strikes["reading_note"].iloc[0]


def test_a_point_in_one_cell_is_read_and_a_form_that_is_not_is_named() -> None:
    reading = read(
        'date,place,coordinates\n2016-01-02,A,"33.7531, 36.4523"\n'
        "2016-01-02,B,POINT (36.4523 33.7531)\n2016-01-02,C,37SBU 12345 67890\n"
    )
    points = [None if point is None else (point.x, point.y) for point in reading.strikes.geometry]
    assert points == [(36.4523, 33.7531), (36.4523, 33.7531), None]
    assert "an MGRS reference" in reading.strikes["reading_note"].iloc[2]


def test_a_column_called_lon_lat_has_longitude_first() -> None:
    reading = read('date,place,"lon, lat"\n2016-01-02,A,"36.4523, 33.7531"\n')
    assert (reading.strikes.geometry.x.item(), reading.strikes.geometry.y.item()) == (
        36.4523,
        33.7531,
    )


def test_a_degree_without_decimals_in_military_form_is_as_sharp_as_its_seconds() -> None:
    reading = read("date,place,lat,lon\n2016-01-02,A,334511N,0362708E\n")
    assert reading.strikes["uncertainty_km"].tolist() == [2.0]


def test_totals_and_lines_under_the_table_are_no_strikes() -> None:
    reading = read("Date,Place,Governorate,Killed\n2016-01-02,Hama,Hama,4\n,Total,,4\n"
                   "Source: the desk,,,\n")  # fmt: skip
    assert reading.strikes["place_text"].tolist() == ["Hama"]
    assert reading.rejected["row"].tolist() == [3, 4]


def test_a_row_may_stand_for_several_strikes_and_words_stay_with_their_figures() -> None:
    reading = read("Date,Place,Min air raids,Max air raids,Killed,details\n"
                   "2016-01-02,Hama,3,5,5 – 7 (2 children),hit the mill\n")  # fmt: skip
    row = reading.strikes.iloc[0]
    assert (row["strikes_min"], row["strikes_max"]) == (3, 5)
    assert (row["killed_min"], row["killed_max"]) == (5, 7)
    assert row["note"] == "hit the mill; killed: 5 – 7 (2 children)"


def test_a_best_figure_between_its_bounds_stays_in_the_note() -> None:
    reading = read("date,place,best,low,high\n2016-01-02,Hama,7,5,9\n2016-01-02,Salqin,4,4,4\n")
    assert reading.strikes["killed_min"].tolist() == [5, 4]
    assert reading.strikes["killed_max"].tolist() == [9, 4]
    assert reading.strikes["note"].fillna("").tolist() == ["killed: 7", ""]


def test_children_alone_are_a_lower_bound_of_the_killed_and_are_told() -> None:
    reading = read("date,place,Children killed,Women killed\n2016-01-02,Hama,2,1\n")
    row = reading.strikes.iloc[0]
    assert row["killed_min"] == 3
    assert pd.isna(row["killed_max"])
    assert row["note"] == "Children killed: 2; Women killed: 1"


def test_an_event_type_is_told_by_its_sub_event() -> None:
    reading = read("date,place,event_type,sub_event_type\n"
                   "2016-01-02,A,Explosions/Remote violence,Air/drone strike\n"
                   "2016-01-02,B,Protests,Peaceful protest\n")  # fmt: skip
    assert reading.strikes["kind"].tolist() == ["airstrike", "other"]
    assert reading.strikes["not_strike"].iloc[1] == "Protests: Peaceful protest"
    assert pd.isna(reading.strikes["not_strike"].iloc[0])


@pytest.mark.parametrize(
    ("order", "day"), [("day first", "2016-03-02"), ("month first", "2016-02-03")]
)
def test_a_person_may_say_which_of_day_and_month_comes_first(order: str, day: str) -> None:
    cells = pd.DataFrame({"date": ["2/3/2016"], "place": ["Hama"]}, index=[2], dtype="str")
    options = ReadOptions(order="day first" if order == "day first" else "month first")
    assert days(ANY_TABLE.read(Table("t.csv", cells), options)) == [day]

"""A column's name may say the zone of its times."""

from __future__ import annotations

import io

import pytest

from geo.reading.columns import guess_columns
from geo.reading.read import read_strikes


def read(head: str, cells: str):
    table = f"{head},place,country\n{cells},X,Ukraine\n"
    reading = read_strikes(io.BytesIO(table.encode()), name="t.csv")
    row = reading.strikes.iloc[0]
    return row["date_start"].date().isoformat(), row["time_local"], reading.notes


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("date,Time (UTC)", "2024-06-01,22:30"),
        ("date_utc,time_utc", "2024-06-01,22:30"),
        ("datetime_utc", "2024-06-01 22:30"),
        ("Date (GMT)", "2024-06-01T22:30:00"),
        ("UTC time", "2024-06-01 22:30"),
    ],
)
def test_times_are_of_the_zone_that_the_name_says(head, cells):
    day, clock, notes = read(head, cells)
    assert (day, clock) == ("2024-06-02", "01:30")
    assert any("as its name says" in note for note in notes)


def test_a_time_with_a_zone_of_its_own_and_a_day_alone_keep_theirs():
    assert read("date,Time (UTC)", "2024-06-01,22:30 EEST")[:2] == ("2024-06-01", "22:30")
    assert read("date_utc", "2024-06-01")[0] == "2024-06-01"


def test_a_name_without_a_zone_says_none():
    assert read("date,time", "2024-06-01,22:30")[:2] == ("2024-06-01", "22:30")
    assert "utc_offset" not in guess_columns(["date", "place", "utc_offset"])


def test_a_column_of_times_with_whole_dates_is_the_date_where_no_other_is():
    day, clock, _ = read("time", "2024-06-01T22:30:00Z")
    assert (day, clock) == ("2024-06-02", "01:30")

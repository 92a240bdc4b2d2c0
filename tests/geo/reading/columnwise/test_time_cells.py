"""Times beside dates: with zones, as whole dates, as spreadsheets keep them, and as words."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from geo.reading.read import read_strikes

KYIV, DAMASCUS = "Ukraine", "Syria"


def read_row(date: str, time: str, country: str):
    table = f"date,time,place,country\n{date},{time},X,{country}\n"
    row = read_strikes(io.BytesIO(table.encode()), name="t.csv").strikes.iloc[0]
    told = [None if pd.isna(row[name]) else row[name] for name in ("time_local", "reading_note")]
    return row["date_start"].date().isoformat(), *told


@pytest.mark.parametrize(
    ("date", "time", "country", "day", "clock"),
    [
        ("2015-09-30T22:30:00Z", "", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30", "22:30Z", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30", "2230Z", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30", "22:30 UTC", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30", "2015-09-30T22:30:00Z", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-10-01", "2015-09-30T22:30:00Z", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30 22:30 GMT", "", DAMASCUS, "2015-10-01", "01:30"),
        ("30 September 2015 2230Z", "", DAMASCUS, "2015-10-01", "01:30"),
        ("2015-09-30 22:30:00 +0000 UTC", "", DAMASCUS, "2015-10-01", "01:30"),
        ("302230Z SEP 15", "", DAMASCUS, "2015-10-01", "01:30"),
        ("2024-06-01 02:15 EEST", "", KYIV, "2024-06-01", "02:15"),
        ("2024-06-01 02:15 EET", "", KYIV, "2024-06-01", "03:15"),
        ("2024-06-01 23:15 CEST", "", KYIV, "2024-06-02", "00:15"),
        ("2024-06-01", "14:00 Europe/Kyiv", KYIV, "2024-06-01", "14:00"),
        ("2024-06-01", "14:00 UTC+3", KYIV, "2024-06-01", "14:00"),
        ("2024-06-01", "23:30 (UTC+2)", KYIV, "2024-06-02", "00:30"),
        ("2024-06-01", "14:00 Moscow time", KYIV, "2024-06-01", "14:00"),
        ("2024-06-01", "00:30 MSK", DAMASCUS, "2024-06-01", "00:30"),
        ("2024-06-01", "23:30 بتوقيت غرينتش", DAMASCUS, "2024-06-02", "02:30"),
        ("2024-06-01", "14:00 local time", KYIV, "2024-06-01", "14:00"),
        ("2024-06-01", "22:30 IST", "Israel", "2024-06-01", "22:30 IST"),
        ("2024-01-01", "22:30 IST", "Israel", "2024-01-01", "22:30"),
        ("2024-06-01", "2024-06-01 14:05", KYIV, "2024-06-01", "14:05"),
        ("2024-06-01", "1899-12-30 14:05:00", KYIV, "2024-06-01", "14:05"),
        ("2024-06-01", "0.59375", KYIV, "2024-06-01", "14:15"),
        ("2024-06-01", "2:15 pm", KYIV, "2024-06-01", "14:15"),
        ("2024-06-01", "1415", KYIV, "2024-06-01", "14:15"),
        ("2024-06-01", "14:15:20", KYIV, "2024-06-01", "14:15"),
        ("", "2024-06-01T22:30:00Z", KYIV, "2024-06-02", "01:30"),
    ],
)
def test_a_time_gives_the_day_and_the_clock_of_the_place(date, time, country, day, clock):
    assert read_row(date, time, country)[:2] == (day, clock)


@pytest.mark.parametrize("time", ["night", "02:00-04:00", "14:15 XYZ", "before dawn"])
def test_what_is_no_time_stays_as_reported(time):
    assert read_row("2024-06-01", time, KYIV) == ("2024-06-01", time, None)


def test_the_time_as_written_is_kept_where_the_clock_is_another():
    assert read_row("2024-06-01", "14:00 UTC", KYIV)[2] == (
        "date '2024-06-01' with time '14:00 UTC' is 2024-06-01 in Europe/Kyiv, at 17:00"
    )


def test_a_time_of_another_day_than_the_date_is_told_and_the_date_kept():
    day, clock, note = read_row("2024-06-01", "2024-06-05 14:00", KYIV)
    assert (day, clock) == ("2024-06-01", None)
    assert note == "time '2024-06-05 14:00' is of another day than the date (left out)"


def test_words_behind_a_time_that_are_no_zone_keep_the_day_and_are_told():
    day, clock, note = read_row("2024-06-01 14:00 XYZ", "", KYIV)
    assert (day, clock) == ("2024-06-01", None)
    assert "'xyz' of '2024-06-01 14:00 XYZ' is no known time zone" in note


def test_of_a_country_with_several_zones_the_day_stays_as_written_and_that_is_said():
    day, _, note = read_row("2024-06-01T22:30:00Z", "", "Russia")
    assert day == "2024-06-01"
    assert "several time zones" in note

"""Points the wrong way round: those that then lie in the country, and only those, are exchanged."""

from __future__ import annotations

import pandas as pd

from geo.land.boundaries import load_boundaries
from geo.placing.exchange import EXCHANGED, exchange_points
from geo.reading.read import read_strikes

SYRIA = load_boundaries("sy")
ROWS = {
    "date": ["2016-02-03"] * 4,
    "place": ["Sarmin", "Tyre", "Sarmin", "nowhere"],
    "lat": ["36.73", "33.27", "35.90", ""],
    "lon": ["35.90", "35.20", "36.73", ""],
    "killed": ["5²", "1", "2", "3"],
}


def test_points_are_exchanged_where_that_brings_them_into_the_country():
    reading = read_strikes(pd.DataFrame(ROWS))
    read = exchange_points(reading, SYRIA)
    assert [round(x, 2) for x in read.strikes.geometry.x[:3]] == [36.73, 35.20, 36.73]
    assert [round(y, 2) for y in read.strikes.geometry.y[:3]] == [35.90, 33.27, 35.90]
    assert read.strikes.geometry.iloc[3] is None
    first, *others = read.strikes["reading_note"]
    assert first.startswith("killed '")
    assert first.endswith(f"; {EXCHANGED}")
    assert all(pd.isna(note) for note in others)
    assert read.notes[-1] == f"1 point: {EXCHANGED}"


def test_nothing_is_said_where_nothing_is_exchanged():
    reading = read_strikes(pd.DataFrame(ROWS).iloc[1:])
    assert exchange_points(reading, SYRIA) is reading

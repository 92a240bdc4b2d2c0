"""Columns that were not used: what they look like is said, by name and by cells."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.recognise.unused import look_like


@pytest.mark.parametrize(
    ("name", "cells", "likeness"),
    [
        ("children_killed", ["3", "", "0"], "a toll"),
        ("عدد القتلى", ["٣", "5"], "a toll"),
        ("Number of airstrikes", ["8", "1", "12"], "a count"),
        ("gps", ["34.84, 36.73", "35.81, 36.60"], "coordinates"),
        ("longitude2", ["36.7311", "36.6094"], None),
        ("LONGITUDE", ["36.7311", "36.6094"], "coordinates"),
        ("nearest town", ["Ariha", "Saraqib"], "a place"),
        ("seen", ["3 October 2015", "2015-10-04"], "a date"),
        ("last_updated", ["2015-10-03", "2015-10-04"], None),
        ("killed_notes", ["many people, they say", "none was named"], None),
        ("id2", ["100234", "100235"], None),
        ("children_killed", ["", ""], None),
    ],
)
def test_what_a_column_looks_like(name, cells, likeness):
    table = pd.DataFrame({name: cells, "used": "x"}, dtype="str")
    assert look_like(table, [name]).get(name) == likeness

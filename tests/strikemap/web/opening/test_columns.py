"""What the columns of a visitor's file mean: checked before it is read."""

from __future__ import annotations

import pytest

from strikemap.web.opening.columns import find_problem


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"d": "date", "p": "place_text"}, None),
        ({"d": "date", "x": "lon", "y": "lat"}, None),
        ({"p": "place_text"}, "a date column"),
        ({"d": "date"}, "a place column"),
        ({"d": "date", "p": "place_text", "q": "place_text"}, "p and q are both read as place"),
        ({"d": "date", "p": "place_text", "a": "source", "b": "source"}, None),
    ],
    ids=str,
)
def test_chosen_columns_are_checked_before_reading(columns, problem):
    found = find_problem(columns)
    assert found is None if problem is None else problem in (found or "")

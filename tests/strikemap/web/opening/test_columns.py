"""What the columns of a visitor's file mean: checked before it is read."""

from __future__ import annotations

import pytest

from geo.reading.column_names import FIELDS
from strikemap.web.opening.columns import find_problem, list_meanings, word_choice


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


@pytest.mark.parametrize(
    ("typed", "first", "among"),
    [("kind", "kind", "kind"), ("weapon", "weapon", "munition"), ("attack", "date", "kind"),
     ("province", "governorate_text", "governorate_text"), ("blamed", "actor", "actor"),
     ("wounded", "injured", "injured")],
)  # fmt: skip
def test_a_meaning_is_found_by_its_word_and_by_the_headers_of_files(typed, first, among):
    found = [field for field in FIELDS if typed in word_choice(field)]
    assert found[0] == first
    assert among in found


def test_how_a_column_is_read_is_said_in_the_word_it_is_found_by():
    assert list_meanings({"What": "kind"}) == "What → kind"
    assert word_choice(None) == "not used"

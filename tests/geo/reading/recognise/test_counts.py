"""Columns that count: tolls with their bounds and parts, and strikes."""

from __future__ import annotations

import pytest

from geo.reading.recognise.counts import Part, find_part, guess_counts


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Minimum total people killed", "killed_min"), ("killed (low)", "killed_min"),
        ("Maximum total people reported killed", "killed_max"), ("deaths_best", "killed"),
        ("Number of deaths", "killed"),
        ("Minimum civilians reported killed", "civilians_killed_min"),
        ("No. of people injured", "injured"), ("Children killed", "killed_part"),
        ("women injured", "injured_part"), ("Number of airstrikes", "strikes"),
        ("Min Air Raids", "strikes_min"), ("عدد الغارات", "strikes"), ("عدد القتلى", "killed"),
        ("Кількість загиблих", "killed"), ("nombre de morts", "killed"),
        ("Casualties Killed", "killed"), ("Casualties - injured", "injured"),
        ("الضحايا قتلى", "killed"), ("Losses: civilians killed", "civilians_killed"),
        ("Casualties missing", None), ("Victims of strikes", None),
        ("strikes", None), ("best", None), ("number", None), ("Injured / ill", None),
    ],
)  # fmt: skip
def test_a_count_is_known_by_the_words_of_its_name(name: str, field: str | None) -> None:
    assert guess_counts([name], {}).get(name) == field


def test_best_low_and_high_side_by_side_are_the_killed() -> None:
    assert guess_counts(["best", "low", "high"], {}) == {
        "best": "killed", "low": "killed_min", "high": "killed_max"
    }  # fmt: skip
    assert guess_counts(["low", "high"], {}) == {}


def test_a_field_that_is_taken_is_not_given_again() -> None:
    assert guess_counts(["Number of deaths"], {"killed": "killed"}) == {}


def test_a_part_says_whose_it_is_and_which_bound() -> None:
    assert find_part("Minimum children reported killed") == Part("killed", "children", "min")
    assert find_part("عدد الأطفال القتلى") == Part("killed", "children", "")
    assert find_part("killed") is None

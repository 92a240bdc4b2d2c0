"""Tolls told with their kind, by language: a figure goes to the toll that its word names."""

from __future__ import annotations

import pytest

from geo.reading.values.toll_phrases import split_toll


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("3 killed", "3", None), ("killed 3", "3", None), ("killed: 3", "3", None),
        ("3 dead, 5 wounded", "3", "5"), ("3 dead and 5 wounded", "3", "5"),
        ("killed: 3; wounded: 5", "3", "5"), ("3 killed/5 injured", "3", "5"),
        ("3 killed 5 injured", "3", "5"), ("killed 3 injured 5", "3", "5"),
        ("10 people killed and more than 20 injured", "10", "more than 20"),
        ("at least 3 killed", "at least 3", None),
        ("between 3 and 5 killed", "between 3 and 5", None),
        ("3-5 dead", "3-5", None), ("5+ dead", "5+", None), ("1,200 killed", "1,200", None),
        ("3 killed (2 children)", "3", None), ("3 killed, including 2 women", "3", None),
        ("3 killed, dozens injured", "3", None), ("no deaths, 5 injured", "0", "5"),
        ("3 قتلى", "3", None), ("٣ شهداء", "3", None), ("3 قتلى و5 جرحى", "3", "5"),
        ("مقتل 3 أشخاص وإصابة 5", "3", "5"), ("لا يوجد قتلى", "0", None),
        ("3 morts, 5 blessés", "3", "5"), ("3 muertos y 5 heridos", "3", "5"),
        ("3 Tote und 5 Verletzte", "3", "5"), ("3 погибших, 5 раненых", "3", "5"),
        ("загинуло 3, поранено 5", "3", "5"), ("3 ölü 5 yaralı", "3", "5"),
    ],
)  # fmt: skip
def test_a_figure_goes_to_its_kind(text: str, killed: str | None, injured: str | None) -> None:
    told = split_toll(text)
    assert told == {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("5 casualties", "5"), ("5 killed or wounded", "5"), ("3 killed and wounded", "3"),
        ("5 قتلى وجرحى", "5"), ("no casualties", "0"), ("لا ضحايا", "0"),
        ("without casualties", "0"),
    ],
)  # fmt: skip
def test_both_together_are_neither(text: str, casualties: str) -> None:
    assert split_toll(text) == {"casualties": casualties}


@pytest.mark.parametrize(
    "text",
    [
        "dozens killed", "killed", "قتلى وجرحى", "قتيلان", "two killed", "nobody killed",
        "3 civilians killed", "no civilian casualties", "no casualties reported", "about 5 killed",
        "2 of 3 killed", "3rd killed", "50% killed", "3.5 killed", "3 killed 2019", "killed -3",
        "3 killed, 2 killed", "5-3 killed", "3 families killed", "5", "", "none",
    ],
)  # fmt: skip
def test_what_is_no_figure_of_all_is_none(text: str) -> None:
    assert split_toll(text) is None

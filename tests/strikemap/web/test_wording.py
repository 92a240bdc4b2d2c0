"""Cells read as what was reported, and null is never a number."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strikemap.web.wording import (
    escape_markdown,
    plural,
    word_dates,
    word_place,
    word_sharpness,
    word_tolls,
)


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2020-10-26", "2020-10-26", "day", "2020-10-26"),
        ("2015-09-30", "2015-10-01", "day", "2015-09-30 to 2015-10-01"),
        ("2015-10-05", "2015-10-11", "week", "2015-10-05 to 2015-10-11 (week)"),
        ("2020-07-01", "2020-07-31", "month", "2020-07 (month)"),
        ("2020-02-01", "2020-02-29", "month", "2020-02 (month)"),
        ("2020-07-01", "2020-07-30", "month", "2020-07-01 to 2020-07-30 (month)"),
        ("2016-01-01", "2016-12-31", "year", "2016 (year)"),
        (None, None, "unknown", "not reported"),
    ],
)
def test_dates_carry_their_precision(start, end, precision, said):
    assert word_dates(pd.Timestamp(start), pd.Timestamp(end), precision) == said


@pytest.mark.parametrize(
    ("place", "governorate", "said"),
    [
        ("Duwaylah", "Idlib", "Duwaylah"),
        (None, "Idlib", "Idlib"),
        (None, None, "not reported"),
        (float("nan"), float("nan"), "not reported"),
        ("<img src=x onerror=alert(1)>", None, "<img src=x onerror=alert(1)>"),
    ],
)
def test_place_is_given_as_reported(place, governorate, said):
    assert word_place(place, governorate) == said


def test_precision_says_its_radius():
    assert word_sharpness("settlement", 1.5) == "settlement, within 1.5 km"
    assert word_sharpness("governorate", float("nan")) == "governorate"
    assert word_sharpness("governorate", float("nan"), "UA46") == "oblast"
    assert word_sharpness("governorate", float("nan"), "SY02") == "governorate"
    assert word_sharpness("settlement", 2, float("nan")) == "settlement, within 2 km"


def test_counts_agree_with_their_noun():
    assert [plural(n, "row") for n in (0, 1, 2, 1000)] == [
        "0 rows",
        "1 row",
        "2 rows",
        "1,000 rows",
    ]


def test_shared_toll_stands_on_its_lead_row_only():
    strikes = pd.DataFrame(
        {
            "place_text": ["Duwaylah", "Idlib city", "Sarmin"],
            "toll_lead": ["a", "a", None],
            "killed_min": pd.array([70, None, None], dtype="Int64"),
            "killed_max": pd.array([100, None, None], dtype="Int64"),
        },
        index=["a", "b", "c"],
    )
    assert word_tolls(strikes, strikes, "killed") == [
        "70–100", "counted with Duwaylah", "not reported",
    ]  # fmt: skip
    alone = strikes.loc[["b"]]
    assert word_tolls(alone, strikes, "killed") == ["counted with Duwaylah"]
    assert word_tolls(alone, alone, "killed") == ["counted with a"]


@given(st.text())
def test_escaped_text_leaves_no_bare_punctuation(text):
    escaped = escape_markdown(text)
    bare = escaped.replace("\\\\", "")
    for sign in "!<>[]()`*_$|#":
        assert f"\\{sign}" in bare or sign not in bare
        assert sign not in bare.replace(f"\\{sign}", "")
    assert "\n" not in escaped


def test_a_picture_in_a_text_stays_text():
    assert escape_markdown("![x](http://far.example/p.png)").startswith(r"\!\[x\]\(http")

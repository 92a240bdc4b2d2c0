"""Reasons are counted by kind: what differs in a cell or a number only is one."""

from __future__ import annotations

import pandas as pd

from geo.strikes.reasons import count_reasons


def test_reasons_that_differ_in_a_cell_or_a_number_are_one_worded_as_most_are():
    reasons = pd.Series(["'A' is no place", "'B' is no place", "'B' is no place", "5 km off",
                         "6.5 km off", None])  # fmt: skip
    assert count_reasons(reasons) == {"'B' is no place": 3, "5 km off": 2}


def test_the_rows_of_further_kinds_are_counted_together():
    reasons = pd.Series(["alpha", "alpha", "beta", "gamma"])
    assert count_reasons(reasons, most=1) == {"alpha": 2, "2 further reasons": 2}


def test_no_reason_is_none():
    assert count_reasons(pd.Series([None, None], dtype="str")) == {}

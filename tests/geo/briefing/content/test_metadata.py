"""The hash of the data changes with any value, and with nothing else."""

from __future__ import annotations

import pandas as pd
import pytest
from map_strikes import few_strikes

from geo.briefing.content.metadata import hash_data


@pytest.mark.parametrize(
    "column", ["place_text", "adm1_code", "precision", "killed_max", "date_end"]
)
def test_the_hash_changes_with_any_value(column):
    strikes, claims = few_strikes()
    before = hash_data(strikes, claims)
    changed = strikes.copy()
    new = {"killed_max": 101, "date_end": pd.Timestamp("2020-10-27")}.get(column, "other")
    changed.loc["duwaylah", column] = new
    assert hash_data(changed, claims) != before
    moved = strikes.copy()
    moved.loc["duwaylah", "geometry"] = moved.geometry["hama"]
    assert hash_data(moved, claims) != before
    assert hash_data(strikes, claims.iloc[1:]) != before
    assert hash_data(strikes.iloc[::-1], claims.iloc[::-1]) == before

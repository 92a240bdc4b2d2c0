"""Ids rest on what a source says, so that a link outlives a correction; hashes on every value."""

from __future__ import annotations

import pandas as pd
import pytest
from map_strikes import few_strikes

from geo.strikes.ids import hash_data, make_ids


def test_ids_rest_on_what_is_reported_and_not_on_matching_or_order() -> None:
    rows = pd.DataFrame({"kind": ["drone", "drone"], "place_text": ["Homs", "Hama"],
                         "place_id": ["a", "b"], "lon": [36.7, None]})  # fmt: skip
    first, second = make_ids(rows)
    corrected = rows.assign(place_id=["z", "z"]).iloc[::-1]
    assert list(make_ids(corrected)) == [second, first]
    assert make_ids(rows.assign(place_text="Homs "))[0] != first
    assert list(make_ids(pd.concat([rows, rows]))) == [first, second, f"{first}-2", f"{second}-2"]


def test_points_keep_strikes_at_one_place_apart() -> None:
    rows = pd.DataFrame({"kind": ["drone"] * 3, "place_text": ["Homs"] * 3,
                         "lon": [36.7, 36.7, 36.8], "lat": [34.7, 34.8, 34.7]})  # fmt: skip
    ids = make_ids(rows, prefix="notes")
    assert len({name.partition("-")[0] for name in ids}) == 3
    assert ids.str.startswith("notes:").all()


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

"""Ids rest on what a source says, so that a link outlives a correction."""

from __future__ import annotations

import pandas as pd

from geo.strikes.ids import make_ids


def test_ids_rest_on_what_is_reported_and_not_on_matching_or_order() -> None:
    rows = pd.DataFrame({"kind": ["drone", "drone"], "place_text": ["Homs", "Hama"],
                         "place_id": ["a", "b"], "lon": [36.7, None]})  # fmt: skip
    first, second = make_ids(rows)
    corrected = rows.assign(place_id=["z", "z"]).iloc[::-1]
    assert list(make_ids(corrected)) == [second, first]
    assert make_ids(rows.assign(place_text="Homs "))[0] != first
    assert list(make_ids(pd.concat([rows, rows]))) == [first, second, f"{first}-2", f"{second}-2"]

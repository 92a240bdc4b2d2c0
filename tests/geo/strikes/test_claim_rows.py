"""Claims find their strikes, in whatever order they stand."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.strikes.claim_rows import find_strikes

STRIKES = pd.DataFrame(index=pd.Index(["a", "b", "c"], name="strike_id", dtype="str"))


@pytest.mark.parametrize(
    ("about", "rows"),
    [
        (["a", "b", "c"], [0, 1, 2]),
        (["c", "a", "a"], [2, 0, 0]),
        (["b", "elsewhere", None], [1, -1, -1]),
        ([], []),
    ],
)
def test_each_claim_is_led_to_its_strike_and_others_to_none(
    about: list[str | None], rows: list[int]
) -> None:
    claims = pd.DataFrame({"strike_id": pd.Series(about, dtype="str")})
    assert find_strikes(claims, STRIKES).tolist() == rows

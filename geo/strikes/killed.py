"""People killed, in words: as reported, and what else is told where all killed is not."""

from __future__ import annotations

import pandas as pd

from geo.strikes.filters import NOT_REPORTED
from geo.strikes.totals import Toll, Totals

__all__ = ["word_killed", "word_toll"]

# Of rows that do not tell how many were killed in all.
_INSTEAD = {
    "civilians_killed": "civilians killed, where only they are reported",
    "casualties": "killed or injured, where only both together are reported",
}


def word_toll(low: object, high: object) -> str:
    """Return a toll as a range: "5", "70–100", "160+", "up to 12" or "not reported"."""
    if pd.isna(low) and pd.isna(high):
        return NOT_REPORTED
    if pd.isna(high):
        return f"{low:,}+"
    if pd.isna(low):
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def word_killed(totals: Totals, *, mark: str = "") -> str:
    """Say the sum of those reported killed, and how many rows report no figure.

    What rows without it tell, such as civilians killed, stands beside it under its own name.
    mark: what stands around numbers, such as "**" in Markdown.
    """
    toll = totals.tolls["killed"]
    told = [
        f"{_INSTEAD[name]}: {_word_sum(one, mark)}"
        for name, one in totals.instead.items()
        if one.reported
    ]
    if toll.reported == 0:
        return "; ".join([*told, f"{'all ' if told else ''}killed: not reported in any row"])
    killed = f"killed, as reported: {_word_sum(toll, mark)}"
    return "; ".join([killed, *told]) + f", no figure in {totals.unknown_killed:,}"


def _word_sum(toll: Toll, mark: str) -> str:
    rows = "1 row" if toll.reported == 1 else f"{toll.reported:,} rows"
    return f"{mark}{word_toll(toll.low, toll.high)}{mark} in {rows}"

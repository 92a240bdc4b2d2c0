"""People killed, in words: as reported, and what else is told where all killed is not."""

from __future__ import annotations

import pandas as pd

from geo.strikes.filters import NOT_REPORTED
from geo.strikes.totals import Toll, Totals

__all__ = ["word_all_killed", "word_killed", "word_toll"]

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
    told = [
        f"{_INSTEAD[name]}: {_word_sum(one, totals.rows, mark)}"
        for name, one in totals.instead.items()
        if one.reported
    ]
    if totals.tolls["killed"].reported == 0:
        return "; ".join([*told, f"{'all ' if told else ''}killed: not reported in any row"])
    return "; ".join([word_all_killed(totals, mark=mark), *told]) + (
        f", no figure in {totals.unknown_killed:,}"
    )


def word_all_killed(totals: Totals, *, mark: str = "") -> str:
    """Say the sum of those reported killed as a range, and in how many of how many rows it stands.

    mark: as `word_killed` takes it.
    """
    toll = totals.tolls["killed"]
    if toll.reported == 0:
        return "killed: not reported in any row"
    return f"killed, as reported: {_word_sum(toll, totals.rows, mark)}"


def _word_sum(toll: Toll, rows: int, mark: str) -> str:
    of = "1 row" if rows == 1 else f"{rows:,} rows"
    return f"{mark}{word_toll(toll.low, toll.high)}{mark} in {toll.reported:,} of {of}"

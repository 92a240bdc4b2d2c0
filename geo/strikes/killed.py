"""People killed, in words: as reported, and what else is told where all killed is not."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from geo.strikes.filters import NOT_REPORTED
from geo.strikes.totals import Toll, Totals

__all__ = ["word_all_killed", "word_killed", "word_toll", "word_undated"]

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


def word_killed(totals: Totals, *, mark: str = "", held: Collection[str] = ()) -> str:
    """Say the sum of those reported killed, and how many rows report no figure.

    What rows without it tell, such as civilians killed, stands beside it under its own name.
    mark: what stands around numbers, such as "**" in Markdown; held: the columns of strikes that
    a release holds back, of which nothing is called unreported.
    """
    told = [
        f"{_INSTEAD[name]}: {_word_sum(one, totals.rows, mark)}"
        for name, one in totals.instead.items()
        if one.reported
    ]
    if totals.tolls["killed"].reported == 0:
        return "; ".join([*told, f"{'all ' if told else ''}{_word_none(held)}"])
    return "; ".join([word_all_killed(totals, mark=mark), *told]) + (
        f", no figure in {totals.unknown_killed:,}"
    )


def word_all_killed(totals: Totals, *, mark: str = "", held: Collection[str] = ()) -> str:
    """Say the sum of those reported killed as a range, and in how many of how many rows it stands.

    mark, held: as `word_killed` takes them.
    """
    toll = totals.tolls["killed"]
    if toll.reported == 0:
        return _word_none(held)
    return f"killed, as reported: {_word_sum(toll, totals.rows, mark)}"


def word_undated(totals: Totals, held: Collection[str] = ()) -> str:
    """Say how many rows have no date; held: as `word_killed` takes it."""
    return f"{totals.undated:,} {'with days held back' if 'date_start' in held else 'undated'}"


def _word_none(held: Collection[str]) -> str:
    return f"killed: {'held back' if 'killed_min' in held else 'not reported in any row'}"


def _word_sum(toll: Toll, rows: int, mark: str) -> str:
    of = "1 row" if rows == 1 else f"{rows:,} rows"
    return f"{mark}{word_toll(toll.low, toll.high)}{mark} in {toll.reported:,} of {of}"

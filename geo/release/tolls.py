"""Small tolls: told as a range that holds them all, so that none can be told from another."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.release.rows import Rows
from geo.strikes.schema import TOLLS

__all__ = ["widen_lower", "widen_sums", "widen_tolls"]

_PARTS = ("killed", "injured")  # casualties are their sum


def widen_tolls(table: pd.DataFrame, least: int) -> dict[str, Rows]:
    """Widen, in place, tolls of 1 to `least` - 1 people to that range; say which rows have one.

    A toll is small by its upper bound, an open one by its lower: "2 or more" becomes "1 or more".
    Nobody is added or taken away: the range holds what was reported. 0 stays 0.
    """
    widened = {}
    for toll in TOLLS if least else ():
        low, high = table[f"{toll}_min"], table[f"{toll}_max"]
        small = high.between(1, least - 1).fillna(False).to_numpy(dtype=bool)
        open_ended = (high.isna() & low.between(1, least - 1)).fillna(False).to_numpy(dtype=bool)
        table[f"{toll}_max"] = high.mask(small, least - 1)
        table[f"{toll}_min"] = low.mask((small & (low > 1).fillna(False)) | open_ended, 1)
        widened[toll] = small | open_ended
    return widened


def widen_lower(strikes: pd.DataFrame, rows: Mapping[str, Rows], least: int) -> None:
    """Begin at 1, in place, tolls whose lower bound is below `least`: it is that of a small claim.

    rows: by toll the strikes with a claim that was widened.
    """
    for toll, own in rows.items():
        low = strikes[f"{toll}_min"]
        strikes[f"{toll}_min"] = low.mask(low.between(1, least - 1).fillna(False) & own, 1)


def widen_sums(
    strikes: pd.DataFrame, claims: pd.DataFrame, at: NDArray[np.intp], rows: Mapping[str, Rows]
) -> None:
    """Widen, in place, casualties that would tell a small toll by what is left of them.

    They then hold the sum of the ranges of killed and injured. rows: by toll the strikes that have
    a small one, or a claim with one. at: the strike's row of each claim.
    """
    told = np.logical_or.reduce([rows[part] for part in _PARTS])
    for end in ("min", "max"):
        total, claimed = (
            table[f"killed_{end}"] + table[f"injured_{end}"] for table in (strikes, claims)
        )
        of_strike = pd.Series(total.array[at], index=claims.index)
        for table, own, sums in (
            (strikes, told, total),
            (claims, told[at] & (at >= 0), claimed.fillna(of_strike)),
        ):
            known = table[f"casualties_{end}"]
            wider = sums < known if end == "min" else sums > known
            table[f"casualties_{end}"] = known.mask(wider.fillna(False) & own, sums)

"""Small tolls: told as a range that holds them all, so that none can be told from another."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.release.rows import Rows
from geo.strikes.schema import TOLLS

__all__ = ["widen_tolls"]


def widen_tolls(table: pd.DataFrame, least: int) -> Rows:
    """Widen, in place, tolls of 1 to `least` - 1 people to that range; say which rows have one.

    A toll is small by its upper bound, an open one by its lower: "2 or more" becomes "1 or more".
    Nobody is added or taken away: the range holds what was reported. 0 stays 0.
    """
    changed = np.zeros(len(table), dtype=bool)
    for toll in TOLLS if least else ():
        low, high = table[f"{toll}_min"], table[f"{toll}_max"]
        small = high.between(1, least - 1).fillna(False).to_numpy(dtype=bool)
        open_ended = (high.isna() & low.between(1, least - 1)).fillna(False).to_numpy(dtype=bool)
        table[f"{toll}_max"] = high.mask(small, least - 1)
        table[f"{toll}_min"] = low.mask((small & (low > 1).fillna(False)) | open_ended, 1)
        changed |= small | open_ended
    return changed

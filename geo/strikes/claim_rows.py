"""Which strike each claim is about."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["find_strikes"]


def find_strikes(claims: pd.DataFrame, strikes: pd.DataFrame) -> NDArray[np.intp]:
    """Return the row of each claim's strike, -1 where it is none of these."""
    ids = pd.Index(claims["strike_id"])
    if ids.equals(strikes.index):  # one claim for each, in their order: nothing is looked up
        return np.arange(len(ids), dtype=np.intp)
    # isin takes ten times as long on texts.
    rows: NDArray[np.intp] = strikes.index.get_indexer(ids)
    return rows

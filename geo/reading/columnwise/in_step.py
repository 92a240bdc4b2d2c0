"""Texts listed in one cell, in step with those of another cell.

Sources are told apart at ';', so a headline with its own ';', or a source without a headline,
would break the step. Both are kept aside while the claims are made.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

__all__ = ["join_step", "restore_step"]

# Characters of Unicode's private use, which no text of a source has.
_OWN, _NOTHING = "\ue000", "\ue001"
_COLUMNS = ("claimant", "outlet", "title", "published")


def join_step(texts: Iterable[str]) -> str:
    """Return texts as one cell of the fields source, title, outlet or published."""
    return ";".join(text.strip().replace(";", _OWN) or _NOTHING for text in texts)


def restore_step(claims: pd.DataFrame) -> pd.DataFrame:
    """Return claims made of such cells with the texts as they were, null where there was none."""
    columns = {name: claims[name].str.replace(_OWN, ";") for name in _COLUMNS}
    return claims.assign(
        **{name: column.mask(column == _NOTHING) for name, column in columns.items()}
    )

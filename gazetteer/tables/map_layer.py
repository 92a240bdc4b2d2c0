"""One layer of a map file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MapLayer"]


@dataclass(frozen=True)
class MapLayer:
    """One layer: its name, and its features, without geometry where it has none.

    unread: positions of features whose geometry is broken, which have none.
    """

    name: str
    features: pd.DataFrame
    unread: tuple[int, ...] = ()

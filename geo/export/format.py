"""What an export format is: one of these in each module of `geo.export.formats`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.files import Piece
from geo.webmap.payload.encode import MapOptions

__all__ = ["Beside", "ExportFormat", "Outgoing"]


@dataclass(frozen=True, slots=True, eq=False)
class Outgoing:
    """What goes out: strikes, their own claims, and what a map draws under them and says.

    base_map: GeoJSON, empty where no map is drawn. options: None takes the usual ones. located:
    the edition of places and boundaries that the strikes were located with, '' for none to say.
    dataset: the published table that they are of, as a `Reading` names it, '' for none to say.
    beside: further columns of the strikes, for CSV and GeoJSON.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    base_map: Mapping[str, object] = field(default_factory=dict)
    options: MapOptions | None = None
    located: str = ""
    dataset: str = ""
    beside: pd.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A second file: where it stands beside the first, and its content."""

    path: Callable[[Path], Path]
    render: Callable[[Outgoing], str | bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One kind of file that strikes go out as.

    suffixes: the endings it is chosen by, the usual one first. sentence: for the command line's
    help, 55 characters at most. stream: the same content piece by piece, for formats that are
    larger as text than memory holds. label: its button in the app, '' where the command line alone
    writes it. beside: the file that goes with it, None where claims are held inside.
    """

    suffixes: tuple[str, ...]
    sentence: str
    mime: str
    render: Callable[[Outgoing], str | bytes]
    stream: Callable[[Outgoing], Iterator[Piece]] | None = None
    label: str = ""
    needs_base_map: bool = False
    beside: Beside | None = None
    order: int = 100

"""What an export format is: one of these in each module of `geo.export.formats`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.files import FileContent, Piece
from geo.webmap.payload.encode import MapOptions

__all__ = ["Beside", "ExportFormat", "Outgoing"]


@dataclass(frozen=True, slots=True, eq=False)
class Outgoing:
    """What goes out: strikes, their own claims, and what a map draws under them and says.

    base_map: GeoJSON, empty where no map is drawn. options: None takes the usual ones. located:
    the edition of places and boundaries that the strikes were located with, '' for none to say.
    dataset: the published table that they are of, as a `Reading` names it, '' for none to say.
    beside: further columns of the strikes, for CSV and GeoJSON. excel_mark: whether a CSV begins
    with a byte order mark. hxl: whether its second row holds HXL hashtags. release: what a release
    profile held back, a sentence each; held: the columns that it held back, by table.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    base_map: Mapping[str, object] = field(default_factory=dict)
    options: MapOptions | None = None
    located: str = ""
    dataset: str = ""
    beside: pd.DataFrame | None = None
    excel_mark: bool = True
    hxl: bool = False
    release: tuple[str, ...] = ()
    held: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def holds(self, table: str, column: str) -> bool:
        """Whether a column of a table is held back, so that empty is not "not reported"."""
        return column in self.held.get(table, ())


@dataclass(frozen=True, slots=True)
class Beside:
    """A further file: where it stands beside the first, and its content.

    render: takes the path of the first too, which the further one may name. stream: the same
    content piece by piece, as an `ExportFormat`'s.
    """

    path: Callable[[Path], Path]
    render: Callable[[Outgoing, Path], str | bytes]
    stream: Callable[[Outgoing, Path], Iterator[Piece]] | None = None


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One kind of file that strikes go out as.

    suffixes: the endings it is chosen by, the usual one first; of endings that fit a name the
    longest counts. sentence: for the command line's help, 55 characters at most. stream: the same
    content piece by piece, for formats that are larger as text than memory holds. label: its name
    in the app, '' where the command line alone writes it. beside: the files that go with it, none
    where it holds all. leads: whether it has a button of its own in the app.
    """

    suffixes: tuple[str, ...]
    sentence: str
    mime: str
    render: Callable[[Outgoing], str | bytes]
    stream: Callable[[Outgoing], Iterator[Piece]] | None = None
    label: str = ""
    needs_base_map: bool = False
    beside: tuple[Beside, ...] = ()
    leads: bool = False
    order: int = 100

    def paths_beside(self, path: Path) -> list[Path]:
        """Return the files that go with a file of this format."""
        return [each.path(path) for each in self.beside]

    def to_files(self, outgoing: Outgoing, path: Path) -> dict[Path, FileContent]:
        """Return the content of each file that strikes go out as, the first first."""
        first = self.stream(outgoing) if self.stream else self.render(outgoing)
        others = {one.path(path): (one.stream or one.render)(outgoing, path) for one in self.beside}
        return {path: first, **others}

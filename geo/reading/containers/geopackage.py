"""GeoPackage: the layer `strikes` with its `claims`, else the first layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gazetteer.errors import GazetteerError
from gazetteer.tables.databases import MAGIC
from gazetteer.tables.geopackages import read_geopackage
from geo.errors import ReadError
from geo.reading.frames import table_of_frame, text_columns
from geo.reading.kinds import Container
from geo.reading.table import Table

__all__ = ["GEOPACKAGE"]


_BROKEN = "the geometry cannot be read; give a point or leave the geometry out"


def _read(content: bytes | Path, name: str, sheet: str | None = None) -> Table:
    _check_start(content, name)
    listed: list[str] = []

    def choose(layers: Sequence[str]) -> Sequence[str]:
        listed.extend(layers)
        return _choose(layers, name, sheet)

    try:
        chosen, *others = list(read_geopackage(content, name, choose))
    except GazetteerError as error:
        raise ReadError(str(error)) from error
    table = _without_broken(table_of_frame(chosen.features, name), chosen.unread)
    note = f"read the layer {chosen.name!r}, one of {len(listed)}" if len(listed) > 2 else ""
    return replace(
        table,
        claims=_claims_table(others[0].features, name) if others else None,
        notes=(*table.notes, *([note] if note else [])),
        sheets=tuple(listed),
        sheet=chosen.name,
    )


def _check_start(content: bytes | Path, name: str) -> None:
    if isinstance(content, Path):
        with content.open("rb") as file:
            start = file.read(len(MAGIC))
    else:
        start = content[: len(MAGIC)]
    if start != MAGIC:
        raise ReadError(f"{name}: is no GeoPackage, whatever its name says; save it as one")


def _choose(layers: Sequence[str], name: str, sheet: str | None) -> Sequence[str]:
    """Return the layer to read, and that of the claims beside our own strikes."""
    if not layers:
        raise ReadError(f"{name}: holds no layer; save the strikes into one")
    if sheet is not None and sheet not in layers:
        raise ReadError(f"{name}: has no layer {sheet!r}; it has {', '.join(layers)}")
    chosen = sheet or ("strikes" if "strikes" in layers else layers[0])
    return [chosen, *(["claims"] if chosen == "strikes" and "claims" in layers else [])]


def _without_broken(table: Table, unread: Sequence[int]) -> Table:
    """Return a table whose rows with a broken geometry are refused."""
    if not unread:
        return table
    broken = pd.Series(_BROKEN, index=table.cells.index[list(unread)], dtype=object)
    return replace(
        table, cells=table.cells.drop(index=broken.index), broken=pd.concat([table.broken, broken])
    )


def _claims_table(claims: pd.DataFrame, name: str) -> Table:
    texts = text_columns(pd.DataFrame(claims))
    return Table(name, texts.set_axis(pd.RangeIndex(1, len(texts) + 1), axis=0))


GEOPACKAGE = Container("GeoPackage", (".gpkg",), _read, has_sheets=True, takes_paths=True)

"""GeoPackage: the layer `strikes` with its `claims`, else the first layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from gazetteer.errors import GazetteerError
from gazetteer.tables.databases import MAGIC
from gazetteer.tables.map_files import MapLayer, read_geopackage
from geo.errors import ReadError
from geo.reading.frames import table_of_frame, text_columns
from geo.reading.kinds import Container
from geo.reading.table import Table

__all__ = ["GEOPACKAGE"]


def _read(source: bytes | Path, name: str, sheet: str | None = None) -> Table:
    if not _starts_as_database(source):
        raise ReadError(f"{name}: is no GeoPackage, whatever its name says; save it as one")
    try:
        layers = {layer.name: layer for layer in read_geopackage(source, name)}
    except GazetteerError as error:
        raise ReadError(str(error)) from error
    if not layers:
        raise ReadError(f"{name}: holds no layer; save the strikes into one")
    chosen = layers[_choose(layers, name, sheet)]
    claims = layers.get("claims") if chosen.name == "strikes" else None
    table = table_of_frame(chosen.features, name)
    note = f"read the layer {chosen.name!r}, one of {len(layers)}" if len(layers) > 2 else ""
    return replace(
        table,
        claims=None if claims is None else _claims_table(claims.features, name),
        notes=(*table.notes, *([note] if note else [])),
    )


def _starts_as_database(source: bytes | Path) -> bool:
    if isinstance(source, bytes):
        return source.startswith(MAGIC)
    with source.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _choose(layers: dict[str, MapLayer], name: str, sheet: str | None) -> str:
    if sheet is None:
        return "strikes" if "strikes" in layers else next(iter(layers))
    if sheet not in layers:
        raise ReadError(f"{name}: has no layer {sheet!r}; it has {', '.join(layers)}")
    return sheet


def _claims_table(claims: pd.DataFrame, name: str) -> Table:
    texts = text_columns(pd.DataFrame(claims))
    return Table(name, texts.set_axis(pd.RangeIndex(1, len(texts) + 1), axis=0))


GEOPACKAGE = Container("GeoPackage", (".gpkg",), _read, has_sheets=True, takes_paths=True)

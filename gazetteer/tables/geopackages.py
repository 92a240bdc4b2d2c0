"""GeoPackage, read as the SQLite database that it is: a table for each layer.

Tables and shapes: OGC 12-128r18, GeoPackage Encoding Standard, clauses 1 and 2.1.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.limits import is_deep
from gazetteer.tables.databases import list_tables, list_types, open_database, read_table
from gazetteer.tables.map_layer import MapLayer
from gazetteer.tables.systems import read_code, read_definition

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from pyproj import CRS

__all__ = ["read_geopackage"]

_KINDS = ("features", "attributes", "aspatial")
_OF_QGIS = ("layer_styles", "qgis_projects")  # its own tables, listed among the layers
_KEYS = ("fid", "ogc_fid")  # numbers of rows that GDAL and QGIS give
# Bytes of the envelope in a geometry by its kind: none, xy, xyz, xym, xyzm.
_ENVELOPES = (0, 32, 48, 48, 64)
_HEADER = 8  # bytes: "GP", version, flags, number of the system
_UNDEFINED = (0, -1)
_EXACT = 2**53  # above it a number with a fraction cannot hold every whole one

Choose = Callable[[Sequence[str]], Sequence[str]]


def read_geopackage(source: Path | bytes, name: str, choose: Choose) -> Iterator[MapLayer]:
    """Yield the layers that are chosen of a GeoPackage's, geometry in their own crs.

    choose: the names of the layers to those to read. A layer that is a view is left out, as it may
    compute whatever it likes. Raises GazetteerError where it is none, or holds nothing but views.
    """
    with open_database(source, name) as connection:
        tables = list_tables(connection)
        if "gpkg_contents" not in tables:
            raise GazetteerError(f"{name}: is no GeoPackage; save it as one")
        listed = _rows(read_table(connection, "gpkg_contents"))
        layers = [
            str(row["table_name"]) for row in listed
            if row.get("data_type") in _KINDS and row["table_name"] not in _OF_QGIS
        ]  # fmt: skip
        plain = [layer for layer in layers if layer in tables]
        if layers and not plain:
            raise GazetteerError(f"{name}: its layers are no plain tables; export them as tables")
        for layer in choose(plain):
            try:
                yield _read_layer(connection, layer, tables)
            except GazetteerError as error:
                wrong = f"{name}: its layer {layer!r} cannot be read: {error}"
                raise GazetteerError(wrong) from error


def _rows(columns: Mapping[str, list[object]]) -> list[dict[str, object]]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _read_layer(connection: sqlite3.Connection, layer: str, tables: set[str]) -> MapLayer:
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    columns = read_table(connection, layer)
    rows = len(next(iter(columns.values()), []))
    shape, crs = _find_shape(connection, layer, tables)
    blobs = columns.pop(shape) if shape in columns else None
    values = _with_types(columns, list_types(connection, layer), rows)
    if blobs is None:
        return MapLayer(layer, values)
    shapes = _geometries(blobs)
    given = np.array([blob is not None for blob in blobs], dtype=bool)
    unread = np.flatnonzero(given & pd.isna(shapes))
    features = gpd.GeoDataFrame(values, geometry=gpd.array.GeometryArray(shapes), crs=crs)
    return MapLayer(layer, features, tuple(unread.tolist()))


def _with_types(columns: dict[str, Any], types: Mapping[str, str], rows: int) -> pd.DataFrame:
    """Return columns of days and of yes and no as such; SQLite keeps them as texts and numbers."""
    import pandas as pd

    typed: dict[str, pd.Series] = {}
    for column in columns:
        if column in _KEYS:
            continue
        values = pd.Series(columns[column], index=range(rows))
        if values.dtype == "float64" and values.abs().max() > _EXACT:
            values = pd.Series(columns[column], index=range(rows), dtype=object)
        if any(isinstance(value, bytes) for value in columns[column]):
            continue  # pictures and the like
        if types.get(column) in ("DATE", "DATETIME"):
            values = _as_days(values)
        elif types.get(column) == "BOOLEAN":
            values = values.replace({0: False, 1: True})
        typed[column] = values
    return pd.DataFrame(typed, index=range(rows))


def _as_days(values: pd.Series) -> pd.Series:
    """Return ISO texts as days and times, all as they are where some are none."""
    import pandas as pd

    moments = pd.to_datetime(values.astype("str"), utc=True, errors="coerce", format="ISO8601")
    lost = moments.isna() & values.notna()
    return values if lost.any() else moments.dt.tz_localize(None)


def _find_shape(
    connection: sqlite3.Connection, layer: str, tables: set[str]
) -> tuple[str, CRS | None]:
    """Return a layer's column of shapes, "" for none, and its system, None where undefined."""
    if "gpkg_geometry_columns" not in tables:
        return "", None
    shapes = _rows(read_table(connection, "gpkg_geometry_columns"))
    shape = next((row for row in shapes if row["table_name"] == layer), None)
    if shape is None:
        return "", None
    return str(shape["column_name"]), _find_system(connection, shape["srs_id"], tables)


def _find_system(connection: sqlite3.Connection, number: object, tables: set[str]) -> CRS | None:
    if number in _UNDEFINED or "gpkg_spatial_ref_sys" not in tables:
        return None
    systems = _rows(read_table(connection, "gpkg_spatial_ref_sys"))
    found = next((row for row in systems if row["srs_id"] == number), None)
    if found is None:
        return None
    if str(found["organization"]).upper() == "EPSG":
        return read_code(f"EPSG:{found['organization_coordsys_id']}")
    return read_definition(str(found["definition"]))


def _geometries(blobs: Sequence[object]) -> np.ndarray:
    import numpy as np
    import shapely

    cut = (_cut_header(blob) for blob in blobs)
    wkb = np.array([*(None if one and is_deep(one) else one for one in cut), None], dtype=object)[
        :-1
    ]
    found: np.ndarray = shapely.from_wkb(wkb, on_invalid="ignore")
    return found


def _cut_header(blob: object) -> bytes | None:
    """Return the WKB of a geometry; None where there is none."""
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) <= _HEADER:
        return None
    kind = (blob[3] >> 1) & 0b111
    return blob[_HEADER + _ENVELOPES[kind] :] if kind < len(_ENVELOPES) else None

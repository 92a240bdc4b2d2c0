"""Parquet and GeoParquet."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.kinds import Container
from geo.reading.table import LOCATED, OWN_NAMES, Table

__all__ = ["PARQUET"]


def _read(content: bytes, name: str) -> Table:
    try:
        columns = set(pq.read_schema(io.BytesIO(content)).names)
        if {*OWN_NAMES, "geometry"} <= columns:
            return _read_own(content, name)
        frame = pd.read_parquet(io.BytesIO(content))
        if "geometry" in frame:
            frame = gpd.read_parquet(io.BytesIO(content))
    except ReadError:
        raise
    except Exception as error:  # arrow raises many kinds of error
        raise ReadError(f"{name}: not readable as Parquet ({error}); save it again") from error
    return table_of_frame(frame, name)


def _read_own(content: bytes, name: str) -> Table:
    """Read our own table with its types: no cell becomes text on the way."""
    table = pq.read_table(io.BytesIO(content), use_threads=True)
    points = shapely.from_wkb(table["geometry"].to_numpy(zero_copy_only=False))
    claims = _claims_of(table["claims"], name) if "claims" in table.column_names else None
    plain = table.drop_columns([c for c in ("geometry", "claims") if c in table.column_names])
    cells = plain.to_pandas(ignore_metadata=False)
    drawn = ~shapely.is_missing(points) & ~shapely.is_empty(points)
    if (shapely.get_type_id(points[drawn]) != shapely.GeometryType.POINT).any():
        raise ReadError(f"{name}: a geometry is no point; give points, or read it as any table")
    degrees = np.full((2, len(cells)), np.nan)
    degrees[:, drawn] = shapely.get_coordinates(points[drawn]).T
    cells = cells.assign(lon=degrees[0], lat=degrees[1])
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    located = (table.schema.metadata or {}).get(LOCATED.encode(), b"").decode("utf-8", "replace")
    return Table(name, cells, claims=claims, typed=True, located=located)


def _claims_of(column: pa.ChunkedArray, name: str) -> Table | None:
    """Return the claims of our own table: lists of records, or their JSON as it was once."""
    listed = column.combine_chunks()
    if not pa.types.is_nested(listed.type):
        listed = _parse_claims(listed, name)
    records = listed.flatten()
    if not len(records):
        return None
    flat = pa.Table.from_struct_array(records) if records.type.num_fields else pa.table({})
    cells = flat.to_pandas()
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    return Table(name, cells, typed=True)


def _parse_claims(texts: pa.Array, name: str) -> pa.Array:
    try:
        parsed = [json.loads(text) if text else [] for text in texts.to_pylist()]
        return pa.array(parsed, pa.list_(pa.struct([])) if not any(parsed) else None)
    except (ValueError, TypeError, pa.ArrowInvalid) as error:
        raise ReadError(
            f"{name}: its column claims holds no claims ({error}); leave it out"
        ) from error


PARQUET = Container("Parquet", (".parquet", ".geoparquet"), _read)

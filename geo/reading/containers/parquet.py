"""Parquet and GeoParquet."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from gazetteer.limits import CELL, CELLS, NESTED, ROWS, is_deep
from gazetteer.tables.systems import names_files
from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.kinds import Container
from geo.reading.opening.nested import flatten_all
from geo.reading.table import DATASET, LOCATED, OWN_NAMES, Table, check_width
from geo.strikes.schema import CRS as WGS84

__all__ = ["PARQUET"]


Degrees: TypeAlias = NDArray[np.float64]
_WKB_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")])
_GEO = b"geo"  # key of GeoParquet's metadata
MOST_NAMED = 5  # columns named in an error
_LETTER = 4  # bytes of a letter at most
_BOXES = "bbox"  # GeoParquet 1.1's column of each shape's box


def _read(content: bytes, name: str) -> Table:
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        _check_size(file, name)
        schema = file.schema_arrow
        _check_names(schema.names, name)
        geo = json.loads((schema.metadata or {}).get(_GEO, b"null"))
        if {*OWN_NAMES, "geometry"} <= set(schema.names) and _is_in_degrees(geo):
            return _read_own(file, name)
        return table_of_frame(_read_frame(content, schema, geo), name)
    except ReadError:
        raise
    except Exception as error:  # arrow raises many kinds of error
        raise ReadError(f"{name}: not readable as Parquet ({error}); save it again") from error


def _check_size(file: pq.ParquetFile, name: str) -> None:
    rows, columns = file.metadata.num_rows, file.metadata.num_columns
    check_width(columns, name)
    for at in range(columns if rows else 0):
        groups = map(file.metadata.row_group, range(file.metadata.num_row_groups))
        size = sum(group.column(at).total_uncompressed_size for group in groups)
        column = file.schema.column(at)
        if column.logical_type.type == "STRING" and size > _LETTER * CELL.most * rows:
            raise ReadError(
                f"{name}: its column {column.path!r} has more than {CELL} in a cell; "
                "save the table without it"
            )
    if rows > ROWS.most or rows * columns > CELLS.most:
        raise ReadError(
            f"{name}: {rows:,} rows of {columns:,} columns are more than is read at once; "
            "split the file"
        )


def _check_names(names: Sequence[str], name: str) -> None:
    """Refuse a table with a name that two columns have: which of them is meant is not known."""
    twice = sorted(column for column, count in Counter(names).items() if count > 1)
    if twice:
        listed = ", ".join(map(repr, twice[:MOST_NAMED]))
        more = f" and {len(twice) - MOST_NAMED} more" if len(twice) > MOST_NAMED else ""
        raise ReadError(
            f"{name}: two columns or more are called {listed}{more}; give each a name of its own"
        )


def _is_in_degrees(geo: object) -> bool:
    """Say whether the metadata of our own table leaves its points in degrees of WGS 84."""
    columns = geo.get("columns") if isinstance(geo, dict) else None
    column = columns.get("geometry") if isinstance(columns, dict) else None
    crs = column.get("crs") if isinstance(column, dict) else None
    return crs is None or CRS.from_user_input(crs).equals(CRS(WGS84), ignore_axis_order=True)


def _read_frame(content: bytes, schema: pa.Schema, geo: object) -> pd.DataFrame:
    """Return the columns of anyone's table, what is nested in them as columns of texts."""
    plain = [column.name for column in schema if not pa.types.is_nested(column.type)]
    if not isinstance(geo, dict):
        frame = pd.read_parquet(io.BytesIO(content), columns=plain)
    elif names_files(json.dumps(geo)):
        raise ValueError("its coordinate system names other files")
    else:
        shapes = {geo.get("primary_column", "geometry"), *geo.get("columns", {})}
        _refuse_deep(pq.read_table(io.BytesIO(content), columns=sorted(shapes & {*schema.names})))
        frame = gpd.read_parquet(
            io.BytesIO(content), columns=list(dict.fromkeys([*plain, *sorted(shapes)]))
        )
        frame = frame.drop(columns=[c for c in shapes if c != frame.geometry.name])
    passed = {*plain, *frame.columns, *_list_coverings(geo)}
    nested = [one for one in schema.names if one not in passed]
    if nested:
        records = pq.read_table(io.BytesIO(content), columns=nested).to_pylist()
        own = "claims" in nested and "strike_id" in plain
        columns = _take_all(records) if own else flatten_all(records, "Parquet")
        for key, values in columns.items():
            frame[key] = pd.Series(list(values), index=frame.index, dtype=object)
    blobs = [c for c in plain if c in frame.columns and pa.types.is_binary(schema.field(c).type)]
    return frame.drop(columns=[c for c in blobs if frame[c].dtype == object])


def _refuse_deep(shapes: pa.Table) -> None:
    """Raise ValueError for a shape that would take the process with it; see `is_deep`."""
    for column in shapes.columns:
        binary = pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)
        if binary and any(is_deep(wkb) for wkb in column.to_pylist() if wkb):
            raise ValueError(f"a shape has collections in collections, more than {NESTED}")


def _list_coverings(geo: object) -> set[str]:
    """Return the columns that only repeat where each shape is: GeoParquet 1.1, `covering`."""
    columns = geo.get("columns") if isinstance(geo, dict) else None
    described = columns.values() if isinstance(columns, dict) else ()
    return (
        {_BOXES} if any(isinstance(one, dict) and "covering" in one for one in described) else set()
    )


def _take_all(records: Sequence[Mapping[str, object]]) -> dict[str, Sequence[object]]:
    return {key: [record[key] for record in records] for key in records[0]} if records else {}


def _read_own(file: pq.ParquetFile, name: str) -> Table:
    """Read our own table with its types: no cell becomes text on the way."""
    table = file.read()
    degrees = _degrees_of(table["geometry"].combine_chunks(), name)
    claims = _claims_of(table["claims"], name) if "claims" in table.column_names else None
    beside = {"geometry", "claims", _BOXES} & set(table.column_names)
    plain = _with_moments(table.drop_columns(sorted(beside)))
    cells = plain.to_pandas(ignore_metadata=False)
    cells = cells.assign(lon=degrees[0], lat=degrees[1])
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    said = table.schema.metadata or {}
    located, dataset = (
        said.get(key.encode(), b"").decode("utf-8", "replace") for key in (LOCATED, DATASET)
    )
    return Table(name, cells, claims=claims, typed=True, located=located, dataset=dataset)


def _with_moments(table: pa.Table) -> pa.Table:
    """Return a table whose days are moments, as pandas holds them without an object for each."""
    days = [
        field.with_type(pa.timestamp("s")) if pa.types.is_date(field.type) else field
        for field in table.schema
    ]
    return table.cast(pa.schema(days, table.schema.metadata))


def _degrees_of(geometry: pa.Array, name: str) -> Degrees:
    """Return longitudes and latitudes of points as WKB, NaN for null and empty ones."""
    degrees = np.full((2, len(geometry)), np.nan)
    drawn = geometry.is_valid().to_numpy(zero_copy_only=False)
    whole = geometry.drop_null()
    plain = _read_plain_points(whole)
    if plain is not None:
        degrees[:, drawn] = plain
        return degrees
    _refuse_deep(pa.table({"geometry": whole}))
    points = shapely.from_wkb(whole.to_numpy(zero_copy_only=False))
    filled = ~shapely.is_empty(points)
    if (shapely.get_type_id(points[filled]) != shapely.GeometryType.POINT).any():
        raise ReadError(f"{name}: a geometry is no point; give points, or read it as any table")
    degrees[:, np.flatnonzero(drawn)[filled]] = shapely.get_coordinates(points[filled]).T
    return degrees


def _read_plain_points(points: pa.Array) -> Degrees | None:
    """Return the coordinates of points that are all written in the usual order of bytes, 21 each.

    None where one is not: OGC 06-103r4, 8.2.
    """
    if points.type != pa.binary() or len(points) == 0:
        return None
    _, offsets, data = points.buffers()
    ends = np.frombuffer(offsets, np.int32)[points.offset : points.offset + len(points) + 1]
    if (np.diff(ends) != _WKB_POINT.itemsize).any():
        return None
    read = np.frombuffer(data, _WKB_POINT, count=len(points), offset=int(ends[0]))
    if (read["order"] != 1).any() or (read["kind"] != 1).any():
        return None
    return np.stack([read["x"], read["y"]])


def _claims_of(column: pa.ChunkedArray, name: str) -> Table | None:
    """Return the claims of our own table: lists of records, or their JSON as it was once."""
    listed = column.combine_chunks()
    if not pa.types.is_nested(listed.type):
        listed = _parse_claims(listed, name)
    records = listed.flatten()
    if not len(records):
        return None
    flat = pa.Table.from_struct_array(records) if records.type.num_fields else pa.table({})
    cells = flat.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
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

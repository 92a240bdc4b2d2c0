"""Outlines as whole numbers in columns: small on disk, and only those asked for become shapes.

A row holds the steps from corner to corner in 1/10,000 degrees (x, y; the first from 0), how many
corners each ring has, and how many rings each polygon. Outlines that share an edge still do:
corners are rounded before, never apart.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

__all__ = ["COLUMNS", "PARTS_OF_DEGREE", "pack_outlines", "unpack_outlines"]

PARTS_OF_DEGREE = 10_000  # a step is about 11 m
COLUMNS = ("x", "y", "rings", "polygons")

Numbers = NDArray[np.int64]
Shapes = NDArray[np.object_]


def pack_outlines(outlines: Iterable[shapely.Geometry]) -> dict[str, pa.Array]:
    """Return the columns of polygons or multipolygons in degrees, one row for each."""
    rows = [_pack(outline) for outline in outlines]
    kinds = (pa.int32(), pa.int32(), pa.int32(), pa.int16())
    return {
        name: pa.array([row[at] for row in rows], pa.list_(kind))
        for at, (name, kind) in enumerate(zip(COLUMNS, kinds, strict=True))
    }


def _pack(outline: shapely.Geometry) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    polygons = [part for part in shapely.get_parts(outline) if part.geom_type == "Polygon"]
    rings = [ring for part in polygons for ring in shapely.get_rings(part)]
    corners = np.rint(shapely.get_coordinates(rings) * PARTS_OF_DEGREE).astype(np.int64)
    steps = np.diff(corners, axis=0, prepend=0)
    of_ring = shapely.get_num_coordinates(rings).astype(np.int64)
    of_polygon = np.array([1 + shapely.get_num_interior_rings(part) for part in polygons])
    return steps[:, 0], steps[:, 1], of_ring, of_polygon


def unpack_outlines(table: pa.Table) -> Shapes:
    """Return the multipolygons of a table's rows, in degrees."""
    corners = np.column_stack([_positions(table[name]) for name in ("x", "y")])
    rings, of_polygons = _flat(table["rings"]), _flat(table["polygons"])
    offsets = (_offsets(rings), _offsets(of_polygons), _offsets(_lengths(table["polygons"])))
    shapes: Shapes = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON, corners / PARTS_OF_DEGREE, offsets
    )
    return shapes


def _lengths(column: pa.ChunkedArray) -> Numbers:
    lengths: Numbers = pa.compute.list_value_length(column).to_numpy().astype(np.int64)
    return lengths


def _flat(column: pa.ChunkedArray) -> Numbers:
    flat: Numbers = pa.compute.list_flatten(column).to_numpy().astype(np.int64)
    return flat


def _offsets(lengths: Numbers) -> Numbers:
    return np.concatenate([[0], np.cumsum(lengths)])


def _positions(column: pa.ChunkedArray) -> Numbers:
    """Return steps added up, anew in each row."""
    lengths = _lengths(column)
    sums = _offsets(_flat(column))
    before = sums[_offsets(lengths)[:-1]]
    positions: Numbers = sums[1:] - np.repeat(before, lengths)
    return positions

"""DataFrames and GeoDataFrames -> a table of text cells."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import ReadError
from geo.reading.table import (
    NOT_A_POINT,
    Table,
    TextPoint,
    cell_text,
    table_of_records,
    unique_names,
)
from geo.strikes.schema import CRS

__all__ = ["table_of_frame"]


def table_of_frame(frame: pd.DataFrame, name: str) -> Table:
    """Return a frame's cells as text, rows numbered from 1.

    A named index is a column like the others, an unnamed one is left out. Points come from a
    GeoDataFrame's geometry, brought to degrees, else from columns lon and lat. Raises ReadError
    where a GeoDataFrame has no geometry.
    """
    flat = _with_named_index(frame)
    points: list[TextPoint] = [("", "")] * len(flat)
    if isinstance(flat, gpd.GeoDataFrame):
        points = [_point_of(shape) for shape in _geometry_of(flat, name)]
        flat = pd.DataFrame(flat.drop(columns=flat.geometry.name))
    elif {"lon", "lat"} <= set(flat.columns):
        pairs = zip(flat["lon"], flat["lat"], strict=True)
        points = [(cell_text(lon), cell_text(lat)) for lon, lat in pairs]
        flat = flat.drop(columns=["lon", "lat"])
    flat = flat.set_axis(unique_names(flat.columns), axis=1)
    if not len(flat):
        return Table(name, pd.DataFrame(columns=[*flat.columns, "lon", "lat"]))
    records = flat.astype(object).to_dict("records")
    for record in records:
        if {"strike_id", "claims"} <= set(record):
            record["claims"] = _open_claims(record["claims"])
    return table_of_records(name, records, points)


def _with_named_index(frame: pd.DataFrame) -> pd.DataFrame:
    named = [name for name in frame.index.names if name is not None and name not in frame.columns]
    kept = frame.reset_index(level=named) if named else frame
    return kept.reset_index(drop=True)


def _geometry_of(frame: gpd.GeoDataFrame, name: str) -> gpd.GeoSeries:
    try:
        shapes = frame.geometry
    except AttributeError as error:
        raise ReadError(
            f"{name}: the GeoDataFrame has no geometry; set it with set_geometry, or hand over "
            "a plain DataFrame with columns lon and lat"
        ) from error
    return shapes if shapes.crs is None else shapes.to_crs(CRS)


def _point_of(shape: shapely.Geometry | None) -> TextPoint:
    if shape is None or shape.is_empty:
        return "", ""
    return (repr(shape.x), repr(shape.y)) if shape.geom_type == "Point" else NOT_A_POINT


def _open_claims(cell: object) -> object:
    """Return the claims of our own GeoParquet, a list or a JSON text; other cells as they are."""
    if isinstance(cell, np.ndarray):
        return cell.tolist()
    try:
        return json.loads(cell) if isinstance(cell, str) else cell
    except ValueError:
        return cell

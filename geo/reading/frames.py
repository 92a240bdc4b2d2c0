"""DataFrames and GeoDataFrames -> a table of text cells, column by column."""

from __future__ import annotations

import json
from itertools import chain

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import ReadError
from geo.reading.table import (
    NOT_A_POINT,
    Table,
    cell_text,
    check_filling,
    check_width,
    text_column,
    unique_names,
)
from geo.strikes.schema import CRS

__all__ = ["Points", "table_of_columns", "table_of_frame", "text_columns"]


class Points:
    """The points of some rows as texts in degrees, '' for none, and why others have none."""

    def __init__(self, shapes: np.ndarray) -> None:
        """Take shapely geometries, None for none; one point of a collection is that point."""
        whole = _single(shapes)
        absent = shapely.is_missing(whole) | shapely.is_empty(whole)
        self.odd = ~absent & (shapely.get_type_id(whole) != shapely.GeometryType.POINT)
        drawn = ~absent & ~self.odd
        degrees = np.full((2, len(whole)), np.nan)
        degrees[:, drawn] = shapely.get_coordinates(whole[drawn]).T
        self.lon, self.lat = (text_column(pd.Series(values)) for values in degrees)


def _single(shapes: np.ndarray) -> np.ndarray:
    """Return the only member of collections of one, as QGIS and ogr2ogr write points."""
    whole = np.array(shapes, dtype=object)
    kinds = (shapely.GeometryType.MULTIPOINT, shapely.GeometryType.GEOMETRYCOLLECTION)
    alone = np.isin(shapely.get_type_id(whole), kinds) & (shapely.get_num_geometries(whole) == 1)
    whole[alone] = shapely.get_geometry(whole[alone], 0)
    return whole


def table_of_frame(frame: pd.DataFrame, name: str) -> Table:
    """Return a frame's cells as text, rows numbered from 1.

    A named index is a column like the others, an unnamed one is left out. Points come from a
    GeoDataFrame's geometry, brought to degrees, else from columns lon and lat. Raises ReadError
    where a GeoDataFrame has no geometry.
    """
    check_width(len(frame.columns), name)
    flat = _with_named_index(frame)
    if isinstance(flat, gpd.GeoDataFrame):
        points = Points(_geometry_of(flat, name).to_numpy())
        return table_of_columns(pd.DataFrame(flat.drop(columns=flat.geometry.name)), name, points)
    if {"lon", "lat"} <= set(flat.columns):
        moved = [column for column in flat.columns if column not in ("lon", "lat")]
        return table_of_columns(flat[[*moved, "lon", "lat"]], name)
    return table_of_columns(flat, name)


def table_of_columns(columns: pd.DataFrame, name: str, points: Points | None = None) -> Table:
    """Return a table of typed columns, with points as its columns lon and lat.

    A column `claims` that holds lists of records, as our own exports do, becomes the claims table.
    """
    cells = columns.set_axis(unique_names(columns.columns), axis=1)
    claims = None
    if {"strike_id", "claims"} <= set(cells.columns):
        claims = _open_claims(cells["claims"], name)
        cells = cells if claims is None else cells.drop(columns="claims")
    if points is not None:
        aside = {one: f"{one} (property)" for one in ("lon", "lat")}
        cells = cells.rename(columns=aside)
    cells = text_columns(cells)
    if points is not None:
        cells = cells.assign(lon=points.lon.array, lat=points.lat.array)
    cells.index = pd.RangeIndex(1, len(cells) + 1)
    if points is None or not points.odd.any():
        return Table(name, cells, claims=claims)
    broken = pd.Series(NOT_A_POINT, index=cells.index[points.odd], dtype=object)
    return Table(name, cells, broken, claims)


def text_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """Return typed columns as text, '' for null."""
    return pd.DataFrame({name: text_column(frame[name]) for name in frame.columns})


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


def _open_claims(cells: pd.Series, name: str) -> Table | None:
    """Return the claims that cells hold as lists of records or as their JSON, None otherwise."""
    opened = [_open_claim(cell) for cell in cells]
    if not all(isinstance(cell, list) for cell in opened):
        return None
    records = [record for cell in opened if isinstance(cell, list) for record in cell]
    if not all(isinstance(record, dict) for record in records):
        return None
    width = len(set(chain.from_iterable(records)))
    check_width(width, f"{name}, its claims")
    check_filling(len(records), width, sum(map(len, records)), f"{name}, its claims")
    texts = [{key: cell_text(value) for key, value in record.items()} for record in records]
    frame = pd.DataFrame(texts, index=range(1, len(texts) + 1), dtype="str").fillna("")
    return Table(name, frame) if texts else None


def _open_claim(cell: object) -> object:
    if isinstance(cell, np.ndarray):
        return cell.tolist()
    if cell is None or (isinstance(cell, float) and np.isnan(cell)):
        return []
    try:
        return json.loads(cell) if isinstance(cell, str) else cell
    except ValueError:
        return cell

"""Map layers of places: points, or areas by a point inside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.tables.map_files import list_map_layers

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import shapely
    from shapely.geometry.base import BaseGeometry

__all__ = ["VECTOR_SUFFIXES", "Layer", "read_layer"]

_KM_PER_DEGREE = 111.2
VECTOR_SUFFIXES = (".shp", ".geojson", ".json", ".gpkg", ".fgb")


@dataclass(frozen=True, slots=True)
class Layer:
    """Field names, and per feature its values with lon and lat (degrees, None without a point).

    radii: per feature how far its farthest corner lies from that point, in km, rounded up to
    0.1; None of what is no area.
    """

    fields: list[str]
    features: list[list[Any]]
    radii: list[float | None]


def read_layer(path: Path, named: Sequence[str]) -> Layer:
    """Read the first layer of a file whose name holds one of some words, else its first.

    Raises GazetteerError naming file and remedy.
    """
    import geopandas as gpd

    layers = list(list_map_layers(path, choose=lambda names: _choose(names, named)))
    if not layers:
        raise GazetteerError(f"{path}: holds no map layer; check the file")
    chosen = layers[0]
    table = chosen.features
    if not isinstance(table, gpd.GeoDataFrame):
        raise GazetteerError(f"{path}: its layer {chosen.name} has no points; give one that has")
    if table.crs is not None and table.crs != "EPSG:4326":
        table = table.to_crs("EPSG:4326")
    table = table.set_geometry(table.geometry.where(_all_numbers(table.geometry)))
    points = table.geometry.representative_point()
    values = table.drop(columns=table.geometry.name)
    places = [_read_point(point) for point in points]
    features = [
        [*row, *place] for row, place in zip(values.itertuples(index=False), places, strict=True)
    ]
    radii = [
        None if lon is None or lat is None else _find_radius(shape, lon, lat)
        for shape, (lon, lat) in zip(table.geometry, places, strict=True)
    ]
    return Layer([str(name) for name in values.columns], features, radii)


def _all_numbers(shapes: gpd.GeoSeries) -> np.ndarray:
    """Say of each shape whether all its corners are numbers."""
    import numpy as np
    import shapely

    corners, owners = shapely.get_coordinates(shapes.to_numpy(), return_index=True)
    whole = np.ones(len(shapes), dtype=bool)
    whole[owners[~np.isfinite(corners).all(axis=1)]] = False
    return whole


def _read_point(point: shapely.Point | None) -> tuple[float | None, float | None]:
    """Return the longitude and latitude of a point, None for both where it has none."""
    if point is None or point.is_empty:
        return None, None
    return point.x, point.y


def _find_radius(shape: BaseGeometry, lon: float, lat: float) -> float | None:
    """Return the distance in km from a point to the farthest corner of an area, None of others."""
    import shapely

    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    x, y = shapely.get_coordinates(shape).T
    east = (x - lon) * math.cos(math.radians(lat))
    farthest = float(((east**2 + (y - lat) ** 2) ** 0.5).max()) * _KM_PER_DEGREE
    return math.ceil(farthest * 10) / 10


def _choose(layers: Sequence[str], named: Sequence[str]) -> Sequence[str]:
    """Return the layer that is called like one of places, else the first."""
    found = [layer for word in named for layer in layers if word in layer.lower()]
    return [*found, *layers][:1]

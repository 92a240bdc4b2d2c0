"""Map layers of places through GDAL: points, or areas by a point inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError

__all__ = ["VECTOR_SUFFIXES", "Layer", "read_layer"]

VECTOR_SUFFIXES = (".shp", ".geojson", ".json", ".gpkg", ".fgb")


@dataclass(frozen=True, slots=True)
class Layer:
    """Field names, and per feature its values with lon and lat (degrees, None without a point)."""

    fields: list[str]
    features: list[list[Any]]


def read_layer(path: Path, named: Sequence[str]) -> Layer:
    """Read the first layer of a file whose name holds one of some words, else its first.

    Raises GazetteerError naming file and remedy.
    """
    import geopandas as gpd
    import pyogrio

    layer = _choose(path, named)
    try:
        table = pyogrio.read_dataframe(path, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise GazetteerError(f"{path}: cannot be read as a map layer ({error})") from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise GazetteerError(f"{path}: its layer {layer} has no points; give one that has")
    if table.crs is not None and table.crs != "EPSG:4326":
        table = table.to_crs("EPSG:4326")
    points = table.geometry.representative_point()
    values = table.drop(columns=table.geometry.name)
    features = [
        [*row, *((None, None) if point is None or point.is_empty else (point.x, point.y))]
        for row, point in zip(values.itertuples(index=False), points, strict=True)
    ]
    return Layer([str(name) for name in values.columns], features)


def _choose(path: Path, named: Sequence[str]) -> str | None:
    import pyogrio

    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    except pyogrio.errors.DataSourceError as error:
        raise GazetteerError(f"{path}: holds no map layer ({error}); check the file") from error
    for word in named:
        for name in layers:
            if word in name.lower():
                return name
    return layers[0] if layers else None

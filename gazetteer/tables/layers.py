"""Map layers of places: points, or areas by a point inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.tables.map_files import list_map_layers

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

    layers = list(list_map_layers(path, choose=lambda names: _choose(names, named)))
    if not layers:
        raise GazetteerError(f"{path}: holds no map layer; check the file")
    chosen = layers[0]
    table = chosen.features
    if not isinstance(table, gpd.GeoDataFrame):
        raise GazetteerError(f"{path}: its layer {chosen.name} has no points; give one that has")
    if table.crs is not None and table.crs != "EPSG:4326":
        table = table.to_crs("EPSG:4326")
    points = table.geometry.representative_point()
    values = table.drop(columns=table.geometry.name)
    features = [
        [*row, *((None, None) if point is None or point.is_empty else (point.x, point.y))]
        for row, point in zip(values.itertuples(index=False), points, strict=True)
    ]
    return Layer([str(name) for name in values.columns], features)


def _choose(layers: Sequence[str], named: Sequence[str]) -> Sequence[str]:
    """Return the layer that is called like one of places, else the first."""
    found = [layer for word in named for layer in layers if word in layer.lower()]
    return [*found, *layers][:1]

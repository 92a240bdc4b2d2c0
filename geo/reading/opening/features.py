"""Features of GeoJSON, of uMap's layers and of Esri's services: their properties and shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import shape

from gazetteer.errors import GazetteerError
from gazetteer.tables.systems import read_code
from geo.errors import ReadError

__all__ = ["NO_OBJECT", "Feature", "find_shapes", "list_features", "say_no_object"]

Feature = Mapping[str, Any]

NO_OBJECT = "no object"  # key of a feature that stands for whatever else a list holds
_UNREADABLE = "the geometry cannot be read; give a point or leave the geometry out"
_DEGREES = 4326
_MERCATOR = {102100: 3857, 102113: 3857, 900913: 3857}  # Esri's and Google's numbers for it


def list_features(value: object, name: str) -> Iterator[Feature]:
    """Yield the features of a collection, a list, the layers of a uMap, or an Esri service.

    Raises ReadError where their coordinates are said to be no degrees of WGS 84.
    """
    if isinstance(value, list):
        alike = any(map(_is_feature, value))
        yield from (one if _is_feature(one) else {NO_OBJECT: one} for one in value if alike)
    if not isinstance(value, Mapping):
        return
    if _is_feature(value):
        yield value
    given = value.get("layers")
    layers = given if isinstance(given, list) else []
    for layer in layers:
        called = _name_layer(layer) if len(layers) > 1 else ""
        yield from (_say_layer(one, called) for one in list_features(layer, name))
    features = value.get("features")
    if isinstance(features, list):
        some = any(isinstance(one, Mapping) for one in features)
        listed = [one if isinstance(one, Mapping) else {NO_OBJECT: one}
                  for one in features if some]  # fmt: skip
        if any("attributes" in one for one in listed):
            yield from _turn_esri(listed, value.get("spatialReference"), name)
            return
        _check_crs(value.get("crs"), name)
        yield from listed


def _name_layer(layer: object) -> str:
    """Return what a layer of a uMap is called, in any of its versions."""
    options = (layer.get(key) for key in ("_umap_options", "_storage")) if isinstance(
        layer, Mapping) else ()  # fmt: skip
    names = (one.get("name") for one in options if isinstance(one, Mapping))
    return str(next((name for name in names if name), ""))


def _say_layer(feature: Feature, layer: str) -> Feature:
    properties = feature.get("properties")
    if not layer or (isinstance(properties, Mapping) and "layer" in properties):
        return feature
    return {**feature, "properties": {**(properties or {}), "layer": layer}}


def _is_feature(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("type") == "Feature"


def _check_crs(crs: object, name: str) -> None:
    """Refuse coordinates that are said to be no degrees of WGS 84."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    code = properties.get("name") if isinstance(properties, Mapping) else crs
    if code is None:
        return
    try:
        known = read_code(str(code)).to_epsg() == _DEGREES
    except GazetteerError:
        known = False
    if not known:
        raise ReadError(f"{name}: its crs is {str(code)[:80]}; save it again as WGS 84 (EPSG:4326)")


def _turn_esri(features: Sequence[Feature], reference: object, name: str) -> Iterator[Feature]:
    """Yield features of an Esri service (attributes; x and y) as GeoJSON has them."""
    wkid = reference.get("wkid", _DEGREES) if isinstance(reference, Mapping) else _DEGREES
    code = _MERCATOR.get(wkid, wkid)
    try:
        turn = Transformer.from_crs(read_code(f"EPSG:{code}"), _DEGREES, always_xy=True)
    except GazetteerError as error:
        raise ReadError(f"{name}: {error}") from error
    for feature in features:
        yield (
            feature
            if NO_OBJECT in feature
            else {
                "properties": feature.get("attributes"),
                "geometry": _turn_point(feature.get("geometry"), turn),
            }
        )


def _turn_point(geometry: object, turn: Transformer) -> object:
    if not isinstance(geometry, Mapping) or not {"x", "y"} <= set(geometry):
        return geometry
    x, y = geometry["x"], geometry["y"]
    if not all(isinstance(one, int | float) for one in (x, y)):
        return None  # Esri writes "NaN" for an empty point
    return {"type": "Point", "coordinates": turn.transform(x, y)}


def find_shapes(features: Sequence[Feature]) -> tuple[np.ndarray, dict[int, str]]:
    """Return the geometry of each feature, None for none, and why others cannot be read.

    The reasons are by row, from 1. Points, the most of them, are made at once.
    """
    given = [feature.get("geometry") for feature in features]
    degrees = [_point_of(geometry) for geometry in given]
    shapes = np.full(len(given), None, dtype=object)
    at = [number for number, point in enumerate(degrees) if point is not None]
    shapes[at] = shapely.points(np.array([degrees[number] for number in at]).reshape(-1, 2))
    reasons = {
        number: say_no_object(feature[NO_OBJECT])
        for number, feature in enumerate(features, start=1)
        if NO_OBJECT in feature
    }
    for number, geometry in enumerate(given):
        if geometry is None or degrees[number] is not None:
            continue
        try:
            shapes[number] = shape(geometry)
        except Exception:  # shapely raises many kinds of error on malformed geometry
            reasons[number + 1] = _UNREADABLE
    return shapes, reasons


def say_no_object(value: object) -> str:
    """Say why something that stands in a list of records is none."""
    return f"the list holds {str(value)[:60]!r} here, which is no JSON object; leave it out"


def _point_of(geometry: object) -> tuple[float, float] | None:
    """Return the longitude and latitude of a plain point, None for any other shape."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return None
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list | tuple) or len(coordinates) < 2:
        return None
    lon, lat = coordinates[:2]
    plain = type(lon) in (int, float) and type(lat) in (int, float)
    return (float(lon), float(lat)) if plain and abs(lon) + abs(lat) < 1e300 else None

"""GeoJSON: a FeatureCollection of points in WGS 84."""

from __future__ import annotations

import json

import pandas as pd
from shapely.geometry import shape

from geo.errors import ReadError
from geo.reading.kinds import Container
from geo.reading.table import NOT_A_POINT, OWN_NAMES, Table, TextPoint, table_of_records

__all__ = ["GEOJSON"]


def _read(content: bytes, name: str) -> Table:
    try:
        collection = json.loads(content.decode("utf-8-sig"))
        features = collection["features"]
        properties = [dict(feature.get("properties") or {}) for feature in features]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(
            f"{name}: no GeoJSON FeatureCollection ({error}); save it as one"
        ) from error
    crs = json.dumps(collection.get("crs", ""))
    if crs != '""' and not any(word in crs for word in ("CRS84", "4326", "null")):
        raise ReadError(f"{name}: its crs is {crs[:80]}; save it again as WGS 84 (EPSG:4326)")
    for row, feature in zip(properties, features, strict=True):
        if "strike_id" not in row and feature.get("id") is not None:
            row["strike_id" if "location_status" in row else "id"] = feature["id"]
    if not features:
        # Without features there are no columns; it is an empty table of ours.
        return Table(name, pd.DataFrame(columns=list(OWN_NAMES)))
    points = [_point_of(feature.get("geometry")) for feature in features]
    return table_of_records(name, properties, points)


def _point_of(geometry: object) -> TextPoint:
    if geometry is None:
        return "", ""
    try:
        point = shape(geometry)
    except Exception:  # shapely raises many kinds of error on malformed geometry
        return "the geometry cannot be read; give a point or leave the geometry out"
    if point.is_empty:
        return "", ""
    return (repr(point.x), repr(point.y)) if point.geom_type == "Point" else NOT_A_POINT


GEOJSON = Container("GeoJSON", (".geojson", ".json"), _read)

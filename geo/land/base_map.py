"""The base map under the strikes: areas, neighbours and towns as one small GeoJSON value."""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.land.boundaries import EMBEDDED_CREDIT, Boundaries
from geo.land.country import data_folder

__all__ = ["DECIMALS", "make_base_map"]

TOLERANCE = 0.01  # degrees: outlines handed over are drawn as coarse as the embedded ones
DECIMALS = 4  # about 10 m
WORLD = [-180.0, -85.0, 180.0, 85.0]  # degrees; shown of a country of which nothing is known


def _coarse(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return areas simplified as one coverage, so that neighbours still touch."""
    outlines = shapely.coverage_simplify(areas.geometry.array, TOLERANCE)
    return areas.set_geometry(gpd.GeoSeries(outlines, index=areas.index, crs=areas.crs))


def _features(areas: gpd.GeoDataFrame, kind: str) -> list[dict[str, Any]]:
    """Return GeoJSON features of a table: kind, code, name, name_ar, those there are."""
    features = []
    columns = [name for name in ("code", "name", "name_ar") if name in areas]
    facts = areas[columns].to_dict("records")
    for outline, fact in zip(areas.geometry, facts, strict=True):
        geometry = json.loads(
            shapely.to_geojson(outline),
            parse_float=lambda number: round(float(number), DECIMALS),
        )
        known = {key: value for key, value in fact.items() if not pd.isna(value)}
        properties = {"kind": kind, **known}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def make_base_map(boundaries: Boundaries) -> dict[str, Any]:
    """Return what the base map under the strikes draws: a GeoJSON FeatureCollection.

    Features say their kind: neighbour, governorate, contested (polygons with code, name,
    name_ar; a neighbour's `label` is the lon and lat of its name, null where it is not written)
    and town (points with name, name_ar, rank from 1, which is drawn first, and home). Beside
    the features: bbox of all of them (what is no land in it is sea), bounds of the country
    (both west, south, east, north in degrees) and credit.
    """
    areas = boundaries.governorates
    path = data_folder(boundaries.country).joinpath("base_map.geojson")
    around = json.loads(path.read_text(encoding="utf-8"))["features"] if path.is_file() else []
    drawn = areas if boundaries.credit == EMBEDDED_CREDIT else _coarse(areas)
    contested = boundaries.contested.dissolve(by="name", as_index=False).drop(columns="code")
    towns = [feature for feature in around if feature["properties"]["kind"] == "town"]
    neighbours = [feature for feature in around if feature not in towns]
    features = [
        *neighbours,
        *_features(drawn, "governorate"),
        *_features(contested, "contested"),
        *towns,
    ]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    bbox = [float(side) for side in shapely.total_bounds(shapes)] if features else WORLD
    bounds = areas.total_bounds if len(areas) else bbox
    return {
        "type": "FeatureCollection",
        "bbox": bbox,
        "bounds": [round(float(side), DECIMALS) for side in bounds],
        "credit": boundaries.credit,
        "features": features,
    }

"""The quiet map under the strikes: areas, neighbours, towns, as one small JSON value."""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import shape

from geo.areas import EMBEDDED_CREDIT, Boundaries, data_folder

__all__ = ["base_map"]

TOLERANCE = 0.01  # degrees: outlines handed over are drawn as coarse as the embedded ones
DECIMALS = 4


def _collection(table: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return GeoJSON of a table, its outlines as coarse as a quiet map needs."""
    features = []
    facts = table.drop(columns=["geometry", "parent"], errors="ignore").to_dict("records")
    for outline, fact in zip(table.geometry, facts, strict=True):
        geometry = json.loads(
            shapely.to_geojson(outline),
            parse_float=lambda number: round(float(number), DECIMALS),
        )
        known = {key: value for key, value in fact.items() if not pd.isna(value)}
        features.append({"type": "Feature", "properties": known, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def _coarse(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return areas simplified as one coverage, so that neighbours still touch."""
    outlines = shapely.coverage_simplify(areas.geometry.array, TOLERANCE)
    return areas.set_geometry(gpd.GeoSeries(outlines, index=areas.index, crs=areas.crs))


def base_map(boundaries: Boundaries) -> dict[str, Any]:
    """Return what the quiet map under the strikes draws, ready for JSON.

    bounds: west, south, east, north of the country in degrees; box: the same of all that is
    drawn (what is no land in it is sea); governorates, contested, neighbours: GeoJSON
    collections with code, name, name_ar (neighbours: label, lon and lat of the name, where it
    is written); towns: name, name_ar, rank (1 is drawn first), lon, lat, home; credit.
    """
    areas = boundaries.levels[1]
    embedded = boundaries.credit == EMBEDDED_CREDIT
    drawn: dict[str, Any] = {
        "bounds": [round(float(side), DECIMALS) for side in areas.total_bounds],
        "governorates": _collection(areas if embedded else _coarse(areas)),
        "contested": _collection(boundaries.contested),
        "neighbours": {"type": "FeatureCollection", "features": []},
        "towns": [],
        "credit": boundaries.credit,
    }
    path = data_folder(boundaries.country).joinpath("base_map.geojson")
    features = json.loads(path.read_text(encoding="utf-8"))["features"] if path.is_file() else []
    for feature in features:
        facts = dict(feature["properties"])
        if facts.pop("kind") == "town":
            lon, lat = feature["geometry"]["coordinates"]
            drawn["towns"].append({**facts, "lon": lon, "lat": lat})
        else:
            drawn["neighbours"]["features"].append({**feature, "properties": facts})
    lands = [shape(f["geometry"]) for f in drawn["neighbours"]["features"]]
    drawn["box"] = [float(side) for side in shapely.total_bounds([*lands, *areas.geometry])]
    return drawn

"""Areas as outlines in metres: which one covers a point, and which is nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

__all__ = [
    "REACH_KM", "Indices", "Objects", "Outlines", "PlacedPoints", "assign_nearby", "find_inside",
    "group_by_country", "to_metres",
]  # fmt: skip

REACH_DEGREES = 0.2  # holds REACH_KM up to 75 degrees of latitude
REACH_KM = 5.0  # at sea or over the coarse border: counted in the nearest governorate

Indices = NDArray[np.intp]
Objects = NDArray[Any]  # an array of dtype object: shapes, texts, None


def to_metres(areas: gpd.GeoDataFrame) -> str:
    """Return a crs in metres around the areas, true in distance from their middle."""
    west, south, east, north = areas.total_bounds
    return f"+proj=aeqd +lon_0={(west + east) / 2:.3f} +lat_0={(south + north) / 2:.3f} +units=m"


def find_inside(points: Objects, areas: gpd.GeoDataFrame) -> Indices:
    """Return the row of the area that covers each point, -1 for none; the first of several."""
    found = np.full(len(points), -1, dtype=np.intp)
    area_at, point_at = shapely.STRtree(points).query(areas.geometry.array, predicate="covers")
    found[point_at[::-1]] = area_at[::-1]
    return found


def group_by_country(areas: gpd.GeoDataFrame) -> list[Indices]:
    """Return the rows of each country's first-level areas, in the order of the table.

    Metres are true around one country, not across the world.
    """
    _, first = np.unique(areas["parent"].fillna("").to_numpy(dtype=object), return_index=True)
    codes, _ = pd.factorize(areas["parent"])
    return [np.flatnonzero(codes == codes[at]) for at in np.sort(first)]


def assign_nearby(points: Objects, areas: gpd.GeoDataFrame) -> Indices:
    """Return the area that covers each point, else one within some 20 km of it, else -1."""
    found = find_inside(points, areas)
    lost = np.flatnonzero(found < 0)
    tree = shapely.STRtree(areas.geometry.array)
    at, near = tree.query_nearest(points[lost], max_distance=REACH_DEGREES, all_matches=False)
    found[lost[at]] = near
    return found


class Outlines:
    """The areas' outlines as short lines in metres, each knowing the row of its area."""

    def __init__(self, areas: gpd.GeoDataFrame, metres: str) -> None:
        self.areas = areas.geometry.to_crs(metres).array
        lines, line_owner = shapely.get_parts(shapely.boundary(self.areas), return_index=True)
        corners, line = shapely.get_coordinates(lines, return_index=True)
        joined = line[1:] == line[:-1]
        self.owner = line_owner[line[1:][joined]]
        pairs = np.stack([corners[:-1][joined], corners[1:][joined]], axis=1)
        self.lines = shapely.linestrings(pairs)
        self.tree = shapely.STRtree(self.lines)

    def nearest(
        self, points: Objects, km: float, *, but: Indices | None = None
    ) -> tuple[Indices, NDArray[np.float64]]:
        """Return the nearest area within km, -1 for none, and its distance in km.

        `but` names an area per point that does not count: its own.
        """
        owner = np.full(len(points), -1, dtype=np.intp)
        away = np.full(len(points), np.nan)
        point_at, line_at = self.tree.query(points, predicate="dwithin", distance=km * 1000)
        if but is not None:
            other = self.owner[line_at] != but[point_at]
            point_at, line_at = point_at[other], line_at[other]
        apart = shapely.distance(points[point_at], self.lines[line_at]) / 1000
        farthest_first = np.argsort(-apart, kind="stable")
        point_at, line_at = point_at[farthest_first], line_at[farthest_first]
        owner[point_at], away[point_at] = self.owner[line_at], apart[farthest_first]
        return owner, away


@dataclass(frozen=True, slots=True)
class PlacedPoints:
    """The rows that have a point: row numbers, points in degrees and metres, area, km outside."""

    rows: Indices
    points: Objects
    metric: Objects
    area: Indices  # row of the area, -1 for none
    outside_km: NDArray[np.float64]  # NaN inside
    outlines: Outlines
    inside: Indices  # where the row's own words decided the area: the one it lies in; else -1

"""Points whose longitude and latitude a file has the wrong way round, read so on request."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely

from geo.land.boundaries import Boundaries
from geo.placing.extent import distinct_points, lie_inside
from geo.reading.result import Reading
from geo.strikes.schema import CRS

__all__ = ["EXCHANGED", "exchange_points"]

EXCHANGED = "latitude and longitude were read exchanged, as asked"


def exchange_points(reading: Reading, boundaries: Boundaries) -> Reading:
    """Exchange the given points that lie outside the country and would lie inside it; say so.

    reading: rows as they were read, before `locate`. Every other point stays as it is; rows whose
    point was exchanged say so in reading_note.
    """
    strikes = reading.strikes
    points, number = distinct_points(strikes)
    turned = shapely.points(shapely.get_y(points), shapely.get_x(points))
    wrong = ~lie_inside(points, boundaries)
    wrong[wrong] = lie_inside(turned[wrong], boundaries)
    rows = np.flatnonzero((number >= 0) & np.append(wrong, False)[number])
    if not len(rows):
        return reading
    shapes = strikes.geometry.to_numpy().copy()
    shapes[rows] = turned[number[rows]]
    moved = strikes.set_geometry(gpd.GeoSeries(shapes, index=strikes.index, crs=CRS))
    before = moved["reading_note"].iloc[rows]
    said = (before + f"; {EXCHANGED}").fillna(EXCHANGED)
    moved["reading_note"] = moved["reading_note"].mask(np.isin(np.arange(len(moved)), rows), said)
    note = f"{len(rows):,} points: {EXCHANGED}" if len(rows) != 1 else f"1 point: {EXCHANGED}"
    return replace(reading, strikes=moved, notes=(*reading.notes, note), located="")

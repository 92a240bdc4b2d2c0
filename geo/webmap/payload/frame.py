"""Where a map first looks: at the country, or at the strikes where most lie outside it."""

from __future__ import annotations

import geopandas as gpd
import numpy as np

from geo.strikes.totals import OUTSIDE, mark_noted

__all__ = ["Frame", "frame_of"]

Frame = tuple[float, float, float, float]  # degrees: west, south, east, north

LEAST_SHARE = 0.5  # of the located rows outside: fewer, and the country is shown
FEW = 50  # points of which none is taken for a stray
STRAY = 0.01  # share of more points, at each end, that the box need not hold
MARGIN = 0.1  # of the box's width and height
LEAST_MARGIN = 0.2  # degrees


def frame_of(strikes: gpd.GeoDataFrame) -> Frame | None:
    """Return the box of the located strikes where most lie outside the country, else None.

    strikes: with their areas joined, which notes who lies outside.
    """
    located = (strikes["location_status"] == "located").to_numpy()
    outside = mark_noted(strikes["adm_note"], OUTSIDE)[located]
    if not len(outside) or outside.mean() <= LEAST_SHARE:
        return None
    ends = [0, 1] if len(outside) <= FEW else [STRAY, 1 - STRAY]
    points = strikes.geometry[located]
    west, east = np.quantile(points.x, ends)
    south, north = np.quantile(points.y, ends)
    across = max(LEAST_MARGIN, MARGIN * (east - west))
    up = max(LEAST_MARGIN, MARGIN * (north - south))
    sides = (west - across, south - up, east + across, north + up)
    left, bottom, right, top = (round(float(side), 4) for side in sides)
    return left, bottom, right, top

"""Outlines: the area that covers a point, and the nearest one within reach."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
from shapely import Point
from toy_areas import EAST, WEST

from geo.placing.outlines import Outlines, find_inside, to_metres

AREAS = gpd.GeoDataFrame([WEST, EAST], crs="EPSG:4326")
POINTS = gpd.GeoSeries([Point(0.5, 0.5), Point(1.5, 0.5), Point(1, 0.5), Point(2.02, 0.5),
                        Point(9, 9)], crs="EPSG:4326")  # fmt: skip


def test_a_point_is_in_the_first_area_that_covers_it_or_in_none():
    assert find_inside(POINTS.to_numpy(), AREAS).tolist() == [0, 1, 0, -1, -1]


def test_the_nearest_area_within_reach_is_found_with_its_distance():
    metres = to_metres(AREAS)
    outlines, points = Outlines(AREAS, metres), POINTS.to_crs(metres).to_numpy()
    owner, away = outlines.nearest(points, 5.0)
    assert owner.tolist()[3:] == [1, -1]
    assert abs(away[3] - 2.2) < 0.1  # km; 0.02 degrees of the equator
    assert np.isnan(away[4])
    own = np.array([0, 1, 0, -1, -1])
    assert outlines.nearest(points, 5.0, but=own)[0].tolist() == [-1, -1, 1, 1, -1]

"""Outlines for drawing: as coarse as it takes to stay small, neighbours still touching."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray

__all__ = ["USUAL_TOLERANCE", "coarsen", "polygons_of", "unite"]

USUAL_TOLERANCE = 0.01  # degrees: as coarse as the outlines that ship
SPECK = 3.0  # tolerances: a lesser island's side, which no one sees

Shapes = NDArray[np.object_]


def polygons_of(outline: shapely.Geometry) -> list[shapely.Polygon]:
    """Return the polygons of an outline; lines and points that a cut left behind are no land."""
    parts = shapely.get_parts(outline)
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _without_specks(outline: shapely.Geometry, tolerance: float) -> shapely.Geometry:
    """Return an outline without islands too small to be seen; the largest always stays."""
    parts = sorted(polygons_of(outline), key=lambda part: -float(part.area))
    seen = [part for part in parts[1:] if part.area > (SPECK * tolerance) ** 2]
    return shapely.MultiPolygon([*parts[:1], *seen])


def coarsen(outlines: Shapes, most: int, *, detailed: bool = False) -> tuple[Shapes, float]:
    """Return outlines of at most so many corners, as one coverage, and the tolerance it took.

    detailed: whether they may be finer than those that ship, whose tolerance (degrees) is tried
    first; it grows until the corners are few enough.
    """
    tolerance = USUAL_TOLERANCE
    drawn = shapely.coverage_simplify(outlines, tolerance) if detailed else outlines
    for _ in range(8):
        times = float(shapely.get_num_coordinates(drawn).sum()) / most
        if times <= 1:
            break
        tolerance *= 2.0 ** max(1, int(math.log2(times)))  # twice as coarse leaves over half
        seen = np.array([_without_specks(one, tolerance) for one in drawn], dtype=object)
        drawn = shapely.coverage_simplify(seen, tolerance)
    return drawn, tolerance


def unite(outlines: Shapes) -> shapely.Geometry:
    """Return areas as one; the quick way needs edges that match, which a few of the world lack."""
    try:
        return shapely.coverage_union_all(outlines)
    except shapely.errors.GEOSException:
        return shapely.union_all(outlines)

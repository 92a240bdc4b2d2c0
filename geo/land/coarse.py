"""Outlines for drawing: as coarse as it takes to stay small, neighbours still touching."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray

__all__ = ["USUAL_TOLERANCE", "coarsen", "polygons_of", "unite"]

USUAL_TOLERANCE = 0.01  # degrees: as coarse as the outlines that ship
POLYGON = 3  # GEOS' number of the type
MANY, SURE = 4.0, 1.25  # times too many corners, and its power that is coarse enough
SPECK = 3.0  # tolerances: a lesser island's side, which no one sees

Shapes = NDArray[np.object_]


def polygons_of(outline: shapely.Geometry) -> list[shapely.Polygon]:
    """Return the polygons of an outline; lines and points that a cut left behind are no land."""
    parts = shapely.get_parts(outline)
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _without_specks(outlines: Shapes, tolerance: float) -> Shapes:
    """Return outlines without islands too small to be seen; the largest of each always stays."""
    parts, owner = shapely.get_parts(outlines, return_index=True)
    whole = (shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)
    parts, owner = parts[whole], owner[whole]
    areas = shapely.area(parts)
    order = np.lexsort((-areas, owner))  # the largest of each first
    parts, owner, areas = parts[order], owner[order], areas[order]
    first = np.r_[True, owner[1:] != owner[:-1]] if len(owner) else np.zeros(0, dtype=bool)
    seen = first | (areas > (SPECK * tolerance) ** 2)
    kept = np.full(len(outlines), shapely.MultiPolygon(), dtype=object)
    shapely.multipolygons(parts[seen], indices=owner[seen], out=kept)
    return kept


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
        if times > MANY:
            tolerance *= times**SURE  # in one pass: each takes a second for the world
        else:
            tolerance *= 2.0 ** max(1, int(math.log2(times)))  # twice as coarse leaves over half
        drawn = shapely.coverage_simplify(_without_specks(drawn, tolerance), tolerance)
    return drawn, tolerance


def unite(outlines: Shapes) -> shapely.Geometry:
    """Return areas as one; the quick way needs edges that match, which a few of the world lack."""
    try:
        return shapely.coverage_union_all(outlines)
    except shapely.errors.GEOSException:
        return shapely.union_all(outlines)

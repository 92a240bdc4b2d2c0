"""A grid of squares that stands still: the same on every day and for any data."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod

__all__ = ["KM_OF_DEGREE", "Squares", "squares_of"]

KM_OF_DEGREE = 111.32  # km of a degree of latitude, and of longitude at the equator
LEAST_COSINE = 0.02  # so near a pole a square is as wide as it would be there
_WGS84 = Geod(ellps="WGS84")

Degrees = NDArray[np.float64]


class Squares:
    """The squares of some points: their middles in degrees, radii in km, and outlines."""

    def __init__(self, west: Degrees, south: Degrees, width: Degrees, height: float) -> None:
        """Take the south-west corners and the sizes, in degrees."""
        self._sides = west, south, np.minimum(west + width, 180), np.minimum(south + height, 90)
        self.lon: Degrees = (self._sides[0] + self._sides[2]) / 2
        self.lat: Degrees = (self._sides[1] + self._sides[3]) / 2

    @property
    def outlines(self) -> NDArray[np.object_]:
        """The squares as polygons."""
        boxes: NDArray[np.object_] = shapely.box(*self._sides)
        return boxes

    @property
    def radii(self) -> Degrees:
        """The km from the middle to the farthest corner, which hold the whole square."""
        west, south, east, north = self._sides
        corners = [(west, south), (west, north), (east, south), (east, north)]
        far = [_WGS84.inv(self.lon, self.lat, lon, lat)[2] for lon, lat in corners]
        radii: Degrees = np.max(far, axis=0) / 1000
        return radii


def squares_of(lon: Degrees, lat: Degrees, km: float) -> Squares:
    """Return the squares of the grid of so many km that hold points, in degrees (EPSG:4326).

    Rows are counted from the equator, columns from Greenwich, as wide in degrees as the middle of
    their row asks.

    >>> square = squares_of(np.array([36.62, 36.71]), np.array([34.73, 34.7]), 20)
    >>> np.round(square.lon, 3).tolist(), np.round(square.radii, 1).tolist()
    ([36.632, 36.632], [14.1, 14.1])
    """
    height = km / KM_OF_DEGREE
    south = np.floor(lat / height) * height
    cosine = np.maximum(np.cos(np.radians(south + height / 2)), LEAST_COSINE)
    width = height / cosine
    west = np.floor(lon / width) * width
    return Squares(np.maximum(west, -180), np.maximum(south, -90), width, height)

"""The map's frame: a projection fitted to a rectangle of the page, its scale and its north."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod, Transformer

__all__ = ["MapFrame", "Rect", "fit_frame"]

GEOD = Geod(ellps="WGS84")
EDGE_POINTS = 25  # along each side of a box, since its sides are curved once projected
LEAST_KM = 12.0  # a map shows no less than this from side to side: places have radii
NICE = (1, 2, 5)

Points = tuple[NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of the page in points, y downwards from the top."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def mirror(self, page_width: float) -> Rect:
        """Return the rectangle as it lies on a page read from right to left."""
        return Rect(page_width - self.right, self.y, self.width, self.height)

    def inset(self, by: float) -> Rect:
        """Return the rectangle made smaller by as many points on every side."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A projection and where it lies on the page."""

    rect: Rect
    projection: str
    transformer: Transformer
    left: float  # projected metres at the frame's left edge
    top: float  # projected metres at its upper edge
    points_per_metre: float  # of the projection, which is not the ground

    def to_page(self, lon: ArrayLike, lat: ArrayLike) -> Points:
        """Return page x and y in points of longitudes and latitudes in degrees."""
        x, y = self.transformer.transform(np.asarray(lon, float), np.asarray(lat, float))
        return (
            self.rect.x + (np.asarray(x) - self.left) * self.points_per_metre,
            self.rect.y + (self.top - np.asarray(y)) * self.points_per_metre,
        )

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude in degrees of a point on the page."""
        east = self.left + (x - self.rect.x) / self.points_per_metre
        north = self.top - (y - self.rect.y) / self.points_per_metre
        lon, lat = self.transformer.transform(east, north, direction="INVERSE")
        return float(lon), float(lat)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the frame's middle, in degrees."""
        rect = self.rect
        return self.to_degrees(rect.x + rect.width / 2, rect.y + rect.height / 2)

    @property
    def points_per_km(self) -> float:
        """Points on the page of one kilometre on the ground, in the middle of the map."""
        lon, lat = self.middle
        ends = [GEOD.fwd(lon, lat, azimuth, 500.0)[:2] for azimuth in (90, 270)]
        (x1, x2), (y1, y2) = self.to_page(*np.array(ends).T)
        return float(math.hypot(x2 - x1, y2 - y1))

    @property
    def north_degrees(self) -> float:
        """Where true north points in the middle of the map: degrees clockwise from page-up."""
        lon, lat = self.middle
        x, y = self.to_page([lon, lon], [lat, lat + 0.01])
        return math.degrees(math.atan2(x[1] - x[0], y[0] - y[1]))

    def scale_bar(self, widest: float) -> tuple[float, float]:
        """Return the longest round distance in km that fits a width in points, and its points."""
        most = widest / self.points_per_km
        power = 10.0 ** math.floor(math.log10(most))
        km = max(step * power for step in NICE if step * power <= most)
        return km, km * self.points_per_km

    def shows(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return which points of the page lie within the frame."""
        rect = self.rect
        inside: NDArray[np.bool_] = (
            (x >= rect.x) & (x <= rect.right) & (y >= rect.y) & (y <= rect.bottom)
        )
        return inside

    def metres_box(self) -> Mapping[str, Any]:
        """Return the frame's corners in degrees, west, south, east, north of all its edge."""
        rect = self.rect
        steps = np.linspace(0, 1, EDGE_POINTS)
        xs = [rect.x + rect.width * s for s in steps]
        ys = [rect.y + rect.height * s for s in steps]
        edge = [(x, y) for x in xs for y in (rect.y, rect.bottom)]
        edge += [(x, y) for y in ys for x in (rect.x, rect.right)]
        degrees = np.array([self.to_degrees(x, y) for x, y in edge])
        west, south = degrees.min(axis=0)
        east, north = degrees.max(axis=0)
        return {"west": west, "south": south, "east": east, "north": north}


def _definition(projection: str, box: tuple[float, float, float, float]) -> str:
    west, south, east, north = box
    lon, lat = (west + east) / 2, (south + north) / 2
    if projection == "lambert-conformal":
        sixth = (north - south) / 6  # standard parallels a sixth of the way in: the usual rule
        return (
            f"+proj=lcc +lon_0={lon} +lat_0={lat} +lat_1={south + sixth} "
            f"+lat_2={north - sixth} +datum=WGS84 +units=m"
        )
    if projection == "mercator":
        return f"+proj=merc +lon_0={lon} +datum=WGS84 +units=m"
    return f"+proj=tmerc +lon_0={lon} +lat_0={lat} +k=1 +datum=WGS84 +units=m"


def _edge(box: tuple[float, float, float, float]) -> Points:
    west, south, east, north = box
    lon, lat = np.linspace(west, east, EDGE_POINTS), np.linspace(south, north, EDGE_POINTS)
    return (
        np.concatenate([lon, lon, np.full_like(lat, west), np.full_like(lat, east)]),
        np.concatenate([np.full_like(lon, south), np.full_like(lon, north), lat, lat]),
    )


def fit_frame(
    rect: Rect, box: tuple[float, float, float, float], *, projection: str, margin: float = 14.0
) -> MapFrame:
    """Fit a box of degrees (west, south, east, north) into a rectangle, as large as it goes.

    margin: points kept free between the box and the rectangle on every side.
    """
    transformer = Transformer.from_crs("EPSG:4326", _definition(projection, box), always_xy=True)
    x, y = transformer.transform(*_edge(box))
    middle_x, middle_y = (x.min() + x.max()) / 2, (y.min() + y.max()) / 2
    wide = max(x.max() - x.min(), LEAST_KM * 1000)
    high = max(y.max() - y.min(), LEAST_KM * 1000)
    scale = min((rect.width - 2 * margin) / wide, (rect.height - 2 * margin) / high)
    return MapFrame(
        rect=rect,
        projection=projection,
        transformer=transformer,
        left=middle_x - rect.width / 2 / scale,
        top=middle_y + rect.height / 2 / scale,
        points_per_metre=scale,
    )

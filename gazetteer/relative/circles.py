"""Circles of relative places: "10 km north of X" to a point and an honest radius.

The radius is meant to hold the true place nine times in ten: it adds up the rounding of the
stated distance, the width of the sector that a direction word covers, and the anchor's own
radius. Every distance is geodesic (geopy.distance, WGS 84).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from gazetteer.radii import COUNTRYSIDE_KM, EDGE_KM, FINEST_KM, NEAR_KM, REACH_KM, REACH_TIMES
from gazetteer.relative.parse import Relative

__all__ = ["Circle", "apart_km", "bearing_between", "circle_around", "reach_of_countryside"]

# Of a sector's half width: so much holds nine in ten. With the distance's rounding and the town's
# own radius 98 in 100 of OCHA's communities "N km north of" the nearest known town lie within, 97
# where only four sides are said; no narrower, because "8 km south" is said of what lies south-west.
OF_SECTOR = 0.9


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle: centre in degrees, radius in km."""

    lon: float
    lat: float
    radius_km: float


def circle_around(relative: Relative, anchors: list[Circle]) -> Circle:
    """Return the circle of a relative place around its anchors."""
    anchor = anchors[0]
    if relative.kind in ("between", "road"):
        circle = _between(anchor, anchors[-1])
    elif relative.kind == "offset":
        circle = _offset(relative, anchor)
    elif relative.kind in ("direction", "countryside"):
        circle = _sector(relative, anchor)
    elif relative.kind in ("near", "front"):
        circle = replace(anchor, radius_km=anchor.radius_km + NEAR_KM)
    else:  # outskirts and parts: around the edge, or on one side
        circle = _move(anchor, anchor.radius_km if relative.bearing is not None else 0, relative)
        circle = replace(circle, radius_km=anchor.radius_km + EDGE_KM)
    return replace(circle, radius_km=max(FINEST_KM, round(circle.radius_km, 1)))


def _between(first: Circle, second: Circle) -> Circle:
    """Return the midpoint; the radius reaches both places."""
    half_km = apart_km((first.lon, first.lat), (second.lon, second.lat)) / 2
    lon, lat = _destination(
        first, half_km, bearing_between((first.lon, first.lat), (second.lon, second.lat))
    )
    own = (first.radius_km + second.radius_km) / 2
    return Circle(lon, lat, math.hypot(half_km, own))


def bearing_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the initial great-circle bearing of two points (lon, lat), degrees from north."""
    south, north = math.radians(one[1]), math.radians(other[1])
    east = math.radians(other[0] - one[0])
    y = math.sin(east) * math.cos(north)
    x = math.cos(south) * math.sin(north) - math.sin(south) * math.cos(north) * math.cos(east)
    return math.degrees(math.atan2(y, x)) % 360


def _move(anchor: Circle, distance_km: float, relative: Relative) -> Circle:
    if not distance_km:
        return anchor
    lon, lat = _destination(anchor, distance_km, relative.bearing or 0.0)
    return replace(anchor, lon=lon, lat=lat)


def _offset(relative: Relative, anchor: Circle) -> Circle:
    """Return the point at the stated distance; a ring is filled where no direction is given."""
    distance = relative.distance_km or 0.0
    if relative.bearing is None:
        return replace(anchor, radius_km=distance + relative.slack_km + anchor.radius_km)
    half = math.radians(relative.span_deg / 2 * OF_SECTOR)
    aside = 2 * distance * math.sin(half / 2)
    radius = math.hypot(aside, relative.slack_km, anchor.radius_km)
    return replace(_move(anchor, distance, relative), radius_km=radius)


def _sector(relative: Relative, anchor: Circle) -> Circle:
    """Return the smallest circle round the sector that a bare direction covers."""
    if relative.bearing is None:
        return replace(anchor, radius_km=reach_of_countryside(anchor.radius_km))
    reach = _reach(anchor.radius_km)
    middle = reach / (2 * math.cos(math.radians(relative.span_deg / 2)))
    circle = _move(anchor, middle, relative)
    return replace(circle, radius_km=math.hypot(middle, anchor.radius_km))


def reach_of_countryside(radius_km: float) -> float:
    """Return how far the countryside of a place of a radius reaches from its middle, in km."""
    return max(_reach(radius_km), COUNTRYSIDE_KM)


def _reach(radius_km: float) -> float:
    least, most = REACH_KM
    return min(most, max(least, REACH_TIMES * radius_km))


def apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the geodesic distance of two points (lon, lat)."""
    from geopy.distance import (
        geodesic,  # at the first use: it takes 0.1 s, and few names ask for it
    )

    return float(geodesic(one[::-1], other[::-1]).km)


def _destination(start: Circle, distance_km: float, bearing: float) -> tuple[float, float]:
    """Return the point (lon, lat) at a distance and a bearing in degrees from north."""
    from geopy.distance import geodesic  # as above

    there = geodesic(kilometers=distance_km).destination((start.lat, start.lon), bearing)
    return there.longitude, there.latitude

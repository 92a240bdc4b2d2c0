"""How far strikes lie from a layer: geodesic (WGS 84), from what was there on a strike's days.

Lines between corners are straight in longitude and latitude, as GeoJSON has them. They are cut
into pieces; the nearest is found in a plane, and the distance to it is measured on the ellipsoid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from geo.layers.layer import Layer

if TYPE_CHECKING:
    from pyproj import Geod

__all__ = ["Pieces", "cut_pieces", "measure"]

LONGEST_KM = 10.0  # of a piece: a point of it is found to millimetres
METRES_OF_DEGREE = 111_320  # of longitude at the equator
HALF_TURN = 180.0  # degrees of longitude
MOST_PIECES = 500_000  # longer pieces where there would be more
TILE = 0.1  # degrees: the strikes of one are looked at in one plane
EARTH_KM = 6371.0
SLACK = 1e-6  # radians, 6 m: what the cosine of a small angle loses
SPHERE_MARGIN = 1.01  # by which distances on the sphere may differ from those on the ellipsoid
MOST_CELLS = 4_000_000  # strikes by stages in memory


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Pieces of lines and points, each from (lon, lat) to (lon, lat): n by 4; and areas."""

    ends: np.ndarray
    areas: np.ndarray
    sides: tuple[np.ndarray, np.ndarray]  # the ends as vectors of length 1
    longest_km: float


def _geod() -> Geod:
    from pyproj import Geod  # at the first use: PROJ takes a while to open

    return Geod(ellps="WGS84")


def cut_pieces(shapes: np.ndarray) -> Pieces:
    """Return the pieces that shapes consist of, and their areas by themselves."""
    singles = shapely.get_parts(shapes)
    while (shapely.get_type_id(singles) > shapely.GeometryType.POLYGON).any():
        singles = shapely.get_parts(singles)
    dimension = shapely.get_dimensions(singles)
    areas = singles[dimension == 2]
    ends = np.vstack([_sides(singles[dimension == 1]), _outline(areas)])
    points = shapely.get_coordinates(singles[dimension == 0])
    metres = _lengths(ends)
    longest = max(LONGEST_KM, metres.sum() / 1000 / MOST_PIECES)
    pieces = np.vstack([_cut(ends, metres, longest), np.hstack([points, points])])
    longest = min(longest, np.max(metres, initial=0.0) / 1000)
    return Pieces(pieces, areas, (_unit(pieces[:, :2]), _unit(pieces[:, 2:])), longest)


def _sides(lines: np.ndarray) -> np.ndarray:
    """Return the straight sides of lines, from (lon, lat) to (lon, lat)."""
    corners, of = shapely.get_coordinates(lines, return_index=True)
    follows = of[1:] == of[:-1]
    return np.hstack([corners[:-1][follows], corners[1:][follows]])


def _outline(areas: np.ndarray) -> np.ndarray:
    """Return the sides of areas, without those along which 180 degrees cuts one in two.

    RFC 7946, 3.1.9, has areas cut there. An area that ends at 180 degrees, with nothing beyond,
    keeps its side.
    """
    sides = _sides(shapely.get_rings(areas))
    at_edge = (np.abs(sides[:, 0]) == HALF_TURN) & (sides[:, 0] == sides[:, 2])
    edge = sides[at_edge]
    if not len(edge):
        return sides
    west, east = (_along(edge[edge[:, 0] == lon]) for lon in (-HALF_TURN, HALF_TURN))
    kept = [_stand(shapely.difference(own, other), lon)
            for own, other, lon in ((west, east, -HALF_TURN), (east, west, HALF_TURN))]  # fmt: skip
    return np.vstack([sides[~at_edge], *kept])


def _along(edge: np.ndarray) -> shapely.Geometry:
    """Return sides on one meridian as lines of latitudes, joined."""
    lats = np.stack([edge[:, [1, 3]], np.zeros((len(edge), 2))], axis=-1)
    return shapely.union_all(shapely.linestrings(lats))


def _stand(lines: shapely.Geometry, lon: float) -> np.ndarray:
    """Return lines of latitudes as sides on a meridian."""
    singles = shapely.get_parts(shapely.get_parts(lines))
    sides = _sides(singles[shapely.get_dimensions(singles) == 1])
    stood = sides[:, [1, 0, 3, 2]]
    stood[:, [0, 2]] = lon
    return stood


def _lengths(ends: np.ndarray) -> np.ndarray:
    """Return how long lines are in metres.

    One over more than half the globe, as along a parallel from -180 to 180, is as long as it is
    drawn: the geodesic between its ends would go the other way, or nowhere.
    """
    _, _, metres = _geod().inv(*ends.T)
    across = np.abs(ends[:, 2] - ends[:, 0])
    drawn = across * METRES_OF_DEGREE * np.cos(np.radians((ends[:, 1] + ends[:, 3]) / 2))
    lengths: np.ndarray = np.where(across > 180, drawn, metres)
    return lengths


def _cut(ends: np.ndarray, metres: np.ndarray, longest: float) -> np.ndarray:
    """Return lines cut into equal parts, none longer than `longest` km."""
    parts = np.maximum(1, np.ceil(metres / 1000 / longest)).astype(int)
    line = np.repeat(np.arange(len(ends)), parts)
    part = np.arange(len(line)) - np.repeat(np.cumsum(parts) - parts, parts)
    begins, stops = part / parts[line], (part + 1) / parts[line]
    return np.hstack([_at(ends[line], begins), _at(ends[line], stops)])


def _at(ends: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return the point at a share (0 to 1) of each piece."""
    at: np.ndarray = ends[:, :2] + (ends[:, 2:] - ends[:, :2]) * share[:, None]
    return at


def measure_pieces(pieces: Pieces, points: np.ndarray) -> np.ndarray:
    """Return the km of each point (lon, lat) from the nearest piece; inside an area less than 0.

    Inside, it is how deep: the distance to its outline, as a negative number. inf without pieces.
    True to a metre up to 50 km, beyond to 1 in 10,000.
    """
    away = np.full(len(points), np.inf)
    if not len(pieces.ends) or not len(points):
        return away
    _, which = np.unique(np.floor(points / TILE), axis=0, return_inverse=True)
    order = np.argsort(which.ravel(), kind="stable")
    for own in np.split(order, np.flatnonzero(np.diff(which.ravel()[order])) + 1):
        centre = (points[own].min(axis=0) + points[own].max(axis=0)) / 2
        near = _near(pieces, points[own], centre)
        away[own] = _to_pieces(points[own], near[_find_nearest(near, points[own], centre)])
    return _sign(away, pieces.areas, points)


def _near(pieces: Pieces, points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Return the pieces of which one is the nearest to each of some points around a centre."""
    middle = _unit(centre[None])[0]
    radius = _angle((_unit(points) @ middle).min())
    cosines = np.maximum(*(side @ middle for side in pieces.sides))
    reach = _angle(cosines.max()) + 2 * radius + pieces.longest_km / EARTH_KM
    kept: np.ndarray = pieces.ends[cosines >= np.cos(min(np.pi, reach * SPHERE_MARGIN + SLACK))]
    return kept


def _unit(points: np.ndarray) -> np.ndarray:
    """Return points of the sphere as vectors of length 1."""
    lon, lat = np.radians(points).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _angle(cosine: float) -> float:
    return float(np.arccos(min(1.0, max(-1.0, cosine))))


def _find_nearest(ends: np.ndarray, points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Return the number of the nearest piece to each point, in a plane true around a centre."""
    corners = _plane(ends.reshape(-1, 2), centre)
    lines = shapely.linestrings(corners, indices=np.repeat(np.arange(len(ends)), 2))
    at, found = shapely.STRtree(lines).query_nearest(
        shapely.points(_plane(points, centre)), all_matches=False
    )
    nearest = np.zeros(len(points), dtype=int)
    nearest[at] = found
    return nearest


def _plane(points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Return points in km on a stereographic plane, on which distances near each other agree."""
    seen = _seen(_geod(), np.broadcast_to(centre, points.shape), points) / 1000
    away = np.minimum(np.hypot(*seen.T), 0.98 * np.pi * EARTH_KM)
    with np.errstate(invalid="ignore"):
        stretch = np.where(away > 0, 2 * EARTH_KM * np.tan(away / 2 / EARTH_KM) / away, 1.0)
    plane: np.ndarray = seen * stretch[:, None]
    return plane


def _sign(away: np.ndarray, areas: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return distances, negative for points that lie in an area."""
    if len(areas):
        inside, _ = shapely.STRtree(areas).query(shapely.points(points), predicate="intersects")
        away[inside] = -np.abs(away[inside])
    return away


def _to_pieces(points: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return the km from each point to the nearest point of its piece.

    Seen from the point, by direction and distance, a piece is as good as straight; the point of it
    that is nearest there is measured on the ellipsoid.
    """
    geod = _geod()
    sides = [_seen(geod, points, ends[:, at : at + 2]) for at in (0, 2)]
    begin, along = sides[0], sides[1] - sides[0]
    square = (along**2).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(square > 0, -(begin * along).sum(axis=1) / square, 0.0)
    nearest = _at(ends, np.clip(share, 0.0, 1.0))
    _, _, metres = geod.inv(*points.T, *nearest.T)
    least = np.minimum(metres, np.hypot(*begin.T))
    result: np.ndarray = np.minimum(least, np.hypot(*sides[1].T)) / 1000
    return result


def _seen(geod: Geod, points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return others as metres east and north, by their direction and distance from each point."""
    azimuth, _, metres = geod.inv(*points.T, *others.T)
    turned = np.radians(azimuth)
    return np.column_stack([metres * np.sin(turned), metres * np.cos(turned)])


def measure(layer: Layer, strikes: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the least and the most km of each strike from the layer, as it stood on its days.

    A strike of one day has one distance. Over several days, or on a day that is not known, the
    layer may change: it lies `least` away on the best of the days, `most` on the worst; inf where
    nothing was there. Inside an area the km are negative: how deep. nan for strikes without a
    point. Both are rounded to metres.
    """
    points, rows = shapely.get_coordinates(strikes.geometry.to_numpy(), return_index=True)
    least, most = (np.full(len(strikes), np.nan) for _ in range(2))
    stages = _Stages.of(layer.features)
    begins = stages.find(strikes["date_start"].to_numpy()[rows], 0)
    ends = stages.find(strikes["date_end"].to_numpy()[rows], stages.number - 1)
    order = np.argsort(begins, kind="stable")  # strikes of one time ask for the same features
    groups = [(cut_pieces(shapes), *days) for shapes, days in stages.groups()]
    size = max(1, MOST_CELLS // stages.number)
    for own in np.split(order, range(size, len(order), size)):
        away = np.full((len(own), stages.number), np.inf)
        for pieces, first, last in groups:
            here = np.flatnonzero((begins[own] <= last) & (ends[own] >= first))
            if len(here):
                found = _measure_places(pieces, points[own][here])
                away[here, first : last + 1] = np.minimum(
                    away[here, first : last + 1], found[:, None]
                )
        stage = np.arange(stages.number)
        within = (stage >= begins[own][:, None]) & (stage <= ends[own][:, None])
        least[rows[own]] = np.where(within, away, np.inf).min(axis=1)
        most[rows[own]] = np.where(within, away, -np.inf).max(axis=1)
    return np.round(least, 3), np.round(most, 3)


def _measure_places(pieces: Pieces, points: np.ndarray) -> np.ndarray:
    """Measure points, those of one place once."""
    places, which = np.unique(points, axis=0, return_inverse=True)
    return measure_pieces(pieces, places)[which.ravel()]


@dataclass(frozen=True, slots=True, eq=False)
class _Stages:
    """The times between the days on which a layer changes, numbered from 0 for "before all"."""

    changes: np.ndarray  # days on which a stage begins, all but the first
    features: gpd.GeoDataFrame

    @classmethod
    def of(cls, features: gpd.GeoDataFrame) -> _Stages:
        begins = features["valid_from"].dropna().to_numpy("datetime64[D]")
        ends = features["valid_to"].dropna().to_numpy("datetime64[D]") + 1
        return cls(np.unique(np.concatenate([begins, ends])), features)

    @property
    def number(self) -> int:
        return len(self.changes) + 1

    def find(self, days: np.ndarray, missing: int) -> np.ndarray:
        """Return the stage of each day, `missing` for NaT."""
        plain = days.astype("datetime64[D]")
        at = np.searchsorted(self.changes, plain, side="right")
        result: np.ndarray = np.where(np.isnat(plain), missing, at)
        return result

    def groups(self) -> Iterator[tuple[np.ndarray, tuple[int, int]]]:
        """Yield the shapes that are there together, with their first and last stage."""
        first = self.find(self.features["valid_from"].to_numpy(), 0)
        last = self.find(self.features["valid_to"].to_numpy(), self.number - 1)
        shapes = np.array(self.features.geometry, dtype=object)
        pairs, which = np.unique(np.column_stack([first, last]), axis=0, return_inverse=True)
        for group, (begin, end) in enumerate(pairs.tolist()):
            yield shapes[which.ravel() == group], (begin, end)

"""Places made coarse: a strike on its district, its governorate, its country, or in a square."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import Geod

from geo.land.boundaries import Boundaries
from geo.release.grid import squares_of
from geo.release.rows import Rows
from geo.strikes.schema import CRS

__all__ = ["LEVEL_OF", "find_sure", "put_in_squares", "put_on_areas"]

LEVEL_OF = {"district": 2, "governorate": 1, "country": 0}
_KNOWN_TO = {"governorate": 1, "country": 0, "unknown": 0}  # precisions; all others are finer
_VAGUE = ("near", "area")  # precisions by which the true place may lie in another area
_WGS84 = Geod(ellps="WGS84")
_CORNERS = 32  # of the outline of a circle
_REASON = "the exact place is held back: released by {}"
_SQUARE = _REASON.format("a square of ")


def put_on_areas(
    strikes: gpd.GeoDataFrame, rows: Rows, to: str, boundaries: Boundaries | None
) -> dict[str, int]:
    """Count strikes, in place, on the area of a level that they lie in, else on the one above.

    to: "district", "governorate" or "country". They have no point after it, and none is told of by
    a smaller area than it was known by. Returns how many are told of by each area.
    """
    left, counts = rows.copy(), {}
    for area, level in LEVEL_OF.items():
        if level > LEVEL_OF[to]:
            continue
        has = left.copy()
        has[left] = find_sure(strikes[left], level, boundaries)
        if has.any():
            _count_on(strikes, has, area, level)
            counts[area] = int(has.sum())
        left &= ~has
    return counts


def find_sure(strikes: gpd.GeoDataFrame, level: int, boundaries: Boundaries | None) -> Rows:
    """Say which strikes are known to lie in their area of a level; all lie in the country.

    A point near a place, or in an area, is where the place itself may not be: its whole circle must
    lie in the area, by the outline of it. Squares have the areas alone that hold them.
    """
    if not level:
        return np.ones(len(strikes), dtype=bool)
    finest = max(LEVEL_OF.values())
    known = strikes["precision"].map(_KNOWN_TO).fillna(finest).to_numpy()
    codes = strikes[f"adm{level}_code"]
    sure: Rows = (known >= level) & codes.notna().to_numpy()
    squares = (strikes["match_reason"].str.startswith(_SQUARE).fillna(False)).to_numpy(dtype=bool)
    vague = sure & strikes["precision"].isin(_VAGUE).to_numpy() & ~squares
    if vague.any():
        circles = _draw_circles(strikes[vague])
        sure[vague] = _hold_whole(codes[vague], circles, boundaries, level)
    return sure


def _draw_circles(strikes: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return the outlines in degrees of the circles that hold the true places of strikes."""
    points, bearings = strikes.geometry, np.linspace(0, 360, _CORNERS, endpoint=False)
    metres = np.nan_to_num(strikes["uncertainty_km"].to_numpy()) * 1000
    # The corners stand outside the circle, so that the outline holds it.
    far = np.repeat(metres / np.cos(np.pi / _CORNERS), _CORNERS)
    lon, lat = (np.repeat(axis.to_numpy(), _CORNERS) for axis in (points.x, points.y))
    lon, lat, _ = _WGS84.fwd(lon, lat, np.tile(bearings, len(points)), far)
    corners = np.column_stack([lon, lat]).reshape(len(points), _CORNERS, 2)
    outlines: NDArray[np.object_] = shapely.polygons(corners)
    return outlines


def _count_on(strikes: gpd.GeoDataFrame, rows: Rows, area: str, level: int) -> None:
    _settle(strikes, rows, "given" if level else "none", f"its {area}")
    _put(strikes, rows & (strikes["precision"] != "unknown").to_numpy(), "precision", area)
    _put(strikes, rows, "location_status", "area_only" if level else "unlocated")
    _put(strikes, rows, "uncertainty_km", np.nan)
    _drop_areas(strikes, rows, level)
    _move(strikes, rows, np.full(int(rows.sum()), None, dtype=object))


def put_in_squares(
    strikes: gpd.GeoDataFrame, rows: Rows, km: float, boundaries: Boundaries | None
) -> dict[str, int]:
    """Put strikes with a point, in place, into a square of so many km; others on an area.

    The point is the square's middle, the radius holds the whole square and what the point was
    uncertain by. Of its areas a strike keeps those that hold the whole square, since of the others
    a part of it could be told, and the circle that it was known by. Strikes without a point are
    counted on the governorate at most. Returns how many are told of by a "grid" and by each area.
    """
    located = rows & (strikes["location_status"] == "located").to_numpy()
    counts = put_on_areas(strikes, rows & ~located, "governorate", boundaries)
    if not located.any():
        return counts
    sure = {level: find_sure(strikes[located], level, boundaries) for level in (2, 1)}
    points = strikes.geometry[located]
    squares = squares_of(points.x.to_numpy(), points.y.to_numpy(), km)
    known = strikes["uncertainty_km"].to_numpy()[located]
    _settle(strikes, located, "given", f"a square of {km:g} km")
    _put(strikes, located, "precision", "area")
    # In whole sides of the square: the radius itself would tell points apart.
    wider = np.ceil(np.nan_to_num(known) / km) * km
    _put(strikes, located, "uncertainty_km", np.ceil(squares.radii + wider))
    _move(strikes, located, shapely.points(squares.lon, squares.lat))
    _drop_areas(strikes, located, 2)
    for level in (2, 1):
        whole = _hold_whole(strikes[f"adm{level}_code"][located], squares.outlines,
                            boundaries, level)  # fmt: skip
        cut = located.copy()
        cut[located] = ~(whole & sure[level])
        _drop_areas(strikes, cut, level - 1)
    return {"grid": int(located.sum()), **counts}


def _hold_whole(
    codes: pd.Series, outlines: NDArray[np.object_], boundaries: Boundaries | None, level: int
) -> Rows:
    """Say of which outlines the whole lies in the row's own area of a level."""
    whole = np.zeros(len(codes), dtype=bool)
    areas = boundaries.levels.get(level) if boundaries is not None else None
    if areas is None:
        return whole
    for code, shape in zip(areas["code"], areas.geometry, strict=True):
        own = (codes == code).to_numpy()
        if own.any():
            whole[own] = shapely.covers(shape, outlines[own])
    return whole


def _settle(strikes: gpd.GeoDataFrame, rows: Rows, method: str, told: str) -> None:
    _put(strikes, rows, "match_method", method)
    _put(strikes, rows, "match_reason", _REASON.format(told))
    _put(strikes, rows, "match_score", np.nan)


def _drop_areas(strikes: gpd.GeoDataFrame, rows: Rows, level: int) -> None:
    """Empty, in place, the areas below a level."""
    for lower in range(level + 1, 4):
        for what in ("code", "name"):
            strikes[f"adm{lower}_{what}"] = strikes[f"adm{lower}_{what}"].mask(rows)


def _put(strikes: gpd.GeoDataFrame, rows: Rows, name: str, value: object) -> None:
    if rows.any():
        strikes.loc[rows, name] = value


def _move(strikes: gpd.GeoDataFrame, rows: Rows, points: NDArray[np.object_]) -> None:
    shapes = strikes.geometry.to_numpy().copy()
    shapes[rows] = points
    strikes["geometry"] = gpd.array.GeometryArray(np.asarray(shapes, dtype=object), crs=CRS)

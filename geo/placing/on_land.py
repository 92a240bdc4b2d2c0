"""On land: a place worked out from words ("west of X") does not lie outside the countries at hand.

Its circle is cut to their land; where none of the circle is on it, nothing is placed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer import Match
from gazetteer.radii import FINEST_KM, WIDEST_NEAR_KM
from geo.land.boundaries import Boundaries
from geo.land.coarse import unite
from geo.placing.extent import name_home
from geo.strikes.schema import CRS

__all__ = ["keep_match_on_land", "keep_on_land"]

NEARBY = "nearby"  # the method of places worked out from words
COARSE_KM = 2.0  # outlines are no sharper: a point so near the land may lie on it
LEAST_SHARE = 0.02  # of the circle on land; with less it only touches it
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class _Spot:
    """A circle: centre in degrees, radius in km."""

    lon: float
    lat: float
    km: float


class _Land:
    """The land of the countries at hand, what is contested among it."""

    def __init__(self, boundaries: Boundaries) -> None:
        shapes = boundaries.governorates.geometry.to_numpy()
        whole = shapely.make_valid(unite(shapes))
        contested = boundaries.contested.geometry.to_numpy()
        self.shape = shapely.union_all([whole, *shapely.make_valid(contested)])
        shapely.prepare(self.shape)
        self.name = name_home(boundaries)

    def keep(self, spot: _Spot) -> _Spot | None:
        """Return a circle as it is, where its centre is on land; its part on land; or None."""
        if shapely.intersects_xy(self.shape, spot.lon, spot.lat):
            return spot
        wide = math.cos(math.radians(spot.lat)) * KM_PER_DEGREE  # km in a degree of longitude
        reach = max(spot.km, COARSE_KM) * 1.1
        box = shapely.box(
            spot.lon - reach / wide, spot.lat - reach / KM_PER_DEGREE,
            spot.lon + reach / wide, spot.lat + reach / KM_PER_DEGREE,
        )  # fmt: skip
        near = shapely.transform(
            shapely.intersection(self.shape, box),
            lambda corners: (corners - [spot.lon, spot.lat]) * [wide, KM_PER_DEGREE],
        )
        if shapely.distance(near, shapely.Point(0, 0)) <= COARSE_KM:
            return spot
        disc = shapely.Point(0, 0).buffer(spot.km)
        part = shapely.intersection(near, disc)
        if part.area < LEAST_SHARE * disc.area:
            return None
        middle = part.centroid if part.contains(part.centroid) else part.representative_point()
        radius = shapely.hausdorff_distance(middle, part)
        return _Spot(
            round(spot.lon + middle.x / wide, 6), round(spot.lat + middle.y / KM_PER_DEGREE, 6),
            max(FINEST_KM, round(min(radius, 2 * spot.km), 1)),
        )  # fmt: skip

    def say(self, kept: _Spot | None, area: str | None) -> str:
        """Return what is said of a circle that was cut to the land, or lies off it."""
        if kept is not None:
            return f"cut to the land of {self.name}: within {kept.km:.3g} km"
        counted = f"; counted on {area}" if area else ""
        return f"that lies outside {self.name}{counted}"


def keep_match_on_land(match: Match, boundaries: Boundaries) -> Match:
    """Return a match whose point from words lies on the land at hand, as `keep_on_land` does."""
    lacks = match.lon is None or match.lat is None or match.uncertainty_km is None
    if match.method != NEARBY or lacks or boundaries.governorates.empty:
        return match
    land = _Land(boundaries)
    spot = _Spot(float(match.lon or 0), float(match.lat or 0), float(match.uncertainty_km or 0))
    kept = land.keep(spot)
    if kept == spot:
        return match
    reason = f"{match.reason}; {land.say(kept, match.adm1_name)}"
    if kept is None:
        known = "governorate" if match.adm1_code else "unknown"
        return replace(match, reason=reason, precision=known, lon=None, lat=None, score=None,
                       uncertainty_km=None, place=None)  # fmt: skip
    return replace(match, reason=reason, lon=kept.lon, lat=kept.lat, uncertainty_km=kept.km,
                   precision=_precision(kept))  # fmt: skip


def _precision(spot: _Spot) -> str:
    return "near" if spot.km <= WIDEST_NEAR_KM else "area"


def keep_on_land(strikes: gpd.GeoDataFrame, boundaries: Boundaries) -> gpd.GeoDataFrame:
    """Return strikes whose points that were worked out from words lie on the land at hand.

    Rows with method nearby and a point over 2 km off it are changed, with the reason: to the part
    of their circle on land, or, where there is none, to their governorate, or to no place.
    """
    found = (strikes["match_method"] == NEARBY) & strikes.geometry.notna()
    rows = np.flatnonzero((found & strikes["uncertainty_km"].notna()).to_numpy())
    if not len(rows) or boundaries.governorates.empty:
        return strikes
    points = strikes.geometry.to_numpy()
    radii = strikes["uncertainty_km"].to_numpy(dtype=float)
    land = _Land(boundaries)
    spots = [_Spot(float(shapely.get_x(points[row])), float(shapely.get_y(points[row])),
                   float(radii[row])) for row in rows]  # fmt: skip
    kept = {spot: land.keep(spot) for spot in dict.fromkeys(spots)}
    moved = [(row, kept[spot]) for row, spot in zip(rows, spots, strict=True)
             if kept[spot] != spot]  # fmt: skip
    return _change(strikes, moved, land) if moved else strikes


def _change(
    strikes: gpd.GeoDataFrame, moved: list[tuple[np.intp, _Spot | None]], land: _Land
) -> gpd.GeoDataFrame:
    columns = ("match_reason", "precision", "location_status", "adm1_code", "adm1_name",
               "place_id", "place_name", "place_name_ar")  # fmt: skip
    texts = {name: strikes[name].to_numpy(dtype=object, na_value=None).copy() for name in columns}
    points = strikes.geometry.to_numpy().copy()
    radii, scores = (strikes[n].to_numpy(dtype=float).copy()
                     for n in ("uncertainty_km", "match_score"))  # fmt: skip
    for row, spot in moved:
        said = land.say(spot, texts["adm1_name"][row])
        texts["match_reason"][row] = f"{texts['match_reason'][row]}; {said}"
        if spot is not None:
            points[row], radii[row] = shapely.Point(spot.lon, spot.lat), spot.km
            texts["precision"][row] = _precision(spot)
            continue
        known = texts["adm1_code"][row] is not None
        points[row], radii[row], scores[row] = None, np.nan, np.nan
        texts["precision"][row] = "governorate" if known else "unknown"
        texts["location_status"][row] = "area_only" if known else "unlocated"
        for name in ("place_id", "place_name", "place_name_ar"):
            texts[name][row] = None
    changed = strikes.copy(deep=False)
    for name, values in texts.items():
        changed[name] = pd.Series(values, index=changed.index, dtype="str")
    changed["uncertainty_km"], changed["match_score"] = radii, scores
    changed["geometry"] = gpd.array.GeometryArray(points, crs=CRS)
    return changed

"""Nearness: how far a strike lies from somewhere, and whether that is surely within so many km.

A located strike is a point with a radius that holds the true place 9 times in 10. Within n km of
somewhere it is "sure" where all of that circle lies within, "possible" where some of it does,
"no" where none does. A strike without a point is not judged: nobody knows where in its area it was.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from gazetteer.language import _
from geo.errors import FilterError

__all__ = [
    "NEARNESS",
    "Near",
    "NearCounts",
    "count_near",
    "distances_km",
    "judge_distances",
    "judge_near",
    "plain_number",
]

NEARNESS = ("sure", "possible", "no")
FARTHEST_KM = 2000.0
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_HINT = "write it as longitude, latitude and kilometres, such as near=36.72,34.83,5"


@dataclass(frozen=True, slots=True)
class Near:
    """A circle around a point: degrees, km, and what the point is called, "" for nothing.

    Raises FilterError for a point that is not on the globe and for a distance that is none.
    """

    lon: float
    lat: float
    km: float
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))
        lon, lat, km = (float(number) for number in (self.lon, self.lat, self.km))
        rounded = {"lon": round(lon, 5), "lat": round(lat, 5), "km": round(km, 3)}
        for field, number in rounded.items():
            object.__setattr__(self, field, number)
        if not (abs(lon) <= 180 and abs(lat) <= 90):
            raise FilterError(f"filter: near={self.text} is no point of the globe; {_HINT}")
        if not 0 < self.km <= FARTHEST_KM:
            raise FilterError(
                f"filter: near={self.text} is within {plain_number(km)} km; give more than 0 and "
                f"at most {plain_number(FARTHEST_KM)}"
            )

    @classmethod
    def from_text(cls, text: str) -> Near:
        """Read `lon,lat,km` or `lon,lat,km,name`; FilterError names the remedy."""
        lon, lat, km, name = [*(part.strip() for part in text.split(",", 3)), "", "", ""][:4]
        if not all(_NUMBER.fullmatch(number) for number in (lon, lat, km)):
            raise FilterError(f"filter: near={text} is not read; {_HINT}")
        return cls(float(lon), float(lat), float(km), name)

    @property
    def text(self) -> str:
        """The part of a query: `lon,lat,km` or `lon,lat,km,name`."""
        numbers = ",".join(plain_number(number) for number in (self.lon, self.lat, self.km))
        return f"{numbers},{self.name}" if self.name else numbers

    @property
    def named(self) -> str:
        """What the point is called, or where it is."""
        return self.name or f"{_degrees(self.lat, 'NS')}, {_degrees(self.lon, 'EW')}"

    def in_words(self) -> str:
        """Say it, such as "within 5 km of Talbisah"."""
        return _("within {km} km of {name}", km=plain_number(self.km), name=self.named)


@dataclass(frozen=True, slots=True)
class NearCounts:
    """Rows surely within a distance, possibly within, surely not, and those without a point."""

    sure: int
    possible: int
    no: int
    not_judged: int


def distances_km(strikes: gpd.GeoDataFrame, lon: float, lat: float) -> np.ndarray:
    """Return the geodesic distance (WGS 84, km) of each strike's point; nan without a point."""
    from pyproj import Geod  # at the first use: PROJ takes a while to open

    points, rows = shapely.get_coordinates(strikes.geometry.to_numpy(), return_index=True)
    away = np.full(len(strikes), np.nan)
    if len(rows):
        many = np.full(len(rows), lon), np.full(len(rows), lat)
        __, __, metres = Geod(ellps="WGS84").inv(*many, points[:, 0], points[:, 1])
        away[rows] = metres / 1000
    return away


def judge_distances(away_km: np.ndarray, radius_km: np.ndarray, within_km: float) -> np.ndarray:
    """Return "sure", "possible" or "no" for each distance with its radius, "" where it is nan.

    away_km: from a strike's point to what is asked of; radius_km: the strike's uncertainty_km.
    """
    judged = np.full(len(away_km), "", dtype=object)
    known = ~np.isnan(away_km)
    judged[known] = "no"
    judged[known & (away_km - radius_km <= within_km)] = "possible"
    judged[known & (away_km + radius_km <= within_km)] = "sure"
    return judged


def judge_near(strikes: gpd.GeoDataFrame, near: Near) -> np.ndarray:
    """Return for each strike whether it lies within: a word of NEARNESS, "" without a point."""
    away = distances_km(strikes, near.lon, near.lat)
    away[(strikes["location_status"] != "located").to_numpy()] = np.nan
    return judge_distances(away, strikes["uncertainty_km"].to_numpy(), near.km)


def count_near(strikes: gpd.GeoDataFrame, near: Near) -> NearCounts:
    """Count the strikes of a table by whether they lie within."""
    judged = judge_near(strikes, near)
    sure, possible, no, none = (int((judged == word).sum()) for word in (*NEARNESS, ""))
    return NearCounts(sure, possible, no, none)


def plain_number(number: float) -> str:
    """Return a number without an exponent or zeros that say nothing."""
    if not math.isfinite(number):
        return str(number)
    return f"{number:.5f}".rstrip("0").rstrip(".").replace("-0", "0", number == 0)


def _degrees(number: float, sides: str) -> str:
    return f"{plain_number(abs(number))}°{sides[number < 0]}"

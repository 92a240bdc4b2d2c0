"""Points on which many rows lie and no place does: centres of areas, taken for places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from gazetteer import AREA_KINDS, Place
from gazetteer.places import EARTH_KM
from geo.land.boundaries import Boundaries
from geo.land.levels import call_level
from geo.placing.evidence import Evidence, find_stated
from geo.placing.extent import distinct_points, name_home
from geo.placing.outlines import Objects

__all__ = ["CENTRE", "Repeated", "count_on_centres", "find_repeated", "km_between"]

CENTRE = "the point given is the centre of"  # begins the reason of a row that is counted instead
LEAST_ROWS = 20  # on one point
LEAST_NAMES = 3  # distinct places that those rows name, for no town has so many
CENTRE_KM = 5.0  # so near a centre, a point is that centre
SETTLED_KM = 3.0  # so near a listed place, a point is that place
SMALL_KM = 15.0  # an area's radius; the centre of a smaller one is its town


@dataclass(frozen=True, slots=True)
class Repeated:
    """A point that many rows are given: its rows, and the area whose centre it is, if it is one."""

    lon: float  # degrees
    lat: float
    rows: NDArray[np.intp]
    area: str | None  # name of the governorate, or of the country
    code: str | None  # of the governorate

    @property
    def words(self) -> str:
        """Return what is said of the point."""
        at = f"{len(self.rows):,} rows lie on one point ({self.lat:.4f}, {self.lon:.4f})"
        centre = f"the centre of {self.area}" if self.area else "no listed place is near it"
        return f"{at}: {centre}"


def km_between(
    lon: float, lat: float, lons: NDArray[np.float64], lats: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distances in km from one point to others on the sphere; degrees."""
    one, others = np.radians(lat), np.radians(lats)
    chord = np.sin((others - one) / 2) ** 2
    chord = chord + np.cos(one) * np.cos(others) * np.sin(np.radians(lons - lon) / 2) ** 2
    found: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return found


def find_repeated(
    strikes: gpd.GeoDataFrame, boundaries: Boundaries, places: Sequence[Place]
) -> list[Repeated]:
    """Return the points that at least 20 rows are given and that are no place, most rows first.

    Such a point is within 5 km of the centre of a governorate or of the country, or it has no
    listed place near and its rows name three places or more. A small area's centre, such as a
    city's, counts as the city.
    """
    given = strikes[(strikes["match_method"] == "given").to_numpy()]
    at = np.flatnonzero((strikes["match_method"] == "given").to_numpy())
    points, number = distinct_points(given)
    counts = np.bincount(number[number >= 0], minlength=len(points))
    often = np.flatnonzero(counts >= LEAST_ROWS)
    if not len(often):
        return []
    centres = _centres(boundaries)
    settled = [p for p in places if p.lon is not None and p.kind not in AREA_KINDS]
    lons = np.array([p.lon for p in settled], dtype=np.float64)
    lats = np.array([p.lat for p in settled], dtype=np.float64)
    found = []
    for one in often[np.argsort(-counts[often], kind="stable")]:
        rows = np.flatnonzero(number == one)
        lon, lat = float(shapely.get_x(points[one])), float(shapely.get_y(points[one]))
        near = bool(len(lons)) and km_between(lon, lat, lons, lats).min() <= SETTLED_KM
        names = given["place_text"].iloc[rows].nunique()
        area, code = _centre_of(lon, lat, centres)
        if area is not None or (not near and names >= LEAST_NAMES):
            found.append(Repeated(lon, lat, at[rows], area, code))
    return found


def count_on_centres(
    strikes: gpd.GeoDataFrame, boundaries: Boundaries, evidences: Sequence[Evidence]
) -> gpd.GeoDataFrame:
    """Return strikes, those counted on their governorate whose given point is only its centre.

    Only where many rows lie on the point, the row states that governorate, and the place that it
    names, if it is listed, is not there.
    """
    changed = strikes
    places = [place for evidence in evidences for place in evidence.gazetteer.places]
    for one in find_repeated(strikes, boundaries, places):
        rows = _without_place(strikes.iloc[one.rows], one, evidences) if one.code else []
        if len(rows):
            changed = _count(changed, strikes.index.isin(rows), one)
    return changed


def _without_place(
    rows: gpd.GeoDataFrame, one: Repeated, evidences: Sequence[Evidence]
) -> list[str]:
    """Return the ids of the rows that state the governorate and name no place at the point."""
    said = rows[["place_text", "governorate_text"]].drop_duplicates()
    gone = []
    for place, stated in said.itertuples(index=False):
        area = find_stated(evidences, stated if isinstance(stated, str) else None)
        if area is not None and area.adm1_code == one.code and not _is_at(place, one, evidences):
            same = (rows["place_text"] == place) | (rows["place_text"].isna() & pd.isna(place))
            gone += rows.index[(same & (rows["governorate_text"] == stated)).to_numpy()].tolist()
    return gone


def _is_at(place: object, one: Repeated, evidences: Sequence[Evidence]) -> bool:
    if not isinstance(place, str):
        return False
    for evidence in evidences:
        match = evidence.gazetteer.match_many([place], [one.code])[0]
        if match.lon is not None and match.lat is not None:
            away = km_between(one.lon, one.lat, np.array([match.lon]), np.array([match.lat]))
            if away[0] <= CENTRE_KM + (match.uncertainty_km or 0.0):
                return True
    return False


def _count(strikes: gpd.GeoDataFrame, rows: NDArray[np.bool_], one: Repeated) -> gpd.GeoDataFrame:
    counted = strikes.copy()
    level = call_level("governorate", one.code)
    for name, value in (
        ("precision", "governorate"),
        ("location_status", "area_only"),
        ("adm1_code", one.code),
        ("adm1_name", one.area),
        ("match_reason", f"{CENTRE} {one.area}; counted on the {level}, as reported"),
    ):
        counted.loc[rows, name] = value
    counted.loc[rows, "geometry"] = None
    return counted


def _centres(boundaries: Boundaries) -> pd.DataFrame:
    """Return name, code, lon and lat of the centres of wide governorates and of the country."""
    areas = boundaries.governorates
    if areas.empty:
        return pd.DataFrame({"name": [], "code": [], "lon": [], "lat": []})
    shapes: Objects = np.append(areas.geometry.to_numpy(), shapely.union_all(areas.geometry))
    middles = shapely.centroid(shapes)
    radii = shapely.minimum_bounding_radius(shapes) * 111.2  # km in a degree of latitude
    table = pd.DataFrame(
        {
            "name": [*areas["name"], name_home(boundaries)],
            "code": [*areas["code"], None],
            "lon": shapely.get_x(middles),
            "lat": shapely.get_y(middles),
        }
    )
    return table[radii > SMALL_KM]


def _centre_of(lon: float, lat: float, centres: pd.DataFrame) -> tuple[str | None, str | None]:
    if centres.empty:
        return None, None
    away = km_between(lon, lat, centres["lon"].to_numpy(), centres["lat"].to_numpy())
    nearest = int(away.argmin())
    if away[nearest] > CENTRE_KM:
        return None, None
    row = centres.iloc[nearest]
    return str(row["name"]), None if pd.isna(row["code"]) else str(row["code"])

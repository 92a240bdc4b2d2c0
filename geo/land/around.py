"""What lies around countries on the base map: their neighbours within the view, and towns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.land.boundaries import Boundaries
from geo.land.coarse import polygons_of, unite
from geo.land.country import has_own_areas, read_country
from geo.land.world import CONTESTED, read_areas_in, read_towns, world_countries
from geo.strikes.schema import CRS

__all__ = [
    "Box",
    "pick_towns",
    "read_around",
    "read_contested_around",
    "usual_box",
    "view_box",
]

Box = tuple[float, float, float, float]  # west, south, east, north in degrees

# How far beyond the countries a wide screen shows: shares of their longer side, and degrees.
REACH_WIDE, REACH_HIGH, MOST_WIDE, MOST_HIGH, LEAST = 2.4, 1.2, 24.0, 12.0, 0.5
NEAR = 0.25  # of that reach: where the names of the neighbours stand
LABEL_SHARE = 0.006  # of the near box: what a neighbour covers of it to be named
# Towns by rank that are drawn of each of so many countries.
RANKS = ((1, 3), (8, 2), (1_000, 1))
MOST_FOREIGN = 40


def usual_box(boundaries: Boundaries) -> Box | None:
    """Return what is shown of the countries, each its areas' box or its usual view; None: nothing.

    The areas' box is that of given files and of a country with a file of its own, whose areas
    are drawn whole; the usual view leaves out islands far off.
    """
    areas = boundaries.governorates
    boxes = [areas.total_bounds] if boundaries.given and len(areas) else []
    for country in boundaries.countries if not boundaries.given else ():
        usual = None if has_own_areas(country) else read_country(country).get("extent")
        own = areas if usual else areas[areas["parent"] == country.upper()]
        if usual or len(own):
            boxes.append(usual or own.total_bounds)
    if not boxes:
        return None
    sides = np.asarray(boxes, dtype=float)
    (west, south), (east, north) = sides[:, :2].min(axis=0), sides[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def view_box(box: Box, share: float = 1.0) -> Box:
    """Return a box with what a wide screen shows around it; share: of that reach."""
    west, south, east, north = box
    side = max(east - west, north - south)
    wide = share * max(LEAST, min(REACH_WIDE * side, MOST_WIDE))
    high = share * max(LEAST, min(REACH_HIGH * side, MOST_HIGH))
    return (
        max(west - wide, -180.0),
        max(south - high, -85.0),
        min(east + wide, 180.0),
        min(north + high, 85.0),
    )


def read_around(boundaries: Boundaries, box: Box) -> gpd.GeoDataFrame:
    """Return the countries within the view of a box, cut to it.

    code (ISO 3166, three letters), country (two letters), name, name_ar, name_local, home and
    polygons. Where areas are given, the countries' own land is among them (home), so that what the
    files leave out is land and no sea.
    """
    view = shapely.box(*view_box(box))
    own = [country.upper() for country in boundaries.countries]
    areas = read_areas_in(view.bounds, but=() if boundaries.given else own)
    rows = []
    outlines, groups = areas.geometry.to_numpy(), areas.groupby("country").indices
    for code, held in groups.items():
        parts = polygons_of(_cut(unite(outlines[held]), view))
        facts = world_countries()[str(code)]
        named = {key: facts[key] for key in ("name", "name_ar", "name_local")}
        if parts:
            rows.append({"code": facts["iso3"] or code, "country": code, **named,
                         "home": code in own, "geometry": shapely.MultiPolygon(parts)})  # fmt: skip
    columns = ["code", "country", "name", "name_ar", "name_local", "home", "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=CRS)


def _cut(land: shapely.Geometry, view: shapely.Polygon) -> shapely.Geometry:
    """Return what of a country's land lies in a view; all of it as it is where all does."""
    if view.contains_properly(shapely.box(*land.bounds)) and land.is_valid:
        return land
    return shapely.intersection(shapely.make_valid(land), view)


def read_contested_around(boundaries: Boundaries, box: Box) -> gpd.GeoDataFrame:
    """Return the contested parts of other countries within the view of a box, cut to it.

    name, name_ar, note and polygons; none that the countries themselves have.
    """
    view = shapely.box(*view_box(box))
    own = [country.upper() for country in boundaries.countries]
    parts = read_areas_in(view.bounds, but=own, what=CONTESTED)
    parts = parts[~parts["name"].isin(boundaries.contested["name"])]
    if parts.empty:
        return parts[["name", "name_ar", "note", "geometry"]]
    inside = [polygons_of(shapely.intersection(shapely.make_valid(one), view))
              for one in parts.geometry]  # fmt: skip
    parts = parts.set_geometry([shapely.MultiPolygon(held) for held in inside], crs=CRS)
    seen = parts[[bool(held) for held in inside]].dissolve(by="name", as_index=False)
    return seen[["name", "name_ar", "note", "geometry"]]


def label_spot(outline: shapely.Geometry, near: Box) -> list[float] | None:
    """Return (lon, lat) well inside the largest part of an outline near the countries."""
    held = shapely.box(*near)
    whole = shapely.box(*outline.bounds)
    if outline.is_empty or shapely.intersection(whole, held).area < LABEL_SHARE * held.area:
        return None
    parts = polygons_of(shapely.intersection(shapely.make_valid(outline), held))
    widest = max(parts, key=lambda part: part.area, default=None)
    if widest is None or widest.area < LABEL_SHARE * held.area:
        return None
    fine = max(0.05, float(np.sqrt(held.area)) / 100)
    spot = shapely.maximum_inscribed_circle(widest, tolerance=fine).coords[0]
    return [round(part, 2) for part in spot]


@dataclass(frozen=True, slots=True)
class _Towns:
    """The table of towns, and the box they are picked for."""

    table: pd.DataFrame
    box: Box

    def within(self, share: float) -> pd.DataFrame:
        west, south, east, north = view_box(self.box, share)
        table = self.table
        return table[table["lon"].between(west, east) & table["lat"].between(south, north)]


def pick_towns(countries: tuple[str, ...], box: Box) -> list[Mapping[str, Any]]:
    """Return the towns that are drawn, the largest first.

    Of each of the countries as many ranks as their number allows; of others the capitals and
    largest near the box, one rank lower.
    """
    towns = _Towns(read_towns(), box)
    own = [country.upper() for country in countries]
    most = next(rank for number, rank in RANKS if len(own) <= number)
    home = towns.within(1.0)
    home = home[home["country"].isin(own) & (home["rank"] <= most)]
    abroad = towns.within(NEAR)
    abroad = abroad[~abroad["country"].isin(own) & (abroad["rank"] <= 2)].head(MOST_FOREIGN)
    abroad = abroad.assign(rank=abroad["rank"] + 1)
    columns = ["geonames", "name", "name_ar", "name_local", "rank", "lon", "lat"]
    parts = [
        table[columns].assign(home=is_home) for table, is_home in ((home, True), (abroad, False))
    ]
    picked: list[Mapping[str, Any]] = pd.concat(parts).to_dict("records")
    return picked

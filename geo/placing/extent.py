"""Extent: which points lie in the country, and in which countries the others lie."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.land.boundaries import Boundaries
from geo.land.country import data_folder, join_names, read_countries, read_country
from geo.land.world import find_countries
from geo.placing.outlines import REACH_KM, Objects, Outlines, find_inside, to_metres
from geo.strikes.schema import CRS

__all__ = ["distinct_points", "lie_inside", "name_countries", "name_extent", "name_home"]

LEAST_SHARE = 0.9  # of the strikes whose place is known: fewer, and countries are no title
MOST_NAMED = 3  # countries in a title


def name_home(boundaries: Boundaries) -> str:
    """Return the name of the country that boundaries are of, of several "Syria and Iraq"."""
    return str(read_countries(boundaries.countries).get("name", boundaries.country))


def distinct_points(strikes: gpd.GeoDataFrame) -> tuple[Objects, NDArray[np.intp]]:
    """Return each distinct point once, and its number for every row; -1 for a row without."""
    points = strikes.geometry.to_numpy()
    there = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    number = np.full(len(points), -1, dtype=np.intp)
    lons, lats = shapely.get_x(points[there]), shapely.get_y(points[there])
    # As complex numbers pairs are told apart ten times as fast as in an index of both.
    number[there], _ = pd.factorize(lons + 1j * lats)
    first = np.zeros(int(number.max(initial=-1)) + 1, dtype=np.intp)
    first[number[there][::-1]] = there[::-1]
    return points[first], number


def lie_inside(points: Objects, boundaries: Boundaries) -> NDArray[np.bool_]:
    """Say of each point whether it lies in the country, or within 5 km of its coarse outline."""
    areas = boundaries.governorates
    if areas.empty or not len(points):
        return np.ones(len(points), dtype=np.bool_)
    inside = find_inside(points, areas) >= 0
    lost = np.flatnonzero(~inside)
    metres = to_metres(areas)
    metric = gpd.GeoSeries(points[lost], crs=CRS).to_crs(metres).to_numpy()
    near, _ = Outlines(areas, metres).nearest(metric, REACH_KM)
    inside[lost] = near >= 0
    return inside


@cache
def _neighbours(country: str) -> tuple[tuple[str, ...], Objects]:
    """Return the names and outlines of the countries around one, of its own base map."""
    path = data_folder(country).joinpath("base_map.geojson")
    features = json.loads(path.read_text(encoding="utf-8"))["features"] if path.is_file() else []
    around = [one for one in features if one["properties"]["kind"] == "neighbour"]
    outlines = shapely.from_geojson([json.dumps(one["geometry"]) for one in around])
    return tuple(one["properties"]["name"] for one in around), outlines


def _name_points(points: Objects, countries: tuple[str, ...]) -> Objects:
    """Return the other country that each point lies in, "" for none.

    As the base map of the country's own has it, else the world's.
    """
    found = np.full(len(points), "", dtype=object)
    names, outlines = _neighbours(countries[0]) if len(countries) == 1 else ((), found[:0])
    area_at, point_at = shapely.STRtree(points).query(outlines, predicate="covers")
    found[point_at] = np.array(names, dtype=object)[area_at] if len(names) else ""
    lost = np.flatnonzero(found == "")
    codes = find_countries(points[lost])
    home = {"", *(country.upper() for country in countries)}
    found[lost] = ["" if code in home else read_country(code)["name"] for code in codes]
    return found


def name_countries(
    points: Objects, weights: NDArray[np.int64], countries: tuple[str, ...]
) -> list[tuple[str, int]]:
    """Return the other countries of the world that hold points, with how many rows, most first.

    points: those outside the countries at hand; weights: rows of each.
    """
    held: Counter[str] = Counter()
    if len(points):
        for name, rows in zip(_name_points(points, countries), weights.tolist(), strict=True):
            held[name] += rows
    del held[""]
    return held.most_common()


def name_extent(strikes: gpd.GeoDataFrame, boundaries: Boundaries) -> str:
    """Return the countries that strikes lie in, for titles; "" where they are not known.

    Of the country at hand and those of its base map as many, three at most, as it takes to hold
    nine in ten of the rows with a known place: "Lebanon", "Syria and Turkey". Rows that are
    counted on an area lie in the country at hand.
    """
    points, number = distinct_points(strikes)
    rows = np.bincount(number[number >= 0], minlength=len(points))
    inside = lie_inside(points, boundaries)
    counted = int(((number < 0) & strikes["adm1_code"].notna().to_numpy()).sum())
    here, everywhere = int(rows[inside].sum()) + counted, int(rows.sum()) + counted
    held = name_countries(points[~inside], rows[~inside], boundaries.countries)
    held = sorted([(name_home(boundaries), here), *held], key=lambda one: -one[1])
    names: list[str] = []
    covered = 0
    for name, count in held[:MOST_NAMED]:
        names.append(name)
        covered += count
        if everywhere and covered >= LEAST_SHARE * everywhere:
            return join_names(names)
    return ""

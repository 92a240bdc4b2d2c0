"""Extent: which points lie in the country, and in which countries the others lie."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from gazetteer import abroad
from gazetteer.language import _, ngettext
from geo.land.boundaries import Boundaries
from geo.land.country import MOST_NAMED as MOST_TOGETHER
from geo.land.country import data_folder, read_countries, read_country
from geo.land.world import CONTESTED, countries_at, read_areas_in
from geo.placing.outlines import (
    REACH_KM,
    Objects,
    Outlines,
    assign_nearby,
    find_inside,
    group_by_country,
    to_metres,
)
from geo.strikes.schema import CRS
from geo.strikes.totals import OUTSIDE, count_units, mark_noted

__all__ = [
    "count_said_abroad", "distinct_points", "lie_at_sea", "lie_inside", "list_extent",
    "make_title", "name_contested", "name_countries", "name_home",
]  # fmt: skip

LEAST_SHARE = 0.9  # of the strikes whose place is known: fewer, and countries are no title
MOST_NAMED = 3  # countries in a title
FEW_ROWS = 15
COAST_DEGREES = 0.03  # outlines are as coarse as 0.01 degrees
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
# A reason of gazetteer/matching/choosing.py: a name that is known in another country alone.
_KNOWN_ABROAD = r" is an? \w+ in ([^;]+); no place here is listed so$"


def name_home(boundaries: Boundaries) -> str:
    """Return the name of the country that boundaries are of, of several "Syria and Iraq"."""
    name = str(read_countries(boundaries.countries).get("name", boundaries.country))
    return f"the {name}" if len(boundaries.countries) > MOST_TOGETHER else name


def distinct_points(strikes: gpd.GeoDataFrame) -> tuple[Objects, NDArray[np.intp]]:
    """Return each distinct point once, and its number for every row; -1 for a row without."""
    points = strikes.geometry.to_numpy()
    there = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    number = np.full(len(points), -1, dtype=np.intp)
    lons, lats = shapely.get_x(points[there]), shapely.get_y(points[there])
    # As complex numbers pairs are told apart ten times as fast as in an index of both.
    number[there], __ = pd.factorize(lons + 1j * lats)
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
    nearby = assign_nearby(points[lost], areas)
    for own in group_by_country(areas):
        country = areas.iloc[own]
        at = lost[np.isin(nearby, own)]
        metres = to_metres(country)
        metric = gpd.GeoSeries(points[at], crs=CRS).to_crs(metres).to_numpy()
        near, __ = Outlines(country, metres).nearest(metric, REACH_KM)
        inside[at] = near >= 0
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
    codes = countries_at(points[lost])
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


def lie_at_sea(points: Objects) -> NDArray[np.bool_]:
    """Say of each point whether no land of the world lies within some 3 km of it."""
    sea = np.ones(len(points), dtype=np.bool_)
    for east, north in _AROUND:
        left = np.flatnonzero(sea)
        lons, lats = shapely.get_x(points[left]), shapely.get_y(points[left])
        beside = shapely.points(lons + east * COAST_DEGREES, lats + north * COAST_DEGREES)
        sea[left] = countries_at(beside) == ""
    return sea


def name_contested(points: Objects, countries: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the contested part of other countries that a point lies in, with the point's number."""
    if len(points):
        west, south, east, north = map(float, shapely.total_bounds(points))
        own = [one.upper() for one in countries]
        parts = read_areas_in((west, south, east, north), but=own, what=CONTESTED)
        inside = find_inside(points, parts)
        yield from ((int(at), parts["name"].iloc[inside[at]]) for at in np.flatnonzero(inside >= 0))


def list_extent(
    strikes: gpd.GeoDataFrame, home: str, countries: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the names of the countries that strikes lie in; () where they are not known.

    strikes: joined to areas. home: the name of the countries at hand, whose codes are
    `countries`. As many, three at most, as it takes to hold nine in ten of the rows whose country
    is known: by the point, by the area that they are counted on, else by what the table says.
    """
    status = strikes["location_status"]
    outside = (status == "located").to_numpy() & mark_noted(strikes["adm_note"], OUTSIDE)
    unlocated = (status == "unlocated").to_numpy()
    held = Counter({home: int((~outside & ~unlocated).sum())})
    points, number = distinct_points(strikes[outside])
    rows = np.bincount(number[number >= 0], minlength=len(points))
    held.update(_count_stated(_state_countries(strikes, unlocated), home, countries))
    everywhere, covered = sum(held.values()) + int(rows.sum()), 0
    held.update(dict(name_countries(points, rows, countries)))
    for at, (__, count) in enumerate(held.most_common(MOST_NAMED), start=1):
        covered += count
        all_named = everywhere > FEW_ROWS or at == len(+held)
        if everywhere and covered >= LEAST_SHARE * everywhere and all_named:
            return tuple(_part_home([name for name, __ in held.most_common(at)], home, countries))
    return ()


def _part_home(names: list[str], home: str, countries: tuple[str, ...]) -> Iterator[str]:
    """Yield names; where others stand beside several countries at hand, each on its own."""
    for name in names:
        if name == home and 1 < len(countries) <= MOST_TOGETHER and len(names) > 1:
            yield from (str(read_country(one).get("name", one)) for one in countries)
        else:
            yield name


def count_said_abroad(strikes: gpd.GeoDataFrame, countries: tuple[str, ...]) -> int:
    """Count the rows without a place that the table or the gazetteer puts in another country."""
    stated = _state_countries(strikes, (strikes["location_status"] == "unlocated").to_numpy())
    held = _count_stated(stated, "", countries)
    return sum(held.values()) - held[""]


def _state_countries(strikes: gpd.GeoDataFrame, rows: NDArray[np.bool_]) -> pd.Series:
    """Return the country that the table says of some rows, else the one that the reason names."""
    # Arrays: for a Series among which rows are chosen pandas looks through its whole index.
    columns = (strikes["country_text"].array[rows], strikes["match_reason"].array[rows])
    stated, reasons = (pd.Series(column, dtype="str") for column in columns)
    number, known = pd.factorize(reasons)  # as many as there are places; -1 for none
    named = pd.Series([*known, None], dtype="str").str.extract(_KNOWN_ABROAD, expand=False)
    return stated.fillna(pd.Series(named.array[number]))


def _count_stated(stated: pd.Series, home: str, countries: tuple[str, ...]) -> Counter[str]:
    """Count the rows of each country that a column says."""
    held: Counter[str] = Counter()
    for text, rows in stated.value_counts().items():
        code = abroad.read_country(str(text))
        if code is not None:
            held[home if code.lower() in countries else abroad.name_country(code)] += int(rows)
    return held


def make_title(strikes: gpd.GeoDataFrame, home: str, countries: tuple[str, ...]) -> str:
    """Return what strikes are called where nobody gives a title; see `list_extent`."""
    title = _("Reported strikes") if count_units(strikes).unit == "strike" else _("Reported events")
    names = list_extent(strikes, home, countries)
    return _("{title}: {places}", title=title, places=_join(names)) if names else title


def _join(names: tuple[str, ...]) -> str:
    *before, last = map(_, names)
    if len(names) > MOST_TOGETHER:
        return ngettext("{count} country", "{count} countries", len(names))
    return _("{names} and {last}", names=", ".join(before), last=last) if before else last

"""The first-level areas of every country, read from one file: those of a few, or those around."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import as_file
from importlib.resources import files as package_files
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray

from geo.land.packed import COLUMNS as OUTLINES
from geo.land.packed import unpack_outlines
from geo.strikes.schema import CRS

__all__ = [
    "AREA",
    "CONTESTED",
    "codes_by_iso",
    "contested_notes",
    "countries_at",
    "read_areas",
    "read_areas_in",
    "read_towns",
    "world_countries",
]

AREA, CONTESTED = "area", "contested"  # what a row is
SIDES = ("west", "south", "east", "north")

Shapes = NDArray[np.object_]


@cache
def world_countries() -> Mapping[str, Mapping[str, Any]]:
    """Return what is known of each country by its two letters in capitals."""
    text = package_files("geo").joinpath("data", "world", "countries.json")
    table: dict[str, dict[str, Any]] = json.loads(text.read_text(encoding="utf-8"))
    return table


@cache
def contested_notes() -> Mapping[str, Mapping[str, str]]:
    """Return the notes on contested parts in other languages than English.

    By language (two letters), then by the part's English name.
    """
    text = package_files("geo").joinpath("data", "world", "contested_notes.json")
    notes: dict[str, dict[str, str]] = json.loads(text.read_text(encoding="utf-8"))
    return notes


@cache
def _table() -> pa.Table:
    with as_file(package_files("geo").joinpath("data", "world", "areas.parquet")) as path:
        return pq.read_table(path, use_threads=False)


@cache
def _facts() -> pd.DataFrame:
    """Return all that is said of each area but its outline."""
    facts: pd.DataFrame = _table().drop_columns(list(OUTLINES)).to_pandas()
    return facts


@cache
def codes_by_iso() -> Mapping[str, str]:
    """Return the code of each first-level area by its ISO 3166-2 code."""
    facts = _facts()
    known = facts[(facts["what"] == AREA) & (facts["iso"] != "")]
    return dict(zip(known["iso"], known["code"], strict=True))


@cache
def read_towns() -> pd.DataFrame:
    """Return the largest towns of each country.

    geonames (id), country, name, name_ar, name_local, lon, lat (degrees), people, rank (1 the
    capital and the largest, 3 the least). The largest first.
    """
    with as_file(package_files("geo").joinpath("data", "world", "towns.parquet")) as path:
        towns: pd.DataFrame = pq.read_table(path, use_threads=False).to_pandas()
    return towns


def _shapes(rows: NDArray[np.intp]) -> Shapes:
    return unpack_outlines(_table().select(list(OUTLINES)).take(pa.array(rows)))


def _pick(rows: NDArray[np.intp]) -> gpd.GeoDataFrame:
    facts = _facts().iloc[rows].drop(columns=list(SIDES)).reset_index(drop=True)
    return gpd.GeoDataFrame(facts, geometry=_shapes(rows), crs=CRS)


def read_areas(countries: Collection[str], what: str = AREA) -> gpd.GeoDataFrame:
    """Return the areas (or the contested parts) of countries, two letters in capitals each.

    Columns: what, country, code, iso, pcode, name, name_ar, name_local, kind, noted and polygons
    in EPSG:4326.
    """
    facts = _facts()
    wanted = facts["country"].isin(countries) & (facts["what"] == what)
    return _pick(np.flatnonzero(wanted.to_numpy()))


def _touching(box: tuple[float, float, float, float], what: str = AREA) -> NDArray[np.bool_]:
    west, south, east, north = box
    sides = _facts()
    touching = (
        (sides["west"] <= east)
        & (sides["east"] >= west)
        & (sides["south"] <= north)
        & (sides["north"] >= south)
        & (sides["what"] == what)
    )
    held: NDArray[np.bool_] = touching.to_numpy()
    return held


def read_areas_in(
    box: tuple[float, float, float, float], *, but: Collection[str] = (), what: str = AREA
) -> gpd.GeoDataFrame:
    """Return the areas (or the contested parts) whose own box touches a box.

    box: west, south, east, north in degrees. but: countries that are left out, two letters in
    capitals.
    """
    others = ~_facts()["country"].isin(but).to_numpy()
    return _pick(np.flatnonzero(_touching(box, what) & others))


def countries_at(points: Shapes) -> NDArray[np.object_]:
    """Return the two letters of the country that each point lies in, "" at sea.

    Only areas whose own box holds one of the points become shapes.
    """
    found = np.full(len(points), "", dtype=object)
    if not len(points):
        return found
    lons, lats = shapely.get_x(points), shapely.get_y(points)
    whole = (float(lons.min()), float(lats.min()), float(lons.max()), float(lats.max()))
    rows = np.flatnonzero(_touching(whole))
    facts = _facts().iloc[rows]
    boxes = shapely.box(*(facts[side].to_numpy() for side in SIDES))
    tree = shapely.STRtree(points)
    held = np.unique(tree.query(boxes, predicate="intersects")[0])
    area_at, point_at = tree.query(_shapes(rows[held]), predicate="covers")
    codes = facts["country"].to_numpy()[held]
    found[point_at[::-1]] = codes[area_at[::-1]]
    return found

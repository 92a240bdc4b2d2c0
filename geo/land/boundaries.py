"""The areas of countries: those that ship, or boundary files handed over in their place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from gazetteer.abroad import is_country
from geo.errors import BoundaryError
from geo.land.coarse import unite
from geo.land.country import data_folder, has_own_areas, read_country
from geo.land.given_files import LEVELS, read_area_files
from geo.land.world import CONTESTED, read_areas, world_countries
from geo.strikes.schema import CRS

__all__ = [
    "EMBEDDED_CREDIT", "Boundaries", "hide_files", "load_boundaries", "split_countries",
]  # fmt: skip

COLUMNS = ("code", "name", "name_ar", "parent", "geometry")
LOCAL = "name_local"  # beside them where a country has a main script of its own
MOST_NAMED = 3  # files in a credit
EMBEDDED_CREDIT = "Boundaries: Natural Earth"
_BY_USER = "given by the user"


@dataclass(frozen=True, slots=True, eq=False)
class Boundaries:
    """Areas of one country or of several.

    country: two letters, the first one's of several; countries: all of them. levels: 1
    governorates, 2 districts, 3 subdistricts, those there are; tables with code, name, name_ar,
    parent (code one level up; of level 1 the country's letters in capitals), in some countries
    name_local, and polygons in EPSG:4326. contested: polygons with code, name, name_ar, note
    that some state other than the one of the map holds or claims, and noted: whether a strike
    there is told of it. given: the names of the files handed over, none where all areas of the
    first level ship. nameless: the credit without the names of these files, '' where it has none.
    """

    country: str
    levels: Mapping[int, gpd.GeoDataFrame]
    contested: gpd.GeoDataFrame
    credit: str
    countries: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    nameless: str = ""

    @property
    def governorates(self) -> gpd.GeoDataFrame:
        """Level 1; without rows for a country that has no such areas."""
        return self.levels[1] if 1 in self.levels else _no_areas()

    @property
    def names(self) -> dict[str, str]:
        """The names of the areas of the first two levels by code."""
        tables = (self.levels[level] for level in (2, 1) if level in self.levels)
        return {code: name for own in tables
                for code, name in zip(own["code"], own["name"], strict=True)}  # fmt: skip

    def only(self, rows: NDArray[np.intp]) -> Boundaries:
        """Return those of some first-level areas, by row: they, what they hold, what is near."""
        levels = {1: self.governorates.iloc[rows].reset_index(drop=True)}
        for level in sorted(set(self.levels) - {1}):
            table = self.levels[level]
            held = table["parent"].isin(levels[level - 1]["code"]) if level - 1 in levels else False
            levels[level] = table[held].reset_index(drop=True)
        near = shapely.box(*levels[1].total_bounds)
        contested = self.contested[self.contested.intersects(near)].reset_index(drop=True)
        return replace(self, levels=levels, contested=contested)


def _no_areas() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({name: [] for name in COLUMNS}, geometry="geometry", crs=CRS)


def split_countries(countries: str | Iterable[str]) -> tuple[str, ...]:
    """Return the letters of each country once, as given first.

    >>> split_countries("ua, RU"), split_countries(["sy", "sy"])
    (('ua', 'ru'), ('sy',))
    """
    parts = countries.split(",") if isinstance(countries, str) else countries
    return tuple(dict.fromkeys(part.strip().lower() for part in parts if part.strip()))


def _load_own(country: str) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the areas and the contested parts of a country's own file, may be none."""
    path = data_folder(country).joinpath("governorates.geojson")
    if not path.is_file():
        return _no_areas(), _no_areas()
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    table = gpd.GeoDataFrame.from_features(features, crs=CRS)
    table["parent"] = country.upper()
    parts = {kind: table[table["kind"] == kind] for kind in ("governorate", CONTESTED)}
    whole, contested = (part[list(COLUMNS)].reset_index(drop=True) for part in parts.values())
    return whole, contested


def _load_world(countries: tuple[str, ...]) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the areas and the contested parts of countries as the file of the world has them."""
    codes = [country.upper() for country in countries]
    columns = [*COLUMNS[:3], LOCAL, *COLUMNS[3:]]
    whole, contested = (
        read_areas(codes, what).rename(columns={"country": "parent"})
        for what in ("area", CONTESTED)
    )
    whole = whole[columns].replace({LOCAL: {"": None}, "name_ar": {"": None}})
    return whole, contested[[*COLUMNS, "note", "noted"]]


@cache
def _load_shipped(countries: tuple[str, ...]) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the areas and the contested parts that ship for countries.

    A country's own file goes before the world's, whose neighbouring areas give way to it.
    """
    with_own = [one for one in countries if has_own_areas(one)]
    others = tuple(one for one in countries if one not in with_own)
    own = [_load_own(one) for one in with_own]
    if not others:
        return _together([a for a, _ in own]), _together([c for _, c in own])
    whole, contested = _load_world(others)
    for areas, _ in own:
        whole = whole.set_geometry(_give_way(whole, areas))
        contested = contested[~contested.intersects(shapely.box(*areas.total_bounds))]
    return _together([*(a for a, _ in own), whole]), _together(
        [*(c.assign(note="", noted=True) for _, c in own), contested]
    )


def _give_way(areas: gpd.GeoDataFrame, to: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return outlines without what other areas hold."""
    held = unite(to.geometry.to_numpy())
    touching = areas.intersects(held)
    outlines = areas.geometry.copy()
    outlines[touching] = outlines[touching].difference(held)
    return outlines


def _together(tables: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    filled = [table for table in tables if len(table)]
    if len(filled) < 2:
        return filled[0] if filled else _no_areas()
    return gpd.GeoDataFrame(pd.concat(filled, ignore_index=True), geometry="geometry", crs=CRS)


def _check_known(countries: tuple[str, ...]) -> None:
    """Raise BoundaryError where nothing at all ships for a country."""
    for country in countries:
        if not (data_folder(country).is_dir() or country.upper() in world_countries()):
            known = "" if is_country(country) else " and no country has these letters"
            raise BoundaryError(
                f"{data_folder(country)}: no boundaries ship for '{country}'{known}; "
                "give the two letters of a country (ISO 3166), or "
                "hand over COD-AB files of that country with --boundaries FILE"
            )


def _replaced(countries: tuple[str, ...], given: Mapping[int, gpd.GeoDataFrame]) -> tuple[str, ...]:
    """Return which countries the files are of: the only one, or those their codes begin with.

    Raises BoundaryError where the codes are another country's.
    """
    starts = {str(code)[:2].lower() for areas in given.values() for code in areas["code"]}
    strange = sorted(starts - set(countries))
    if len(countries) == 1 and not (len(starts) == 1 and all(map(is_country, strange))):
        return countries  # codes of the user's own begin with anything
    if strange:
        raise BoundaryError(
            f"boundary files: codes begin with {', '.join(strange).upper()}, of none of "
            f"{', '.join(countries)}; name that country with --country, or give its files alone"
        )
    return tuple(country for country in countries if country in starts)


def _fill_parents(levels: Mapping[int, gpd.GeoDataFrame]) -> None:
    """Give areas without a parent, in place, the one above that a point inside them lies in."""
    for level, areas in levels.items():
        above = levels.get(level - 1)
        lost = np.flatnonzero(areas["parent"].isna().to_numpy())
        if above is None or not len(lost):
            continue
        points = shapely.point_on_surface(areas.geometry.to_numpy()[lost])
        tree = shapely.STRtree(above.geometry.to_numpy())
        point_at, area_at = tree.query(points, predicate="intersects")
        parents = areas["parent"].to_numpy(dtype=object, na_value=None).copy()
        parents[lost[point_at]] = above["code"].to_numpy(dtype=object)[area_at]
        areas["parent"] = pd.Series(parents, index=areas.index, dtype="str")


def _credit(
    rest: tuple[str, ...], paths: list[Path], credited: Mapping[str, str], *, named: bool
) -> str:
    """Return the credit: of what ships and of what was given, each where there is some.

    named: whether by the names of the files.
    """
    own = [path.name for path in paths if str(path) not in credited]
    more = f" and {len(own) - MOST_NAMED} more" if len(own) > MOST_NAMED else ""
    files = f"{', '.join(own[:MOST_NAMED])}{more}, {_BY_USER}" if named else f"files {_BY_USER}"
    told = [files] if own else []
    told += dict.fromkeys(credited[str(path)] for path in paths if str(path) in credited)
    given = "; ".join(told)
    if not given:
        return EMBEDDED_CREDIT
    if not rest:
        return f"Boundaries: {given}"
    others = ", ".join(str(read_country(country).get("name", country)) for country in rest)
    return f"{EMBEDDED_CREDIT} ({others}); {given}"


def hide_files(boundaries: Boundaries) -> Boundaries:
    """Return boundaries whose credit names none of the user's own files."""
    return replace(boundaries, credit=boundaries.nameless or boundaries.credit)


def load_boundaries(
    country: str | Iterable[str] = "sy",
    files: Iterable[str | Path] = (),
    *,
    credited: Mapping[str, str] | None = None,
) -> Boundaries:
    """Load the areas of countries: those that ship, or boundary files in their place.

    country: two letters (ISO 3166), or several: "ua,ru" or ("ua", "ru"). files: .shp, .gpkg or
    .geojson with columns ADMn_PCODE, ADMn_EN, ADMn_AR (COD-AB) or shapeName, shapeID, shapeISO,
    shapeGroup, shapeType (geoBoundaries), of levels 1 to 3 in any number; of several countries
    they replace those that their codes begin with. Deeper levels alone stand under the first
    level that ships. credited: by the path of a file what is said of it, for those that no user
    made. Contested parts stay the ones that ship. Polygons are in degrees (EPSG:4326). A country
    whose data ships without governorates has no levels. Raises BoundaryError naming file and
    remedy, also where nothing at all ships for a country.

    >>> load_boundaries("sy").governorates["name"].head(2).tolist()
    ['Damascus', 'Aleppo']
    >>> load_boundaries("ua,ru").countries, load_boundaries("ye").governorates["code"][0]
    (('ua', 'ru'), 'YE11')
    """
    countries = split_countries(country)
    paths = [Path(file) for file in files]
    given = read_area_files(paths)
    if not given or len(countries) != 1:
        _check_known(countries)
    replaced = _replaced(countries, given) if given else ()
    rest = tuple(one for one in countries if one not in replaced)
    if 1 not in given:
        rest = countries  # deeper levels alone stand under the first that ships
    whole, _ = _load_shipped(rest)
    _, contested = _load_shipped(countries)
    levels = {
        level: _together(
            [*([whole] if level == 1 else []), *([given[level]] if level in given else [])]
        )
        for level in LEVELS
    }
    held = {level: areas.copy() for level, areas in levels.items() if len(areas)}
    _fill_parents(held)
    told = [_credit(rest, paths, credited or {}, named=named) for named in (True, False)]
    return Boundaries(
        countries[0],
        held,
        contested.copy(),
        told[0],
        countries,
        tuple(path.name for path in paths) if 1 in given else (),
        told[1],
    )

"""Boundary files that are handed over, read into areas by level.

Two layouts: COD-AB (OCHA: ADMn_PCODE, ADMn_EN) and geoBoundaries (shapeName, shapeID, shapeISO,
shapeGroup, shapeType).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gazetteer.errors import GazetteerError
from gazetteer.tables.map_files import list_map_layers
from geo.errors import BoundaryError
from geo.land.world import codes_by_iso, read_areas, world_countries
from geo.strikes.schema import CRS

__all__ = ["LEVELS", "read_area_files"]

LEVELS = (1, 2, 3)  # governorate, district, subdistrict


def _read_layers(path: Path) -> Iterator[gpd.GeoDataFrame]:
    """Yield every layer of a map file, its columns in capitals, in EPSG:4326."""
    try:
        layers = list(list_map_layers(path))
    except GazetteerError as error:
        raise BoundaryError(str(error)) from error
    for layer in layers:
        table = layer.features
        if not isinstance(table, gpd.GeoDataFrame):
            continue
        _check_shapes(path, table)
        unstated = table.crs is None
        if unstated and not shapely.box(-180, -90, 180, 90).covers(
            shapely.box(*table.total_bounds)
        ):
            raise BoundaryError(
                f"{path}: no coordinate system and no degrees; "
                "put the .prj beside the .shp, or convert the file to EPSG:4326"
            )
        table = table.set_crs(CRS) if unstated else table.to_crs(CRS)
        named = table.rename(columns={c: c.upper() for c in table.columns if c != "geometry"})
        if named.columns.has_duplicates:
            twice = named.columns[named.columns.duplicated()][0]
            raise BoundaryError(f"{path}: two columns are called {twice!r}; keep one")
        yield named


def _check_shapes(path: Path, table: gpd.GeoDataFrame) -> None:
    """Raise BoundaryError for the first area without a shape, or with corners that are none."""
    shapes = table.geometry.to_numpy()
    corners, of = shapely.get_coordinates(shapes, return_index=True)
    odd = set(of[~np.isfinite(corners).all(axis=1)].tolist())
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    for at in range(len(shapes)):
        if empty[at] or at in odd:
            what = "no shape" if empty[at] else "a corner that is no number"
            raise BoundaryError(f"{path}: area {at + 1} has {what}; draw it again, or remove it")


def _pick(columns: Iterable[str], level: int, endings: Sequence[str]) -> str | None:
    names = (f"ADM{level}_{ending}" for ending in endings)
    return next((name for name in names if name in set(columns)), None)


def _take_level(path: Path, table: gpd.GeoDataFrame, level: int) -> gpd.GeoDataFrame:
    """Return code, name, name_ar, parent and polygons of one level of a COD-AB table."""
    taken = {}
    wanted = {
        "code": ("PCODE",),
        "name": ("EN", "NAME", "NAME_EN", "FR", "ES", "PT"),
        "name_ar": ("AR", "NAME_AR"),
    }
    for name, endings in wanted.items():
        column = _pick(table.columns, level, endings)
        if column is None and name != "name_ar":
            raise BoundaryError(
                f"{path}: no column ADM{level}_{endings[0]}; "
                "give COD-AB polygons, or rename that file's columns to theirs"
            )
        taken[name] = table[column] if column else None
    parent = _pick(table.columns, level - 1, ("PCODE",))
    taken["parent"] = table[parent] if parent else None
    areas = gpd.GeoDataFrame(taken, geometry=table.geometry.make_valid(), crs=CRS)
    if areas["code"].isna().any():
        row = int(areas["code"].isna().to_numpy().argmax()) + 1
        raise BoundaryError(f"{path}: area {row} has no ADM{level}_PCODE; fill or remove it")
    if not areas.geom_type.isin(["Polygon", "MultiPolygon", "GeometryCollection"]).all():
        raise BoundaryError(f"{path}: not polygons; give the COD-AB areas, not points or lines")
    return areas


def _take_shapes(path: Path, table: gpd.GeoDataFrame) -> tuple[int, gpd.GeoDataFrame]:
    """Return the level of a geoBoundaries table, and code, name, name_ar, parent and polygons.

    The code is ours of the shape's ISO 3166-2 code, else that code, else the country's letters
    and the shape's own id. The layout has no parents.
    """
    told = set(table["SHAPETYPE"].dropna()) if "SHAPETYPE" in table else set()
    kinds = {f"ADM{level}": level for level in LEVELS}
    if len(told) != 1 or not told <= set(kinds):
        raise BoundaryError(
            f"{path}: shapeType is not ADM1, ADM2 or ADM3 throughout; "
            "give one level of geoBoundaries a file"
        )
    letters = {str(facts["iso3"]): code for code, facts in world_countries().items()}
    groups = [letters.get(str(group), "") for group in table.get("SHAPEGROUP", [""] * len(table))]
    isos = [str(iso or "").strip() for iso in table.get("SHAPEISO", [""] * len(table))]
    whole = len(set(isos)) == len(isos) and all("-" in iso for iso in isos)
    ours = codes_by_iso()
    codes = [
        ours.get(iso, iso) if whole else f"{group}-{shape}"
        for iso, group, shape in zip(isos, groups, table["SHAPEID"], strict=True)
    ]
    if told == {"ADM1"} and not whole:
        codes = _codes_that_ship(table, groups, codes)
    facts = {"code": codes, "name": table["SHAPENAME"], "name_ar": None, "parent": None}
    areas = gpd.GeoDataFrame(facts, geometry=table.geometry.make_valid(), crs=CRS)
    return kinds[told.pop()], areas


def _codes_that_ship(
    table: gpd.GeoDataFrame, groups: Sequence[str], codes: Sequence[str]
) -> list[str]:
    """Return, for shapes that hold just one area that ships and lie in it, that area's code."""
    shipped = read_areas(sorted(set(filter(None, groups))))
    shapes, areas = (one.geometry.make_valid().to_numpy() for one in (table, shipped))
    area_at, shape_at = shapely.STRtree(shapes).query(
        shapely.point_on_surface(areas), predicate="intersects"
    )
    back = shapely.STRtree(areas).query(shapely.point_on_surface(shapes), predicate="intersects")
    mutual = set(zip(*back, strict=True)) & set(zip(shape_at, area_at, strict=True))
    holds = pd.Series(shape_at).value_counts()
    known = {shape: str(shipped["code"].iloc[area]) for shape, area in mutual if holds[shape] == 1}
    return [known.get(at, code) for at, code in enumerate(codes)]


def _own_level(path: Path, table: gpd.GeoDataFrame) -> int:
    """Return the level whose areas a COD-AB table holds: the deepest with a P-code."""
    level = max((n for n in range(1, 6) if f"ADM{n}_PCODE" in table.columns), default=0)
    if level not in LEVELS:
        raise BoundaryError(
            f"{path}: no ADM1_PCODE, ADM2_PCODE or ADM3_PCODE as its own level; "
            "give COD-AB polygons of level 1, 2 or 3, or geoBoundaries with shapeType"
        )
    return level


def _check_new(path: Path, areas: gpd.GeoDataFrame, known: Iterable[gpd.GeoDataFrame]) -> None:
    codes = pd.concat([*(other["code"] for other in known), areas["code"]])
    if codes.duplicated().any():
        twice = codes[codes.duplicated()].iloc[0]
        raise BoundaryError(f"{path}: {twice} comes twice; keep one area per P-code, one file")


def read_area_files(paths: Iterable[Path]) -> dict[int, gpd.GeoDataFrame]:
    """Read files of any level; a level above those given is made by joining areas of COD-AB."""
    own: dict[int, list[gpd.GeoDataFrame]] = {level: [] for level in LEVELS}
    above: dict[int, list[gpd.GeoDataFrame]] = {level: [] for level in LEVELS}
    for path in paths:
        for table in _read_layers(path):
            if {"SHAPENAME", "SHAPEID"} <= set(table.columns):
                level, areas = _take_shapes(path, table)
                _check_new(path, areas, own[level])
                own[level].append(areas)
                continue
            deepest = _own_level(path, table)
            areas = _take_level(path, table, deepest)
            _check_new(path, areas, own[deepest])
            own[deepest].append(areas)
            for level in range(1, deepest):
                if f"ADM{level}_PCODE" in table.columns:
                    above[level].append(_take_level(path, table, level))
    levels = {}
    for level in LEVELS:
        given = own[level] or above[level]
        if given:
            together = pd.concat(given, ignore_index=True)
            levels[level] = together.dissolve(by="code", as_index=False, sort=True)
    return levels

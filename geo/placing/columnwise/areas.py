"""Areas made ready: the outlines of a country in metres, their indexes and names, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from geo.land.boundaries import Boundaries
from geo.placing.outlines import (
    Indices,
    Objects,
    Outlines,
    assign_nearby,
    find_inside,
    group_by_country,
    to_metres,
)
from geo.placing.rows.reported import Called, read_called
from geo.strikes.schema import CRS

__all__ = ["CountryAreas", "ReadyAreas", "as_texts"]

FEW = 64  # points: for more, areas are laid out anew for as fast a search as there is


def as_texts(column: pd.Series) -> Objects:
    """Return a text column as an array that holds None for null."""
    texts: Objects = column.to_numpy(dtype=object, na_value=None)
    return texts


class Index:
    """Which area of a table covers a point."""

    def __init__(self, areas: gpd.GeoDataFrame) -> None:
        self._areas = areas
        self._shapes = areas.geometry.to_numpy()

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._shapes)

    def find_inside(self, points: Objects) -> Indices:
        """Return the row of the area that covers each point, -1 for none; the first of several."""
        if len(points) > FEW:
            return find_inside(points, self._areas)
        found = np.full(len(points), -1, dtype=np.intp)
        point_at, area_at = self._tree.query(points)
        covered = shapely.covers(self._shapes[area_at], points[point_at])
        point_at, area_at = point_at[covered], area_at[covered]
        last_first = np.argsort(-area_at, kind="stable")
        found[point_at[last_first]] = area_at[last_first]
        return found


@dataclass(frozen=True, slots=True)
class Level:
    """The areas of one level: code, name and parent of each, and which of them covers a point."""

    codes: Objects
    names: Objects
    parents: Objects
    name_of: dict[str, str | None]
    index: Index


def _read_level(table: gpd.GeoDataFrame) -> Level:
    codes, names, parents = (as_texts(table[name]) for name in ("code", "name", "parent"))
    name_of = {code: name for code, name in zip(codes, names, strict=True) if code is not None}
    return Level(codes, names, parents, name_of, Index(table))


class CountryAreas:
    """The areas of one country as points are joined to them."""

    def __init__(self, boundaries: Boundaries) -> None:
        """Make ready what every join asks for; boundaries: with governorates."""
        areas = boundaries.governorates
        self.boundaries = boundaries
        self.metres = to_metres(areas)
        self.outlines = Outlines(areas, self.metres)
        self.levels = {level: _read_level(table) for level, table in boundaries.levels.items()}
        self.row_of = {code: row for row, code in enumerate(self.levels[1].codes)}
        self._transformer = Transformer.from_crs(CRS, self.metres, always_xy=True)

    def to_metric(self, points: Objects) -> Objects:
        """Return points in metres."""
        x, y = self._transformer.transform(shapely.get_x(points), shapely.get_y(points))
        metric: Objects = np.asarray(shapely.points(x, y), dtype=object)
        return metric

    @cached_property
    def called(self) -> Called:
        """What the governorates are called."""
        return read_called(self.boundaries.governorates)

    @cached_property
    def contested(self) -> tuple[Objects, Index, Outlines] | None:
        """Names and outlines of contested land that strikes are told of; None for none.

        Not of land where all of a country or most of it is contested: its note stands on the map.
        """
        contested = self.boundaries.contested
        if "noted" in contested:
            contested = contested[contested["noted"]]
        if contested.empty:
            return None
        outlines = Outlines(contested, self.metres)
        return contested["name"].to_numpy(), Index(contested), outlines


class ReadyAreas:
    """The areas of one country or of several, each with metres of its own."""

    def __init__(self, boundaries: Boundaries) -> None:
        """boundaries: with governorates."""
        self.boundaries = boundaries
        areas = boundaries.governorates
        own = group_by_country(areas)
        self.countries = [
            CountryAreas(boundaries if len(own) == 1 else boundaries.only(rows)) for rows in own
        ]
        self._areas = areas
        self._country_of = np.full(len(areas) + 1, 0, dtype=np.intp)  # the last for no area at all
        for number, rows in enumerate(own):
            self._country_of[rows] = number
        self._row_of = {code: row for row, code in reversed([*enumerate(areas["code"])])}

    def number_countries(self, codes: Objects, points: Objects) -> Indices:
        """Return which country each row is joined to: by its point, else by its area's code."""
        area = np.array([self._row_of.get(code, -1) for code in codes], dtype=np.intp)
        there = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
        area[there] = assign_nearby(points[there], self._areas)
        numbers: Indices = self._country_of[area]
        return numbers

"""Boundaries: which area a point lies in, and what disagrees about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.districts import count_on_districts
from geo.placing.extent import lie_at_sea, name_contested
from geo.placing.on_land import keep_on_land
from geo.placing.outlines import (
    Indices,
    Objects,
    Outlines,
    PlacedPoints,
    assign_nearby,
    find_inside,
    group_by_country,
    place_points,
    to_metres,
)
from geo.placing.rows.reported import FindsGovernorates, keep_reported, read_reported
from geo.reading.result import Reading, change_strikes
from geo.strikes.checks import validate
from geo.strikes.totals import AT_SEA, OUTSIDE

__all__ = ["FindsGovernorates", "join_areas"]

NEAR_BORDER_KM = 2.0  # nearer than this, the outline alone does not decide
CONTESTED_EDGE_KM = 1.0  # Natural Earth's lines are about this coarse


_FILLED = (*(f"adm{level}_{what}" for level in (1, 2, 3) for what in ("code", "name")), "adm_note")
_READ = ("match_method", "governorate_text", *_FILLED)  # beside the point


def _objects(column: pd.Series) -> Objects:
    """Return a text column as an array that holds None for null."""
    texts: Objects = column.to_numpy(dtype=object, na_value=None)
    return texts


def _km(distance: float) -> str:
    return f"{distance:.1f} km" if distance >= 0.05 else "under 0.1 km"


def _pick(values: Objects, rows: Indices) -> Objects:
    """Return the value of each row, None where the row is -1."""
    padded = np.full(len(values) + 1, None, dtype=object)
    padded[:-1] = values
    picked: Objects = padded[rows]
    return picked


class _Notes:
    """What is to be said of each row, in order, without saying it twice."""

    def __init__(self, before: pd.Series) -> None:
        self.said = [text.split("; ") if isinstance(text, str) else [] for text in before]

    def add(self, row: int, text: str) -> None:
        if text not in self.said[row]:
            self.said[row].append(text)

    def texts(self) -> list[str | None]:
        return ["; ".join(parts) or None for parts in self.said]


def _note_points(
    strikes: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, located: PlacedPoints, notes: _Notes
) -> None:
    """Say which points lie outside, near a border, or elsewhere than their record says."""
    names, codes = areas["name"].to_numpy(), areas["code"].to_numpy()
    row_of = {code: row for row, code in enumerate(codes)}
    given = (strikes["match_method"] == "given").to_numpy()[located.rows]
    stated = _objects(strikes["adm1_code"])[located.rows]
    stated_name = _objects(strikes["adm1_name"])[located.rows]
    rival, rival_km = located.outlines.nearest(located.metric, NEAR_BORDER_KM, but=located.area)
    found = _pick(codes, located.area)
    differs = (stated != None) & (found != None) & (stated != found)  # noqa: E711 - elementwise
    for at in np.flatnonzero(located.area < 0):
        notes.add(located.rows[at], OUTSIDE)
    taken = given | (stated == None)  # noqa: E711 - elementwise
    for at in np.flatnonzero(taken & ~np.isnan(located.outside_km)):
        name, km = names[located.area[at]], located.outside_km[at]
        notes.add(located.rows[at], f"{_km(km)} outside the outline of {name}, the nearest")
    for at in np.flatnonzero(differs):
        row, who = located.rows[at], "the table" if given[at] else "the gazetteer"
        home = row_of.get(stated[at])
        name = names[home] if home is not None else stated_name[at] or stated[at]
        note = f"{who} says {name}, the outline {names[located.area[at]]}"
        if home is not None:
            away = shapely.distance(located.metric[at], located.outlines.areas[home]) / 1000
            note += f" ({_km(away)} from {name})"
        notes.add(row, note)
    inside = np.isnan(located.outside_km) & (located.inside < 0)
    for at in np.flatnonzero(given & (rival >= 0) & inside):
        if located.area[at] >= 0:
            notes.add(located.rows[at], f"{_km(rival_km[at])} from {names[rival[at]]}")


def _note_contested(
    contested: gpd.GeoDataFrame, metres: str, located: PlacedPoints, notes: _Notes
) -> None:
    """Say which points lie on contested land, or so near its coarse edge that they may.

    Not of land where all of a country or most of it is contested: its note stands on the map.
    """
    if "noted" in contested:
        contested = contested[contested["noted"]]
    if contested.empty:
        return
    names = contested["name"].to_numpy()
    inside = find_inside(located.points, contested)
    edge, away = Outlines(contested, metres).nearest(located.metric, CONTESTED_EDGE_KM)
    for at in np.flatnonzero(inside >= 0):
        notes.add(located.rows[at], f"contested: {names[inside[at]]}")
    for at in np.flatnonzero((inside < 0) & (edge >= 0)):
        notes.add(located.rows[at], f"contested: {_km(away[at])} from {names[edge[at]]}")


def _fill_codes(
    strikes: gpd.GeoDataFrame, level: int, areas: gpd.GeoDataFrame, located: PlacedPoints
) -> None:
    """Fill adm codes and names of one level in place: the record's own, else the polygon's."""
    column, name_column = f"adm{level}_code", f"adm{level}_name"
    codes, names = _objects(strikes[column]).copy(), _objects(strikes[name_column])
    area = located.area if level == 1 else find_inside(located.points, areas)
    own = areas["code"].to_numpy()
    found = _pick(own, area)
    given = (strikes["match_method"] == "given").to_numpy()[located.rows]
    if level > 1:
        parents = _pick(_objects(areas["parent"]), area)
        above = _objects(strikes[f"adm{level - 1}_code"])[located.rows]
        found[parents != above] = None
    kept = codes[located.rows]
    if level > 1:  # a record's code of another edition gives way to the area at hand
        given = given | ((found != None) & ~np.isin(kept.astype(str), own.astype(str)))  # noqa: E711 - elementwise
    codes[located.rows] = np.where(given | (kept == None), found, kept)  # noqa: E711 - elementwise
    name_of = dict(zip(own, areas["name"], strict=True))
    strikes[column] = pd.Series(codes, index=strikes.index, dtype="str")
    named = [
        name_of.get(code, name if code else None) for code, name in zip(codes, names, strict=True)
    ]
    strikes[name_column] = pd.Series(named, index=strikes.index, dtype="str")


def _note_reported(
    strikes: gpd.GeoDataFrame, named: Mapping[str, tuple[str, str]], notes: _Notes
) -> None:
    """Say where the governorate as reported is another than the one found."""
    texts_of, found = _objects(strikes["governorate_text"]), _objects(strikes["adm1_code"])
    reported = strikes["governorate_text"].map({text: code for text, (code, _) in named.items()})
    differs = reported.notna().to_numpy() & (found != None) & (found != _objects(reported))  # noqa: E711 - elementwise
    for row in np.flatnonzero(differs):
        notes.add(int(row), f"reported in {named[texts_of[row]][1]}")


def _note_kept(areas: gpd.GeoDataFrame, located: PlacedPoints, notes: _Notes) -> None:
    """Say which points were counted on the area that their row names, beside its outline."""
    names = areas["name"].to_numpy()
    for at in np.flatnonzero(located.inside >= 0):
        home = located.area[at]
        away = shapely.distance(located.metric[at], located.outlines.areas[home]) / 1000
        note = f"the row says {names[home]}, the outline {names[located.inside[at]]}"
        notes.add(located.rows[at], f"{note} ({_km(away)} from {names[home]})")


@overload
def join_areas(
    strikes: Reading,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> Reading: ...
@overload
def join_areas(
    strikes: gpd.GeoDataFrame,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> gpd.GeoDataFrame: ...
def join_areas(
    strikes: Reading | gpd.GeoDataFrame,
    boundaries: Boundaries | None = None,
    *,
    gazetteer: FindsGovernorates | None = None,
    country: str = "sy",
) -> Reading | gpd.GeoDataFrame:
    """Give every located row its governorate (district, subdistrict) and say what disagrees.

    strikes: a strikes table or a Reading; the same comes back, the input stays as it was.
    boundaries: by default those that ship for the country. gazetteer: with one every spelling in
    governorate_text is understood, without one only codes and exact names.

    A place from the gazetteer keeps its own codes and the polygon checks them; a given
    coordinate takes the polygon's, or that of the area within 5 km that governorate_text names
    where the coarse ones that ship are all there is. adm_note says where polygon, gazetteer and
    governorate_text disagree, how near a border is (2 km, given coordinates), and which points
    were counted in the nearest governorate (5 km), lie outside the country or on contested land.
    Without governorates nothing is joined. Raises SchemaError where strikes break the contract,
    BoundaryError where nothing ships for the country.
    """
    areas = load_boundaries(country) if boundaries is None else boundaries
    return change_strikes(strikes, lambda table: _join(table, areas, gazetteer), "join_areas")


def _join(
    strikes: gpd.GeoDataFrame, boundaries: Boundaries, gazetteer: FindsGovernorates | None
) -> gpd.GeoDataFrame:
    checked = validate(strikes)
    if boundaries.governorates.empty:
        return checked.copy()
    checked = keep_on_land(checked, boundaries)
    rows, first = _find_alike(checked)
    few = _join_countries(checked.iloc[first].copy(), boundaries, gazetteer)
    joined = checked.copy(deep=False)
    for name in _FILLED:
        joined[name] = pd.Series(few[name].array.take(rows), index=joined.index)
    return count_on_districts(joined, boundaries)  # no rule is of what a join fills


def _find_alike(strikes: gpd.GeoDataFrame) -> tuple[Indices, Indices]:
    """Return which rows are joined alike: a number for each row, and the first row of each."""
    points = strikes.geometry.to_numpy()
    told = [strikes[c] for c in _READ if not strikes[c].isna().all()]
    columns = [shapely.get_x(points), shapely.get_y(points), *told]
    codes = np.zeros(len(strikes), dtype=np.int64)
    for column in columns:
        others, distinct = pd.factorize(column)
        codes, _ = pd.factorize(codes * (len(distinct) + 1) + others + 1)
    first = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes.astype(np.intp), first


def _join_countries(
    rows: gpd.GeoDataFrame, boundaries: Boundaries, gazetteer: FindsGovernorates | None
) -> gpd.GeoDataFrame:
    """Join each row to the areas of the country that it lies in, or is counted in."""
    areas = boundaries.governorates
    countries = group_by_country(areas)
    if len(countries) == 1:
        return _join_rows(rows, boundaries, gazetteer)
    country_of = np.full(len(areas) + 1, 0, dtype=np.intp)  # the last for no area at all
    for number, own in enumerate(countries):
        country_of[own] = number
    area = pd.Index(areas["code"]).get_indexer(rows["adm1_code"])
    there = np.flatnonzero((rows.geometry.notna() & ~rows.geometry.is_empty).to_numpy())
    area[there] = assign_nearby(rows.geometry.to_numpy()[there], areas)
    joined = [
        _join_rows(rows[of].copy(), boundaries.only(own), gazetteer)
        for number, own in enumerate(countries)
        if (of := country_of[area] == number).any()
    ]
    together: gpd.GeoDataFrame = pd.concat(joined).loc[rows.index]
    return together


def _join_rows(
    joined: gpd.GeoDataFrame, boundaries: Boundaries, gazetteer: FindsGovernorates | None
) -> gpd.GeoDataFrame:
    """Fill, in place, the codes and names of areas, and what disagrees."""
    areas = boundaries.governorates
    notes = _Notes(joined["adm_note"])
    located = place_points(joined, areas)
    named = read_reported(joined["governorate_text"], areas, gazetteer)
    if len(located.rows):
        if len(boundaries.levels) == 1 and not boundaries.given:  # the coarse ones that ship
            free = (joined["match_method"] == "given") | joined["adm1_code"].isna()
            texts = _objects(joined["governorate_text"].where(free))[located.rows]
            keep_reported(located, texts, areas, named)
            _note_kept(areas, located, notes)
        _note_points(joined, areas, located, notes)
        _note_contested(boundaries.contested, to_metres(areas), located, notes)
        away = np.flatnonzero(located.area < 0)
        for at, name in name_contested(located.points[away], boundaries.countries):
            notes.add(located.rows[away[at]], f"contested: {name}")
        for row in located.rows[away[lie_at_sea(located.points[away])]]:
            notes.add(row, AT_SEA)
    for level, table in boundaries.levels.items():
        _fill_codes(joined, level, table, located)
    _note_reported(joined, named, notes)
    joined["adm_note"] = pd.Series(notes.texts(), index=joined.index, dtype="str")
    return joined

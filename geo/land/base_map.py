"""The base map under the strikes: areas, neighbours and towns as one small GeoJSON value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.land.around import (
    NEAR,
    Box,
    label_spot,
    pick_towns,
    read_around,
    read_contested_around,
    usual_box,
    view_box,
)
from geo.land.boundaries import Boundaries, load_boundaries
from geo.land.coarse import USUAL_TOLERANCE, coarsen, polygons_of, unite
from geo.land.country import data_folder, read_country
from geo.land.world import CONTESTED, contested_notes, read_areas

__all__ = ["DECIMALS", "drawn_districts", "make_base_map", "told_names"]

DECIMALS = 4  # about 10 m
WORLD = (-180.0, -85.0, 180.0, 85.0)  # degrees; shown of a country of which nothing is known
# Corners of all outlines: 20 are about 350 bytes of a page.
CORNERS, MORE_CORNERS, MOST_CORNERS = 16_000, 900, 60_000  # of one country, each more, at most
NAMES = ("code", "name", "name_ar", "name_local", "note")

Feature = dict[str, Any]


def _features(areas: gpd.GeoDataFrame, kind: str) -> list[Feature]:
    """Return GeoJSON features of a table: kind and, of what NAMES lists, those there are."""
    columns = [name for name in NAMES if name in areas]
    return [
        _feature(outline, kind, _told(fact))
        for outline, fact in zip(areas.geometry, areas[columns].to_dict("records"), strict=True)
    ]


def told_names(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return name, name_ar and name_local, those there are, the last where it is another."""
    return _told({key: facts[key] for key in ("name", "name_ar", "name_local") if facts.get(key)})


def _told(fact: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known of a feature, without a local name that stands there already."""
    known = {key: value for key, value in fact.items() if not pd.isna(value)}
    if known.get("name_local", "") in (known.get("name"), known.get("name_ar"), ""):
        known.pop("name_local", None)
    return known


def _feature(outline: shapely.Geometry, kind: str, facts: dict[str, Any]) -> Feature:
    geometry = json.loads(
        shapely.to_geojson(outline), parse_float=lambda number: round(float(number), DECIMALS)
    )
    return {"type": "Feature", "properties": {"kind": kind, **facts}, "geometry": geometry}


def _own_around(boundaries: Boundaries) -> list[Feature]:
    """Return the neighbours and towns of a country's own file, none where it has none."""
    if len(boundaries.countries) != 1:
        return []
    path = data_folder(boundaries.country).joinpath("base_map.geojson")
    features: list[Feature] = []
    if path.is_file():
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def _coarse(
    boundaries: Boundaries, around: gpd.GeoDataFrame
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return the outlines of the areas and of what is around them, and their tolerance."""
    most = min(CORNERS + MORE_CORNERS * (len(boundaries.countries) - 1), MOST_CORNERS)
    own, others = (table.geometry.to_numpy() for table in (boundaries.governorates, around))
    if boundaries.given:
        (drawn, tolerance), (beside, _) = coarsen(own, most, detailed=True), coarsen(others, most)
        return drawn, beside, tolerance
    drawn, tolerance = coarsen(np.concatenate([own, others]), most)
    return drawn[: len(own)], drawn[len(own) :], tolerance


def _world_around(around: gpd.GeoDataFrame, box: Box, outlines: np.ndarray) -> list[Feature]:
    """Return the neighbours, each with a point for its name where it has one."""
    near = view_box(box, NEAR)
    features = _features(around.set_geometry(gpd.GeoSeries(outlines, crs=around.crs)), "neighbour")
    told = zip(features, outlines, around["home"], around["country"], strict=True)
    for feature, outline, home, country in told:
        feature["properties"] |= {"label": None} if home else _spot_name(outline, near, country)
    return features


def _spot_name(outline: shapely.Geometry, near: Box, country: str) -> dict[str, Any]:
    """Return where a neighbour's name stands, None for nowhere, and its contested parts there.

    One whose name stands on contested land is named wherever the country lies, since whoever
    holds that land may be named.
    """
    label = label_spot(outline, near)
    parts = read_areas([country], CONTESTED)
    if label is None and len(parts):
        label = label_spot(outline, tuple(outline.bounds))
        return (
            {"label": label, **ground} if (ground := _list_under(parts, label)) else {"label": None}
        )
    return {"label": label, **_list_under(parts, label)}


def _list_under(parts: gpd.GeoDataFrame, label: list[float] | None) -> dict[str, list[str]]:
    """Return the names of contested parts where a country's name stands on one; else nothing."""
    if label is None or not shapely.contains_xy(parts.geometry.to_numpy(), *label).any():
        return {}
    return {"contested": sorted(set(parts["name"]))}


def _own_land(boundaries: Boundaries) -> Feature:
    """Return the land that ships for countries, under areas that leave some of it out."""
    shipped = load_boundaries(boundaries.countries).governorates.geometry.to_numpy()
    land = shapely.make_valid(unite(shipped))
    return _feature(shapely.MultiPolygon(polygons_of(land)), "neighbour", {"label": None})


def _town_features(boundaries: Boundaries, box: Box) -> list[Feature]:
    return [
        _feature(shapely.Point(town["lon"], town["lat"]), "town",
                 _told({key: town[key] for key in town if key not in ("lon", "lat")}))
        for town in pick_towns(boundaries.countries, box)
    ]  # fmt: skip


def _contested(boundaries: Boundaries, tolerance: float) -> list[Feature]:
    parts = boundaries.contested.dissolve(by="name", as_index=False).drop(columns="code")
    if tolerance > USUAL_TOLERANCE:
        parts = parts.set_geometry(parts.geometry.simplify(tolerance))
    return _contested_features(parts)


def _contested_features(parts: gpd.GeoDataFrame) -> list[Feature]:
    """Return features of contested parts, those that have a note with it in Arabic."""
    features = _features(parts, CONTESTED)
    for facts in (feature["properties"] for feature in features):
        told = contested_notes()["ar"].get(facts["name"]) if facts.get("note") else None
        if told:
            facts["note_ar"] = told
    return features


def _drawn(boundaries: Boundaries, box: Box | None) -> list[Feature]:
    """Return all features in the order in which they are drawn."""
    areas = boundaries.governorates
    kept = _own_around(boundaries)
    if kept or box is None:
        outlines, tolerance = areas.geometry.to_numpy(), USUAL_TOLERANCE
        if boundaries.given and len(areas):
            outlines, tolerance = coarsen(outlines, CORNERS, detailed=True)
        around = [one for one in kept if one["properties"]["kind"] != "town"]
        if boundaries.given and len(areas):
            around.append(_own_land(boundaries))
        towns = [one for one in kept if one["properties"]["kind"] == "town"]
    else:
        table = read_around(boundaries, box)
        outlines, beside, tolerance = _coarse(boundaries, table)
        around, towns = _world_around(table, box, beside), _town_features(boundaries, box)
    own = areas.set_geometry(gpd.GeoSeries(outlines, index=areas.index, crs=areas.crs))
    areas_drawn = [*_features(own, "governorate"), *_districts(boundaries)]
    return [*around, *areas_drawn, *_contested(boundaries, tolerance), *towns]


def _districts(boundaries: Boundaries) -> list[Feature]:
    """Return the areas of the second level, where there are some; as coarse as the first."""
    areas = boundaries.levels.get(2)
    if areas is None:
        return []
    outlines, _ = coarsen(areas.geometry.to_numpy(), CORNERS, detailed=True)
    drawn = gpd.GeoSeries(outlines, index=areas.index, crs=areas.crs)
    return _features(areas.set_geometry(drawn), "district")


def drawn_districts(base_map: Mapping[str, Any]) -> frozenset[str]:
    """Return the codes of the districts that a base map draws."""
    known = (feature["properties"] for feature in base_map.get("features", ()))
    return frozenset(str(facts["code"]) for facts in known if facts["kind"] == "district")


def _homes(boundaries: Boundaries) -> list[dict[str, Any]]:
    """Return the names of the countries themselves, each with lon and lat well inside its areas."""
    homes = []
    for country in boundaries.countries:
        known = read_country(country)
        facts = {key: known[key] for key in ("name", "name_ar", "name_local") if known.get(key)}
        areas = boundaries.governorates
        own = areas[areas["parent"] == country.upper()].geometry.to_numpy()
        if facts and len(own):
            inside = label_spot(unite(own), tuple(shapely.total_bounds(own).tolist()))
            ground = _list_under(read_areas([country.upper()], CONTESTED), inside)
            homes.append({**facts, "label": inside, **ground})
    return [home for home in homes if home["label"]]


def _contested_around(boundaries: Boundaries, box: Box | None) -> dict[str, list[Feature]]:
    """Return the contested land of others under its key, {} where none is near or known."""
    if box is None or _own_around(boundaries):
        return {}
    parts = read_contested_around(boundaries, box)
    coarse = parts.set_geometry(parts.geometry.simplify(USUAL_TOLERANCE))
    return {"contested_around": _contested_features(coarse)} if len(parts) else {}


def _known_box(boundaries: Boundaries, box: Box | None, features: list[Feature]) -> list[float]:
    """Return the box in which all land is drawn: the view, or what an own file reaches."""
    if box is not None and not _own_around(boundaries):
        return [round(side, DECIMALS) for side in view_box(box)]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    return [float(side) for side in shapely.total_bounds(shapes)] if features else list(WORLD)


def make_base_map(boundaries: Boundaries) -> dict[str, Any]:
    """Return what the base map under the strikes draws: a GeoJSON FeatureCollection.

    Features say their kind: neighbour, governorate, district, contested (polygons with code, name,
    name_ar, where it is another name_local, of contested ones note and note_ar; a neighbour's
    `label` is the lon and lat of its name, null where it is not written, its `contested` the names
    of its contested parts where that is on one) and town (points with
    name, name_ar, rank from 1, which is drawn first, and home). Beside the features: bbox, in
    which all land is drawn (the rest of it is sea), where there is any contested_around, features
    of contested land of other countries, homes (name, name_ar, name_local, label and contested of
    the countries themselves), bounds of the countries' usual view (both west, south, east, north in
    degrees) and credit. The more is shown, the coarser: 400 kB for one country, 1.5 MB for 60.
    """
    box = usual_box(boundaries)
    features = _drawn(boundaries, box)
    bbox = _known_box(boundaries, box, features)
    return {
        "type": "FeatureCollection",
        "bbox": bbox,
        "bounds": [round(float(side), DECIMALS) for side in box or bbox],
        "credit": boundaries.credit,
        "features": features,
        "homes": _homes(boundaries),
        **_contested_around(boundaries, box),
    }

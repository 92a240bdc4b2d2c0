"""What holds for the land of any country: its files, kinds and names, and its places' codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas as gpd
from packs import read_pack_table, with_points

FILES = ("governorates.geojson", "base_map.geojson", "country.json", "SOURCES.md")
KINDS = {"governorates": {"governorate", "contested"}, "base_map": {"neighbour", "town"}}
COARSE_KM = 5.0  # how far off its governorate's coarse outline a place may lie
FAR_SHARE = 0.01  # of the places, which coarse outlines put farther off


@dataclass(frozen=True)
class Country:
    """A country's two folders: its places in the gazetteer's data, its land in geo's."""

    places: Path
    land: Path

    @cached_property
    def outlines(self) -> gpd.GeoDataFrame:
        """The governorates' polygons by code."""
        table = gpd.read_file(self.land / "governorates.geojson")
        return table[table["kind"] == "governorate"].set_index("code")

    def read_json(self, name: str) -> Any:
        """Return a JSON file of the land."""
        return json.loads((self.land / name).read_text(encoding="utf-8"))


def find_missing_files(country: Country) -> Iterator[str]:
    """Yield the files that a land must have and this one has not."""
    yield from (f"{name} is missing" for name in FILES if not (country.land / name).is_file())


def find_wrong_features(country: Country) -> Iterator[str]:
    """Yield features of no kind that a map draws, or without a name."""
    for name, kinds in KINDS.items():
        for feature in country.read_json(f"{name}.geojson")["features"]:
            facts = feature["properties"]
            if facts.get("kind") not in kinds or not facts.get("name"):
                yield f"{name}.geojson: {facts} has no known kind or no name"


def find_missing_words(country: Country) -> Iterator[str]:
    """Yield what country.json does not say."""
    facts = country.read_json("country.json")
    for key in ("name", "places_credit"):
        if not facts.get(key):
            yield f"country.json has no {key}"


def find_other_governorates(country: Country) -> Iterator[str]:
    """Yield where places and outlines do not speak of the same governorates."""
    places = read_pack_table(country.places)
    listed = places[places["kind"] == "governorate"].set_index("place_id")["name"].to_dict()
    outlined = country.outlines["name"].to_dict()
    for code in sorted({*listed, *outlined}):
        if listed.get(code) != outlined.get(code):
            yield f"{code}: places.csv has {listed.get(code)}, outlines {outlined.get(code)}"


def find_far_places(country: Country) -> Iterator[str]:
    """Yield places far from the outline of their own governorate, unless they are very few."""
    points = with_points(read_pack_table(country.places))
    points = points[points["adm1_code"].isin(country.outlines.index)]
    metric = country.outlines.estimate_utm_crs()
    spots = gpd.GeoSeries(gpd.points_from_xy(points["lon"], points["lat"]), crs="EPSG:4326")
    own = country.outlines.geometry.to_crs(metric).loc[points["adm1_code"]]
    away = spots.to_crs(metric).distance(own.reset_index(drop=True)).to_numpy() / 1000
    far = away > COARSE_KM
    if far.sum() > FAR_SHARE * len(far):
        yield from (f"{place} is far from its governorate" for place in points["place_id"][far])


RULES = (
    find_missing_files,
    find_wrong_features,
    find_missing_words,
    find_other_governorates,
    find_far_places,
)

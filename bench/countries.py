"""Other countries: places that incident lists name, against the points that these lists give.

`python -m bench countries`. bench/data/incidents.csv has names, first-level areas and points of
incidents in 28 countries, with the number of each in its list (bench/data/SOURCES.md). By point:
the area of the point is the one that the list says. Alone: the name without its area; stated: with
it. Right: placed within 10 km of the point; wrong: more than 25 km off.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import shapely

from bench.names.reference_names import PlacedName, apart_km
from gazetteer import Gazetteer, load_gazetteer
from geo.land.boundaries import load_boundaries

INCIDENTS = Path(__file__).parent / "data" / "incidents.csv"
RIGHT_KM, WRONG_KM = 10.0, 25.0
FEWEST = 15  # rows of a country that has a line of its own


@dataclass(frozen=True, slots=True)
class Incident:
    """What one row of a list says, and where it is."""

    country: str
    name: str
    area: str
    lon: float
    lat: float


def read_incidents() -> dict[str, list[Incident]]:
    """Return the incidents of each country, those with the most first."""
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    with INCIDENTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            at = float(row["lon"]), float(row["lat"])
            found[row["country"]].append(Incident(row["country"], row["place"], row["area"], *at))
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def count_areas(gazetteer: Gazetteer, incidents: list[Incident]) -> Counter[str]:
    """Count the points that lie in the stated area, those that do not, and areas not known."""
    areas = load_boundaries(gazetteer.country).governorates
    tree = shapely.STRtree(areas.geometry.to_numpy())
    counted: Counter[str] = Counter()
    for one in incidents:
        stated = gazetteer.find_governorate(one.area)
        nearest = areas["code"].iloc[int(tree.nearest(shapely.Point(one.lon, one.lat)))]
        same = stated is not None and stated.adm1_code == nearest
        counted["joined" if same else "unknown" if stated is None else "other"] += 1
    return counted


def count_names(gazetteer: Gazetteer, incidents: list[Incident], *, stated: bool) -> Counter[str]:
    """Count the names that are placed right, wrong and between, and those that are not placed."""
    counted: Counter[str] = Counter()
    for one in incidents:
        match = gazetteer.match(one.name, one.area if stated else None)
        if match.lon is None or match.lat is None:
            counted["none"] += 1
            continue
        apart = apart_km(PlacedName("", one.lon, one.lat), match.lon, match.lat)
        counted["right" if apart <= RIGHT_KM else "wrong" if apart > WRONG_KM else "near"] += 1
    return counted


def _shares(counted: Counter[str], *kinds: str) -> str:
    n = max(counted.total(), 1)
    return " ".join(f"{counted[kind] / n:7.1%}" for kind in kinds)


def main() -> None:
    """Print a line for each country with rows enough, one for the rest, one for all."""
    print(f"{'':8} {'rows':>5} {'by point':>8} {'no area':>7} | alone: right, wrong | stated")
    lines: defaultdict[str, list[Counter[str]]] = defaultdict(lambda: [Counter() for _ in range(3)])
    for country, incidents in read_incidents().items():
        gazetteer = load_gazetteer(country.lower())
        found = [count_areas(gazetteer, incidents)]
        found += [count_names(gazetteer, incidents, stated=stated) for stated in (False, True)]
        for line in (country if len(incidents) >= FEWEST else "others", "all"):
            for total, counted in zip(lines[line], found, strict=True):
                total.update(counted)
    for line, (areas, alone, stated) in sorted(lines.items(), key=lambda item: item[0] == "all"):
        said = [_shares(counted, "right", "wrong") for counted in (alone, stated)]
        by_point = _shares(areas, "joined", "unknown")
        print(f"{line:8} {alone.total():5} {by_point}  | {said[0]} | {said[1]}")

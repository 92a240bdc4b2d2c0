"""Ukraine: its names, Latin and Cyrillic, against points of their own.

`python -m bench ukraine [--keep]`. Latin names are UCDP's, as its table in ../shared/reference
spells them ("Avdiivka town"); Cyrillic ones are the names of the same places as Ukrainian and
Russian reports decline them. By name, each counts once; by row, as often as an event was there.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.names.reference_names import PlacedName, apart_km
from bench.results import keep_results
from gazetteer import Gazetteer, load_gazetteer

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
UCDP = REFERENCE / "files" / "ucdp_ukraine_hxl.csv"
NEAR_KM, FAR_KM = 5.0, 10.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A name with the area its row states, and where it is."""

    name: str
    area: str
    lon: float
    lat: float


def read_ucdp() -> list[Asked]:
    """Return the names of rows whose point is a place of its own (where_prec 1 or 2), by row."""
    with UCDP.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["where_prec"] in ("1", "2")]
    return [
        Asked(row["where_coordinates"], row["adm_1"], float(row["longitude"]),
              float(row["latitude"]))
        for row in rows
    ]  # fmt: skip


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


def count_placed(gazetteer: Gazetteer, asked: list[Asked], *, stated: bool) -> Counter[str]:
    """Count the names placed within 5 (near) and 10 km of their own point, beyond, and not."""
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
    return found


def _line(found: Counter[str], asked: int) -> str:
    n = max(asked, 1)
    return (f"{found['near'] / n:6.1%} {found['within'] / n:7.1%} {found['beyond'] / n:8.1%} "
            f"{found['none'] / n:7.1%} {n:6,}")  # fmt: skip


def main() -> None:
    """Print a line for each kind of names."""
    if not UCDP.exists():
        print(f"{UCDP} is not here: left out")
        return
    gazetteer = load_gazetteer("ua")
    rows = read_ucdp()
    names = list(dict.fromkeys(rows))
    cyrillic = list(decline(gazetteer, names))
    figures: list[dict[str, object]] = []
    print(f"{'names':38} {'5 km':>6} {'10 km':>7} {'beyond':>8} {'none':>7} {'names':>6}")
    for label, asked in (
        ("UCDP, by row", rows),
        ("UCDP, by name", names),
        ("the same places, Cyrillic", cyrillic),
    ):
        for stated in (False, True):
            area = ", oblast stated" if stated else ""
            found = count_placed(gazetteer, asked, stated=stated)
            print(f"{label + area:38} {_line(found, len(asked))}")
            figures.append(
                {
                    "group": label,
                    "stated": stated,
                    "names": len(asked),
                    **{kind: found[kind] for kind in ("within", "beyond", "none")},
                }
            )
    keep_results("ukraine", figures)

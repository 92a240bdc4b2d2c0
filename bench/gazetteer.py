"""Accuracy and speed of the gazetteer on reference names, beside rapidfuzz and exact matching.

    python -m bench.gazetteer [--quick] [--errors 50]

A case is a name with a true point. Right: placed within 5 km of it; wrong: placed more than
10 km off; the rest is near, ambiguous or not placed. Reads ../shared/reference, which is never
part of the project: Syrian Archive (English and Arabic names, rows with use=1), OCHA and Who's On
First as added tables, Who's On First spelling variants each held out of the index, and UCDP GED
place names (their points equal GeoNames', so only the spelling is tested). Worth: right less twice
wrong, because a wrong pin is worse than none. "X nahiyah" is answered with the subdistrict, an area
without a point, and so counts as not placed here.

What no spelling can give on the held-out variants is counted beside them: another place more than
5 km off bears exactly that spelling, or one as near (in the stated governorate, if one is stated);
or the variant is altogether another name, without a listed spelling that shares its consonants
("Turbe Sipi" for Al Qahtaniyah, Turkish and Kurdish names beside Arabic ones, a bird's name).
"""

from __future__ import annotations

import argparse
import json
import math
import re
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from gazetteer import Gazetteer, Match, Place, load_gazetteer
from gazetteer.matching.candidates import Query
from gazetteer.matching.scoring import measure_units
from gazetteer.spelling.names import fold, is_arabic

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
OCHA = REFERENCE / "ocha_places" / "locations.csv"
WOF = REFERENCE / "whos_on_first" / "wof_sy_places.csv"
RIGHT_KM, WRONG_KM = 5.0, 10.0


@dataclass(frozen=True, slots=True)
class Case:
    """A name to be placed, its stated governorate, its true point, and the rows that bear it."""

    name: str
    lon: float
    lat: float
    governorate: str | None = None
    rows: int = 1
    place_id: str | None = None


def apart_km(case: Case, lon: float, lat: float) -> float:
    """Return the distance in km from a case's true point."""
    south, north = math.radians(case.lat), math.radians(lat)
    half = math.radians(lon - case.lon) / 2
    chord = math.sin((north - south) / 2) ** 2
    chord += math.cos(south) * math.cos(north) * math.sin(half) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, chord)))


def read_archive(column: str, *, governorates: bool = False) -> list[Case]:
    """Return Syrian Archive's usable rows as cases, one for each name and point."""
    folder = REFERENCE / "syrian_archive"
    rows = pd.read_csv(folder / "russian_attacks.csv").merge(
        pd.read_csv(folder / "scoring_index.csv"), on="code"
    )
    rows = rows[rows["use"] == 1]
    if governorates:
        rows = rows.assign(adm1=_governorates_of(rows))
    keys = [column, "lon_dec", "lat_dec", *(["adm1"] if governorates else [])]
    counts = rows.groupby(keys, dropna=False).size().reset_index(name="rows")
    return [
        Case(row[column], row["lon_dec"], row["lat_dec"], row.get("adm1"), row["rows"])
        for row in counts.to_dict("records")
    ]


def _governorates_of(rows: pd.DataFrame) -> list[str | None]:
    import geopandas as gpd

    path = REFERENCE / "ocha_boundaries" / "syr_admbnda_adm1_uncs_unocha_20201217.shp"
    areas = gpd.read_file(path)[["ADM1_EN", "geometry"]]
    points = gpd.GeoDataFrame(
        geometry=gpd.points_from_xy(rows["lon_dec"], rows["lat_dec"]), crs=areas.crs
    )
    joined = points.sjoin(areas, how="left")
    joined = joined[~joined.index.duplicated()]
    return [value if isinstance(value, str) else None for value in joined["ADM1_EN"]]


_UCDP_AREA = re.compile(r"governorate|district|province|desert|enclave|border|^syria$", re.I)


def read_ucdp() -> list[Case]:
    """Return UCDP GED's place names of settlement precision, with their governorates."""
    rows = pd.read_csv(REFERENCE / "ucdp_ged" / "ucdp_ged_syria.csv", low_memory=False)
    rows = rows[(rows["where_prec"] == 1) & ~rows["where_coordinates"].str.contains(_UCDP_AREA)]
    keys = ["where_coordinates", "longitude", "latitude", "adm_1"]
    counts = rows.groupby(keys).size().reset_index(name="rows")
    return [Case(name, lon, lat, adm1, n) for name, lon, lat, adm1, n in counts.to_numpy()]


def read_variants(share: int = 5, part: int = 0) -> tuple[list[Case], dict[str, set[str]]]:
    """Return a part of Who's On First's spelling variants, and what to leave out for them."""
    cases: list[Case] = []
    left_out: defaultdict[str, set[str]] = defaultdict(set)
    for row in pd.read_csv(WOF).to_dict("records"):
        place_id = f"gn:{int(row['gn_id'])}" if row["gn_id"] == row["gn_id"] else None
        if place_id is None or row["placetype"] != "locality":
            continue
        main = {fold(str(row["name"])), fold(str(row["gn_name"]))}
        for text in _variants_of(row):
            folded = fold(text)
            chosen = zlib.crc32(f"{place_id}{folded}".encode()) % share == part
            if chosen and folded not in main and folded not in left_out[place_id]:
                left_out[place_id].add(folded)
                region = row["region"] if isinstance(row["region"], str) else None
                cases.append(Case(text, row["lon"], row["lat"], region, 1, place_id))
    return cases, left_out


def _variants_of(row: dict[str, object]) -> Iterable[str]:
    if isinstance(row["all_names"], str):
        for values in json.loads(row["all_names"]).values():
            yield from (v for v in values if is_arabic(v) or fold(v).isascii())


def leave_out(gazetteer: Gazetteer, left_out: dict[str, set[str]]) -> Gazetteer:
    """Return a gazetteer whose places lack the spellings left out for their points."""
    gone = {(gid, folded) for gid, several in left_out.items() for folded in several}
    ids = {gid.removeprefix("gn:"): gid for gid in left_out}

    def keep(place: Place) -> Place:
        own = place.place_id if place.place_id in left_out else ids.get(_gn_of(place) or "")
        if own is None:
            return place
        spellings = tuple(s for s in place.spellings if (own, fold(s)) not in gone)
        return replace(place, spellings=spellings)

    return Gazetteer(
        gazetteer.country, [keep(place) for place in gazetteer.places], lists_whole_country=True
    )


def _gn_of(place: Place) -> str | None:
    for text in (place.place_id, *place.sources):
        if found := re.search(r"(?:gn:|GeoNames )(\d+)", text):
            return found[1]
    return None


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the cases, by row and by unique name."""

    right: float
    wrong: float
    right_names: float
    wrong_names: float
    cases: int


def score(cases: Sequence[Case], points: Sequence[tuple[float, float] | None]) -> Score:
    """Count right and wrong placings."""
    right = wrong = right_names = wrong_names = 0.0
    rows = sum(case.rows for case in cases)
    for case, point in zip(cases, points, strict=True):
        if point is None:
            continue
        apart = apart_km(case, *point)
        right += case.rows * (apart <= RIGHT_KM)
        wrong += case.rows * (apart > WRONG_KM)
        right_names += apart <= RIGHT_KM
        wrong_names += apart > WRONG_KM
    n = len(cases)
    return Score(right / rows, wrong / rows, right_names / n, wrong_names / n, n)


def points_of(matches: Iterable[Match]) -> list[tuple[float, float] | None]:
    """Return where matches were placed."""
    return [(m.lon, m.lat) if m.lon is not None and m.lat is not None else None for m in matches]


Finder = Callable[[Case], tuple[float, float] | None]


def find_with_us(gazetteer: Gazetteer) -> Finder:
    """Return the whole ladder as a finder."""

    def find(case: Case) -> tuple[float, float] | None:
        return points_of([gazetteer.match(case.name, case.governorate)])[0]

    return find


def find_with_rapidfuzz(gazetteer: Gazetteer, scorer: Callable[..., float] | None) -> Finder:
    """Return extractOne over the same folded spellings, cut-off 80; exact matching without one."""
    from rapidfuzz.process import extractOne

    spellings: dict[str, Place] = {}
    for place in gazetteer.places:
        for name in (place.name, place.name_ar or "", *place.spellings):
            if name and place.lon is not None:
                spellings.setdefault(fold(name), place)
    names = list(spellings)

    def find(case: Case) -> tuple[float, float] | None:
        query = fold(case.name)
        if scorer is None:
            found = query if query in spellings else None
        else:
            best = extractOne(query, names, scorer=scorer, score_cutoff=80)
            found = best[0] if best else None
        place = spellings.get(found) if found else None
        return (place.lon, place.lat) if place and place.lon and place.lat else None

    return find


def tell(label: str, cases: Sequence[Case], find: Finder) -> float:
    """Print a line of accuracy and speed; return the seconds a name took."""
    began = time.process_time()
    points = [find(case) for case in cases]
    seconds = (time.process_time() - began) / max(len(cases), 1)
    told = score(cases, points)
    print(
        f"{label:34} {told.right:6.1%} {told.wrong:6.1%} {told.right - 2 * told.wrong:7.3f}   "
        f"{told.right_names:6.1%} {told.wrong_names:6.1%} {told.cases:6,} "
        f"{1 / max(seconds, 1e-9):9,.0f}"
    )
    return seconds


def tell_variants(full: Gazetteer) -> None:
    """Print how held-out spelling variants fare by script, and what no spelling can tell apart."""
    variants, left_out = read_variants()
    gazetteer = leave_out(full, left_out)
    find = find_with_us(gazetteer)
    tell("Who's On First variants held out", [_without(case) for case in variants], find)
    for arabic, script in ((False, "Latin"), (True, "Arabic")):
        cases = [case for case in variants if is_arabic(case.name) == arabic]
        stated = [case for case in cases if case.governorate]
        for label, own in (
            (f"  {script}", [_without(case) for case in cases]),
            (f"  {script}, governorate stated", stated),
        ):
            tell(label, own, find)
            shared, other = _count_hopeless(gazetteer, own)
            print(f"{'':4}shares its spelling {shared:.1%}, altogether another name {other:.1%}")


def _without(case: Case) -> Case:
    return replace(case, governorate=None)


def _count_hopeless(gazetteer: Gazetteer, cases: Sequence[Case]) -> tuple[float, float]:
    """Return the shares of cases that another place bears as well, or that no spelling is near."""
    shared = other = 0
    for case in cases:
        area = gazetteer.find_governorate(case.governorate)
        query = Query(fold(case.name))
        units = gazetteer.index.gather(query)
        listed, features = measure_units(gazetteer.index, query, units) if units else ((), ())
        own = rival = math.inf
        for unit, row in zip(listed, features, strict=True):
            for at in gazetteer.index.owners[unit]:
                place, far = gazetteer.places[at], row[0] + row[1]
                if place.lon is None or place.lat is None:
                    continue
                if apart_km(case, place.lon, place.lat) <= RIGHT_KM:
                    own = min(own, far)
                elif area is None or place.adm1_code in (None, area.adm1_code):
                    rival = min(rival, far)
        shared += own < math.inf and rival <= own
        other += own == math.inf
    return shared / len(cases), other / len(cases)


def draw_reliability(gazetteer: Gazetteer, cases: Sequence[Case]) -> None:
    """Print how often matches of each score are right, and the expected calibration error."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for case in cases:
        match = gazetteer.match(case.name, case.governorate)
        if match.lon is None or match.lat is None or match.score is None:
            continue
        hit = apart_km(case, match.lon, match.lat) <= RIGHT_KM
        bins[min(9, int(match.score * 10))].append((match.score, hit))
    total, error = sum(map(len, bins.values())), 0.0
    print("score      names   mean score   right")
    for at in sorted(bins):
        said = sum(s for s, _ in bins[at]) / len(bins[at])
        right = sum(hit for _, hit in bins[at]) / len(bins[at])
        error += abs(said - right) * len(bins[at]) / total
        bar = "#" * round(30 * right)
        print(
            f"{at / 10:.1f}-{at / 10 + 0.1:.1f} {len(bins[at]):8,} {said:12.3f} {right:7.3f} {bar}"
        )
    print(f"expected calibration error {error:.3f}")


def list_errors(gazetteer: Gazetteer, cases: Sequence[Case], most: int) -> None:
    """Print the cases farthest off, most rows first."""
    found = []
    for case in cases:
        match = gazetteer.match(case.name, case.governorate)
        if match.lon is not None and match.lat is not None:
            apart = apart_km(case, match.lon, match.lat)
            if apart > RIGHT_KM:
                found.append((-case.rows, case.name, apart, match))
    for rows, name, apart, match in sorted(found, key=lambda item: item[:3])[:most]:
        score = f"{match.score:.2f}" if match.score is not None else "-"
        print(f"{-rows:4} {name[:30]:30} {apart:6.0f} km  {match.method} {score}: {match.reason}")


def load_timed(label: str, extra: Sequence[Path]) -> Gazetteer:
    """Load, and print the processor seconds until the first unseen name is answered."""
    began = time.process_time()
    gazetteer = load_gazetteer("sy", extra=extra)
    loaded = time.process_time() - began
    gazetteer.match("Kafr Bazzit Unseen")
    ready = time.process_time() - began
    print(
        f"{label}: {len(gazetteer.places):,} places, loaded in {loaded:.2f} s, ready {ready:.2f} s"
    )
    return gazetteer


def main() -> None:
    """Print every table of the benchmark."""
    from rapidfuzz import fuzz

    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--errors", type=int, default=50, help="how many errors to list")
    parser.add_argument("--quick", action="store_true", help="leave rapidfuzz and variants out")
    asked, _ = parser.parse_known_args()  # `python -m bench gazetteer` leaves its own words
    pack = load_timed("pack", [])
    full = load_timed("pack + OCHA + Who's On First", [OCHA, WOF])
    english, arabic = read_archive("loc_en"), read_archive("loc_ar")
    stated = {c: read_archive(c, governorates=True) for c in ("loc_en", "loc_ar")}
    ucdp = read_ucdp()
    print(f"\n{'':34}    by row                  by name         names   names/s")
    print(f"{'':34}  right  wrong   worth    right  wrong")
    ours = find_with_us(full)
    fast = tell("Syrian Archive English", english, ours)
    tell("Syrian Archive Arabic", arabic, ours)
    tell("  English, governorate stated", stated["loc_en"], ours)
    tell("  Arabic, governorate stated", stated["loc_ar"], ours)
    tell("  English, pack alone", english, find_with_us(pack))
    tell("  Arabic, pack alone", arabic, find_with_us(pack))
    tell("UCDP GED, governorate stated", ucdp, ours)
    tell("UCDP GED", [replace(case, governorate=None) for case in ucdp], ours)
    if not asked.quick:
        tell_variants(full)
        for name, scorer in (("exact", None), ("ratio", fuzz.ratio), ("WRatio", fuzz.WRatio)):
            finder = find_with_rapidfuzz(full, scorer)
            slow = tell(f"English with {name}", english, finder)
            tell(f"Arabic with {name}", arabic, finder)
        print(f"{slow / fast:.0f} times as fast as WRatio on the English names")
    print("\nReliability on UCDP and Syrian Archive names")
    draw_reliability(full, [*english, *arabic, *stated["loc_en"], *ucdp])
    print(f"\nWorst {asked.errors} placings of Syrian Archive names")
    list_errors(full, [*english, *arabic], asked.errors)


if __name__ == "__main__":
    main()

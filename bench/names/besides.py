"""Names with what their rows say besides: a second name, a district, a subdistrict.

OCHA's communities carry English and Arabic names, governorate, district and subdistrict; they are
looked up without OCHA's table, so that many are on no list. Syrian Archive's points are given the
areas that they lie in by OCHA's boundaries, so that no such area is misstated.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from bench.names.reference_names import OCHA, REFERENCE, RIGHT_KM, WRONG_KM, PlacedName, apart_km
from gazetteer import Gazetteer, Match

__all__ = ["print_besides"]

SEED = 5
LEVELS = {"ADM1_EN": "governorate", "ADM2_EN": "district", "ADM3_EN": "subdistrict"}


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a row of a table says it, with its true point and how many rows say so."""

    english: PlacedName
    arabic: str
    governorate: str | None
    district: str | None
    subdistrict: str | None


Ask = Callable[[Gazetteer, Row], Match]
ASKED: dict[str, Ask] = {
    "English": lambda g, row: g.match(row.english.name),
    "Arabic": lambda g, row: g.match(row.arabic),
    "both names": lambda g, row: g.match(row.english.name, name_ar=row.arabic),
    "English, governorate": lambda g, row: g.match(row.english.name, row.governorate),
    "  and district": lambda g, row: g.match(
        row.english.name, row.governorate, district=row.district
    ),
    "  and subdistrict": lambda g, row: g.match(
        row.english.name, row.governorate, district=row.district, subdistrict=row.subdistrict
    ),
    "both names, governorate": lambda g, row: g.match(
        row.english.name, row.governorate, name_ar=row.arabic
    ),
    "  district, subdistrict": lambda g, row: g.match(
        row.english.name, row.governorate, name_ar=row.arabic, district=row.district,
        subdistrict=row.subdistrict,
    ),
}  # fmt: skip


def print_besides(unlisted: Gazetteer, full: Gazetteer, *, most: int) -> None:
    """Print right and wrong by what is told: `most` communities, and all of Syrian Archive."""
    print("\nTwo names, districts, subdistricts         right  wrong")
    for label, gazetteer, rows in (
        (f"OCHA without OCHA ({most:,})", unlisted, _read_communities(most)),
        ("Syrian Archive", full, list(_read_archive())),
    ):
        for said, ask in ASKED.items():
            right, wrong = _count(rows, [ask(gazetteer, row) for row in rows])
            print(f"{label:24} {said:24} {right:6.1%} {wrong:6.1%}")


def _count(rows: Sequence[Row], matches: Iterable[Match]) -> tuple[float, float]:
    right = wrong = 0
    for row, match in zip(rows, matches, strict=True):
        if match.lon is not None and match.lat is not None:
            apart = apart_km(row.english, match.lon, match.lat)
            right += row.english.rows * (apart <= RIGHT_KM)
            wrong += row.english.rows * (apart > WRONG_KM)
    every = sum(row.english.rows for row in rows)
    return right / every, wrong / every


def _read_communities(most: int) -> list[Row]:
    table = pd.read_csv(OCHA)
    rows = [
        Row(
            PlacedName(row["admin4Name_en"], row["Longitude_x"], row["Latitude_y"]),
            row["admin4Name_ar"], row["admin1Name_en"], row["admin2Name_en"],
            row["admin3Name_en"],
        )
        for row in table[table["location_type"] == "Community"].to_dict("records")
    ]  # fmt: skip
    random.Random(SEED).shuffle(rows)
    return rows[:most]


def _read_archive() -> Iterable[Row]:
    import geopandas as gpd

    folder = REFERENCE / "syrian_archive"
    rows = pd.read_csv(folder / "russian_attacks.csv").merge(
        pd.read_csv(folder / "scoring_index.csv"), on="code"
    )
    rows = rows[rows["use"] == 1].reset_index(drop=True)
    path = REFERENCE / "ocha_boundaries" / "syr_admbnda_adm3_uncs_unocha_20201217.shp"
    areas = gpd.read_file(path)[[*LEVELS, "geometry"]]
    points = gpd.points_from_xy(rows["lon_dec"], rows["lat_dec"])
    joined = gpd.GeoDataFrame(geometry=points, crs=areas.crs).sjoin(areas, how="left")
    rows = rows.join(joined[~joined.index.duplicated()][list(LEVELS)].rename(columns=LEVELS))
    keys = ["loc_en", "loc_ar", "lon_dec", "lat_dec", *LEVELS.values()]
    counts = rows.groupby(keys, dropna=False).size().reset_index(name="rows")
    for row in counts.to_dict("records"):
        named = PlacedName(row["loc_en"], row["lon_dec"], row["lat_dec"], rows=row["rows"])
        areas_of = (
            row[level] if isinstance(row[level], str) else None for level in LEVELS.values()
        )
        yield Row(named, row["loc_ar"], *areas_of)

"""Places with points of their own, drawn as incident lists name them, for `bench messy`.

OCHA's communities by how often UCDP GED and Syrian Archive have rows at or beside them, OCHA's
neighbourhoods of cities, and the pack's facilities; the first two are read where
../shared/reference is and are no part of the project.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from bench.names.reference_names import OCHA, REFERENCE
from gazetteer import load_gazetteer

__all__ = ["Target", "read_targets"]

Floats = npt.NDArray[np.float64]

BESIDE = 0.03  # degrees from a community within which a row counts as its own
SELDOM = 0.03  # weight of a community that no row lies by
EVENNESS = 0.7  # power of the number of rows
SHARES = {"community": 0.80, "neighbourhood": 0.15, "facility": 0.05}
FACILITIES = ("facility", "airport", "camp", "crossing", "dam")


@dataclass(frozen=True, slots=True)
class Target:
    """A place to be named: kind, names, areas around it in both languages, point, weight."""

    kind: str
    english: str
    arabic: str
    lon: float
    lat: float
    governorate: tuple[str, str]
    subdistrict: tuple[str, str]
    town: tuple[str, str]
    weight: float


def read_targets() -> list[Target]:
    """Return all places with their weights, which add up to one."""
    found = [*_communities(), *_neighbourhoods(), *_facilities()]
    totals = {kind: sum(t.weight for t in found if t.kind == kind) for kind in SHARES}
    return [_weigh(target, SHARES[target.kind] / totals[target.kind]) for target in found]


def _weigh(target: Target, by: float) -> Target:
    return Target(
        target.kind, target.english, target.arabic, target.lon, target.lat, target.governorate,
        target.subdistrict, target.town, target.weight * by,
    )  # fmt: skip


def _communities() -> list[Target]:
    rows = pd.read_csv(OCHA).dropna(
        subset=["Latitude_y", "Longitude_x", "admin4Name_en", "admin4Name_ar"]
    )
    weights = _count_reports(rows[["Longitude_x", "Latitude_y"]].to_numpy()) ** EVENNESS + SELDOM
    return [
        Target(
            "community", row["admin4Name_en"], row["admin4Name_ar"], row["Longitude_x"],
            row["Latitude_y"], (row["admin1Name_en"], row["admin1Name_ar"]),
            (row["admin3Name_en"], row["admin3Name_ar"]), ("", ""), weight,
        )
        for row, weight in zip(rows.to_dict("records"), weights, strict=True)
    ]  # fmt: skip


def _count_reports(points: Floats) -> Floats:
    """Return for each point how many rows of UCDP GED and Syrian Archive lie nearest to it."""
    ucdp = pd.read_csv(REFERENCE / "ucdp_ged" / "ucdp_ged_syria.csv", low_memory=False)
    ucdp = ucdp[ucdp["where_prec"] <= 2][["longitude", "latitude"]]
    archive = pd.read_csv(REFERENCE / "syrian_archive" / "russian_attacks.csv")
    reports = np.vstack([ucdp.to_numpy(), archive[["lon_dec", "lat_dec"]].dropna().to_numpy()])
    tree = shapely.STRtree(shapely.points(points))
    _, nearest = tree.query_nearest(shapely.points(reports), max_distance=BESIDE, all_matches=False)
    return np.bincount(nearest, minlength=len(points)).astype(float)


def _neighbourhoods() -> list[Target]:
    path = REFERENCE / "ocha_boundaries" / "syr_neighbourhoods_unocha_20201217.shp"
    rows = gpd.read_file(path).dropna(subset=["NAME_EN", "NAME_AR"])
    points = rows.geometry.representative_point()
    per_town = rows["ADM4_EN"].map(rows["ADM4_EN"].value_counts())
    return [
        Target(
            "neighbourhood", row["NAME_EN"], row["NAME_AR"], point.x, point.y,
            (row["ADM1_EN"], row["ADM1_AR"]), (row["ADM3_EN"], row["ADM3_AR"]),
            (row["ADM4_EN"], row["ADM4_AR"]), float(count) ** -0.3,
        )
        for row, point, count in zip(rows.to_dict("records"), points, per_town, strict=True)
    ]  # fmt: skip


def _facilities() -> list[Target]:
    pack = load_gazetteer("sy")
    areas = {place.adm1_code: place for place in pack.governorates}
    return [
        Target(
            "facility", place.name, place.name_ar, place.lon, place.lat,
            (areas[place.adm1_code].name, areas[place.adm1_code].name_ar or ""), ("", ""),
            ("", ""), 1.0 + place.prominence,
        )
        for place in pack.places
        if place.kind in FACILITIES and place.lon is not None and place.lat is not None
        and place.adm1_code in areas and place.name_ar
    ]  # fmt: skip

"""Names of the reference sets with their true points: ../shared/reference, never in the project.

Syrian Archive (English and Arabic names, rows with use=1), UCDP GED place names (their points
equal GeoNames', so only the spelling is tested), and OCHA and Who's On First as added tables.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

__all__ = [
    "OCHA",
    "REFERENCE",
    "RIGHT_KM",
    "WOF",
    "WRONG_KM",
    "PlacedName",
    "apart_km",
    "read_archive",
    "read_ucdp",
]

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
OCHA = REFERENCE / "ocha_places" / "locations.csv"
WOF = REFERENCE / "whos_on_first" / "wof_sy_places.csv"
RIGHT_KM, WRONG_KM = 5.0, 10.0


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name to be placed, its stated governorate, its true point, and the rows that bear it."""

    name: str
    lon: float
    lat: float
    governorate: str | None = None
    rows: int = 1
    place_id: str | None = None


def apart_km(name: PlacedName, lon: float, lat: float) -> float:
    """Return the distance in km from a name's true point."""
    south, north = math.radians(name.lat), math.radians(lat)
    half = math.radians(lon - name.lon) / 2
    chord = math.sin((north - south) / 2) ** 2
    chord += math.cos(south) * math.cos(north) * math.sin(half) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, chord)))


def read_archive(column: str, *, governorates: bool = False) -> list[PlacedName]:
    """Return Syrian Archive's usable rows, one for each name and point."""
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
        PlacedName(row[column], row["lon_dec"], row["lat_dec"], row.get("adm1"), row["rows"])
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


def read_ucdp() -> list[PlacedName]:
    """Return UCDP GED's place names of settlement precision, with their governorates."""
    rows = pd.read_csv(REFERENCE / "ucdp_ged" / "ucdp_ged_syria.csv", low_memory=False)
    rows = rows[(rows["where_prec"] == 1) & ~rows["where_coordinates"].str.contains(_UCDP_AREA)]
    keys = ["where_coordinates", "longitude", "latitude", "adm_1"]
    counts = rows.groupby(keys).size().reset_index(name="rows")
    return [PlacedName(name, lon, lat, adm1, n) for name, lon, lat, adm1, n in counts.to_numpy()]
